"""Options that are missing, empty or unknown, and values that cannot be read."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mistakes import (
    EXTRA,
    Mistake,
    added,
    built_together,
    check,
    in_dates,
    in_paper,
    in_schedule,
    mistake,
    on_a_page,
)
from small_workshop import changed

if TYPE_CHECKING:
    from engine_fixtures import Edited
    from mistakes import Together

MISTAKES: dict[str, Mistake] = {
    # Required facts that are missing -----------------------------------------------------------
    "a paper has no authors": in_paper(
        ":authors: Ann Lee* (North; South); Børge Ray (North)\n",
        "",
        ":::{paper}",
        "authors is missing; add a line `:authors: …`",
    ),
    "a paper has no number": in_paper(
        "{paper} 7", "{paper}", ":::{paper}", "write the submission number after `{paper}`"
    ),
    "a topic has no order": mistake(
        changed("topics/inference.md", ":order: 1\n", ""),
        ":::{topic}",
        "topic 'inference'",
        "order is missing; add a line `:order: …`",
    ),
    "a topic has no short name": mistake(
        changed("topics/inference.md", "{topic} Inference", "{topic}"),
        ":::{topic}",
        "topic 'inference'",
        "write a short name after `{topic}`",
    ),
    "a session has no time": in_schedule(
        ":id: extra", EXTRA, "session 'extra'", "time is missing; add a line `:time: …`"
    ),
    "a session has no id": in_schedule(
        ":time: 12:00-13:00", EXTRA, "session 'Extra'", "id is missing; add a line `:id: …`"
    ),
    "a session has no title": in_schedule(
        ":id: extra\n:time: 12:00-13:00",
        ":id: extra",
        "session 'extra'",
        "write a title after `{session}`",
        title="",
        above=1,
    ),
    "a person has no name": on_a_page(
        ":::{person}\n:affiliation: North\n:::",
        ":::{person}",
        "person",
        "write a name after `{person}`",
    ),
    "a photograph has no description": on_a_page(
        ":::{person} Eve Orr\n:photo: eve.jpg\n:::",
        ":photo:",
        "person 'eve-orr'",
        "alt is missing; say what the photo shows",
    ),
    "a deadline has no id": in_dates(
        ":when: 2016-07-01", ":::{deadline}", "'Camera-ready'", "id is missing; add a line `:id: …`"
    ),
    "a deadline has no date": in_dates(
        ":id: camera", ":::{deadline}", "'camera'", "when is missing; add a line `:when: …`"
    ),
    "a deadline has no title": in_dates(
        ":id: camera\n:when: 2016-07-01",
        ":::{deadline}",
        "'camera'",
        "write a title after `{deadline}`",
        title="",
    ),
    "a page's file has a name that is no id": mistake(
        added("papers", "New_Paper", "# New\n\n:::{paper} 99\n:authors: Ann Lee\n:::\n"),
        ":::{paper}",
        "paper 'New_Paper'",
        "rename the file",
        "lower-case letters",
    ),
    # Values that cannot be read ----------------------------------------------------------------
    "a session's times are hours that no day has": in_schedule(
        ":id: extra\n:time: 25:00-26:00",
        ":time: 25:00",
        "session 'extra'",
        "'25:00' is not a time; write hours and minutes, from 00:00 to 24:00",
    ),
    "a session is of an unknown kind": in_schedule(
        ":id: extra\n:time: 12:00-13:00\n:kind: keynod",
        ":kind: keynod",
        "session 'extra'",
        "kind 'keynod'",
        "did you mean 'keynote'?",
    ),
    "a deadline has an abbreviation for a zone": in_dates(
        ":id: camera\n:when: 2016-07-01 12:00 EST",
        ":when: 2016-07-01",
        "'camera'",
        "zone 'EST' is unknown; write AoE, UTC, +02:00 or a name like Europe/Paris",
    ),
    "two authors are marked as presenting": in_paper(
        "Børge Ray (",
        "Børge Ray* (",
        ":authors:",
        "Ann Lee and Børge Ray are both marked as presenting; leave one `*`",
    ),
    "a paper's number is a word": in_paper(
        "{paper} 7", "{paper} seven", ":::{paper}", "number 'seven': write a whole number, like 58"
    ),
    # Options that do not exist -----------------------------------------------------------------
    "a paper has an unknown option": in_paper(
        ":keywords:",
        ":keyword:",
        ":keyword:",
        "there is no option 'keyword'; did you mean 'keywords'?",
    ),
    "an unknown option begins like a known one": in_paper(
        ":code:",
        ":topic: inference\n:code:",
        ":topic: ",
        "there is no option 'topic'; did you mean 'topics'?",
    ),
    "a session has an unknown option": in_schedule(
        ":id: extra\n:time: 12:00-13:00\n:speaker: dana-fox",
        ":speaker:",
        "session 'extra'",
        "there is no option 'speaker'; did you mean 'speakers'?",
    ),
    "a topic has an unknown option": mistake(
        changed("topics/inference.md", ":order: 1\n", ":order: 1\n:oder: 2\n"),
        ":oder: 2",
        "topic 'inference'",
        "did you mean 'order'?",
    ),
    "a person has an unknown option": on_a_page(
        ":::{person} Eve Orr\n:role: invited\n:::",
        ":role:",
        "person 'eve-orr'",
        "did you mean 'roles'?",
    ),
    "a deadline has an unknown option": in_dates(
        ":id: camera\n:when: 2016-07-01\n:zone: AoE",
        ":zone:",
        "'camera'",
        "there is no option 'zone'",
        "known are id, moved, was, when",
    ),
    "a listing has an unknown option": on_a_page(
        ":::{paper-list}\n:topics: inference\n:::",
        ":topics:",
        "paper-list",
        "did you mean 'topic'?",
    ),
    "a schedule has an unknown option": mistake(
        changed("program/index.md", "{schedule} 2016-07-22\n", "{schedule} 2016-07-22\n:room: A\n"),
        ":room: A",
        "schedule '2016-07-22'",
        "there is no option 'room'; known are kind",
    ),
}

together = built_together(MISTAKES)


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_is_reported_once_and_breaks_nothing_else(
    name: str, edited: Edited, together: Together
) -> None:
    check(name, MISTAKES, edited, together)
