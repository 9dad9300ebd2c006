"""What the booklet holds, and in which order: keynotes, and papers by session and author."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from .model import submission_key
from .vocabulary import FORMATS, Format, Kind
from .words import N_
from .words import gettext as _

if TYPE_CHECKING:
    from .model import Paper, Session
    from .program import Program


_TITLES = {Format.SPOTLIGHT: N_("Spotlights"), Format.POSTER: N_("Posters")}


@dataclass(frozen=True, slots=True)
class Chapter:
    """The papers that are presented in one way."""

    format: Format | None
    papers: tuple[Paper, ...]

    @property
    def title(self) -> str:
        """The chapter's heading: `Spotlights`."""
        if self.format is None:
            return _("Papers")
        for known in FORMATS:
            # conf.py may have given the format another word.
            if self.format == known and self.format.label == _(known.label):
                return _(_TITLES[known])
        # Translators: the plural of a format that conf.py names, as "Orals".
        return _("%(format)ss", format=self.format.label)

    @property
    def id(self) -> str:
        """The chapter's name in addresses."""
        return f"{self.format or 'paper'}s"


def chapters(program: Program) -> list[Chapter]:
    """Return the papers by the way, the time and the room of their sessions, then by author.

    A paper that no session names comes after those that have one.
    """
    ordered = sorted(program.papers.values(), key=lambda paper: _place(program, paper))
    by_format = {
        form: tuple(paper for paper in ordered if program.format(paper) == form)
        for form in (*program.event.formats, None)
    }
    return [Chapter(form, papers) for form, papers in by_format.items() if papers]


def _place(program: Program, paper: Paper) -> tuple[object, ...]:
    """Return what a paper is sorted by."""
    first = next(iter(program.sessions_of_paper(paper)), None)
    slot = (first.start.timestamp(), first.room) if first else ()
    return first is None, slot, program.divided(paper.authors[0]).key, submission_key(paper.number)


def poster_sessions(program: Program) -> list[Session]:
    """Return the sessions for all posters: those that name no paper."""
    sessions = program.sessions.values()
    return [s for s in sessions if s.kind == Kind.POSTERS and s.paper is None]


def keynotes(program: Program) -> list[Session]:
    """Return the keynotes in time's order."""
    return [s for s in program.sessions.values() if s.kind == Kind.KEYNOTE]
