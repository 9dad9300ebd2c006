"""A build after an edit gives byte for byte what a fresh build gives, and touches no more."""

from __future__ import annotations

import base64
from collections.abc import Mapping
from typing import TYPE_CHECKING

import pytest

from inline_site import SETTINGS
from small_workshop import CHANGES, FILES, appended, changed
from sphinx_workshop.domain.placeholders import FinishPlaceholders
from thorough import THOROUGH
from trees import differing

if TYPE_CHECKING:
    from engine_fixtures import MakeSite
    from inline_site import Built

Changes = Mapping[str, str | None]

PIXEL = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGNgYGBgAAAABQABpfZFQAAAAABJRU5ErkJggg=="
)


def edited(*changes: Changes) -> Changes:
    merged: dict[str, str | None] = {}
    for files in changes:
        assert not merged.keys() & files.keys()
        merged |= files
    return merged


def moved(old: str, new: str) -> Changes:
    return {old: None, new: FILES[old]}


DELTA = "# Delta\n\n:::{paper} 99\n:authors: Eve Orr*\n:topics: robustness\n\nA quaternion.\n:::\n"

ANN = """
:::{person} Ann Lee
:affiliation: North
:roles: invited
:also: A. Lee; Ann C. Lee
:::
"""

ALPHA_SESSION = ":::::{session}\n:time: 10:00-10:15\n:paper: alpha\n:::::\n"

EDITS: dict[str, Changes] = {
    # A paper
    "a paper is added": {"papers/delta.md": DELTA},
    "a paper is deleted": edited(
        {"papers/gamma.md": None}, changed("notes.md", ", {paper}`that one <gamma>`", "")
    ),
    "a paper is deleted and still named": {"papers/gamma.md": None},
    "a paper's file is renamed": edited(
        moved("papers/gamma.md", "papers/gamma-2.md"), changed("notes.md", "<gamma>", "<gamma-2>")
    ),
    "a paper's file is moved to another folder": edited(
        moved("papers/gamma.md", "program/gamma.md"),
        changed("program/index.md", "authors\n:::", "authors\ngamma\n:::"),
    ),
    "a paper's title": changed("papers/alpha.md", "# Alpha particles", "# Helium nuclei"),
    "a paper's authors": changed("papers/alpha.md", "Børge Ray (North)", "Zoë Orr (West)"),
    "a paper's presenting author": changed(
        "papers/beta.md", "Ray (North); Cleo Médard*", "Ray* (North); Cleo Médard"
    ),
    "a paper's topics": changed("papers/alpha.md", ":topics: inference", ":topics: robustness"),
    "a paper's summary": changed("papers/alpha.md", "everywhere", "in helium"),
    "a paper's sessions": changed("papers/gamma.md", "Médard*\n", "Médard*\n:sessions: opening\n"),
    "a paper's award": changed("papers/alpha.md", "\nAlpha is", ":award: Best\n\nAlpha is"),
    "a paper's number": changed("papers/alpha.md", "{paper} 7", "{paper} 70"),
    # A topic
    "a topic's title": changed("topics/inference.md", "# Methods of inference", "# Inferring"),
    "a topic's short name": changed("topics/inference.md", "{topic} Inference", "{topic} Infer"),
    "a topic's summary": changed("topics/inference.md", "From data to", "Towards"),
    "a topic's place in the call": changed("topics/inference.md", ":order: 1", ":order: 5"),
    # A session
    "a session's time": changed("program/index.md", "10:00-10:15", "10:15-10:30"),
    "a session's kind": changed("program/index.md", ":kind: keynote", ":kind: talk"),
    "a session's title": changed("program/index.md", "Opening keynote", "First keynote"),
    "a session's speaker": changed("program/index.md", ":speakers: dana-fox", ":speakers: ann-lee"),
    "a session's room": changed("program/index.md", ":kind: break", ":kind: break\n:room: Foyer"),
    "a paper's session is deleted": edited(
        changed("program/index.md", ALPHA_SESSION, ""),
        changed("notes.md", ", {session}`alpha`", ""),
    ),
    # A person
    "a person's name": changed(
        "program/speakers.md", "{person} Dana Fox", "{person} Dana F. Fox\n:id: dana-fox"
    ),
    "a person's affiliation": changed("program/speakers.md", "West", "East"),
    "a person's roles": changed("program/speakers.md", ":roles: invited", ":roles: organizer"),
    "an author gets an entry": appended("program/speakers.md", ":::{person} Børge Ray\n:::"),
    "an author loses the entry": changed("program/speakers.md", ANN, ""),
    "a further spelling is added": edited(
        changed("program/speakers.md", "A. Lee;", "Børge Ray;"),
        changed("notes.md", "{person}`borge-ray`", "{person}`ann-lee`"),
    ),
    "the author index is deleted": edited(
        {"program/authors.md": "# Authors\n"}, changed("notes.md", ", {person}`borge-ray`", "")
    ),
    # A deadline
    "a deadline's date": changed("dates.md", "2016-05-23 23:59", "2016-05-25 23:59"),
    "a deadline's title": changed("dates.md", "{deadline} Submission", "{deadline} Hand in"),
    # Pages and contents
    "the title of a page that a link names": changed("dates.md", "# Dates", "# Important dates"),
    "the title of a page that a role names": changed("topics/index.md", "# Topics", "# Problems"),
    "the heading of a place that a role names": changed("notes.md", "A marked", "Another"),
    "the home page's title": changed("index.md", "# Home", "# Welcome"),
    "a word in the contents": changed("index.md", "Call <topics", "The call <topics"),
    "the order of the contents": changed("index.md", "dates\nnotes\n", "notes\ndates\n"),
    "the contents' caption": changed("index.md", ":hidden:", ":hidden:\n:caption: All"),
    "a section is added to a page": appended("topics/robustness.md", "## More\n\nWords."),
    "a page's file is renamed": edited(
        moved("notes.md", "remarks.md"),
        {"index.md": FILES["index.md"].replace("notes", "remarks")},
    ),
    "a page is deleted and still in the contents": {"topics/index.md": None},
    "a page in no contents is added": {"lost.md": "---\norphan: true\n---\n\n# Lost\n"},
    "nothing": {},
}


SAMPLE = [
    *("a paper is deleted and still named", "a paper's file is moved to another folder"),
    *("a paper's sessions", "a topic's place in the call", "a session's time", "a person's name"),
    *("a further spelling is added", "the author index is deleted", "the order of the contents"),
    *("the title of a page that a role names", "a page is deleted and still in the contents"),
]


@pytest.mark.parametrize("name", EDITS if THOROUGH else SAMPLE)
def test_a_build_after_an_edit_equals_a_fresh_one(name: str, started: MakeSite) -> None:
    site = started(FILES)
    site.write(EDITS[name])
    incremental, fresh = site.build(), site.build("fresh")
    assert differing(incremental.output, fresh.output) == []


@pytest.mark.parametrize("name", EDITS if THOROUGH else SAMPLE[:3])
def test_an_edit_that_is_undone_leaves_no_trace(name: str, started: MakeSite, small: Built) -> None:
    edit, site = EDITS[name], started(FILES)
    site.write(edit)
    site.build()
    site.hold(FILES)
    back = site.build()
    assert back.messages == []
    assert differing(back.output, small.output) == []


ON_FOUR_PAGES = [
    *("a paper is added", "a topic's title", "an author gets an entry", "a deadline's date"),
]
CHAIN = [*ON_FOUR_PAGES, "a paper's authors", "a paper's number", "a session's speaker", "nothing"]


def test_many_edits_one_after_the_other_equal_a_fresh_build(started: MakeSite) -> None:
    site = started(FILES | CHANGES)
    news = appended("notes.md", ":::{change} 2016-07-21\nNews.\n:::")
    for edit in (news, *(EDITS[name] for name in CHAIN)):  # one takes a change back
        site.write(edit)
        incremental = site.build()
    assert differing(incremental.output, site.build("fresh").output) == []


@pytest.mark.parametrize(
    "settings",
    [
        {"workshop": SETTINGS["workshop"] | {"timezone": "Asia/Kathmandu"}},
        {"html_baseurl": "https://example.net/elsewhere/"},
    ],
    ids=["the zone", "its address"],
)
def test_a_build_after_a_changed_setting_equals_a_fresh_one(
    settings: dict[str, object], started: MakeSite
) -> None:
    site = started(FILES)
    site.configure(**settings)
    incremental = site.build().output
    backup = incremental / ".buildinfo.bak"  # Sphinx keeps the former settings' digest
    backup.unlink(missing_ok=True)
    assert differing(incremental, site.build("fresh").output) == []


def test_a_pdf_that_is_added_changes_the_page_of_its_paper(started: MakeSite) -> None:
    site = started(FILES)
    site.write({"assets/7.pdf": "%PDF-"})
    assert differing(site.build().output, site.build("fresh").output) == []


def test_an_image_that_no_page_shows_any_more_is_deleted(make_site: MakeSite) -> None:
    site = make_site(FILES | appended("notes.md", "![A dot](dot.png)"))
    (site.source / "dot.png").write_bytes(PIXEL)
    assert (site.build().output / "_images" / "dot.png").exists()
    site.write({"notes.md": FILES["notes.md"]})
    assert differing(site.build().output, site.build("fresh").output) == []


def test_a_relative_reference_to_a_page_shows_its_new_title(make_site: MakeSite) -> None:
    site = make_site(FILES | appended("program/authors.md", "{doc}`../topics/robustness`"))
    site.configure(html_sidebars={"**": []})
    site.build()
    site.write(changed("topics/robustness.md", "# Robustness to shifts", "# Sturdiness"))
    assert differing(site.build().output, site.build("fresh").output) == []


def test_the_first_objects_of_a_kind_may_come_later(make_site: MakeSite) -> None:
    pages = {"topics/inference.md", "topics/robustness.md", "dates.md"}
    others = ("papers/alpha.md", "papers/beta.md", "program/index.md", "notes.md")
    plain = dict.fromkeys((*pages, *others), "# Plain\n")
    site = make_site(FILES | plain)
    site.build()
    site.write({name: FILES[name] for name in pages})
    assert differing(site.build().output, site.build("fresh").output) == []


# As little as possible -------------------------------------------------------------------------


def test_a_build_without_an_edit_reads_and_writes_no_page(started: MakeSite) -> None:
    site = started(FILES)
    output = site.folder / "build" / "html"
    pages = [output / f"{name.removesuffix('.md')}.html" for name in FILES]
    before = {page: page.stat().st_mtime_ns for page in pages}
    second = site.build()
    assert set(second.written) == {"search"}  # Sphinx writes this one whenever it runs
    assert {page: page.stat().st_mtime_ns for page in pages} == before
    assert second.read == []


def test_an_edit_of_prose_writes_its_own_page_and_the_one_that_lists_it(started: MakeSite) -> None:
    site = started(FILES)
    site.write(appended("dates.md", "More words."))
    assert set(site.build().written) == {"dates", "index", "search"}


@pytest.mark.parametrize("name", ["a word in the contents", "the order of the contents"])
def test_another_navigation_writes_every_page(name: str, started: MakeSite) -> None:
    site = started(FILES)
    site.write(EDITS[name])
    assert {page.removesuffix(".md") for page in FILES} <= set(site.build().written)


def test_an_edit_after_a_pdf_was_added_writes_the_same(started: MakeSite) -> None:
    site = started(FILES)
    site.write({"assets/7.pdf": "%PDF-"})
    site.build()
    site.write(appended("dates.md", "More words."))
    assert set(site.build().written) == {"dates", "index", "search"}


def test_an_edit_of_a_summary_writes_no_other_paper(started: MakeSite) -> None:
    site = started(FILES)
    site.write(EDITS["a paper's summary"])
    written = site.build().written
    assert "papers/alpha" in written
    assert not {"papers/beta", "papers/gamma", "topics/robustness", "dates"} & set(written)


# In parallel -----------------------------------------------------------------------------------


def test_two_workers_build_incrementally_what_one_builds_fresh(make_site: MakeSite) -> None:
    site = make_site(FILES)
    site.build("two", jobs=2)
    site.write(edited(*(EDITS[name] for name in ON_FOUR_PAGES)))
    # More pages than Sphinx reads in one process, so that they are shared out.
    for n in range(20, 40):
        site.write({f"papers/p{n}.md": f"# P{n}\n\n:::{{paper}} {n}\n:authors: X\n:::\n"})
    two, one = site.build("two", jobs=2), site.build("one")
    assert differing(two.output, one.output) == []


def test_two_workers_in_another_folder_give_the_same_bytes(
    make_site: MakeSite, small: Built
) -> None:
    there = make_site(FILES).build(jobs=2)
    assert there.messages == []
    assert differing(small.output, there.output) == []


def test_views_written_straight_into_html_are_what_the_long_way_would_write(
    make_site: MakeSite, small: Built, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "workshop-paper" in (small.output / "papers/index.html").read_text("utf-8")
    monkeypatch.setattr(FinishPlaceholders, "builders", ("none",))
    assert differing(small.output, make_site(FILES).build("long").output) == []
