"""Turns the bytes of an export into text, whatever program has written them."""

from __future__ import annotations

import codecs
from dataclasses import dataclass

from ..core.errors import CommandError

LARGEST = 128 * 1024 * 1024  # bytes; 20,000 submissions with abstracts need about 40 MiB

# The longer marks first: that of UTF-32 begins with that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_OTHER_FILES = {
    b"\xd0\xcf\x11\xe0": "an old Excel workbook; save it as .xlsx or CSV, or export tab-separated",
    b"%PDF": "a PDF; choose the export of the submission system",
    b"\x1f\x8b": "a compressed file; unpack it first",
}


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text of a file, and what had to be guessed."""

    text: str
    remarks: tuple[str, ...] = ()


def decode(data: bytes) -> Decoded:
    """Return the text of a file.

    Raises:
        CommandError: it is empty, or no text.
    """
    for start, what in _OTHER_FILES.items():
        if data.startswith(start):
            raise CommandError(f"this is {what}")
    if not data.strip():
        raise CommandError("the file is empty; export it again")
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _marked(data, encoding)
    if b"\0" in data:
        raise CommandError(
            "the file holds zero bytes: it is no text, or UTF-16 without its mark; save it as UTF-8"
        )
    return _unmarked(data)


def _marked(data: bytes, encoding: str) -> Decoded:
    """Decode what says its encoding; the end may be cut off inside a letter."""
    # The decoder keeps what is incomplete at the end; anything else that is wrong it rejects.
    decoder = codecs.getincrementaldecoder(encoding)()
    try:
        text = decoder.decode(data)
        rest = decoder.getstate()[0]
    except UnicodeDecodeError as error:
        if encoding == "utf-8-sig":
            return _unmarked(data.removeprefix(codecs.BOM_UTF8))
        raise CommandError(
            f"the file is not the {encoding.upper()} that it says it is (byte {error.start}); "
            "save it as UTF-8"
        ) from None
    if not text.strip():
        raise CommandError("the file is empty; export it again")
    return Decoded(text, (_CUT,) if rest else ())


_CUT = "the file is cut off inside a letter; its last row may be incomplete"


def _unmarked(data: bytes) -> Decoded:
    """Decode UTF-8; lines that are not are taken for Windows' Latin-1, as old exports are."""
    try:
        return Decoded(data.decode("utf-8"))
    except UnicodeDecodeError as error:
        if error.reason == "unexpected end of data":
            return Decoded(data[: error.start].decode("utf-8"), (_CUT,))
    lines, others = [], []
    for number, line in enumerate(data.split(b"\n"), start=1):
        try:
            lines.append(line.decode("utf-8"))
        except UnicodeDecodeError:
            others.append(number)
            lines.append(_latin(line))
    shown = ", ".join(map(str, others[:5])) + (", …" if len(others) > 5 else "")
    remark = f"lines {shown} are not UTF-8 and are read as Latin-1; check their accents"
    return Decoded("\n".join(lines), (remark,))


def _latin(line: bytes) -> str:
    try:
        return line.decode("windows-1252")
    except UnicodeDecodeError:
        return line.decode("latin-1")
