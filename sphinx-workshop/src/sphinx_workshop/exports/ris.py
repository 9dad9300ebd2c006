"""Papers as RIS, which EndNote and other reference managers read: a tag and a text in each line.

<https://en.wikipedia.org/wiki/RIS_(file_format)>
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..core import citations, urls

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..core.model import Paper
    from ..core.program import Program


def references(program: Program, papers: Iterable[Paper]) -> str:
    """Return a reference for each paper, with an empty line between two; no tag is empty."""
    return "\r\n".join(_reference(program, paper) for paper in papers)


def _reference(program: Program, paper: Paper) -> str:
    event = program.event
    lines = [
        ("TI", paper.title),
        *(("AU", program.divided(author).turned) for author in paper.authors),
        ("PY", str(event.start.year)),
        ("DA", f"{event.start:%Y/%m/%d}"),
        ("T2", citations.booktitle(program)),
        ("CY", event.place),
        ("AB", citations.abstract(program, paper)),
        *(("KW", keyword) for keyword in citations.keywords(program, paper)),
        ("N1", citations.note(program, paper)),
        *citations.table_fields(paper, "ris").items(),
        ("UR", urls.place(event, paper) if event.site else ""),
    ]
    # A line that a text breaks would begin without a tag.
    folded = [("TY", "CPAPER"), *((tag, " ".join(text.split())) for tag, text in lines if text)]
    return "".join(f"{tag}  - {text}\r\n" for tag, text in (*folded, ("ER", "")))
