"""The directives by which pages declare topics, papers, people, deadlines and changes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, TypeVar

from docutils import nodes
from sphinx.transforms import SphinxTransform

from ..core import declared, fields
from ..core.checks import Subtype
from ..core.field_entry import held
from ..core.field_table import PAPER, PERSON, TABLES
from ..core.model import Change, Deadline, Paper, Person, Room, Topic, person_id
from ..core.text import long_day
from ..core.words import N_
from ..core.words import gettext as _
from ..site.mathml import plain
from ..views.components import initials, paragraph, texts, time
from ..views.html_element import element
from .directive_base import ObjectDirective, PageDirective, astext, in_latex
from .domain import domain_of
from .pictures import figure, read_picture, shown
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
        return Topic(**own, summary=astext(body), **held(self.table, Topic, self.options))

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
            **held(self.table, Paper, self.options),
        )

    def shown(self, record: Paper, body: list[nodes.Node]) -> list[nodes.Node]:
        """Return the head, the summary, and the keywords."""
        return [
            element("header", show(self.env, "paper-head", id=record.id), classes="workshop-paper"),
            element("div", *body, classes="workshop-lede"),
            *([figure(record.figure, self.options["figure"])] if record.figure else []),
            element("footer", show(self.env, "paper-foot", id=record.id)),
        ]


class PersonDirective(ObjectDirective):
    """`{person} Name`; the content is a note."""

    table = PERSON

    @property
    def id(self) -> str:
        """The id as written, or the slug of the name."""
        return str(self.options.get("id") or person_id(super().id))

    def own(self) -> dict[str, Any]:
        """Return the name and what its braces say."""
        name, family = declared.person_name(self.written, self.options)
        return self.common(self.id, name) | {"family": family}

    def record(self, own: dict[str, Any], body: list[nodes.Node]) -> Person:
        """Return the person."""
        given = held(self.table, Person, self.options)
        photo = read_picture(self.env, self.options, "photo", "credit")
        return Person(**own, **given, photo=photo, note=astext(body))

    def shown(self, record: Person, body: list[nodes.Node]) -> list[nodes.Node]:
        """Return the entry."""
        picture: nodes.Node = initials(record)
        credit: list[nodes.Node] = []
        if photo := record.photo:
            picture = shown(photo, self.options["photo"], "workshop-avatar")
            credit = paragraph(
                texts(photo.words and _("Photo: %(credit)s", credit=photo.words)), "workshop-note"
            )
        about = show(self.env, "person", id=record.id)
        given = show(self.env, "person-contributions", id=record.id)
        text = element("div", about, *body, *credit, given)
        return [element("article", picture, text, id=record.anchor, classes="workshop-person")]


class RoomDirective(ObjectDirective):
    """`{room} Name`; the content is a note."""

    table = TABLES[Room.type]

    @property
    def id(self) -> str:
        """The id as written, or the slug of the name."""
        return str(self.options.get("id") or person_id(super().id))

    def own(self) -> dict[str, Any]:
        """Return the name."""
        return self.common(self.id, declared.argument(self.kind, self.written))

    def record(self, own: dict[str, Any], body: list[nodes.Node]) -> Room:
        """Return the room."""
        return Room(**own, note=astext(body), **held(self.table, Room, self.options))

    def shown(self, record: Room, body: list[nodes.Node]) -> list[nodes.Node]:
        """Return the entry."""
        about = show(self.env, "room", id=record.id)
        sessions = show(self.env, "room-sessions", id=record.id)
        text = element("div", about, *body, sessions)
        return [element("article", text, id=record.anchor, classes="workshop-place")]


class DeadlineDirective(ObjectDirective):
    """`{deadline} Title`; the content is a note."""

    table = TABLES[Deadline.type]

    def own(self) -> dict[str, Any]:
        """Return the title."""
        return self.common(self.id, declared.argument(self.kind, self.written))

    def record(self, own: dict[str, Any], body: list[nodes.Node]) -> Deadline:
        """Return the deadline."""
        declared.check_dates(self.options)
        return Deadline(**own, note=astext(body), **held(self.table, Deadline, self.options))

    def shown(self, record: Deadline, body: list[nodes.Node]) -> list[nodes.Node]:
        """Return the date, the title and the note."""
        view = show(self.env, "deadline", id=record.id)
        return [element("div", view, *body, id=record.anchor, classes="workshop-deadline")]


class ChangeDirective(ObjectDirective):
    """`{change} 2022-07-15` tells what changed on the page; the content says it."""

    def own(self) -> dict[str, Any]:
        """Return the day and the page's title."""
        heading = next(self.state.document.findall(nodes.title), None)
        title = plain(heading) if heading else self.env.docname
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
