"""A folder with a conf.py into which tests import, and files as submission systems write them."""

from __future__ import annotations

import json
from contextlib import redirect_stderr, redirect_stdout
from io import StringIO
from typing import TYPE_CHECKING, Any, NamedTuple
from xml.sax.saxutils import escape

from inline_site import SETTINGS
from sphinx_workshop.cli.__main__ import main
from sphinx_workshop.editing.paper_page import read_paper_page

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

_HEADER = (
    "Paper ID, Original Paper ID, Created, Last Modified, Paper Title, Abstract, "
    "Primary Contact Author Name, Primary Contact Author Email, Authors, Author Names, "
    "Author Emails, Track Name, Primary Subject Area, Secondary Subject Areas, Conflicts, "
    "Assigned, Completed, % Completed, Bids, Discussion, Status, Requested For Author Feedback, "
    "Author Feedback Submitted?, Requested For Camera Ready, Camera Ready Submitted?, "
    "Requested For Presentation, Files, Number of Files, Supplementary Files, "
    "Number of Supplementary Files, Reviewers, Reviewer Emails, Q1 (Is it good?)"
)
CMT_HEADER = _HEADER.split(", ")
"""The full header of an export of CMT's."""

ADVICE = {
    *[
        "write",
        "export",
        "save",
        "fix",
        "choose",
        "leave",
        "import",
        "say",
        "ask",
        "unpack",
        "Export",
    ]
}


class Done(NamedTuple):
    """How a command ended, and what it said."""

    code: int
    out: str
    err: str

    @property
    def numbers(self) -> str:
        """The report's first line: how many are written, unchanged, changed, skipped."""
        return self.out.partition("\n")[0]


class ImportSite:
    """A site without content."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.papers = folder / "program/papers"
        self.papers.mkdir(parents=True)
        self.configure()

    def configure(self, **facts: Any) -> None:
        """Write conf.py, with some facts of the workshop changed."""
        workshop = SETTINGS["workshop"] | {"paper_note": ""} | facts
        settings = f"workshop = {workshop!r}\nhtml_baseurl = {SETTINGS['html_baseurl']!r}\n"
        (self.folder / "conf.py").write_text(settings, encoding="utf-8")

    def run(self, *arguments: str | Path) -> Done:
        """Run a command, as `python -m workshop` does."""
        command, *rest = map(str, arguments)
        out, err = StringIO(), StringIO()
        with redirect_stdout(out), redirect_stderr(err):
            code = main([command, "--site", str(self.folder), *rest])
        return Done(code, out.getvalue(), err.getvalue())

    def import_(self, data: str | bytes, *arguments: str) -> Done:
        """Import a file of this content."""
        path = self.folder / "export.txt"
        path.write_bytes(data if isinstance(data, bytes) else data.encode())
        return self.run("import", *arguments, "--", path)

    def write(self, name: str, text: str) -> None:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())

    def read(self, name: str) -> str:
        return (self.folder / name).read_bytes().decode()

    def replace(self, name: str, old: str, new: str) -> None:
        """Replace the one passage that a file has."""
        text = self.read(name)
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {name}"
        self.write(name, text.replace(old, new))

    def page(self, id: str) -> str:
        """Return the page of a paper."""
        return self.read(f"program/papers/{id}.md")

    def edit(self, id: str, old: str, new: str) -> None:
        """Replace the one passage that the page of a paper has."""
        self.replace(f"program/papers/{id}.md", old, new)

    def files(self) -> dict[str, bytes]:
        """Return every file but the export, by its path."""
        return {
            path.relative_to(self.folder).as_posix(): path.read_bytes()
            for path in sorted(self.folder.rglob("*"))
            if path.is_file() and path.name != "export.txt" and path.suffix != ".pyc"
        }

    def values(self, number: int | str) -> dict[str, str]:
        """Return the fields of the page that has a number."""
        for path in self.papers.glob("*.md"):
            page = read_paper_page(path)
            if page and page.number == number:
                return page.values
        raise AssertionError(f"no page has number {number}")

    def ids(self) -> list[str]:
        return sorted(path.stem for path in self.papers.glob("*.md"))


def cmt(*rows: Sequence[object], header: Iterable[str] = ()) -> str:
    """Return CMT's tab-separated text: of ids, titles and author names, if no header is given."""
    names = list(header) or ["Paper ID", "Paper Title", "Author Names"]
    return "".join("\t".join(map(str, row)) + "\n" for row in [names, *rows])


def cmt_row(**cells: str) -> list[str]:
    """Return a row of the full export; `_` in a name is a space."""
    given = {name.replace("_", " "): text for name, text in cells.items()}
    row = {"Status": "Accept", **given}
    return [row.get(name, "") for name in CMT_HEADER]


def excel(rows: Iterable[Sequence[str]], declaration: str = '<?xml version="1.0"?>') -> str:
    """Return Excel's XML of 2003, titles above its header; Excel leaves empty cells out."""

    def cells(row: Sequence[str]) -> str:
        return "".join(
            f'<Cell ss:Index="{n}"><Data ss:Type="String">{escape(text)}</Data></Cell>'
            for n, text in enumerate(row, start=1)
            if text
        )

    lines = "".join(f"<Row>{cells(row)}</Row>\n" for row in [["Papers"], [""], *rows])
    return (
        f"{declaration}\n"
        '<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" '
        'xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">\n'
        f'<Worksheet ss:Name="Papers"><Table>{lines}</Table></Worksheet></Workbook>\n'
    )


def note(number: object, title: str, authors: Sequence[str], **content: Any) -> dict[str, Any]:
    """Return a note of OpenReview's API 2."""
    values = {"title": title, "authors": list(authors), **content}
    return {
        "id": f"id{number}",
        "forum": f"id{number}",
        "number": number,
        "content": {name: {"value": value} for name, value in values.items()},
    }


def notes(*found: Mapping[str, Any]) -> str:
    return json.dumps({"notes": list(found), "count": len(found)})


def site_of_talks(folder: Path) -> ImportSite:
    """Return a site that has the pages on which talks and speakers stand."""
    site = ImportSite(folder)
    site.configure(start="2016-07-22", end="2016-07-23")
    site.write("program/index.md", "# Program\n")
    site.write("program/speakers.md", "# Speakers\n")
    return site
