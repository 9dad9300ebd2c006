"""Writes the files for machines, and the papers' PDFs."""

from __future__ import annotations

import filecmp
import json
import shutil
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from sphinx.util import logging

from ..compat import extensions
from ..compat.site_builders import makes_site
from ..core import citations, latex, urls
from ..core.field_table import given
from ..core.files import write_if_changed
from ..exports import atom, calendars, frab, open_data, references
from .domain import domain_of
from .event import PDF_FOLDER

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from sphinx.application import Sphinx

    from ..core.model import Paper
    from ..core.program import Program
    from .domain import WorkshopDomain

logger = logging.getLogger(__name__)

LIST = "workshop-exports.txt"
"""The file in Sphinx's own folder that names what was exported, so that it can be deleted.

Each line holds a path and a digest of what the file was made of, by which it is not made again.
"""


Content = dict[str, Any] | list[dict[str, Any]] | str | bytes


class Export(NamedTuple):
    """How a file is made, and a digest of all that it is made of."""

    make: Callable[[], Content]
    digest: str


class Citations(NamedTuple):
    """A format of citations: how a file of some papers is made, and how files become one."""

    cited: Callable[[Program, Iterable[Paper]], Content]
    joined: Callable[[Iterable[bytes]], bytes]


def _joined_lists(texts: Iterable[bytes]) -> bytes:
    """Join lists in JSON, each as `encoded` returns it."""
    items = (text.removeprefix(b"[\n").removesuffix(b"\n]\n") for text in texts)
    return b"[\n" + b",\n".join(items) + b"\n]\n"


CITATIONS = {
    urls.BIBTEX: Citations(citations.bibliography, b"\n".join),
    urls.RIS: Citations(references.ris, b"\r\n".join),
    urls.CSL: Citations(references.csl, _joined_lists),
}
"""The formats of citations by the endings of their files."""


def exports(domain: WorkshopDomain, home: str, output: Path) -> dict[str, Export]:
    """Return every export by its path; a file that joins others comes after them."""
    program, digests = domain.program, domain.dependency_digests
    paper_files = {
        urls.beside_paper(paper, ending): Export(
            partial(format.cited, program, [paper]), digests.papers[paper.id]
        )
        for ending, format in CITATIONS.items()
        for paper in program.papers.values()
    }
    others = _of_the_program(program, home, output)
    return paper_files | {path: Export(make, digests.everything) for path, make in others.items()}


def _of_the_program(program: Program, home: str, output: Path) -> dict[str, Callable[[], Content]]:
    """Return the files that are of more than one paper."""
    found: dict[str, Callable[[], Content]] = {urls.CHANGES_FEED: partial(atom.feed, program, home)}
    found |= {
        urls.beside_session(session, urls.CALENDAR): partial(calendars.of_session, program, session)
        for session in program.sessions.values()
    }
    found |= {
        urls.part_calendar(program, part): partial(calendars.of_part, program, part)
        for part in program.parts.values()
    }
    papers = program.papers.values()
    if papers:
        for ending, format in CITATIONS.items():
            files = [output / urls.beside_paper(paper, ending) for paper in papers]
            found[urls.papers(program, ending)] = partial(_joined, files, format)
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


def _joined(files: Iterable[Path], format: Citations) -> bytes:
    return format.joined(path.read_bytes() for path in files)


def exports_to_write(app: Sphinx) -> Callable[[], None] | None:
    """Return what writes the exports, for builders that make a site."""
    return partial(write_exports, app) if makes_site(app) else None


def write_exports(app: Sphinx) -> None:
    """Write what has changed, and delete what does not belong any more."""
    output, listed = Path(app.outdir), Path(app.doctreedir, LIST)
    domain = domain_of(app.env)
    made = exports(domain, app.config.root_doc, output)
    pdfs = published_assets(domain.program, Path(app.srcdir, PDF_FOLDER))
    booklets = urls.booklets(domain.program)  # made later, from what this build writes
    engine = extensions.version(app, "sphinx_workshop")
    current = {path: f"{engine} {export.digest}" for path, export in made.items()}
    current |= dict.fromkeys((*pdfs, *booklets), "")
    former = _former(listed)
    if app.config.workshop_preview:  # which makes what is not there, and leaves the rest
        current |= {path: digest for path, digest in former.items() if path in made and digest}
    stale = [
        path
        for path, digest in current.items()
        if path in made and (former.get(path) != digest or not (output / path).is_file())
    ]
    # A build may be killed here: what it writes is not known to be whole before the end.
    _keep_list(listed, former | dict.fromkeys(stale, ""))
    for path in stale:
        write_if_changed(output / path, encoded(made[path].make()))
    for path, source in pdfs.items():
        copy(source, output / path)
    for path in former.keys() - current:
        (output / path).unlink(missing_ok=True)
    _keep_list(listed, current)
    if stale and (missing := _missing(domain.program)):
        logger.info("%s", missing)


def _missing(program: Program) -> str:
    """Return what is not installed and would make citations of these papers better."""
    if not (missing := latex.missing()):
        return ""
    papers = program.papers.values()
    is_better = any("$" in p.title_latex for p in papers) or not (
        citations.bibliography(program, papers).isascii()
    )
    words = "BibTeX has symbols in Unicode, and formulas stay as typed where there is text alone"
    return f"{words}: {missing}" if is_better else ""


def _former(listed: Path) -> dict[str, str]:
    """Return the paths that the former build has exported, with their digests."""
    lines = listed.read_text(encoding="utf-8").splitlines() if listed.is_file() else []
    return {path: digest for path, _, digest in (line.partition("\t") for line in lines)}


def _keep_list(listed: Path, paths: Mapping[str, str]) -> None:
    lines = (f"{path}\t{digest}\n" for path, digest in sorted(paths.items()))
    write_if_changed(listed, "".join(lines).encode())


def published_assets(program: Program, assets: Path) -> dict[str, Path]:
    """Return the path of every PDF that is published, and of each file that a field names.

    A paper's PDF stands at the address that others link to, and beside the paper's page: Scholar
    takes no other for the paper.
    """
    found = {f"{PDF_FOLDER}/{path.name}": path for path in sorted(assets.glob("*.pdf"))}
    named = ((path, assets.parent / path) for path in _named_assets(program))
    found |= {path: source for path, source in named if path and source.is_file()}
    beside = {
        urls.beside_paper(paper, ".pdf"): found[address]
        for paper in program.papers.values()
        if (address := f"{PDF_FOLDER}/{paper.number}.pdf") in found
    }
    return found | beside


def _named_assets(program: Program) -> Iterator[str]:
    """Yield the paths of the files in `assets/` that papers and sessions name."""
    for record in (*program.papers.values(), *program.sessions.values()):
        for entry, value in given(record):
            if entry.address:
                yield urls.asset(program.event, entry.url(value))


def encoded(content: Content) -> bytes:
    """Return the bytes of an export; JSON in a form that is easy to compare."""
    if isinstance(content, bytes):
        return content
    if not isinstance(content, str):
        content = json.dumps(content, ensure_ascii=False, indent=1) + "\n"
    return content.encode()


def copy(source: Path, target: Path) -> None:
    """Copy a file that is not there, or differs; one of the same size and time is not read."""
    if not target.is_file() or not filecmp.cmp(source, target):
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(source, target)
