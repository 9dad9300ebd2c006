"""What contributors may write in options is read, or rejected in a sentence with the remedy."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone
from functools import partial
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rejections import CONVERTERS, Converter, rejection
from sphinx_workshop.core import fields, identifiers, text
from sphinx_workshop.core.values import Moment
from sphinx_workshop.core.vocabulary import KINDS, ROLES, Kind, Role

choice, choices = partial(fields.choice, kinds=KINDS), partial(fields.choices, kinds=ROLES)


@pytest.mark.parametrize("name", CONVERTERS)
@pytest.mark.parametrize("nothing", [None, "", "  ", "\n"])
def test_an_empty_value_is_rejected_everywhere(name: str, nothing: str | None) -> None:
    reported = rejection(CONVERTERS[name], nothing)
    assert "it is empty; write a value, or delete the line" in reported


# What is read ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("convert", "value", "found"),
    [
        (fields.text, " a \n  b\tc ", "a b c"),
        (fields.items, "a; b  c ;d, e", ("a", "b c", "d, e")),
        (fields.slugs, "b; a; c", ("b", "a", "c")),
        (fields.number, "58", 58),
        (fields.number, " 7 ", 7),
        (fields.number, "007", 7),
        (choice, "poster-session", Kind.POSTERS),
        (choices, "keynote; co-chair", (Role.KEYNOTE, Role.CO_CHAIR)),
        (identifiers.bare_doi, "https://doi.org/10.1000/182", "10.1000/182"),
        (identifiers.bare_orcid, "https://orcid.org/0000-0002-1825-0097", "0000-0002-1825-0097"),
        (fields.named_url, "https://x.org/1  the  journal", ("https://x.org/1", "the journal")),
        (fields.day, " 2016-07-22 ", date(2016, 7, 22)),
        (fields.moment, "2016-06-10", Moment(date(2016, 6, 10))),
    ],
)  # fmt: skip
def test_a_value_is_read(convert: Converter, value: str, found: object) -> None:
    assert convert(value) == found


@pytest.mark.parametrize(
    ("convert", "value"),
    [
        *((fields.slug, value) for value in ("a", "keynote-meyer", "3d-maps", "a-1-b", "58")),
        *((fields.url, f"http{end}") for end in ("s://x.org", "://x.org/a?b=c#d", "s://x.org/ä")),
        *(
            (identifiers.arxiv, value)
            for value in ("2206.08199", "cond-mat/0601001", "math.GT/0309136")
        ),
        *((identifiers.doi, f"10.{end}") for end in ("1000/182", "3847/1-4/ac7f", "1002/(A)1<2>")),
        *((identifiers.orcid, f"0000-0002-{end}") for end in ("1825-0097", "1694-233X")),
    ],
)
def test_a_value_is_taken_as_written(convert: Converter, value: str) -> None:
    assert convert(f" {value} ") == value


def test_an_address_and_its_words_are_written_as_they_are_read() -> None:
    found = fields.named_url("https://x.org/1 journal version")
    assert fields.named_url(str(found)) == found


@pytest.mark.parametrize(
    ("value", "hours"),
    [("00:00", 0), ("9:00", 9), ("09:30", 9.5), ("23:59", 1439 / 60), ("24:00", 24)],
)
def test_a_time_of_day_is_read(value: str, hours: float) -> None:
    assert fields.clock(value) == timedelta(hours=hours)


@pytest.mark.parametrize(
    ("value", "on", "start", "end"),
    [
        *((value, None, 9, 10) for value in ("09:00-10:00", "9:00–10:00", "09:00 - 10:00")),
        ("2016-07-22 23:00-24:00", date(2016, 7, 22), 23, 24),
        ("23:00-01:30+1", None, 23, 25.5),
    ],
)
def test_a_range_of_times_is_read(value: str, on: date | None, start: int, end: float) -> None:
    assert fields.time_range(value) == (on, timedelta(hours=start), timedelta(hours=end))


@pytest.mark.parametrize(
    ("values", "hours"),
    [
        (("AoE", "AOE", "aoe"), -12),
        (("UTC", "Z"), 0),
        (("+02:00", "+0200"), 2),
        (("-05:30", "−05:30"), -5.5),
        (("Asia/Kathmandu",), 5.75),
        (("America/New_York",), -4),
    ],
)
def test_a_zone_is_read_with_its_distance_from_utc(values: tuple[str, ...], hours: float) -> None:
    for value in values:
        summer = datetime(2016, 7, 22, 12, tzinfo=fields.zone(value))
        assert summer.utcoffset() == timedelta(hours=hours)


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
    ("minutes", "said"),
    [(5, "5 min"), (60, "1 hr"), (75, "1 hr 15 min"), (120, "2 hr"), (1470, "24 hr 30 min")],
)
def test_lengths_are_said_in_hours_and_minutes(minutes: int, said: str) -> None:
    assert text.duration(timedelta(minutes=minutes)) == said


# What is rejected ------------------------------------------------------------------------------

REJECTED: list[tuple[Converter, str, tuple[str, ...]]] = [
    (fields.items, "an entry is empty; put one semicolon between entries",
     ("a;", ";a", "a;;b", ";", "a; ;b")),
    (fields.slug, "write 'keynote'", ("Keynote",)),
    (fields.slug, "write 'ann-lee'", ("Ann Lee",)),
    (fields.slug, "write 'a-b'", ("a_b", "a--b", "a/b")),
    (fields.slug, "write 'menard'", ("ménard", "-ménard")),
    (fields.slug, "like 'opening-talk'", ("宇宙",)),
    (fields.slugs, "put semicolons between ids, not commas", ("a, b",)),
    (fields.slugs, "'a' is listed twice; delete one", ("a; b; a",)),
    (fields.number, "write a whole number, like 58",
     ("0", "-1", "1.5", "fifty", "5 8", "٥٨", "²", "#58")),
    (choice, f"choose among {', '.join(map(str, KINDS))}; did you mean 'keynote'?", ("keynot",)),
    (fields.url, "write a whole web address that begins with https://",
     ("x.org", "/a/b", "//x.org", "https://", "https://x.org/a b", "javascript:alert(1)",
      "JavaScript://x.org/%0aalert(1)", "file:///etc/passwd", "data:text/html,x",
      "mailto:a@example.org", "https://[", "https://x.org:port/", "https://x.org:0/")),
    (identifiers.arxiv, "write the arXiv number alone, like 2206.08199",
     ("arXiv:2206.08199", "2206.08199v2", "https://arxiv.org/abs/2206.08199", "2206")),
    (identifiers.doi, "write the DOI alone, like 10.1000/182",
     ("doi:10.1000/182", "https://doi.org/10.1000/182", "10.1/2", "1")),
    (identifiers.orcid, "write the ORCID iD alone, like 0000-0002-1825-0097",
     ("0000000218250097", "0000-0002-1825", "Ann Lee")),
    (identifiers.orcid, "a digit is wrong", ("0000-0002-1825-0079", "0000-0002-1694-2333")),
    (fields.named_url, "write after the address what is there", ("https://doi.org/10.1000/182",)),
    (fields.named_url, "write a whole web address", ("journal version",)),
    (fields.day, "'{}' is not a day; write year-month-day, like 2022-07-22",
     ("22 July 2016", "2016-7-22", "2016-02-30", "20160722", "2016-W29-5", "07/22/2016")),
    (fields.clock, "'{}' is not a time; write hours and minutes, from 00:00 to 24:00",
     ("25:00", "24:01", "09:60", "9", "9.00", "9:5", "noon", "-1:00")),
    (fields.time_range, "write start and end as hours and minutes, like 09:00-10:00",
     ("25:00", "10-9", "09:00", "9am-10am", "09:00-10:00 EST")),
    (fields.time_range, "'25:00' is not a time", ("25:00-26:00",)),
    (fields.time_range, "'10:75' is not a time", ("09:00-10:75",)),
    (fields.time_range, "it ends at 10:15, not after its start at 10:30; swap them, or correct one",
     ("10:30–10:15",)),
    (fields.time_range, "it ends at 10:30, not after its start", ("10:30-10:30",)),
    (fields.time_range, "on the next day it is 01:00+1", ("23:00-01:00",)),
    (fields.time_range, "it lasts more than a day; delete the +1",
     ("23:00-23:30+1", "24:00-24:00+1")),
    (fields.time_range, "'2016-13-01' is not a day", ("2016-13-01 09:00-10:00",)),
    (fields.zone, "zone '{}' is unknown; write AoE, UTC, +02:00 or a name like Europe/Paris",
     ("EST", "EDT", "CET", "GMT+2", "Europe/Pariss", "../etc/passwd", "/etc/x", "+25:00",
      "+02:75")),
    (fields.moment, "an hour needs a zone; write '2016-05-23 23:59 AoE', or another zone",
     ("2016-05-23 23:59",)),
    (fields.moment, "zone 'EST' is unknown", ("2016-05-23 23:59 EST",)),
    (fields.moment, "'25:00' is not a time", ("2016-05-23 25:00 AoE",)),
    (fields.moment, "'2016-02-30' is not a day", ("2016-02-30",)),
    (fields.moment, "write a day, like 2022-06-10, or an instant, like 2022-05-23 23:59 AoE",
     ("May 23", "2016-05-23 AoE")),
    (fields.moment, "no clock shows 02:30", ("2016-03-27 02:30 Europe/Berlin",)),
    (fields.moment, "on that day the clock shows 02:30 twice; write the distance from UTC instead "
     "of Europe/Berlin: +02:00 for the first time, +01:00 for the second",
     ("2016-10-30 02:30 Europe/Berlin",)),
]  # fmt: skip


@pytest.mark.parametrize(
    ("convert", "value", "sentence"),
    [(convert, v, said.replace("{}", v)) for convert, said, values in REJECTED for v in values],
)
def test_a_wrong_value_is_rejected_with_its_remedy(
    convert: Converter, value: str, sentence: str
) -> None:
    assert sentence in rejection(convert, value)


@pytest.mark.parametrize("value", ["9999-12-31", "0001-01-01"])
@pytest.mark.parametrize("rest", ["day", "moment", "time_range 09:00-10:00", "dated The data"])
def test_a_year_that_no_calendar_counts_with_is_rejected(rest: str, value: str) -> None:
    name, _, more = rest.partition(" ")
    reported = rejection(getattr(fields, name), f"{value} {more}".strip())
    assert reported == f"'{value}' is no day of 1900 to 2999; correct the year"


# Any range and any moment ----------------------------------------------------------------------


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


# Changes of clocks -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("on", "clock", "zone", "exact"),
    [
        ("2016-03-26", "9:00", "Europe/Paris", "2016-03-26T09:00:00+01:00"),
        ("2016-03-27", "9:00", "Europe/Paris", "2016-03-27T09:00:00+02:00"),
        # On 27 March 2016, 2:00 became 3:00; on 30 October, 3:00 became 2:00.
        ("2016-03-27", "01:59", "Europe/Berlin", "2016-03-27T01:59:00+01:00"),
        ("2016-03-27", "03:00", "Europe/Berlin", "2016-03-27T03:00:00+02:00"),
        ("2016-03-27", "24:00", "Europe/Berlin", "2016-03-28T00:00:00+02:00"),
        ("2016-10-30", "02:30", "Europe/Berlin", "2016-10-30T02:30:00+02:00"),  # the first of two
        # The next day begins with an hour that is skipped.
        ("2023-09-02", "24:00", "America/Santiago", "2023-09-03T01:00:00-03:00"),
    ],
)
def test_a_time_of_day_is_placed_in_its_zone(on: str, clock: str, zone: str, exact: str) -> None:
    found = fields.at(date.fromisoformat(on), fields.clock(clock), ZoneInfo(zone))
    assert found.isoformat() == exact


@pytest.mark.parametrize("clock", ["02:00", "02:30", "2:59"])
def test_an_hour_that_a_clock_change_skips_is_rejected(clock: str) -> None:
    with pytest.raises(ValueError, match=r"no clock shows 02:\d\d on 2016-03-27 in Europe/Berlin"):
        fields.at(date(2016, 3, 27), fields.clock(clock), ZoneInfo("Europe/Berlin"))
