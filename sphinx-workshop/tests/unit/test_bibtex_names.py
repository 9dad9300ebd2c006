"""Names in BibTeX: a parser finds the parts that are meant."""

from __future__ import annotations

import pytest
from pybtex.database import parse_string

from readers import printed
from records import paper, program
from sphinx_workshop.core import citations


def entry_of(authors: str) -> str:
    found = paper("alpha", authors)
    return citations.bibtex(program(found), found)


@pytest.mark.parametrize(
    ("name", "given", "family"),
    [
        ("Bruno {Grünau-Saint Alban}", "Bruno", "Grünau-Saint Alban"),
        ("{Wang} Li", "Li", "Wang"),
        ("Juan {García y López}", "Juan", "García y López"),
        ("Maria {da Silva Santos}", "Maria", "da Silva Santos"),
        ("Ludwig van {Meer}", "Ludwig van", "Meer"),
        ("danah boyd", "danah", "boyd"),
        ("Laura van der Meer", "Laura", "van der Meer"),
    ],
)
def test_a_parser_of_bibtex_finds_the_parts_of_a_name(name: str, given: str, family: str) -> None:
    text = entry_of(f"{name}; Bob Ray")
    (entry,) = parse_string(text, "bibtex").entries.values()
    read = entry.persons["author"][0]
    found = [*read.first_names, *read.middle_names], [*read.prelast_names, *read.last_names]
    assert [printed(" ".join(part)) for part in found] == [given, family]


def test_a_parser_of_bibtex_finds_a_suffix() -> None:
    (entry,) = parse_string(entry_of("Ann {Lee Ray} Jr."), "bibtex").entries.values()
    read = entry.persons["author"][0]
    assert (read.first_names, read.last_names, read.lineage_names) == (
        ["Ann"],
        ["Lee", "Ray"],
        ["Jr."],
    )
