"""Every page is valid HTML, and the check would tell if one were not."""

from __future__ import annotations

from pathlib import Path

from html_checker import html_errors
from walk import pages_of


def test_every_page_is_valid_html(site: Path) -> None:
    pages = pages_of(site)
    assert len(pages) > 5
    assert html_errors(pages) == []


# What is put after the heading, and what the checker says of it.
PLANTED = {
    "<p><div>x</div></p>": "No “p” element in scope",
    "<h7>x</h7>": "Element “h7” not allowed",
    "<ul><p>x</p></ul>": "not allowed as child of element “ul”",
    '<p id="a"></p><p id="a"></p>': "Duplicate ID “a”",
    '<img src="x">': "An “img” element must have an “alt” attribute",
}


def test_a_page_that_is_not_valid_is_reported(site: Path, tmp_path: Path) -> None:
    text = (site / "index.html").read_text("utf-8")
    for number, planted in enumerate(PLANTED):
        page = tmp_path / f"{number}.html"
        page.write_text(text.replace("</h1>", f"</h1>{planted}", 1), encoding="utf-8")
    errors = html_errors(sorted(tmp_path.glob("*.html")))
    for number, said in enumerate(PLANTED.values()):
        assert [error for error in errors if f"/{number}.html:" in error and said in error], said
