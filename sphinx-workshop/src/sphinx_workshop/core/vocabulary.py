"""Open lists of words: kinds of sessions, roles of people, formats of papers.

Here, labels are English. `Event` has the words of the site: these in its language, and conf.py's.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, ClassVar

from .words import N_

if TYPE_CHECKING:
    from collections.abc import Iterable


class Shape(StrEnum):
    """The shapes that a conference may give its own kinds; without one, a word has a square."""

    DISC = "disc"
    RING = "ring"
    DIAMOND = "diamond"
    LINE = "line"


@dataclass(frozen=True, slots=True)
class Word:
    """A choice of an open list: the slug that pages write, and the word that readers see.

    Words are equal where their slugs are: pages that were read before keep records with words.
    """

    id: str
    label: str = field(compare=False)
    shape: Shape | None = field(default=None, compare=False)

    def __str__(self) -> str:
        """Return the slug, which is what pages write and scripts read."""
        return self.id

    @property
    def classes(self) -> str:
        """The CSS classes of what is of this kind."""
        shape = f" workshop-shape-{self.shape}" if self.shape else ""
        return f"workshop-{self.id}{shape}"


@dataclass(frozen=True, slots=True)
class Kind(Word):
    """What a session is; decides its word and its shape on the schedule."""

    INTRO: ClassVar[Kind]
    KEYNOTE: ClassVar[Kind]
    TALK: ClassVar[Kind]
    SPOTLIGHT: ClassVar[Kind]
    PANEL: ClassVar[Kind]
    POSTERS: ClassVar[Kind]
    BREAK: ClassVar[Kind]


Kind.INTRO = Kind("intro", N_("Introduction"))
Kind.KEYNOTE = Kind("keynote", N_("Keynote"))
Kind.TALK = Kind("talk", N_("Talk"))
Kind.SPOTLIGHT = Kind("spotlight", N_("Spotlight"))
Kind.PANEL = Kind("panel", N_("Panel"))
Kind.POSTERS = Kind("poster-session", N_("Poster session"))
Kind.BREAK = Kind("break", N_("Break"))
KINDS = (
    Kind.INTRO, Kind.KEYNOTE, Kind.TALK, Kind.SPOTLIGHT, Kind.PANEL, Kind.POSTERS, Kind.BREAK,
)  # fmt: skip
"""The kinds that every workshop has; `Event.kinds` has those of conf.py as well."""


@dataclass(frozen=True, slots=True)
class Role(Word):
    """What a person does for the workshop, beyond writing papers."""

    KEYNOTE: ClassVar[Role]
    INVITED: ClassVar[Role]
    CO_CHAIR: ClassVar[Role]
    ORGANIZER: ClassVar[Role]
    EDITOR: ClassVar[Role]


Role.KEYNOTE = Role("keynote", N_("Keynote speaker"))
Role.INVITED = Role("invited", N_("Invited"))
Role.CO_CHAIR = Role("co-chair", N_("Co-chair"))
Role.ORGANIZER = Role("organizer", N_("Organizer"))
Role.EDITOR = Role("editor", N_("Editor"))
ROLES = (Role.KEYNOTE, Role.INVITED, Role.CO_CHAIR, Role.ORGANIZER, Role.EDITOR)
"""The roles that every workshop has; `Event.roles` has those of conf.py as well."""


@dataclass(frozen=True, slots=True)
class Format(Word):
    """How a paper is presented; derived from the schedule, never typed."""

    SPOTLIGHT: ClassVar[Format]
    POSTER: ClassVar[Format]


Format.SPOTLIGHT = Format("spotlight", N_("Spotlight"))
Format.POSTER = Format("poster", N_("Poster"))
FORMATS = (Format.SPOTLIGHT, Format.POSTER)
"""The formats that every workshop has; `Event.formats` has those of conf.py as well."""


def presented(kinds: Iterable[Kind], formats: Iterable[Format]) -> Format | None:
    """Return how a paper is presented by sessions of some kinds, None where there is no session.

    A format that a session is of comes before all; a paper in a session of all posters stays one.
    """
    found = {kind.id for kind in kinds}
    if not found:
        return None
    alone = found - {Kind.POSTERS.id}
    other = Format.SPOTLIGHT if alone else Format.POSTER
    known = {form.id: form for form in formats}
    return next((form for id, form in known.items() if id in alone), known[other.id])
