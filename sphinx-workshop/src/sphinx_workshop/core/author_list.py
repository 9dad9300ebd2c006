"""Reads and writes author lists: `First Last* (Affiliation; Affiliation); First (Nick) Last`."""

from __future__ import annotations

import re

from . import fields
from .model import Author

SUFFIX = re.compile(
    r",\s*(?:(?:Jr|Sr|Ph\.? ?D|M\.? ?D)\b\.?|(?:I{2,3}|IV|VI{0,3}|IX)\b(?!\.))(?=\s*(?:,|$))"
)
"""What may follow a comma in a name."""
MAIL = re.compile(r"\S@\S+\.\w")
"""What no name may hold: an e-mail address, or what looks like one."""
IN_NAME = r"(?:[^()]|\([^()]*\)(?=\s*(?!and\b|AND\b)[^\s()*,;&]))*?"
"""A name as a pattern: what stands in parentheses with more of it behind is a part of it."""
_ENTRY = re.compile(rf"({IN_NAME})(\s*\*)?(?:\s*\(([^()]*)\))?")
_JOINED = re.compile(r"(?:^|\s+)(?:and|AND)\s+(?=[^\W\d_])|\s+&\s+(?=[^\W\d_])|[，、；]")
# A group of people that signs as one may have both words in its name.
_GROUP = re.compile(
    r"(?:Collaborations?|Consorti(?:um|a)|Group|Team|Project|Survey|Network|Partnership)s?"
)


def names_in(name: str) -> list[str]:
    """Return the names that stand in one, as in `Ann Lee and Bob Ray`; most often itself alone."""
    words = name.split()
    if words and _GROUP.fullmatch(words[-1]) and not re.search(r"\band the\b", name):
        return [name]
    return [part for part in _JOINED.split(name) if part] or [name]


def authors(value: str | None) -> tuple[Author, ...]:
    """Read `First Last* (Affiliation; Affiliation); First Last`, `*` marking who presents."""
    # Semicolons inside parentheses separate affiliations, the others separate authors.
    entries = re.split(r";(?![^()]*\))", fields.text(value))
    found = tuple(_author(entry) for entry in entries)
    presenting = [author.name for author in found if author.presenting]
    if len(presenting) > 1:
        raise ValueError(f"{' and '.join(presenting)} are both marked as presenting; leave one `*`")
    names = [author.name for author in found]
    if repeated := {name for name in names if names.count(name) > 1}:
        raise ValueError(f"'{min(repeated)}' stands there twice; delete one")
    return found


def written(authors: tuple[Author, ...]) -> str:
    """Return an author list as its option has it."""
    return "; ".join(map(_written, authors))


def _written(author: Author) -> str:
    mark = "*" if author.presenting else ""
    places = f" ({'; '.join(author.affiliations)})" if author.affiliations else ""
    return f"{author.name}{mark}{places}"


def _author(entry: str) -> Author:
    """Read one entry of an author list."""
    entry = " ".join(entry.split())
    match = _ENTRY.fullmatch(entry)
    if match is None:
        raise ValueError(_unreadable(entry))
    name, mark, affiliations = match.groups()
    if issue := _issue(name.strip()):
        raise ValueError(issue)
    places = fields.items(affiliations) if affiliations is not None else ()
    return Author(name.strip(), places, mark is not None)


def _unreadable(entry: str) -> str:
    """Return why an entry cannot be read."""
    if entry.endswith("*"):
        return f"'{entry}': put the `*` right after the name"
    if found := re.search(r"\)\s*(,|and |& ?)", entry):
        return f"'{entry}': put a semicolon, not '{found[1].strip()}', between authors"
    return f"'{entry}' cannot be read; write `First Last (Affiliation; Affiliation)`"


def _issue(name: str) -> str:
    """Return what is wrong with a name."""
    if not name:
        return "an author has no name; put one semicolon between authors and none at the end"
    if MAIL.search(name):
        return f"'{name}' holds an e-mail address, which no page shows; delete it"
    if "," in SUFFIX.sub("", name):
        return f"'{name}' holds a comma; put semicolons between authors, first names first"
    if "*" in name:
        return f"'{name}': put the `*` right after the name"
    if (found := names_in(name)) != [name]:
        return f"'{name}' joins authors; put a semicolon between them: '{'; '.join(found)}'"
    return ""
