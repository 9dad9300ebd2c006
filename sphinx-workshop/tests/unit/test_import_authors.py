"""Lists of authors are cut where names end, and nowhere inside of an affiliation."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from import_site import ImportSite
from readings import read

if TYPE_CHECKING:
    from pathlib import Path

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


def test_a_paper_whose_title_is_the_name_of_a_new_page_has_another_name(tmp_path: Path) -> None:
    site = ImportSite(tmp_path)
    site.import_(f"{HEADER}7,New paper,Ann Lee\n")
    assert site.ids() == ["new-paper-7"]
