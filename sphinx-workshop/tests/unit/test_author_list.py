"""Author lists: what is read, and what is rejected with which remedy."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rejections import rejection
from sphinx_workshop.core.author_list import authors
from sphinx_workshop.core.model import Author


@pytest.mark.parametrize(
    ("value", "found"),
    [
        ("Ann Lee", [Author("Ann Lee")]),
        ("Ann Lee*", [Author("Ann Lee", presenting=True)]),
        ("Ann Lee *", [Author("Ann Lee", presenting=True)]),
        (
            "Ann Lee=; Bob Ray = †",
            [Author("Ann Lee", equal=True), Author("Bob Ray", equal=True, corresponding=True)],
        ),
        ("Ann Lee†*= (North)", [Author("Ann Lee", ("North",), True, True, True)]),
        ("Ann Lee (North)", [Author("Ann Lee", ("North",))]),
        (
            "Ann Lee* (North; South, Inc.); Bob Ray",
            [Author("Ann Lee", ("North", "South, Inc."), presenting=True), Author("Bob Ray")],
        ),
        ("Bob Ray;\n  Ann  Lee(North)", [Author("Bob Ray"), Author("Ann Lee", ("North",))]),
        ("Renée Hložan; 李明; O’Neil", [Author("Renée Hložan"), Author("李明"), Author("O’Neil")]),
        ("Xaver J. Prohaska", [Author("Xaver J. Prohaska")]),
        ("Ann Lee, Jr.; Bob Ray, III", [Author("Ann Lee, Jr."), Author("Bob Ray, III")]),
        ("Y. Wang, Jr., PhD", [Author("Y. Wang, Jr., PhD")]),
        ("Ann And; Band Andersson", [Author("Ann And"), Author("Band Andersson")]),
        ("Anders And (Sand and Sea)", [Author("Anders And", ("Sand and Sea",))]),
        ("Dust and Light Collaboration", [Author("Dust and Light Collaboration")]),
        (
            "Ann {Lee Ray}*= (North); {Wang} Li, Jr.",
            [
                Author("Ann Lee Ray", ("North",), True, True, family="Lee Ray"),
                Author("Wang Li, Jr.", family="Wang"),
            ],
        ),
    ],
)
def test_authors_are_read_in_order(value: str, found: list[Author]) -> None:
    assert authors(value) == tuple(found)


@pytest.mark.parametrize(
    ("value", "reported"),
    [
        ("Ann Lee;", "an author has no name; put one semicolon between authors"),
        ("; Ann Lee", "an author has no name"),
        ("Ann Lee; ; Bob Ray", "an author has no name"),
        ("Ann Lee; (North)", "an author has no name"),
        ("*", "an author has no name"),
        ("Ann Lee*; Bob Ray*", "Ann Lee and Bob Ray are both marked as presenting; leave one `*`"),
        ("*Ann Lee", "'*Ann Lee': put the `*` right after the name"),
        ("Ann Lee (North)*", "'Ann Lee (North)*': put the `*` right after the name"),
        ("Ann = Lee", "'Ann = Lee': put the `=` right after the name"),
        ("Ann Lee (North)†", "put the `†` right after the name"),
        ("Ann Lee (North) and Bob Ray", "put a semicolon, not 'and', between authors"),
        ("Ann Lee and Bob Ray", "joins authors; put a semicolon between them: 'Ann Lee; Bob Ray'"),
        ("ANN LEE AND BOB RAY", "'ANN LEE; BOB RAY'"),
        ("Ann Lee & Bob Ray (North)", "'Ann Lee; Bob Ray'"),
        ("Ann Lee; and Bob Ray", "'and Bob Ray' joins authors"),
        ("李明、王芳", "'李明; 王芳'"),
        ("Ann Lee and the Deep Team", "'Ann Lee; the Deep Team'"),
        ("Ann Lee, I. Newton", "holds a comma"),
        ("Ann Lee, V. Rao", "holds a comma"),
        ("Ann Lee; , Jr.", "', Jr.' holds a comma; put semicolons between authors"),
        ("Ann Lee, Bob Ray", "'Ann Lee, Bob Ray' holds a comma; put semicolons between authors"),
        ("Lee, Ann; Ray, Bob", "'Lee, Ann' holds a comma; put semicolons between authors, first"),
        ("Ann Lee (North), Bob Ray (South)", "put a semicolon, not ',', between authors"),
        ("Ann Lee <a@example.org>", "holds an e-mail address, which no page shows; delete it"),
        ("Ann Lee (North; Bob Ray", "'Ann Lee (North': the parenthesis is not closed"),
        ("Ann Lee North)", "'Ann Lee North)' cannot be read"),
        ("Ann Lee (North (Dep. A))", "cannot be read"),
        ("Ann Lee (North;)", "an entry is empty"),
        ("Ann Lee ()", "it is empty"),
        ("Ann Lee; Bob Ray; Ann Lee", "'Ann Lee' is listed twice; delete one"),
        ("Ann {Lee}; Ann Lee", "'Ann Lee' is listed twice; delete one"),
        ("Bob Ray; Ann {Lee (North)", "'Ann {Lee': write one pair of braces"),
        ("Bob Ray; Ann {Lee*}", "put the `*` right after the name"),
    ],
)
def test_a_wrong_author_list_is_rejected_with_its_remedy(value: str, reported: str) -> None:
    assert reported in rejection(authors, value)


NAMES = st.from_regex(r"[A-ZÀ-Þ][a-zß-öø-ÿ’.\-]{0,8}( [A-Z][a-z]{0,8}){0,2}", fullmatch=True)
AUTHORS = st.builds(Author, NAMES, st.lists(NAMES, max_size=3).map(tuple))


@given(st.lists(AUTHORS, min_size=1, max_size=6, unique_by=lambda a: a.name), st.integers(0, 9))
def test_any_author_list_survives_being_written_and_read(found: list[Author], who: int) -> None:
    marked = [Author(a.name, a.affiliations, n == who) for n, a in enumerate(found)]
    written = "; ".join(
        a.name
        + ("*" if a.presenting else "")
        + (f" ({'; '.join(a.affiliations)})" if a.affiliations else "")
        for a in marked
    )
    assert authors(written) == tuple(marked)
