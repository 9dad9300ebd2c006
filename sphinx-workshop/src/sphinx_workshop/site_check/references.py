"""Checks the citations in RIS and CSL-JSON: each paper's own files, and those of all papers."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..core import urls
from .comparison import differs, turned
from .finding import Finding, UnreadableError, at, reading

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from .built_site import BuiltSite
    from .facts import Paper

_TAG = re.compile(r"([A-Z][A-Z0-9])  - ?(.*)")


@dataclass(frozen=True, slots=True)
class Reference:
    """A paper as a file cites it; names are in their usual order."""

    authors: list[str]
    fields: dict[str, str]


def ris(site: BuiltSite, path: str) -> list[Reference]:
    """Return the references of a file in RIS.

    Raises:
        UnreadableError: the file is missing, a line has no tag, or a reference has no end.
    """
    found, lines = [], []
    for line in filter(None, site.text(path).splitlines()):
        if not (match := _TAG.fullmatch(line)):
            raise UnreadableError(path, f"this line has no tag of RIS: {line[:40]!r}")
        lines.append((match[1], match[2]))
        if match[1] == "ER":
            authors = [turned(text) for tag, text in lines if tag == "AU"]
            found.append(Reference(authors, dict(lines)))
            lines = []
    if lines:
        raise UnreadableError(path, "the last reference has no end, `ER  - `")
    return found


def csl(site: BuiltSite, path: str) -> list[Reference]:
    """Return the items of a file in CSL-JSON.

    Raises:
        UnreadableError: the file is missing, no JSON, or no list of items.
    """
    with reading(path, "CSL-JSON"):
        return [
            Reference([_joined(name) for name in item["author"]], item) for item in site.json(path)
        ]


def _joined(name: dict[str, str]) -> str:
    if "literal" in name:
        return name["literal"]
    whole = f"{name.get('given', '')} {name['family']}".strip()
    return f"{whole}, {name['suffix']}" if "suffix" in name else whole


@dataclass(frozen=True, slots=True)
class Format:
    """How files of a format end, how they are read, and what they call title and address."""

    ending: str
    read: Callable[[BuiltSite, str], list[Reference]]
    title: str
    url: str
    exports: str  # the attribute of `Exports` with the names of other fields


FORMATS = (
    Format(urls.RIS, ris, "TI", "UR", "ris"),
    Format(urls.CSL, csl, "title", "URL", "csl"),
)


def own_files(site: BuiltSite) -> Iterator[Finding]:
    """Every paper has files that cite it alone, with its title, its authors and its address."""
    for page, id in site.paper_pages.items():
        if paper := site.data.papers.get(id):
            for format in FORMATS:
                path = site.docname(page) + format.ending
                yield from _cites(path, format, format.read(site, path), [paper])


def collections(site: BuiltSite) -> Iterator[Finding]:
    """The files of all papers cite exactly the papers, in their order."""
    for format in FORMATS if site.data_file else ():
        path = site.data_file.removesuffix(".json") + format.ending
        yield from _cites(path, format, format.read(site, path), [*site.data.papers.values()])


def _cites(
    path: str, format: Format, found: list[Reference], papers: list[Paper]
) -> Iterator[Finding]:
    """Yield what the references of a file say of papers that is not so."""
    titles = [reference.fields.get(format.title, "") for reference in found]
    messages = [*differs("the titles", titles, [paper.title for paper in papers])]
    # References that are missing or of other papers are compared with none.
    for reference, paper in zip(found, papers, strict=True) if not messages else ():
        messages += differs(f"the authors of '{paper.id}'", reference.authors, paper.cited)
        for name, known in {format.url: paper.url, **paper.exported(format.exports)}.items():
            messages += differs(f"{name} of '{paper.id}'", reference.fields.get(name, ""), known)
    yield from at(path, messages)
