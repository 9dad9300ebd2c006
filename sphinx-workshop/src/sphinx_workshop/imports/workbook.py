"""Reads the sheets of an Excel workbook (.xlsx) as tables."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Any
from zipfile import BadZipFile, ZipFile

from ..core.errors import CommandError
from ..core.extras import module
from .decoding import LARGEST
from .tables import MOST_ROWS, Row

if TYPE_CHECKING:
    from collections.abc import Iterator

ZIP = b"PK\x03\x04"
"""What a workbook begins with, as every zip file does."""


def sheets(data: bytes) -> list[list[Row]]:
    """Return the rows of each sheet that has any; formulas are their results.

    Raises:
        CommandError: it is no workbook, or a broken or too large one.
    """
    _check(data)
    openpyxl = module("openpyxl", "import")
    try:
        book = openpyxl.load_workbook(
            BytesIO(data), read_only=True, data_only=True, keep_links=False
        )
        found = [[*_rows(sheet)] for sheet in book.worksheets]
    except CommandError:
        raise
    # openpyxl raises whatever its parsers do.
    except Exception as error:
        raise CommandError(
            f"the workbook is broken ({type(error).__name__}); save it again, or save its sheet "
            "as CSV"
        ) from None
    if not any(found):
        raise CommandError("the workbook has no sheet with rows; export it again")
    return [rows for rows in found if rows]


def _check(data: bytes) -> None:
    try:
        with ZipFile(BytesIO(data)) as file:
            files = {info.filename: info.file_size for info in file.infolist()}
    except BadZipFile:
        raise CommandError("the file is cut off; save it again") from None
    if "xl/workbook.xml" not in files:
        raise CommandError("this is a zip file, and no Excel workbook; unpack it first")
    if sum(files.values()) > LARGEST * 4:
        raise CommandError("the workbook is too large when it is unpacked; import it in parts")


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
