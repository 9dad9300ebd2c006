"""Reads an export that still has names that were taken back as if it had the present ones."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from ..core.model import Person
from ..editing.person_edit import without
from ..editing.person_name import PersonName
from .cleaning import clean
from .state import Entry

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from ..core.model import Author
    from .changes import Change
    from .former_names import FormerNames
    from .records import GivenEntry, Reading, Submission, Talk
    from .state import State

_WORD = re.compile(r"[^\W\d_][^\W_]*(?:[-’'.]+[^\W_]+)*\.?")
_GAP = re.compile(r"\s{1,3}|~")
_MOST = 5  # words of a name that stands in a text
_PARTICLE = 4  # letters: `van`, `de`, `zum`, `dell`
_HIDDEN = "(left out: it holds a name that was taken back)"


def take_names_back(reading: Reading, former: FormerNames) -> None:
    """Put present names in the place of former ones, wherever the export has them.

    Who wishes not to be named is left out of author lists and speakers.
    """
    if not former.names:
        return
    people = {*_people(reading)}
    keywords = (word for found in reading.submissions for word in found.keywords)  # of any case
    candidates = people.union(keywords, *(_capitalized(text) for text in _texts(reading)))
    asked = {name: former.current(name) for name in sorted(candidates)}
    present = {name: now for name, now in asked.items() if now is not None}
    if not present:
        return
    others = sorted(people - present.keys())
    names = [
        PersonName([name for name in present if present[name] == now], now, others)
        for now in sorted({*present.values()})
    ]
    _replace(reading, names, present)
    reading.remark(
        "file", f"it has names that were taken back ({len(names)}); the pages have the present ones"
    )


def _people(reading: Reading) -> Iterator[str]:
    yield from (author.name for found in reading.submissions for author in found.authors)
    yield from (name for talk in reading.talks for name in talk.speakers)
    yield from (found.name for found in reading.entries if found.type == Person.type)


def _texts(reading: Reading) -> Iterator[str]:
    for found in reading.submissions:
        yield from (
            found.title,
            found.summary,
            found.abstract,
            *found.keywords,
            *found.more.values(),
        )
        yield from found.sessions
        yield from (place for author in found.authors for place in author.affiliations)
    for talk in reading.talks:
        yield from (talk.title, talk.room, talk.summary)
    yield from reading.notes.values()
    for entry in reading.entries:
        yield from (entry.name, entry.note, *entry.options.values())
    yield from (remark.message for remark in reading.remarks)
    for change in reading.changes:
        yield from (change.after, clean(change.before))


def _capitalized(text: str) -> Iterator[str]:
    """Yield what may be a name in a text: capital words, and short ones like `van` between."""
    words = [*_WORD.finditer(text)]
    for first, start in enumerate(words):
        if not start[0][0].isupper():
            continue
        for before, word in zip(words[first:], words[first + 1 : first + _MOST], strict=False):
            capital = word[0][0].isupper()
            if not _GAP.fullmatch(text[before.end() : word.start()]):
                break
            if not capital and len(word[0]) > _PARTICLE:
                break
            if capital:
                name = text[start.start() : word.end()].replace("~", " ")
                yield " ".join(name.split()).rstrip(".")


def _replace(reading: Reading, names: list[PersonName], present: Mapping[str, str]) -> None:
    def in_text(text: str) -> str:
        for name in names:
            text = name.replaced(text)
        return text

    def in_submission(found: Submission) -> Submission:
        return replace(
            found,
            title=in_text(found.title),
            heading=in_text(found.heading),
            authors=(*_authors(found.authors, present, in_text),),
            keywords=tuple(map(in_text, found.keywords)),
            summary=in_text(found.summary),
            abstract=in_text(found.abstract),
            sessions=tuple(map(in_text, found.sessions)),
            more={name: in_text(value) for name, value in found.more.items()},
        )

    def in_talk(talk: Talk) -> Talk:
        speakers = (present.get(name, name) for name in talk.speakers)
        return replace(
            talk,
            title=in_text(talk.title),
            room=in_text(talk.room),
            summary=in_text(talk.summary),
            speakers=tuple(dict.fromkeys(filter(None, speakers))),
        )

    def in_entry(entry: GivenEntry) -> GivenEntry:
        whole = entry.type == Person.type
        name = present.get(entry.name, entry.name) if whole else in_text(entry.name)
        options = {option: in_text(value) for option, value in entry.options.items()}
        family = entry.family if name == entry.name else ""
        note = in_text(entry.note)
        return replace(entry, name=name, options=options, note=note, family=family)

    def in_change(change: Change) -> Change:
        before, after = in_text(change.before), in_text(change.after)
        plain = clean(before)
        if in_text(plain) != plain:  # a name written in LaTeX or HTML
            before = _HIDDEN
        return replace(change, before=before, after=after)

    reading.remarks = [replace(found, message=in_text(found.message)) for found in reading.remarks]
    reading.left_out = {name: in_text(why) for name, why in reading.left_out.items()}
    reading.changes = [*map(in_change, reading.changes)]
    reading.talks = [*map(in_talk, reading.talks)]
    reading.notes = {present.get(n, n): in_text(note) for n, note in reading.notes.items()}
    reading.submissions = [*map(in_submission, reading.submissions)]
    reading.entries = [*map(in_entry, reading.entries)]
    for entry in [entry for entry in reading.entries if not entry.name]:
        reading.entries.remove(entry)
        reading.skip(entry.where, "it is a person who is not to be named")
    for found in [found for found in reading.submissions if not found.authors]:
        reading.submissions.remove(found)
        reading.skip(
            found.where,
            f"submission {found.number} has no author who is to be named; write the page by hand",
            str(found.number),
        )


def _authors(
    authors: Iterable[Author], present: Mapping[str, str], in_text: Callable[[str], str]
) -> Iterator[Author]:
    """Yield the authors under their present names, each once."""
    seen = set()
    for author in authors:
        name = present.get(author.name, author.name)
        if name and name not in seen:
            seen.add(name)
            family = author.family if name == author.name else ""
            places = tuple(map(in_text, author.affiliations))
            yield replace(author, name=name, affiliations=places, family=family)


def take_back_in_state(state: State, name: PersonName, new: str, ids: frozenset[str]) -> bool:
    """Write the present name into what sources said last.

    Args:
        state: what is changed.
        name: the person's names.
        new: the present name, empty where the person is not to be named.
        ids: the ids of the person.

    Returns:
        whether there was a former name.
    """

    def value(field: str, text: str) -> str:
        if not new and field == "authors":
            text = without(text, name)
        elif not new and field == "speakers":
            text = "; ".join(id for id in text.split("; ") if id not in ids)
        return name.replaced(text)

    def entry(of: Entry) -> Entry:
        values = {field: value(field, text) for field, text in of.values.items()}
        return Entry(name.replaced(of.id), {field: text for field, text in values.items() if text})

    before = state.text()
    state.papers = {number: entry(of) for number, of in state.papers.items()}
    state.sessions = {code: entry(of) for code, of in state.sessions.items()}
    state.people = {
        name.replaced(id): name.replaced(of)
        for id, of in state.people.items()
        if new or id not in ids
    }
    return state.text() != before
