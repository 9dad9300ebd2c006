"""The same page gives the same PDF, whenever and wherever it is printed."""

from __future__ import annotations

import shutil
from pathlib import Path

from real_site import ROOT
from sphinx_workshop.exports.pdf import print_page


def test_printing_again_elsewhere_gives_the_same_bytes(one_day: Path, tmp_path: Path) -> None:
    printed = []
    for name in ("booklet", "again"):
        page = Path(shutil.copy(one_day / "program/booklet.html", tmp_path / f"{name}.html"))
        printed.append(print_page(page, ROOT / "booklet/cover.css").read_bytes())
    assert printed[0] == printed[1]
