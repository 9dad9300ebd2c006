"""Tables and figures that cannot be made are located errors, in all that docutils says."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from planted import Planted, build, path_of, reported
from small_workshop import FILES, appended

if TYPE_CHECKING:
    from engine_fixtures import MakeSite
    from inline_site import Built

TABLES: dict[str, Planted] = {
    "a table of rows with an open quote": Planted(
        '# Page\n\n:::{csv-table} T\n:header: a, b\n\n1, "2\n:::\n',
        3,
        'Error with CSV data in "csv-table" directive: unexpected end of data',
    ),
    "a table with an empty option": Planted(
        "# Page\n\n:::{csv-table} T\n:delim:\n\n1, 2\n:::\n",
        3,
        'Error with CSV data in "csv-table" directive: "delimiter" must be a 1-character string',
    ),
    "a table whose option cannot be read": Planted(
        "# Page\n\n:::{table} T\n:align: middle\n\n| a | b |\n| - | - |\n| c | d |\n:::\n",
        4,
        "table: align 'middle' cannot be read: \"middle\" unknown; choose from "
        '"left", "center", or "right"',
    ),
    "a list as a table with uneven rows": Planted(
        "# Page\n\n:::{list-table}\n\n* - a\n  - b\n* - c\n:::\n",
        3,
        'Error parsing content block for the "list-table" directive: uniform two-level bullet list '
        "expected, but row 2 does not contain the same number of items as row 1 (1 vs 2).",
    ),
}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """Return the site of all pages."""
    return build(TABLES, "plants", tmp_path_factory.mktemp("planted"))


@pytest.mark.parametrize("title", TABLES)
def test_a_mistake_in_a_table_is_reported_once_with_its_line(title: str, built: Built) -> None:
    page = TABLES[title]
    assert reported(built, path_of(title, page, "plants")) == [(page.line, page.message)]


def test_a_figure_whose_width_is_empty_is_reported_and_shown(make_site: MakeSite) -> None:
    # docutils alone ends the build with a traceback there.
    drawing = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"></svg>'
    text = ":::{figure} map.svg\n:alt: A map\n:figwidth:\n:::"
    built = make_site(FILES | appended("notes.md", text) | {"map.svg": drawing}).build()
    (message,) = built.messages
    assert 'figure: figwidth is empty: "" is no valid measure' in message.text
    assert built.page("notes").find("figure")
