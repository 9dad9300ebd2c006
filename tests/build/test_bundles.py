"""The bundles follow the pages: what one begins to use is in them, and all pages link them anew."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from one_day import build_one_day
from real_site import run_sphinx

if TYPE_CHECKING:
    from pathlib import Path

TABS = "::::{tab-set}\n:::{tab-item} A title\nA word.\n:::\n::::\n"


def linked_bundles(site: Path) -> set[str]:
    """Return the digests by which the pages link the stylesheet."""
    return {
        digest
        for path in site.rglob("*.html")
        for digest in re.findall(r"bundle\.css\?v=(\w+)", path.read_text("utf-8"))
    }


def test_a_page_with_something_new_brings_its_styles_to_all_links(tmp_path: Path) -> None:
    site, source = build_one_day(tmp_path), tmp_path / "source"
    bundle, page = site / "_static/bundle.css", source / "about/logistics.md"
    assert ".sd-tab-set" not in bundle.read_text("utf-8")
    before = linked_bundles(site)
    page.write_text(f"{page.read_text('utf-8')}\n{TABS}", "utf-8")
    run_sphinx(source, tmp_path)
    assert ".sd-tab-set" in bundle.read_text("utf-8")
    (linked,) = linked_bundles(site)
    assert {linked} != before
    fresh = tmp_path / "fresh"
    fresh.mkdir()
    assert linked_bundles(run_sphinx(source, fresh)) == {linked}
