"""`paper` and `session` write what contributors had to copy by hand, and make nothing up."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from import_site import ImportSite
from sphinx_workshop.core.page_hints import ALL, page_note
from sphinx_workshop.site.diagnostics.source_checks import Hints

AUTHORS = "Ann Lee* (North; South); Bo Ray"


@pytest.fixture
def site(tmp_path: Path) -> ImportSite:
    found = ImportSite(tmp_path)
    found.write("program/index.md", "# Program\n")
    found.write("call-for-papers/topics/index.md", "# Topics\n")
    topic = "# Inference\n\n:::{topic} Inference\n:::\n"
    found.write("call-for-papers/topics/inference.md", topic)
    return found


def test_a_session_is_unknown_where_there_is_no_schedule(site: ImportSite) -> None:
    (site.folder / "program/index.md").unlink()
    done = site.run("paper", *PAPER, "--sessions=posters")
    assert "unknown session 'posters'; no session has a similar id" in done.err


def test_a_papers_page_has_everything_in_place(site: ImportSite) -> None:
    done = site.run("paper", "--title", "A <b> & C", "--number=7", "--authors", AUTHORS)
    assert done.code == 0, done.err
    text = site.page("b-c")
    assert text.startswith(f"# A \\<b\\> & C\n\n:::{{paper}} 7\n:authors: {AUTHORS}\n\n% ")
    assert text.endswith("\n:::\n")
    assert ":topics: (of inference)" in text
    assert "b-c.md is written" in done.out


def test_given_values_are_written_and_not_asked_for(site: ImportSite) -> None:
    more = ["--topics=inference", "--keywords=a; b", "--arxiv=2207.00001", "--pages=8", "--id=mine"]
    site.run("paper", "--title=T", "--number=7", "--authors", AUTHORS, *more)
    text = site.page("mine")
    assert ":topics: inference\n:keywords: a; b\n:arxiv: 2207.00001\n:pages: 8\n" in text
    assert "(of inference)" not in text


PAPER = ["--title=T", "--number=7", f"--authors={AUTHORS}"]


@pytest.mark.parametrize(
    ("arguments", "reported"),
    [
        (["--title=T"], "a paper's page needs NUMBER"),
        (["--title=T", "--number=8"], "a paper's page needs AUTHORS"),
        (["--title= ", *PAPER[1:]], "TITLE is missing"),
        ([*PAPER, "--number=x"], "NUMBER 'x': write a whole number"),
        ([*PAPER, "--authors=A (B"], "authors 'A (B'"),
        ([*PAPER, "--topics=infrence"], "unknown topic 'infrence'; did you mean 'inference'?"),
        ([*PAPER, "--number=1"], "has a submission number that is taken already (number 1: "),
        ([*PAPER, "--id=there"], "id 'there' is taken"),
        ([*PAPER, "--id=index"], "id 'index' is taken"),
        ([*PAPER, "--id=../x"], "an id has lower-case letters"),
        ([*PAPER, "--code=javascript:x"], "web address"),
    ],
)
def test_a_mistake_is_reported_and_nothing_is_written(
    site: ImportSite, monkeypatch: pytest.MonkeyPatch, arguments: list[str], reported: str
) -> None:
    monkeypatch.setattr("sys.stdin.isatty", lambda: False, raising=False)
    page = "# There\n\n:::{paper} 1\n:authors: Ann Lee\n:::\n"
    site.write("program/papers/there.md", page)
    before = site.files()
    done = site.run("paper", *arguments)
    assert done.code == 1
    assert reported in done.err
    assert site.files() == before


def test_what_is_missing_is_asked_for_where_somebody_can_answer(
    site: ImportSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = iter(["7", AUTHORS])
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    monkeypatch.setattr("builtins.input", lambda _: next(answers))
    site.run("paper", "--title=Alpha")
    assert f":::{{paper}} 7\n:authors: {AUTHORS}\n" in site.page("alpha")


def test_sessions_are_put_in_order_on_the_workshops_first_day(site: ImportSite) -> None:
    site.run("session", "--title=Late talk", "--time=11:00-12:00")
    done = site.run("session", "--title=Wine & `cheese`", "--time=9:00-10:00", "--kind=break")
    assert (done.code, done.err) == (0, "")
    assert site.read("program/index.md") == (
        "# Program\n\n::::::{schedule} 2016-07-22\n\n"
        ":::::{session} Wine & `cheese`\n:id: wine-cheese\n:time: 09:00-10:00\n:kind: break\n"
        ":::::\n\n"
        ":::::{session} Late talk\n:id: late-talk\n:time: 11:00-12:00\n:kind: talk\n:::::\n\n"
        "::::::\n"
    )


def test_a_session_may_present_a_paper_on_another_day(site: ImportSite) -> None:
    site.run("paper", *PAPER, "--id=mine")
    done = site.run("session", "--paper=mine", "--time=9:00-9:15", "--day=2016-07-23")
    assert done.code == 0, done.err
    assert "{schedule} 2016-07-23\n\n:::::{session}\n:time: 09:00-09:15\n:paper: mine\n" in (
        site.read("program/index.md")
    )


def test_speakers_are_people_with_an_entry_or_authors(site: ImportSite) -> None:
    site.run("paper", *PAPER)
    people = "# People\n\n:::{person} Cleo Fox\n:::\n"
    site.write("program/speakers.md", people)
    arguments = ["--title=T", "--time=9:00-10:00", "--speakers=ann-lee; cleo-fox"]
    assert site.run("session", *arguments).code == 0


SESSION = ["--title=New", "--time=13:00-14:00"]


@pytest.mark.parametrize(
    ("arguments", "reported"),
    [
        (["--title=New", "--time=1"], "TIME '1': write start and end"),
        (["--title=New", "--time=10:00-9:00"], "not after its start"),
        (["--time=13:00-14:00"], "needs a title, or the paper"),
        ([*SESSION, "--kind=tlak"], "did you mean 'talk'?"),
        ([*SESSION, "--speakers=nobody"], "unknown person 'nobody'"),
        ([*SESSION, "--paper=nothing"], "unknown paper 'nothing'"),
        ([*SESSION, "--day=2016-07-25"], "the workshop lasts from 2016-07-22 to 2016-07-23"),
        ([*SESSION, "--day=Friday"], "DAY 'Friday'"),
        ([*SESSION, "--time=2016-07-23 9:00-10:00"], "names another day"),
        ([*SESSION, "--id=there"], "session 'there' is declared already"),
        ([*SESSION, "--id=There"], "write 'there'"),
        (["--title=New", "--time=11:30-13:00"], "begins at 11:30, before session 'there' in the"),
        (["--title=New", "--time=10:30-11:30"], "begins at 11:00, before session 'new' in the"),
        ([*SESSION, "--block=nothing"], "unknown session 'nothing'"),
        (
            [*SESSION, "--block=there"],
            "is not within session 'there', which is in 'Hall' from 11:00 to 12:00",
        ),
        (["--title=New", "--time=11:30-13:00", "--room=Hall"], "same room ends at 12:00"),
    ],
)
def test_a_session_that_would_not_build_is_rejected(
    site: ImportSite, arguments: list[str], reported: str
) -> None:
    site.run("session", "--title=There", "--time=11:00-12:00")
    before = site.files()
    done = site.run("session", *arguments)
    assert done.code == 1
    assert reported in done.err
    assert site.files() == before


def test_a_mistake_that_stands_there_already_is_no_hindrance(site: ImportSite) -> None:
    mistaken = "# Dates\n\n:::{deadline} Submission\n:id: submission\n:when: soon\n:::\n"
    (site.folder / "call-for-papers/dates.md").write_text(mistaken, encoding="utf-8")
    assert site.run("session", *SESSION).code == 0


def test_a_part_is_put_under_its_block(site: ImportSite) -> None:
    site.run("session", "--title=There", "--time=11:00-12:00")
    done = site.run("session", "--title=New", "--time=11:00-11:10", "--block=there")
    assert (done.code, done.err) == (0, "")
    schedule = site.read("program/index.md")
    assert schedule.index(":block: there") > schedule.index(":id: there")


def test_another_room_has_room(site: ImportSite) -> None:
    site.run("session", "--title=There", "--time=11:00-12:00")
    assert site.run("session", "--title=New", "--time=11:30-13:00", "--room=Annex").code == 0


def test_the_time_of_a_cancelled_session_is_free(site: ImportSite) -> None:
    cancelled = ("--title=There", "--time=11:00-12:00", "--status=cancelled")
    former = "2016-07-22 10:00-11:00"
    assert site.run("session", *cancelled, f"--was={former}").code == 0
    assert f":was: {former}\n" in site.read("program/index.md")
    done = site.run("session", "--title=New", "--time=11:30-12:30")
    assert (done.code, done.err) == (0, "")


TEMPLATE = Path(__file__).parents[2] / "template"
PAGES = [p for p in sorted(TEMPLATE.rglob("*.md*")) if not p.name.startswith("README")]
# In comments, too, but examples of what is written.
EXAMPLE = re.compile(r":{3,}.*|:[a-z]+: .*|")


hint_in = Hints(ALL).first_in


@pytest.mark.parametrize("path", PAGES, ids=[str(p.relative_to(TEMPLATE)) for p in PAGES])
def test_a_comment_of_a_new_site_s_page_is_a_known_hint(path: Path) -> None:
    comments = re.findall(r"^% ?(.*)$", path.read_text(encoding="utf-8"), re.MULTILINE)
    unknown = [c for c in comments if not (EXAMPLE.fullmatch(c) or hint_in(c))]
    assert unknown == []


def test_pages_of_a_new_site_have_hints() -> None:
    assert any(hint_in(path.read_text(encoding="utf-8")) for path in PAGES)


@pytest.mark.parametrize("given", [{}, {"topics", "keywords"}])
def test_the_note_of_a_new_paper_is_a_known_hint(given: set[str]) -> None:
    lead, more, *options = page_note(given).splitlines()
    assert (bool(hint_in(lead)), bool(hint_in(more))) == (True, True)
    assert options


def test_a_summary_with_some_of_the_words_is_no_hint() -> None:
    assert hint_in("One or two sentences of summary are what nobody sees.") is None
