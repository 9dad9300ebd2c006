"""Whatever is typed into an option or handed to an importer is read, or rejected in words."""

from __future__ import annotations

import re
from contextlib import suppress
from io import BytesIO
from zipfile import ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conference_exports import workbook
from hostile import texts
from import_site import CMT_HEADER
from records import EVENT
from rejections import CONVERTERS
from sphinx_workshop.core import author_list, fields
from sphinx_workshop.core.errors import CommandError
from sphinx_workshop.core.model import Author, person_id
from sphinx_workshop.imports import formats
from sphinx_workshop.imports.workbook import sheets
from sphinx_workshop.site.content_lint import scheme

# What is nearly right goes further into a converter than what is wrong at once.
NEARLY = st.from_regex(r"[-+−0-9:T ;/.(*)–]{0,24}( AoE| UTC| Europe/Paris|Z| [A-Za-z/_.]{1,12})?")
ANYTHING = st.none() | st.text() | texts() | NEARLY


@pytest.mark.parametrize("name", CONVERTERS)
@given(value=ANYTHING)
def test_an_option_is_read_or_rejected_in_a_sentence(name: str, value: str | None) -> None:
    said = "write"
    try:
        CONVERTERS[name](value)
    except ValueError as error:
        said = str(error)
    # Our own sentence with its remedy, and not one of Python's.
    assert re.search(r"\b(write|choose|delete|put|swap|leave|needs|has)\b", said), said


@given(value=ANYTHING | st.from_regex(r"(?i)\s*(https?|javascript|data|//):?.{0,20}"))
def test_no_address_that_is_accepted_runs_or_stays_here(value: str | None) -> None:
    try:
        found = fields.url(value)
    except ValueError:
        return
    assert scheme(found) in {"http", "https"}


NAMES = texts(";,()*=†@{}").filter(lambda name: author_list.names_in(name) == [name])


@given(st.lists(NAMES, min_size=1, max_size=8, unique=True), st.lists(texts(";()*")))
def test_any_names_and_affiliations_are_read_as_they_are_typed(
    names: list[str], affiliations: list[str]
) -> None:
    places = f" ({'; '.join(affiliations)})" if affiliations else ""
    found = author_list.authors("; ".join(f"{name}{places}" for name in names))
    assert found == tuple(Author(name, tuple(affiliations)) for name in names)


@given(texts())
def test_any_name_makes_an_id_that_is_safe_in_an_address(name: str) -> None:
    assert re.fullmatch(r"[a-z0-9]*(-[a-z0-9]+)*", person_id(name))


def read(data: bytes, columns: str = "") -> None:
    """Read an export as `make import` does."""
    with suppress(CommandError):
        formats.read(data, EVENT.timezone, columns)


@given(st.binary() | st.text().map(str.encode))
def test_any_bytes_are_read_or_rejected(data: bytes) -> None:
    read(data)
    read(data, columns="number=a,title=b,authors=c")


@given(st.lists(st.lists(st.text() | texts(), max_size=len(CMT_HEADER)), max_size=5))
def test_any_table_is_read_or_rejected(rows: list[list[str]]) -> None:
    lines = ["\t".join(CMT_HEADER), *("\t".join(row) for row in rows)]
    read("\n".join(lines).encode("utf-8", "replace"))


@given(st.lists(texts(), max_size=6), st.integers(0, 400), st.integers(0, 400))
def test_any_broken_xml_is_read_or_rejected(cells: list[str], cut: int, at: int) -> None:
    text = (
        '<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">'
        "<Worksheet><Table><Row><Cell><Data>Paper ID</Data></Cell></Row><Row>"
        f"{''.join(f'<Cell><Data>{cell}</Data></Cell>' for cell in cells)}</Row></Table>"
        "</Worksheet></Workbook>"
    )
    read((text[:at] + text[at + cut % 9 :]).encode())
    read(text[:cut].encode())


# Workbooks -------------------------------------------------------------------------------------

VALUES = st.sampled_from(
    ["", "-1", "999999", "x", "1e9", "A0", "ZZ9", "é", "nan", "&#0;", "<", '"']
)


def changed_workbook(part: float, place: float, length: int, text: str) -> bytes:
    """Return a workbook with some characters of one part replaced; the places are fractions."""
    source = ZipFile(BytesIO(workbook(Papers=[["ID", "Title"], [1, "A & B"], [2.5, True]])))
    contents = {name: source.read(name) for name in source.namelist()}
    name = sorted(contents)[int(part * len(contents))]
    start = int(place * len(contents[name]))
    contents[name] = contents[name][:start] + text.encode() + contents[name][start + length :]
    file = BytesIO()
    with ZipFile(file, "w") as target:
        for each, content in contents.items():
            target.writestr(each, content)
    return file.getvalue()


@given(
    part=st.floats(0, 1, exclude_max=True),
    place=st.floats(0, 1),
    length=st.integers(0, 40),
    text=VALUES,
)
def test_a_workbook_with_any_damage_is_read_or_rejected_in_words(
    part: float, place: float, length: int, text: str
) -> None:
    with suppress(CommandError):
        sheets(changed_workbook(part, place, length, text))
