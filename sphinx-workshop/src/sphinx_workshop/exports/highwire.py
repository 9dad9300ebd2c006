"""What Scholar and Zotero read in a page's head: Highwire tags."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..core import citations, urls
from ..core.field_table import PAPER

if TYPE_CHECKING:
    from ..core.divided_names import DividedName
    from ..core.model import Author, Paper
    from ..core.program import Program

Tags = list[tuple[str, str]]


def highwire(program: Program, paper: Paper) -> Tags:
    """Return the `citation_` tags of a paper, in order; an affiliation follows its author.

    <https://scholar.google.com/intl/en/scholar/inclusion.html>
    """
    event = program.event
    tags: Tags = [("citation_title", paper.title)]
    for author in paper.authors:
        tags.append(("citation_author", _cited(program, author)))
        tags += [("citation_author_institution", name) for name in author.affiliations]
        if orcid := program.orcid(author):
            tags.append(("citation_author_orcid", f"https://orcid.org/{orcid}"))
    tags += [
        ("citation_publication_date", f"{event.start:%Y/%m/%d}"),
        ("citation_conference_title", citations.booktitle(program)),
        *([("citation_pdf_url", pdf)] if (pdf := _scholars_pdf(program, paper)) else []),
        ("citation_abstract_html_url", urls.place(event, paper)),
        ("citation_language", event.language),
    ]
    if keywords := citations.keywords(program, paper):
        tags.append(("citation_keywords", "; ".join(keywords)))
    values = ((entry.exports.highwire, paper.value(entry.name)) for entry in PAPER.values())
    return [*tags, *((name, str(value)) for name, value in values if name and value)]


def _cited(program: Program, author: Author) -> str:
    """Return a name, the family name first where readers would take the last word for it."""
    found = program.divided(author)
    return author.name if found.is_whole or is_usual(author, found) else found.turned


def is_usual(author: Author, found: DividedName) -> bool:
    """Return whether the last word of a name is the family name."""
    return not found.suffix and author.name.split()[-1] == found.family


def _scholars_pdf(program: Program, paper: Paper) -> str:
    """Return the address of the copy beside the page, or of the PDF that lies elsewhere."""
    if paper.number in program.event.pdfs:
        return urls.absolute(program.event, urls.beside_paper(paper, ".pdf"))
    return program.pdf_url(paper, program.event.site)
