"""What pages show of the whole: listings, back links, people, the author index."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from inline_site import SETTINGS, Built, all_words, links, only, words
from small_workshop import FILES, appended, changed

if TYPE_CHECKING:
    from bs4 import Tag

    from engine_fixtures import Edited, MakeSite


def section(page: Tag, title: str) -> Tag:
    """Return the section under a heading."""
    (found,) = (s for s in page.select("section") if all_words(s, ":scope > h2")[:1] == [title])
    return found


# Topics ----------------------------------------------------------------------------------------


def test_a_topics_page_lists_its_sessions_and_those_of_its_papers(small: Built) -> None:
    sessions = {
        name: all_words(section(small.page(f"topics/{name}"), "Sessions¶"), ".workshop-title")
        for name in ("inference", "robustness")
    }
    assert sessions == {"inference": ["Alpha particles"], "robustness": ["Opening keynote"]}


def test_the_lists_of_a_topic_stand_under_its_prose(small: Built) -> None:
    text = words(small.page("topics/inference"))
    assert text.index("Much remains to be done.") < text.index("Papers")


def test_a_topic_without_papers_and_sessions_says_so(make_site: MakeSite) -> None:
    page = "# Lonely\n\n:::{topic} Lonely\n:order: 1\n:::\n"
    text = words(make_site({"index.md": page}).build().page("index"))
    assert "No paper yet." in text
    assert "No session on this topic." in text


def test_the_list_of_topics_counts_papers_and_sessions_in_the_calls_order(small: Built) -> None:
    cards = small.page("index").select(".workshop-cards > li")
    assert [links(card) for card in cards] == [
        {"Inference": "topics/inference.html"},
        {"Robustness": "topics/robustness.html"},
    ]
    assert [all_words(card, ".workshop-count") for card in cards] == [
        ["2 papers · 1 session"],
        ["1 paper · 1 session"],
    ]


# Papers ----------------------------------------------------------------------------------------


def test_many_papers_stand_in_several_lists_that_follow_each_other(
    make_site: MakeSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sphinx_workshop.views.papers.GROUP", 2)
    page = make_site(FILES).build().page("papers/index")
    lists = [all_words(found, ".workshop-title") for found in page.select(".workshop-papers")]
    assert lists == [["Beta decay", "Alpha particles"], ["Gamma rays"]]
    assert len(page.select(".workshop-papers + .workshop-papers")) == 1


def test_a_list_of_spotlights_holds_the_papers_that_a_session_presents(small: Built) -> None:
    assert all_words(small.page("index"), ".workshop-papers .workshop-title") == ["Alpha particles"]


def test_a_list_may_be_of_posters_and_of_a_topic(edited: Edited) -> None:
    lists = ":::{paper-list}\n:kind: poster\n:topic: inference\n:::"
    page = edited(appended("dates.md", lists)).page("dates")
    assert all_words(page, ".workshop-papers .workshop-title") == ["Beta decay"]


# People ----------------------------------------------------------------------------------------


def test_people_are_listed_by_role_in_the_order_written(small: Built) -> None:
    people = only(small.page("index"), ".workshop-people")
    assert list(links(people).items()) == [
        ("Dana Fox", "program/speakers.html#person-dana-fox"),
        ("Ann Lee", "program/speakers.html#person-ann-lee"),
    ]


def test_an_entry_shows_what_the_person_gives_and_wrote(small: Built) -> None:
    page = small.page("program/speakers")
    folder = "example.org/2016/program/people"
    given = links(only(page, "#person-dana-fox"))
    assert given.pop("Google Calendar").endswith("people%2Fdana-fox.ics")
    assert given == {
        "Opening keynote": "index.html#session-opening",
        "Subscribe to these sessions": f"webcal://{folder}/dana-fox.ics",
        "Download a copy": "people/dana-fox.ics",
    }
    ann = only(page, "#person-ann-lee").select(".workshop-contributions a")
    assert [(words(a), a["href"]) for a in ann] == [
        ("Alpha particles", "index.html#session-alpha"),
        ("Alpha particles", "../papers/alpha.html"),
    ]


def test_authors_stand_as_they_are_sorted_under_headings_that_letters_lead_to(
    make_site: MakeSite,
) -> None:
    authors = (
        "A Zoe; B Östman; C Müller; D Médard; E Mao; Bo {Étoile-Saint Mao}; Laura van der Meer; "
        "{Wang} Li; Ann Lee, Jr.; Hay Collaboration; Иван Петров"
    )
    paper = f"# P\n\n:::{{paper}} 1\n:authors: {authors}\n:::\n"
    built = make_site({"index.md": f"{paper}\n:::{{author-index}}\n:::\n"}).build()
    assert built.messages == []
    page = built.page("index")
    entries = page.select(".workshop-author-list > li > .workshop-title")
    assert [(words(only(e, "strong")), words(e)) for e in entries] == [
        ("Étoile-Saint Mao", "Étoile-Saint Mao, Bo"),
        ("Hay Collaboration", "Hay Collaboration"),
        ("Lee", "Lee, Ann, Jr."),
        ("Mao", "Mao, E"),
        ("Médard", "Médard, D"),
        ("Müller", "Müller, C"),
        ("Östman", "Östman, B"),
        ("van der Meer", "van der Meer, Laura"),
        ("Wang", "Wang Li"),
        ("Zoe", "Zoe, A"),
        ("Петров", "Петров, Иван"),
    ]
    letters = ["E", "H", "L", "M", "O", "V", "W", "Z", "П"]
    headings = page.select("h2.workshop-letter")
    assert [words(heading) for heading in headings] == letters
    shown = links(only(page, "nav[aria-label] > .workshop-letters"))
    assert shown == {words(h): f"#{h['id']}" for h in headings}


def test_braces_stand_on_no_page_and_in_no_anchor_or_file(edited: Edited, small: Built) -> None:
    braced = changed("papers/alpha.md", "Ann Lee*", "{Ann} Lee*") | changed(
        "program/speakers.md", "{person} Dana Fox", "{person} Dana {Fox}"
    )
    papers = FILES["papers/beta.md"].replace("Børge Ray", "Børge {Ray}")
    built = edited(braced | {"papers/beta.md": papers})
    assert built.messages == []
    assert built.inventory("person") == small.inventory("person")
    for path in built.output.rglob("*"):
        if path.suffix in {".html", ".json", ".xml", ".ics", ".ris", ".bib", ".txt"}:
            text = path.read_text(encoding="utf-8")
            assert not any(name in text for name in ("{Ann}", "{Fox}", "{Ray}")), path
    assert (built.output / "papers/alpha.ris").read_text("utf-8").count("AU  - Ann, Lee") == 1


def test_further_spellings_lead_to_one_entry_and_are_printed_as_the_paper_has_them(
    edited: Edited,
) -> None:
    spelled = changed("papers/alpha.md", "Ann Lee*", "A. Lee*")
    built = edited(spelled)
    assert built.messages == []
    authors = links(only(built.page("papers/alpha"), ".workshop-authors"))
    assert authors["A. Lee"] == "../program/speakers.html#person-ann-lee"
    index = built.page("program/authors")
    assert "A. Lee" not in words(index)
    assert links(index)["Lee, Ann"] == "speakers.html#person-ann-lee"


# Deadlines -------------------------------------------------------------------------------------


# The event -------------------------------------------------------------------------------------


def test_the_home_page_says_when_where_and_as_part_of_what(small: Built) -> None:
    facts = only(small.page("index"), ".workshop-facts")
    assert dict(zip(all_words(facts, "dt"), all_words(facts, "dd"), strict=True)) == {
        "When": "Friday, 22 July 2016 to Saturday, 23 July 201609:00–11:00 Eastern Time (UTC−4)",
        "Where": "Springfield, Oregon, USAand online",
        "Part of": "FIELD 2016, the 39th International Conference on Fields",
    }


@pytest.mark.parametrize(
    "editions", [{}, {"2031": "https://example.org/2031/", "2029": "https://example.org/2029/"}]
)
def test_other_editions_are_linked_where_there_are_any(
    editions: dict[str, str], make_site: MakeSite
) -> None:
    facts = SETTINGS["workshop"] | {"editions": editions}
    files = {"index.md": "# Home\n\n:::{editions}\n:::\n"}
    built = make_site(files, workshop=facts).build()
    assert (built.status, built.messages) == (0, [])
    assert list(links(built.page("index"), "p a").items()) == list(editions.items())


def test_a_speaker_without_a_page_is_named_where_there_is_no_index_of_authors(
    edited: Edited,
) -> None:
    files = (
        {"program/authors.md": "# Authors\n"}
        | changed("papers/alpha.md", "Ann Lee* (North; South); Børge Ray (North)", "Børge Ray*")
        | changed("notes.md", "{person}`dana-fox`, {person}`borge-ray`", "{person}`dana-fox`")
    )
    speakers = all_words(edited(files).page("program/index"), ".workshop-speakers")
    assert "Børge Ray, North" in speakers
