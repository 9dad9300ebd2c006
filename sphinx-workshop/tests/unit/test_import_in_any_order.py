"""Whatever the order of edits by hand, changes of the source and imports, nothing is lost."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from import_site import ImportSite, note, notes
from sphinx_workshop.editing.paper_page import read_paper_page
from thorough import THOROUGH

NUMBERS = st.sampled_from([1, 2, 3])
WORDS = st.sampled_from(["one", "two", "three", "four", "x & <c>", "5 * $6"])
FIELDS = st.sampled_from(["title", "keywords", "summary"])
ALL = ("title", "keywords", "summary")


class Steps(RuleBasedStateMachine):
    """A site and a source, changed and imported in any order.

    `hand` are the values that a hand has written and nobody has asked to overwrite.
    """

    def __init__(self) -> None:
        super().__init__()
        self._folder = TemporaryDirectory()
        self.site = ImportSite(Path(self._folder.name))
        self.source: dict[int, dict[str, str]] = {}
        self.hand: dict[tuple[int | str, str], str] = {}
        self.deleted: set[int] = set()
        self.known: set[int] = set()

    def teardown(self) -> None:
        self._folder.cleanup()

    def export(self) -> str:
        return notes(
            *(
                note(n, v["title"], ["Ann Lee"], keywords=[v["keywords"]], abstract=v["summary"])
                for n, v in sorted(self.source.items())
            )
        )

    def pages(self) -> dict[int | str, Path]:
        found = {}
        for path in self.site.papers.glob("*.md"):
            page = read_paper_page(path)
            assert page is not None
            assert page.number not in found
            found[page.number] = path
        return found

    def values(self) -> dict[tuple[int | str, str], str]:
        return {
            (n, field): self.site.values(n).get(field, "") for n in self.pages() for field in ALL
        }

    @rule(number=NUMBERS, title=WORDS, keywords=WORDS, summary=WORDS)
    def submitted(self, number: int, **given: str) -> None:
        self.source[number] = given

    @rule(number=NUMBERS)
    def withdrawn(self, number: int) -> None:
        self.source.pop(number, None)

    @rule(number=NUMBERS, field=FIELDS, text=WORDS.map("{} by hand".format))
    def edited(self, number: int, field: str, text: str) -> None:
        if number in self.pages():
            path = self.pages()[number]
            page = read_paper_page(path)
            assert page is not None
            path.write_text(page.changed({field: text}), encoding="utf-8")
            self.hand[number, field] = text

    @rule(number=NUMBERS)
    def prose_added(self, number: int) -> None:
        if number in self.pages():
            path = self.pages()[number]
            path.write_text(path.read_text(encoding="utf-8") + "\nProse.\n", encoding="utf-8")

    @rule(number=NUMBERS)
    def renamed(self, number: int) -> None:
        if number in self.pages():
            path = self.pages()[number]
            path.rename(path.with_name(f"{path.stem}-r.md"))

    @rule(number=NUMBERS)
    def page_deleted(self, number: int) -> None:
        if number in self.pages():
            self.pages()[number].unlink()
            if number in self.known:
                self.deleted.add(number)
            for field in ALL:
                self.hand.pop((number, field), None)

    def is_somewhere(self, number: int) -> bool:
        return number in self.source or number in self.known or number in self.pages()

    def run_import(self, *arguments: str) -> None:
        if not self.source:
            return
        prose = {n: path.read_text().count("\nProse.\n") for n, path in self.pages().items()}
        ids = {n: path.stem for n, path in self.pages().items()}
        done = self.site.import_(self.export(), *arguments)
        assert done.code == 0, done.err
        self.known |= self.source.keys()
        pages = self.pages()
        assert {n: pages[n].read_text().count("\nProse.\n") for n in prose} == prose
        assert {n: pages[n].stem for n in ids} == ids
        assert self.deleted.isdisjoint(pages)
        assert pages.keys() >= self.source.keys() - self.deleted
        found = self.values()
        assert {key: found[key] for key in self.hand} == self.hand
        # What is already there is written once, and then no more.
        before = self.site.files()
        self.site.import_(self.export())
        assert self.site.files() == before

    @rule()
    def imported(self) -> None:
        before = {n: path.read_bytes() for n, path in self.pages().items()}
        self.run_import()
        after = {n: path.read_bytes() for n, path in self.pages().items()}
        assert {n: after[n] for n in before} == before

    @rule()
    def imported_with_update(self) -> None:
        self.run_import("--update")
        found = self.values()
        for n, given in self.source.items():
            for field in ALL:
                if n not in self.deleted and (n, field) not in self.hand:
                    assert found[n, field] == given[field]

    @rule(number=NUMBERS)
    @precondition(lambda self: bool(self.source))
    def taken(self, number: int) -> None:
        if not self.is_somewhere(number):
            return
        if number in self.source:
            for field in ALL:
                self.hand.pop((number, field), None)
            self.deleted.discard(number)
        self.run_import(f"--take={number}")
        if number in self.source:
            assert all(self.values()[number, field] == self.source[number][field] for field in ALL)

    @rule(number=NUMBERS)
    def kept(self, number: int) -> None:
        if not self.is_somewhere(number):
            return
        before = self.values()
        self.run_import(f"--keep={number}")
        if self.source and number in self.pages() and number not in self.source:
            self.known.discard(number)  # it is the site's own from now on
        after = self.values()
        assert {key: after[key] for key in before} == before
        # What is kept is the hand's from now on, until the source changes it again and it is taken.
        if number in self.pages():
            for field in ALL:
                if after.get((number, field)) != self.source.get(number, {}).get(field):
                    self.hand[number, field] = after[number, field]

    @invariant()
    def no_half_written_file_is_left(self) -> None:
        assert all(path.suffix == ".md" for path in self.site.papers.iterdir())


Steps.TestCase.settings = settings(
    max_examples=300 if THOROUGH else 8, stateful_step_count=25, deadline=None
)
TestStepsInAnyOrder = Steps.TestCase


def test_the_steps_do_what_they_say() -> None:
    steps = Steps()
    try:
        steps.submitted(1, title="one", keywords="two", summary="three")
        steps.imported()
        steps.edited(1, "title", "one by hand")
        steps.submitted(1, title="four", keywords="four", summary="three")
        steps.imported_with_update()
        assert steps.values()[1, "title"] == "one by hand"
        assert steps.values()[1, "keywords"] == "four"
    finally:
        steps.teardown()
