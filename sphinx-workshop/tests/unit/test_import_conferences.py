"""EasyChair's, Indico's and HotCRP's exports become papers, as their systems have them."""

from __future__ import annotations

import io
import json
import sys
from typing import TYPE_CHECKING, Any
from zipfile import ZipFile

import pytest

from conference_exports import (
    AUTHORS,
    Given,
    as_csv,
    authors,
    easychair,
    indico_csv,
    indico_json,
    submissions,
    workbook,
)
from import_site import CMT_HEADER, ImportSite, cmt_row

if TYPE_CHECKING:
    from pathlib import Path


PEOPLE = [("Børge  ", "van der Ray", "North (Old; New)"), ("Ann", "Lee", "South"), ("李", "明", "")]
PAPERS = [
    Given(7, 'Of "Grass" & $\\alpha$', "We look.\n\nTwice, at 50\\%.", PEOPLE),
    Given(8, "Hay", "Short.", decision="reject"),
    Given(9, "Straw", "Short.", decision="no decision"),
    Given(10, "Clover", "Short.", deleted="✔"),
]
TEXT = "We look.\n\nTwice, at 50%.\n:::\n"


@pytest.fixture
def site(tmp_path: Path) -> ImportSite:
    site = ImportSite(tmp_path)
    site.configure(keywords_by="authors")
    return site


# EasyChair --------------------------------------------------------------------------------------


def test_easychairs_workbook_gives_authors_in_order_with_affiliations(site: ImportSite) -> None:
    done = site.import_(easychair(PAPERS))
    assert done.numbers == "easychair: 1 papers read; 1 written, 0 unchanged, 0 changed, 3 skipped"
    assert site.page("grass-alpha") == (
        '# Of "Grass" & $\\alpha$\n\n:::{paper} 7\n'
        ":authors: Børge van der Ray (North [Old; New]); Ann Lee (South); 李 明\n"
        ":keywords: grass; hay\n\n" + TEXT
    )
    assert "submission 8 is left out: its decision is 'reject'" in done.out
    assert "submission 9 is left out: its decision is 'no decision'" in done.out
    assert "submission 10 is left out: it is deleted" in done.out
    assert "secret" not in done.out
    assert not any(b"secret" in data for data in site.files().values())
    unread = done.out.partition("Columns that are not read")[2].replace("  ", "").splitlines()
    assert {"email", "country", "corresponding?", "form fields"} <= {*unread}
    assert "0 written, 1 unchanged" in site.import_(easychair(PAPERS)).numbers


def test_easychairs_table_of_submissions_is_read_without_affiliations(site: ImportSite) -> None:
    done = site.import_(as_csv(submissions(PAPERS)))
    assert done.numbers.startswith("easychair: 1 papers read; 1 written")
    assert ":authors: Børge van der Ray; Ann Lee; 李 明\n" in site.page("grass-alpha")
    assert "it has no affiliations; the Excel file, or a zip file with author.csv" in done.out


def test_easychairs_tables_in_a_zip_file_say_what_the_workbook_says(site: ImportSite) -> None:
    assert "1 written" in site.import_(easychair(PAPERS)).numbers
    both = {"submission.csv": as_csv(submissions(PAPERS)), "author.csv": as_csv(authors(PAPERS))}
    done = site.import_(_zip(**both))
    assert done.numbers == "easychair: 1 papers read; 0 written, 1 unchanged, 0 changed, 3 skipped"


def test_easychairs_authors_alone_are_named_as_what_they_are(site: ImportSite) -> None:
    done = site.import_(as_csv([AUTHORS, [7, "Ann", "Lee", "", "", "", "", 1, "yes"]]))
    assert "these are EasyChair's authors alone; import its submissions" in done.err


# Workbooks --------------------------------------------------------------------------------------


def test_any_sheet_with_common_headers_or_named_ones_is_read(site: ImportSite) -> None:
    rows: list[list[object]] = [
        ["Our papers"],
        [],
        ["Paper ID", "Title", "Author names"],
        [7.0, "Alpha", "Ann Lee"],
    ]
    notes: list[list[object]] = [["x", "y"], [1, None]]
    assert "1 written" in site.import_(workbook(Notes=notes, Papers=rows)).numbers
    assert ":::{paper} 7\n" in site.page("alpha")
    other: list[list[object]] = [["Nr", "Name", "Who"], ["B1xS", "Beta_x000D_\nDecay", "Bo Ray"]]
    done = site.import_(
        workbook(Notes=notes, Papers=other), "--columns=number=Nr,title=Name,authors=Who"
    )
    assert "1 written" in done.numbers
    assert site.page("beta-decay").startswith("# Beta Decay\n\n:::{paper} B1xS\n")


def test_cmts_sheet_is_known_in_a_workbook(site: ImportSite) -> None:
    row = cmt_row(Paper_ID="7", Paper_Title="Alpha", Author_Names="Lee, Ann*")
    done = site.import_(workbook(Papers=[["Papers"], CMT_HEADER, row]))
    assert done.numbers.startswith("cmt: 1 papers read; 1 written")


def _zip(**files: str) -> bytes:
    file = io.BytesIO()
    with ZipFile(file, "w") as zipped:
        for name, content in files.items():
            zipped.writestr(name.replace("_", "/"), content)
    return file.getvalue()


@pytest.mark.parametrize(
    ("data", "reported"),
    [
        (_zip(paper="x"), "this zip file holds no workbook and no CSV file; unpack it first"),
        (_zip(**{"xl_workbook.xml": "<"}), "the workbook is broken"),
        (easychair(PAPERS)[:900], "the file is broken, cut off or encrypted; save it again"),
        (workbook(Sheet=[]), "no sheet with rows"),
        (workbook(Sheet=[["Colour", "Size"], [1, 2]]), "not a known export"),
    ],
)
def test_a_workbook_that_cannot_be_read_says_why(
    site: ImportSite, data: bytes, reported: str
) -> None:
    done = site.import_(data)
    assert (done.code, done.err.count("\n")) == (1, 1)
    assert reported in done.err


def test_a_missing_reader_of_workbooks_is_named_with_the_command_that_installs_it(
    site: ImportSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = easychair(PAPERS)
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    done = site.import_(data)
    assert "openpyxl is not installed; run: pip install 'sphinx-workshop[import]'" in done.err


# Indico -----------------------------------------------------------------------------------------


def test_indicos_contributions_give_all_authors_and_who_presents(site: ImportSite) -> None:
    done = site.import_(indico_json(PAPERS[:1]))
    assert done.numbers == "indico: 1 papers read; 1 written, 0 unchanged, 0 changed, 0 skipped"
    assert site.page("grass-alpha") == (
        '# Of "Grass" & $\\alpha$\n\n:::{paper} 7\n'
        ":authors: Børge van der Ray (North [Old; New]); Ann Lee (South); 李 明*\n"
        ":keywords: grass; hay\n:board: 12\n\n" + TEXT
    )
    assert "secret" not in done.out
    unread = done.out.partition("Columns that are not read")[2].replace("  ", "").splitlines()
    assert {"type", "startDate", "duration", "room"} <= {*unread}


def test_indicos_table_says_the_same_without_affiliations(site: ImportSite) -> None:
    done = site.import_(indico_csv(PAPERS[:1]))
    assert done.numbers == "indico: 1 papers read; 1 written, 0 unchanged, 0 changed, 0 skipped"
    page = site.page("grass-alpha")
    assert ":authors: Børge van der Ray; Ann Lee; 李 明*\n" in page
    assert page.endswith(TEXT)


def test_a_contribution_without_authors_is_by_who_presents_it(site: ImportSite) -> None:
    event = json.loads(indico_json([Given(7, "Alpha", "x")]))
    event["results"][0]["contributions"][0]["primaryauthors"] = []
    site.import_(json.dumps(event))
    assert ":authors: Ann Lee* (North)\n" in site.page("alpha")


def test_a_presenter_who_is_no_author_is_reported(site: ImportSite) -> None:
    event = json.loads(indico_json([Given(7, "Alpha", "x")]))
    speaker = {"fullName": "Fox, Cleo", "affiliation": ""}
    event["results"][0]["contributions"][0]["speakers"] = [speaker]
    done = site.import_(json.dumps(event))
    assert ":authors: Ann Lee (North)\n" in site.page("alpha")
    assert "the presenter 'Cleo Fox' is none of the authors" in done.out


def paper(pid: int, title: str, **more: Any) -> dict[str, Any]:
    person = {"email": "secret@mail.example", "first": "Ann (Nan)", "last": "Lee", "contact": True}
    authors = [person | {"affiliation": "North; South"}, {"name": "Bo Ray"}]
    values = {
        "object": "paper",
        "pid": pid,
        "title": title,
        "authors": authors,
        "status": "accepted",
    }
    return {**values, "abstract": r"We learn $x^2$." + "\n\nMore.", "topics": ["Grass"], **more}


def test_papers_become_pages(site: ImportSite) -> None:
    done = site.import_(json.dumps([paper(7, "Alpha"), paper(8, "Beta", decision="Accepted talk")]))
    assert done.numbers == "hotcrp: 2 papers read; 2 written, 0 unchanged, 0 changed, 0 skipped"
    assert site.page("alpha") == (
        "# Alpha\n\n:::{paper} 7\n:authors: Ann (Nan) Lee (North; South); Bo Ray\n\n"
        "We learn $x^2$.\n\nMore.\n:::\n"
    )
    assert "Columns that are not read (1):\n  topics\n" in done.out
    assert "secret" not in done.out
    assert not any(b"secret" in text for text in site.files().values())


@pytest.mark.parametrize(
    ("fields", "word"),
    [
        ({"status": "withdrawn"}, "status is 'withdrawn'"),
        ({"status": "submitted"}, "status is 'submitted'"),
        ({"status": "inprogress"}, "status is 'inprogress'"),
        ({"status": "submitted", "decision": "Rejected"}, "decision is 'Rejected'"),
        ({"status": "accepted", "decision": "Not accepted"}, "decision is 'Not accepted'"),
    ],
)
def test_what_is_not_accepted_is_named_with_its_word(
    site: ImportSite, fields: dict[str, str], word: str
) -> None:
    done = site.import_(json.dumps([paper(7, "Alpha", **fields)]))
    assert f"submission 7 is left out: its {word}" in done.out
    assert site.ids() == []


def test_its_csv_is_read_as_a_table(site: ImportSite) -> None:
    table = (
        "\ufeffID,Title,Authors,Abstract,Decision,Contacts\r\n"
        '7,"Of ""Grass"" & $x$","Ann Lee (North; South); Børge Ray",We look.,Accepted (oral),x\r\n'
        "\r\n"
        "8,Hay,Cleo Fox,Short.,Rejected,x\r\n"
    )
    done = site.import_(table)
    assert done.numbers == "csv: 1 papers read; 1 written, 0 unchanged, 0 changed, 1 skipped"
    assert site.page("grass-x") == (
        '# Of "Grass" & $x$\n\n:::{paper} 7\n:authors: Ann Lee (North; South); Børge Ray\n\n'
        "We look.\n:::\n"
    )
    assert "submission 8 is left out: its decision is 'Rejected'" in done.out
    assert "Columns that are not read (1):\n  contacts\n" in done.out
