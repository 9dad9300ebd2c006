"""HotCRP's papers are read, and those that are not accepted are named with their word."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from import_site import ImportSite

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def site(tmp_path: Path) -> ImportSite:
    return ImportSite(tmp_path)


def paper(pid: int, title: str, **more: Any) -> dict[str, Any]:
    person = {"email": "secret@mail.example", "first": "Ann (Nan)", "last": "Lee", "contact": True}
    authors = [person | {"affiliation": "North; South"}, {"name": "Bo Ray"}]
    values = {
        "object": "paper",
        "pid": pid,
        "title": title,
        "authors": authors,
        "status": "accepted",
    }
    return {**values, "abstract": r"We learn $x^2$." + "\n\nMore.", "topics": ["Grass"], **more}


def test_papers_become_pages(site: ImportSite) -> None:
    done = site.import_(json.dumps([paper(7, "Alpha"), paper(8, "Beta", decision="Accepted talk")]))
    assert done.numbers == "hotcrp: 2 papers read; 2 written, 0 unchanged, 0 changed, 0 skipped"
    assert site.page("alpha") == (
        "# Alpha\n\n:::{paper} 7\n:authors: Ann (Nan) Lee (North; South); Bo Ray\n\n"
        "We learn $x^2$.\n\nMore.\n:::\n"
    )
    assert "Columns that are not read (1):\n  topics\n" in done.out
    assert "secret" not in done.out
    assert not any(b"secret" in text for text in site.files().values())


@pytest.mark.parametrize(
    ("fields", "word"),
    [
        ({"status": "withdrawn"}, "status is 'withdrawn'"),
        ({"status": "submitted"}, "status is 'submitted'"),
        ({"status": "inprogress"}, "status is 'inprogress'"),
        ({"status": "submitted", "decision": "Rejected"}, "decision is 'Rejected'"),
        ({"status": "accepted", "decision": "Not accepted"}, "decision is 'Not accepted'"),
    ],
)
def test_what_is_not_accepted_is_named_with_its_word(
    site: ImportSite, fields: dict[str, str], word: str
) -> None:
    done = site.import_(json.dumps([paper(7, "Alpha", **fields)]))
    assert f"submission 7 is left out: its {word}" in done.out
    assert site.ids() == []


def test_its_csv_is_read_as_a_table(site: ImportSite) -> None:
    table = (
        "\ufeffID,Title,Authors,Abstract,Decision,Contacts\r\n"
        '7,"Of ""Grass"" & $x$","Ann Lee (North; South); Børge Ray",We look.,Accepted (oral),x\r\n'
        "\r\n"
        "8,Hay,Cleo Fox,Short.,Rejected,x\r\n"
    )
    done = site.import_(table)
    assert done.numbers == "csv: 1 papers read; 1 written, 0 unchanged, 0 changed, 1 skipped"
    assert site.page("grass-x") == (
        '# Of "Grass" & $x$\n\n:::{paper} 7\n:authors: Ann Lee (North; South); Børge Ray\n\n'
        "We look.\n:::\n"
    )
    assert "submission 8 is left out: its decision is 'Rejected'" in done.out
    assert "Columns that are not read (1):\n  contacts\n" in done.out
