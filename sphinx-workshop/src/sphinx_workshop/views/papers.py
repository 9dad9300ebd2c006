"""Papers on pages: what a paper's own page says, and lists of papers."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from docutils import nodes

from ..core import author_list, citations, urls
from ..core.model import Paper, Session
from ..core.related import related
from ..core.text import paper_number
from ..core.text import papers as papers_in_words
from ..core.words import gettext as _
from ..core.words import ngettext
from . import field_views
from .calendar_links import add_link
from .components import (
    chip,
    controls,
    copy_button,
    joined,
    link,
    nothing,
    occasion,
    paragraph,
    picture,
    room,
    script_data,
    topic_chips,
    web_link,
)
from .html_element import KeptSection, element, in_html, lazy_map

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from ..core.program import Program
    from ..core.related import Relation
    from ..core.vocabulary import Format

Nodes = list[nodes.Node]

GROUP = 50
"""Papers in one list. Browsers lay out the lists that are near, and look each time for these."""


def paper_head(program: Program, id: str) -> Nodes:
    """What stands between a paper's title and its summary."""
    paper = program.papers[id]
    number = element("span", paper_number(paper.number))
    label = [*_label(program, paper), number, *field_views.words(paper)]
    return [
        element("p", *label, classes="workshop-label"),
        *_authors(program, paper),
        *(_presented(program, paper, session) for session in program.sessions_of_paper(paper)),
        *topic_chips(program, paper.topics),
        element(
            "p",
            *_paper_links(program, paper),
            classes="workshop-links",
            data_title=paper.title,
            **_paper_data(program, paper),
        ),
    ]


def _label(program: Program, paper: Paper) -> Nodes:
    """What leads, and how the paper is presented, where that is known."""
    form = program.format(paper)
    return [*field_views.leading(paper), *([chip(form)] if form else [])]


def _authors(program: Program, paper: Paper) -> Nodes:
    """All authors in order, each with the numbers of the affiliations listed below."""
    affiliations = list(dict.fromkeys(name for a in paper.authors for name in a.affiliations))
    items = []
    for author in paper.authors:
        name = link(program, "person", program.person_id(author.name), author.name)
        item = element("li", name)
        if author.affiliations and len(affiliations) > 1:
            numbers = ",\u2009".join(str(affiliations.index(a) + 1) for a in author.affiliations)
            item += nodes.superscript("", numbers)
        for mark in author_list.marked(author):
            item += element("span", " " + _(mark.words), classes=f"workshop-{mark.fact}")
        items.append(item)
    found: Nodes = [element("ul", *items, classes="workshop-authors", aria_label=_("Authors"))]
    if affiliations:
        numbered = "ol" if len(affiliations) > 1 else "ul"
        names = (element("li", name) for name in affiliations)
        found.append(
            element(numbered, *names, classes="workshop-affiliations", aria_label=_("Affiliations"))
        )
    return found


def _presented(program: Program, paper: Paper, session: Session) -> nodes.Node:
    """When and where a paper is presented, linked to its place on the schedule.

    A session that shows it among others is named.
    """
    words = occasion(session.start, session.end)
    when = link(program, "session", session.id, words)
    among = session.title if session.paper != paper.id else ""
    where = [element("span", among)] if among else []
    add = add_link(program, session, paper.docname)
    shown = [*field_views.leading(session), when, *where, *room(program, session), *add]
    return element("p", *joined(shown, " "), classes="workshop-presented")


def _paper_links(program: Program, paper: Paper) -> Nodes:
    """Links to the PDF, and to where the field table says."""
    found: Nodes = []
    if pdf := program.pdf_url(
        paper, "../" * urls.page_path(program.event, paper.docname).count("/")
    ):
        found.append(web_link(pdf, "PDF", "workshop-button workshop-primary"))
    return joined([*found, *field_views.buttons(paper)], " ")


def paper_foot(program: Program, id: str) -> Nodes:
    """What stands under a paper's summary: the keywords, and whose reading all this is."""
    paper = program.papers[id]
    keywords, note = " · ".join(paper.keywords), program.event.paper_note
    if not (paper.summary or keywords or paper.topics):
        note = ""
    texts = {"workshop-keywords": keywords, "workshop-note": note}
    return [element("p", text, classes=classes) for classes, text in texts.items() if text]


def paper_citation(program: Program, id: str) -> Nodes:
    """How to cite a paper: as text, as BibTeX, and by files for reference managers."""
    paper = program.papers[id]
    entry = citations.bibtex(program, paper)
    formats = {_("Download BibTeX"): urls.BIBTEX, "RIS": urls.RIS, "CSL-JSON": urls.CSL}
    files = (
        web_link(
            urls.relative(program.event, urls.beside_paper(paper, ending), paper.docname),
            words,
            "workshop-button",
        )
        for words, ending in formats.items()
    )
    links = joined([copy_button(_("Copy BibTeX")), *files], " ")
    return [
        element("p", *_citation(program, paper), classes="workshop-citation"),
        element("pre", entry, classes="workshop-bibtex"),
        element("p", *links, classes="workshop-links"),
    ]


def _citation(program: Program, paper: Paper) -> Nodes:
    """The citation as text, with a link at its end where it has an address."""
    words = citations.citation(program, paper)
    address = urls.place(program.event, paper) if program.event.site else ""
    text: Nodes = [nodes.Text(words.removesuffix(address))]
    return [*text, web_link(address, address)] if address else text


def paper_related(program: Program, id: str) -> Nodes:
    """The papers most related to one, each with the reason."""
    relations = related(program, program.papers[id])
    if not relations:
        return nothing(_("No other paper shares an author or a keyword."))
    items = (
        element(
            "li",
            element("div", link(program, "paper", relation.paper.id), classes="workshop-title"),
            *paragraph(field_views.warnings(relation.paper), "workshop-state"),
            element("p", _reason(program, relation), classes="workshop-note"),
        )
        for relation in relations
    )
    return [element("ul", *items, classes="workshop-related")]


def _reason(program: Program, relation: Relation) -> str:
    """Why a paper is related: `Also by Ann Lee; also about a, b; same topic: c`."""
    shared = [program.topics[name].short for name in relation.topics if name in program.topics]
    authors, keywords, topics = map(", ".join, (relation.authors, relation.keywords, shared))
    same = ngettext("same topic: %(topics)s", "same topics: %(topics)s", len(shared), topics=topics)
    parts = (
        authors and _("also by %(authors)s", authors=authors),
        keywords and _("also about %(keywords)s", keywords=keywords),
        topics and same,
    )
    reasons = "; ".join(filter(None, parts))
    return reasons[0].upper() + reasons[1:]


def paper_list(program: Program, topic: str | None = None, kind: Format | None = None) -> Nodes:
    """Papers by submission number: all, those of a topic, or those presented in one way."""
    if topic is not None:
        found = program.papers_of_topic(program.topics[topic]) if topic in program.topics else []
    else:
        found = list(program.papers.values())
    chosen = [paper for paper in found if kind is None or program.format(paper) == kind]
    if not chosen:
        none = _("No paper of this kind.") if topic is None else _("No paper on this topic.")
        return nothing(none if program.papers else _("No paper yet."))
    whole = topic is None and kind is None
    item = partial(_paper_item, program, topic)
    groups = [chosen[n : n + GROUP] for n in range(0, len(chosen), GROUP)]
    return [
        *([_controls(program)] if whole else []),
        element("p", papers_in_words(len(chosen)), classes="workshop-count"),
        *(KeptSection(f"papers {topic}", partial(_group, group, item), group) for group in groups),
    ]


def _group(papers: Iterable[Paper], item: Callable[[Paper], nodes.Node]) -> nodes.Node:
    return element("ul", lazy_map(papers, item), classes="workshop-papers")


def _controls(program: Program) -> nodes.Node:
    """Return the place for controls, with what the papers are sorted by that their items lack.

    That is the order of their first authors; all in one attribute, it compresses well.
    """
    first = [program.person_id(paper.authors[0].name) for paper in program.papers.values()]
    ordered = sorted({program.author_places[id] for id in first})
    places = {place: str(n) for n, place in enumerate(ordered, start=1)}
    found = " ".join(places[program.author_places[id]] for id in first)
    return controls("papers", data_authors=found)


def _pdf(program: Program, paper: Paper) -> Nodes:
    """Return a link to the PDF for lists, where it is known."""
    address = program.pdf_url(paper, program.event.site)
    return [web_link(address, "PDF", "workshop-mark-link")] if address else []


def _paper_item(program: Program, topic: str | None, paper: Paper) -> nodes.Node:
    """The item of a paper, with its topics but that of the list.

    The title's link covers it, so that the authors have theirs on the paper's page alone.
    """
    label = [*_label(program, paper), *_pdf(program, paper), *field_views.marks(paper)]
    return element(
        "li",
        *([in_html(picture(paper.figure, "workshop-thumbnail"))] if paper.figure else []),
        element("span", str(paper.number), classes="workshop-number"),
        " ",
        element("div", link(program, "paper", paper.id), classes="workshop-title"),
        element("p", ", ".join(author.name for author in paper.authors), classes="workshop-names"),
        " ",
        *paragraph(joined(label, " "), "workshop-label"),
        *topic_chips(program, (name for name in paper.topics if name != topic)),
        classes="workshop-paper",
        **_paper_data(program, paper),
    )


def _paper_data(program: Program, paper: Paper) -> dict[str, str]:
    """Return the attributes by which scripts know a paper, and the sessions of it alone."""
    own = (found for found in program.sessions_of_paper(paper) if found.paper == paper.id)
    sessions = (f"{Session.type}:{found.id}" for found in own)
    return script_data(Paper.type, paper.id, program.format(paper), paper.topics, sessions)
