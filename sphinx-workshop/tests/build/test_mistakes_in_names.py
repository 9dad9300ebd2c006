"""Names that no object has, and names that two have."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mistakes import EXTRA, Mistake, added, check, in_notes, in_paper, in_schedule, mistake
from small_workshop import FILES, appended, changed, line_of

if TYPE_CHECKING:
    from engine_fixtures import Edited

MISTAKES: dict[str, Mistake] = {
    # Braces around family names ----------------------------------------------------------------
    "an author's brace is not closed": in_paper(
        "Ann Lee*",
        "Ann {Lee*",
        ":authors:",
        "authors 'Ann {Lee': write one pair of braces, around the family name, like `Ann {Lee",
    ),
    "an author's braces stand in the middle": in_paper(
        "Ann Lee*", "Ann {Bo} Lee*", ":authors:", "the braces stand in the middle; put them around"
    ),
    "a person's braces stand around all": mistake(
        changed("program/speakers.md", "{person} Dana Fox", "{person} {Dana Fox}"),
        "{person} {Dana Fox}",
        "person 'dana-fox'",
        "name '{Dana Fox}': the braces stand around the whole name; delete them",
    ),
    "a person's braces are empty": mistake(
        changed("program/speakers.md", "{person} Dana Fox", "{person} Dana Fox {}"),
        "{person} Dana Fox {}",
        "person 'dana-fox'",
        "the braces are empty; put the family name into them",
    ),
    "a spelling has braces": mistake(
        changed(
            "program/speakers.md", "{person} Dana Fox\n", "{person} Dana Fox\n:also: D. {Fox}\n"
        ),
        ":also: D. {Fox}",
        "also 'D. {Fox}': leave the braces out",
    ),
    "two papers divide a name in two ways": mistake(
        changed("papers/beta.md", "Børge Ray", "{Børge} Ray")
        | changed("papers/alpha.md", "Børge Ray", "Børge {Ray}"),
        ":authors:",
        "paper 'beta' has 'Børge' as the family name of 'Børge Ray', but paper 'alpha'",
        "has 'Ray'; put the braces around the same words",
    ),
    # Names that no object has, in options ------------------------------------------------------
    "a paper names an unknown topic": in_paper(
        ":topics: inference",
        ":topics: infrence",
        ":topics: infrence",
        "unknown topic 'infrence'",
        "did you mean 'inference'?",
    ),
    "a session names an unknown topic": in_schedule(
        ":id: extra\n:time: 12:00-13:00\n:topics: robustnes",
        EXTRA,
        "session 'extra'",
        "unknown topic 'robustnes'",
        "did you mean 'robustness'?",
        above=-3,
    ),
    "a session names an unknown paper": in_schedule(
        ":time: 12:00-13:00\n:paper: gama",
        ":paper: gama",
        "session 'gama'",
        "unknown paper 'gama'",
        "did you mean 'gamma'?",
        title="",
    ),
    "a session names an unknown person": in_schedule(
        ":id: extra\n:time: 12:00-13:00\n:speakers: dana-fix",
        ":speakers: dana-fix",
        "session 'extra'",
        "unknown person 'dana-fix'",
        "did you mean 'dana-fox'?",
    ),
    "a listing names an unknown topic": in_notes(
        ":::{paper-list}\n:topic: infrence\n:::",
        ":topic: infrence",
        "paper-list",
        "unknown topic 'infrence'",
        "did you mean 'inference'?",
    ),
    # Names that no object has, in roles --------------------------------------------------------
    "a role names an unknown topic": in_notes(
        "See {topic}`infrence`.", "See {", "unknown topic 'infrence'", "did you mean 'inference'?"
    ),
    "a role names an unknown paper": in_notes(
        "See {paper}`gama`.", "See {", "unknown paper 'gama'", "did you mean 'gamma'?"
    ),
    "a role names an unknown session": in_notes(
        "See {session}`opning`.", "See {", "unknown session 'opning'", "did you mean 'opening'?"
    ),
    "a role names an unknown person": in_notes(
        "See {person}`dana-fix`.", "See {", "unknown person 'dana-fix'", "did you mean 'dana-fox'?"
    ),
    "a role misspells an author without an entry": in_notes(
        "See {person}`boerge-ray`.", "See {", "unknown person", "did you mean 'borge-ray'?"
    ),
    "a role names an unknown deadline": in_notes(
        "See {deadline}`submision`.",
        "See {",
        "unknown deadline 'submision'",
        "did you mean 'submission'?",
    ),
    "a role asks when an unknown deadline is": in_notes(
        "See {when}`submision`.",
        "See {",
        "unknown deadline 'submision'",
        "did you mean 'submission'?",
    ),
    "a role with words of its own names an unknown paper": in_notes(
        "See {paper}`this one <gama>`.", "See {", "unknown paper 'gama'", "did you mean 'gamma'?"
    ),
    "a role in a directive names an unknown paper": in_notes(
        ":::{deadline} Late\n:id: late\n:when: 2016-07-01\n\nSee {paper}`gama`.\n:::",
        "See {",
        "unknown paper 'gama'",
        "did you mean 'gamma'?",
    ),
    # Ids declared twice ------------------------------------------------------------------------
    "two topics have one id": mistake(
        added("topics", "more/inference", "# More\n\n:::{topic} More\n:order: 3\n:::\n"),
        ":::{topic}",
        "topic 'inference'",
        "declared already",
        "topics/inference, line 3",
        "give",
    ),
    "two papers have one id": mistake(
        added("papers", "more/gamma", "# More\n\n:::{paper} 90\n:authors: Ann Lee\n:::\n"),
        ":::{paper}",
        "paper 'gamma'",
        "declared already",
        "papers/gamma, line 3",
        "give",
    ),
    "two sessions have one id": in_schedule(
        ":id: coffee\n:time: 12:00-13:00",
        EXTRA,
        "session 'coffee'",
        "declared already",
        f"program/index, line {line_of(FILES['program/index.md'], '{session} Coffee')}",
        "give one of them another id",
        above=-1,
    ),
    "two people have one id": mistake(
        appended("notes.md", ":::{person} Dana Fox\n:::"),
        ":::{person} Dana Fox",
        "person 'dana-fox'",
        "declared already",
        "notes, line 18",
        "give one of them another id",
        file="program/speakers.md",
    ),
    "two deadlines have one id": in_notes(
        ":::{deadline} Again\n:id: submission\n:when: 2016-05-24\n:::",
        ":id: submission",
        "deadline 'submission'",
        "declared already",
        "dates, line 3",
        "give",
    ),
    "two topics have one order": mistake(
        changed("topics/robustness.md", ":order: 2", ":order: 1"),
        ":order: 1",
        "topic 'robustness' has an order that is taken already",
        "topics/inference, line 3",
        "give one of them another order",
    ),
    "two papers have one number": mistake(
        added("papers", "delta", "# Delta\n\n:::{paper} 12\n:authors: Ann Lee\n:::\n"),
        ":::{paper} 12",
        "paper 'gamma'",
        "number 12",
        "papers/delta, line 3",
        "give one of them another number",
        file="papers/gamma.md",
    ),
}


@pytest.mark.parametrize("case", MISTAKES.values(), ids=MISTAKES.keys())
def test_a_mistake_is_reported_once_and_breaks_nothing_else(case: Mistake, edited: Edited) -> None:
    check(case, edited)
