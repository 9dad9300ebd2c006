"""The directives by which pages declare objects, and abstracts; without those of the schedule."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, TypeVar

from docutils import nodes
from sphinx.transforms import SphinxTransform

from ..compat.directives import parent
from ..core import declared, fields
from ..core.checks import Subtype
from ..core.field_table import PAPER, PERSON, TABLES
from ..core.model import Change, Deadline, Paper, Person, Room, Topic, person_id
from ..core.sponsor import Sponsor, logo_size
from ..core.text import long_day
from ..core.words import N_
from ..core.words import gettext as _
from ..views.components import initials, paragraph, picture, texts, time, web_link
from ..views.html_element import element
from .directive_base import ObjectDirective, PageDirective, WorkshopDirective, astext, in_latex
from .domain import domain_of
from .pictures import figure, read_picture
from .placeholders import show

if TYPE_CHECKING:
    from collections.abc import Callable

Anything = TypeVar("Anything")


class TopicDirective(PageDirective):
    """`{topic} Short name`, under the page's heading; the content is the summary on cards."""

    table = TABLES[Topic.type]

    def own(self) -> dict[str, Any] | None:
        """Return title and short name."""
        page, short = self.page(), declared.argument(self.kind, self.written)
        return page and page | {"short": short}

    def record(self, own: dict[str, Any], body: list[nodes.Node]) -> Topic:
        """Return the topic."""
        return Topic(**own, summary=astext(body), **self.held(Topic))

    def shown(self, record: Topic, body: list[nodes.Node]) -> list[nodes.Node]:
        """Return the summary; `TopicSections` adds the rest at the end of the page."""
        return [element("div", *body, classes="workshop-lede")]


class PageSections(SphinxTransform):
    """Ends the pages of topics and papers with sections that need no writing."""

    default_priority = 500
    sections: ClassVar = {
        Topic.type: ((N_("Papers"), "topic-papers"), (N_("Sessions"), "topic-sessions")),
        Paper.type: ((N_("Cite"), "paper-citation"), (N_("Related papers"), "paper-related")),
    }

    def apply(self, **kwargs: Any) -> None:
        """Append the sections to the page's own."""
        for record in domain_of(self.env).records.get(self.env.docname, []):
            for title, view in self.sections.get(record.type, ()):
                page = next(self.document.findall(nodes.section))
                page += self._section(title, show(self.env, view, id=record.id))

    def _section(self, title: str, content: nodes.Node) -> nodes.section:
        words = _(title)
        # The address is of the English words in every language.
        section = nodes.section("", nodes.title(words, words), content, names=[title.lower()])
        self.document.note_implicit_target(section, section)
        return section


class PaperDirective(PageDirective):
    """`{paper} 58`, under the page's heading; the content is the summary."""

    table = PAPER

    def own(self) -> dict[str, Any] | None:
        """Return title and submission number."""
        page, number = self.page(), declared.submission(self.written)
        return page and page | {"number": number}

    def record(self, own: dict[str, Any], body: list[nodes.Node]) -> Paper:
        """Return the paper."""
        declared.check_picture(self.options, "figure", ("alt", "caption"))
        return Paper(
            **own,
            figure=read_picture(self.env, self.options, "figure", "caption"),
            summary=astext(body),
            title_latex=in_latex(next(self.state.document.findall(nodes.title))),
            **self.held(Paper),
        )

    def shown(self, record: Paper, body: list[nodes.Node]) -> list[nodes.Node]:
        """Return the head, the summary, and the keywords."""
        return [
            element("header", show(self.env, "paper-head", id=record.id), classes="workshop-paper"),
            element("div", *body, classes="workshop-lede"),
            *([figure(record.figure, self.options["figure"])] if record.figure else []),
            element("footer", show(self.env, "paper-foot", id=record.id)),
        ]


class AbstractDirective(WorkshopDirective):
    """`{abstract}`, after the page's `{paper}`; the content is the abstract."""

    optional_arguments = 0  # words in the first line are content

    def run(self) -> list[nodes.Node]:
        """Add the abstract to the paper's record, and show it under a heading of its own."""
        body = self.parse_content_to_nodes()
        if not self._fits(body):
            return body
        domain_of(self.env).note_abstract(self.env.docname, astext(body))
        title = _("Abstract")
        found = nodes.section("", nodes.title(title, title), *body, names=["abstract"])
        found["classes"] = ["workshop-abstract"]
        self.state.document.note_implicit_target(found, found)
        return [found]

    def _fits(self, body: list[nodes.Node]) -> bool:
        """Return whether there are words for a paper that has none yet; report what is wrong."""
        domain, docname = domain_of(self.env), self.env.docname
        papers = [r for r in domain.records.get(docname, ()) if isinstance(r, Paper)]
        page = next(self.state.document.findall(nodes.section), None)
        place = parent(self)
        if not astext(body):
            self.complain(
                "it is empty; write the authors’ abstract under it, or delete it", Subtype.REQUIRED
            )
        elif not papers:
            # Where the paper has a mistake, that is reported.
            if not any(r.type == Paper.type for r in domain.rejected.get(docname, ())):
                message = "no `{paper}` stands before it on this page; put it after the paper’s end"
                self.complain(message, Subtype.PLACE, follows=True)
        elif papers[0].abstract:
            message = "the page has an abstract already; write both into one"
            self.complain(message, Subtype.DUPLICATE)
        elif place is not page:
            message = (
                "it stands under another heading or in another directive; put it right after the "
                "end of the `{paper}`"
            )
            self.complain(message, Subtype.PLACE)
        else:
            return True
        return False


class NamedDirective(ObjectDirective):
    """Declares an object whose id is made of its name, unless one is written."""

    @property
    def id(self) -> str:
        """The id as written, or the slug of the name."""
        return str(self.options.get("id") or person_id(super().id))


class PersonDirective(NamedDirective):
    """`{person} Name`; the content is a note."""

    table = PERSON

    def own(self) -> dict[str, Any]:
        """Return the name and what its braces say."""
        name, family = declared.person_name(self.written, self.options)
        return self.common(self.id, name) | {"family": family}

    def record(self, own: dict[str, Any], body: list[nodes.Node]) -> Person:
        """Return the person."""
        given = self.held(Person)
        photo = read_picture(self.env, self.options, "photo", "credit")
        return Person(**own, **given, photo=photo, note=astext(body))

    def shown(self, record: Person, body: list[nodes.Node]) -> list[nodes.Node]:
        """Return the entry."""
        portrait: nodes.Node = initials(record)
        credit: list[nodes.Node] = []
        if photo := record.photo:
            portrait = picture(photo, "workshop-avatar", self.options["photo"])
            credit = paragraph(
                texts(photo.words and _("Photo: %(credit)s", credit=photo.words)), "workshop-note"
            )
        about = show(self.env, "person", id=record.id)
        given = show(self.env, "person-contributions", id=record.id)
        text = element("div", about, *body, *credit, given)
        return [element("article", portrait, text, id=record.anchor, classes="workshop-person")]


class RoomDirective(NamedDirective):
    """`{room} Name`; the content is a note."""

    table = TABLES[Room.type]

    def record(self, own: dict[str, Any], body: list[nodes.Node]) -> Room:
        """Return the room."""
        return Room(**own, note=astext(body), **self.held(Room))

    def shown(self, record: Room, body: list[nodes.Node]) -> list[nodes.Node]:
        """Return the entry."""
        about = show(self.env, "room", id=record.id)
        sessions = show(self.env, "room-sessions", id=record.id)
        text = element("div", about, *body, sessions)
        return [element("article", text, id=record.anchor, classes="workshop-place")]


class SponsorDirective(ObjectDirective):
    """`{sponsor} Name`; the content is a note."""

    table = TABLES[Sponsor.type]

    def own(self) -> dict[str, Any]:
        """Return the name, which a page has once."""
        name = declared.argument(self.kind, self.written)
        for record in domain_of(self.env).records.get(self.env.docname, ()):
            if isinstance(record, Sponsor) and record.title == name:
                message = "the page names it already; delete one"
                raise declared.DeclarationError(message, Subtype.DUPLICATE)
        return self.common(name, name)

    def record(self, own: dict[str, Any], body: list[nodes.Node]) -> Sponsor:
        """Return the sponsor."""
        logo = read_picture(self.env, self.options | {"alt": own["title"]}, "logo", "")
        return Sponsor(**own | self.held(Sponsor), logo=logo)

    def shown(self, record: Sponsor, body: list[nodes.Node]) -> list[nodes.Node]:
        """Return the logo, or the name, with the level below."""
        shown: nodes.Node = element("strong", record.title)
        if record.logo:
            width, height = logo_size(record.logo)
            shown = picture(record.logo, "", self.options["logo"])
            shown["width"], shown["height"] = str(width), str(height)
        if record.link:
            link = web_link(record.link, "")
            link.children = []
            link += shown
            shown = link
        level = paragraph(texts(record.level), "workshop-note")
        return [element("div", element("p", shown), *level, *body, classes="workshop-sponsor")]


class DeadlineDirective(ObjectDirective):
    """`{deadline} Title`; the content is a note."""

    table = TABLES[Deadline.type]

    def record(self, own: dict[str, Any], body: list[nodes.Node]) -> Deadline:
        """Return the deadline."""
        declared.check_dates(self.options)
        return Deadline(**own, note=astext(body), **self.held(Deadline))

    def shown(self, record: Deadline, body: list[nodes.Node]) -> list[nodes.Node]:
        """Return the date, the title and the note."""
        view = show(self.env, "deadline", id=record.id)
        return [element("div", view, *body, id=record.anchor, classes="workshop-deadline")]


class ChangeDirective(ObjectDirective):
    """`{change} 2022-07-15` names a change of the page; the content says it."""

    def own(self) -> dict[str, Any]:
        """Return the day and the page's title."""
        title = self.heading() or self.env.docname
        day = _said_of_change(fields.day, self.id)
        return self.common(f"{self.env.docname}/{day}", title) | {"day": day}

    def record(self, own: dict[str, Any], body: list[nodes.Node]) -> Change:
        """Return the change."""
        return Change(**own, text=_said_of_change(fields.text, astext(body)))

    def shown(self, record: Change, body: list[nodes.Node]) -> list[nodes.Node]:
        """Return the day and what changed."""
        day = element("p", time(record.day, long_day(record.day)), classes="workshop-time")
        return [element("div", day, *body, id=record.anchor, classes="workshop-change")]


def _said_of_change(converter: Callable[[str], Anything], written: str) -> Anything:
    """Return the day of a change, or its words.

    Raises:
        DeclarationError: they are missing, or no day.
    """
    try:
        return converter(written)
    except ValueError as error:
        message = f"write the day after `{{change}}`, and below what changed: {error}"
        raise declared.DeclarationError(message, Subtype.OPTION) from None
