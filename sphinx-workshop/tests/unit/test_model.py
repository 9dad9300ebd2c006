"""Ids made from names, and the words for kinds and roles."""

from __future__ import annotations

import re

import pytest

from sphinx_workshop.core.model import person_id
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
