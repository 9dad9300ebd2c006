"""The lines of conf.py on which facts stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from sphinx_workshop.core.conf_lines import fact_lines

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("head", ["workshop = {", "workshop: dict[str, object] = {"])
def test_each_key_has_its_line(tmp_path: Path, head: str) -> None:
    path = tmp_path / "conf.py"
    path.write_text(
        f'# The event.\nother = {{"name": 1}}\n{head}\n  "name": "x",\n\n  "end": 2,\n}}\n'
    )
    assert fact_lines(path) == {"name": 4, "end": 6}


@pytest.mark.parametrize("text", ["workshop = facts()\n", "workshop = {\n", "", "\0"])
def test_what_is_not_written_out_has_no_lines(tmp_path: Path, text: str) -> None:
    path = tmp_path / "conf.py"
    path.write_text(text)
    assert fact_lines(path) == {}
    assert fact_lines(tmp_path / "none.py") == {}
