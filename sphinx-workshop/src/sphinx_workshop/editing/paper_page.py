"""A paper's page: read into plain values, written whole, or changed in some of them.

What a change does not name stays as it was typed, to the byte.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..core import declared
from ..core.field_table import PAPER
from ..core.model import Paper
from .files import read_as_typed
from .markdown_text import heading, plain_text
from .page_text import (
    ABSTRACT,
    SUMMARY,
    TITLE,
    Edit,
    content_edit,
    directives,
    edited,
    first_heading,
    lines_of,
    value_edits,
    value_lines,
)

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from ..core.model import SubmissionId
    from .page_text import Directive, Span

_ABSTRACT = f":::{{{{{ABSTRACT}}}}}\n{{}}\n:::\n"


@dataclass(frozen=True, slots=True)
class PaperPage:
    """A page that declares a paper; what is not given is not there.

    `values` are plain text. `typed` are the same, but title, summary and abstract as Markdown.
    """

    path: Path
    text: str
    number: SubmissionId
    values: dict[str, str]
    typed: dict[str, str]

    @property
    def id(self) -> str:
        """The paper's id."""
        return self.path.stem

    def changed(self, changes: Mapping[str, str]) -> str:
        """Return the page's text with some values replaced, as `typed` has them."""
        lines = lines_of(self.text)
        title, paper, there = _parts(lines)
        edits = []
        if TITLE in changes:
            mark = "\ufeff" if title.start == 0 and self.text.startswith("\ufeff") else ""
            edits.append(Edit(title.start, title.end, f"{mark}{heading(changes[TITLE])}\n"))
        edits += value_edits(lines, paper, changes, [*PAPER])
        if ABSTRACT in changes:
            text = changes[ABSTRACT]
            new = Edit(paper.end, paper.end, f"\n{_ABSTRACT.format(text)}")
            edits.append(content_edit(lines, there, text) if there else new)
        return edited(lines, edits)


def read_paper_page(path: Path) -> PaperPage | None:
    """Return the paper that a page declares, or None if it declares none.

    Raises:
        ValueError: the page cannot be read; the message says why.
    """
    text = read_as_typed(path)
    lines = lines_of(text)
    if "paper}" not in text:
        return None
    if all(found.name != Paper.type for found in directives(lines)):
        return None
    title, paper, abstract = _parts(lines)
    number = declared.submission(paper.argument)
    values = {TITLE: title.text, SUMMARY: plain_text(paper.content.text)}
    values |= {name: entry.canonical(paper.option(name)) for name, entry in PAPER.items()}
    values = {name: value for name, value in values.items() if value}
    typed = dict(values)
    if TITLE in values:
        typed[TITLE] = title.typed
    if SUMMARY in values:
        typed[SUMMARY] = paper.content.text.strip()
    if abstract and abstract.content.text.strip():
        values[ABSTRACT] = plain_text(abstract.content.text)
        typed[ABSTRACT] = abstract.content.text.strip()
    return PaperPage(path, text, number, values, typed)


def _parts(lines: list[str]) -> tuple[Span, Directive, Directive | None]:
    """Return the heading, the paper, and the abstract."""
    title, found = first_heading(lines), [*directives(lines)]
    papers = [directive for directive in found if directive.name == Paper.type]
    if title is None:
        raise ValueError("the page has no heading; begin it with `# Title`")
    if len(papers) != 1:
        raise ValueError("the page declares several papers; give each a file of its own")
    abstracts = (directive for directive in found if directive.name == ABSTRACT)
    return title, papers[0], next(abstracts, None)


def new_paper_page(number: SubmissionId, values: Mapping[str, str], note: str = "") -> str:
    """Return the text of a new page.

    Args:
        number: the submission number, or the id in its place.
        values: the title, and whatever else is known; title, summary and abstract are Markdown.
        note: what only those who edit the page are to read.
    """
    lines = [heading(values[TITLE]), "", f":::{{paper}} {number}"]
    lines += value_lines(values, [*PAPER])
    if note:
        lines += ["", *(f"% {line}" for line in note.splitlines())]
    abstract = f"\n{_ABSTRACT.format(values[ABSTRACT])}" if values.get(ABSTRACT) else ""
    return "\n".join([*lines, ":::", abstract])
