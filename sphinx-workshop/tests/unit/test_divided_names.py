"""Names in two parts: what braces say, what the rule finds, and how lists are sorted."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from records import EVENT, paper, person
from sphinx_workshop.core.divided_names import (
    DividedName,
    divided,
    joined,
    may_be_group,
    read,
    written,
)
from sphinx_workshop.core.program import Program

MEADOW = "Bruno {Grünau-Saint Alban}"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (MEADOW, DividedName("Grünau-Saint Alban", "Bruno")),
        ("Bruno { Grünau-Saint  Alban }", DividedName("Grünau-Saint Alban", "Bruno")),
        ("Ann {Lee Ray}, Jr.", DividedName("Lee Ray", "Ann", "Jr.")),
        ("Ann {Lee Ray} III", DividedName("Lee Ray", "Ann", "III")),
        ("{Wang} Xiaoming", DividedName("Wang", "Xiaoming", family_first=True)),
        ("Ludwig van {Meer}", DividedName("Meer", "Ludwig van")),
        ("Dust {Collaboration}", DividedName("Collaboration", "Dust")),
        ("Laura van der Meer", DividedName("van der Meer", "Laura")),
        ("Gerard ’t Hooft", DividedName("’t Hooft", "Gerard")),
        ("Plato", DividedName("Plato")),
    ],
)
def test_braces_say_which_words_are_the_family_name(text: str, found: DividedName) -> None:
    assert divided(*read(text)) == found


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("Ann {Lee", "write one pair of braces, around the family name, like `Ann {Lee Ray}`"),
        ("Ann Lee}", "write one pair of braces"),
        ("Ann }Lee{", "write one pair of braces"),
        ("Ann {Lee} {Ray}", "write one pair of braces"),
        ("Ann {Lee {Ray}}", "write one pair of braces"),
        ("Ann {} Lee", "the braces are empty; put the family name into them"),
        ("Ann Lee { }", "the braces are empty"),
        ("{Ann Lee}, Jr.", "stand around the whole name; leave the given names outside"),
        ("Ann {Lee} Ray", "stand in the middle; put them around the family name, at an end"),
        ("Ann{Lee}", "cut a word; put them around whole words"),
        ("Ann {Lee}-Ray", "cut a word"),
        ("Ann {Lee, Jr.}", "hold a comma; put what follows it after them"),
    ],
)
def test_other_braces_are_rejected_with_their_remedy(text: str, problem: str) -> None:
    with pytest.raises(ValueError, match="like `Ann") as caught:
        read(text)
    assert str(caught.value).startswith(f"'{text}': ")
    assert problem in str(caught.value)


@pytest.mark.parametrize(
    ("parts", "name"),
    [
        (("Ann", "Lee"), "Ann Lee"),
        (("Laura", "van der Meer"), "Laura van der Meer"),
        (("Maria", "Rivera Lopez"), "Maria {Rivera Lopez}"),
        (("Laura van der", "Meer"), "Laura van der {Meer}"),
        (("Ann", "Lee Jr."), "Ann Lee Jr."),
        (("Ann", "Lee, Jr."), "Ann Lee, Jr."),
        (("Ann", "Lee Ray Jr."), "Ann {Lee Ray} Jr."),
        (("Ann", "Lee Ray", "Jr."), "Ann {Lee Ray} Jr."),
        (("", "Plato"), "Plato"),
        (("Ann", ""), "Ann"),
        (("Hay", "Collaboration"), "Hay Collaboration"),
    ],
)
def test_names_in_parts_get_braces_only_where_the_rule_would_divide_otherwise(
    parts: tuple[str, ...], name: str
) -> None:
    assert written(*joined(*parts)) == name


WORDS = st.lists(st.from_regex(r"[A-ZÀ-Þ][a-zß-öø-ÿ’\-]{1,8}", fullmatch=True), min_size=1)


@given(WORDS, WORDS)
def test_any_parts_are_found_again_in_the_name_that_is_made_of_them(
    first: list[str], last: list[str]
) -> None:
    family = " ".join(last)
    name = written(*joined(" ".join(first), family))
    assert divided(*read(name)).family == family
    assert written(*read(name)) == name


@pytest.mark.parametrize(
    ("text", "letter"),
    [
        ("Ann Étoile", "E"),
        ("Ann Østby", "O"),
        ("Ann Þorn", "T"),
        ("Gerard ’t Hooft", "T"),
        ("Laura van der Meer", "V"),
        (MEADOW, "G"),
        ("{Wang} Li", "W"),
        ("Иван Петров", "П"),
        ("李明", "李"),
        ("The Hay Team", "T"),
    ],
)
def test_a_name_stands_under_the_first_letter_of_the_family_name(text: str, letter: str) -> None:
    assert divided(*read(text)).letter == letter


@pytest.mark.parametrize(
    ("text", "letters"),
    [
        ("Marc Grünau-Company", "MG"),
        (MEADOW, "BG"),
        ("Laura van der Meer", "LV"),
        ("{Wang} Li", "WL"),
        ("Ann Lee, Jr.", "AL"),
        (", Jr.", "J"),
        ("Salt and Pepper Collaboration", "SC"),
    ],
)
def test_initials_follow_the_parts(text: str, letters: str) -> None:
    assert divided(*read(text)).initials == letters


def test_braces_hold_for_every_place_and_spelling_of_a_name() -> None:
    first = paper("alpha", MEADOW, number=1)
    other = paper("beta", "Bruno Grünau-Saint Alban; B. Grunau-Saint Alban; Ann Lee Ray", number=2)
    entry = person("ann", "Ann Lee Ray", family="Lee Ray")
    bruno = person("b", "Bruno Grünau-Saint Alban", also="B. Grunau-Saint Alban")
    found = Program(EVENT, [first, other, entry, bruno])
    assert [found.divided(author).turned for author in other.authors] == [
        "Grünau-Saint Alban, Bruno",
        "Grunau-Saint Alban, B.",
        "Lee Ray, Ann",
    ]


def test_authors_are_in_the_order_of_their_family_names() -> None:
    names = f"Ann Zoe; {MEADOW}; Cy Grün; Laura van der Meer; Dana Fox; Émile Fox; Иван Петров"
    found = Program(EVENT, [paper("alpha", names)])
    assert [
        (letter, [author.title for author in authors])
        for letter, authors in found.authors_by_letter()
    ] == [
        ("F", ["Dana Fox", "Émile Fox"]),
        ("G", ["Cy Grün", "Bruno Grünau-Saint Alban"]),
        ("V", ["Laura van der Meer"]),
        ("Z", ["Ann Zoe"]),
        ("П", ["Иван Петров"]),
    ]


@pytest.mark.parametrize("text", ["{NASA Ames}", "{ATLAS}", "{Institute of Waves}"])
def test_braces_around_the_whole_name_say_that_it_is_not_divided(text: str) -> None:
    name, family = read(text)
    assert divided(name, family) == DividedName(name, is_whole=True)
    assert written(name, family) == text


@pytest.mark.parametrize(
    ("name", "hinted"),
    [
        ("NASA Ames", True),
        ("Institute of Waves", True),
        ("The Salt Archive", True),
        ("KV Rao", False),
        ("MARIA RIVERA", False),
        ("Ludwig van Beethoven", False),
        ("LSST Collaboration", False),
        ("Salt and Pepper", False),
        ("ATLAS", False),
    ],
)
def test_a_name_that_looks_like_a_groups_is_told_from_others(name: str, hinted: bool) -> None:
    assert may_be_group(name) is hinted
