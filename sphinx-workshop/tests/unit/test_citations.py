"""Citations: BibTeX that other programs read back, and one line of text."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pybtex.database import parse_string

from readers import bibtex, printed
from records import EVENT, paper, program
from sphinx_workshop.core import citations
from sphinx_workshop.core.model import WordsBy
from sphinx_workshop.core.program import Program

if TYPE_CHECKING:
    from sphinx_workshop.core.model import Paper

GHALI = paper(
    "halos",
    "Anita Ghali* (North); C. Mary Orr; Basil Médard",
    number=58,
    title="HALOS: Weighing Shadows",
    docname="program/papers/halos",
    keywords=("galaxy morphology", "bayesian posteriors"),
    more=(("arxiv", "2207.05107"),),
)


def entry_of(found: Paper) -> str:
    return citations.bibtex(program(found), found)


# BibTeX ----------------------------------------------------------------------------------------


def test_an_entry_has_every_field() -> None:
    assert entry_of(GHALI) == (
        "@inproceedings{ghali2016halos,\n"
        "  title = {{HALOS: Weighing Shadows}},\n"
        "  author = {Anita Ghali and C. Mary Orr and Basil M{\\'e}dard},\n"
        "  booktitle = {FIELD 2016 Workshop on Learning from Meadows},\n"
        "  year = {2016},\n"
        "  month = jul,\n"
        "  address = {Springfield, Oregon, USA},\n"
        "  url = {https://example.org/2016/program/papers/halos.html},\n"
        "  eprint = {2207.05107},\n"
        "  archiveprefix = {arXiv},\n"
        "  keywords = {galaxy morphology, bayesian posteriors},\n"
        "  note = {No. 58. Not archived},\n"
        "}\n"
    )


@pytest.mark.parametrize(("month", "macro"), [("01", "jan"), ("09", "sep"), ("12", "dec")])
def test_a_month_is_a_macro_that_styles_print_in_their_language(month: str, macro: str) -> None:
    event = replace(EVENT, start=date.fromisoformat(f"2016-{month}-22"))
    text = citations.bibtex(Program(event, [GHALI]), GHALI)
    assert f"\n  month = {macro},\n" in text
    (entry,) = bibtex(text).values()
    assert entry.fields["month"] == date(2016, int(month), 22).strftime("%B")


def test_what_the_event_does_not_say_of_its_proceedings_is_not_in_the_note() -> None:
    silent = Program(replace(EVENT, proceedings_note=""), [GHALI])
    assert "  note = {No. 58},\n" in citations.bibtex(silent, GHALI)
    wordy = Program(replace(EVENT, proceedings_note="50% of {all}"), [GHALI])
    (entry,) = bibtex(citations.bibtex(wordy, GHALI)).values()
    assert entry.fields["note"] == "No. 58. 50% of {all}"


def test_keywords_that_are_not_the_authors_are_left_out() -> None:
    ours = Program(replace(EVENT, keywords_by=WordsBy.SITE), [GHALI])
    assert "keywords" not in citations.bibtex(ours, GHALI)


def test_what_is_unknown_is_left_out() -> None:
    fields = bibtex(entry_of(paper("alpha")))["lee2016alpha"].fields
    assert not fields.keys() & {"eprint", "archiveprefix", "keywords"}
    assert all(fields.values())


@pytest.mark.parametrize(
    ("authors", "key"),
    [
        ("Basil Médard", "medard2016alpha"),
        ("Laurence Gareau-Lepage; Ann Lee", "gareau-lepage2016alpha"),
        ("Plato", "plato2016alpha"),
        ("李明", "u674e-u660e2016alpha"),
        ("Bruno {Grünau-Saint Alban}", "alban2016alpha"),
        ("{Wang} Li", "wang2016alpha"),
        ("Ann Lee, Jr.", "lee2016alpha"),
        ("Laura van der Meer", "meer2016alpha"),
    ],
)
def test_a_key_is_the_first_authors_last_name_the_year_and_the_papers_id(
    authors: str, key: str
) -> None:
    assert list(bibtex(entry_of(paper("alpha", authors)))) == [key]


def test_the_bibliography_is_the_entries_by_number() -> None:
    found = program(paper("late", number=9), paper("early", number=2))
    assert citations.bibliography(found, found.papers.values()) == "\n".join(
        citations.bibtex(found, found.papers[name]) for name in ("early", "late")
    )


NAMES = [
    "Renée Hložan",
    "Irina Ciurcă",
    "Børge Łukasz Ðorđević",
    "Çağlar Şenöz",
    "Þóra Ægisdóttir-Strauß",
    "Françoise d’Aÿ-Ñuñez",
    "Nguyễn Thị Hạnh",
    "Lǚ Xiǎo",
    "李明",
    "Ludwig van Beethoven",
    "Ann Lee, Jr.",
    "Ann Lee, Jr., Ph.D.",
    "danah boyd",
    "Gerard ’t Hooft",
    "Salt and Pepper Collaboration",
    "MEADOW Collaboration",
]


@pytest.mark.parametrize("name", NAMES)
def test_a_name_comes_back_as_it_was(name: str) -> None:
    (entry,) = bibtex(entry_of(paper("alpha", f"Ann Lee; {name}; Bob Ray"))).values()
    assert entry.authors == ["Ann Lee", name, "Bob Ray"]


def test_accents_are_macros_that_every_bibtex_reads() -> None:
    entry = entry_of(paper("alpha", "; ".join(name for name in NAMES if name != "李明")))
    assert entry.isascii()


@pytest.mark.parametrize("name", [name for name in NAMES if not name.isascii()])
def test_accents_typed_as_characters_of_their_own_are_the_same(name: str) -> None:
    together, apart = (
        entry_of(paper("alpha", normalize(form, name), title=normalize(form, name)))
        for form in ("NFC", "NFD")
    )
    assert apart == together


@pytest.mark.parametrize(
    ("title", "encoded"),
    [
        ("A telescope 🔭 on the moon", "A telescope {[telescope]} on the moon"),
        ("🔭", "{[telescope]}"),
        ("We ❤️ it", "We {[heavy black heart]} it"),  # with a variation selector
        ("👩\u200d🚀 👍🏽", "{[woman]}{[rocket]} {[thumbs up sign]}"),  # joined, and colored
        ("🇩🇪", "{[d]}{[e]}"),
        ("Ten M☉ and ☿", r"Ten M{\ensuremath{\odot}} and {[mercury]}"),
        ("x̂ and ẽ̄ and y̸", r"{\^{x}} and {\={{\~{e}}}} and {y}"),
        ("\u0301x \ufeff\u200b", "x "),
        ("1\ufe0f\u20e3 a\ufe0f ω\u0302", r"1 a {\ensuremath{\omega}}"),  # marks of no letter
        ("ø̈", r"{\"{{\o}}}"),
        ("𝛼 𝒜", r"{\ensuremath{\alpha}} A"),
        ("the 4ᵗʰ, ①", "the 4th, 1"),
        ("Oʻahu", "O{`}ahu"),
        ("The H₀ tension", r"The H{\ensuremath{_0}} tension"),
    ],
)
def test_what_stops_pdflatex_is_a_macro_a_name_or_left_out(title: str, encoded: str) -> None:
    text = entry_of(paper("alpha", title=title))
    assert text.isascii()
    assert f"  title = {{{{{encoded}}}}},\n" in text


@pytest.mark.parametrize("name", ["Дмитрий", "李明", "हिन्दी", "שָׁלוֹם"])
def test_letters_of_other_scripts_stay_with_their_marks(name: str) -> None:
    assert f"  author = {{{name}}},\n" in entry_of(paper("alpha", name))


@pytest.mark.parametrize(
    "title",
    [
        "Don’t Pay “Attention” to the Noise",
        "A \"quoted\" title, `marked` and 'so on'",
        "5'' -- a ``seeing'' --- in ¿what?`",
        "50% of {all} #1 $ & a_b^c ~d \\e",
        "An unbalanced { brace",
        "} and another",
        "x < y > z </script> ]]> &amp;",
        "@inproceedings{fake, title = {x}}",
        "α and Ω ± 2 ∞",
        "Ends with a backslash \\",
        r"\input{/etc/passwd} \textit{so}",
    ],
)
def test_a_title_comes_back_as_it_was(title: str) -> None:
    (entry,) = bibtex(entry_of(paper("alpha", title=title))).values()
    assert entry.fields["title"] == title
    assert len(entry.fields) == 7


@given(
    title=st.text(st.characters(exclude_categories=["C"]), min_size=1),
    keyword=st.text(st.characters(codec="ascii", exclude_categories=["C"]), min_size=1),
)
def test_no_text_breaks_an_entry(title: str, keyword: str) -> None:
    found = paper("alpha", title=title, keywords=(keyword,))
    (key, entry), *others = bibtex(entry_of(found)).items()
    assert (key, others, entry.fields["note"]) == (
        "lee2016alpha",
        [],
        "No. 1. Not archived",
    )
    assert entry.fields["keywords"].split() == keyword.split()


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
    text = entry_of(paper("alpha", f"{name}; Bob Ray"))
    (entry,) = parse_string(text, "bibtex").entries.values()
    read = entry.persons["author"][0]
    found = [*read.first_names, *read.middle_names], [*read.prelast_names, *read.last_names]
    assert [printed(" ".join(part)) for part in found] == [given, family]


def test_a_parser_of_bibtex_finds_a_suffix() -> None:
    text = entry_of(paper("alpha", "Ann {Lee Ray} Jr."))
    (entry,) = parse_string(text, "bibtex").entries.values()
    read = entry.persons["author"][0]
    assert (read.first_names, read.last_names, read.lineage_names) == (
        ["Ann"],
        ["Lee", "Ray"],
        ["Jr."],
    )


# As text ---------------------------------------------------------------------------------------


def test_a_citation_says_what_kind_of_event_it_was() -> None:
    alpha = paper("alpha", number=7)
    school = Program(replace(EVENT, kind="summer school"), [alpha])
    assert "FIELD 2016 Summer School on Learning" in citations.citation(school, alpha)
    assert "FIELD 2016 Summer School on Learning" in citations.bibtex(school, alpha)


@pytest.mark.parametrize(
    ("authors", "listed"),
    [
        ("Ann Lee", "Ann Lee"),
        ("Ann Lee; Børge Ray", "Ann Lee and Børge Ray"),
        ("Ann Lee; Børge Ray; Cleo Fox*", "Ann Lee, Børge Ray and Cleo Fox"),
    ],
)
def test_a_citation_names_all_authors_in_order(authors: str, listed: str) -> None:
    alpha = paper("alpha", authors, number=7)
    assert citations.citation(program(alpha), alpha) == (
        f"{listed} (2016). Alpha. FIELD 2016 Workshop on Learning from Meadows, "
        "Springfield, Oregon, USA. No. 7. https://example.org/2016/papers/alpha.html"
    )


@pytest.mark.parametrize("title", ["What is dark matter?", "Found!", "It ends."])
def test_a_title_that_ends_by_itself_gets_no_further_stop(title: str) -> None:
    alpha = paper("alpha", title=title)
    assert f"(2016). {title} FIELD" in citations.citation(program(alpha), alpha)
