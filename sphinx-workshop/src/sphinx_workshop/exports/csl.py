"""Papers as CSL-JSON, which Zotero, Pandoc and other programs with citation styles read.

<https://docs.citationstyles.org/en/stable/specification.html>
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..core import citations, urls

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..core.model import Paper
    from ..core.program import Program

Item = dict[str, Any]


def items(program: Program, papers: Iterable[Paper]) -> list[Item]:
    """Return an item for each paper; no field is empty."""
    return [_item(program, paper) for paper in papers]


def _item(program: Program, paper: Paper) -> Item:
    event = program.event
    known = {
        "id": citations.key(program, paper),
        "type": "paper-conference",
        "title": paper.title,
        # A group's name is not to be divided, abbreviated or turned round.
        "author": [program.divided(a).parts or {"literal": a.name} for a in paper.authors],
        "issued": {"date-parts": [[event.start.year, event.start.month, event.start.day]]},
        "event-title": citations.booktitle(program),
        "event-place": event.place,
        "container-title": citations.booktitle(program),
        "abstract": citations.abstract(program, paper),
        "keyword": ", ".join(citations.keywords(program, paper)),
        "note": citations.note(program, paper),
        "URL": urls.place(event, paper) if event.site else "",
        "language": event.language,
        **citations.table_fields(paper, "csl"),
    }
    return {name: value for name, value in known.items() if value}
