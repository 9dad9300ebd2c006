"""Reads and writes author lists: `First Last* (Affiliation; Affiliation); First {Family Name}`."""

from __future__ import annotations

import re
from typing import NamedTuple

from . import divided_names, fields
from .model import Author
from .words import N_


class Mark(NamedTuple):
    """A sign after a name: what it says of the author, and what pages say."""

    sign: str
    fact: str  # the attribute of `Author`
    words: str


MARKS = (
    Mark("*", "presenting", N_("(presenting)")),
    Mark("=", "equal", N_("(equal contribution)")),
    Mark("†", "corresponding", N_("(corresponding author)")),
)
"""What may stand after a name, in this order."""

_SIGNS = tuple(mark.sign for mark in MARKS)
MAIL = re.compile(r"\S@\S+\.\w")
"""What no name may hold: an e-mail address, or what looks like one."""
IN_NAME = r"(?:[^()]|\([^()]*\)(?=\s*(?!and\b|AND\b)[^\s()*=†,;&]))*?"
"""A name as a pattern: what stands in parentheses with more of it behind is a part of it."""
_ENTRY = re.compile(rf"({IN_NAME})(\s*[*=†][*=†\s]*)?(?:\s*\(([^()]*)\))?")
_JOINED = re.compile(r"(?:^|\s+)(?:and|AND)\s+(?=[^\W\d_])|\s+&\s+(?=[^\W\d_])|[，、；]")


def names_in(name: str) -> list[str]:
    """Return the names that stand in one, as in `Ann Lee and Bob Ray`; most often itself alone."""
    if divided_names.is_group(name):
        return [name]
    return [part for part in _JOINED.split(name) if part] or [name]


def authors(value: str | None) -> tuple[Author, ...]:
    """Read `First Last* (Affiliation; Affiliation); First Last`; `MARKS` may follow a name.

    Braces may stand around a family name: `Bruno {Régaldo-Saint Blancard}`.
    """
    # Semicolons inside parentheses separate affiliations, the others separate authors.
    entries = re.split(r";(?![^()]*\))", fields.text(value))
    found = tuple(_author(entry) for entry in entries)
    presenting = [author.name for author in found if author.presenting]
    if len(presenting) > 1:
        raise ValueError(f"{' and '.join(presenting)} are both marked as presenting; leave one `*`")
    names = [author.name for author in found]
    if repeated := {name for name in names if names.count(name) > 1}:
        raise ValueError(f"'{min(repeated)}' is listed twice; delete one")
    return found


def spellings(value: str | None) -> tuple[str, ...]:
    """Read other spellings of a name, without braces: those of the name hold for them."""
    found = fields.items(value)
    if braced := next((name for name in found if {"{", "}"} & {*name}), ""):
        raise ValueError(f"'{braced}': leave the braces out; those of the name itself are enough")
    return found


def written(authors: tuple[Author, ...]) -> str:
    """Return an author list as its option has it."""
    return "; ".join(map(_written, authors))


def facts(author: Author) -> dict[str, bool]:
    """Return what marks may say of an author, and whether it is so."""
    return {mark.fact: getattr(author, mark.fact) for mark in MARKS}


def marked(author: Author) -> list[Mark]:
    """Return the marks of an author."""
    return [mark for mark in MARKS if getattr(author, mark.fact)]


def _written(author: Author) -> str:
    signs = "".join(mark.sign for mark in marked(author))
    places = f" ({'; '.join(author.affiliations)})" if author.affiliations else ""
    return f"{divided_names.written(author.name, author.family)}{signs}{places}"


def _author(entry: str) -> Author:
    """Read one entry of an author list."""
    entry = " ".join(entry.split())
    match = _ENTRY.fullmatch(entry)
    if match is None:
        raise ValueError(_unreadable(entry))
    name, signs, affiliations = match.groups()
    name, family = divided_names.read(name.strip())
    if issue := _issue(name):
        raise ValueError(issue)
    places = fields.items(affiliations) if affiliations is not None else ()
    said = {mark.fact: mark.sign in (signs or "") for mark in MARKS}
    return Author(name, places, **said, family=family)


def _unreadable(entry: str) -> str:
    """Return why an entry cannot be read."""
    if entry.endswith(_SIGNS):
        return f"'{entry}': put the `{entry[-1]}` right after the name"
    if entry.count("(") > entry.count(")"):
        return f"'{entry}': the parenthesis is not closed; write ')' after the affiliations"
    if found := re.search(r"\)\s*(,|and |& ?)", entry):
        return f"'{entry}': put a semicolon, not '{found[1].strip()}', between authors"
    return f"'{entry}' cannot be read; write `First Last (Affiliation; Affiliation)`"


def _issue(name: str) -> str:
    """Return what is wrong with a name."""
    if not name:
        return "an author has no name; put one semicolon between authors and none at the end"
    if MAIL.search(name):
        return f"'{name}' holds an e-mail address, which no page shows; delete it"
    if name.startswith(",") or "," in divided_names.SUFFIX.sub("", name):
        return f"'{name}' holds a comma; put semicolons between authors, first names first"
    if found := next((sign for sign in _SIGNS if sign in name), ""):
        return f"'{name}': put the `{found}` right after the name"
    if (names := names_in(name)) != [name]:
        return f"'{name}' joins authors; put a semicolon between them: '{'; '.join(names)}'"
    return ""
