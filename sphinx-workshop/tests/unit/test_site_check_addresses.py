"""What was published at an address is there, or that address leads on to where it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from sphinx_workshop.cli.__main__ import main
from sphinx_workshop.cli.addresses import addresses
from sphinx_workshop.site_check.addresses import listed, missing

if TYPE_CHECKING:
    from pathlib import Path

    from inline_site import Built


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    pages = {
        "page.html": '<h1 id="place">x</h1>',
        "moved.html": '<meta http-equiv="refresh" content="0; url=sub/../page.html#place">',
        "nowhere.html": '<meta http-equiv="refresh" content="0; url=gone.html">',
        "lost.html": '<meta http-equiv="refresh" content="0; url=page.html#gone">',
        "round.html": '<meta http-equiv="refresh" content="0; url=round.html">',
        "day.ics": "",
    }
    for name, text in pages.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def test_what_is_there_or_leads_on_is_not_missing(folder: Path) -> None:
    kept = ["page.html", "page.html#place", "moved.html", "moved.html#old-place", "day.ics"]
    assert missing(folder, kept) == []


def test_what_is_gone_or_leads_nowhere_is_missing(folder: Path) -> None:
    gone = ["gone.html", "page.html#gone", "nowhere.html", "lost.html", "round.html", "gone.ics"]
    assert missing(folder, gone) == gone


def test_a_list_holds_an_address_a_line_under_comments() -> None:
    text = "# Words.\n\na.html#x\n# More words.\nb.ics\n"
    assert listed(text) == ["a.html#x", "b.ics"]


def test_the_list_names_pages_objects_and_files_and_loses_none(
    small: Built, tmp_path: Path
) -> None:
    found = addresses(small.output)
    assert found >= {"notes.html", "dates.html#deadline-submission", "papers/alpha.bib"}
    assert found >= {"program/index.html#session-coffee", "program/speakers.html#person-dana-fox"}
    assert not [name for name in found if name.startswith(("_static", "program/authors.html#"))]
    assert "program/sessions/coffee.ics" in found
    calendars = {path.stem for path in small.output.glob("program/people/*.ics")}
    assert "dana-fox" in calendars
    assert not [name for name in found if name.startswith("program/people/")]  # they come and go
    file = tmp_path / "addresses.txt"
    file.write_text("# Words.\n\nold.html#x\n", encoding="utf-8")
    assert main(["addresses", str(small.output), str(file)]) == 0
    text = file.read_text("utf-8")
    assert text.startswith("# Words.\n\n")
    assert set(listed(text)) == found | {"old.html#x"}
