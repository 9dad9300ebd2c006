"""Options, names, schedules, changes and HTML that are wrong are reported where they stand."""

from __future__ import annotations

from mistakes import (
    ALPHA,
    Mistake,
    added,
    each_is_reported,
    in_dates,
    in_paper,
    in_schedule,
    mistake,
    on_a_page,
    own_page,
)
from small_workshop import FILES, appended, changed, line_of

EXTRA = ":::::{session} Extra"

MISTAKES: dict[str, Mistake] = {
    # Required facts that are missing -----------------------------------------------------------
    "a paper has no authors": in_paper(
        ":authors: Ann Lee* (North; South); Børge Ray (North)\n",
        "",
        ":::{paper}",
        "authors is missing; add a line `:authors: …`",
    ),
    "a paper has no number": in_paper(
        "{paper} NUMBER", "{paper}", ":::{paper}", "write the submission number after `{paper}`"
    ),
    "a session has no time": in_schedule(
        ":id: OWN", EXTRA, "session 'OWN'", "time is missing; add a line `:time: …`"
    ),
    "a deadline has no date": in_dates(
        ":id: camera", ":::{deadline}", "'camera'", "when is missing; add a line `:when: …`"
    ),
    "a page's file has a name that is no id": mistake(
        added("papers", "New_Paper", "# New\n\n:::{paper} 99\n:authors: Ann Lee\n:::\n"),
        ":::{paper}",
        "paper 'New_Paper'",
        "rename the file",
        "lower-case letters",
    ),
    # Values that cannot be read ----------------------------------------------------------------
    "a session is of an unknown kind": in_schedule(
        ":id: OWN\n:time: 12:00-13:00\n:kind: keynod",
        ":kind: keynod",
        "session 'OWN'",
        "kind 'keynod'",
        "did you mean 'keynote'?",
    ),
    "a paper's number is a word": in_paper(
        "{paper} NUMBER",
        "{paper} seven",
        ":::{paper}",
        "number 'seven': write a whole number",
    ),
    # Options that do not exist -----------------------------------------------------------------
    "a paper has an unknown option": in_paper(
        ":keywords:",
        ":keyword:",
        ":keyword:",
        "there is no option 'keyword'; did you mean 'keywords'?",
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
    # Braces around family names ----------------------------------------------------------------
    "an author's brace is not closed": in_paper(
        "Ann Lee*",
        "Ann {Lee*",
        ":authors:",
        "authors 'Ann {Lee': write one pair of braces, around the family name, like `Ann {Lee",
    ),
    "an author looks like a group": in_paper(
        "Ann Lee*", "NASA Ames*", ":authors:", "lists would have 'NASA Ames' as 'Ames, NASA'; put "
    ),
    "a person looks like a group": mistake(
        changed("program/speakers.md", "{person} Dana Fox", "{person} Dana of Fox\n:id: dana-fox"),
        "{person} Dana of Fox",
        "person 'dana-fox'",
        "lists would have 'Dana of Fox' as 'of Fox, Dana'; put braces around the name of a group",
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
    # In what is for another state of the site ----------------------------------------------------
    "a block for another state names an unknown paper": on_a_page(
        "::::{state} record\nWords.\n\nSee {paper}`it <alpa>`, and {paper}`alpha`.\n::::",
        "See {paper}`it <alpa>`",
        "unknown paper 'alpa'; did you mean 'alpha'?",
    ),
    "a block for another state has an unknown directive": on_a_page(
        "::::{state} record\n:::{papre-list}\n:::\n::::",
        ":::{papre-list}",
        "there is no directive 'papre-list'; did you mean 'paper-list'?",
    ),
    "a block for another state has an unknown option": on_a_page(
        "::::{state} record\n:::{paper-list}\n:topci: inference\n:::\n::::",
        ":topci: inference",
        "paper-list: there is no option 'topci'; did you mean 'topic'?",
    ),
    # Names that no object has, in options ------------------------------------------------------
    "a paper names an unknown topic": in_paper(
        ":topics: inference",
        ":topics: infrence",
        ":topics: infrence",
        "unknown topic 'infrence'",
        "did you mean 'inference'?",
    ),
    # Names that no object has, in roles --------------------------------------------------------
    "a role misspells an author without an entry": on_a_page(
        "See {person}`boerge-ray`.", "See {", "unknown person", "did you mean 'borge-ray'?"
    ),
    "a role asks when an unknown deadline is": on_a_page(
        "See {when}`submision`.",
        "See {",
        "unknown deadline 'submision'",
        "did you mean 'submission'?",
    ),
    "a role with words of its own names an unknown paper": on_a_page(
        "See {paper}`this one <gama>`.", "See {", "unknown paper 'gama'", "did you mean 'gamma'?"
    ),
    "a role in a directive names an unknown paper": on_a_page(
        ":::{deadline} Late\n:id: late\n:when: 2016-07-01\n\nSee {paper}`gama`.\n:::",
        "See {",
        "unknown paper 'gama'",
        "did you mean 'gamma'?",
    ),
    # Ids declared twice ------------------------------------------------------------------------
    "two papers have one id": mistake(
        added("papers", "more/gamma", "# More\n\n:::{paper} 90\n:authors: Ann Lee\n:::\n"),
        ":::{paper}",
        "paper 'gamma'",
        "declared already",
        "papers/gamma, line 3",
        "give",
    ),
    "two sessions have one id": mistake(
        changed(
            "program/index.md",
            "::::::\n\n:::{t",
            f"{EXTRA}\n:id: coffee\n:time: 12:00-13:00\n:::::\n\n::::::\n\n:::{{t",
        ),
        EXTRA,
        "session 'coffee'",
        "declared already",
        f"program/index, line {line_of(FILES['program/index.md'], '{session} Coffee')}",
        "give one of them another id",
        above=-1,
    ),
    "two topics have one order": mistake(
        changed("topics/robustness.md", ":order: 2", ":order: 1"),
        ":order: 1",
        "topic 'robustness' has an order that is taken already",
        "topics/inference, line 3",
        "give one of them another order",
    ),
    # Changes -----------------------------------------------------------------------------------
    "a page reports two changes on one day": mistake(
        appended(
            "notes.md",
            ":::{change} 2016-07-15\nOne.\n:::\n\n:::{change}  2016-07-15\nAnother.\n:::",
        ),
        ":::{change}  ",
        "change 'notes/2016-07-15' is reported already",
        "notes, line 18",
        "write both into one",
    ),
    "a change has no day": on_a_page(
        ":::{change}\nOne.\n:::", ":::{change}", "change: write the day after `{change}`"
    ),
    "a change has a day that is none": on_a_page(
        ":::{change} 15 July\nOne.\n:::",
        ":::{change}",
        "change '15 July'",
        "'15 July' is not a day; write year-month-day",
    ),
    "a change says nothing": on_a_page(
        ":::{change} 2016-07-15\n:::", ":::{change}", "change '2016-07-15'", "it is empty"
    ),
    # The schedule ------------------------------------------------------------------------------
    "a session is on another day than its schedule": in_schedule(
        ":id: OWN\n:time: 2016-07-23 12:00-13:00",
        ":time: 2016-07-23",
        "session 'OWN'",
        "it is on 2016-07-23, its schedule on 2016-07-22; delete the date, or move it",
    ),
    "a session stands outside a schedule": on_a_page(
        ":::{session} Extra\n:id: OWN\n:time: 12:00-13:00\n:::",
        ":::{session}",
        "session 'OWN'",
        "outside a schedule; move it between the fences of a `{schedule}`",
    ),
    "a schedule's day cannot be read": mistake(
        changed("program/index.md", "{schedule} 2016-07-22", "{schedule} 22 July"),
        "22 July",
        "schedule '22 July'",
        "is not a day; write year-month-day, like 2022-07-22",
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
    # Raw HTML ----------------------------------------------------------------------------------
    "HTML between two comments": on_a_page(
        "<!-- a --><script>alert(1)</script><!-- b -->", "<!-- a -->", "raw HTML"
    ),
    "HTML in a table": on_a_page("| a |\n| - |\n| <u>b</u> |", "<u>", "raw HTML '<u>' is rejected"),
    "HTML in a summary": own_page(
        ALPHA.replace("Alpha is found", "Alpha <i>is</i> found"),
        "Alpha <i>",
        "raw HTML '<i>' is rejected",
    ),
}

test_a_mistake_is_reported_once_and_breaks_nothing_else = each_is_reported(MISTAKES)
