"""Whatever the source, no field becomes another text without a line in the report."""

from __future__ import annotations

import csv
import io
import json
from collections import Counter
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest

from conference_exports import Given, as_csv, easychair, indico_csv, indico_json, submissions
from dirty_texts import ABSTRACTS, TITLES
from import_site import CMT_HEADER, ImportSite, cmt_row, excel, note, notes
from page_words import page_text, squeezed
from sphinx_workshop.editing.page_text import directives, first_heading, lines_of
from sphinx_workshop.imports import changes
from sphinx_workshop.imports.markup.characters import composed

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

PAIRS = [
    *((f"Paper {number}", text) for number, text in enumerate(ABSTRACTS)),
    *((text, "Short.") for text in TITLES),
]

GIVEN = [Given(number, title, abstract) for number, (title, abstract) in enumerate(PAIRS, start=1)]


def _cmt_excel() -> str:
    rows = [
        cmt_row(Paper_ID=str(n), Paper_Title=title, Abstract=text, Author_Names="Lee, Ann")
        for n, (title, text) in enumerate(PAIRS, start=1)
    ]
    return excel([CMT_HEADER, *rows])


def _table() -> str:
    file = io.StringIO()
    writer = csv.writer(file)
    writer.writerow(["UID", "title", "authors", "abstract", "keywords", "sessions"])
    for number, (title, text) in enumerate(PAIRS, start=1):
        writer.writerow([number, title, "Ann Lee|Bo Ray", text, "grass|hay", "S1"])
    return file.getvalue()


def _notes() -> str:
    return notes(*(note(n, t, ["Ann Lee"], abstract=a) for n, (t, a) in enumerate(PAIRS, 1)))


def _hotcrp() -> str:
    authors = [{"email": "ann@mail.example", "first": "Ann", "last": "Lee"}]
    papers = [
        {"pid": n, "title": title, "abstract": text, "authors": authors, "status": "accepted"}
        for n, (title, text) in enumerate(PAIRS, start=1)
    ]
    return json.dumps(papers)


def _hotcrp_csv() -> str:
    rows = ([n, title, "Ann Lee", a, "Accepted"] for n, (title, a) in enumerate(PAIRS, start=1))
    return as_csv([["ID", "Title", "Authors", "Abstract", "Decision"], *rows])


def _talks() -> str:
    events = [
        {
            "guid": f"g{n}", "code": f"C{n}", "title": title, "abstract": text, "type": "Talk",
            "date": f"2016-07-22T{8 + n // 12:02}:{n % 12 * 5:02}:00-04:00", "duration": "00:05",
            "persons": [],
        }
        for n, (title, text) in enumerate(PAIRS, start=1)
    ]  # fmt: skip
    day = {"index": 1, "rooms": {"Hall": events}}
    return json.dumps({"schedule": {"conference": {"title": "W", "days": [day]}}})


def _xml() -> str:
    """Return the talks as frab writes them."""
    root = ET.Element("schedule")
    conference = json.loads(_talks())["schedule"]["conference"]
    for day in conference["days"]:
        room = ET.SubElement(ET.SubElement(root, "day", date="2016-07-22"), "room", name="Hall")
        for event in day["rooms"]["Hall"]:
            element = ET.SubElement(room, "event", guid=event["guid"], code=event["code"])
            for name in ("title", "abstract", "type", "date", "duration"):
                ET.SubElement(element, name).text = event[name]
    return ET.tostring(root, encoding="unicode")


def papers_shown(site: ImportSite) -> dict[str, tuple[str, str]]:
    """Return title and text of each paper by its number, as its page shows them."""
    found = {}
    for id in site.ids():
        lines = lines_of(site.page(id))
        heading = first_heading(lines)
        (paper,) = directives(lines)
        assert heading is not None
        assert paper.end == len(lines)
        title = page_text(f"# {heading.typed}", marks=True)
        found[paper.argument] = (title, page_text(paper.content.text, marks=True))
    return found


def sessions_shown(site: ImportSite) -> dict[str, tuple[str, str]]:
    lines = lines_of((site.folder / "program/index.md").read_text(encoding="utf-8"))
    (day,) = directives(lines)
    ids = {entry["id"]: code for code, entry in _state(site)["sessions"].items() if code[0] == "g"}
    return {
        ids[found.option("id")].removeprefix("g"): (
            squeezed(found.argument), page_text(found.content.text, marks=True)
        )
        for found in directives(lines, day.content.start, day.content.end)
    }  # fmt: skip


def _state(site: ImportSite) -> dict[str, dict[str, dict[str, str]]]:
    found: dict[str, dict[str, dict[str, str]]] = json.loads(
        (site.folder / "program/imported.json").read_bytes()
    )
    return found


@pytest.mark.parametrize(
    ("export", "shown"),
    [
        pytest.param(_cmt_excel, papers_shown, id="cmt"),
        pytest.param(_table, papers_shown, id="table"),
        pytest.param(_notes, papers_shown, id="openreview"),
        pytest.param(_hotcrp, papers_shown, id="hotcrp"),
        pytest.param(_hotcrp_csv, papers_shown, id="hotcrp-csv"),
        pytest.param(lambda: easychair(GIVEN), papers_shown, id="easychair"),
        pytest.param(lambda: as_csv(submissions(GIVEN)), papers_shown, id="easychair-csv"),
        pytest.param(lambda: indico_json(GIVEN), papers_shown, id="indico"),
        pytest.param(lambda: indico_csv(GIVEN), papers_shown, id="indico-csv"),
        pytest.param(_talks, sessions_shown, id="pretalx"),
        pytest.param(_xml, sessions_shown, id="frab-xml"),
    ],
)
def test_no_field_is_changed_silently(
    tmp_path: Path,
    export: Callable[[], str | bytes],
    shown: Callable[[ImportSite], dict[str, tuple[str, str]]],
) -> None:
    site = ImportSite(tmp_path)
    (tmp_path / "program/index.md").write_text("# Program\n", encoding="utf-8")
    (tmp_path / "program/speakers.md").write_text("# Speakers\n", encoding="utf-8")
    site.configure(start="2016-07-22", end="2016-07-23", keywords_by="authors")
    done = site.import_(export())
    assert done.code == 0, done.err
    reported = (tmp_path / changes.NAME).read_text(encoding="utf-8")
    counts: Counter[str] = Counter()
    pages = shown(site)
    for number, texts in enumerate(PAIRS, start=1):
        for typed, there in zip(texts, pages[str(number)], strict=True):
            before = "\n".join(f"- {line}" for line in typed.splitlines())
            if there == squeezed(composed(typed)):
                counts["equal"] += 1
            elif before in reported:
                counts["reported"] += 1
            else:
                counts["silent"] += 1
                print(repr(typed), there)
    print(f"equal {counts['equal']}, reported {counts['reported']}, silent {counts['silent']}")
    assert counts["silent"] == 0
    assert counts["equal"] > counts["reported"]
    assert "0 written" in site.import_(export()).numbers
