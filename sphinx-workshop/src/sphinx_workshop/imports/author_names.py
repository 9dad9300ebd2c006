"""Reads author lists as submission systems write them."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from ..core import author_list, divided_names
from ..core.model import Author, person_id
from .cleaning import LONGEST_LIST, has_address, private

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

_SUFFIX = re.compile(r"(?:jr|sr|ii|iii|iv|ph\.?d)\.?", re.IGNORECASE)
_MARKS = re.compile(r"[*†‡§¶=]")
_ENTRY = re.compile(
    rf"\s*({author_list.IN_NAME})[\s*†‡§¶=]*(?:\(((?:[^()]|\([^()]*\))*)\))?[\s*†‡§¶=]*"
)
_NAME = re.compile(rf"{author_list.IN_NAME}")
_ASIDE = re.compile(r"\((?:[^()]|\([^()]*\))*\)")
_MAIL = "an e-mail address among the authors is left out"
SEPARATORS = r",|\band\b|&"
"""What separates names where no semicolon does."""
_BRACKETS = str.maketrans("();", "[],")
NO_BRACES = str.maketrans("", "", "{}")
"""What `str.translate` leaves out of names; on pages, braces have a meaning."""


class Listed(NamedTuple):
    """An author whom a source has apart from the others; what it does not have is empty."""

    name: str  # all of it
    place: str = ""  # the affiliations, as one text
    family: str = ""  # the part of the name that is the family name


def last_first(text: str, remark: Callable[[str], None]) -> tuple[Author, ...]:
    """Read `Last, First*; Last, First`; `*` is the primary contact, who need not present.

    Args:
        text: the list.
        remark: takes a remark on what was dropped.
    """
    entries = _private_list(text, remark).split(";")
    return _authors((_turned(_name(entry)) for entry in entries), remark)


def first_last(
    text: str, remark: Callable[[str], None], marks: Mapping[str, str] | None = None
) -> tuple[Author, ...]:
    """Read `First Last* (Affiliation); …`, `Last, First; …` or `A, B and C`.

    Args:
        text: the list.
        remark: takes a remark on what was dropped.
        marks: what marks after names say, as an attribute of `Author`; others are left out.
    """
    found = (_entry(entry, marks or {}) for entry in _split(_private_list(text, remark), remark))
    return _authors(found, remark)


def placed(people: Iterable[Listed], remark: Callable[[str], None]) -> tuple[Author, ...]:
    """Return authors of whole names, with their affiliations and their family names."""
    found = []
    for person in people:
        if has_address(person.name):
            remark(_MAIL)
        name, place = _name(private(person.name)), private(person.place)
        found.append(Author(name, places(place), family=family_in(name, person.family)))
    return _authors(found, remark)


def family_in(name: str, family: str) -> str:
    """Return the family name that a source has, where the rule finds another in the name."""
    family = _name(private(family))
    given = name.removesuffix(family).strip()
    return divided_names.joined(given, family)[1] if family and given != name else ""


def _private_list(text: str, remark: Callable[[str], None]) -> str:
    if has_address(text, LONGEST_LIST):
        remark(_MAIL)
    if len(text) > LONGEST_LIST:
        remark(f"the authors are cut after {LONGEST_LIST:,} characters; add the others by hand")
    return private(text, LONGEST_LIST)


def _split(text: str, remark: Callable[[str], None]) -> list[str]:
    entries = cut(text, ";")
    if len(entries) > 1:
        return entries
    parts, by_comma = cut(text, SEPARATORS), len(cut(text, ",")) > 1
    if len(parts) == 2 and by_comma and min(len(part.split()) for part in parts) == 1:
        return [text]  # `Last, First`
    if by_comma and any(len(part.split()) == 1 for part in parts):
        remark("the authors may be divided wrongly; separate them by semicolons")
    return parts


def cut(text: str, mark: str) -> list[str]:
    """Cut a text at each mark, a pattern, that does not stand in parentheses."""
    open_text = _ASIDE.sub(lambda aside: "\0" * len(aside[0]), text)
    marks = [found.span() for found in re.finditer(mark, open_text)]
    starts, ends = [0, *(end for _, end in marks)], [*(start for start, _ in marks), len(text)]
    return [text[start:end] for start, end in zip(starts, ends, strict=True)]


def _entry(entry: str, marks: Mapping[str, str]) -> Author:
    known = {mark.fact for mark in author_list.MARKS}
    outside = re.sub(r"\([^()]*\)", "", entry)
    facts = {fact: True for mark, fact in marks.items() if fact in known and mark in outside}
    match = _ENTRY.fullmatch(entry)
    name, listed = match.groups() if match else (entry, "")
    read = _turned(_name(name))
    return Author(read.name, places(listed or ""), **facts, family=read.family)


def places(text: str) -> tuple[str, ...]:
    """Return the affiliations of a list."""
    found = (" ".join(place.translate(_BRACKETS).split()) for place in text.split(";"))
    return tuple(dict.fromkeys(place.strip(" ,*") for place in found if place.strip(" ,*")))


def _name(text: str) -> str:
    """Return a name without what the site's author lists give a meaning."""
    text = text.replace(";", ",").translate(NO_BRACES)
    return " ".join(_MARKS.sub(" ", text).split()).strip(" ,")


def _turned(name: str) -> Author:
    """Return `First Last` of `Last, First`, with a `Jr.` at the end."""
    last, comma, rest = name.partition(",")
    if not comma:
        return Author(name)
    parts = [part.strip() for part in rest.split(",")]
    suffixes = [part for part in parts if _SUFFIX.fullmatch(part)]
    first = [part for part in parts if not _SUFFIX.fullmatch(part)]
    name, family = divided_names.joined(" ".join(first), last, " ".join(suffixes))
    return Author(name, family=family)


def _uncut(name: str) -> str:
    """Return a name without commas that a list would be cut at; those of `, Jr.` stay."""
    kept = divided_names.SUFFIX.sub(lambda suffix: suffix[0].replace(",", "\0"), name)
    return " ".join(kept.replace(",", " ").replace("\0", ",").split())


def _without_mail(name: str, remark: Callable[[str], None]) -> str:
    """Return a name without words that a page rejects as an e-mail address."""
    words = name.split()
    kept = [word for word in words if not author_list.MAIL.search(word)]
    if kept != words:
        remark(_MAIL)
    return " ".join(kept)


def _distinguished(found: Iterable[Author], remark: Callable[[str], None]) -> Iterable[Author]:
    """Yield authors whose names a page can hold; one that joins several is all of them."""
    for read in found:
        name = _without_mail(_uncut(read.name), remark)
        if len(names := author_list.names_in(name)) > 1:
            remark(f"'{name}' is read as {len(names)} authors; check their affiliations")
        for number, part in enumerate(names, start=1):
            whole = part if _NAME.fullmatch(part) else part.translate(_BRACKETS)
            family = read.family if divided_names.written(whole, read.family) != whole else ""
            presenting = read.presenting and number == len(names)
            yield replace(read, name=whole, family=family, presenting=presenting)


def _authors(found: Iterable[Author], remark: Callable[[str], None]) -> tuple[Author, ...]:
    """Return the authors that have a name, each once, at most one of them presenting."""
    kept: dict[str, Author] = {}
    presenting = False
    for author in _distinguished(found, remark):
        if not any(letter.isalpha() for letter in author.name):
            remark("an empty author is left out")
        elif author.name in kept:
            remark(f"'{author.name}' is listed twice and taken once")
        else:
            if author.presenting and presenting:
                remark(f"'{author.name}' is a second one marked as presenting; the first is kept")
            mark = author.presenting and not presenting
            presenting = presenting or mark
            kept[author.name] = replace(author, presenting=mark)
    return tuple(kept.values())


def presented_by(
    authors: tuple[Author, ...], name: str, remark: Callable[[str], None]
) -> tuple[Author, ...]:
    """Return the authors, the one of this name presenting."""
    if not any(person_id(author.name) == person_id(name) for author in authors):
        remark(f"the presenter '{name}' is none of the authors")
        return authors
    return tuple(
        replace(author, presenting=person_id(author.name) == person_id(name)) for author in authors
    )
