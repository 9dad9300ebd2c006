"""Checks citations in BibTeX, RIS and CSL-JSON: in the files of papers, and on their pages."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

from ..core import urls
from ..core.latex import latex
from .bibtex import entries, printed
from .comparison import differs, turned
from .finding import Finding, UnreadableError, at, reading

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from .built_site import BuiltSite
    from .facts import Data

_TAG = re.compile(r"([A-Z][A-Z0-9])  - ?(.*)")

Reference = dict[str, Any]
"""What a file says of a paper: its fields; `authors` and `editors` are names in their usual order.
"""


def bibtex(site: BuiltSite, path: str) -> list[Reference]:
    """Return the entries of a file in BibTeX, each with its `key`.

    Raises:
        UnreadableError: the file is missing, or an entry is not closed.
    """
    with reading(path, "BibTeX"):
        found = entries(site.text(path))
        return [
            e.fields | {"authors": e.authors, "editors": e.editors, "key": e.key} for e in found
        ]


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
            names = {
                role: [turned(text) for tag, text in lines if tag == wanted]
                for role, wanted in (("authors", "AU"), ("editors", "A2"))
            }
            found.append({**dict(lines), **names})
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
            item
            | {
                "authors": [_joined(name) for name in item["author"]],
                "editors": [_joined(name) for name in item.get("editor", ())],
            }
            for item in site.json(path)
        ]


def _joined(name: dict[str, str]) -> str:
    if "literal" in name:
        return name["literal"]
    whole = f"{name.get('given', '')} {name['family']}".strip()
    return f"{whole}, {name['suffix']}" if "suffix" in name else whole


class Format(NamedTuple):
    """How files of a format end, how they are read, and what they call title, address and note."""

    ending: str
    read: Callable[[BuiltSite, str], list[Reference]]
    title: str
    url: str
    note: str
    exports: str  # the attribute of `Exports` with the names of other fields
    written: Callable[[str], str] = str  # what it has for a text


FORMATS = (
    Format(
        urls.BIBTEX, bibtex, "title", "url", "note", "bibtex", lambda text: printed(latex(text))
    ),
    Format(urls.RIS, ris, "TI", "UR", "N1", "ris"),
    Format(urls.CSL, csl, "title", "URL", "note", "csl"),
)


def collections(site: BuiltSite) -> Iterator[Finding]:
    """The files of all papers cite exactly these, in their order, as the papers' JSON does."""
    for format in FORMATS if site.data_file else ():
        path, found = _collection(site, format)
        yield from at(path, _cites(format, found, site.data))


def own_files(site: BuiltSite) -> Iterator[Finding]:
    """Every paper has files that cite it alone, as those of all papers do."""
    for format in FORMATS if site.data_file else ():
        _, found = _collection(site, format)
        known = dict(zip(site.data.papers, found, strict=False))
        for page, id in site.paper_pages.items():
            path = site.docname(page) + format.ending
            own = format.read(site, path)
            if len(own) != 1:
                yield Finding(path, f"it holds {len(own)} references, and there must be one")
            for reference in own if id in known else ():
                for name in reference.keys() | known[id].keys():
                    pair = reference.get(name, ""), known[id].get(name, "")
                    yield from at(path, differs(f"{name} of '{id}'", *pair))


def shown(site: BuiltSite, path: str) -> Iterator[str]:
    """The page of a paper shows the entry that its file holds."""
    if path in site.paper_pages:
        own = site.docname(path) + urls.BIBTEX
        for block in site.content(path).select(".workshop-bibtex"):
            if block.get_text().strip() != site.text(own).strip():
                yield f"the BibTeX entry on the page differs from {own}"


def _collection(site: BuiltSite, format: Format) -> tuple[str, list[Reference]]:
    path = site.data_file.removesuffix(".json") + format.ending
    return path, format.read(site, path)


def _cites(format: Format, found: list[Reference], data: Data) -> Iterator[str]:
    """Yield what references say of papers that is not so."""
    papers = [*data.papers.values()]
    titles = [reference.get(format.title, "") for reference in found]
    if messages := [*differs("the titles", titles, [format.written(p.title) for p in papers])]:
        yield from messages  # references that are missing or of other papers are compared with none
        return
    editors = [format.written(editor.cited) for editor in data.editors]
    for reference, paper in zip(found, papers, strict=True):
        known = {
            "authors": [*map(format.written, paper.cited)],
            "editors": editors,
            format.url: paper.url,
            **paper.exported(format.exports),
        }
        if "key" in reference:
            known["key"] = paper.key
        for name, value in known.items():
            yield from differs(f"{name} of '{paper.id}'", reference.get(name, ""), value)
        if str(paper.number) not in re.findall(r"[\w.-]*\w", str(reference.get(format.note, ""))):
            yield f"{format.note} of '{paper.id}' lacks the submission number {paper.number}"
