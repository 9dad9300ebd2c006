"""Whatever the source, no field, name or long text changes without a line in the report."""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

import pytest

from conference_exports import Given, as_csv, easychair, indico_csv, indico_json, submissions
from dirty_texts import ABSTRACTS, TITLES
from import_site import CMT_HEADER, ImportSite, cmt, cmt_row, excel, note, notes
from page_words import page_text, squeezed
from sphinx_workshop.editing.page_text import directives, first_heading, lines_of
from sphinx_workshop.imports import changes
from sphinx_workshop.imports.cleaning import LONGEST, LONGEST_LIST
from sphinx_workshop.imports.markup.characters import composed

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

PAIRS = [
    *((f"Paper {number}", text) for number, text in enumerate(ABSTRACTS)),
    *((text, "Short.") for text in TITLES),
]

EQUAL = ["Ann Lee", "Zoë O’Brien", "Krishna (Dj) Rao", "Jean-Luc Łoś"]
CHANGED = [r"Ann L{\'e}e", "Bo &amp; Ray", "Cy* Fox", "<b>Di</b> Gray", "Ed  ; Hay", "Flo $x$ Ivy"]
NAMES = [*EQUAL, *CHANGED]
AUTHORS = [NAMES[n % len(NAMES)] for n in range(len(PAIRS))]
"""The one author of each paper."""

GIVEN = [
    Given(number, *pair, [(*name.rpartition(" ")[::2], "")])
    for number, (pair, name) in enumerate(zip(PAIRS, AUTHORS, strict=True), start=1)
]


def _cmt_excel() -> str:
    rows = [
        cmt_row(Paper_ID=str(n), Paper_Title=title, Abstract=text, Author_Names=people[0])
        for n, title, text, people in rows_of()
    ]
    return excel([CMT_HEADER, *rows])


def rows_of() -> list[tuple[int, str, str, list[str]]]:
    """Return number, title, abstract and names of each paper."""
    return [(given.number, given.title, given.abstract, given.names) for given in GIVEN]


def _table() -> str:
    rows = ([n, title, people[0], text, "grass|hay"] for n, title, text, people in rows_of())
    return as_csv([["UID", "title", "authors", "abstract", "keywords"], *rows])


def _notes() -> str:
    return notes(*(note(n, t, people, abstract=a) for n, t, a, people in rows_of()))


def _notes_of_texts() -> str:
    """Return notes whose authors are one text."""
    found = [note(n, title, [], abstract=text) for n, title, text, _ in rows_of()]
    for each, name in zip(found, AUTHORS, strict=True):
        each["content"]["authors"] = name
    return notes(*found)


def _hotcrp() -> str:
    def author(first: str, last: str, _: str) -> dict[str, str]:
        return {"email": "a@mail.example", "first": first, "last": last}

    papers = [
        {"pid": p.number, "title": p.title, "abstract": p.abstract, "status": "accepted",
         "authors": [author(*person) for person in p.people]}
        for p in GIVEN
    ]  # fmt: skip
    return json.dumps(papers)


def _hotcrp_csv() -> str:
    rows = ([n, title, people[0], a, "Accepted"] for n, title, a, people in rows_of())
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
    lines = lines_of(site.read("program/index.md"))
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


def names_written(site: ImportSite) -> dict[str, str]:
    found = {}
    for id in site.ids():
        (paper,) = directives(lines_of(site.page(id)))
        found[paper.argument] = paper.option("authors")
    return found


def as_list(names: str) -> list[str]:
    """Return the entries of a list whose separators and marks are the page's own."""
    return [" ".join(part.replace("*", "").split()) for part in names.split(";")]


def before_in_report(site: ImportSite) -> list[str]:
    text = site.read(changes.NAME)
    return [line.removeprefix("- ") for line in text.splitlines() if line.startswith("- ")]


def check_names(site: ImportSite) -> None:
    """Each name is on its page as it was typed, or stands in the report."""
    written, reported = names_written(site), before_in_report(site)
    assert len(written) == len(AUTHORS)
    for n, name in enumerate(AUTHORS, start=1):
        assert name in reported or as_list(written[str(n)]) == as_list(name)
    assert not any(name in reported for name in EQUAL)


@pytest.mark.parametrize(
    ("export", "shown"),
    [
        pytest.param(_cmt_excel, papers_shown, id="cmt"),
        pytest.param(_table, papers_shown, id="table"),
        pytest.param(_notes, papers_shown, id="openreview"),
        pytest.param(_notes_of_texts, papers_shown, id="openreview-texts"),
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
    site.write("program/index.md", "# Program\n")
    site.write("program/speakers.md", "# Speakers\n")
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
    if shown is papers_shown:
        check_names(site)
    assert counts["silent"] == 0
    assert counts["equal"] > counts["reported"]
    assert "0 written" in site.import_(export()).numbers


def test_no_name_of_a_speaker_is_changed_silently(site: ImportSite) -> None:
    site.write("program/index.md", "# Program\n")
    site.write("program/speakers.md", "# Speakers\n")
    events = [
        {"guid": f"g{n}", "title": f"Talk {n}", "date": f"2016-07-22T{8 + n:02}:00:00-04:00",
         "duration": "00:30", "persons": [{"name": name}, {"public_name": "??"}]}
        for n, name in enumerate(NAMES, start=1)
    ]  # fmt: skip
    day = {"index": 1, "rooms": {"Hall": events}}
    done = site.import_(json.dumps({"schedule": {"conference": {"title": "W", "days": [day]}}}))
    assert done.code == 0, done.err
    lines = lines_of(site.read("program/speakers.md"))
    people = {found.argument for found in directives(lines)}
    reported = before_in_report(site)
    assert {*EQUAL} <= people
    assert [name for name in NAMES if f"{name}; ??" not in reported] == []


def test_an_affiliation_that_is_not_found_again_is_reported(site: ImportSite) -> None:
    header = ["Paper ID", "Paper Title", "Author Names", "Authors"]
    row = [7, "Alpha", "Lee, Ann; Ray, Bo", "Anne Lee (North)*; Bo Ray (South)"]
    done = site.import_(cmt(row, header=header))
    assert ":authors: Ann Lee; Bo Ray (South)\n" in site.page("alpha")
    assert "Anne Lee (North)*; Bo Ray (South)" in done.out


@pytest.mark.parametrize("field", ["title", "abstract"])
def test_a_text_that_is_cut_stands_whole_in_the_report(site: ImportSite, field: str) -> None:
    text = " ".join(f"word{n}" for n in range(LONGEST // 8)) + r" $x$ \emph{the end}"
    assert len(text) > LONGEST
    note_fields: dict[str, Any] = {"title": "Alpha", "abstract": "Short."} | {field: text}
    done = site.import_(
        notes(note(7, note_fields["title"], ["Ann Lee"], abstract=note_fields["abstract"]))
    )
    assert f"is cut after {LONGEST:,} characters; add the rest by hand" in done.out
    assert text in before_in_report(site)
    assert len(done.out) < LONGEST


def test_a_cut_text_has_no_address_in_the_report(site: ImportSite) -> None:
    text = "word " * LONGEST + "ann@mail.example"
    site.import_(notes(note(7, "Alpha", ["Ann Lee"], abstract=text)))
    assert not any(b"mail.example" in content for content in site.files().values())


def test_a_list_of_a_thousand_authors_arrives_whole(site: ImportSite) -> None:
    listed = "; ".join(f"Collaborator{n}, Ann Long Given Names" for n in range(1_000))
    assert LONGEST < len(listed) < LONGEST_LIST
    done = site.import_(cmt([7, "Alpha", listed]))
    assert done.code == 0, done.err
    (authors,) = names_written(site).values()
    assert authors.count(";") == 999
    assert authors.endswith("Ann Long Given Names Collaborator999")


def test_a_list_of_authors_that_is_cut_is_said_and_stands_whole_in_the_report(
    site: ImportSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sphinx_workshop.imports.author_names.LONGEST_LIST", 10_000)
    listed = "; ".join(f"Collaborator{n}, Ann" for n in range(600))
    done = site.import_(cmt([7, "Alpha", listed]))
    assert "the authors are cut after 10,000 characters; add the others" in done.out
    assert listed in before_in_report(site)
