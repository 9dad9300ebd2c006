"""Plans an import of papers: which pages are new, and what the others get."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ..core.errors import CommandError
from ..core.field_entry import imported
from ..core.field_table import PAPER
from ..core.model import submission_key
from ..core.slugs import title_slug
from ..editing.page_text import ABSTRACT, SUMMARY, TITLE
from ..editing.paper_page import new_paper_page, read_paper_page
from .merge import Choice, Status, merge
from .plan import Missing
from .state import Entry

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from ..core.model import SubmissionId
    from ..editing.paper_page import PaperPage
    from .merge import Choices
    from .plan import Plan
    from .records import Reading, Submission


def read_pages(paths: Iterable[Path]) -> dict[SubmissionId, PaperPage]:
    """Return the pages of papers by submission number.

    Raises:
        CommandError: some cannot be read, or have one number. Each might be the page of a paper
            that would be taken for a new one.
    """
    pages: dict[SubmissionId, PaperPage] = {}
    problems = []
    for path in paths:
        try:
            page = read_paper_page(path)
        except ValueError as error:
            problems.append(f"{path}: {error}")
            continue
        if page and page.number in pages:
            other = pages[page.number].path
            problems.append(f"{path}: {other} has number {page.number} too; fix one of them")
        elif page:
            pages[page.number] = page
    if problems:
        listed = "\n  ".join(problems)
        raise CommandError(f"nothing is imported until these pages are fixed\n  {listed}")
    return pages


@dataclass(slots=True)
class PaperImport:
    """Compares submissions with pages, one by one."""

    folder: Path  # of the pages
    pages: dict[SubmissionId, PaperPage]
    plan: Plan  # what is added to
    asked: Choices  # by the command line
    topics: frozenset[str]  # the ids of the site's
    taken: set[str]  # names of all files in the folder, and ids of pages that are gone
    titles: dict[str, PaperPage] = field(init=False)

    def __post_init__(self) -> None:
        self.titles = {page.values[TITLE].casefold(): page for page in self.pages.values()}
        # Ids are parts of addresses: that of a page that is gone is not given to another.
        self.taken |= {entry.id for entry in self.plan.state.papers.values()}

    def add(self, submission: Submission, reading: Reading) -> None:
        """Plan one submission."""
        values = self._known_topics(submission, reading)
        number, page = submission.number, self.pages.get(submission.number)
        entry = self.plan.state.papers.get(number)
        if page:
            self._merge(page, entry, values)
        elif entry and not self.asked.takes(str(number)):
            self._report_deleted(number, entry, values)
        else:
            id = (
                entry.id
                if entry
                else title_slug(submission.title, "paper", str(number), self.taken)
            )
            self._report_twin(submission, reading)
            self.taken.add(id)
            path = self.folder / f"{id}.md"
            self.plan.files[path] = new_paper_page(number, values)
            self.plan.written.append(f"{path} ({number})")
            self.plan.state.papers[number] = Entry(id, values)

    def _report_deleted(self, number: SubmissionId, entry: Entry, source: dict[str, str]) -> None:
        """Report a page that is gone, and what the source has changed since."""
        changed = [
            name
            for name, value in source.items()
            if merge(name, entry.values.get(name, ""), value, "", Choice.NONE).status
            is not Status.NONE
        ]
        if changed and self.asked.keeps(str(number)):
            self.plan.state.papers[number] = Entry(entry.id, entry.values | source)
            changed = []
        why = f"the source has changed since: {', '.join(changed)}" if changed else ""
        place = f"{self.folder / entry.id}.md ({number})"
        self.plan.deleted.append(Missing(place, str(number), why))

    def _report_twin(self, submission: Submission, reading: Reading) -> None:
        """Report a page that has a new paper's title under another number."""
        twin = self.titles.get(submission.title.casefold())
        if twin:
            reading.remark(
                submission.where,
                f"submission {submission.number} has the title of {twin.path} ({twin.number}); "
                "if they are one paper, delete one of the pages",
            )

    def _known_topics(self, submission: Submission, reading: Reading) -> dict[str, str]:
        values = submission.values()
        known = [topic for topic in submission.topics if topic in self.topics]
        for topic in submission.topics:
            if topic not in self.topics:
                message = f"'{topic}' is not a topic of this site, and is left out"
                reading.remark(submission.where, message)
        values["topics"] = "; ".join(known)
        return {name: value for name, value in values.items() if value}

    def _merge(self, page: PaperPage, entry: Entry | None, source: dict[str, str]) -> None:
        base = entry.values if entry else {}
        if ABSTRACT in page.typed:  # the authors' words stand there, whatever conf.py says now
            base, source = _in_abstract(base), _in_abstract(source)
        number, there = str(page.number), page.typed
        merged = {}
        for name in (TITLE, *imported(PAPER), SUMMARY, ABSTRACT):
            last, now, page_has = (of.get(name, "") for of in (base, source, there))
            merged[name] = merge(name, last, now, page_has, self.asked.of(number, name))
        changes, kept = self.plan.merge(f"{page.path} ({number})", number, merged, there, source)
        if changes:
            self.plan.files[page.path] = page.changed(changes)
        self.plan.state.papers[page.number] = Entry(page.id, kept)

    def finish(self, reading: Reading) -> None:
        """Name the papers that were imported before and are not there any more.

        One that is kept is from now on a page that no import has written.
        """
        there = {submission.number for submission in reading.submissions}
        for number in sorted(self.plan.state.papers.keys() - there, key=submission_key):
            why = reading.left_out.get(str(number), "it is not in the file any more")
            if number in self.pages and not reading.partial:
                if self.asked.keeps(str(number)):
                    del self.plan.state.papers[number]
                else:
                    place = f"{self.pages[number].path} ({number})"
                    self.plan.vanished.append(Missing(place, str(number), why))
        self.plan.by_hand = [
            f"{page.path} ({number})"
            for number, page in sorted(self.pages.items(), key=lambda page: submission_key(page[0]))
            if number not in self.plan.state.papers and number not in there
        ]


def _in_abstract(values: dict[str, str]) -> dict[str, str]:
    """Return what a source has of a paper, with its summary as the abstract."""
    return {ABSTRACT if name == SUMMARY else name: value for name, value in values.items()}
