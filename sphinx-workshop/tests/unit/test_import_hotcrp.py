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
    told = {"object": "paper", "pid": pid, "title": title, "authors": authors, "status": "accepted"}
    return {**told, "abstract": r"We learn $x^2$." + "\n\nMore.", "topics": ["Grass"], **more}


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


@pytest.mark.parametrize(
    ("export", "told"),
    [
        ('{"results": [{"contributions": []}]}', "an event of Indico's"),
        ("PK\x03\x04", "as EasyChair exports"),
    ],
)
def test_what_is_not_read_is_named_as_what_it_is(site: ImportSite, export: str, told: str) -> None:
    done = site.import_(export)
    assert done.code == 1
    assert told in done.err
