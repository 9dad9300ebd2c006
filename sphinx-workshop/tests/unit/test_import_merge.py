"""Nothing is lost: edits by hand, changes of the source and imports may come in any order."""

from __future__ import annotations

from itertools import permutations
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from import_site import ImportSite, note, notes
from sphinx_workshop.editing.page_text import lines_of
from sphinx_workshop.editing.paper_page import read_paper_page
from sphinx_workshop.imports.merge import Choice, Merged, Status, merge

# One field -------------------------------------------------------------------------------------

A, B, C, NOTHING = "a", "b", "c", ""


@pytest.mark.parametrize(
    ("base", "source", "page", "choice", "merged"),
    [
        # The source as it was: the page stays, edited or not, and even if its value is deleted.
        (A, A, A, Choice.UPDATE, Merged(A, A)),
        (A, A, B, Choice.UPDATE, Merged(B, A)),
        (A, A, NOTHING, Choice.UPDATE, Merged(NOTHING, A)),
        # The source has changed, the page not.
        (A, B, A, Choice.NONE, Merged(A, A, Status.CHANGED)),
        (A, B, A, Choice.UPDATE, Merged(B, B, Status.APPLIED)),
        (A, B, A, Choice.KEEP, Merged(A, B, Status.KEPT)),
        # Both have.
        (A, B, C, Choice.UPDATE, Merged(C, A, Status.CONFLICT)),
        (A, B, NOTHING, Choice.UPDATE, Merged(NOTHING, A, Status.CONFLICT)),
        (A, B, C, Choice.TAKE, Merged(B, B, Status.APPLIED)),
        (A, B, C, Choice.KEEP, Merged(C, B, Status.KEPT)),
        (A, B, B, Choice.NONE, Merged(B, B)),
        # It is not known what the source said before.
        (NOTHING, A, A, Choice.NONE, Merged(A, A)),
        (NOTHING, A, B, Choice.UPDATE, Merged(B, NOTHING, Status.DIFFERS)),
        (NOTHING, A, B, Choice.TAKE, Merged(A, A, Status.APPLIED)),
        (NOTHING, A, B, Choice.KEEP, Merged(B, A, Status.KEPT)),
        (NOTHING, A, NOTHING, Choice.NONE, Merged(NOTHING, NOTHING, Status.MISSING)),
        (NOTHING, A, NOTHING, Choice.UPDATE, Merged(A, A, Status.APPLIED)),
        # The source says nothing (more).
        (A, NOTHING, A, Choice.TAKE, Merged(A, A)),
        (A, NOTHING, B, Choice.UPDATE, Merged(B, A)),
    ],
)
def test_a_field_is_merged(
    base: str, source: str, page: str, choice: Choice, merged: Merged
) -> None:
    assert merge("title", base, source, page, choice) == merged


def test_a_source_without_affiliations_does_not_take_them_away() -> None:
    page = "Ann Lee* (North); Bo Ray (South)"
    assert merge("authors", "Ann Lee; Bo Ray", "Ann Lee; Bo Ray", page, Choice.NONE).page == page
    merged = merge("authors", "Ann Lee; Bo Ray", "Ann Lee; Cleo Fox; Bo Ray", page, Choice.UPDATE)
    assert merged == Merged(
        "Ann Lee* (North); Cleo Fox; Bo Ray (South)", "Ann Lee; Cleo Fox; Bo Ray", Status.APPLIED
    )


def test_a_page_that_was_never_imported_is_adopted_where_the_names_are_the_same() -> None:
    page = "Ann Lee* (North); Bo Ray (South)"
    assert merge("authors", "", "Ann Lee; Bo Ray", page, Choice.NONE) == Merged(
        page, "Ann Lee; Bo Ray"
    )
    other = merge("authors", "", "Ann Lea; Bo Ray", page, Choice.UPDATE)
    assert (other.page, other.status) == (page, Status.DIFFERS)


# Steps in any order ----------------------------------------------------------------------------


def values(site: ImportSite, number: int | str) -> dict[str, str]:
    for path in site.papers.glob("*.md"):
        page = read_paper_page(path)
        if page and page.number == number:
            return page.values
    raise AssertionError(f"no page has number {number}")


def export(**changes: Any) -> str:
    given = {"title": "Alpha", "authors": ["Ann Lee"], "keywords": ["one"], "abstract": "Old."}
    return notes(note(7, **(given | changes)))


def test_edits_and_changes_of_different_fields_meet_in_any_order(tmp_path: Path) -> None:
    results = set()
    for number, order in enumerate(permutations(range(4))):
        (folder := tmp_path / str(number)).mkdir()
        site = ImportSite(folder)
        site.import_(export())
        source = export()
        for step in order:
            if step == 0:
                site.edit("alpha", "# Alpha", "# Alpha, by hand")
            elif step == 1:
                source = export(keywords=["one", "two"])
            elif step == 2:
                site.import_(source)
            else:
                site.import_(source, "--update")
        site.import_(source, "--update")
        results.add(site.page("alpha"))
    (text,) = results
    assert "# Alpha, by hand" in text
    assert ":keywords: one; two" in text


def test_of_one_field_the_hand_wins_in_any_order(tmp_path: Path) -> None:
    for number, order in enumerate(permutations(range(4))):
        (folder := tmp_path / str(number)).mkdir()
        site = ImportSite(folder)
        site.import_(export())
        source = export()
        for step in order:
            if step == 0:
                text = site.page("alpha")
                (site.papers / "alpha.md").write_text("# Hand\n" + "".join(lines_of(text)[1:]))
            elif step == 1:
                source = export(title="Beta")
            elif step == 2:
                site.import_(source)
            else:
                site.import_(source, "--update")
        site.import_(source, "--update")
        assert values(site, 7)["title"] == "Hand", order


def test_a_conflict_stays_until_it_is_settled(tmp_path: Path) -> None:
    site = ImportSite(tmp_path)
    site.import_(export())
    site.edit("alpha", "# Alpha", "# Hand")
    for _ in range(2):
        done = site.import_(export(title="Beta"), "--update")
        assert "Changed by the source and by hand" in done.out
        assert "- Hand" in done.out
        assert "+ Beta" in done.out
    assert "1 settled" in site.import_(export(title="Beta"), "--keep=7:title").numbers
    assert "1 unchanged" in site.import_(export(title="Beta")).numbers
    assert "Changed by the source and by hand" in site.import_(export(title="Gamma")).out
    assert "1 changed" in site.import_(export(title="Gamma"), "--take=7").numbers
    assert values(site, 7)["title"] == "Gamma"


def test_a_hand_that_takes_the_sources_value_settles_a_conflict(tmp_path: Path) -> None:
    site = ImportSite(tmp_path)
    site.import_(export())
    site.edit("alpha", "# Alpha", "# Hand")
    site.import_(export(title="Beta"))
    site.edit("alpha", "# Hand", "# Beta")
    assert "1 unchanged" in site.import_(export(title="Beta")).numbers
    assert "1 changed" in site.import_(export(title="Gamma"), "--update").numbers


def test_an_update_of_one_field_leaves_the_others(tmp_path: Path) -> None:
    site = ImportSite(tmp_path)
    site.import_(export())
    done = site.import_(export(title="Beta", keywords=["two"]), "--update=keywords")
    assert values(site, 7)["keywords"] == "two"
    assert values(site, 7)["title"] == "Alpha"
    assert "+ Beta" in done.out


def test_what_names_more_counts_more(tmp_path: Path) -> None:
    site = ImportSite(tmp_path)
    site.import_(export())
    site.edit("alpha", "# Alpha", "# Hand")
    site.edit("alpha", ":keywords: one", ":keywords: hand")
    site.import_(export(title="Beta", keywords=["two"]), "--take=all", "--keep=7:title")
    assert values(site, 7)["title"] == "Hand"
    assert values(site, 7)["keywords"] == "two"


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
            (n, field): values(self.site, n).get(field, "") for n in self.pages() for field in ALL
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


Steps.TestCase.settings = settings(max_examples=60, stateful_step_count=25, deadline=None)
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
