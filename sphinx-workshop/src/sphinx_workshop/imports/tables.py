"""Reads tables: text separated by tabs, commas or semicolons, and Excel's XML of 2003."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import lru_cache, partial
from io import StringIO
from typing import TYPE_CHECKING, Literal

from ..core.errors import CommandError
from ..core.suggest import suggest
from .cleaning import clean
from .columns import Subject, needed
from .safe_xml import events

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from xml.etree.ElementTree import Element

MOST_ROWS = 200_000
_MOST_COLUMNS = 2_000
_HEADER_WITHIN = 50  # rows: titles may stand above the header
_LONGEST_CELL = 1_000_000
_SEPARATORS = "\t,;"
_SHEET = "{urn:schemas-microsoft-com:office:spreadsheet}"


@dataclass(frozen=True, slots=True)
class Row:
    """The cells of a row; `where` names it as an editor or Excel does."""

    where: str
    cells: Sequence[str]


@dataclass(frozen=True, slots=True)
class Table:
    """The header's names, compared without case and stray spaces, and the rows below."""

    header: list[str]
    rows: list[Row]

    def has(self, name: str) -> bool:
        """Return whether there is a column of this name."""
        return _key(name) in self.header

    def unread(self, read: Iterable[str]) -> list[str]:
        """Return the names of the columns that are not read: others, and second ones of a name."""
        known = {_key(name) for name in read}
        others = dict.fromkeys(name for name in self.header if name and name not in known)
        again = sorted(name for name in known if self.header.count(name) > 1)
        return [
            *others,
            *(f"{name} (the first is read, of {self.header.count(name)})" for name in again),
        ]

    def cell(self, row: Row, name: str) -> str:
        """Return a row's cell in a column; empty where the row or the table ends before."""
        index = self.header.index(_key(name)) if self.has(name) else len(row.cells)
        return row.cells[index] if index < len(row.cells) else ""

    def odd(self, row: Row) -> str:
        """Return what is wrong with the number of a row's cells, or nothing."""
        cells, columns = len(row.cells), len(self.header)
        if cells > columns and any(cell.strip() for cell in row.cells[columns:]):
            return (
                f"it has {cells} cells under {columns} columns; a tab or a separator stands "
                "inside a cell: take it away, or export as XML"
            )
        return ""


@lru_cache(maxsize=4096)  # columns are asked for in each row
def _key(name: str) -> str:
    return clean(name).casefold()


@dataclass(frozen=True, slots=True)
class Sheet:
    """The first rows of a table, as `_key` writes cells, and what reads all rows."""

    head: list[list[str]]
    rows: Callable[[], list[Row]]

    @classmethod
    def of(cls, rows: list[Row]) -> Sheet:
        """Return the sheet of rows that are read."""
        return cls([[*map(_key, row.cells)] for row in rows[:_HEADER_WITHIN]], lambda: rows)

    def table(self, wanted: Sequence[str]) -> Table:
        """Return the table whose header holds all wanted columns.

        Raises:
            CommandError: no row holds them.
        """
        keys, rows = {*map(_key, wanted)}, self.rows()
        for index, row in enumerate(rows[:_HEADER_WITHIN]):
            header = [*map(_key, row.cells)]
            if keys <= {*header}:
                below = rows[index + 1 :]
                return Table(header, [r for r in below if any(c.strip() for c in r.cells)])
        best = max(rows[:_HEADER_WITHIN], key=lambda r: len(keys & {*map(_key, r.cells)}))
        there = [*map(_key, best.cells)]
        missing = next(name for name in wanted if _key(name) not in there)
        names = ", ".join(f"'{clean(cell)[:40]}'" for cell in best.cells[:12])
        raise CommandError(
            f"{best.where}: there is no column '{missing}'{suggest(_key(missing), there)}; "
            f"the first columns are {names}. Export it too, or name another"
        )

    def has_columns(self, wanted: Sequence[str]) -> bool:
        """Return whether one of the first rows names all wanted columns."""
        return any({*map(_key, wanted)} <= {*header} for header in self.head)

    def about(self, subject: Subject) -> list[str]:
        """Return the columns by which the sheet is about a subject, empty where it is not."""
        return next(filter(None, (needed(header, subject) for header in self.head)), [])


def text_sheets(text: str) -> list[Sheet]:
    """Return what a text is if tabs, commas or semicolons separate its cells, the likely first."""
    lines = text.lstrip("\ufeff")[:200_000].splitlines()
    first = next((line for line in lines if line.strip()), "")
    head = [line for line in lines[:_HEADER_WITHIN] if len(line) < _LONGEST_CELL // 10]
    return [
        Sheet(
            [[*map(_key, cells)] for line in head for cells in csv.reader([line], delimiter=sign)],
            partial(separated, text, sign),
        )
        for sign in sorted(_SEPARATORS, key=first.count, reverse=True)
    ]


def with_columns(sheets: Iterable[Sheet], wanted: Sequence[str]) -> Table | None:
    """Return the table of the first sheet whose header holds all wanted columns, else None."""
    return next((sheet.table(wanted) for sheet in sheets if sheet.has_columns(wanted)), None)


def about(sheets: Iterable[Sheet], subject: Subject) -> Table | None:
    """Return the table of the first sheet whose header is that of a subject, else None."""
    return next((sheet.table(found) for sheet in sheets if (found := sheet.about(subject))), None)


def separated(text: str, character: str) -> list[Row]:
    """Return the rows of a separated text, read with quotes unless they make no sense.

    Raises:
        CommandError: there are none, or far too many.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n").lstrip("\ufeff").replace("\0", "")
    quoted = _rows(text, character)
    rows = quoted
    if quoted is None or ('"' in text and _odd_rows(quoted)):
        # A title may hold a single quote; where cells are quoted, every row has the same length.
        plain = _rows(text, character, quotes=False)
        if plain and (quoted is None or _odd_rows(plain) < _odd_rows(quoted)):
            rows = plain
    if not rows:
        raise CommandError("the file has no rows; export it again")
    return rows


def _rows(text: str, character: str, *, quotes: bool = True) -> list[Row] | None:
    """Return the rows, or None where the quotes make no sense."""
    csv.field_size_limit(_LONGEST_CELL)
    quoting: Literal[0, 3] = csv.QUOTE_MINIMAL if quotes else csv.QUOTE_NONE
    lines = StringIO(text, newline="")
    reader = csv.reader(lines, delimiter=character, quoting=quoting, strict=quotes)
    rows: list[Row] = []
    start = 1
    try:
        for cells in reader:
            rows.append(Row(f"line {start}", cells if quotes else [*map(_unquoted, cells)]))
            start = reader.line_num + 1
            if len(rows) > MOST_ROWS:
                raise CommandError(f"the file has more than {MOST_ROWS:,} rows; import it in parts")
    except csv.Error as error:
        if not quotes:
            raise CommandError(f"line {start}: {error}; fix the row, or export as XML") from None
        return None
    return rows


def _unquoted(cell: str) -> str:
    """Return what stands in a cell of quotes; one that has no end stays as it is."""
    whole = len(cell) > 1 and cell[0] == cell[-1] == '"'
    inside = cell[1:-1].replace('""', "")
    return cell[1:-1].replace('""', '"') if whole and '"' not in inside else cell


def _odd_rows(rows: list[Row]) -> int:
    """Return how many rows have not the most common length."""
    lengths = [len(row.cells) for row in rows if row.cells]
    return len(lengths) - max((lengths.count(n) for n in {*lengths}), default=0)


def excel_xml(text: str) -> Iterator[list[Row]]:
    """Yield the rows of each sheet of Excel's XML of 2003; formulas are their results, as text.

    Raises:
        CommandError: the XML is broken, cut off, or holds entities of its own.
    """
    rows: list[Row] = []
    for event, element in events(text, ("start", "end")):
        if event == "start" and element.tag == f"{_SHEET}Worksheet":
            rows = []
        elif event == "end" and element.tag == f"{_SHEET}Row":
            rows.append(_excel_row(element, len(rows)))
            element.clear()
        elif event == "end" and element.tag == f"{_SHEET}Worksheet":
            yield rows
            element.clear()


def _excel_row(element: Element, before: int) -> Row:
    """Return a row; cells that are left out because they are empty are counted."""
    number = before + 1
    cells: list[str] = []
    for cell in element.findall(f"{_SHEET}Cell"):
        index = cell.get(f"{_SHEET}Index", "")
        if index.isascii() and index.isdigit() and len(cells) < int(index) <= _MOST_COLUMNS:
            cells += [""] * (int(index) - 1 - len(cells))
        data = cell.find(f"{_SHEET}Data")
        cells.append("".join(data.itertext()) if data is not None else "")
        across = cell.get(f"{_SHEET}MergeAcross", "0")
        if across.isascii() and across.isdigit():
            cells += [""] * min(int(across), _MOST_COLUMNS)
        if len(cells) > _MOST_COLUMNS:
            raise CommandError(
                f"row {number} has more than {_MOST_COLUMNS:,} columns; export again"
            )
    return Row(f"row {number}", cells)
