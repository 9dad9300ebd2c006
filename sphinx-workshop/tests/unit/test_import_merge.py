"""Fields that the source and a hand have changed are merged, and conflicts stay until settled."""

from __future__ import annotations

from typing import Any

import pytest

from import_site import ImportSite, note, notes
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


def export(**changes: Any) -> str:
    given = {"title": "Alpha", "authors": ["Ann Lee"], "keywords": ["one"], "abstract": "Old."}
    return notes(note(7, **(given | changes)))


def test_an_update_of_one_field_leaves_the_others(site: ImportSite) -> None:
    site.import_(export())
    done = site.import_(export(title="Beta", keywords=["two"]), "--update=keywords")
    assert site.values(7)["keywords"] == "two"
    assert site.values(7)["title"] == "Alpha"
    assert "+ Beta" in done.out


def test_what_names_more_counts_more(site: ImportSite) -> None:
    site.import_(export())
    site.edit("alpha", "# Alpha", "# Hand")
    site.edit("alpha", ":keywords: one", ":keywords: hand")
    site.import_(export(title="Beta", keywords=["two"]), "--take=all", "--keep=7:title")
    assert site.values(7)["title"] == "Hand"
    assert site.values(7)["keywords"] == "two"
