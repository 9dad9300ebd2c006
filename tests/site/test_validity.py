"""Every page is valid HTML, and the check would tell if one were not."""

from __future__ import annotations

from pathlib import Path

import pytest

from html_checker import html_errors
from walk import pages_of

# What is put after the heading, and what the checker says of it.
PLANTED = {
    "<p><div>x</div></p>": "No “p” element in scope",
    "<h7>x</h7>": "Element “h7” not allowed",
    "<ul><p>x</p></ul>": "not allowed as child of element “ul”",
    '<p id="a"></p><p id="a"></p>': "Duplicate ID “a”",
    '<img src="x">': "An “img” element must have an “alt” attribute",
}


@pytest.fixture(scope="module")
def planted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of the pages that are not valid."""
    return tmp_path_factory.mktemp("planted")


@pytest.fixture(scope="module")
def errors(site: Path, planted: Path) -> list[str]:
    """Return what the checker, which takes a while to start, says of all pages and of those."""
    text = (site / "index.html").read_text("utf-8")
    for number, words in enumerate(PLANTED):
        page = planted / f"{number}.html"
        page.write_text(text.replace("</h1>", f"</h1>{words}", 1), encoding="utf-8")
    pages = pages_of(site)
    assert len(pages) > 5
    return html_errors([*pages, *planted.glob("*.html")])


def test_every_page_is_valid_html(errors: list[str], planted: Path) -> None:
    assert [error for error in errors if not error.startswith(f"{planted}/")] == []


def test_a_page_that_is_not_valid_is_reported(errors: list[str], planted: Path) -> None:
    for number, said in enumerate(PLANTED.values()):
        page = f"{planted}/{number}.html:"
        assert [error for error in errors if error.startswith(page) and said in error], said
