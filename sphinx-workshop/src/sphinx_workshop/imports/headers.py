"""Recognizes the columns of a table by the headers that submission systems and organizers use."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

REQUIRED = ("number", "title", "authors")

# The first that a table has counts: an `abstract` before a `tldr`.
_KNOWN: dict[str, tuple[str, ...]] = {
    "number": (
        *("paper id", "paperid", "paper_id", "submission id", "submission_id", "submission #"),
        *("paper #", "paper number", "submission number", "uid", "pid", "id", "#", "number"),
        *("no", "no.", "submission", "code"),
    ),
    "title": ("title", "paper title", "submission title", "paper_title"),
    "authors": ("authors", "author names", "author(s)", "author list", "author", "all authors"),
    "summary": ("abstract", "abstract text", "summary", "tldr", "tl;dr", "tl;dr."),
    "keywords": ("keywords", "keyword", "key words", "author keywords", "tags"),
    "status": ("decision", "status", "final decision", "acceptance"),
    "presenter": ("presenter", "presenting author"),
    "arxiv": ("arxiv", "arxiv id", "arxiv_id", "arxiv number"),
    "code": ("code url", "code_url", "code link", "repository", "github"),
}


def recognized(header: Iterable[str]) -> dict[str, str]:
    """Return the columns of the fields that a header names, in the fields' order.

    Args:
        header: the names as a table compares them, in small letters.
    """
    there = set(header)
    found: dict[str, str] = {}
    for field, names in _KNOWN.items():
        free = (name for name in names if name in there and name not in found.values())
        if column := next(free, ""):
            found[field] = column
    return found


def is_enough(header: Iterable[str]) -> bool:
    """Tell whether a header names all that a page needs."""
    return {*REQUIRED} <= recognized(header).keys()
