"""The search index holds each object once, under the right words, and is made only when needed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from sphinx.errors import ConfigError

from search_index import SearchIndex
from small_workshop import FILES, changed
from sphinx_workshop.core.casefold import casefold
from sphinx_workshop.site.search import FOLDER
from trees import contents

if TYPE_CHECKING:
    from engine_fixtures import Edited, MakeSite
    from inline_site import Built


@pytest.fixture(scope="module")
def index(small: Built) -> SearchIndex:
    return SearchIndex(small.output)


def test_the_other_pages_are_entries_too(index: SearchIndex) -> None:
    pages = {found.address for found in index.entries if found.kind == "Page"}
    assert {"index.html", "notes.html", "program/index.html", "program/authors.html"} <= pages
    assert not {page for page in pages if page.startswith("papers/") and "index" not in page}


@pytest.mark.parametrize(
    ("word", "found"),
    [
        ("helium", ["Paper Alpha particles", "Session Alpha particles"]),  # a keyword
        ("everywhere", ["Paper Alpha particles"]),  # the summary
        ("12", ["Paper Gamma rays"]),  # the submission number
        ("00001", ["Paper Beta decay"]),  # the arXiv number
        ("door", ["Session Coffee", "Page Program"]),  # a session's description
        ("mail", ["Deadline Notification", "Page Dates"]),  # a deadline's note
        (
            "Dana",
            ["Person Dana Fox", "Session Opening keynote", "Page A marked place", "Page Notes"],
        ),
        ("West", ["Person Dana Fox", "Session Opening keynote"]),  # an affiliation
        ("C", ["Person Ann Lee"]),  # another spelling of a name
        ("shifts", ["Topic Robustness to shifts"]),
        ("marked", ["Page A marked place", "Page Notes"]),  # a heading
    ],
)
def test_an_entry_is_found_by_its_words(index: SearchIndex, word: str, found: list[str]) -> None:
    assert index.titles(word) == found


@pytest.mark.parametrize("word", ["Dana", "Ray", "Aula", "Fieldwork"])
def test_a_session_is_found_by_who_speaks_who_chairs_its_room_and_its_track(
    edited: Edited, word: str
) -> None:
    more = ":id: opening\n:chair: borge-ray\n:room: Aula\n:track: Fieldwork\n"
    built = edited(changed("program/index.md", ":id: opening\n", more))
    found = SearchIndex(built.output).find(word)
    assert "Opening keynote" in [hit.title for hit in found if hit.kind == "Session"]


@pytest.mark.parametrize("word", ["Médard", "Medard", "MEDARD", "Me\u0301dard"])
def test_accents_and_case_are_not_needed(index: SearchIndex, word: str) -> None:
    assert index.titles(word) == ["Person Cleo Médard", "Paper Beta decay", "Paper Gamma rays"]


def test_letters_with_a_stroke_have_a_plain_form(index: SearchIndex) -> None:
    assert casefold("Łukasz Børge Straße Ægir") == "lukasz borge strasse aegir"
    assert index.titles("Borge")[0] == "Person Børge Ray"


def test_a_list_is_not_found_by_what_it_lists(index: SearchIndex) -> None:
    assert not [found for found in index.find("Cleo") if found.kind == "Page"]


def test_a_paper_comes_before_the_session_that_presents_it(index: SearchIndex) -> None:
    assert index.titles("particles") == ["Paper Alpha particles", "Session Alpha particles"]


def test_an_entry_says_what_tells_it_from_others(index: SearchIndex) -> None:
    details = {(found.kind, found.title): found.detail for found in index.entries}
    assert details["Paper", "Beta decay"] == "Børge Ray, Cleo Médard"
    assert details["Person", "Dana Fox"] == "Keynote speaker · West"
    assert details["Deadline", "Submission"] == "23 May 2016, 23:59 AoE"
    assert (
        details["Session", "Opening keynote"]
        == "Keynote · 22 July 2016, 09:00–10:00 UTC−4 · Dana Fox"
    )


def test_a_pages_lead_shows_no_unresolved_reference(index: SearchIndex) -> None:
    (notes,) = [found for found in index.entries if found.address == "notes.html"]
    assert "inference" not in notes.detail


@pytest.mark.parametrize("key", ["nosearch", "no-search"])
def test_a_page_can_ask_not_to_be_found(edited: Edited, key: str) -> None:
    built = edited({"notes.md": f"---\n{key}: true\n---\n\n" + FILES["notes.md"]})
    assert not SearchIndex(built.output).find("marked")


def test_a_section_is_an_entry_that_names_its_page(index: SearchIndex) -> None:
    (section,) = [found for found in index.entries if found.title == "A marked place"]
    assert (section.kind, section.detail) == ("Page", "Notes")
    assert section.address.startswith("notes.html#")


def test_acronyms_are_found_in_titles_keywords_and_explanations(make_site: MakeSite) -> None:
    text = FILES["notes.md"] + "\nA quick brown fox (QBF) and the lazy old dog.\n"
    other = {"dates.md": FILES["dates.md"] + "\nSlow QBFs, and quick brown foxes.\n"}
    site = make_site(
        FILES | other | {"notes.md": text},
        workshop_search_acronyms={"LOD": "lazy old dog", "GR": "gamma rays", "NONE": "such words"},
    )
    index = SearchIndex(site.build().output)
    assert {found.title for found in index.find("qbf")} >= {"A marked place", "Dates"}
    assert [found.title for found in index.find("lod")] == ["A marked place", "Notes"]
    assert index.titles("GR")[0] == "Paper Gamma rays"
    assert index.facts["meanings"] == {"none": ["such", "words"]}


def test_other_words_find_a_page_a_section_and_an_object(make_site: MakeSite) -> None:
    words = {
        "notes": "scribble",
        "notes#marked": "flag",
        "dates#deadline-notification": "x",
    }
    site = make_site(FILES, workshop_search_words=words)
    index = SearchIndex(site.build().output)
    assert index.titles("scribble") == ["Page Notes"]
    assert index.titles("flag") == ["Page A marked place"]
    assert index.titles("x") == ["Deadline Notification"]


TWO_PAGES = {
    "index.md": "# Home\n\n:::{toctree}\nnotes\n:::\n",
    "notes.md": "# Notes\n\n(marked)=\n## A marked place\n",
}


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ({"ntoes": "scribble"}, "'ntoes' is not a page, .* did you mean 'notes'"),
        ({"notes#mraked": "flag"}, "nor a section or object of one; did you mean 'notes#marked'"),
        ({"notes": ["scribble"]}, "the words for 'notes' must be one text"),
    ],
)
def test_other_words_for_nothing_are_an_error(
    words: dict[str, object], said: str, make_site: MakeSite
) -> None:
    with pytest.raises(ConfigError, match=said):
        make_site(TWO_PAGES, workshop_search_words=words).build()


def test_stop_words_are_kept_in_titles_alone(index: SearchIndex) -> None:
    assert not index.find("the")
    assert index.facts["stop"].keys() >= {"what", "is", "the"}


def test_titles_without_words_and_with_markup_do_no_harm(edited: Edited) -> None:
    paper = changed("papers/gamma.md", "# Gamma rays", "# `</script>` & “∅”")
    index = SearchIndex(edited({**paper, "dates.md": "# ∅\n"}).output)
    assert {"</script> & “∅”", "∅"} <= {found.title for found in index.entries}


def test_sphinx_makes_no_index_of_its_own(small: Built) -> None:
    names = {name.rpartition("/")[2] for name in contents(small.output)}
    assert not names & {"searchindex.js", "searchtools.js", "language_data.js"}
    assert "search.html" in names


def test_the_index_is_made_again_only_if_something_changed(started: MakeSite) -> None:
    site = started(FILES)
    first = SearchIndex(site.build().output)
    made = {path: path.stat().st_mtime_ns for path in first.folder.parent.rglob("*")}

    site.build()
    assert {path: path.stat().st_mtime_ns for path in first.folder.parent.rglob("*")} == made

    site.write(changed("papers/gamma.md", "Gamma goes far.", "Gamma goes farther."))
    second = SearchIndex(site.build().output)
    assert second.titles("farther") == ["Paper Gamma rays"]
    assert not first.folder.exists()


def test_an_index_that_was_cut_short_and_what_is_left_of_others_are_replaced(
    edited: Edited,
) -> None:
    output = edited({}).output
    before = contents(output)
    (output / FOLDER / "index.json").unlink()
    assert contents(edited({}).output) == before
    for name in ("aaa", "zzz"):
        (output / FOLDER / name).mkdir()
        (output / FOLDER / name / "words-0.json").write_text("{}")
    (output / FOLDER / "index.json").unlink()
    assert contents(edited({}).output) == before
