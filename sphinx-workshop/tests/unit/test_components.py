"""How days, times, zones and names are printed."""

from __future__ import annotations

from datetime import date

import pytest
from docutils import nodes
from sphinx.addnodes import pending_xref

from records import instant, paper, person, program
from sphinx_workshop.core import fields, text
from sphinx_workshop.views import components
from sphinx_workshop.views.html_element import HtmlElement, materialize
from sphinx_workshop.views.papers import paper_head, paper_list

SUMMER, WINTER = "2016-07-22T09:00", "2016-01-22T09:00"


def times(node: nodes.Element) -> list[tuple[str, str]]:
    """Return words and machine-readable value of each `time` element."""
    found = [n for n in node.findall(HtmlElement) if n["tag"] == "time"]
    return [(n.astext(), n["attributes_"]["datetime"]) for n in found]


@pytest.mark.parametrize(
    ("at", "zone", "offset"),
    [
        (SUMMER, "America/New_York", "UTC−4"),
        (WINTER, "America/New_York", "UTC−5"),
        (SUMMER, "Asia/Kathmandu", "UTC+5:45"),
        (SUMMER, "America/St_Johns", "UTC−2:30"),
        (WINTER, "Pacific/Chatham", "UTC+13:45"),
        (WINTER, "Europe/London", "UTC"),
        (SUMMER, "Europe/London", "UTC+1"),
        # Clocks in New York went forward at two in the morning of 13 March 2016.
        ("2016-03-13T01:59", "America/New_York", "UTC−5"),
        ("2016-03-13T03:00", "America/New_York", "UTC−4"),
    ],
)
def test_the_distance_from_utc_is_that_of_the_instant(at: str, zone: str, offset: str) -> None:
    assert text.utc_offset(instant(at, zone)) == offset


@pytest.mark.parametrize(
    ("zone", "words"),
    [
        ("America/New_York", "Eastern Time (UTC−4)"),
        ("Asia/Kathmandu", "Nepal Time (UTC+5:45)"),
        ("Europe/Paris", "Central European Time (UTC+2)"),
        ("Etc/UTC", "UTC"),
    ],
)
def test_a_zone_has_a_name_that_holds_all_year_and_its_distance(zone: str, words: str) -> None:
    assert text.zone(instant(SUMMER, zone)) == words


@pytest.mark.parametrize(
    ("written", "words"),
    [("AoE", "AoE (UTC−12)"), ("UTC", "UTC"), ("+02:00", "UTC+2"), ("-05:30", "UTC−5:30")],
)
def test_a_zone_that_is_an_offset_is_named_by_it(written: str, words: str) -> None:
    at = fields.at(date(2016, 5, 23), fields.clock("9:00"), fields.zone(written))
    assert text.zone(at) == words


@pytest.mark.parametrize(
    ("when", "printed"),
    [
        ("2016-06-10", ("10 June 2016", "2016-06-10")),
        ("2016-05-23 23:59 AoE", ("23 May 2016, 23:59 AoE", "2016-05-23T23:59-12:00")),
        ("2016-05-23 24:00 AoE", ("24 May 2016, 00:00 AoE", "2016-05-24T00:00-12:00")),
        ("2016-05-23 9:00 +02:00", ("23 May 2016, 09:00 UTC+2", "2016-05-23T09:00+02:00")),
        (
            "2016-05-23 9:00 Asia/Kathmandu",
            ("23 May 2016, 09:00 Nepal Time", "2016-05-23T09:00+05:45"),
        ),
    ],
)
def test_a_deadline_is_printed_with_its_zone_and_an_exact_value(
    when: str, printed: tuple[str, str]
) -> None:
    assert times(components.moment(fields.moment(when))) == [printed]


def test_a_range_is_two_exact_times() -> None:
    start, end = instant("2016-07-22T09:05", "America/New_York"), instant(SUMMER, "Asia/Kathmandu")
    line = nodes.paragraph("", "", *components.clock_range(start, end))
    assert line.astext() == "09:05–09:00"
    assert times(line) == [
        ("09:05", "2016-07-22T09:05-04:00"),
        ("09:00", "2016-07-22T09:00+05:45"),
    ]


# Links -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(("words", "printed"), [(None, "alpa"), ("this one", "this one")])
def test_a_link_to_nothing_stays_text(words: str | None, printed: str) -> None:
    node = components.link(program(), "paper", "alpa", words)
    assert isinstance(node, nodes.Text)
    assert node.astext() == printed


def test_all_authors_are_named_in_order_as_the_paper_spells_them() -> None:
    alpha = paper("alpha", "K. Holman; Børge Ray; Ann Lee*")
    found = program(alpha, person("katie-holman", "Katie Holman", also="K. Holman"))
    listed = nodes.Element("", *materialize(paper_list(found)))
    assert "K. Holman, Børge Ray, Ann Lee" in listed.astext()
    page = nodes.Element("", *paper_head(found, "alpha"))
    links = {xref["reftarget"]: xref.astext() for xref in page.findall(pending_xref)}
    names = {"katie-holman": "K. Holman", "borge-ray": "Børge Ray", "ann-lee": "Ann Lee"}
    assert links == names


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("Basil Médard", "BM"),
        ("“Ann” Lee", "L"),
        ("…", "·"),
    ],
)
def test_people_without_a_photograph_have_initials(name: str, letters: str) -> None:
    assert components.initials(person("x", name)).astext() == letters
