"""No address, reviewer or other secret of an export reaches a file or the report."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from import_site import CMT_HEADER, ImportSite, cmt, cmt_row, excel, note, notes

if TYPE_CHECKING:
    from collections.abc import Callable

PAIR = cmt([7, "Alpha", "Lee, Ann*; Ray, Bo"], [12, "Beta decay", "Fox, Cleo"])


SECRETS = {
    "mail": "secret.person@example.org",
    "reviewer": "Rita Reviewer",
    "conflict": "Conrad Conflict",
    "id": "~Secret_Person1",
}


def assert_no_secret(site: ImportSite, out: str) -> None:
    written = {n: data.decode() for n, data in site.files().items() if n != "conf.py"}
    assert written
    for name, text in (written | {"the report": out}).items():
        for secret in (*SECRETS.values(), "@example", "secret.person", "Secret_Person"):
            assert secret not in text, f"{secret} is in {name}"


def as_text(*rows: list[str]) -> str:
    return cmt(*rows, header=CMT_HEADER)


def as_excel(*rows: list[str]) -> str:
    return excel([CMT_HEADER, *rows])


@pytest.mark.parametrize("column", CMT_HEADER)
@pytest.mark.parametrize("write", [as_text, as_excel])
def test_an_address_in_any_column_of_cmts_reaches_no_file(
    site: ImportSite, column: str, write: Callable[[list[str]], str]
) -> None:
    row = cmt_row(
        Paper_ID="7", Paper_Title="Alpha", Author_Names="Lee, Ann", Abstract="It is here.",
        Authors="Ann Lee (North)",
    )  # fmt: skip
    cell = row[CMT_HEADER.index(column)]
    planted = {
        "Paper ID": "7",
        "Status": "Accept",
        "Authors": f"Ann Lee (North; {SECRETS['mail']})*; Bo <{SECRETS['mail']}>",
        "Author Names": f"Lee, Ann ({SECRETS['mail']}); {SECRETS['mail']}",
    }.get(column, f"{cell} {SECRETS['mail']}; <{SECRETS['mail']}>")
    row[CMT_HEADER.index(column)] = planted
    done = site.import_(write(row))
    assert "1 written" in done.numbers
    assert_no_secret(site, done.out)


def test_reviewers_and_conflicts_of_cmts_reach_no_file(site: ImportSite) -> None:
    read = {"Paper ID", "Paper Title", "Abstract", "Authors", "Author Names", "Status", "Files"}
    row = cmt_row(Paper_ID="7", Paper_Title="Alpha", Author_Names="Lee, Ann")
    for index, column in enumerate(CMT_HEADER):
        if column not in read:
            row[index] = "; ".join(SECRETS.values())
    row[CMT_HEADER.index("Files")] = SECRETS["reviewer"]
    done = site.import_(cmt(row, header=CMT_HEADER))
    assert "1 written" in done.numbers
    assert_no_secret(site, done.out)


def test_a_secret_number_status_or_files_reaches_no_report(site: ImportSite) -> None:
    rows = [
        cmt_row(Paper_ID=SECRETS["mail"], Paper_Title="Alpha", Author_Names="Lee, Ann"),
        cmt_row(Paper_ID="8", Paper_Title="Alpha", Author_Names="A B", Status=SECRETS["mail"]),
        cmt_row(Paper_ID="9", Paper_Title=SECRETS["mail"], Author_Names="Lee, Ann"),
        cmt_row(Paper_ID="10", Paper_Title="Alpha", Author_Names=SECRETS["mail"]),
    ]
    done = site.import_(cmt(*rows, header=CMT_HEADER))
    assert "4 skipped" in done.numbers
    columns = "--columns=number=Paper ID,title=Paper Title,authors=Author Names,status=Status"
    again = site.import_(cmt(*rows, header=CMT_HEADER), columns)
    assert "4 skipped" in again.numbers
    for secret in ("@example", "secret.person"):
        assert secret not in done.out + again.out


@pytest.mark.parametrize("api", [1, 2])
def test_secrets_in_any_field_of_a_note_reach_no_file(site: ImportSite, api: int) -> None:
    secret = "; ".join(SECRETS.values())
    found = note(
        7,
        f"Alpha {SECRETS['mail']}",
        ["Ann Lee", SECRETS["mail"], f"Bo Ray <{SECRETS['mail']}>"],
        authorids=[SECRETS["id"], SECRETS["mail"]],
        abstract=f"Words {SECRETS['mail']} words.",
        keywords=["lens", SECRETS["mail"]],
        venue="W",
        reviewers=secret,
        _bibtex=secret,
        pdf=secret,
        paperhash=secret,
        supplementary=secret,
    )
    found |= {name: [secret] for name in ("signatures", "readers", "writers", "details", "tauthor")}
    if api == 1:
        found["content"] = {name: field["value"] for name, field in found["content"].items()}
    done = site.import_(notes(found))
    assert "1 written" in done.numbers
    assert ":authors: Ann Lee; Bo Ray\n" in site.page("alpha")
    assert_no_secret(site, done.out)


def test_characters_that_a_terminal_obeys_reach_no_report(site: ImportSite) -> None:
    done = site.import_(
        cmt([7, "A\x1b[31mlpha\x07", "Lee\x1b]0;x\x07, Ann"], ["\x1b[2J", "B", "C"])
    )
    assert "\x1b" not in done.out
    assert "\x07" not in done.out
