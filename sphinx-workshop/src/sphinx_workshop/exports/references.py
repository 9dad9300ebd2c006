"""Papers for reference managers: as CSL-JSON (Zotero, Pandoc), and as RIS (EndNote)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..core import citations, urls

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..core.model import Paper
    from ..core.program import Program

Item = dict[str, Any]


def csl(program: Program, papers: Iterable[Paper]) -> list[Item]:
    """Return an item of CSL-JSON for each paper; no field is empty.

    <https://docs.citationstyles.org/en/stable/specification.html>
    """
    return [_item(program, paper) for paper in papers]


def _item(program: Program, paper: Paper) -> Item:
    event, editors = program.event, citations.editors(program)
    known = {
        "id": citations.key(program, paper),
        "type": "paper-conference",
        "title": paper.title,
        # A group's name is not to be divided, abbreviated or turned round.
        "author": [program.divided(a).parts or {"literal": a.name} for a in paper.authors],
        "editor": [program.divided(p).parts or {"literal": p.name} for p in editors],
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


def ris(program: Program, papers: Iterable[Paper]) -> str:
    """Return a reference in RIS for each paper, with an empty line between two; no tag is empty.

    A tag and a text stand in each line. <https://en.wikipedia.org/wiki/RIS_(file_format)>
    """
    return "\r\n".join(_reference(program, paper) for paper in papers)


def _reference(program: Program, paper: Paper) -> str:
    event = program.event
    lines = [
        ("TI", paper.title),
        *(("AU", program.divided(author).turned) for author in paper.authors),
        *(("A2", program.divided(editor).turned) for editor in citations.editors(program)),
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
