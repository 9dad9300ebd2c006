"""Roles, `objects.inv`, search, and readers other than a browser."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from calendar_pages import FEEDS
from inline_site import Built, all_words, links, words
from small_workshop import FILES, appended, changed
from trees import contents

if TYPE_CHECKING:
    from bs4 import Tag

    from engine_fixtures import Edited, MakeSite


def paragraph(page: Tag, beginning: str) -> Tag:
    (found,) = (p for p in page.select("p") if words(p).startswith(beginning))
    return found


@pytest.mark.parametrize(
    ("beginning", "found"),
    [
        (
            "Topics:",
            {
                "Methods of inference": "topics/inference.html",
                "the other": "topics/robustness.html",
            },
        ),
        (
            "Papers:",
            {"Alpha particles": "papers/alpha.html", "that one": "papers/gamma.html"},
        ),
        (
            "Sessions:",
            {
                "Opening keynote": "program/index.html#session-opening",
                "Alpha particles": "program/index.html#session-alpha",
            },
        ),
        (
            "People:",
            {
                "Dana Fox": "program/speakers.html#person-dana-fox",
                "Børge Ray": "program/authors.html#person-borge-ray",
            },
        ),
        (
            "Deadlines:",
            {
                "Submission": "dates.html#deadline-submission",
                "23 May 2016, 23:59 AoE": "dates.html#deadline-submission",
                "later": "dates.html#deadline-notification",
            },
        ),
    ],
)
def test_a_role_links_by_id_and_prints_the_title_or_the_words_written(
    beginning: str, found: dict[str, str], small: Built
) -> None:
    assert links(paragraph(small.page("notes"), beginning)) == found


def test_a_role_for_a_date_prints_it_exactly(small: Built) -> None:
    dates = paragraph(small.page("notes"), "Deadlines:").select("time")
    assert [date["datetime"] for date in dates] == ["2016-05-23T23:59-12:00"]


def test_any_finds_objects_of_each_kind(edited: Edited) -> None:
    kinds = "Any: {any}`inference`, {any}`opening`, {any}`dana-fox`, {any}`submission`."
    built = edited(appended("notes.md", kinds))
    assert built.messages == []
    assert list(links(paragraph(built.page("notes"), "Any:"))) == [
        "Methods of inference",
        "Opening keynote",
        "Dana Fox",
        "Submission",
    ]


def test_the_inventory_holds_all_five_kinds_and_authors_without_an_entry(small: Built) -> None:
    assert small.inventory("topic") == {
        "inference": ("topics/inference.html", "Methods of inference"),
        "robustness": ("topics/robustness.html", "Robustness to shifts"),
    }
    assert small.inventory("paper") == {
        "alpha": ("papers/alpha.html", "Alpha particles"),
        "beta": ("papers/beta.html", "Beta decay"),
        "gamma": ("papers/gamma.html", "Gamma rays"),
    }
    assert small.inventory("session") == {
        "opening": ("program/index.html#session-opening", "Opening keynote"),
        "alpha": ("program/index.html#session-alpha", "Alpha particles"),
        "coffee": ("program/index.html#session-coffee", "Coffee"),
    }
    assert small.inventory("person") == {
        "dana-fox": ("program/speakers.html#person-dana-fox", "Dana Fox"),
        "ann-lee": ("program/speakers.html#person-ann-lee", "Ann Lee"),
        "borge-ray": ("program/authors.html#person-borge-ray", "Børge Ray"),
        "cleo-medard": ("program/authors.html#person-cleo-medard", "Cleo Médard"),
    }
    assert small.inventory("deadline") == {
        "submission": ("dates.html#deadline-submission", "Submission"),
        "notification": ("dates.html#deadline-notification", "Notification"),
    }


def test_without_an_author_index_authors_are_printed_and_not_linked(edited: Edited) -> None:
    files = {"program/authors.md": "# Authors\n"} | changed("notes.md", ", {person}`borge-ray`", "")
    built = edited(files)
    assert built.messages == []
    assert set(built.inventory("person")) == {"dana-fox", "ann-lee"}
    names = built.page("papers/beta").select(".workshop-authors > li")
    assert [words(name) for name in names] == ["Børge Ray", "Cleo Médard (presenting)"]
    assert not built.page("papers/beta").select(".workshop-authors a")


@pytest.mark.parametrize("builder", ["text", "gettext"])
def test_other_formats_show_what_is_inside_and_have_no_files_for_machines(
    make_site: MakeSite, builder: str
) -> None:
    built = make_site(FILES | FEEDS).build(builder=builder)
    assert built.messages == []
    files = contents(built.output)
    assert {name.rpartition(".")[2] for name in files} <= {"txt", "pot", "buildinfo"}
    assert not any(b"Subscribe" in text or b"Add to calendar" in text for text in files.values())
    if builder == "text":
        text = files["papers/alpha.txt"].decode()
        for part in (
            "Alpha particles",
            "Børge Ray",
            "North",
            "No. 7",
            "Alpha is found everywhere.",
        ):
            assert part in text


def test_links_in_listings_lead_to_pages_below_and_beside(small: Built) -> None:
    page = small.page("topics/inference")
    assert links(page)["Alpha particles"] in {
        "../papers/alpha.html",
        "../program/index.html#session-alpha",
    }
    assert all(not href.startswith("/") for href in links(page).values())


def test_titles_keep_their_quotes_and_diacritics(make_site: MakeSite) -> None:
    title = "Don’t Pay \"Attention\" -- to 'Noise' & Médard's <law>"
    paper = f"# {title.replace('<', chr(92) + '<')}\n\n:::{{paper}} 1\n:authors: Ann Lee\n:::\n"
    files = {"index.md": "# Home\n\n:::{paper-list}\n:::\n\n:::{toctree}\na\n:::\n", "a.md": paper}
    built = make_site(files).build()
    assert built.messages == []
    assert all_words(built.page("index"), ".workshop-title") == [title]
    assert built.inventory("paper") == {"a": ("a.html", title)}
