"""Turns the bytes of an export into text, whatever program has written them."""

from __future__ import annotations

import codecs

from ..core.errors import CommandError

LARGEST = 128 * 1024 * 1024  # bytes; 20,000 submissions with abstracts need about 40 MiB

# The longer marks first: that of UTF-32 begins with that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_OTHER_FILES = {
    b"\xd0\xcf\x11\xe0": "an old Excel workbook; save it as .xlsx or CSV, or export tab-separated",
    b"%PDF": "a PDF; choose the export of the submission system",
    b"\x1f\x8b": "a compressed file; unpack it first",
}


_CUT = "the file is cut off inside a character; its last row may be incomplete"


def decode(data: bytes) -> tuple[str, str]:
    """Return the text of a file, and a remark where something had to be guessed.

    Raises:
        CommandError: it is empty, or no text.
    """
    for start, what in _OTHER_FILES.items():
        if data.startswith(start):
            raise CommandError(f"this is {what}")
    encoding = next((name for mark, name in _MARKS if data.startswith(mark)), "utf-8")
    data, remark = data.removeprefix(codecs.BOM_UTF8), ""
    if encoding == "utf-8" and b"\0" in data:
        raise CommandError(
            "the file holds zero bytes: it is not text, or UTF-16 without its mark; save it "
            "as UTF-8"
        )
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        if error.reason in {"unexpected end of data", "truncated data"}:
            text, remark = data[: error.start].decode(encoding), _CUT
        elif encoding == "utf-8":
            text, remark = _mixed(data)
        else:
            raise CommandError(
                f"the file is not the {encoding.upper()} that it says it is (byte {error.start}); "
                "save it as UTF-8"
            ) from None
    if not text.strip():
        raise CommandError("the file is empty; export it again")
    return text, remark


def _mixed(data: bytes) -> tuple[str, str]:
    """Return a text of which some lines are Windows' Latin-1, as old exports are."""
    lines, others = [], []
    for number, line in enumerate(data.split(b"\n"), start=1):
        try:
            lines.append(line.decode("utf-8"))
        except UnicodeDecodeError:
            others.append(number)
            lines.append(_latin(line))
    shown = ", ".join(map(str, others[:5])) + (", …" if len(others) > 5 else "")
    remark = f"lines {shown} are not UTF-8 and are read as Latin-1; check their accents"
    return "\n".join(lines), remark


def _latin(line: bytes) -> str:
    try:
        return line.decode("windows-1252")
    except UnicodeDecodeError:
        return line.decode("latin-1")
