"""Family names that sources have apart: pages get braces where the rule would divide otherwise."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from conference_exports import Given, as_csv, easychair, indico_json
from sphinx_workshop.core import author_list

if TYPE_CHECKING:
    from import_site import ImportSite

PEOPLE = [
    ("Maria", "Rivera Lopez", "North"),
    ("Ann", "Lee", "South"),
    ("Laura", "van der Meer", ""),
    ("Cy", "Fox Jr.", ""),
    ("", "Plato", ""),
]
WRITTEN = "Maria {Rivera Lopez} (North); Ann Lee (South); Laura van der Meer; Cy Fox Jr.; Plato"
HOTCRP = [
    {
        "object": "paper",
        "pid": 7,
        "title": "Grass",
        "abstract": "We look.",
        "status": "accepted",
        "authors": [
            {"first": first, "last": last, "affiliation": place} for first, last, place in PEOPLE
        ],
    }
]
GIVEN = [Given(7, "Grass", "We look.", PEOPLE)]
TURNED = "Rivera Lopez, Maria; Lee, Ann; van der Meer, Laura; Fox, Cy, Jr.; Plato"


@pytest.mark.parametrize(
    "export",
    [easychair(GIVEN), indico_json(GIVEN), json.dumps(HOTCRP)],
    ids=["easychair", "indico", "hotcrp"],
)
def test_systems_with_two_columns_of_names_say_the_family_name(
    site: ImportSite, export: str | bytes
) -> None:
    assert "1 written" in site.import_(export).numbers
    text = site.page("grass")
    found = author_list.authors(text.partition(":authors: ")[2].partition("\n")[0])
    assert [(a.name, a.affiliations, a.family) for a in found] == [
        (a.name, a.affiliations, a.family) for a in author_list.authors(WRITTEN)
    ]
    assert "1 unchanged" in site.import_(export).numbers


@pytest.mark.parametrize(
    "table",
    [
        as_csv([["Paper ID", "Paper Title", "Author Names"], ["7", "Grass", TURNED]]),
        as_csv([["Paper ID", "Title", "Authors"], ["7", "Grass", TURNED]]),
    ],
    ids=["cmt", "csv"],
)
def test_names_with_the_family_name_first_say_it(site: ImportSite, table: str) -> None:
    assert "1 written" in site.import_(table).numbers
    listed = "Maria {Rivera Lopez}; Ann Lee; Laura van der Meer; Cy Fox Jr.; Plato"
    assert f":authors: {listed}\n" in site.page("grass")


def test_people_of_a_table_with_two_columns_get_braces(site: ImportSite) -> None:
    site.write("program/speakers.md", "# Speakers\n")
    rows = [["First name", "Last name", "Affiliation"], *map(list, PEOPLE[:3])]
    assert site.import_(as_csv(rows), "--role", "keynote").code == 0
    text = site.read("program/speakers.md")
    assert ":::{person} Maria {Rivera Lopez}\n:id: maria-rivera-lopez\n" in text
    assert ":::{person} Ann Lee\n" in text
    assert ":::{person} Laura van der Meer\n" in text
    assert site.import_(as_csv(rows), "--role", "keynote").code == 0
    assert site.read("program/speakers.md") == text


def test_braces_of_a_source_are_latex_and_no_family_name(site: ImportSite) -> None:
    table = [["Paper ID", "Title", "Authors"], ["7", "Grass", 'Ann {Lee Ray}; B{\\"o} } Ray']]
    assert "1 written" in site.import_(as_csv(table)).numbers
    assert ":authors: Ann Lee Ray; Bö Ray\n" in site.page("grass")


def test_braces_by_hand_stay_where_the_source_has_none(site: ImportSite) -> None:
    table = "Paper ID,Title,Authors\n7,Grass,Ann Lee Ray; Bo Fox\n"
    assert "1 written" in site.import_(table).numbers
    site.edit("grass", "Ann Lee Ray", "Ann {Lee Ray}")
    assert "1 unchanged" in site.import_(table).numbers
    longer = table.replace("Bo Fox", "Bo Fox; Cy Orr")
    assert site.import_(longer, "--take", "7").code == 0
    assert ":authors: Ann {Lee Ray}; Bo Fox; Cy Orr\n" in site.page("grass")
