"""Pages that were edited by hand meet a source that has changed: nothing typed is lost."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from import_site import note, notes
from imported_workshop import HOME, Workshop

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

NUMBERS = (*range(1, 7), 9, 10, 12, 13, *range(15, 22), 30, 39)


def commands(report: str) -> list[str]:
    lines = (line.strip() for line in report.splitlines())
    return [line for line in lines if line.startswith("sphinx-workshop ")]


def options(report: str) -> list[str]:
    """Return what each printed command settles: `--keep 1:title`."""
    return [found.partition(" -- ")[0].partition(" --")[2] for found in commands(report)]


# Papers ----------------------------------------------------------------------------------------

Source = dict[int, dict[str, Any]]


def submitted() -> Source:
    return {
        n: {
            "title": f"Paper {n} on $x_{{{n}}}$",
            "authors": [f"Ann{n} Lee", f"Bo{n} Ray"],
            "abstract": f"First words of {n} with $a_{{{n}}} < b$.\n\nSecond paragraph.",
            "keywords": [f"grass {n}"],
        }
        for n in NUMBERS
    }


def exported(source: Source) -> str:
    return notes(*(note(number, **fields) for number, fields in source.items()))


def edit_pages_in_each_way(site: Workshop) -> None:
    def edit(number: int, old: str, new: str) -> None:
        site.replace(site.paper(number).relative_to(site.folder).as_posix(), old, new)

    for n in range(1, 5):
        edit(n, f"# Paper {n} on", f"# A hand's paper {n} on")
    for n in (5, 6):
        edit(n, f"Ann{n} Lee", f"Ánn{n} Q. Lee* (North)")
    for n in (9, 10):
        edit(n, f"First words of {n}", f"A hand's words of {n}")
    for n in (12, 13):
        edit(n, f"$a_{{{n}}} < b$", f"$a_{{{n}}} \\le b$")
    for n in (15, 16, 17):
        site.paper(n).rename(site.papers / f"moved-{n}.md")
    (site.papers / "other").mkdir()
    site.paper(18).rename(site.papers / "other/moved-18.md")
    site.replace("index.md", "program/papers/*\n", "program/papers/*\nprogram/papers/other/*\n")
    for n in (19, 20):
        site.paper(n).unlink()


def change_rows_and_withdraw_some(source: Source) -> None:
    source[1]["title"] = "Another title"
    source[2]["keywords"] = ["hay"]  # a field that no hand has touched
    source[5]["authors"].append("Cy Fox")
    source[9]["abstract"] = "Other words."
    source[12]["abstract"] = source[12]["abstract"].replace("<", r"\ge")
    source[15]["title"] = "Another title of a page that was moved"
    source[19]["title"] = "Another title of a page that was deleted"
    source[30]["title"] = "Another title of 30"
    for n in (4, 16, 20, 39):
        del source[n]


@pytest.fixture
def site(tmp_path: Path) -> Workshop:
    return Workshop(tmp_path)


def test_each_conflict_of_papers_has_a_command_that_settles_it(site: Workshop) -> None:
    source = submitted()
    assert f"{len(NUMBERS)} written" in site.import_(exported(source)).numbers
    site.builds()
    edit_pages_in_each_way(site)
    site.builds()
    before = site.pages()
    change_rows_and_withdraw_some(source)
    done = site.import_(exported(source), "--all")
    assert done.code == 0, done.err
    assert site.pages() == before
    site.builds()
    report = done.out
    assert [found.rpartition("keep ")[2] for found in options(report) if "keep" in found] == [
        "1:title", "5:authors", "9:summary", "12:summary", "4", "16", "39",
    ]  # fmt: skip
    assert [found.rpartition("take ")[2] for found in options(report) if "take" in found] == ["19"]
    hand = {n: site.paper(n).read_bytes() for n in (3, 4, 6, 10, 13)}
    first, *others = commands(report)
    site.run_in_a_shell(first)
    settle_all(site, others)
    updated = site.import_(exported(source), "--update")
    assert "3 changed" in updated.numbers
    site.builds()
    assert {n: site.paper(n).read_bytes() for n in hand} == hand
    words = {n: site.paper(n).read_text(encoding="utf-8") for n in (1, 2, 5, 9, 12, 15, 19, 30)}
    assert "# A hand's paper 1" in words[1]
    assert "# A hand's paper 2" in words[2]
    assert ":keywords: hay" in words[2]
    assert "Ánn5 Q. Lee* (North); Bo5 Ray\n" in words[5]
    assert "A hand's words of 9" in words[9]
    assert r"$a_{12} \le b$" in words[12]
    assert "# Another title of a page that was moved" in words[15]
    assert "# Another title of a page that was deleted" in words[19]
    assert "# Another title of 30" in words[30]
    assert_unchanged(site, exported(source))


def settle_all(site: Workshop, left: list[str]) -> None:
    """Run each command, and see that the next report has it no more."""
    export = site.read("export.txt")
    while left:
        assert sorted(commands(site.import_(export, "--all").out)) == sorted(left)
        site.run_as_printed(left.pop(0))
    assert commands(site.import_(export, "--all").out) == []


def assert_unchanged(site: Workshop, export: str) -> None:
    before = site.files()
    done = site.import_(export)
    assert "Unchanged: no page is written." in done.out
    assert "0 written" in done.numbers
    assert "differences" not in done.numbers
    assert commands(done.out) == []
    assert site.files() == before


def test_a_deleted_page_is_left_alone_until_it_is_asked_for(site: Workshop) -> None:
    source = submitted()
    site.import_(exported(source))
    site.paper(6).unlink()
    source[6]["title"] = "Another title"
    done = site.import_(exported(source))
    assert "Deleted by hand; the command writes it again" in done.out
    assert "the source has changed since: title" in done.out
    done = site.import_(exported(source), "--keep=6")
    assert "the source has changed since" not in done.out
    (command,) = commands(done.out)
    site.run_as_printed(command)
    assert "# Another title" in site.paper(6).read_text(encoding="utf-8")
    assert_unchanged(site, exported(source))


def test_names_that_nothing_has_are_rejected(site: Workshop) -> None:
    source = submitted()
    site.import_(exported(source))
    source[1]["title"] = "Another title"
    before = site.files()
    done = site.import_(exported(source), "--update", "--take=777:title")
    assert done.code == 1
    assert "neither the file nor a page has '777'" in done.err
    assert site.files() == before


# Sessions --------------------------------------------------------------------------------------


def schedule(talks: dict[int, dict[str, Any]]) -> str:
    day = {"index": 1, "rooms": {"Hall": [*talks.values()]}}
    return json.dumps({"schedule": {"conference": {"title": "W", "days": [day]}}})


def talks() -> dict[int, dict[str, Any]]:
    return {
        n: {
            "guid": f"guid-{n}", "code": f"CODE{n}", "title": f"Talk number {n}", "type": "Talk",
            "abstract": f"First words of {n} with $a_{{{n}}} < b$.",
            "date": f"2016-07-22T{8 + n // 2:02}:{n % 2 * 30:02}:00-04:00", "duration": "00:30",
            "persons": [{"name": f"Ann{n} Lee"}],
        }
        for n in range(1, 13)
    }  # fmt: skip


def blocks(text: str) -> Iterator[str]:
    """Yield the sessions of a schedule as they are written."""
    for part in text.split(":::::{session}")[1:]:
        yield part.partition(":::::")[0]


def test_each_conflict_of_sessions_has_a_command_that_settles_it(site: Workshop) -> None:
    site.write("index.md", HOME.replace("program/papers/*\n", ""))
    source = talks()
    assert "written" in site.import_(schedule(source)).numbers
    site.builds()
    page = "program/index.md"
    site.replace(page, "Talk number 1\n", "A hand's talk 1\n")
    site.replace(page, "First words of 2 ", "A hand's words of 2 ")
    site.replace(page, "$a_{3} < b$", r"$a_{3} \le b$")
    site.replace(page, ":time: 10:00-10:30", ":time: 10:05-10:30")
    site.replace(page, "Talk number 5\n", "A hand's talk 5\n")
    text = (site.folder / page).read_text(encoding="utf-8")
    (deleted,) = (found for found in blocks(text) if "Talk number 6\n" in found)
    site.replace(page, f":::::{{session}}{deleted}:::::\n\n", "")
    site.builds()
    before = site.pages()
    source[1]["title"] = "Another title"
    source[2]["abstract"] = "Other words."
    source[4]["date"] = "2016-07-22T15:00:00-04:00"
    source[5]["date"] = "2016-07-22T16:00:00-04:00"
    source[7]["title"] = "Another title of 7"
    for n in (8, 12):
        del source[n]
    done = site.import_(schedule(source))
    assert site.pages() == before
    assert [found.rpartition(" ")[2] for found in options(done.out)] == [
        "talk-number-1:title", "talk-number-2:summary", "talk-number-4:when",
        "talk-number-6", "talk-number-12", "talk-number-8",
    ]  # fmt: skip
    settle_all(site, commands(done.out))
    assert "2 changed" in site.import_(schedule(source), "--update").numbers
    site.builds()
    text = (site.folder / page).read_text(encoding="utf-8")
    sessions = {block.partition("\n")[0].strip(): block for block in blocks(text)}
    assert ":id: talk-number-1\n" in sessions["A hand's talk 1"]
    assert "A hand's words of 2" in sessions["Talk number 2"]
    assert r"$a_{3} \le b$" in sessions["Talk number 3"]
    assert ":time: 10:05-10:30" in sessions["Talk number 4"]
    assert ":time: 16:00-16:30" in sessions["A hand's talk 5"]
    assert "First words of 6" in sessions["Talk number 6"]
    assert ":id: talk-number-7\n" in sessions["Another title of 7"]
    assert "Talk number 8" in sessions
    assert_unchanged(site, schedule(source))
