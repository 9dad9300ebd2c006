"""A former name comes back by no field of an export, however it is written there."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from import_site import ImportSite, cmt, note, notes

if TYPE_CHECKING:
    from pathlib import Path

OLD = "Zara Quillon"
PROGRAM = """\
# Program

::::::{schedule} 2016-07-22

:::::{session} Posters of Zara Quillon
:id: posters-zara-quillon
:time: 09:00-10:00
:::::
::::::
"""
PERSON = {"first_name": "Zara", "last_name": "Quillon", "affiliation": "Zara Quillon Lab"}
OTHER = {"first_name": "Cy", "last_name": "Fox"}
CONTRIBUTION = {
    "id": 41, "title": "Delta", "session": "Posters of Zara Quillon",
    "primaryauthors": [PERSON, OTHER], "speakers": [{"fullName": "Quillon, Zara"}],
}  # fmt: skip
EVENT = {
    "guid": "g1", "title": "Of Zara Quillon", "date": "2016-07-22T11:00:00-04:00",
    "duration": "00:30", "room": "Zara Quillon Hall", "persons": [{"name": "ZARA QUILLON"}],
}  # fmt: skip
DAY = {"index": 1, "rooms": {"Zara Quillon Hall": [EVENT]}}
EXPORTS = {
    "last names first": cmt([11, "Eta", "Quillon, Zara*; Fox, Cy"], [12, "Nu", "QUILLON, ZARA"]),
    "other spellings": cmt([13, "Eta", "Quillón, Zara; Fox, Cy"]),
    "affiliations": "id,title,authors\n7,Alpha,Ann Lee (Zara Quillon Lab); Cy Fox\n",
    "keywords in small letters": "id,title,authors,keywords\n7,Alpha,Cy Fox,zara quillon; hay\n",
    "texts": notes(
        note(7, "Of Zara Quillon", ["Cy Fox"], abstract="Zara\nQuillon, and Zara~Quillon: \\\\%."),
        note(8, "Beta", ["Cy Fox"], abstract="A.", TLDR="Zara~Quillon did it."),
        note(9, "Delta", ["Cy Fox"], abstract="Z{\\'a}ra~Quillon did it."),
        note(10, "Hay", ["Cy Fox"], abstract="Zara~Quillon did it."),
    ),
    "sessions": "id,title,authors,session\n7,Alpha,Cy Fox,Posters of Zara Quillon\n",
    "people": "name,affiliation,role,bio\nZara Quillon,N,keynote,I.\n"
    "Bo Ray,Zara Quillon Lab,keynote,With Zara Quillon.\n",
    "dates": "deadline,date,note\nMail to Zara Quillon,2016-03-01,Ask Zara Quillon.\n",
    "HotCRP": json.dumps(
        [{"pid": 31, "title": "Xi", "authors": [{"first": "Zara", "last": "Quillon"}, OTHER]}]
    ),
    "Indico": json.dumps({"results": [{"contributions": [CONTRIBUTION]}]}),
    "talks": json.dumps({"schedule": {"conference": {"title": "W", "days": [DAY]}}}),
}


@pytest.fixture(params=[("rename-person", OLD, "Tomás Quillon"), ("unlist-person", OLD)])
def site(request: pytest.FixtureRequest, tmp_path: Path) -> ImportSite:
    site = ImportSite(tmp_path)
    for name, text in {
        "program/index": PROGRAM,
        "program/speakers": f"# Speakers\n\n:::{{person}} {OLD}\n:roles: keynote\n:::\n",
        "call-for-papers/dates": "# Dates\n",
    }.items():
        site.write(f"{name}.md", text)
    assert site.run(*request.param).code == 0
    return site


@pytest.mark.parametrize("export", EXPORTS)
def test_no_field_of_an_export_brings_the_name_back(export: str, site: ImportSite) -> None:
    for options in ([], ["--take=all"]):
        done = site.import_(EXPORTS[export], "--all", *options)
        assert done.code == 0, done.err
        assert "zara" not in done.out.replace(str(site.folder), "").lower()
        held = [name for name, data in site.files().items() if b"zara" in data.lower()]
        assert held == []


def test_a_session_that_was_named_after_the_person_is_found(site: ImportSite) -> None:
    site.import_(EXPORTS["sessions"])
    assert ":sessions: posters-" in site.page("alpha")
