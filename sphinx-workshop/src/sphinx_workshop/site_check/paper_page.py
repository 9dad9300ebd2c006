"""Checks that the page of a paper, and what machines read on it, agree with the papers' JSON."""

from __future__ import annotations

import re
from copy import copy
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

from ..core.author_list import MARKS
from ..core.field_table import PAPER
from ..core.values import Dated
from .comparison import differs, letters, turned
from .html import all_words, first_words, heading, metas, words
from .metadata import blocks
from .papers import digits, numbers

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from bs4 import Tag

    from .built_site import BuiltSite
    from .facts import Paper

# What a summary may hold so that its text on the page and in the exports is the same.
_PLAIN = {"p", "em", "strong", "code", "span", "a"}


def agrees(site: BuiltSite, path: str) -> Iterator[str]:
    """A paper's page passes all checks of this module."""
    paper = site.data.papers.get(site.paper_pages.get(path, ""))
    if paper:
        for check in CHECKS:
            yield from check(site, path, paper)


def titles(site: BuiltSite, path: str, paper: Paper) -> Iterator[str]:
    """The title is the same in heading, inventory, Highwire tags and JSON-LD."""
    article = _article(site, path)
    shown = {
        "the inventory's title": site.objects("workshop:paper")[paper.id].title,
        "citation_title": dict(metas(site.page(path), "citation_")).get("citation_title"),
        "the headline in JSON-LD": article.get("headline"),
        "the name in JSON-LD": article.get("name"),
    }
    if not site.content(path).select("h1 math"):  # a formula's text differs from its source
        shown["the heading"] = heading(site.content(path))
    for what, title in shown.items():
        yield from differs(what, title, paper.title)


def authors(site: BuiltSite, path: str, paper: Paper) -> Iterator[str]:
    """All authors are named in the same order on the page, in Highwire tags and in JSON-LD."""
    tags = [value for name, value in metas(site.page(path), "citation_") if name[9:] == "author"]
    yield from differs("the list of authors", [name for name, _ in _shown(site, path)], paper.names)
    yield from differs("citation_author", [*map(turned, tags)], paper.cited)
    names = [author.get("name") for author in _article(site, path).get("author", [])]
    yield from differs("the authors in JSON-LD", names, paper.names)


def editors(site: BuiltSite, path: str, _paper: Paper) -> Iterator[str]:
    """JSON-LD names the editors of the papers' collection."""
    collection = _article(site, path).get("isPartOf", {})
    names = [editor.get("name") for editor in collection.get("editor", [])]
    yield from differs("the editors in JSON-LD", names, [e.name for e in site.data.editors])


def marks(site: BuiltSite, path: str, paper: Paper) -> Iterator[str]:
    """Those who present the paper are marked, and no others; so with the other marks."""
    for _, fact, _ in MARKS:
        shown = [name for name, item in _shown(site, path) if item.select(f".workshop-{fact}")]
        known = [author.name for author in paper.authors if fact in author.facts]
        yield from differs(f"the {fact} authors", shown, known)


def affiliations(site: BuiltSite, path: str, paper: Paper) -> Iterator[str]:
    """Every author has the same affiliations on the page, in Highwire tags and in JSON-LD."""
    known = [list(author.affiliations) for author in paper.authors]
    article = [
        [place.get("name") for place in author.get("affiliation", [])]
        for author in _article(site, path).get("author", [])
    ]
    yield from differs("the affiliations in JSON-LD", article, known)
    tags: list[list[str]] = []
    for name, value in metas(site.page(path), "citation_author"):
        if name == "citation_author":
            tags.append([])
        elif tags and name == "citation_author_institution":
            tags[-1].append(value)
    yield from differs("citation_author_institution", tags, known)
    places = all_words(site.content(path), ".workshop-affiliations > li")
    every = list(dict.fromkeys(name for names in known for name in names))
    yield from differs("the list of affiliations", places, every)
    if len(places) > 1:
        marks = [[places[n - 1] for n in _marks(item, places)] for _, item in _shown(site, path)]
        yield from differs("the affiliations of each author", marks, known)


def _marks(item: Tag, places: list[str]) -> list[int]:
    """Return the numbers after an author's name that lead to an affiliation."""
    return [n for mark in item.select("sup") for n in digits(words(mark)) if n <= len(places)]


def number(site: BuiltSite, path: str, paper: Paper) -> Iterator[str]:
    """The submission number is the same on the page and in JSON-LD."""
    yield from differs("the number", numbers(site.content(path)), [paper.number])
    known = str(paper.number)
    identifier, *_ = _article(site, path).get("identifier", [known])
    yield from differs("the identifier in JSON-LD", identifier, known)


def label(site: BuiltSite, path: str, paper: Paper) -> Iterator[str]:
    """What the field table says of a paper in words is shown where it is known, and only there."""
    head = site.content(path).select_one(".workshop-label")
    labels = all_words(head, "span:not(.workshop-chip, .workshop-leading)")[1:] if head else []
    labels += all_words(head, ".workshop-leading") if head else []
    for entry in (entry for entry in PAPER.values() if entry.words and not entry.address):
        value = paper.more.get(entry.name)
        if callable(entry.words):
            # Pages do not say in which language.
            said = value.words if isinstance(value, Dated) else str(value)
            if value and not any(said in text for text in labels):
                yield f"the {entry.label or entry.name} is not shown as {said}"
            continue
        known = [entry.words.format(value)] if value else []
        pattern = ".+".join(map(re.escape, entry.words.split("{}")))
        # Words without a text of their own look like any others.
        whole = pattern == ".+"
        shown = [w for w in labels if (w in known if whole else re.fullmatch(pattern, w))]
        yield from differs(f"the {entry.label or entry.name}", shown, known)


def format(site: BuiltSite, path: str, paper: Paper) -> Iterator[str]:
    """The format is shown, where there is one."""
    chip = site.content(path).select_one(".workshop-label .workshop-chip")
    classes = chip.get_attribute_list("class") if chip else []
    if paper.format and f"workshop-{paper.format}" not in classes:
        yield f"the format is not shown as '{paper.format}', which is what the papers' JSON says"


def topics(site: BuiltSite, path: str, paper: Paper) -> Iterator[str]:
    """The page leads to the paper's topics in their order, and JSON-LD names them."""
    shown = site.content(path).select_one(".workshop-topics")
    linked = site.linked(path, shown, "topic") if shown else []
    yield from differs("the topics", linked, list(paper.topics))
    names = [site.data.topics[id].name for id in paper.topics if id in site.data.topics]
    yield from differs("the topics in JSON-LD", _article(site, path).get("about", []), names)


def keywords(site: BuiltSite, path: str, paper: Paper) -> Iterator[str]:
    """The keywords are shown in their order."""
    shown = [words(node) for node in site.content(path).select(".workshop-keywords")]
    known = [" · ".join(paper.keywords)] if paper.keywords else []
    yield from differs("the keywords", shown, known)


def summary(site: BuiltSite, path: str, paper: Paper) -> Iterator[str]:
    """The summary is the same on the page and in JSON-LD."""
    ledes = [lede for lede in site.content(path).select(".workshop-lede") if words(lede)]
    yield from _text("summary", ledes, paper.summary)
    article = _article(site, path)
    theirs = {} if paper.abstract else {"abstract": paper.summary}
    for name, known in {"description": paper.summary, **theirs}.items():
        if name in article:
            yield from differs(f"the {name} in JSON-LD", article[name], known)


def abstract(site: BuiltSite, path: str, paper: Paper) -> Iterator[str]:
    """The abstract is the same on the page and in JSON-LD; a summary may stand there for it."""
    shown = [copy(section) for section in site.content(path).select(".workshop-abstract")]
    for section in shown:
        if found := section.find(["h2", "h3"]):
            found.decompose()
    yield from _text("abstract", shown, paper.abstract)
    if paper.abstract:
        article = _article(site, path)
        yield from differs("the abstract in JSON-LD", article.get("abstract"), paper.abstract)


def _text(what: str, shown: list[Tag], known: str) -> Iterator[str]:
    """Yield how a text on the page differs from the one that the papers' JSON has."""
    if bool(shown) != bool(known):
        yield f"either the page or the papers' JSON has the {what}, and both must have it"
    for node in shown:
        plain = all(tag.name in _PLAIN for tag in node.find_all(name=True))
        if plain and letters(words(node)) != letters(known):
            yield f"the {what} differs from that in the papers' JSON"


def links(site: BuiltSite, path: str, paper: Paper) -> Iterator[str]:
    """The page leads to the PDF, and to what the field table has an address of."""
    head = site.content(path).select("header .workshop-links a[href]")
    shown = {unquote(str(link["href"])) for link in head}
    shown |= {site.base + site.target(path, address) for address in shown}
    known = {"PDF": paper.pdf}
    for entry in PAPER.values():
        if entry.address and (value := paper.more.get(entry.name)):
            known[entry.label or entry.name] = entry.address.format(value)
    for what, address in known.items():
        if address and unquote(address) not in shown:
            yield f"the page has no link to the {what} at {address}"


def presented(site: BuiltSite, path: str, paper: Paper) -> Iterator[str]:
    """The page leads to the sessions that present the paper."""
    nodes = site.content(path).select(".workshop-presented")
    shown = [id for node in nodes for id in site.linked(path, node, "session")]
    yield from differs("the sessions", shown, [slot.id for slot in paper.sessions])


def citation(site: BuiltSite, path: str, paper: Paper) -> Iterator[str]:
    """The citation in words names all authors, title, number and address."""
    for line in site.content(path).select(".workshop-citation"):
        for part in (*paper.names, paper.title, str(paper.number), paper.url):
            if part not in words(line):
                yield f"the citation lacks '{part}'"


def _shown(site: BuiltSite, path: str) -> list[tuple[str, Tag]]:
    """Return the authors' names and their items, as the page lists them."""
    items = site.content(path).select(".workshop-authors > li")
    return [(first_words(item), item) for item in items]


def _article(site: BuiltSite, path: str) -> dict[str, Any]:
    """Return what JSON-LD says of the paper; nothing where it is missing."""
    return next((b for b in blocks(site, path) if b.get("@type") == "ScholarlyArticle"), {})


CHECKS: tuple[Callable[[BuiltSite, str, Paper], Iterator[str]], ...] = (
    titles,
    authors,
    editors,
    marks,
    affiliations,
    number,
    label,
    format,
    topics,
    keywords,
    summary,
    abstract,
    links,
    presented,
    citation,
)
"""What a paper's page must say as the papers' JSON does."""
