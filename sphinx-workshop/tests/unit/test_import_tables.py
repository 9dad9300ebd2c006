"""Tables explain themselves: their columns, separators, ids and marks are recognized."""

from __future__ import annotations

import shlex
from typing import TYPE_CHECKING

import pytest

from sphinx_workshop.imports.cleaning import separator, with_semicolons
from sphinx_workshop.imports.columns import recognized

if TYPE_CHECKING:
    from import_site import ImportSite

MINI_CONF = (
    "UID,title,authors,abstract,keywords,sessions\n"
    "B1xSperKvH,Learning $\\alpha$ Fields,Ann Lee|Bo Ray|Cleo Fox,"
    '"We learn.\n\nA second paragraph with \\texttt{code}.",meadows|lenses,Mon S1|Tue S2\n'
    "SkgpBJrtvS,Of Grass,Eve Doe|Li Wei,Short.,grass,Mon S1\n"
)


def test_mini_confs_table_needs_no_option(site: ImportSite) -> None:
    done = site.import_(MINI_CONF)
    assert done.numbers == "csv: 2 papers read; 2 written, 0 unchanged, 0 changed, 0 skipped"
    assert site.page("learning-alpha-fields") == (
        "# Learning $\\alpha$ Fields\n\n:::{paper} B1xSperKvH\n"
        ":authors: Ann Lee; Bo Ray; Cleo Fox\n:keywords: meadows; lenses\n\n"
        "We learn.\n\nA second paragraph with `code`.\n:::\n"
    )
    assert "Columns that are not read" not in done.out
    assert "0 written, 2 unchanged" in site.import_(MINI_CONF).numbers


def test_a_dry_run_prints_the_mapping_three_rows_and_the_command(site: ImportSite) -> None:
    done = site.import_(MINI_CONF, "--dry-run")
    command = (
        "--columns number=uid,title=title,authors=authors,summary=abstract,keywords=keywords,"
        "sessions=sessions"
    )
    assert command in done.out
    assert "    authors: Ann Lee; Bo Ray; Cleo Fox\n" in done.out
    assert "    title: Of Grass\n" in done.out
    assert site.ids() == []
    again = site.import_(MINI_CONF, f"--columns={command.removeprefix('--columns ')}")
    assert "2 written" in again.numbers


@pytest.mark.parametrize(
    ("header", "number", "title", "authors"),
    [
        (["#", "Title", "Authors"], "#", "title", "authors"),
        (["Abstract", "AUTHOR NAMES", "Paper Title", "Paper ID"], "paper id", "paper title",
         "author names"),
        (["ID", "pid", "title", "author(s)"], "pid", "title", "author(s)"),
    ],
)  # fmt: skip
def test_common_headers_are_known_in_any_case_and_order(
    header: list[str], number: str, title: str, authors: str
) -> None:
    found = recognized(name.casefold() for name in header)
    assert (found["number"], found["title"], found["authors"]) == (number, title, authors)


def test_awards_and_boards_come_from_their_columns(site: ImportSite) -> None:
    done = site.import_(
        "Paper ID,Title,Authors,Award,Poster Board\n7,Alpha,Ann Lee,Best poster,12.0\n"
    )
    assert done.code == 0, done.err
    assert ":award: Best poster\n:board: 12\n" in site.page("alpha")


@pytest.mark.parametrize(
    ("cells", "mark", "first"),
    [
        (["A B|C D", "E F"], "|", "A B; C D"),
        (["A B; C D"], ";", "A B; C D"),
        (["A B (X; Y)|C D (Z)"], "|", "A B (X, Y); C D (Z)"),
        (["one\ntwo"], "\n", "one; two"),
        (["A B, C D and E F"], "", "A B, C D and E F"),
        (["A B (X|Y)"], "", "A B (X|Y)"),
    ],
)
def test_the_separator_is_found_from_the_column(cells: list[str], mark: str, first: str) -> None:
    assert separator(cells) == mark
    assert with_semicolons(cells[0], mark) == first


TABLE = "id,title,authors\n7,Alpha,Ann Lee; Bo Ray*\n8,Beta,Eve Doe† (North)*; Li Wei\n"


def test_a_second_column_of_a_name_is_reported(site: ImportSite) -> None:
    done = site.import_("id,title,authors,Title,note\n7,Alpha,Ann Lee,Beta,x\n")
    assert "not read (2):\n  note\n  title (the first is read, of 2)\n" in done.out
    assert site.ids() == ["alpha"]


def test_a_quote_without_an_end_leaves_the_others_as_they_are(site: ImportSite) -> None:
    site.import_('id,title,authors\n7,"An ""odd"" one",Ann Lee\n8,"Beta,Bo Ray\n9,C,Cy Fox\n')
    titles = [site.page(id).partition("\n")[0] for id in site.ids()]
    assert titles == ['# "Beta', "# C", '# An "odd" one']


@pytest.mark.parametrize("data", ["Title,Authors\nAlpha,Ann Lee\n", "- title: A\n  authors: B\n"])
def test_a_table_without_numbers_is_rejected_with_the_remedy(data: str, site: ImportSite) -> None:
    done = site.import_(data)
    assert done.code == 1
    assert "no column with the submissions' numbers; add one, `ID`" in done.err


def test_marks_after_names_are_left_out_and_reported_once(site: ImportSite) -> None:
    done = site.import_(TABLE)
    assert done.out.count("after names means something else") == 1
    assert ":authors: Ann Lee; Bo Ray\n" in site.page("alpha")
    assert ":authors: Eve Doe (North); Li Wei\n" in site.page("beta")


def test_marks_mean_what_the_mapping_says(site: ImportSite) -> None:
    done = site.import_(TABLE, "--columns=*=presenting,†=nothing")
    assert "after names means" not in done.out
    assert ":authors: Ann Lee; Bo Ray*\n" in site.page("alpha")
    assert ":authors: Eve Doe* (North); Li Wei\n" in site.page("beta")


def test_marks_may_mean_equal_contribution_and_corresponding_authors(site: ImportSite) -> None:
    table = "id,title,authors\n7,Alpha,Ann Lee*†; Bo Ray*=; Cy Fox (E = mc Lab)\n"
    done = site.import_(table, "--columns=*=equal,†=corresponding,==presenting")
    assert "after names means" not in done.out
    assert ":authors: Ann Lee=†; Bo Ray*=; Cy Fox (E = mc Lab)\n" in site.page("alpha")
    assert "Unchanged" in site.import_(table).out
    reported = "--columns: '*' cannot mean 'equals'; did you mean 'equal'?"
    assert reported in site.import_(table, "--columns=*=equals").err


def test_a_mapping_may_stand_in_a_file(site: ImportSite) -> None:
    path = site.folder / "columns.txt"
    path.write_text("# ours\nnumber=Nr\ntitle=Name, of it\nauthors=Who\n", encoding="utf-8")
    table = 'Nr,"Name, of it",Who\nDemo-129,Alpha,Ann Lee\n'
    done = site.import_(table, f"--columns={path}")
    assert "1 written" in done.numbers
    assert ":::{paper} Demo-129\n" in site.page("alpha")
    assert "no file" in site.import_(table, "--columns=missing.txt").err


def test_a_row_that_is_left_out_is_reported_with_its_status(site: ImportSite) -> None:
    table = "id,title,authors,decision\n7,Alpha,Ann Lee,ACCEPT\n8,Beta,Bo Ray,no decision\n"
    done = site.import_(table)
    assert "line 3: submission 8 is left out: its decision is 'no decision'" in done.out
    assert site.ids() == ["alpha"]


def test_the_command_of_a_dry_run_works_as_printed_whatever_columns_are_called(
    site: ImportSite,
) -> None:
    table = 'id,"title, it\'s in full",authors\n7,Alpha,Ann Lee\n'
    columns = 'number=id,"title=title, it\'s in full",authors=authors'
    (printed,) = (
        line.strip()
        for line in site.import_(table, "--dry-run", f"--columns={columns}").out.splitlines()
        if line.startswith("  --columns ")
    )
    again = site.import_(table, *shlex.split(printed))
    assert "1 written" in again.numbers
