"""Names and long texts are accounted for as all else is: equal, or whole in the report's file."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING, Any

import pytest

from conference_exports import workbook
from import_site import ImportSite, cmt, note, notes
from sphinx_workshop.editing.page_text import directives, lines_of
from sphinx_workshop.imports import changes
from sphinx_workshop.imports.cleaning import LONGEST, LONGEST_LIST

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

EQUAL = ["Ann Lee", "Zoë O’Brien", "Krishna (Dj) Rao", "Jean-Luc Łoś"]
CHANGED = [r"Ann L{\'e}e", "Bo &amp; Ray", "Cy* Fox", "<b>Di</b> Gray", "Ed  ; Hay", "Flo $x$ Ivy"]
NAMES = [*EQUAL, *CHANGED]


def _cmt() -> str:
    return cmt(*([n, f"Paper {n}", name] for n, name in enumerate(NAMES, start=1)))


def _table() -> str:
    file = io.StringIO()
    writer = csv.writer(file)
    writer.writerow(["id", "title", "authors"])
    writer.writerows([n, f"Paper {n}", name] for n, name in enumerate(NAMES, start=1))
    return file.getvalue()


def _notes() -> str:
    return notes(*(note(n, f"Paper {n}", [name]) for n, name in enumerate(NAMES, start=1)))


def _notes_of_texts() -> str:
    found = [note(n, f"Paper {n}", []) for n in range(1, len(NAMES) + 1)]
    for each, name in zip(found, NAMES, strict=True):
        each["content"]["authors"] = name
    return notes(*found)


def _hotcrp() -> str:
    def person(name: str) -> dict[str, str]:
        first, _, last = name.rpartition(" ")
        return {"email": "a@mail.example", "first": first, "last": last}

    papers = [
        {"pid": n, "title": f"Paper {n}", "authors": [person(name)], "status": "accepted"}
        for n, name in enumerate(NAMES, start=1)
    ]
    return json.dumps(papers)


def _easychair() -> str:
    file = io.StringIO()
    writer = csv.writer(file)
    writer.writerow(["#", "Title", "Authors", "Deleted?"])
    writer.writerows([n, f"Paper {n}", name, ""] for n, name in enumerate(NAMES, start=1))
    return file.getvalue()


def _easychairs_workbook() -> bytes:
    papers = [["#", "Title", "Authors", "Deleted?"]]
    papers += [[str(n), f"Paper {n}", "", ""] for n in range(1, len(NAMES) + 1)]
    authors = [["Submission #", "First name", "Last name"]]
    authors += [[str(n), *name.rpartition(" ")[::2]] for n, name in enumerate(NAMES, start=1)]
    return workbook(Submissions=papers, Authors=authors)


def _indico() -> str:
    def person(name: str) -> dict[str, str]:
        first, _, last = name.rpartition(" ")
        return {"first_name": first, "last_name": last}

    found = [
        {"id": n, "title": f"Paper {n}", "primaryauthors": [person(name)]}
        for n, name in enumerate(NAMES, start=1)
    ]
    return json.dumps({"results": [{"contributions": found}]})


def _indicos_table() -> str:
    file = io.StringIO()
    writer = csv.writer(file)
    writer.writerow(["Id", "Title", "Presenters", "Authors", "Materials"])
    writer.writerows([n, f"Paper {n}", "", name, ""] for n, name in enumerate(NAMES, start=1))
    return file.getvalue()


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
    text = (site.folder / changes.NAME).read_text(encoding="utf-8")
    return [line.removeprefix("- ") for line in text.splitlines() if line.startswith("- ")]


@pytest.fixture
def site(tmp_path: Path) -> ImportSite:
    return ImportSite(tmp_path)


@pytest.mark.parametrize(
    "export",
    [
        _cmt, _table, _notes, _notes_of_texts, _hotcrp, _easychair, _easychairs_workbook, _indico,
        _indicos_table,
    ],
)  # fmt: skip
def test_no_name_is_changed_silently(site: ImportSite, export: Callable[[], str | bytes]) -> None:
    done = site.import_(export())
    assert done.code == 0, done.err
    written, reported = names_written(site), before_in_report(site)
    assert len(written) == len(NAMES)
    for n, name in enumerate(NAMES, start=1):
        assert name in reported or as_list(written[str(n)]) == as_list(name)
    assert not any(name in reported for name in EQUAL)


def test_no_name_of_a_speaker_is_changed_silently(site: ImportSite) -> None:
    program = site.folder / "program"
    (program / "index.md").write_text("# Program\n", encoding="utf-8")
    (program / "speakers.md").write_text("# Speakers\n", encoding="utf-8")
    events = [
        {"guid": f"g{n}", "title": f"Talk {n}", "date": f"2016-07-22T{8 + n:02}:00:00-04:00",
         "duration": "00:30", "persons": [{"name": name}, {"public_name": "??"}]}
        for n, name in enumerate(NAMES, start=1)
    ]  # fmt: skip
    day = {"index": 1, "rooms": {"Hall": events}}
    done = site.import_(json.dumps({"schedule": {"conference": {"title": "W", "days": [day]}}}))
    assert done.code == 0, done.err
    lines = lines_of((program / "speakers.md").read_text(encoding="utf-8"))
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
    assert f"is cut after {LONGEST:,} letters; add the rest by hand" in done.out
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
    site: ImportSite,
) -> None:
    listed = "; ".join(f"Collaborator{n}, Ann" for n in range(5_000))
    assert len(listed) > LONGEST_LIST
    done = site.import_(cmt([7, "Alpha", listed]))
    assert f"the authors are cut after {LONGEST_LIST:,} letters; add the others" in done.out
    assert listed in before_in_report(site)
