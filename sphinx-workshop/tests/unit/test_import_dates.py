"""Dates of tables become deadlines of their page; what stands there stays."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from conference_exports import workbook
from entry_pages import DATES, page, site_with_pages
from sphinx_workshop.imports.entries import moment_text

if TYPE_CHECKING:
    from pathlib import Path

    from import_site import ImportSite


@pytest.fixture
def site(tmp_path: Path) -> ImportSite:
    return site_with_pages(tmp_path)


def test_dates_are_added_after_those_that_are_there(site: ImportSite) -> None:
    table = (
        "Deadline;Date;Time zone;Notes\n"
        "Submission deadline;2016-03-16 23:59;AoE;\n"
        'Author notification;"April 12th, 2016";;"Mails go out."\n'
        "Camera ready;05/06/2016;;\n"
        "Party;2016-07-22 18:00;PST;\n"
        ";2016-07-22;;\n"
    )
    done = site.import_(table)
    assert done.numbers == "dates: 2 entries read; 1 written, 0 unchanged, 0 changed, 3 skipped"
    added = (
        "\n:::{deadline} Author notification\n:id: author-notification\n:when: 2016-04-12\n\n"
        "Mails go out.\n:::\n"
    )
    assert page(site, "call-for-papers/dates") == DATES.replace(
        "\n:::{calendar}", f"{added}\n:::{{calendar}}"
    )
    assert "when is '2016-03-15 23:59 AoE' there, and '2016-03-16 23:59 AoE' here" in done.out
    assert "line 4: 'Camera ready': '05/06/2016' is no date; write a day, like" in done.out
    assert "zone 'PST' is unknown; write AoE, UTC, +02:00 or a name" in done.out
    assert "line 6: it has no title; write one" in done.out
    assert "0 written, 1 unchanged" in site.import_(table).numbers


def test_a_date_that_stands_on_another_page_is_not_added_again(site: ImportSite) -> None:
    program = "# Program\n\n:::{deadline} Slides\n:id: slides\n:when: 2016-07-20\n:::\n"
    site.write("program/index.md", program)
    assert "0 written, 1 unchanged" in site.import_("Deadline,Date\nSlides,2016-07-20\n").numbers
    assert page(site, "call-for-papers/dates") == DATES


def test_a_table_that_has_a_former_date_still_is_told_from_one_that_has_a_new_one(
    site: ImportSite,
) -> None:
    path = site.folder / "call-for-papers/dates.md"
    extended = DATES.replace(":when: ", ":was: 2016-03-08; 2016-03-01\n:when: ")
    path.write_text(extended, encoding="utf-8")
    for date, reported in (
        ("2016-03-08", "'2016-03-08' here, which it was before\n"),
        ("2016-03-22", "when is '2016-03-15 23:59 AoE' there, and '2016-03-22' here\n"),
    ):
        assert reported in site.import_(f"Deadline,Date\nSubmission deadline,{date}\n").out
    assert page(site, "call-for-papers/dates") == extended


def test_a_list_of_talks_is_not_taken_for_dates(site: ImportSite) -> None:
    done = site.import_("id,title,date,speaker\n7,Of Grass,2016-07-22,Ann Lee\n")
    assert "the file is not a known export; say which columns are which" in done.err


def test_dates_of_a_workbook_are_days(site: ImportSite) -> None:
    rows: list[list[object]] = [["What", "When"], ["Notification", "2016-04-12 00:00:00"]]
    done = site.import_(workbook(Dates=rows))
    assert "1 written" in done.numbers
    assert ":when: 2016-04-12\n" in page(site, "call-for-papers/dates")


@pytest.mark.parametrize(
    ("when", "zone", "read"),
    [
        ("2016-05-23", "", "2016-05-23"),
        ("2016-05-23T23:59:00", "anywhere on earth", "2016-05-23 23:59 AoE"),
        ("Monday, 23rd May 2016", "AoE", "2016-05-23"),
        ("Sept. 1, 2016, 11:59 p.m. (UTC-12)", "", "2016-09-01 23:59 -12:00"),
        ("Mar 1 2016 at 12:05am GMT+1", "", "2016-03-01 00:05 +01:00"),
        ("1 May 2016 9:00 Europe/Paris", "", "2016-05-01 9:00 Europe/Paris"),
    ],
)
def test_dates_are_read_as_they_are_written(when: str, zone: str, read: str) -> None:
    assert moment_text(when, zone) == read


@pytest.mark.parametrize(
    "when",
    [
        "",
        "soon",
        "05/06/2016",
        "31 June 2016",
        "2016-05-23 23:59",
        "Mayday 5 2016",
        "5 May",
        "9999-12-31",
    ],
)
def test_dates_that_are_not_certain_are_rejected(when: str) -> None:
    with pytest.raises(ValueError, match=r"write|is no|correct|day is out of range|must be in"):
        moment_text(when)


def test_a_date_of_a_title_that_was_there_is_left_out_and_reported(site: ImportSite) -> None:
    done = site.import_("deadline,date\nHay,2016-03-01\nhay,2016-03-02\n")
    assert "line 3: 'hay' is listed already (line 2); give it another title" in done.out
    assert "1 written, 0 unchanged, 0 changed, 1 skipped" in done.numbers
    assert "Deleted by hand" not in done.out
