"""The reader's zone beside the workshop's."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from one_day import ZONE
from page_checks import wrong_times
from visits import OBSERVE, SHIFT, Visit, go, stored, wait_for_query

PROGRAM = "program/index.html"
TWO_DAYS = "/two-days/program/index.html"
SESSIONS = "li.workshop-session[id]"
KEY = "/one-day/zone.v1"

ZONES = {
    "Asia/Tokyo": "Tokyo (UTC+9)",
    "Asia/Kathmandu": "Kathmandu (UTC+5:45)",
    "America/Los_Angeles": "Los Angeles (UTC−7)",
    "Pacific/Kiritimati": "Kiritimati (UTC+14)",
    "UTC": "UTC",
}


def chosen(page: Page) -> str:
    return page.get_by_label("Times").input_value()


def test_the_readers_time_stands_beside_every_time_without_asking(visit: Visit) -> None:
    for zone in ("Asia/Tokyo", "America/Los_Angeles"):
        page = visit(PROGRAM, timezone_id=zone)
        assert not list(wrong_times(page, zone))
        expect(page.locator(".workshop-day")).to_have_text(
            f"Friday, 20 October 2023 · Central Time (UTC−5) · + {ZONES[zone]}"
        )
        expect(page.locator("option:checked").first).to_have_text(
            f"My zone, {ZONES[zone].split(' (')[0]}"
        )
        wait_for_query(page)
        assert stored(page, KEY) is None


def test_no_second_time_stands_where_the_clocks_are_the_same(visit: Visit) -> None:
    page = visit(PROGRAM, timezone_id="America/Winnipeg")
    expect(page.locator(".workshop-local")).to_have_count(0)


# Each kind of page that has times, in a narrow or a wide window.
MOVED = {
    PROGRAM: 360,
    "index.html": 1280,
    "call-for-papers/dates.html": 360,
    "program/papers/clover.html": 1280,
    "program/embed.html": 768,
}


def test_nothing_moves_for_the_readers_time(visit: Visit) -> None:
    for path, width in MOVED.items():
        size = {"width": width, "height": 780}
        page = visit(path, timezone_id="Asia/Tokyo", viewport=size, first=OBSERVE)
        assert page.locator(".workshop-local").count(), path
        assert page.evaluate(SHIFT) < 0.01, path


def test_the_readers_time_of_a_deadline_has_the_line_that_was_kept_free(visit: Visit) -> None:
    page = visit("call-for-papers/dates.html", timezone_id="Pacific/Kiritimati")
    for width in (360, 800, 1280):
        page.set_viewport_size({"width": width, "height": 780})
        lines = page.locator(".workshop-deadline .workshop-local").evaluate_all(
            "all => all.map((it) => it.offsetHeight / parseFloat(getComputedStyle(it).fontSize))"
        )
        assert lines
        assert max(lines) < 2, width


def test_sentences_have_the_readers_time_once_a_zone_is_chosen(visit: Visit) -> None:
    page = visit("call-for-papers/index.html", timezone_id="Asia/Tokyo")
    expect(page.locator("article .workshop-local")).to_have_count(0)
    page.get_by_label("Times").select_option(label="My zone, Tokyo")
    expect(page.locator("article .workshop-local")).not_to_have_count(0)
    wait_for_query(page, zone="Asia/Tokyo")


def test_a_zone_is_found_by_typing_its_place_and_the_workshops_times_stay(visit: Visit) -> None:
    page = visit(PROGRAM)
    before = page.locator("time").all_text_contents()
    page.get_by_label("Times").focus()
    page.keyboard.type("Tok")
    wait_for_query(page, zone="Asia/Tokyo")
    expect(page.get_by_label("Times")).to_have_value("Asia/Tokyo")
    assert page.locator("time").all_text_contents() == before


def test_a_day_mark_stands_where_the_date_differs(visit: Visit) -> None:
    shown = f"{SESSIONS} > .workshop-time .workshop-local"
    times = visit(f"{PROGRAM}?zone=Asia/Tokyo").locator(shown).all_text_contents()
    assert (times[0], times[-1]) == ("22:30–22:45", "04:45–06:15 +1 day")
    assert "23:45–00:00 +1 day" in times
    times = visit(f"{TWO_DAYS}?zone=America/Los_Angeles").locator(shown).all_text_contents()
    assert times[:2] == ["21:30–22:30 −1 day", "22:30–23:30 −1 day"]


@pytest.mark.parametrize(
    ("zone", "hours"),
    [
        ("America/Los_Angeles", "20:00–21:30"),
        ("America/Halifax", "00:00–01:30 +1 day"),
        ("America/Chicago", "22:00–23:30"),
    ],
)
def test_days_are_counted_from_the_one_that_a_session_past_midnight_begins_on(
    visit: Visit, zone: str, hours: str
) -> None:
    page = visit(f"{TWO_DAYS}?zone={zone}")
    times = page.locator("#session-owls > .workshop-time")
    expect(times).to_contain_text("23:00–00:30 +1 day")
    expect(times.locator(".workshop-local")).to_have_text(hours)


def test_times_are_right_around_a_change_of_the_clock_and_one_of_the_readers_own_is_reported(
    visit: Visit,
) -> None:
    page = visit(TWO_DAYS)
    for zone in (*ZONES, "Europe/Berlin", "America/Chicago"):
        page.get_by_label("Times").select_option(zone)
        wait_for_query(page, zone=zone)
        assert not list(wrong_times(page, zone)), zone
    expect(page.locator(".workshop-day").first).to_contain_text("+ Chicago (UTC−6 to UTC−5)")


def test_deadlines_anywhere_on_earth_too(visit: Visit) -> None:
    page = visit("call-for-papers/dates.html")
    for zone, words in {
        "Asia/Tokyo": "15 August 2023, 20:59 Tokyo (UTC+9)",
        "Pacific/Kiritimati": "16 August 2023, 01:59 Kiritimati (UTC+14)",
        "America/Los_Angeles": "15 August 2023, 04:59 Los Angeles (UTC−7)",
        "UTC": "15 August 2023, 11:59 UTC",
    }.items():
        page.get_by_label("Times").select_option(zone)
        expect(page.locator(".workshop-local")).to_have_text([words])  # days alone have no hour
        expect(page.locator("#deadline-submission .workshop-time time")).to_have_text(
            "14 August 2023, 23:59 AoE"
        )


def test_times_in_prose_on_papers_and_with_people(visit: Visit) -> None:
    page = visit("call-for-papers/index.html?zone=Asia/Kathmandu")
    expect(page.locator("article a:has(> time[datetime*=T])")).to_have_text(
        "14 August 2023, 23:59 AoE (15 August 2023, 17:44, Kathmandu)"
    )
    go(page, "program/papers/clover.html?zone=Asia/Kathmandu")
    expect(page.locator(".workshop-presented")).to_contain_text(
        "10:00–10:15 Central Time (UTC−5) (20:45–21:00, Kathmandu)"
    )
    go(page, "index.html?zone=Asia/Kathmandu")
    expect(page.locator(".workshop-facts")).to_contain_text(
        "08:30–16:15 Central Time (UTC−5) (19:15–03:00 +1 day, Kathmandu)"
    )
    go(page, "program/speakers.html?zone=Asia/Kathmandu")
    expect(page.locator("#person-mira-holm .workshop-local")).to_contain_text("19:30–20:30")


def test_any_zone_can_be_chosen(visit: Visit) -> None:
    page = visit(PROGRAM)
    offered = (
        page.get_by_label("Times").locator("option").evaluate_all("all => all.map(o => o.value)")
    )
    known = page.evaluate("Intl.supportedValuesOf('timeZone').length")
    assert len(set(offered)) >= known
    # Some browsers call these by older names.
    assert {"UTC", "Asia/Kathmandu", "Asia/Kolkata", "Asia/Ho_Chi_Minh"} < set(offered)


def test_the_choice_is_remembered_on_other_pages_and_no_link_changes_it(visit: Visit) -> None:
    page = visit(PROGRAM)
    page.get_by_label("Times").select_option("Asia/Tokyo")
    go(page, f"{PROGRAM}?zone=pacific/kiritimati")
    assert chosen(page) == "Pacific/Kiritimati"
    assert stored(page, KEY) == "Asia/Tokyo"
    go(page, "call-for-papers/dates.html")
    assert chosen(page) == "Asia/Tokyo"
    expect(page.locator(".workshop-local")).to_have_count(1)

    page.get_by_label("Times").select_option("Program’s zone")
    expect(page.locator(".workshop-local")).to_have_count(0)
    go(page, PROGRAM)
    assert chosen(page) == ""


def test_two_tabs_have_one_choice(visit: Visit) -> None:
    context = visit.context()
    one, other = visit(PROGRAM, context=context), visit("index.html", context=context)
    one.get_by_label("Times").select_option("Asia/Tokyo")
    expect(other.get_by_label("Times")).to_have_value("Asia/Tokyo")
    expect(other.locator(".workshop-facts .workshop-local")).to_contain_text("22:30–06:15 +1 day")


def test_a_wrong_zone_in_the_address_is_reported_and_not_obeyed(visit: Visit) -> None:
    for zone in ("Asia/Tokio", "<img src=x onerror=alert(1)>", "x" * 5_000, "__proto__"):
        page = visit(f"{PROGRAM}?zone={zone}")
        notice = page.locator(".workshop-notice")
        expect(notice).to_contain_text(f"“{zone[:60]}")
        expect(notice).to_contain_text("is not a time zone that this browser knows.")
        assert chosen(page) == ZONE  # the reader's own
        expect(page.locator("article img, .workshop-local")).to_have_count(0)
        assert stored(page, KEY) is None
    notice.get_by_role("button", name="Close").click()
    expect(notice).to_have_count(0)


def test_rubbish_in_the_memory_is_reported_and_kept(visit: Visit) -> None:
    page = visit(PROGRAM, memory={KEY: "Mars/Olympus_Mons"})
    notice = page.locator(".workshop-notice")
    expect(notice).to_contain_text("The time zones stored here cannot be read.")

    page.get_by_label("Times").select_option("Asia/Tokyo")
    assert not list(wrong_times(page, "Asia/Tokyo"))
    assert stored(page, KEY) == "Mars/Olympus_Mons"

    notice.get_by_role("button", name="Discard").click()
    assert stored(page, KEY) == "Asia/Tokyo"


INSTANTS = [
    ("2022-03-13T06:59Z", "America/New_York", "2022-03-13", "01:59", "UTC−5"),
    ("2022-03-13T07:00Z", "America/New_York", "2022-03-13", "03:00", "UTC−4"),
    ("2022-11-06T05:30Z", "America/New_York", "2022-11-06", "01:30", "UTC−4"),
    ("2022-11-06T06:30Z", "America/New_York", "2022-11-06", "01:30", "UTC−5"),
    ("2022-07-15T13:00Z", "Asia/Kathmandu", "2022-07-15", "18:45", "UTC+5:45"),
    ("2022-07-15T13:00Z", "America/St_Johns", "2022-07-15", "10:30", "UTC−2:30"),
    ("2022-12-31T10:00Z", "Pacific/Kiritimati", "2023-01-01", "00:00", "UTC+14"),
    ("2022-07-15T00:00Z", "UTC", "2022-07-15", "00:00", "UTC"),
]


def test_a_zone_at_an_instant(visit: Visit) -> None:
    page = visit("about/index.html")
    for instant, zone, day, clock, offset in INSTANTS:
        found = page.evaluate(
            """async ([instant, zone]) => {
              const main = document.querySelector("script[src*='scripts/main.js']").src;
              return (await import(main)).$time().at(instant, zone);
            }""",
            [instant, zone],
        )
        assert found == {"day": day, "clock": clock, "offset": offset}, (instant, zone)
