"""Lists of authors are cut where names end, each name is read in any order, spellings are found."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from readings import read
from sphinx_workshop.core import author_list
from sphinx_workshop.imports import author_names
from sphinx_workshop.imports.names import similar_names

if TYPE_CHECKING:
    from import_site import ImportSite
    from sphinx_workshop.core.model import Author


def names(authors: tuple[Author, ...]) -> list[str]:
    return [author.name for author in authors]


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Lee, Ann*; Ray, Bo", ["Ann Lee", "Bo Ray"]),
        ("Marlin-Wanger, Alex ;  Ray ,  Bo", ["Alex Marlin-Wanger", "Bo Ray"]),
        ("Lee, Ann; ; ,;*; Ray, Bo;", ["Ann Lee", "Bo Ray"]),
        ("van der Berg, J. P.*", ["J. P. van der Berg"]),
        ("Lee, Jr., Bo; Ray, Ann, III", ["Bo Lee Jr.", "Ann Ray III"]),
        ("Plato*", ["Plato"]),
        ("Ko\\v{z}{\\'i}sek, Zo{\\'e}; M&eacute;dard, Cleo", ["Zoé Kožísek", "Cleo Médard"]),
        ("Lee, Ann (Annie); Ray, *Bo*", ["Ann (Annie) Lee", "Bo Ray"]),
        ("", []),
    ],
)  # fmt: skip
def test_cmts_author_names_are_turned(written: str, meant: list[str]) -> None:
    found = author_names.last_first(written, lambda _: None)
    assert names(found) == meant


def test_cmts_star_is_no_presenter() -> None:
    assert not any(a.presenting for a in author_names.last_first("Lee, A*; Ray, B", lambda _: None))


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Ann Lee* (North; South); Bo Ray", "Ann Lee* (North; South); Bo Ray"),
        ("Lee, Ann; Ray, Bo", "Ann Lee; Bo Ray"),
        ("Ann Lee, Bo Ray and Cleo Fox", "Ann Lee; Bo Ray; Cleo Fox"),
        ("Ann Lee and Bo Ray", "Ann Lee; Bo Ray"),
        ("Ann Lee; Bo Ray and Cleo Fox* (North)", "Ann Lee; Bo Ray (North); Cleo Fox* (North)"),
        ("Ann Lee; and Bo Ray", "Ann Lee; Bo Ray"),
        ("Lee, Ann", "Ann Lee"),
        ("Ann (Nan) Lee (North); Bo Ray", "Ann (Nan) Lee (North); Bo Ray"),
        ("Krishna (Dj) Lee* and Bo (B.) Ray", "Krishna (Dj) Lee*; Bo (B.) Ray"),
        ("Ann Lee", "Ann Lee"),
        ("Ann Lee (North (of it)); Bo Ray (South)*", "Ann Lee (North [of it]); Bo Ray* (South)"),
        ("Ann Lee*; Bo Ray*", "Ann Lee*; Bo Ray"),
        ("Ann Lee; Ann Lee", "Ann Lee"),
    ],
)
def test_other_author_lists_are_read(written: str, meant: str) -> None:
    marks = {"*": "presenting"}
    assert author_names.first_last(written, lambda _: None, marks) == author_list.authors(meant)


def test_addresses_and_doubtful_divisions_are_reported() -> None:
    reported: list[str] = []
    assert names(author_names.first_last("Ann @@@.a Lee; Bo Ray", reported.append)) == [
        "Ann Lee",
        "Bo Ray",
    ]
    author_names.first_last("Ann Lee, Bo, Cy Fox", reported.append)
    assert reported == [
        "an e-mail address among the authors is left out",
        "the authors may be divided wrongly; separate them by semicolons",
    ]


@given(st.text(st.sampled_from("ab,;()*& \\{}$@.é李\t")) | st.text())
@example("@@@.a")
@example("Ann and Bo, Jr. and the Team (North); and Cleo & D")
def test_any_author_list_makes_one_that_a_page_may_have(text: str) -> None:
    for divide in (author_names.last_first, author_names.first_last):
        if found := divide(text, lambda _: None):
            assert author_list.authors(author_list.written(found)) == found


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        ("Alex Marlin-Wagner", "Alex Marlin-Wanger", "one letter"),
        ("Zoé Kožísek", "Zoe Kozisek", "accents"),
        ("Mei-Lin Sato", "Meilin Sato", "accents, hyphens"),
        ("Mei-Lin Sato", "Mei-lin Sato", "capitals"),
        ("C. Nora Fenn", "Carol Nora Fenn", "initials"),
        ("A. Lee", "Ann Lee", "initials"),
        ("Nora Fenn", "C. Nora Fenn", "initials"),
        ("Ann Lee", "Lee Ann", "order"),
        ("Johannes Weber", "Johanes Weber", "one letter"),
        ("Иван Петров", "Иван Петрова", "one letter"),
    ],
)
def test_two_spellings_of_one_person_are_found(one: str, other: str, why: str) -> None:
    ((*pair, found),) = similar_names([one, other, "Somebody Else"])
    assert pair == sorted([one, other])
    assert why in found


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Wei Li", "Wei Lu"),
        ("Ann Lee", "Bob Lee"),
        ("Ann Lee", "Ann Ray"),
        ("A. Lee", "B. Lee"),
        ("Johannes Weber", "Johannes Becker"),
        ("李明", "李雷"),
    ],
)
def test_two_people_are_two(one: str, other: str) -> None:
    assert similar_names([one, other]) == []


HEADER = "id,title,authors\n"


def row(authors: str) -> str:
    return f'{HEADER}7,Alpha,"{authors}"\n'


@pytest.mark.parametrize(
    ("typed", "authors"),
    [
        ("Ann Lee (Science & Art)", "Ann Lee (Science & Art)"),
        ("Ann Lee (Science and Art)", "Ann Lee (Science and Art)"),
        ("Ann Lee (A, B and C), Bo Ray", "Ann Lee (A, B and C); Bo Ray"),
        ("Ann Lee (A & B) and Bo Ray (C and D)", "Ann Lee (A & B); Bo Ray (C and D)"),
        ("Ann Lee (A (B), C and D) & Bo Ray", "Ann Lee (A [B], C and D); Bo Ray"),
        ("Ann Lee (A; (B); C); Bo Ray", "Ann Lee (A; [B]; C); Bo Ray"),
        ("Plato (A, B) and Bo Ray", "Plato (A, B); Bo Ray"),
        ("Lee, Ann", "Ann Lee"),
    ],
)
def test_an_affiliation_is_in_one_piece(typed: str, authors: str) -> None:
    (found,) = read(row(typed)).submissions
    assert found.values()["authors"] == authors


@pytest.mark.parametrize("typed", ["Ann Lee (A (B))", "Ann Lee (A", "Ann Lee) A", "A (B)(C)"])
def test_parentheses_that_become_brackets_are_reported(typed: str) -> None:
    (change,) = read(row(typed)).changes
    assert (change.field, change.before) == ("authors", typed)


@pytest.mark.parametrize("typed", ["Ann Lee (A; B)", "Ann Lee [A]", "Ann Lee (A), Bo Ray (B)"])
def test_parentheses_that_stay_are_no_change(typed: str) -> None:
    assert read(row(typed)).changes == []


def test_a_paper_whose_title_is_the_name_of_a_new_page_has_another_name(site: ImportSite) -> None:
    site.import_(f"{HEADER}7,New paper,Ann Lee\n")
    assert site.ids() == ["new-paper-7"]
