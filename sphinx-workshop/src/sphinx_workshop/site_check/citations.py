"""Checks BibTeX: each paper's own file, the bibliography, and what the page shows."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .bibtex import Entry, entries
from .comparison import differs, missing_and_unknown
from .finding import Finding, at, reading
from .papers import digits

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .built_site import BuiltSite
    from .facts import Paper


def own_files(site: BuiltSite) -> Iterator[Finding]:
    """Every paper has a file with its BibTeX entry, which names it and all its authors."""
    for paper, path in _papers(site):
        found = _entries(site, path)
        if len(found) != 1:
            yield Finding(path, f"it holds {len(found)} entries, and there must be one")
        for entry in found:
            yield from at(path, _entry(entry, paper))


def bibliography(site: BuiltSite) -> Iterator[Finding]:
    """The bibliography holds exactly the papers, each as in its own file."""
    if not site.data_file:
        return
    path = site.data_file.removesuffix(".json") + ".bib"
    found = _entries(site, path)
    by_key = {entry.key: entry for entry in found}
    keys = [paper.key for paper in site.data.papers.values()]
    if len(by_key) != len(found):
        yield Finding(path, "two entries share a key")
    yield from at(path, missing_and_unknown("the bibliography", by_key, keys))
    for paper, own in _papers(site):
        if entry := by_key.get(paper.key):
            yield from at(path, _entry(entry, paper))
            if entry.text != site.text(own).strip():
                yield Finding(path, f"the entry {paper.key} differs from {own}")


def shown(site: BuiltSite, path: str) -> Iterator[str]:
    """The page of a paper shows the entry that its file holds."""
    if path in site.paper_pages:
        text = site.text(_own(site, path))
        for block in site.content(path).select(".workshop-bibtex"):
            if block.get_text().strip() != text.strip():
                yield f"the BibTeX entry on the page differs from {_own(site, path)}"


def _own(site: BuiltSite, page: str) -> str:
    """Return the path of the BibTeX file of the paper on a page."""
    return f"{site.docname(page)}.bib"


def _papers(site: BuiltSite) -> Iterator[tuple[Paper, str]]:
    """Yield the papers, each with the path of its BibTeX file."""
    for page, id in site.paper_pages.items():
        if paper := site.data.papers.get(id):
            yield paper, _own(site, page)


def _entries(site: BuiltSite, path: str) -> list[Entry]:
    with reading(path, "BibTeX"):
        return list(entries(site.text(path)))


def _entry(entry: Entry, paper: Paper) -> Iterator[str]:
    """Yield what an entry says of a paper that is not so."""
    yield from differs("the key", entry.key, paper.key)
    yield from differs(f"the authors of {entry.key}", entry.authors, paper.cited)
    for field, known in {
        "title": paper.title,
        "url": paper.url,
        **paper.exported("bibtex"),
    }.items():
        yield from differs(f"the {field} of {entry.key}", entry.fields.get(field, ""), known)
    numbers = [
        n for field in ("number", "eid", "note") for n in digits(entry.fields.get(field, ""))
    ]
    noted = re.findall(r"[\w.-]*\w", entry.fields.get("note", ""))
    if paper.number not in numbers and str(paper.number) not in noted:
        yield f"{entry.key} lacks the submission number {paper.number}"
