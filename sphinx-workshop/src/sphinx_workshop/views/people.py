"""People and rooms on pages: entries, cards, and the index of authors."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from docutils import nodes

from ..core.parts import By
from ..core.text import sessions as sessions_in_words
from ..core.vocabulary import ROLES, Role, Word
from ..core.words import gettext as _
from .calendar_links import part_links
from .components import chip, joined, link, nothing, occasion, paragraph, portrait, texts
from .field_views import buttons, field_line, leading, paper_link, warnings, words
from .html_element import element, lazy_map

if TYPE_CHECKING:
    from ..core.model import Person, Session
    from ..core.program import Program

Nodes = list[nodes.Node]


def person(program: Program, id: str) -> Nodes:
    """A person's name, affiliation, roles and links, at the person's entry."""
    found = program.people[id]
    return [
        element("div", found.title, classes="workshop-title"),
        *paragraph(texts(found.affiliation), "workshop-affiliation"),
        *paragraph(_roles(found), "workshop-label"),
        *field_line(found),
    ]


def _roles(found: Person) -> Nodes:
    """The roles that neither page nor sessions show: co-chair, editor, and those of conf.py."""
    return [
        chip(role)
        for role in found.roles
        if role in {Role.CO_CHAIR, Role.EDITOR} or role not in ROLES
    ]


def person_contributions(program: Program, id: str) -> Nodes:
    """What a person gives, chairs and wrote, below what the entry says; or nothing."""
    found = program.people[id]
    items: Nodes = []
    given: list[tuple[Word, Session]] = [(s.kind, s) for s in program.sessions_of_person(found)]
    chaired = [s for s in program.sessions.values() if found.id in s.chair]
    given += [(Word("chair", _("Chair")), session) for session in chaired]
    items += [in_session(program, session, word) for word, session in given]
    word = Word("paper", _("Paper"))
    items += [
        element("li", chip(word), element("div", *paper_link(program, paper)))
        for paper in program.papers_of_person(found)
    ]
    if not items:
        return []
    calendar = part_links(program, By.PERSON, id, found.docname)
    return [element("ul", *items, classes="workshop-contributions"), *calendar]


def in_session(program: Program, session: Session, word: Word) -> nodes.Node:
    """The item of a session in a list under a person or a room: why it stands there, and when."""
    title = link(program, "session", session.id)
    paper = program.paper_of(session)
    said = [*leading(session), *(warnings(paper) if paper else [])]
    hours = [*said, occasion(session.start, session.end)]
    when = element("div", *joined(hours, " "), classes="workshop-note")
    return element("li", chip(word), element("div", title, when))


def room(program: Program, id: str) -> Nodes:
    """The name of a room, where it is, and how many people it holds."""
    found = program.declared_rooms[id]
    return [
        element("div", found.title, classes="workshop-title"),
        *paragraph(joined(words(found), " · "), "workshop-affiliation"),
        *paragraph(buttons(found), "workshop-links"),
    ]


def room_sessions(program: Program, id: str) -> Nodes:
    """What is on in a room, folded, and its calendar; or nothing."""
    name = program.declared_rooms[id].title
    sessions = [session for session in program.sessions.values() if session.room == name]
    if not sessions:
        return []
    items = lazy_map(sessions, lambda found: in_session(program, found, found.kind))
    count = element("summary", sessions_in_words(len(sessions)))
    listed = element("ul", items, classes="workshop-contributions")
    page = program.declared_rooms[id].docname
    return [
        element("details", count, listed),
        *part_links(program, By.ROOM, id, page),
    ]


def people(program: Program, role: tuple[Role, ...] = ()) -> Nodes:
    """Those who have a role, or everybody with an entry, as small cards."""
    chosen = [
        found for found in program.entries.values() if not role or set(role) & set(found.roles)
    ]
    cards = (
        element(
            "li",
            portrait(found),
            element(
                "div",
                element("div", link(program, "person", found.id), classes="workshop-title"),
                *paragraph(texts(found.affiliation), "workshop-affiliation"),
                *paragraph(_roles(found), "workshop-label"),
            ),
            classes="workshop-person-card",
        )
        for found in chosen
    )
    if not chosen:
        return nothing(_("Nobody is named yet."))
    return [element("ul", *cards, classes="workshop-people")]


def author_index(program: Program) -> Nodes:
    """Every author by family name, under its first letter, with all papers."""
    if not program.papers_by_author:
        return nothing(_("No author yet."))
    found: Nodes = []
    letters = []
    for letter, authors in program.authors_by_letter():
        id = f"authors-{letter.lower()}"
        link_to = nodes.reference("", letter, refid=id, internal=True, classes=["workshop-button"])
        letters.append(element("li", link_to))
        found.append(element("h2", letter, id=id, classes="workshop-letter"))
        items = lazy_map(authors, partial(_author, program))
        found.append(element("ul", items, classes="workshop-author-list"))
    listed = element("ul", *letters, classes="workshop-letters")
    return [element("nav", listed, aria_label=_("Letters")), *found]


def family_first(program: Program, person: Person) -> Nodes:
    """A name as lists are sorted by it, the family name stressed: `Rivera Lopez, Maria`."""
    found = program.divided(person)
    # A name that has the family name first by itself is written without a comma.
    rest = f"{' ' if found.family_first else ', '}{found.given}" if found.given else ""
    rest += f", {found.suffix}" if found.suffix else ""
    return [element("strong", found.family), *texts(rest)]


def _author(program: Program, author: Person) -> nodes.Node:
    """One author; the entry is the author's home where there is no other."""
    own = author.id in program.entries
    name = family_first(program, author)
    shown = [link(program, "person", author.id, element("span", *name))] if own else name
    papers = (
        element("li", *paper_link(program, paper)) for paper in program.papers_of_person(author)
    )
    return element(
        "li",
        element("div", *shown, classes="workshop-title"),
        element("ul", *papers),
        # Where the person has an entry, that has the plain anchor; here stands another.
        id=author.anchor if not own else f"author-{author.id}",
    )
