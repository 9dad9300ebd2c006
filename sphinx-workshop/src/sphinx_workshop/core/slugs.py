"""Makes ids of titles: short, ASCII, unique, and safe as the name of a file everywhere."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from unicodedata import name

from docutils.nodes import make_id

if TYPE_CHECKING:
    from collections.abc import Container

LONGEST = 40
_SHORT_WORDS = 3  # before a colon: `AlphaNet: learning to …` is called by its own name

# `index` is a listing's, a new page is to be renamed; the others are devices on Windows, where no
# file can have their names.
RESERVED = frozenset(
    {"index", *(f"new-{kind}" for kind in ("paper", "topic")), "con", "prn", "aux", "nul"}
    | {f"{device}{n}" for device in ("com", "lpt") for n in range(10)}
)
_SMALL = frozenset(
    [
        *("a", "an", "and", "as", "at", "by", "for", "from", "in", "into", "is", "of", "on", "or"),
        *("that", "the", "to", "toward", "towards", "using", "via", "with"),
    ]
)


def title_slug(title: str, kind: str, number: str, taken: Container[str]) -> str:
    """Return an id that is not taken.

    Args:
        title: what it is made of.
        kind: what stands for a title without a Latin letter: `paper`.
        number: what is added where the title's id is taken: the submission number, or a code.
        taken: the ids that others have.
    """
    slug = _slug(title)
    if slug and slug not in RESERVED and slug not in taken:
        return slug
    slug = f"{slug or kind}-{_ascii(number)}".strip("-")
    found, count = slug, 1
    while found in RESERVED or found in taken:
        count += 1
        found = f"{slug}-{count}"
    return found


def _slug(title: str) -> str:
    short_name, colon, _ = title.partition(":")
    if not colon or len(short_name.split()) > _SHORT_WORDS or not _ascii(short_name):
        short_name = title
    words = _ascii(short_name).split("-")
    while len(words) > 1 and words[0] in _SMALL:
        words = words[1:]
    short: list[str] = []
    for word in words:
        if len("-".join([*short, word])) > LONGEST:
            break
        short.append(word)
    while len(short) > 1 and short[-1] in _SMALL:
        short.pop()
    return "-".join(short) or words[0][:LONGEST].strip("-")


def _ascii(text: str) -> str:
    """Return letters and digits. A Greek letter is its name: `αNet` is no `Net`."""
    text = re.sub(r"[Α-Ωα-ω]", lambda letter: _greek(letter[0]), text)
    # With a letter before it, since `make_id` drops digits at the beginning.
    return make_id(f"x {text}").removeprefix("x").strip("-")


def _greek(letter: str) -> str:
    """Return a letter's name; Unicode writes one of them in a way of its own."""
    return name(letter, "").rpartition(" ")[2].replace("LAMDA", "LAMBDA")
