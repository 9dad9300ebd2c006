"""Finds formats of conf.py and sessions of the schedule in what a source says of its papers."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import InitVar, dataclass, field, replace
from typing import TYPE_CHECKING

from ..core.suggest import suggest
from ..editing.page_text import TITLE
from ..editing.schedule_page import SchedulePage
from .cleaning import private

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from ..core.model import Event
    from ..core.vocabulary import Format
    from .columns import Mapping
    from .records import Reading, Submission


def name_formats(reading: Reading, event: Event) -> None:
    """Put ids of formats in the place of a source's words; words that name none are left out."""
    unknown: Counter[str] = Counter()
    found = []
    for submission in reading.submissions:
        words = submission.more.get("format", "")
        named = named_format(words, event.formats) if words else ""
        unknown.update([words] if words and not named else [])
        more = {**submission.more, "format": named} if words else submission.more
        found.append(replace(submission, more=more))
    reading.submissions = found
    known = ", ".join(form.id for form in event.formats)
    for words, count in unknown.items():
        reading.remark(
            "file",
            f"'{words[:60]}' ({count} of the papers) names no format of conf.py, or several "
            f"({known}), and is left out; add the one that it means to --columns: "
            f"format:{words[:60]}=<format>",
        )


def named_format(words: str, formats: Iterable[Format]) -> str:
    """Return the id of the one format that words name: `Accept (Oral)` names `oral`."""
    text = words.casefold()
    known = {form.id: {form.id, form.label.casefold()} for form in formats}
    named = [
        id
        for id, names in known.items()
        if any(re.search(rf"\b{re.escape(name)}\b", text) for name in names)
    ]
    return named[0] if len(named) == 1 else ""


def name_sessions(reading: Reading, schedule: Path, mapping: Mapping) -> None:
    """Put ids of sessions in the place of a source's words; words that name none are left out.

    Args:
        reading: the papers, and what the report is made of.
        schedule: the page of the schedule, which need not be there.
        mapping: what single words mean.

    Raises:
        ValueError: the page cannot be read.
    """
    if not any(submission.sessions for submission in reading.submissions):
        return
    known = _Sessions(schedule, mapping)
    lost: defaultdict[str, list[Submission]] = defaultdict(list)
    found = []
    for submission in reading.submissions:
        ids: dict[str, None] = {}
        for words in known.parts(submission.sessions):
            named = known.ids(words)
            if len(named) == 1:
                ids |= dict.fromkeys(named)
            else:
                lost[words].append(submission)
        found.append(replace(submission, sessions=tuple(ids)))
    reading.submissions = found
    for words, papers in lost.items():
        message = f"'{words[:60]}' ({len(papers)} of the papers) {known.why_not(words)}"
        reading.remark(papers[0].where, message)


@dataclass(slots=True)
class _Sessions:
    """The sessions of a page that may show several papers, by id and by title."""

    page: InitVar[Path]
    mapping: Mapping
    _known: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def __post_init__(self, page: Path) -> None:
        sessions = SchedulePage(page).sessions if page.is_file() else []
        several = [s for s in sessions if s.id and not s.values.get("paper")]
        for session in several:
            title = _key(session.values.get(TITLE, ""))
            self._known[title] = (*self._known.get(title, ()), session.id)
        self._known |= {session.id: (session.id,) for session in several}

    def ids(self, words: str) -> tuple[str, ...]:
        """Return the ids of the sessions that words name: one, where they are of use."""
        return self._known.get(_key(self.mapping.value("sessions", words)), ())

    def parts(self, names: Iterable[str]) -> Iterable[str]:
        """Yield names; one that is unknown is a list by commas, where something in it is known."""
        for name in names:
            parts = [part.strip() for part in name.split(",")]
            is_list = not self.ids(name) and any(map(self.ids, parts))
            yield from parts if is_list else [name]

    def why_not(self, words: str) -> str:
        """Return why words name no session, and what to do."""
        how = f"say which one it is by --columns: sessions:{words[:60]}="
        if several := self.ids(words):
            titled = f"is the title of several sessions ({', '.join(several)})"
            return f"{titled}, and is left out; {how}{several[0]}"
        return (
            "names no session of the schedule that is for several papers, and is left out; put "
            f"one with this title there, or {how}<id>{suggest(_key(words), self._known)}"
        )


def _key(words: str) -> str:
    """Return what a session's title and a source's words for it have in common."""
    return private(words).casefold()
