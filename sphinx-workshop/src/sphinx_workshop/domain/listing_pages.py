"""Finds the pages that show all papers, topics, authors and sessions, for links from everywhere."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING

from ..core.model import Paper, Session, Topic

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from ..core.model import Record
    from .domain import View

_LISTED: dict[str, type[Record] | None] = {
    "paper-list": Paper,
    "topic-list": Topic,
    "author-index": None,
    "booklet": None,
}


def listing_pages(
    records: Mapping[str, Sequence[Record]], views: Mapping[str, Iterable[View]]
) -> dict[str, str]:
    """Return the document of each whole listing, by the listing's directive.

    Of several documents, the one in the folder of what it lists is meant; another one, such as the
    home page, shows the list in passing.
    """
    found = {}
    for name, kind in _LISTED.items():
        whole = ((doc, v.name) for doc, shown in views.items() for v in shown if not v.options)
        pages = {doc for doc, shown in whole if shown == name}
        near = _in_folders(pages, _declaring(records, kind)) if kind else set()
        if pages:
            found[name] = min(near or pages)
    if declaring := _declaring(records, Session):
        found["schedule"] = min(declaring)
    return found


def _declaring(records: Mapping[str, Sequence[Record]], kind: type[Record]) -> set[str]:
    return {doc for doc, found in records.items() if any(isinstance(r, kind) for r in found)}


def _in_folders(pages: Iterable[str], documents: Iterable[str]) -> set[str]:
    """Return the pages that lie in the folder of one of the documents."""
    folders = {posixpath.dirname(document) for document in documents}
    return {page for page in pages if posixpath.dirname(page) in folders}
