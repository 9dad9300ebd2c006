"""The booklet's lists of papers by number: those of topics, and those of authors in the index."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from docutils import nodes

from ..core.booklet import chapters
from ..core.field_table import marks
from ..core.text import paper_number
from ..core.words import gettext as _
from .components import joined
from .html_element import element, lazy_map
from .people import family_first

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from ..core.model import Paper, Person, Record
    from ..core.program import Program

Nodes = list[nodes.Node]


def place_link(record: Record, words: str) -> nodes.Node:
    """A link to an object's place in the booklet; print may put the page in place of the words."""
    return nodes.reference("", "", nodes.inline("", words), refid=record.label, internal=True)


def numbers(papers: Iterable[Paper]) -> list[nodes.Node]:
    """Links to papers by number; print adds their pages."""

    def item(paper: Paper) -> nodes.Node:
        classes = {"classes": "booklet-noted"} if marks(paper) else {}
        return element("li", _number(paper, paper_number(paper.number)), **classes)

    found = list(papers)
    items = lazy_map(found, item)
    # Translators: before the number of a page, in print.
    page = _("p.")
    data = {"data_page": page} if page != "p." else {}  # which the print style has itself
    listed = element("ul", items, classes="booklet-numbers", aria_label=_("Papers"), **data)
    return [listed] if found else []


def _number(paper: Paper, words: str) -> nodes.Node:
    """A link to a paper by its number, with words where it is withdrawn, or wrong."""
    link, said = place_link(paper, words), "; ".join(marks(paper))
    return element("span", link, f" ({said})") if said else link


def author_index(program: Program) -> nodes.Node:
    """All authors by family name, each with the numbers of the papers."""
    order = [paper.id for chapter in chapters(program) for paper in chapter.papers]
    pages = {id: place for place, id in enumerate(order)}
    found: Nodes = []
    for letter, authors in program.authors_by_letter():
        items = lazy_map(authors, partial(_author, program, pages))
        found += [
            element("p", letter, classes="workshop-letter"),
            element("ul", items, classes="booklet-authors"),
        ]
    return element("div", *found, classes="booklet-index")


def _author(program: Program, pages: Mapping[str, int], author: Person) -> nodes.Node:
    """One author, with links to the papers in the order of their pages."""
    papers = sorted(program.papers_of_person(author), key=lambda paper: pages[paper.id])
    found = joined(_number(paper, str(paper.number)) for paper in papers)
    shown = element("span", *found, classes="booklet-numbers")
    return element("li", *family_first(program, author), " ", shown)
