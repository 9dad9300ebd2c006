"""A session that shows several papers: these name it, and both pages lead to the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

import exported
from engine_fixtures import built_once
from inline_site import all_words, links
from small_workshop import FILES, changed

if TYPE_CHECKING:
    from engine_fixtures import Edited
    from inline_site import Built

POSTERS = """\
:::::{session} First posters
:id: first-posters
:time: 11:00-12:00
:kind: poster-session
:::::

::::::
"""
SHOWN = {
    **changed("papers/gamma.md", "Médard*\n", "Médard*\n:sessions: first-posters\n"),
    **changed("papers/alpha.md", ":topics: inf", ":sessions: first-posters\n:topics: inf"),
    **changed("program/index.md", "::::::\n\n:::{toctree}", f"{POSTERS}\n:::{{toctree}}"),
}


built = built_once(FILES | SHOWN)


def test_the_session_lists_its_papers_by_number_under_their_count(built: Built) -> None:
    (session,) = built.page("program/index").select("#session-first-posters")
    assert all_words(session, "details > summary") == ["2 papers"]
    assert all_words(session, "details li") == ["Alpha particles", "Gamma rays"]
    assert [*links(session, "details a").values()] == [
        "../papers/alpha.html", "../papers/gamma.html"
    ]  # fmt: skip
    assert len(built.page("program/index").select("details")) == 1


def test_the_session_says_where_posters_hang_and_what_is_wrong_with_papers(edited: Edited) -> None:
    notice = {
        "papers/alpha.md": "\n:erratum: 2016-08-01 It is beta",
        "papers/gamma.md": "\n:board: 7",
    }
    marked = {
        name: SHOWN[name].replace("\n:sessions:", f"{option}\n:sessions:")
        for name, option in notice.items()
    }
    (session,) = edited(SHOWN | marked).page("program/index").select("#session-first-posters")
    erratum = "Erratum of 1 August 2016: It is beta"
    assert all_words(session, "details li") == [f"Alpha particles {erratum}", "Gamma rays Board 7"]


def test_a_paper_says_when_it_is_shown_and_is_a_poster(built: Built) -> None:
    page = built.page("papers/gamma")
    addresses = links(page, ".workshop-presented a").values()
    assert next(iter(addresses)).endswith("#session-first-posters")
    assert all_words(page, ".workshop-label")[0].startswith("Poster")


def test_a_paper_says_in_which_session_and_room_it_is_shown(built: Built, edited: Edited) -> None:
    place = ".workshop-presented > span:not(:has(time))"
    assert all_words(built.page("papers/gamma"), place) == ["First posters"]
    assert all_words(built.page("papers/alpha"), place) == ["First posters"]
    program = SHOWN["program/index.md"]
    mill = {"program/index.md": program.replace(":id: coffee\n", ":id: coffee\n:room: Mill\n")}
    again = edited(SHOWN | mill)
    assert all_words(again.page("papers/gamma"), place) == ["First posters", "Hall"]
    assert all_words(again.page("papers/alpha"), place) == ["Hall", "First posters", "Hall"]


def test_a_paper_with_a_session_of_its_own_has_both(built: Built) -> None:
    page = built.page("papers/alpha")
    addresses = [str(tag["href"]).partition("#")[2] for tag in page.select(".workshop-presented a")]
    assert [a for a in addresses if a] == ["session-alpha", "session-first-posters"]
    assert all_words(page, ".workshop-label")[0].startswith("Spotlight")


def test_the_papers_as_data_have_the_session(built: Built) -> None:
    papers = exported.papers(built)
    sessions = {id: [s["id"] for s in paper["sessions"]] for id, paper in papers.items()}
    assert sessions == {
        "beta": [], "alpha": ["alpha", "first-posters"], "gamma": ["first-posters"]
    }  # fmt: skip


def test_a_star_on_a_paper_is_none_on_the_session_of_many(built: Built) -> None:
    same = {
        tag["data-object"]: tag.get("data-same", "")
        for tag in built.page("papers/index").select("[data-object]")
    }
    assert same == {"paper:beta": "", "paper:alpha": "session:alpha", "paper:gamma": ""}


def test_an_unknown_session_is_reported_where_it_is_named(edited: Edited) -> None:
    wrong = {"papers/gamma.md": SHOWN["papers/gamma.md"].replace("first-p", "fist-p")}
    (message,) = edited(SHOWN | wrong).messages
    assert message.text.startswith(
        "paper 'gamma' names unknown session 'fist-posters'; did you mean 'first-posters'?"
    )
    assert (message.file, message.line) == ("papers/gamma.md", 5)
