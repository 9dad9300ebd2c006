"""Ids of titles are short, safe, unique, and stay inside their folder."""

from __future__ import annotations

import re
from pathlib import PurePosixPath, PureWindowsPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinx_workshop.core import fields
from sphinx_workshop.core.slugs import LONGEST, RESERVED, title_slug


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
