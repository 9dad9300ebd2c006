"""Writes the files for machines, and the papers' PDFs, when all pages are written."""

from __future__ import annotations

import filecmp
import json
import shutil
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from icalendar import Calendar

from ..compat.site_builders import makes_site
from ..core import citations, urls
from ..core.files import write_if_changed
from ..exports import atom, calendars, csl, frab, open_data, ris
from .domain import domain_of
from .event import PDF_FOLDER

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from sphinx.application import Sphinx

    from ..core.model import Paper
    from ..core.program import Program

LIST = "workshop-exports.txt"
"""The file in Sphinx's own folder that names what was exported, so that it can be taken back."""


Content = Calendar | dict[str, Any] | list[dict[str, Any]] | str

CITATIONS: dict[str, Callable[[Program, Iterable[Paper]], Content]] = {
    urls.BIBTEX: citations.bibliography,
    urls.RIS: ris.references,
    urls.CSL: csl.items,
}
"""How each format of citations ends, with the function that makes a file of some papers."""


def exports(program: Program, home: str) -> dict[str, Callable[[], Content]]:
    """Return the path of every export, with the function that makes its content."""
    found: dict[str, Callable[[], Content]] = {urls.CHANGES_FEED: partial(atom.feed, program, home)}
    found |= {
        urls.session_calendar(session): partial(calendars.of_session, program, session)
        for session in program.sessions.values()
    }
    found |= {
        urls.part_calendar(program, part): partial(calendars.of_part, program, part)
        for part in program.parts.values()
    }
    papers = program.papers.values()
    if papers:
        for ending, cited in CITATIONS.items():
            found |= {urls.beside_paper(p, ending): partial(cited, program, [p]) for p in papers}
            found[urls.papers(program, ending)] = partial(cited, program, papers)
        found |= {
            urls.papers(program, ".json"): partial(open_data.papers, program),
            urls.papers(program, ".schema.json"): partial(open_data.schema, program),
        }
    if program.sessions:
        found |= {
            urls.program_calendar(program): partial(calendars.of_program, program),
            urls.beside_schedule(program, "schedule.json"): partial(frab.schedule, program),
            urls.beside_schedule(program, "schedule.xml"): partial(frab.as_xml, program),
        }
    if program.deadlines:
        found[urls.dates_calendar(program)] = partial(calendars.of_dates, program)
    return found


def write_exports(app: Sphinx, exception: Exception | None) -> None:
    """Write what has changed, and delete what does not belong any more (`build-finished`).

    That event comes also after a build that failed, and after one that had nothing to write.
    """
    if exception is not None or not makes_site(app):
        return
    output, program = Path(app.outdir), domain_of(app.env).program
    made = exports(program, app.config.root_doc)
    pdfs = published_pdfs(program, Path(app.srcdir, PDF_FOLDER))
    for path, make in made.items():
        write_if_changed(output / path, encoded(make()))
    for path, source in pdfs.items():
        copy(source, output / path)
    booklets = urls.booklets(program)  # made later, from what this build writes
    forget(output, Path(app.doctreedir, LIST), {*made, *pdfs, *booklets})


def published_pdfs(program: Program, assets: Path) -> dict[str, Path]:
    """Return the path of every PDF that is published, with its source.

    A paper's stands at the address that others link to, and beside the paper's page: Scholar takes
    no other for the paper.
    """
    found = {f"{PDF_FOLDER}/{path.name}": path for path in sorted(assets.glob("*.pdf"))}
    beside = {
        urls.beside_paper(paper, ".pdf"): found[address]
        for paper in program.papers.values()
        if (address := f"{PDF_FOLDER}/{paper.number}.pdf") in found
    }
    return found | beside


def encoded(content: Content) -> bytes:
    """Return the bytes of an export; JSON in a form that is easy to compare."""
    if isinstance(content, Calendar):
        return bytes(content.to_ical())
    if not isinstance(content, str):
        content = json.dumps(content, ensure_ascii=False, indent=1) + "\n"
    return content.encode()


def copy(source: Path, target: Path) -> None:
    """Copy a file that is not there, or differs; one of the same size and time is not read."""
    if not target.is_file() or not filecmp.cmp(source, target):
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(source, target)


def forget(output: Path, listed: Path, current: Iterable[str]) -> None:
    """Delete what the former build has exported and this one has not, and keep the new list."""
    current = set(current)
    former = listed.read_text(encoding="utf-8").splitlines() if listed.is_file() else []
    for path in set(former) - current:
        (output / path).unlink(missing_ok=True)
    write_if_changed(listed, "".join(f"{path}\n" for path in sorted(current)).encode())
