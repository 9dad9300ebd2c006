"""Reads Excel workbooks (.xlsx), zip files of CSV, and YAML lists of entries, as tables."""

from __future__ import annotations

import re
import zlib
from io import BytesIO
from typing import TYPE_CHECKING, Any
from zipfile import BadZipFile, ZipFile

from ..core.errors import CommandError
from ..core.extras import module
from .decoding import LARGEST, decode
from .tables import MOST_ROWS, Row, Sheet, separated

if TYPE_CHECKING:
    from collections.abc import Iterator

ZIP = b"PK\x03\x04"
"""What a workbook begins with, as every zip file does."""

# openpyxl has no exception of its own for this. Broken XML is a SyntaxError; its values, names and
# parts that are missing are the others.
_BROKEN = (
    SyntaxError,
    ValueError,
    TypeError,
    LookupError,
    ArithmeticError,
    AttributeError,
    OSError,
)

# A list of mappings, perhaps under one name: `committee:` and `- role: …`.
_LIST = re.compile(r"(?:\s*(?:#.*|---)?\n|[\w-]+:[ \t]*\n)*\s*-\s+[\w-]+:(?:\s|$)")


def sheets(data: bytes) -> list[Sheet]:
    """Return the sheets that have rows; formulas are their results.

    Raises:
        CommandError: it is neither a workbook nor has CSV files, or is broken or too large.
    """
    try:
        with ZipFile(BytesIO(data)) as file:
            if sum(info.file_size for info in file.infolist()) > LARGEST * 4:
                raise CommandError("the file is too large when it is unpacked; import it in parts")
            names = file.namelist()
            found = [*_workbook(data)] if "xl/workbook.xml" in names else [*_csv_files(file)]
    # An encrypted file raises RuntimeError, an unknown compression NotImplementedError.
    except (BadZipFile, EOFError, zlib.error, RuntimeError, NotImplementedError):
        raise CommandError("the file is broken, cut off or encrypted; save it again") from None
    if not any(found):
        raise CommandError("the file has no sheet with rows; export it again")
    return [Sheet.of(rows) for rows in found if rows]


def _workbook(data: bytes) -> Iterator[list[Row]]:
    openpyxl = module("openpyxl", "import")
    try:
        book = openpyxl.load_workbook(
            BytesIO(data), read_only=True, data_only=True, keep_links=False
        )
        for sheet in book.worksheets:
            yield [*_rows(sheet)]
    except _BROKEN as error:
        raise CommandError(
            f"the workbook is broken ({type(error).__name__}); save it again, or save its sheet "
            "as CSV"
        ) from error


def _csv_files(file: ZipFile) -> Iterator[list[Row]]:
    names = [name for name in file.namelist() if name.lower().endswith(".csv")]
    if not names:
        raise CommandError("this zip file holds no workbook and no CSV file; unpack it first")
    for name in names:
        data = file.read(name)
        if data.strip():
            rows = separated(decode(data)[0], ",")
            yield [Row(f"{row.where} of {name}", row.cells) for row in rows]


def _rows(sheet: Any) -> Iterator[Row]:
    """Yield the rows of a sheet that are not empty."""
    unescape = module("openpyxl.utils.escape", "import").unescape
    sheet.reset_dimensions()  # some programs write wrong ones
    for number, cells in enumerate(sheet.iter_rows(values_only=True), start=1):
        if number > MOST_ROWS:
            raise CommandError(f"a sheet has more than {MOST_ROWS:,} rows; import it in parts")
        if any(cell is not None for cell in cells):
            # Excel writes a carriage return in a cell as `_x000D_`.
            texts = ["" if cell is None else unescape(str(cell)) for cell in cells]
            yield Row(f"row {number} of '{sheet.title}'", [t.replace("\r", "") for t in texts])


def is_yaml(text: str) -> bool:
    """Return whether a text begins as a YAML list of entries does: Mini-Conf's speakers."""
    return _LIST.match(text.lstrip("\ufeff").replace("\r\n", "\n")[:4000]) is not None


def yaml_rows(text: str) -> list[Row]:
    """Return the rows of a YAML list: first the names that entries have, then each entry's values.

    Raises:
        CommandError: the YAML is broken, or no list.
    """
    yaml = module("yaml", "import")
    try:
        data = yaml.safe_load(text.lstrip("\ufeff"))
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise CommandError(f"line {line}: the YAML is broken ({error.problem}); fix it") from None
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        raise CommandError(f"the YAML is broken ({error}); fix it") from None
    if isinstance(data, dict):
        data = next((found for found in data.values() if isinstance(found, list)), None)
    found = [entry for entry in data or () if isinstance(entry, dict)]
    if not found or len(found) > MOST_ROWS:
        raise CommandError("the YAML holds no list of entries, or too many; write `- name: …`")
    names = list(dict.fromkeys(str(name) for entry in found for name in entry))
    values = ([_cell(entry.get(name)) for name in names] for entry in found)
    entries = [Row(f"entry {number}", cells) for number, cells in enumerate(values, start=1)]
    return [Row("the entries", names), *entries]


def _cell(value: Any) -> str:
    if isinstance(value, list):
        return "; ".join(map(_cell, value))
    return "" if value is None or isinstance(value, dict) else str(value)
