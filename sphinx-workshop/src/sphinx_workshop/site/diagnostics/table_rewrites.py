"""Says in plain words what docutils says of tables that it cannot make."""

from __future__ import annotations

from .flaws import FENCES
from .rewrite import rewrite

TABLE_REWRITES = (
    rewrite(
        "docutils",
        r'Error with CSV data in "csv-table" directive',
        FENCES,
        lambda m, site: (
            "csv-table: a line cannot be read; put a value that holds a comma between double "
            'quotes, close each quote, and write one within a value twice, as ""'
        ),
    ),
    rewrite(
        "docutils",
        r'The "([\w-]+)" directive requires content; none supplied|'
        r'The "([\w-]+)" directive is empty; content required',
        FENCES,
        lambda m, site: (
            f"{m[1] or m[2]}: it holds nothing; write its rows under an empty line below its "
            "options, or delete it"
        ),
    ),
    rewrite(
        "docutils",
        r'Error parsing content block for the "list-table" directive: uniform .*?'
        r"row (\d+) does not contain the same number of items as row 1 \((\d+) vs (\d+)\)",
        FENCES,
        lambda m, site: (
            f"list-table: row {m[1]} has {m[2]} cells, row 1 has {m[3]}; give all rows as many"
        ),
    ),
    rewrite(
        "docutils",
        r'Error parsing content block for the "list-table" directive',
        FENCES,
        lambda m, site: (
            "list-table: a row is not a list of cells; begin each row with '* - ' and its further "
            "cells with '  - '"
        ),
    ),
    rewrite(
        "docutils",
        r'Error parsing content block for the "table" directive',
        FENCES,
        lambda m, site: "table: it holds one table of Markdown and nothing else; correct its rows",
    ),
)
