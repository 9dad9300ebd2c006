"""What the readers of all sources do with rows: leave some out, saying why, and keep others."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from ..core.field_table import PAPER, SESSION
from ..editing.markdown_text import escaped, plain_line
from . import author_names, cleaning
from .changes import changed, changed_authors, changed_list, changed_people
from .markup import convert
from .records import Reading, Submission

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping

    from ..core.field_entry import Field
    from ..core.model import Author, SubmissionId
    from .author_names import Listed
    from .tables import Row, Table


_NAMES = "|".join({*PAPER, *SESSION})
_YES = re.compile(r"accept|^(?:yes|true|1)\b|\b(?:oral|poster|spotlight|talk)|^condition", re.I)
NO = re.compile(r"^no\b|\bnot\b|reject|withdr", re.I)
"""What a status, or a decision, says no by."""
_BESIDE = "the abstract is the summary, and a TL;DR beside it is left out"
_BARE_OPTION = re.compile(rf"\A({_NAMES}):(?=\s|\Z)")
_OPTION = re.compile(rf"^:((?:{_NAMES}):(?:\s|$))", re.MULTILINE)


class Rows:
    """Collects the submissions of one export in a reading.

    Args:
        format: what the source is.
        mapping: the columns of a table, as the command line names them.
        numbers_only: whether the source has no ids but numbers.
    """

    def __init__(self, format: str, *, mapping: str = "", numbers_only: bool = False) -> None:
        self.reading, self._numbers_only = Reading(format, mapping=mapping), numbers_only
        self._by_number: dict[SubmissionId, Submission] = {}
        self._by_title: dict[str, Submission] = {}

    def of_table(
        self,
        table: Table,
        number: str,
        decision: str = "",
        rejected: Callable[[Row], str] = lambda _: "",
    ) -> Iterator[Row]:
        """Yield the rows of a table, but for those that are left out.

        Args:
            table: the table.
            number: the column of the submissions' numbers, empty where rows have none.
            decision: the column that says which are accepted; where there is none, all are.
            rejected: returns why else a row is left out, or nothing.
        """
        decides = bool(decision) and table.has(decision)
        for row in table.rows:
            name = str(cleaning.submission(table.cell(row, number)) or "") if number else ""
            if odd := table.odd(row):
                self.reading.skip(row.where, odd, name)
            elif why := rejected(row) or (
                not_accepted(decision.casefold(), table.cell(row, decision)) if decides else ""
            ):
                self._leave_out(row.where, name, why)
            else:
                yield row

    def of_json(
        self,
        entries: object,
        what: str,
        number: str,
        read: Collection[str],
        rejected: Callable[[Mapping[str, Any]], str] = lambda _: "",
        people: tuple[Iterable[str], Collection[str]] = ((), ()),
    ) -> Iterator[tuple[str, dict[str, Any]]]:
        """Yield the entries of a list, each after its place, but for those that are left out.

        Args:
            entries: the list, as parsed JSON.
            what: what an entry is.
            number: the field of the submissions' numbers.
            read: the fields that are read; what others have a value is reported.
            rejected: returns why an entry is no accepted paper, or nothing.
            people: the lists of people that entries have, and what is read of a person.
        """
        unread: dict[str, None] = {}
        for index, given in enumerate(cleaning.listed(entries), start=1):
            where = f"{what} {index}"
            if not isinstance(given, dict):
                self.reading.skip(where, f"it is no {what}")
                continue
            unread |= dict.fromkeys(n for n, value in given.items() if value and n not in read)
            unread |= dict.fromkeys(cleaning.unread_of(given, *people))
            if why := rejected(given):
                self._leave_out(where, str(cleaning.submission(given.get(number)) or ""), why)
            else:
                yield where, given
        self.reading.unread = [*unread]

    def _leave_out(self, where: str, name: str, why: str) -> None:
        self.reading.skip(where, f"submission {name or '?'} is left out: {why}", name)

    def remark_on(self, where: str) -> Callable[[str], None]:
        """Return what takes remarks on a row."""
        return partial(self.reading.remark, where)

    def people(self, where: str, typed: list[Listed]) -> tuple[Author, ...]:
        """Return authors that the source has one by one; what is done to them is reported."""
        authors = author_names.placed(typed, self.remark_on(where))
        self.reading.note(changed_people(where, typed, authors))
        return authors

    def authors(self, where: str, typed: str) -> tuple[Author, ...]:
        """Return the authors of a list, as `first_last` reads them; the same is reported."""
        authors = author_names.first_last(typed, self.remark_on(where))
        self.reading.note(changed_authors(where, typed, authors))
        return authors

    def add(
        self,
        where: str,
        number: object,
        title: object,
        authors: tuple[Author, ...],
        *,
        summary: object = "",
        tldr: object = "",
        keywords: object = (),
        topics: Iterable[str] = (),
        sessions: Iterable[str] = (),
        **others: object,
    ) -> None:
        """Keep a submission, or leave it out and say why; `others` are fields of the table.

        The summary is the abstract, else the TL;DR, which stands in the report where both are.
        """
        found = cleaning.submission(number)
        if self._numbers_only and isinstance(found, str):
            found = None
        heading = rich_text(self.reading, where, "title", title, one_line=True)
        shown = plain_line(heading.markdown)
        if rejected := self._rejected(found, number, shown, authors):
            self.reading.skip(where, rejected, str(found or ""))
            return
        if cleaning.clean(summary) and cleaning.clean(tldr):
            self.reading.note(changed(where, "TL;DR", cleaning.raw(tldr), "", [_BESIDE]))
        elif not cleaning.clean(summary):
            summary = tldr
        listed = cleaning.items(keywords)
        if isinstance(keywords, (str, list)):
            before = (
                keywords if isinstance(keywords, str) else "; ".join(map(cleaning.raw, keywords))
            )
            self.reading.note(changed_list(where, "keywords", before, "; ".join(listed)))
            if cleaning.without_addresses(before) != before:
                self.reading.remark(where, "an e-mail address in the keywords is left out")
        self._keep(
            Submission(
                number=found or 0,
                title=shown,
                heading=heading.markdown,
                authors=authors,
                topics=tuple(topics),
                sessions=tuple(sessions),
                keywords=listed,
                summary=rich_text(self.reading, where, "summary", summary).markdown,
                more={n: self.checked(where, PAPER[n], value) for n, value in others.items()},
                where=where,
            )
        )

    def _rejected(
        self, found: SubmissionId | None, written: object, title: str, authors: tuple[Author, ...]
    ) -> str:
        """Return why a submission is left out, or nothing."""
        if found is None:
            text = cleaning.private(written)[:40]
            reason = f"'{text}' is not a submission number" if text else "it has no number"
            return f"{reason}; write a whole number, like 58"
        if not any(character.isalnum() for character in title):
            return f"submission {found} has no title; write one"
        if not authors:
            return f"submission {found} has no author; write one"
        if found in self._by_number:
            first = self._by_number[found].where
            return f"number {found} is taken already ({first}); give it another number"
        return ""

    def _keep(self, submission: Submission) -> None:
        twin = self._by_title.setdefault(submission.title.casefold(), submission)
        if twin is not submission:
            self.reading.remark(
                submission.where,
                f"submission {submission.number} has the title of {twin.number}; "
                "if they are one paper, delete one of the pages",
            )
        self._by_number[submission.number] = submission
        self.reading.submissions.append(submission)

    def checked(self, where: str, entry: Field, value: object) -> str:
        """Return what a page has of a field; what its converter cannot read is reported."""
        found = cleaning.checked(entry, value)
        what, why = entry.label or entry.name, "as pages have it"
        if not found and cleaning.clean(value):
            why = "cannot be read"
            self.reading.remark(where, f"the {what} cannot be read and is left out")
        self.reading.note(changed(where, what, cleaning.raw(value), found, [why]))
        return found


def not_accepted(what: str, written: str) -> str:
    """Return why a paper whose status, or decision, is this is left out; nothing for a yes."""
    word = cleaning.clean(written)
    if _YES.search(word) and not NO.search(word):
        return ""
    return f"its {what} is '{word[:40]}'" if word else f"its {what} is empty"


def rich_text(
    reading: Reading, where: str, field: str, value: object, *, one_line: bool = False
) -> convert.Converted:
    """Return a text in Markdown, and report what is done to it.

    Args:
        reading: what the report is made of.
        where: the row.
        field: what the text is.
        value: the text as it was typed.
        one_line: whether it is a title.
    """
    typed = cleaning.without_addresses(cleaning.raw(value))
    had_mail = typed != cleaning.raw(value)
    read = convert.line if one_line else convert.block
    found = read(typed)
    shown = cleaning.without_addresses(found.shown)
    if shown != found.shown:  # one was put together by LaTeX, or by HTML
        typed, found, had_mail = shown, read(escaped(shown)), True
    if had_mail:
        reading.remark(where, f"an e-mail address in the {field} is left out")
    notes = [*found.notes]
    if isinstance(value, str) and len(value) > cleaning.LONGEST:
        cut = f"cut after {cleaning.LONGEST:,} characters"
        reading.remark(where, f"the {field} is {cut}; add the rest by hand")
        typed, notes = cleaning.without_addresses(value), [*notes, cut]
    reading.note(changed(where, field, typed, found.shown, notes))
    return found if one_line else replace(found, markdown=_no_option(found.markdown))


def _no_option(text: str) -> str:
    """Return Markdown of which no line is taken for an option of the directive that holds it."""
    first, blank, rest = text.partition("\n\n")
    first = _BARE_OPTION.sub(r"\1\:", first, count=1)
    return _OPTION.sub(r"\:\1", first) + blank + rest
