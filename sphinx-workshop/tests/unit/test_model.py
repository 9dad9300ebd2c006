"""Ids of names and titles are short, safe and unique; words that readers see begin large."""

from __future__ import annotations

import re
from pathlib import PurePosixPath, PureWindowsPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinx_workshop.core import fields
from sphinx_workshop.core.model import person_id
from sphinx_workshop.core.slugs import LONGEST, RESERVED, title_slug
from sphinx_workshop.core.vocabulary import FORMATS, KINDS, ROLES, Word


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("Basil Médard", "basil-medard"),
        ("Aleksandra Ćirković", "aleksandra-cirkovic"),
        ("Łukasz Ørsted", "lukasz-orsted"),
        ("Kenzo W.K Wang", "kenzo-w-k-wang"),
        ("Laurence Gareau-Lepage", "laurence-gareau-lepage"),
        ("Conor O’Neil", "conor-oneil"),
        # The same letter, composed and decomposed.
        ("Me\u0301dard", "medard"),
    ],
)
def test_an_id_is_the_name_in_plain_letters(name: str, slug: str) -> None:
    assert person_id(name) == slug


@pytest.mark.parametrize("name", ["李明", "Иван Петров", "Ιωάννης", "محمد", "ユキ"])
def test_a_name_in_another_script_has_an_id_of_its_own_in_ascii(name: str) -> None:
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", person_id(name))
    assert person_id(name) != person_id(name[::-1])


@pytest.mark.parametrize("member", [*KINDS, *ROLES, *FORMATS])
def test_every_word_that_readers_see_begins_with_a_capital(member: Word) -> None:
    assert member.label[0].isupper()


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("AlphaNet: learning to see", "alphanet"),
        ("A Study of the Things that Are Here for All of Us", "study-of-the-things-that-are-here"),
        ("Dark matter and more of it: a review", "dark-matter-and-more-of-it-a-review"),
        ("3D lenses", "3d-lenses"),
        ("αNet: learning", "alphanet"),
        ("Λ and Σ", "lambda-and-sigma"),
        ("\u03a2 unassigned", "unassigned"),
        ("Über Ångström & Łódź", "uber-angstrom-lodz"),
        ("李明", "paper-58"),
        ("“…”", "paper-58"),
        ("Index", "index-58"),
        ("CON: a study", "con-58"),
        ("../../etc/passwd", "etc-passwd"),
        ("..\\..\\nul", "nul-58"),
        ("Taken", "taken-58"),
    ],
)  # fmt: skip
def test_a_title_makes_an_id(title: str, slug: str) -> None:
    assert title_slug(title, "paper", "58", {"taken"}) == slug


def test_an_id_is_unique_however_often_a_title_comes() -> None:
    taken: set[str] = set()
    for _ in range(5):
        taken.add(title_slug("Same", "paper", "58", taken))
    assert len(taken) == 5


@given(st.text(), st.text(max_size=10))
def test_any_title_makes_a_name_of_a_file_in_the_folder(title: str, name: str) -> None:
    slug = title_slug(title, "paper", name, ())
    assert fields.slug(slug) == slug
    assert re.fullmatch("[a-z0-9-]+", slug)
    assert slug not in RESERVED
    assert len(slug) <= LONGEST + len(name) * 6 + 1
    for path in (PurePosixPath(slug), PureWindowsPath(slug)):
        assert path.parts == (slug,)
