"""Tables that cannot be made are reported on the line of what is wrong, once, with the remedy."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from planted import Planted, build, path_of, reported
from small_workshop import FILES, appended

if TYPE_CHECKING:
    from engine_fixtures import MakeSite
    from inline_site import Built

WIDTHS = "write a whole number for each column, like 30 70, or auto"
SEPARATOR = "write one character other than a double quote, or tab, or space"
ROWS = {
    "csv-table": "1, 2",
    "list-table": "* - a\n  - b",
    "table": "| a | b |\n| - | - |\n| c | d |",
}

TABLES: dict[str, Planted] = {
    "a table with an open quote": Planted(
        '# Page\n\n:::{csv-table} T\n:header: a, b\n\n1, "2\n:::\n',
        3,
        "csv-table: a line cannot be read; put a value that holds a comma between double quotes, "
        'close each quote, and write one within a value twice, as ""',
    ),
    "a table with widths for other columns": Planted(
        "# Page\n\n:::{csv-table} T\n:class: x\n:widths: 1 2 3\n\n1, 2\n:::\n",
        5,
        "csv-table: the table has 2 columns; write as many numbers at ':widths:'",
    ),
    "a table without rows": Planted(
        "# Page\n\n:::{csv-table} T\n:header: a, b\n:::\n",
        3,
        "csv-table: it holds nothing; write its rows under an empty line below its options, or "
        "delete it",
    ),
    "a table with too many headers": Planted(
        "# Page\n\n:::{csv-table} T\n:header-rows: 1\n\n1, 2\n:::\n",
        4,
        "csv-table: the table has 1 rows; write a smaller number at ':header-rows:'",
    ),
    **{
        f"a {table} whose {option} is '{value}'": Planted(
            f"# Page\n\n:::{{{table}}} T\n:class: x\n:{option}: {value}\n\n{ROWS[table]}\n:::\n",
            5,
            f"{table}: {option} {problem}: {remedy}",
        )
        for table, option, value, problem, remedy in (
            ("csv-table", "widths", "wide", "'wide' cannot be read", WIDTHS),
            ("csv-table", "widths", "", "is empty", WIDTHS),
            ("csv-table", "widths", "30% 70%", "'30% 70%' cannot be read", WIDTHS),
            ("list-table", "widths", "0 1", "'0 1' cannot be read", WIDTHS),
            ("table", "widths", "1,2,", "'1,2,' cannot be read", WIDTHS),
            ("csv-table", "delim", "semicolon", "'semicolon' cannot be read", SEPARATOR),
            ("csv-table", "delim", "", "is empty", SEPARATOR),
            ("csv-table", "delim", "10", "'10' cannot be read", SEPARATOR),
            ("csv-table", "quote", "''", "is empty", "write one character"),
            (
                "list-table",
                "header-rows",
                "many",
                "'many' cannot be read",
                "write a whole number, like 1",
            ),
            (
                "list-table",
                "stub-columns",
                "-1",
                "'-1' cannot be read",
                "write a whole number, like 1",
            ),
            ("table", "align", "middle", "'middle' cannot be read", "write left, center or right"),
            (
                "csv-table",
                "width",
                "wide",
                "'wide' cannot be read",
                "write a length, like 20em or 50%",
            ),
        )
    },
    "a list as a table with stubs alone": Planted(
        "# Page\n\n:::{list-table}\n:stub-columns: 2\n\n* - a\n  - b\n:::\n",
        4,
        "list-table: the table has 2 columns; write a smaller number at ':stub-columns:'",
    ),
    "a table of Markdown with widths for other columns": Planted(
        "# Page\n\n:::{table}\n:widths: 1 2 3\n\n| a | b |\n| - | - |\n| c | d |\n:::\n",
        4,
        "table: the table has 2 columns; write as many numbers at ':widths:'",
    ),
    "a list as a table with uneven rows": Planted(
        "# Page\n\n:::{list-table}\n\n* - a\n  - b\n* - c\n:::\n",
        3,
        "list-table: row 2 has 1 cells, row 1 has 2; give all rows as many",
    ),
    "a list as a table without cells": Planted(
        "# Page\n\n:::{list-table}\n\nWords.\n:::\n",
        3,
        "list-table: a row is not a list of cells; begin each row with '* - ' and its further "
        "cells with '  - '",
    ),
}

HARMLESS: dict[str, Planted] = {
    "tables with options": Planted(
        "# Page\n\n:::{csv-table} T\n:header: a; b\n:delim: ;\n:quote: '!'\n:widths: 30, 70\n\n"
        "1; !2; 3!\n:::\n\n:::{csv-table} T\n:delim: tab\n:widths: auto\n:header-rows: 1\n\n"
        "1\t2\n3\t4\n:::\n\n:::{list-table}\n:header-rows: 1\n:stub-columns: 1\n:width: 50%\n\n"
        "* - a\n  - b\n* - c\n  - d\n:::\n\n"
        ":::{table} T\n:widths: grid\n:align: center\n\n| a | b |\n| - | - |\n| c | d |\n:::\n"
    ),
}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """Return the site of all pages."""
    return build(TABLES | HARMLESS, "plants", tmp_path_factory.mktemp("planted"))


@pytest.mark.parametrize("title", TABLES)
def test_a_mistake_in_a_table_is_reported_once_with_line_and_remedy(
    title: str, built: Built
) -> None:
    page = TABLES[title]
    assert reported(built, path_of(title, page, "plants")) == [(page.line, page.message)]


@pytest.mark.parametrize("title", HARMLESS)
def test_tables_that_can_be_made_are_not_reported(title: str, built: Built) -> None:
    path = path_of(title, HARMLESS[title], "plants")
    assert reported(built, path) == []
    assert len(built.page(path.removesuffix(".md"))("table")) == 4


def test_a_figure_whose_width_is_empty_is_reported_and_shown(make_site: MakeSite) -> None:
    # docutils ends the build with a traceback there.
    drawing = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"></svg>'
    text = ":::{figure} map.svg\n:alt: A map\n:figwidth:\n:::"
    built = make_site(FILES | appended("notes.md", text) | {"map.svg": drawing}).build()
    (message,) = built.messages
    assert "figure: figwidth is empty: write a length, like 20em or 50%, or image" in message.text
    assert built.page("notes").find("figure")
