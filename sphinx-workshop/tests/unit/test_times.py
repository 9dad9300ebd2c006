"""Days, hours, zones and moments are read, or rejected with the remedy, clock changes included."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rejections import rejection
from sphinx_workshop.core import fields, text
from sphinx_workshop.core.values import Moment

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.mark.parametrize(
    ("minutes", "said"),
    [(5, "5 min"), (60, "1 hr"), (75, "1 hr 15 min"), (120, "2 hr"), (1470, "24 hr 30 min")],
)
def test_lengths_are_said_in_hours_and_minutes(minutes: int, said: str) -> None:
    assert text.duration(timedelta(minutes=minutes)) == said


def test_a_day_is_read() -> None:
    assert fields.day(" 2016-07-22 ") == date(2016, 7, 22)


@pytest.mark.parametrize("value", ["9999-12-31", "0001-01-01"])
@pytest.mark.parametrize(
    ("read", "written"),
    [
        (fields.day, "{}"),
        (fields.moment, "{}"),
        (fields.time_range, "{} 09:00-10:00"),
        (fields.dated, "{} The data were wrong"),
    ],
)
def test_a_year_that_no_calendar_counts_with_is_rejected(
    read: Callable[[str], object], written: str, value: str
) -> None:
    assert (
        rejection(read, written.format(value))
        == f"'{value}' is no day of 1900 to 2999; correct the year"
    )


@pytest.mark.parametrize(
    "value", ["22 July 2016", "2016-7-22", "2016-02-30", "20160722", "2016-W29-5", "07/22/2016"]
)
def test_what_is_no_day_is_rejected_by_name(value: str) -> None:
    assert rejection(fields.day, value) == (
        f"'{value}' is not a day; write year-month-day, like 2022-07-22"
    )


@pytest.mark.parametrize(
    ("value", "hours"),
    [("00:00", 0), ("9:00", 9), ("09:30", 9.5), ("23:59", 1439 / 60), ("24:00", 24)],
)
def test_a_time_of_day_is_read(value: str, hours: float) -> None:
    assert fields.clock(value) == timedelta(hours=hours)


@pytest.mark.parametrize("value", ["25:00", "24:01", "09:60", "9", "9.00", "9:5", "noon", "-1:00"])
def test_what_is_no_time_of_day_is_rejected_by_name(value: str) -> None:
    assert rejection(fields.clock, value) == (
        f"'{value}' is not a time; write hours and minutes, from 00:00 to 24:00"
    )


@pytest.mark.parametrize("value", ["09:00-10:00", "9:00-10:00", "09:00–10:00", "09:00 - 10:00"])
def test_a_range_of_times_is_read_with_hyphen_or_dash(value: str) -> None:
    assert fields.time_range(value) == (None, timedelta(hours=9), timedelta(hours=10))


def test_a_range_of_times_may_begin_with_its_day() -> None:
    found = fields.time_range("2016-07-22 23:00-24:00")
    assert found == (date(2016, 7, 22), timedelta(hours=23), timedelta(hours=24))


def test_a_range_of_times_may_end_on_the_next_day() -> None:
    found = fields.time_range("23:00-01:30+1")
    assert found == (None, timedelta(hours=23), timedelta(hours=25, minutes=30))


@pytest.mark.parametrize(
    ("value", "reported"),
    [
        ("25:00", "write start and end as hours and minutes, like 09:00-10:00"),
        ("10-9", "write start and end as hours and minutes, like 09:00-10:00"),
        ("09:00", "write start and end"),
        ("9am-10am", "write start and end"),
        ("09:00-10:00 EST", "write start and end"),
        ("25:00-26:00", "'25:00' is not a time"),
        ("09:00-10:75", "'10:75' is not a time"),
        (
            "10:30–10:15",
            "it ends at 10:15, not after its start at 10:30; swap them, or correct one",
        ),
        ("10:30-10:30", "it ends at 10:30, not after its start"),
        ("23:00-01:00", "on the next day it is 01:00+1"),
        ("23:00-23:30+1", "it lasts more than a day; delete the +1 after 23:30"),
        ("24:00-24:00+1", "it lasts more than a day"),
        ("2016-13-01 09:00-10:00", "'2016-13-01' is not a day"),
    ],
)
def test_a_wrong_range_of_times_is_rejected_with_its_remedy(value: str, reported: str) -> None:
    assert reported in rejection(fields.time_range, value)


@given(
    st.integers(0, 1439),
    st.integers(1, 1440),
    st.dates(date(1900, 1, 1), date(2999, 12, 31)) | st.none(),
    st.sampled_from("-–"),
)
def test_any_range_of_times_survives_being_written_and_read(
    start: int, length: int, on: date | None, dash: str
) -> None:
    end = min(start + length, 1440)
    day = f"{on.isoformat()} " if on else ""
    written = f"{day}{start // 60:02}:{start % 60:02}{dash}{end // 60:02}:{end % 60:02}"
    assert fields.time_range(written) == (on, timedelta(minutes=start), timedelta(minutes=end))


@pytest.mark.parametrize(
    ("value", "hours"),
    [
        ("AoE", -12),
        ("AOE", -12),
        ("aoe", -12),
        ("UTC", 0),
        ("Z", 0),
        ("+02:00", 2),
        ("+0200", 2),
        ("-05:30", -5.5),
        ("−05:30", -5.5),
        ("Asia/Kathmandu", 5.75),
        ("America/New_York", -4),
    ],
)
def test_a_zone_is_read_with_its_distance_from_utc(value: str, hours: float) -> None:
    summer = datetime(2016, 7, 22, 12, tzinfo=fields.zone(value))
    assert summer.utcoffset() == timedelta(hours=hours)


@pytest.mark.parametrize(
    "value",
    ["EST", "EDT", "CET", "GMT+2", "Europe/Pariss", "../etc/passwd", "/etc/x", "+25:00", "+02:75"],
)
def test_abbreviations_and_unknown_zones_are_rejected_by_name(value: str) -> None:
    assert rejection(fields.zone, value) == (
        f"zone '{value}' is unknown; write AoE, UTC, +02:00 or a name like Europe/Paris"
    )


def test_a_moment_without_an_hour_is_a_day() -> None:
    assert fields.moment("2016-06-10") == Moment(date(2016, 6, 10))


@pytest.mark.parametrize(
    ("value", "exact"),
    [
        ("2016-05-23 23:59 AoE", "2016-05-23T23:59:00-12:00"),
        ("2016-05-23T23:59AoE", "2016-05-23T23:59:00-12:00"),
        ("2016-05-23 9:00 Europe/Paris", "2016-05-23T09:00:00+02:00"),
        ("2016-12-23 9:00 Europe/Paris", "2016-12-23T09:00:00+01:00"),
        ("2016-05-23 09:00+05:45", "2016-05-23T09:00:00+05:45"),
    ],
)
def test_a_moment_is_an_aware_instant_in_the_zone_written(value: str, exact: str) -> None:
    found = fields.moment(value)
    assert found.instant is not None
    assert found.instant.isoformat() == exact
    assert found.day == date.fromisoformat(value[:10])


def test_midnight_at_a_days_end_belongs_to_the_next_day() -> None:
    found = fields.moment("2016-05-23 24:00 AoE")
    assert found.day == date(2016, 5, 24)
    assert found.instant == datetime(2016, 5, 24, tzinfo=timezone(timedelta(hours=-12)))


@pytest.mark.parametrize(
    ("value", "reported"),
    [
        ("2016-05-23 23:59", "an hour needs a zone; write '2016-05-23 23:59 AoE', or another zone"),
        ("2016-05-23 23:59 EST", "zone 'EST' is unknown"),
        ("2016-05-23 25:00 AoE", "'25:00' is not a time"),
        ("2016-02-30", "'2016-02-30' is not a day"),
        ("May 23", "write a day, like 2022-06-10, or an instant, like 2022-05-23 23:59 AoE"),
        ("2016-05-23 AoE", "write a day"),
    ],
)
def test_a_wrong_moment_is_rejected_with_its_remedy(value: str, reported: str) -> None:
    assert reported in rejection(fields.moment, value)


@given(
    st.dates(date(1970, 1, 2), date(2099, 12, 30)),
    st.integers(0, 1439),
    st.sampled_from(["AoE", "UTC", "+05:45", "America/New_York", "Australia/Lord_Howe"]),
)
def test_any_moment_keeps_the_wall_clock_that_was_written(
    on: date, minutes: int, zone: str
) -> None:
    written = f"{on.isoformat()} {minutes // 60:02}:{minutes % 60:02}"
    found = fields.moment(f"{written} {zone}").instant
    assert found is not None
    assert found.tzinfo is not None
    assert f"{found:%Y-%m-%d %H:%M}" == written


def test_a_wall_clock_time_is_placed_in_its_zone_before_and_after_a_clock_change() -> None:
    paris, nine = ZoneInfo("Europe/Paris"), timedelta(hours=9)
    before, after = date(2016, 3, 26), date(2016, 3, 27)
    assert fields.at(before, nine, paris).isoformat() == "2016-03-26T09:00:00+01:00"
    assert fields.at(after, nine, paris).isoformat() == "2016-03-27T09:00:00+02:00"


BERLIN = ZoneInfo(
    "Europe/Berlin"
)  # 27 March 2016: 2:00 becomes 3:00; 30 October: 3:00 becomes 2:00


@pytest.mark.parametrize(("clock", "hours"), [("01:59", 1), ("03:00", 2), ("24:00", 2)])
def test_a_time_beside_a_skipped_hour_exists(clock: str, hours: int) -> None:
    found = fields.at(date(2016, 3, 27), fields.clock(clock), BERLIN)
    assert found.utcoffset() == timedelta(hours=hours)


@pytest.mark.parametrize("clock", ["02:00", "02:30", "2:59"])
def test_an_hour_that_a_clock_change_skips_is_rejected(clock: str) -> None:
    with pytest.raises(ValueError, match=r"no clock shows 02:\d\d on 2016-03-27 in Europe/Berlin"):
        fields.at(date(2016, 3, 27), fields.clock(clock), BERLIN)


def test_a_day_ends_at_24_00_even_if_the_next_begins_with_a_skipped_hour() -> None:
    # On 3 September 2023, 0:00 became 1:00.
    end = fields.at(date(2023, 9, 2), fields.clock("24:00"), ZoneInfo("America/Santiago"))
    assert end.isoformat() == "2023-09-03T01:00:00-03:00"


def test_of_an_hour_that_is_there_twice_a_session_has_the_first() -> None:
    found = fields.at(date(2016, 10, 30), fields.clock("02:30"), BERLIN)
    assert found.isoformat() == "2016-10-30T02:30:00+02:00"


def test_a_deadline_in_a_skipped_hour_is_rejected() -> None:
    assert "no clock shows 02:30" in rejection(fields.moment, "2016-03-27 02:30 Europe/Berlin")


def test_a_deadline_in_an_hour_that_is_there_twice_needs_the_distance_from_utc() -> None:
    assert rejection(fields.moment, "2016-10-30 02:30 Europe/Berlin") == (
        "on that day the clock shows 02:30 twice; write the distance from UTC instead of "
        "Europe/Berlin: +02:00 for the first time, +01:00 for the second"
    )
    assert fields.moment("2016-10-30 02:30 +01:00").instant is not None
