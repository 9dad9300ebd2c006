"""Each mistake is told once, by file, line, object and remedy, and breaks nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import pytest

from inline_site import Files, words
from small_workshop import FILES, appended, changed, line_of

if TYPE_CHECKING:
    from conftest import MakeSite


class Mistake(NamedTuple):
    """Files with a mistake, where it stands, and what is said of it."""

    files: Files
    file: str
    passage: str  # on the line that is named, or `above` lines under it
    told: tuple[str, ...]
    above: int = 0


def mistake(files: Files, passage: str, *told: str, file: str = "", above: int = 0) -> Mistake:
    """Expect the mistake in the first of the files, if no other is named."""
    return Mistake(files, file or next(iter(files)), passage, told, above)


def in_paper(old: str, new: str, passage: str, *told: str) -> Mistake:
    return mistake(changed("papers/alpha.md", old, new), passage, "paper 'alpha'", *told)


def in_notes(text: str, passage: str, *told: str) -> Mistake:
    return mistake(appended("notes.md", text), passage, *told)


def in_dates(options: str, passage: str, *told: str, title: str = " Camera-ready") -> Mistake:
    return in_notes(f":::{{deadline}}{title}\n{options}\n:::", passage, "deadline", *told)


def in_schedule(
    options: str, passage: str, *told: str, title: str = " Extra", above: int = 0
) -> Mistake:
    """Expect a mistake in a session that is added at the end of the schedule."""
    session = f":::::{{session}}{title}\n{options}\n:::::\n\n::::::\n\n"
    files = changed("program/index.md", "::::::\n\n:::{t", f"{session}:::{{t")
    return mistake(files, passage, *told, above=above)


def added(folder: str, name: str, text: str) -> Files:
    """Add a page, and list it in the contents of its folder."""
    index = f"{folder}/index.md"
    listed = f"{FILES[index]}\n:::{{toctree}}\n{name}\n:::\n"
    return {f"{folder}/{name}.md": text, index: listed}


EXTRA = ":::::{session} Extra"

MISTAKES: dict[str, Mistake] = {
    # Names that no object has, in options ------------------------------------------------------
    "a paper names an unknown topic": in_paper(
        ":topics: inference",
        ":topics: infrence",
        ":::{paper}",
        "unknown topic 'infrence'",
        "did you mean 'inference'?",
    ),
    "a session names an unknown topic": in_schedule(
        ":id: extra\n:time: 12:00-13:00\n:topics: robustnes",
        EXTRA,
        "session 'extra'",
        "unknown topic 'robustnes'",
        "did you mean 'robustness'?",
    ),
    "a session names an unknown paper": in_schedule(
        ":time: 12:00-13:00\n:paper: gama",
        ":time: 12:00-13:00",
        "session 'gama'",
        "unknown paper 'gama'",
        "did you mean 'gamma'?",
        title="",
        above=1,
    ),
    "a session names an unknown person": in_schedule(
        ":id: extra\n:time: 12:00-13:00\n:speakers: dana-fix",
        EXTRA,
        "session 'extra'",
        "unknown person 'dana-fix'",
        "did you mean 'dana-fox'?",
    ),
    "a listing names an unknown topic": in_notes(
        ":::{paper-list}\n:topic: infrence\n:::",
        ":::{paper-list}",
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
        ":::{deadline} Late\n:id: late\n:when: 2022-07-01\n\nSee {paper}`gama`.\n:::",
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
        ":::{deadline} Again\n:id: submission\n:when: 2022-05-24\n:::",
        ":::{deadline}",
        "deadline 'submission'",
        "declared already",
        "dates, line 3",
        "give",
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
    "a person has no name": in_notes(
        ":::{person}\n:affiliation: North\n:::",
        ":::{person}",
        "person",
        "write a name after `{person}`",
    ),
    "a photograph has no description": in_notes(
        ":::{person} Eve Orr\n:photo: eve.jpg\n:::",
        ":photo:",
        "person 'eve-orr'",
        "alt is missing; say what the photo shows",
    ),
    "a deadline has no id": in_dates(
        ":when: 2022-07-01", ":::{deadline}", "'Camera-ready'", "id is missing; add a line `:id: …`"
    ),
    "a deadline has no date": in_dates(
        ":id: camera", ":::{deadline}", "'camera'", "when is missing; add a line `:when: …`"
    ),
    "a deadline has no title": in_dates(
        ":id: camera\n:when: 2022-07-01",
        ":::{deadline}",
        "'camera'",
        "write a title after `{deadline}`",
        title="",
    ),
    "a paper's page has no heading": mistake(
        changed("papers/gamma.md", "# Gamma rays\n", ""),
        ":::{paper}",
        "paper 'gamma'",
        "the page has no heading; begin it with `# Title`",
    ),
    "a page's file has a name that is no id": mistake(
        added("papers", "New_Paper", "# New\n\n:::{paper} 99\n:authors: Ann Lee\n:::\n"),
        ":::{paper}",
        "paper 'New_Paper'",
        "rename the file",
        "lower-case letters",
    ),
    # Values that cannot be read ----------------------------------------------------------------
    "a session's time is one hour that no day has": in_schedule(
        ":id: extra\n:time: 25:00",
        ":time: 25:00",
        "session 'extra'",
        "time '25:00'",
        "write start and end as hours and minutes, like 09:00-10:00",
    ),
    "a session's times are hours that no day has": in_schedule(
        ":id: extra\n:time: 25:00-26:00",
        ":time: 25:00",
        "session 'extra'",
        "'25:00' is not a time; write hours and minutes, from 00:00 to 24:00",
    ),
    "a session's times are bare hours": in_schedule(
        ":id: extra\n:time: 10-9",
        ":time: 10-9",
        "session 'extra'",
        "time '10-9'",
        "write start and end as hours and minutes, like 09:00-10:00",
    ),
    "a session ends before it starts": in_schedule(
        ":id: extra\n:time: 10:30–10:15",
        ":time: 10:30–10:15",
        "session 'extra'",
        "it ends at 10:15, not after its start at 10:30; swap or mend",
    ),
    "a session has an id that is none": in_schedule(
        ":id: Extra Talk\n:time: 12:00-13:00",
        ":id: Extra",
        "session 'Extra Talk'",
        "an id has lower-case letters",
    ),
    "a session is of an unknown kind": in_schedule(
        ":id: extra\n:time: 12:00-13:00\n:kind: keynod",
        ":kind: keynod",
        "session 'extra'",
        "kind 'keynod'",
        "did you mean 'keynote'?",
    ),
    "a deadline has an hour without a zone": in_dates(
        ":id: camera\n:when: 2022-07-01 12:00",
        ":when: 2022-07-01",
        "'camera'",
        "an hour needs a zone; write '2022-07-01 12:00 AoE', or another zone",
    ),
    "a deadline has an abbreviation for a zone": in_dates(
        ":id: camera\n:when: 2022-07-01 12:00 EST",
        ":when: 2022-07-01",
        "'camera'",
        "zone 'EST' is unknown; write AoE, UTC, +02:00 or a name like Europe/Paris",
    ),
    "a deadline is on a day that the year does not have": in_dates(
        ":id: camera\n:when: 2022-02-30",
        ":when: 2022-02-30",
        "'camera'",
        "'2022-02-30' is not a day; write year-month-day",
    ),
    "an author has no name": in_paper(
        "; Børge", "; ; Børge", ":authors:", "an author has no name; put one semicolon between"
    ),
    "the author list ends with a semicolon": in_paper(
        "Børge Ray (North)",
        "Børge Ray (North);",
        ":authors:",
        "an author has no name",
        "none at the end",
    ),
    "two authors are marked as presenting": in_paper(
        "Børge Ray (",
        "Børge Ray* (",
        ":authors:",
        "Ann Lee and Børge Ray are both marked as presenting; leave one `*`",
    ),
    "an author stands there twice": in_paper(
        "Børge Ray (", "Ann Lee (", ":authors:", "'Ann Lee' stands there twice; delete one"
    ),
    "a paper's number is a word": in_paper(
        "{paper} 7", "{paper} seven", ":::{paper}", "number 'seven': write a whole number, like 58"
    ),
    "a paper's code is a script": in_paper(
        "https://example.org/alpha",
        "javascript:alert(1)",
        ":code:",
        "write a whole web address that begins with https://",
    ),
    # Options that do not exist -----------------------------------------------------------------
    "a paper has an unknown option": in_paper(
        ":keywords:",
        ":keyword:",
        ":keyword:",
        "keyword 'particles; helium'",
        "there is no such option; did you mean 'keywords'?",
    ),
    "an unknown option begins like a known one": in_paper(
        ":code:",
        ":topic: inference\n:code:",
        ":topic: ",
        "topic 'inference'",
        "there is no such option; did you mean 'topics'?",
    ),
    "a session has an unknown option": in_schedule(
        ":id: extra\n:time: 12:00-13:00\n:speaker: dana-fox",
        ":speaker:",
        "session 'extra'",
        "there is no such option; did you mean 'speakers'?",
    ),
    "a topic has an unknown option": mistake(
        changed("topics/inference.md", ":order: 1\n", ":order: 1\n:oder: 2\n"),
        ":oder: 2",
        "topic 'inference'",
        "did you mean 'order'?",
    ),
    "a person has an unknown option": in_notes(
        ":::{person} Eve Orr\n:role: invited\n:::",
        ":role:",
        "person 'eve-orr'",
        "did you mean 'roles'?",
    ),
    "a deadline has an unknown option": in_dates(
        ":id: camera\n:when: 2022-07-01\n:zone: AoE",
        ":zone:",
        "'camera'",
        "no such option",
        "known are id, when",
    ),
    "a listing has an unknown option": in_notes(
        ":::{paper-list}\n:topics: inference\n:::",
        ":topics:",
        "paper-list",
        "did you mean 'topic'?",
    ),
    "a schedule has an unknown option": mistake(
        changed("program/index.md", "{schedule} 2022-07-22\n", "{schedule} 2022-07-22\n:room: A\n"),
        ":room: A",
        "schedule '2022-07-22'",
        "no such option; known are kind",
    ),
    # Changes -----------------------------------------------------------------------------------
    "a page tells of two changes on one day": in_notes(
        ":::{change} 2022-07-15\nOne.\n:::\n\n:::{change}  2022-07-15\nAnother.\n:::",
        ":::{change}  ",
        "change 'notes/2022-07-15' is told already",
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
        ":::{change} 2022-07-15\n:::", ":::{change}", "change '2022-07-15'", "it is empty"
    ),
    # The schedule ------------------------------------------------------------------------------
    "two sessions overlap in one room": in_schedule(
        ":id: extra\n:time: 10:45-11:15",
        EXTRA,
        "session 'extra' begins at 10:45",
        "session 'coffee' in the same room ends at 11:00",
        "mend a time, or give a `:room:`",
    ),
    "a session is on another day than its schedule": in_schedule(
        ":id: extra\n:time: 2022-07-23 12:00-13:00",
        ":time: 2022-07-23",
        "session 'extra'",
        "it is on 2022-07-23, its schedule on 2022-07-22; delete the date, or move it",
    ),
    "a session stands outside a schedule": in_notes(
        ":::{session} Extra\n:id: extra\n:time: 12:00-13:00\n:::",
        ":::{session}",
        "session 'extra'",
        "outside a schedule; move it between the fences of a `{schedule}`",
    ),
    "a schedule is on a day that the workshop does not have": in_notes(
        "::::{schedule} 2022-07-30\n\n:::{session} Extra\n:id: extra\n:time: 9:00-9:30\n:::\n::::",
        ":::{session}",
        "session 'extra'",
        "is on 2022-07-30",
        "the workshop lasts from 2022-07-22 to 2022-07-23",
        "mend the schedule's day",
    ),
    "a schedule's day cannot be read": mistake(
        changed("program/index.md", "{schedule} 2022-07-22", "{schedule} 22 July"),
        "22 July",
        "schedule '22 July'",
        "is not a day; write year-month-day, like 2022-07-22",
    ),
    "a schedule has no day": mistake(
        changed("program/index.md", "{schedule} 2022-07-22", "{schedule}"),
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


def test_the_small_workshop_itself_has_no_mistake(make_site: MakeSite) -> None:
    built = make_site(FILES).build()
    assert (built.messages, built.status) == ([], 0)


@pytest.mark.parametrize("case", MISTAKES.values(), ids=MISTAKES.keys())
def test_a_mistake_is_told_once_and_breaks_nothing_else(case: Mistake, make_site: MakeSite) -> None:
    files = FILES | case.files
    built = make_site(files).build()

    assert len(built.messages) == 1, built.messages
    (message,) = built.messages
    line = line_of(files[case.file], case.passage) - case.above
    assert (message.file, message.line) == (case.file, line)
    for part in case.told:
        assert part in message.text
    assert built.status == 1
    for name, text in files.items():
        page = built.page(name.removesuffix(".md"))
        assert words(page)
        if text.startswith("# "):
            heading = page.find("h1")
            assert heading
            assert words(heading).startswith(text.splitlines()[0].removeprefix("# "))


# What is no mistake ----------------------------------------------------------------------------

HARMLESS: dict[str, Files] = {
    "a gap between sessions": changed("program/index.md", "10:30-11:00", "16:30-17:00"),
    "sessions at one time in two rooms": changed(
        "program/index.md", "10:30-11:00\n:kind: break", "09:30-10:30\n:kind: break\n:room: Foyer"
    ),
    "a comment": appended("notes.md", "<!-- of\nno matter -->\n\nA <!-- word --> more."),
    "HTML that is quoted": appended("notes.md", "`<b>`\n\n```html\n<b>\n```"),
    "a web address in angle brackets": appended("notes.md", "<https://example.org>"),
    "a session that names its schedule's day": changed(
        "program/index.md", ":time: 10:30", ":time: 2022-07-22 10:30"
    ),
    "a second schedule for the second day": appended(
        "notes.md",
        "::::{schedule} 2022-07-23\n:::{session} Extra\n:id: extra\n:time: 9:00-10:00\n:::\n::::",
    ),
}


@pytest.mark.parametrize("files", HARMLESS.values(), ids=HARMLESS.keys())
def test_what_is_no_mistake_is_not_told(files: Files, make_site: MakeSite) -> None:
    built = make_site(FILES | files).build()
    assert (built.messages, built.status) == ([], 0)


def test_refused_html_does_not_reach_the_page(make_site: MakeSite) -> None:
    text = "# Notes\n\nSome <b onclick='x()'>bold</b> words.\n\n<script>\nx()\n</script>\n"
    page = make_site({"index.md": text}).build().page("index")
    assert page.find(["b", "script"]) is None
    assert "Some bold words." in words(page)


def test_comments_do_not_reach_the_page(make_site: MakeSite) -> None:
    built = make_site(
        {"index.md": "# Notes\n\n<!-- secret -->\n\nWords <!-- secret -->.\n"}
    ).build()
    assert "secret" not in str(built.page("index"))


def test_several_mistakes_are_all_told_in_the_order_of_lines(make_site: MakeSite) -> None:
    text = "# P\n\n:::{paper} 7\n:authors: ;\n:topic: a\n:pages: many\n:::\n"
    built = make_site({"index.md": text}).build()
    assert [message.line for message in built.messages] == [4, 5, 6]


def test_mistakes_that_only_the_whole_site_shows_are_told_with_parallel_workers(
    make_site: MakeSite,
) -> None:
    twins = added("papers", "more/gamma", "# More\n\n:::{paper} 12\n:authors: Ann Lee\n:::\n")
    one, two = (make_site(FILES | twins).build(f"jobs-{jobs}", jobs=jobs) for jobs in (1, 2))
    assert len(one.messages) == 2
    assert one.messages == two.messages


def test_an_object_that_is_refused_is_still_shown_as_written(make_site: MakeSite) -> None:
    files = FILES | changed("papers/alpha.md", ":topics: inference", ":topic: inference")
    assert "Alpha is found everywhere." in words(make_site(files).build().page("papers/alpha"))


# Mended ----------------------------------------------------------------------------------------


def test_a_wrong_reference_is_told_once_and_gone_when_mended(make_site: MakeSite) -> None:
    site = make_site(FILES | appended("notes.md", "See {paper}`delta`."))
    assert len(site.build().messages) == 1
    site.write(added("papers", "delta", "# Delta\n\n:::{paper} 99\n:authors: Ann Lee\n:::\n"))
    mended = site.build()
    assert mended.messages == []
    assert mended.page("notes").find("a", string="Delta")


def test_a_page_that_refers_to_what_was_deleted_is_told_of(make_site: MakeSite) -> None:
    site = make_site(FILES)
    site.build()
    site.write({"papers/gamma.md": None})
    (message,) = site.build().messages
    assert (message.file, message.line) == ("notes.md", line_of(FILES["notes.md"], "Papers: "))
    assert "unknown paper 'gamma'" in message.text


def test_deleting_one_of_two_with_the_same_id_keeps_the_other(make_site: MakeSite) -> None:
    twin = added("papers", "more/gamma", "# More\n\n:::{paper} 90\n:authors: Ann Lee\n:::\n")
    site = make_site(FILES | twin)
    assert len(site.build().messages) == 1
    site.write({"papers/more/gamma.md": None, "papers/index.md": FILES["papers/index.md"]})
    mended = site.build()
    assert mended.messages == []
    assert mended.inventory("paper")["gamma"] == ("papers/gamma.html", "Gamma rays")
