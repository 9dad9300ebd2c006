"""The workshop's facts in conf.py: read once, and rejected by name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from sphinx.errors import ConfigError

from inline_site import SETTINGS
from sphinx_workshop.core.model import State, WordsBy
from sphinx_workshop.domain.event import read_event

if TYPE_CHECKING:
    from pathlib import Path

FACTS: dict[str, Any] = SETTINGS["workshop"]
SITE: str = SETTINGS["html_baseurl"]


NEEDED = ("name", "start", "end", "timezone")


@pytest.mark.parametrize("name", NEEDED)
def test_a_missing_fact_is_named(name: str, tmp_path: Path) -> None:
    facts = {key: value for key, value in FACTS.items() if key != name}
    with pytest.raises(ConfigError) as caught:
        read_event(facts, tmp_path, SITE)
    assert str(caught.value) == f"conf.py: workshop['{name}'] is missing"


def test_four_facts_are_enough(tmp_path: Path) -> None:
    facts = {name: FACTS[name] for name in NEEDED}
    event = read_event(facts, tmp_path, "")
    empty = dict.fromkeys(("online_url", "paper_note", "proceedings_note"), "")
    assert read_event(facts | empty, tmp_path, "") == event
    assert event.name == FACTS["name"]
    notes = (event.paper_note, event.proceedings_note)
    unknown = (event.place, event.online_url, event.conference, event.pdf_url, *notes)
    assert not any((*unknown, event.conference_start, event.conference_end, event.site))


@pytest.mark.parametrize(
    ("site", "uid"),
    [
        ("https://example.org/2016/", "learning-from-meadows2016@example.org"),
        ("", "learning-from-meadows2016@localhost"),
    ],
)
def test_calendar_entries_are_named_by_the_workshop_and_its_host(
    site: str, uid: str, tmp_path: Path
) -> None:
    facts = {name: FACTS[name] for name in NEEDED}
    assert read_event(facts, tmp_path, site).uid == uid
    assert read_event(facts | {"uid": "mine@example.net"}, tmp_path, site).uid == "mine@example.net"


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"plce": "x"}, "workshop['plce'] is unknown; did you mean 'place'?"),
        ({"start": "22 July"}, "workshop['start']: '22 July' is not a day; write year-month-day"),
        ({"end": ""}, "workshop['end']: it is empty; write a value"),
        ({"end": "2016-07-21"}, "workshop['end'] lies before workshop['start']"),
        ({"timezone": "EST"}, "workshop['timezone']: zone 'EST' is unknown"),
        (
            {"timezone": "AoE"},
            "workshop['timezone']: 'AoE' is not a place's zone; write a name like",
        ),
        ({"timezone": "+02:00"}, "workshop['timezone']: '+02:00' is not a place's zone"),
        ({"online_url": "yes"}, "workshop['online_url']: write a whole web address"),
        ({"keywords_by": "us"}, "workshop['keywords_by']: choose among authors, site"),
        ({"keywords_by": "author"}, "authors, site; did you mean 'authors'?"),
        (
            {"state": "recrod"},
            "workshop['state']: choose among call, day, record; did you mean 'rec",
        ),
        ({"state": ""}, "workshop['state']: it is empty; write a value"),
        ({"state": None}, "workshop['state']: it is empty; write a value"),
        ({"state": True}, "workshop['state']: write it as a text, in quotes"),
        ({"conference_end": "2016-07-16"}, "workshop['conference_end'] lies before workshop['conf"),
        ({"cancelled": "2016-07-01"}, "workshop['cancelled']: write the day, and after it why"),
        (
            {"cancelled": "2016-07-01 Rain", "postponed": "2016-07-01 Rain"},
            "workshop['cancelled']: 'postponed' is there as well; delete one of them",
        ),
        ({"kind": ""}, "workshop['kind']: it is empty; write a value"),
        ({"editions": ["2031"]}, "workshop['editions']: write names and addresses, like"),
        ({"editions": {"2031": "2031/"}}, "workshop['editions']: '2031': write a whole web"),
        ({"pdf_url": "assets/{number}.pdf"}, "workshop['pdf_url']: write a whole web address"),
    ],
)
def test_a_wrong_fact_is_rejected_by_name_with_its_remedy(
    changes: dict[str, object], message: str, tmp_path: Path
) -> None:
    with pytest.raises(ConfigError) as caught:
        read_event(FACTS | changes, tmp_path, SITE)
    reported = str(caught.value)
    assert reported.startswith("conf.py: ")
    assert message in reported


def test_a_site_begins_with_the_call(tmp_path: Path) -> None:
    assert "state" not in FACTS
    assert read_event(FACTS, tmp_path, SITE).state is State.CALL


def test_all_wrong_facts_are_reported_at_once(tmp_path: Path) -> None:
    with pytest.raises(ConfigError) as caught:
        read_event(FACTS | {"start": "soon", "timezone": "EST"}, tmp_path, "here")
    reported = str(caught.value).splitlines()
    assert [line.partition(": ")[2][:19] for line in sorted(reported)] == [
        "html_baseurl: write",
        "workshop['start']: ",
        "workshop['timezone'",
    ]


@pytest.mark.parametrize(
    ("note", "written", "by"),
    [
        ("Ours.", None, WordsBy.SITE),
        ("", None, WordsBy.AUTHORS),
        ("Ours.", "", WordsBy.SITE),
        ("Ours.", "authors", WordsBy.AUTHORS),
        ("", "site", WordsBy.SITE),
    ],
)
def test_keywords_are_the_authors_unless_the_site_speaks_of_the_papers(
    note: str, written: str | None, by: WordsBy, tmp_path: Path
) -> None:
    facts = {name: value for name, value in FACTS.items() if name != "keywords_by"}
    facts |= {"paper_note": note} | ({} if written is None else {"keywords_by": written})
    assert read_event(facts, tmp_path, SITE).keywords_by is by
