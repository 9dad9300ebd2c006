"""What contributors may write in options, and what they are reported where they may not."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pytest

from rejections import rejection
from sphinx_workshop.core import author_list, fields, identifiers
from sphinx_workshop.core.vocabulary import KINDS, ROLES, Kind, Role

if TYPE_CHECKING:
    from collections.abc import Callable


EVERY_CONVERTER: list[Callable[[str | None], object]] = [
    fields.text,
    fields.items,
    fields.slug,
    fields.slugs,
    fields.number,
    partial(fields.choice, kinds=KINDS),
    partial(fields.choices, kinds=ROLES),
    fields.url,
    identifiers.arxiv,
    author_list.authors,
    fields.day,
    fields.zone,
    fields.time_range,
    fields.moment,
]


@pytest.mark.parametrize("convert", EVERY_CONVERTER)
@pytest.mark.parametrize("nothing", [None, "", "  ", "\n"])
def test_an_empty_value_is_rejected_everywhere(
    convert: Callable[[str | None], object], nothing: str | None
) -> None:
    assert "it is empty; write a value, or delete the line" in rejection(convert, nothing)


def test_text_folds_white_space() -> None:
    assert fields.text(" a \n  b\tc ") == "a b c"


# Lists and ids ---------------------------------------------------------------------------------


def test_items_are_split_at_semicolons_and_keep_commas() -> None:
    assert fields.items("a; b  c ;d, e") == ("a", "b c", "d, e")


@pytest.mark.parametrize("value", ["a;", ";a", "a;;b", ";", "a; ;b"])
def test_an_empty_item_is_rejected(value: str) -> None:
    assert "an entry is empty; put one semicolon between entries" in rejection(fields.items, value)


@pytest.mark.parametrize("value", ["a", "keynote-meyer", "3d-maps", "a-1-b", "58"])
def test_a_slug_is_taken_as_written(value: str) -> None:
    assert fields.slug(f" {value} ") == value


@pytest.mark.parametrize(
    ("value", "remedy"),
    [
        ("Keynote", "write 'keynote'"),
        ("Ann Lee", "write 'ann-lee'"),
        ("a_b", "write 'a-b'"),
        ("a--b", "write 'a-b'"),
        ("-a", "write 'a'"),
        ("ménard", "write 'menard'"),
        ("a/b", "write 'a-b'"),
        ("宇宙", "like 'opening-talk'"),
    ],
)
def test_what_is_no_slug_is_rejected_with_one_that_is(value: str, remedy: str) -> None:
    assert remedy in rejection(fields.slug, value)


def test_slugs_keep_their_order() -> None:
    assert fields.slugs("b; a; c") == ("b", "a", "c")


def test_ids_between_commas_are_rejected_with_the_remedy() -> None:
    assert rejection(fields.slugs, "a, b") == "put semicolons between ids, not commas"


def test_an_id_named_twice_is_rejected_by_name() -> None:
    assert rejection(fields.slugs, "a; b; a") == "'a' stands there twice; delete one"


# Numbers, choices, addresses -------------------------------------------------------------------


@pytest.mark.parametrize(("value", "number"), [("58", 58), (" 7 ", 7), ("007", 7)])
def test_a_number_is_read(value: str, number: int) -> None:
    assert fields.number(value) == number


@pytest.mark.parametrize("value", ["0", "-1", "1.5", "fifty", "5 8", "٥٨", "²", "#58"])
def test_what_is_no_whole_number_is_rejected(value: str) -> None:
    assert rejection(fields.number, value) == "write a whole number, like 58"


def test_a_choice_is_a_member_of_its_enumeration() -> None:
    assert fields.choice("poster-session", KINDS) is Kind.POSTERS
    assert fields.choices("keynote; co-chair", ROLES) == (Role.KEYNOTE, Role.CO_CHAIR)


def test_a_wrong_choice_is_answered_by_what_there_is_and_what_was_meant() -> None:
    reported = rejection(partial(fields.choice, kinds=KINDS), "keynot")
    assert reported == f"choose among {', '.join(map(str, KINDS))}; did you mean 'keynote'?"


@pytest.mark.parametrize(
    "value", ["https://example.org", "http://example.org/a?b=c#d", "https://example.org/ä"]
)
def test_a_web_address_is_taken_as_written(value: str) -> None:
    assert fields.url(value) == value


@pytest.mark.parametrize(
    "value",
    [
        "example.org",
        "/a/b",
        "//example.org",
        "https://",
        "https://example.org/a b",
        "javascript:alert(1)",
        "JavaScript://example.org/%0aalert(1)",
        "file:///etc/passwd",
        "data:text/html,x",
        "mailto:a@example.org",
        "https://[",
        "https://example.org:port/",
        "https://example.org:0/",
    ],
)
def test_what_is_no_web_address_is_rejected(value: str) -> None:
    assert rejection(fields.url, value) == "write a whole web address that begins with https://"


@pytest.mark.parametrize(
    "value", ["2206.08199", "0704.0001", "cond-mat/0601001", "math.GT/0309136"]
)
def test_an_arxiv_number_is_taken_as_written(value: str) -> None:
    assert identifiers.arxiv(value) == value


@pytest.mark.parametrize(
    "value", ["arXiv:2206.08199", "2206.08199v2", "https://arxiv.org/abs/2206.08199", "2206"]
)
def test_an_arxiv_number_stands_alone(value: str) -> None:
    assert rejection(identifiers.arxiv, value) == "write the arXiv number alone, like 2206.08199"


@pytest.mark.parametrize("value", ["10.1000/182", "10.3847/1538-4357/ac7f9e", "10.1002/(SICI)1<2>"])
def test_a_doi_is_taken_as_written(value: str) -> None:
    assert (
        identifiers.doi(value)
        == identifiers.doi(identifiers.bare_doi(f"https://doi.org/{value}"))
        == value
    )


@pytest.mark.parametrize("value", ["doi:10.1000/182", "https://doi.org/10.1000/182", "10.1/2", "1"])
def test_a_doi_stands_alone(value: str) -> None:
    assert rejection(identifiers.doi, value) == "write the DOI alone, like 10.1000/182"


@pytest.mark.parametrize("value", ["0000-0002-1825-0097", "0000-0002-1694-233X"])
def test_an_orcid_is_taken_as_written(value: str) -> None:
    assert identifiers.orcid(value) == identifiers.bare_orcid(f"https://orcid.org/{value}") == value


@pytest.mark.parametrize("value", ["0000000218250097", "0000-0002-1825", "Ann Lee"])
def test_an_orcid_stands_alone(value: str) -> None:
    assert (
        rejection(identifiers.orcid, value) == "write the ORCID iD alone, like 0000-0002-1825-0097"
    )


@pytest.mark.parametrize("value", ["0000-0002-1825-0079", "0000-0002-1694-2333"])
def test_an_orcid_with_a_wrong_digit_is_rejected(value: str) -> None:
    assert rejection(identifiers.orcid, value).startswith("a digit is wrong")


def test_words_after_an_address_say_what_is_there() -> None:
    found = fields.named_url("https://doi.org/10.1000/182  journal  version")
    assert found == ("https://doi.org/10.1000/182", "journal version")
    assert fields.named_url(str(found)) == found


@pytest.mark.parametrize(
    ("value", "remedy"),
    [
        ("https://doi.org/10.1000/182", "write after the address what is there"),
        ("journal version", "write a whole web address"),
    ],
)
def test_an_address_needs_its_words(value: str, remedy: str) -> None:
    assert rejection(fields.named_url, value).startswith(remedy)
