"""My program: the view of what is starred, and its calendar."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar
from playwright.sync_api import expect

from my_program import (
    KEY,
    MINE,
    PROGRAM,
    TWO_DAYS,
    TWO_DAYS_KEY,
    keeps,
    shows,
    shows_all,
    view,
    with_stars,
)
from visits import Visit, go, wait_for_query


def test_starred_sessions_in_times_order_then_papers(visit: Visit) -> None:
    memory = with_stars("session:panel", "paper:hay-count", "paper:heron", "session:keynote-holm")
    page = visit(MINE, memory=memory)
    # Where a session presents a paper, it stands for the paper.
    sessions = ["session:keynote-holm", "session:heron", "session:panel"]
    expect(page.get_by_role("link", name="Hay Bales Counted")).to_be_visible()
    shows(page, *sessions, "paper:hay-count")
    expect(view(page, "My program (4)")).to_have_attribute("aria-pressed", "true")


def test_a_star_on_a_poster_brings_the_session_that_shows_it(visit: Visit) -> None:
    page = visit(MINE, memory=with_stars("paper:hedge-maps"))
    shows(page, "session:posters", "paper:hedge-maps")
    star = page.locator("#session-posters .workshop-star")
    expect(star).to_have_attribute("aria-pressed", "false")
    star.click()
    expect(star).to_have_attribute("aria-pressed", "true")
    star.click()
    expect(star).to_have_attribute("aria-pressed", "false")
    keeps(page, "paper:hedge-maps")
    shows(page, "session:posters", "paper:hedge-maps")


def test_the_view_has_an_address_and_a_way_back(visit: Visit) -> None:
    page = visit(PROGRAM, memory=with_stars("session:panel"))
    page.get_by_role("link", name="My program (1)").click()
    expect(view(page, "My program")).to_be_focused()
    shows(page, "session:panel")
    wait_for_query(page, view="mine")
    page.go_back()
    shows_all(page)
    page.go_forward()
    shows(page, "session:panel")
    view(page, "Whole program").click()
    shows_all(page)


def test_without_a_star_the_view_says_how(visit: Visit) -> None:
    page = visit(MINE)
    expect(page.get_by_text("Star a session or paper to have it here.")).to_be_visible()
    shows(page)


def test_a_star_taken_off_can_be_set_again(visit: Visit) -> None:
    page = visit(MINE, memory=with_stars("session:panel", "session:posters"))
    star = page.locator("#session-panel .workshop-star")
    star.click()
    expect(star).to_be_focused()
    expect(view(page, "My program (1)")).to_be_visible()
    shows(page, "session:panel", "session:posters")
    star.click()
    keeps(page, "session:posters", "session:panel")
    star.click()
    view(page, "Whole program").click()
    view(page, "My program").click()
    shows(page, "session:posters")


def test_conflicts_are_shown_with_words_and_a_cancelled_session_is_in_none(visit: Visit) -> None:
    ids = ("session:lost-hour", "paper:alpha", "session:dawn", "session:second", "session:snow")
    page = visit(f"{TWO_DAYS}?view=mine", memory=with_stars(*ids, key=TWO_DAYS_KEY))
    expect(page.locator("#session-snow")).to_be_visible()
    expect(page.locator("#session-lost-hour .workshop-conflict")).to_have_text(
        "At the same time as Łukasz’s alpha, Hall"
    )
    expect(page.locator("#session-alpha .workshop-conflict")).to_have_text(
        "At the same time as The lost hour, Dome"
    )
    expect(page.locator(".workshop-conflict")).to_have_count(2)  # what only meets is no conflict
    page.locator("#session-alpha .workshop-star").click()
    expect(page.locator(".workshop-conflict")).to_have_count(0)


def test_what_is_no_longer_on_the_program_is_kept_apart_and_named(visit: Visit) -> None:
    title = "<img src=x onerror=alert(1)>"
    stars = {"session:gone": title, "session:panel": "Panel", "paper:lost": "Lost"}
    page = visit(MINE, memory={KEY: json.dumps(stars)})
    expect(page.get_by_role("heading", name="No longer on the program")).to_be_visible()
    lost = page.locator(".workshop-lost li")
    expect(lost).to_have_count(2)
    expect(lost.first).to_contain_text(f"{title} session:gone")  # but words
    expect(page.locator("article img")).to_have_count(0)
    keeps(page, "session:gone", "session:panel", "paper:lost")
    lost.first.get_by_role("button", name=f"Remove: {title}").click()
    expect(lost).to_have_count(1)
    expect(view(page, "My program (2)")).to_be_focused()
    keeps(page, "session:panel", "paper:lost")


def test_papers_whose_list_cannot_be_loaded_keep_their_titles(visit: Visit) -> None:
    page = visit(PROGRAM, memory=with_stars("paper:hay-count", "session:gone"), fresh=True)
    visit.expect_errors("ERR_FAILED")
    page.route("**/papers/index.html", lambda route: route.abort())
    page.get_by_role("link", name="My program").click()
    expect(page.get_by_role("heading", name="could not be loaded")).to_be_visible()
    expect(page.get_by_text("The title of paper:hay-count")).to_be_visible()
    expect(page.get_by_role("heading", name="No longer on the program")).to_be_visible()


def test_an_unknown_view_is_the_whole_program(visit: Visit) -> None:
    for name in ("constructor", "__proto__", "shared", "<b>"):
        shows_all(visit(f"{PROGRAM}?view={name}"))


def test_titles_with_markup_are_shown_as_written(visit: Visit) -> None:
    page = visit(f"{TWO_DAYS}?now=2022-03-13T04:30-04:00")
    title = "Dawn <b>chorus</b> & co"
    item = page.locator("#session-dawn")
    expect(item.get_by_role("button", name=f"Star: {title}")).to_be_visible()
    expect(page.locator(".workshop-now")).to_contain_text(title)
    go(page, f"{TWO_DAYS}?stars=session:dawn")
    expect(page.locator("article b")).to_have_count(0)


# The calendar --------------------------------------------------------------------------------


@pytest.fixture
def export(visit: Visit, tmp_path: Path) -> Any:
    def download(*ids: str) -> bytes:
        page = visit(MINE, memory=with_stars(*ids))
        with page.expect_download() as download:
            page.get_by_role("button", name="Download calendar").click()
        assert download.value.suggested_filename == "my-program.ics"
        path = tmp_path / "my-program.ics"
        download.value.save_as(path)
        expect(page.get_by_role("status").filter(has_text="Downloaded")).to_be_visible()
        return path.read_bytes()

    return download


def entries(data: bytes) -> dict[str, bytes]:
    return {str(event["UID"]): event.to_ical() for event in Calendar.from_ical(data).walk("VEVENT")}


def test_the_calendar_has_the_published_entries_of_the_starred(export: Any, one_day: Path) -> None:
    data = export("session:keynote-holm", "paper:clover", "paper:hedge-maps", "session:gone")
    own, published = entries(data), entries((one_day / "program/program.ics").read_bytes())
    # A poster comes with the session that shows it.
    assert [uid.partition(".")[0] for uid in own] == ["keynote-holm", "clover", "posters"]
    for uid, entry in own.items():
        assert uid.endswith(".meadows2023@example.org")
        assert entry == published[uid]
    assert b"DTSTART:20231020T134500Z" in own["keynote-holm.meadows2023@example.org"]


def test_the_calendar_is_a_copy_and_no_feed(export: Any) -> None:
    data: bytes = export("session:panel")
    calendar = Calendar.from_ical(data)
    assert str(calendar["X-WR-CALNAME"]).startswith("My program: ")
    assert "METHOD" not in calendar
    assert {"VERSION", "PRODID", "CALSCALE", "X-WR-TIMEZONE"} <= calendar.keys()
    feed = {"SOURCE", "URL", "REFRESH-INTERVAL", "X-PUBLISHED-TTL", "LAST-MODIFIED", "DESCRIPTION"}
    assert not feed & calendar.keys()
    assert data.endswith(b"END:VEVENT\r\nEND:VCALENDAR\r\n")
    lines = data.split(b"\r\n")
    assert not any(b"\n" in line or len(line) > 75 for line in lines)


def test_a_calendar_that_cannot_be_loaded_is_reported(visit: Visit) -> None:
    page = visit(MINE, memory=with_stars("session:panel"), fresh=True)
    visit.expect_errors("ERR_FAILED")
    page.route("**/program.ics", lambda route: route.abort())
    page.get_by_role("button", name="Download calendar").click()
    expect(page.get_by_role("status").filter(has_text="could not be loaded")).to_be_visible()


def test_papers_alone_make_no_calendar(visit: Visit) -> None:
    page = visit(MINE, memory=with_stars("paper:hay-count"))
    page.get_by_role("button", name="Download calendar").click()
    expect(page.get_by_role("status").filter(has_text="Star a session first")).to_be_visible()
