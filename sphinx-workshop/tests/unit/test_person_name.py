"""A person's name is found in each form that pages have, and nobody else's is."""

from __future__ import annotations

import pytest

from sphinx_workshop.editing.person_name import PersonName

LEE = PersonName(["Ann Lee", "Ann C. Lee"], "Max O. Lee", ["Mary Ann Lee", "Bo Lee", "Cy Fox"])


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("Ann Lee* (North); Bo Lee", "Max O. Lee* (North); Bo Lee"),
        ("by Ann C. Lee.", "by Max O. Lee."),
        ("Ann\n  Lee’s talk", "Max O. Lee’s talk"),
        ("Ánn LEE, A\u0301nn Lee", "Max O. Lee, Max O. Lee"),
        ("ANN LEE", "MAX O. LEE"),
        ("Lee, Ann; Fox, Cy", "Lee, Max O.; Fox, Cy"),
        ("*Ann Lee*, [Ann Lee](x.md#person-ann-lee)",
         "*Max O. Lee*, [Max O. Lee](x.md#person-max-o-lee)"),
        ("{person}`ann-lee` :id: keynote-ann-lee", "{person}`max-o-lee` :id: keynote-max-o-lee"),
        ("ann_lee.jpg", "max_o_lee.jpg"),
    ],
)  # fmt: skip
def test_each_form_of_a_name_is_replaced_by_the_same_form(text: str, after: str) -> None:
    assert LEE.replaced(text) == after


@pytest.mark.parametrize(
    "text",
    [
        "Mary Ann Lee and mary-ann-lee",
        "by Bo Lee, Ann Fox and others",
        "Joann Leeds",
        "ann Lee",
        "Ann, Lee and Fox",
        "Ann-Lee Fox",
        "Ann\n\nLee",
        "Max O. Lee",
    ],
)
def test_what_is_no_name_of_the_person_stays(text: str) -> None:
    assert LEE.replaced(text) == text


def test_a_new_name_that_holds_the_old_one_is_written_once() -> None:
    fox = PersonName(["Ann Lee"], "Ann Lee-Fox")
    once = fox.replaced("Ann Lee; ann-lee")
    assert once == "Ann Lee-Fox; ann-lee-fox"
    assert fox.replaced(once) == once
    assert not fox.may_be_in(once)


def test_a_name_of_one_word_is_no_common_word() -> None:
    plato = PersonName(["Plato"], "Aristocles")
    text = "Plato on plato-like lines; person-plato, {person}`plato`"
    after = "Aristocles on plato-like lines; person-aristocles, {person}`aristocles`"
    assert plato.replaced(text) == after


@pytest.mark.parametrize(
    "name",
    [
        "Krishna (Dj) Lee",
        "William “Bill” Lee",
        "Jean-Luc O’Brien",
        "Ann d'Lee $x",
        "Al. B. Lee",
        "‘Abd Lee, Jr.",
    ],
)
def test_characters_within_a_name_are_parts_of_it(name: str) -> None:
    assert PersonName([name], "Bo Ray").replaced(f"A; {name}* (North)") == "A; Bo Ray* (North)"


def test_names_beyond_latin_letters_are_found_with_their_ids() -> None:
    assert PersonName(["李雷"], "李明").replaced("李雷; u674e-u96f7") == "李明; u674e-u660e"
    assert (
        PersonName(["Ørsted Łoś"], "Bo Ray").replaced("Ørsted Łoś, orsted-los") == "Bo Ray, bo-ray"
    )


def test_who_has_no_name_any_more_is_n_n_with_one_full_stop() -> None:
    assert PersonName(["Ann Lee"], "").replaced("We thank Ann Lee.") == "We thank N. N."


@pytest.mark.parametrize(
    "text", ["https://example.org/annlee", "lee-ann.svg", "@AnnLee", "ann lee"]
)
def test_other_forms_are_pointed_out(text: str) -> None:
    assert LEE.may_be_in(text)
    assert not LEE.may_be_in("Hermann Lee, Max O. Lee")
