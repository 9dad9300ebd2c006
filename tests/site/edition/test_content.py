"""The site says what is known of the workshop: every paper, author, session, topic and date."""

from __future__ import annotations

import posixpath
from collections import defaultdict
from typing import TYPE_CHECKING, Any

from conf import workshop
from inline_site import all_words, links, words

if TYPE_CHECKING:
    from bs4 import Tag

    from real_site import Content

Expected = dict[str, Any]


def only(node: Tag, selector: str) -> Tag:
    (found,) = node.select(selector)
    return found


def heading(content: Tag) -> str:
    return words(only(content, "h1")).removesuffix("#")


def section(content: Tag, title: str) -> Tag:
    (found,) = (s for s in content.select("section") if words(s).startswith(title))
    return found


def papers_listed(node: Tag, docname: str) -> list[str]:
    """Return the ids of the papers that a list of links leads to."""
    hrefs = [str(a["href"]) for a in node.select("a[href*='.html']")]
    targets = (posixpath.normpath(posixpath.join(posixpath.dirname(docname), h)) for h in hrefs)
    return [
        target.removeprefix("program/papers/").removesuffix(".html")
        for target in targets
        if target.startswith("program/papers/")
    ]


def papers_of_authors(expected: Expected) -> dict[str, list[str]]:
    found: defaultdict[str, list[str]] = defaultdict(list)
    for paper_id, paper in expected["papers"].items():
        for author in paper["authors"]:
            found[author["name"]].append(paper_id)
    return found


# Papers ----------------------------------------------------------------------------------------


def test_a_papers_page_has_its_title(paper: str, expected: Expected, content: Content) -> None:
    assert heading(content(f"program/papers/{paper}")) == expected["papers"][paper]["title"]


def test_a_papers_page_shows_all_authors_in_order_and_who_presents(
    paper: str, expected: Expected, content: Content
) -> None:
    authors = only(content(f"program/papers/{paper}"), ".workshop-authors")
    shown = [
        (words(only(author, "a")), bool(author.select(".workshop-presenting")))
        for author in authors.select(":scope > li")
    ]
    assert shown == [
        (author["name"], author.get("presenting", False))
        for author in expected["papers"][paper]["authors"]
    ]


def test_a_papers_page_shows_the_affiliations_of_each_author(
    paper: str, expected: Expected, content: Content
) -> None:
    page = content(f"program/papers/{paper}")
    names = all_words(page, ".workshop-affiliations > li")
    for item, author in zip(
        page.select(".workshop-authors > li"), expected["papers"][paper]["authors"], strict=True
    ):
        numbers = [int(n) for sup in item.select("sup") for n in words(sup).split(",")]
        shown = [names[n - 1] for n in numbers] if numbers else names
        assert shown == author.get("affiliations", names if not numbers else [])


def test_a_papers_page_shows_number_pages_keywords_and_summary(
    paper: str, expected: Expected, content: Content
) -> None:
    facts, page = expected["papers"][paper], content(f"program/papers/{paper}")
    labels = all_words(page, ".workshop-label > span")
    assert f"No. {facts['number']}" in labels
    assert ("pages" not in facts) or (f"{facts['pages']} pages" in labels)
    assert words(only(page, ".workshop-keywords")).split(" · ") == facts["keywords"]
    assert words(only(page, ".workshop-lede")) == facts["summary"]


def test_a_papers_page_shows_its_topics_in_order(
    paper: str, expected: Expected, content: Content
) -> None:
    topics = only(content(f"program/papers/{paper}"), ".workshop-topics")
    assert list(links(topics).values()) == [
        f"../../call-for-papers/topics/{topic}.html"
        for topic in expected["papers"][paper]["topics"]
    ]


def test_a_papers_page_links_pdf_code_and_arxiv(
    paper: str, expected: Expected, content: Content
) -> None:
    facts = expected["papers"][paper]
    there = {"PDF": str(workshop["pdf_url"]).format(number=facts["number"])}
    if "code" in facts:
        there["Code"] = facts["code"]
    if "arxiv" in facts:
        there[f"arXiv:{facts['arxiv']}"] = f"https://arxiv.org/abs/{facts['arxiv']}"
    found = links(only(content(f"program/papers/{paper}"), "header .workshop-links"))
    assert there.items() <= found.items()
    assert ("Code" in found) == ("code" in facts)


def test_a_papers_page_says_how_and_when_it_is_presented(
    paper: str, expected: Expected, content: Content
) -> None:
    page = content(f"program/papers/{paper}")
    slots = [slot for slot in expected["schedule"] if slot["id"] == paper]
    chip = words(only(page, ".workshop-paper .workshop-chip"))
    assert chip == ("Spotlight" if slots else "Poster")
    assert [
        [t["datetime"] for t in shown.select("time")]
        for shown in page.select(".workshop-presented")
    ] == [
        ["2022-07-22", f"2022-07-22T{s['start']}-04:00", f"2022-07-22T{s['end']}-04:00"]
        for s in slots
    ]


def test_the_list_of_papers_holds_all_by_number(expected: Expected, content: Content) -> None:
    listed = content("program/papers/index").select(".workshop-papers .workshop-title")
    found = [papers_listed(title, "program/papers/index")[0] for title in listed]
    by_number = sorted(expected["papers"], key=lambda p: int(expected["papers"][p]["number"]))
    assert found == by_number
    assert len(found) == 38


def test_every_list_of_papers_names_all_authors(expected: Expected, content: Content) -> None:
    items = content("program/papers/index").select(".workshop-papers > li")
    for item in items:
        (paper,) = papers_listed(only(item, ".workshop-title"), "program/papers/index")
        authors = [author["name"] for author in expected["papers"][paper]["authors"]]
        assert words(only(item, ".workshop-names")) == ", ".join(authors)


# Topics ----------------------------------------------------------------------------------------


def test_a_topics_page_has_the_calls_words_for_a_title(
    topic: str, expected: Expected, content: Content
) -> None:
    assert heading(content(f"call-for-papers/topics/{topic}")) == expected["topics"][topic]


def test_a_topics_page_has_prose_of_its_own(topic: str, content: Content) -> None:
    prose = content(f"call-for-papers/topics/{topic}").select("section > p")
    assert 120 <= sum(len(words(p).split()) for p in prose) <= 250


def test_a_topics_page_lists_exactly_its_papers(
    topic: str, expected: Expected, content: Content
) -> None:
    docname = f"call-for-papers/topics/{topic}"
    papers = section(content(docname), "Papers").select(".workshop-papers .workshop-title")
    assert {papers_listed(title, docname)[0] for title in papers} == {
        paper for paper, facts in expected["papers"].items() if topic in facts["topics"]
    }


def test_a_topics_page_lists_exactly_its_sessions(
    topic: str, expected: Expected, content: Content
) -> None:
    sessions = section(content(f"call-for-papers/topics/{topic}"), "Sessions")
    assert [
        [t["datetime"] for t in only(session, ".workshop-time").select("time")]
        for session in sessions.select(".workshop-session")
    ] == [
        [f"2022-07-22T{slot['start']}-04:00", f"2022-07-22T{slot['end']}-04:00"]
        for slot in expected["schedule"]
        if topic in expected["papers"].get(slot["id"], slot).get("topics", [])
    ]


def test_all_topics_are_cards_with_counts(expected: Expected, content: Content) -> None:
    for docname in ("index", "call-for-papers/index", "call-for-papers/topics/index"):
        cards = content(docname).select(".workshop-cards > li")
        assert len(cards) == len(expected["topics"]) == 8
        for card, topic in zip(cards, expected["topics"], strict=True):
            papers = sum(topic in paper["topics"] for paper in expected["papers"].values())
            count = words(only(card, ".workshop-count"))
            assert count.startswith(f"{papers} paper{'' if papers == 1 else 's'}")
            assert posixpath.basename(str(only(card, "a")["href"])) == f"{topic}.html"


# The schedule ----------------------------------------------------------------------------------


def test_a_session_shows_start_end_and_kind(slot: Expected, content: Content) -> None:
    session = only(content("program/index"), f"#session-{slot['id']}")
    times = only(session, ".workshop-time").select("time")
    assert [words(t) for t in times] == [slot["start"], slot["end"]]
    assert [t["datetime"] for t in times] == [
        f"2022-07-22T{slot[at]}-04:00" for at in ("start", "end")
    ]
    assert f"workshop-{slot['kind']}" in session["class"]


def test_a_session_shows_title_and_speaker(
    slot: Expected, expected: Expected, content: Content
) -> None:
    session = only(content("program/index"), f"#session-{slot['id']}")
    title = slot.get("title") or expected["papers"][slot["id"]]["title"]
    assert words(only(session, ".workshop-title")) == title
    speakers = [words(a) for a in session.select(".workshop-speakers a")]
    assert speakers == ([slot["speaker"]] if "speaker" in slot else [])


def test_the_schedule_has_all_sessions_in_order_and_no_other(
    expected: Expected, content: Content
) -> None:
    sessions = content("program/index").select(".workshop-session")
    assert [session["id"] for session in sessions] == [
        f"session-{slot['id']}" for slot in expected["schedule"]
    ]
    assert len(sessions) == 18


def test_the_home_page_names_keynotes_with_their_times(
    expected: Expected, content: Content
) -> None:
    keynotes = [slot for slot in expected["schedule"] if slot["kind"] == "keynote"]
    shown = content("index").select(".workshop-session.workshop-keynote")
    assert [words(only(s, ".workshop-title")) for s in shown] == [k["title"] for k in keynotes]
    assert [words(s.select("time")[0]) for s in shown] == [k["start"] for k in keynotes]


# People ----------------------------------------------------------------------------------------


def test_the_author_index_holds_each_of_112_authors_with_exactly_the_papers(
    expected: Expected, content: Content
) -> None:
    entries = content("program/authors").select(".workshop-author-list > li")
    shown = {
        words(only(entry, ":scope > .workshop-title")): papers_listed(
            only(entry, "ul"), "program/authors"
        )
        for entry in entries
    }
    assert shown == papers_of_authors(expected)
    assert len(entries) == len(shown) == 112


def test_every_author_of_a_paper_leads_to_a_place_of_their_own(
    paper: str, expected: Expected, content: Content
) -> None:
    authors = only(content(f"program/papers/{paper}"), ".workshop-authors").select("li > a")
    targets = {str(a["href"]) for a in authors}
    assert len(targets) == len(expected["papers"][paper]["authors"])
    assert all("#person-" in target for target in targets)


def test_speakers_and_organizers_have_entries_with_affiliations_in_order(
    expected: Expected, content: Content
) -> None:
    for docname, people in expected["people"].items():
        entries = content(docname).select(".workshop-person")
        shown = {
            words(only(e, ".workshop-title")): words(only(e, ".workshop-affiliation"))
            for e in entries
        }
        assert list(shown.items()) == list(people.items())


def test_a_keynote_speakers_entry_leads_to_the_keynote(
    expected: Expected, content: Content
) -> None:
    entries = content("program/speakers").select(".workshop-person")
    shown = {words(only(e, ".workshop-title")): links(e) for e in entries}
    for slot in expected["schedule"]:
        if slot["kind"] == "keynote":
            address = f"index.html#session-{slot['id']}"
            assert shown[slot["speaker"]][slot["title"]] == address


def test_a_speaker_who_wrote_papers_is_shown_with_them(
    expected: Expected, content: Content
) -> None:
    page = content("program/speakers")
    written = papers_of_authors(expected)
    for name in expected["people"]["program/speakers"]:
        (entry,) = (
            e for e in page.select(".workshop-person") if words(only(e, ".workshop-title")) == name
        )
        assert papers_listed(entry, "program/speakers") == written.get(name, [])


# Dates and the home page -----------------------------------------------------------------------


def test_every_date_stands_in_the_call_and_on_the_home_page(
    expected: Expected, content: Content
) -> None:
    for docname, selector in (
        ("call-for-papers/dates", ".workshop-deadline"),
        ("index", ".workshop-deadlines > li"),
    ):
        items = content(docname).select(selector)
        shown = [(words(only(i, ".workshop-title")), only(i, "time")["datetime"]) for i in items]
        assert shown == [(d["title"], d["when"]) for d in expected["deadlines"].values()]


def test_the_home_page_keeps_the_anchors_that_others_link_to(content: Content) -> None:
    for anchor in (
        "rationale",
        "program",
        "call-for-abstracts",
        "accepted-contributions",
        "logistics-and-faqs",
        "soc",
    ):
        assert content("index").find(id=anchor), anchor


def test_the_home_page_says_who_what_when_and_where(content: Content) -> None:
    text = words(content("index"))
    for fact in ("Machine Learning for Astrophysics", "22 July 2022", "Baltimore", "ICML 2022"):
        assert fact in text
