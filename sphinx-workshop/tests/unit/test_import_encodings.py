"""Exports are decoded in whatever encoding they are, or rejected with a remedy."""

from __future__ import annotations

import pytest

from sphinx_workshop.core.errors import CommandError
from sphinx_workshop.imports.decoding import decode

TEXT = "Kožek, Médard “quoted” naïve\nsecond line\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_unicode_is_read_with_and_without_its_mark(encoding: str) -> None:
    found = decode(TEXT.encode(encoding))
    assert found.text == TEXT
    assert not found.remarks


@pytest.mark.parametrize("end", ["le", "be"])
def test_both_orders_of_bytes_are_read(end: str) -> None:
    assert decode(f"\ufeff{TEXT}".encode(f"utf-16-{end}")).text == TEXT


@pytest.mark.parametrize("encoding", ["latin-1", "windows-1252"])
def test_latin_is_read_and_reported_by_its_lines(encoding: str) -> None:
    text = "plain\nMédard naïve\nplain\n"
    found = decode(text.encode(encoding))
    assert found.text == text
    assert found.remarks == ("lines 2 are not UTF-8 and are read as Latin-1; check their accents",)


@pytest.mark.parametrize(
    ("data", "reported"),
    [
        (b"", "empty"),
        (b" \n\t\r\n", "empty"),
        (b"\xff\xfe", "empty"),
        (b"\xd0\xcf\x11\xe0...", "old Excel workbook"),
        (b"%PDF-1.7", "PDF"),
        (b"\x1f\x8b\x08", "compressed"),
        ("Paper ID".encode("utf-16-le"), "UTF-16 without its mark"),
        (b"\xff\xfe\x00\xd8A\x00", "not the UTF-16 that it says"),
    ],
)
def test_what_is_no_text_is_rejected_with_a_remedy(data: bytes, reported: str) -> None:
    with pytest.raises(CommandError, match=reported):
        decode(data)
