"""Schedules, changes, pages and HTML that are not as they have to be."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mistakes import EXTRA, Mistake, check, in_notes, in_schedule, mistake
from small_workshop import appended, changed

if TYPE_CHECKING:
    from engine_fixtures import Edited

MISTAKES: dict[str, Mistake] = {
    # Changes -----------------------------------------------------------------------------------
    "a page reports two changes on one day": in_notes(
        ":::{change} 2016-07-15\nOne.\n:::\n\n:::{change}  2016-07-15\nAnother.\n:::",
        ":::{change}  ",
        "change 'notes/2016-07-15' is reported already",
        "notes, line 18",
        "write both into one",
    ),
    "a change has no day": in_notes(
        ":::{change}\nOne.\n:::", ":::{change}", "change: write the day after `{change}`"
    ),
    "a change has a day that is none": in_notes(
        ":::{change} 15 July\nOne.\n:::",
        ":::{change}",
        "change '15 July'",
        "'15 July' is not a day; write year-month-day",
    ),
    "a change says nothing": in_notes(
        ":::{change} 2016-07-15\n:::", ":::{change}", "change '2016-07-15'", "it is empty"
    ),
    # The schedule ------------------------------------------------------------------------------
    "two sessions overlap in one room": in_schedule(
        ":id: extra\n:time: 10:45-11:15",
        ":time: 10:45",
        "session 'extra' begins at 10:45",
        "session 'coffee' in the same room ends at 11:00",
        "correct a time, or give a `:room:`",
    ),
    "a session is on another day than its schedule": in_schedule(
        ":id: extra\n:time: 2016-07-23 12:00-13:00",
        ":time: 2016-07-23",
        "session 'extra'",
        "it is on 2016-07-23, its schedule on 2016-07-22; delete the date, or move it",
    ),
    "a session stands outside a schedule": in_notes(
        ":::{session} Extra\n:id: extra\n:time: 12:00-13:00\n:::",
        ":::{session}",
        "session 'extra'",
        "outside a schedule; move it between the fences of a `{schedule}`",
    ),
    "a schedule is on a day that the workshop does not have": in_notes(
        "::::{schedule} 2016-07-30\n\n:::{session} Extra\n:id: extra\n:time: 9:00-9:30\n:::\n::::",
        ":::{session}",
        "session 'extra'",
        "is on 2016-07-30",
        "the workshop lasts from 2016-07-22 to 2016-07-23",
        "correct the schedule's day",
    ),
    "a schedule's day cannot be read": mistake(
        changed("program/index.md", "{schedule} 2016-07-22", "{schedule} 22 July"),
        "22 July",
        "schedule '22 July'",
        "is not a day; write year-month-day, like 2022-07-22",
    ),
    "a schedule's day is in a year that no calendar counts with": mistake(
        changed("program/index.md", "{schedule} 2016-07-22", "{schedule} 9999-12-31"),
        "9999-12-31",
        "schedule '9999-12-31'",
        "is no day of 1900 to 2999; correct the year",
    ),
    "a schedule has no day": mistake(
        changed("program/index.md", "{schedule} 2016-07-22", "{schedule}"),
        "::::::{schedule}",
        "schedule",
        "write the day after `{schedule}`",
    ),
    "a session repeats the title of its paper": in_schedule(
        ":time: 12:00-13:00\n:paper: gamma",
        EXTRA,
        "session 'gamma'",
        "its paper gives the title; delete it here",
    ),
    # Pages -------------------------------------------------------------------------------------
    "a page has two papers": mistake(
        appended("papers/alpha.md", ":::{paper} 8\n:authors: Ann Lee\n:::"),
        ":::{paper} 8",
        "paper 'alpha'",
        "the page declares a paper already",
        "give each a file of its own",
    ),
    "a page has two topics": mistake(
        appended("topics/inference.md", ":::{topic} B\n:order: 8\n:::"),
        ":::{topic} B",
        "topic 'inference'",
        "the page declares a topic already",
    ),
    # Raw HTML ----------------------------------------------------------------------------------
    "a block of HTML": in_notes(
        "<div class='x'>\nwords\n</div>",
        "<div",
        "raw HTML '<div class='x'>' is rejected",
        "write Markdown or a directive instead",
    ),
    "HTML in a line": in_notes("Some <b>bold</b> words.", "<b>", "raw HTML '<b>' is rejected"),
    "an empty element in a line": in_notes("One<br>two.", "<br>", "raw HTML '<br>' is rejected"),
    "a closing tag alone": in_notes("</div>", "</div>", "raw HTML '</div>' is rejected"),
    "a script": in_notes("<script>\nalert(1)\n</script>", "<script>", "raw HTML '<script>'"),
    "HTML between two comments": in_notes(
        "<!-- a --><script>alert(1)</script><!-- b -->", "<!-- a -->", "raw HTML"
    ),
    "HTML in a table": in_notes("| a |\n| - |\n| <u>b</u> |", "<u>", "raw HTML '<u>' is rejected"),
    "HTML in a summary": mistake(
        changed("papers/alpha.md", "Alpha is found", "Alpha <i>is</i> found"),
        "Alpha <i>",
        "raw HTML '<i>' is rejected",
    ),
    "the raw directive": in_notes(
        "```{raw} html\n<b>words</b>\n```", "{raw}", "a page may not use the directive 'raw'"
    ),
    # Formulas ----------------------------------------------------------------------------------
    "a formula that cannot be read": in_notes(
        "A formula: $\\nosuchmacro{x}$.", "A formula", "formula '\\nosuchmacro{x}' cannot be read"
    ),
}


@pytest.mark.parametrize("case", MISTAKES.values(), ids=MISTAKES.keys())
def test_a_mistake_is_reported_once_and_breaks_nothing_else(case: Mistake, edited: Edited) -> None:
    check(case, edited)
