"""Citations as RIS and CSL-JSON: complete, and read by other programs as they are meant."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pybtex.database import Person

from readers import cited, ris
from records import EVENT, paper, person
from sphinx_workshop.core import citations
from sphinx_workshop.core.divided_names import DividedName, divided
from sphinx_workshop.core.model import WordsBy
from sphinx_workshop.core.program import Program
from sphinx_workshop.core.vocabulary import Role
from sphinx_workshop.exports import page_metadata, references
from sphinx_workshop.site_check import citations as check
from sphinx_workshop.site_check.built_site import BuiltSite

if TYPE_CHECKING:
    from pathlib import Path

GHALI = paper(
    "halos",
    "Anita Ghali* (North); Ludwig van Meer; Basil Médard, Jr.; Salt and Pepper Collaboration",
    number=58,
    title="HALOS: Weighing Shadows",
    docname="program/papers/halos",
    keywords=("galaxy morphology", "bayesian posteriors"),
    summary="We weigh shadows.\nAll of them.",
    more=(("doi", "10.1000/182"),),
)
OTHER = paper("other", "Plato", number=60, docname="program/papers/other")
# The summaries and keywords are the authors'.
THEIRS = replace(EVENT, keywords_by=WordsBy.AUTHORS, paper_note="")
FOUND = Program(THEIRS, [GHALI, OTHER])


def test_a_reference_in_ris_has_every_tag_in_lines_that_end_as_it_asks() -> None:
    assert references.ris(FOUND, [GHALI]) == (
        "TY  - CPAPER\r\n"
        "TI  - HALOS: Weighing Shadows\r\n"
        "AU  - Ghali, Anita\r\n"
        "AU  - van Meer, Ludwig\r\n"
        "AU  - Médard, Basil, Jr.\r\n"
        "AU  - Salt and Pepper Collaboration\r\n"
        "PY  - 2016\r\n"
        "DA  - 2016/07/22\r\n"
        "T2  - FIELD 2016 Workshop on Learning from Meadows\r\n"
        "CY  - Springfield, Oregon, USA\r\n"
        "AB  - We weigh shadows. All of them.\r\n"
        "KW  - galaxy morphology\r\n"
        "KW  - bayesian posteriors\r\n"
        "N1  - No. 58. Not archived\r\n"
        "DO  - 10.1000/182\r\n"
        "UR  - https://example.org/2016/program/papers/halos.html\r\n"
        "ER  - \r\n"
    )


def test_an_item_of_csl_has_every_field() -> None:
    assert references.csl(FOUND, [GHALI]) == [
        {
            "id": "ghali2016halos",
            "type": "paper-conference",
            "title": "HALOS: Weighing Shadows",
            "author": [
                {"family": "Ghali", "given": "Anita"},
                {"family": "van Meer", "given": "Ludwig"},
                {"family": "Médard", "given": "Basil", "suffix": "Jr."},
                {"literal": "Salt and Pepper Collaboration"},
            ],
            "issued": {"date-parts": [[2016, 7, 22]]},
            "event-title": "FIELD 2016 Workshop on Learning from Meadows",
            "event-place": "Springfield, Oregon, USA",
            "container-title": "FIELD 2016 Workshop on Learning from Meadows",
            "abstract": "We weigh shadows.\nAll of them.",
            "keyword": "galaxy morphology, bayesian posteriors",
            "note": "No. 58. Not archived",
            "URL": "https://example.org/2016/program/papers/halos.html",
            "language": "en",
            "DOI": "10.1000/182",
        }
    ]


def test_people_who_are_editors_are_those_of_the_collection_in_every_format() -> None:
    mia = person("mia-lund-berg", "Mia Lund Berg", family="Lund Berg", roles=(Role.EDITOR,))
    ole = person("ole-juul", "Ole Juul", roles=(Role.ORGANIZER, Role.EDITOR))
    found = Program(THEIRS, [GHALI, mia, ole, person("eve-orr", "Eve Orr")])
    (item,) = references.csl(found, [GHALI])
    assert item["editor"] == [
        {"family": "Lund Berg", "given": "Mia"}, {"family": "Juul", "given": "Ole"},
    ]  # fmt: skip
    assert "A2  - Lund Berg, Mia\r\nA2  - Juul, Ole\r\n" in references.ris(found, [GHALI])
    assert "  editor = {Lund Berg, Mia and Ole Juul},\n" in citations.bibtex(found, GHALI)
    collection = page_metadata.scholarly_article(found, GHALI)["isPartOf"]
    assert [editor["name"] for editor in collection["editor"]] == ["Mia Lund Berg", "Ole Juul"]


def test_a_reader_of_ris_finds_all_papers() -> None:
    halos, other = ris(references.ris(FOUND, [GHALI, OTHER]))
    assert halos["type_of_reference"] == "CPAPER"
    assert halos["authors"][1:3] == ["van Meer, Ludwig", "Médard, Basil, Jr."]
    assert halos["doi"] == "10.1000/182"
    assert (other["title"], other["authors"]) == ("Other", ["Plato"])
    assert "abstract" not in other


def test_a_processor_of_csl_cites_all_papers() -> None:
    halos, other = cited(references.csl(FOUND, [GHALI, OTHER]))
    assert halos.startswith("Ghali, A. et al. (2016)")
    assert "HALOS: Weighing Shadows" in halos
    assert "”, FIELD 2016 Workshop on Learning from Meadows. " in halos
    assert "https://doi.org/10.1000/182" in halos
    assert other.startswith("Plato (2016)")
    two = paper("two", "Ludwig van Meer; Salt and Pepper Collaboration", docname="papers/two")
    (entry,) = cited(references.csl(FOUND, [two]))
    assert entry.startswith("van Meer, L. and Salt and Pepper Collaboration (2016)")


def test_the_authors_abstract_goes_before_the_summary_whoever_wrote_that() -> None:
    both = replace(GHALI, abstract="Shadows are weighed.")
    for event in (THEIRS, replace(THEIRS, paper_note="Ours.")):
        found = Program(event, [both])
        (reference,) = ris(references.ris(found, [both]))
        (item,) = references.csl(found, [both])
        assert reference["abstract"] == item["abstract"] == "Shadows are weighed."


def test_what_is_the_sites_own_or_unknown_is_left_out() -> None:
    ours = replace(EVENT, keywords_by=WordsBy.SITE, paper_note="Ours.", site="", place="")
    found = Program(ours, [GHALI])
    tags = {line[:2] for line in references.ris(found, [GHALI]).splitlines()}
    assert not tags & {"AB", "KW", "UR", "CY"}
    (item,) = references.csl(found, [GHALI])
    assert not item.keys() & {"abstract", "keyword", "URL", "event-place"}
    assert all(item.values())


@pytest.mark.parametrize(
    "name",
    [
        "Renée Hložan",
        "Laurence Gareau-Lepage",
        "Françoise d’Aÿ-Ñuñez",
        "Ludwig van Beethoven",
        "Maria da Silva Santos",
        "Charles de la Vallée Poussin",
        "Juan García y López",
        "C. Mary Orr",
        "Plato",
        "李明",
    ],
)
def test_a_name_is_divided_as_bibtex_divides_it(name: str) -> None:
    read, found = Person(name), divided(name)
    assert found.family.split() == [*read.prelast_names, *read.last_names]
    assert found.given.split() == [*read.first_names, *read.middle_names]


def test_the_first_name_may_be_in_lower_case() -> None:
    assert divided("bell hooks") == DividedName("hooks", "bell")


@pytest.mark.parametrize(
    ("name", "parts", "written"),
    [
        ("Ann Lee, Jr.", DividedName("Lee", "Ann", "Jr."), "Lee, Ann, Jr."),
        ("Ann Lee Jr.", DividedName("Lee", "Ann", "Jr."), "Lee, Ann, Jr."),
        ("Ann Lee III", DividedName("Lee", "Ann", "III"), "Lee, Ann, III"),
        ("Ann Lee, Jr., Ph.D.", DividedName("Lee", "Ann", "Jr., Ph.D."), "Lee, Ann, Jr., Ph.D."),
        ("Lee, Jr.", DividedName("Lee", "", "Jr."), "Lee, , Jr."),
        *(
            (name, DividedName(name, is_whole=True), name)
            for name in ("Rock and Roll Group", "MEADOW Collaboration", "The Hay Team")
        ),
    ],
)
def test_suffixes_and_groups_stay_whole(name: str, parts: DividedName, written: str) -> None:
    assert divided(name) == parts
    found = paper("alpha", name)
    (reference,) = ris(references.ris(FOUND, [found]))
    assert reference["authors"] == [written]


def test_readers_find_the_family_name_that_stands_in_braces() -> None:
    found = paper("alpha", "Bruno {Grünau-Saint Alban}; {Wang} Li; Laura van der Meer")
    (reference,) = ris(references.ris(FOUND, [found]))
    assert reference["authors"] == ["Grünau-Saint Alban, Bruno", "Wang, Li", "van der Meer, Laura"]
    (entry,) = cited(references.csl(FOUND, [found]))
    assert entry.startswith("Grünau-Saint Alban, B., Wang, L. and van der Meer, L. (2016)")


@given(st.lists(st.text(st.characters(exclude_categories=["C"]), min_size=1), min_size=2))
def test_no_text_breaks_a_reference(texts: list[str]) -> None:
    title, *keywords = texts
    found = paper("alpha", title=title, keywords=tuple(keywords))
    lines = references.ris(FOUND, [found]).split("\r\n")
    assert lines[1] == f"TI  - {' '.join(title.split())}"
    assert [line[6:] for line in lines if line.startswith("KW")] == [
        " ".join(keyword.split()) for keyword in keywords
    ]
    assert lines[-2:] == ["ER  - ", ""]


def test_the_check_of_a_site_reads_references_as_a_full_reader_does(tmp_path: Path) -> None:
    text = references.ris(FOUND, [GHALI, OTHER])
    (tmp_path / "papers.ris").write_bytes(text.encode())
    read = check.ris(BuiltSite(tmp_path), "papers.ris")
    assert [found["TI"] for found in read] == [found["title"] for found in ris(text)]
    assert read[0]["authors"] == [author.name for author in GHALI.authors]
