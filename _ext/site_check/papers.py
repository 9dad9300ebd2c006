"""Checks that a paper is the same on its page, in lists, and in what machines read on them."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

from .comparison import differs, same_letters
from .finding import Finding
from .html import all_words, first_words, heading, metas, words
from .metadata import blocks

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from bs4 import Tag

    from .built_site import BuiltSite
    from .facts import Paper

# What a summary may hold so that its text on the page and in the exports is the same.
_PLAIN = {"p", "em", "strong", "code", "span", "a"}


def paper_page(site: BuiltSite, path: str) -> Iterator[str]:
    """A paper's page agrees with the papers' JSON."""
    paper = site.data.papers.get(site.paper_pages.get(path, ""))
    if paper:
        for check in PAPER_CHECKS:
            yield from check(site, path, paper)


def every_paper_has_a_page(site: BuiltSite) -> Iterator[Finding]:
    """Every paper of the inventory has a page of its own, and is in the papers' JSON."""
    for id, found in site.objects("workshop:paper").items():
        if not (site.folder / found.page).is_file():
            yield Finding(found.page, f"the page of paper '{id}' is missing")
        if id not in site.data.papers:
            yield Finding(site.data_file, f"paper '{id}' is missing")
    for id in sorted(site.data.papers.keys() - site.objects("workshop:paper").keys()):
        yield Finding(site.data_file, f"paper '{id}' is not in the inventory")


def numbers_are_unique(site: BuiltSite) -> Iterator[Finding]:
    """No two papers share a submission number."""
    known: dict[int, str] = {}
    for paper in site.data.papers.values():
        if (other := known.setdefault(paper.number, paper.id)) != paper.id:
            message = f"'{paper.id}' and '{other}' share the submission number {paper.number}"
            yield Finding(site.data_file, message)


def some_page_lists_all_papers(site: BuiltSite) -> Iterator[Finding]:
    """Some page leads to all papers by a list."""
    lists = (path for path in site.pages if "workshop-papers" in site.text(path))
    known = site.data.papers.keys()
    if known and not any(_listed(site.page(path)).keys() >= known for path in lists):
        yield Finding(site.data_file, "no page lists all papers")


def lists_agree(site: BuiltSite, path: str) -> Iterator[str]:
    """Every list of papers names titles, all authors, numbers, topics and formats as they are."""
    for id, item in _listed(site.content(path)).items():
        paper = site.data.papers.get(id)
        if paper is None:
            yield f"the list names a paper '{id}', which does not exist"
            continue
        title = item.select_one(".workshop-title")
        yield from differs(f"the list's title of '{id}'", title and words(title), paper.title)
        names = [words(line) for line in item.select(".workshop-names")]
        yield from differs(f"the list's authors of '{id}'", names, [", ".join(paper.names)])
        numbers = _numbers(item)
        yield from differs(f"the list's number of '{id}'", numbers, [paper.number])
        topics = str(item.get("data-topics", "")).split()
        yield from differs(f"the list's topics of '{id}'", topics, list(paper.topics))
        yield from differs(f"the list's format of '{id}'", item.get("data-kind"), paper.format)


def counts_over_lists(site: BuiltSite, path: str) -> Iterator[str]:
    """The count over a list of papers is the number of its items."""
    for count in site.content(path).select("p.workshop-count:has(+ ul.workshop-papers)"):
        number = 0
        for sibling in count.find_next_siblings():
            if "workshop-papers" not in sibling.get_attribute_list("class"):
                break
            number += len(sibling.select(":scope > li"))
        yield from differs("the count over the list of papers", digits(words(count)), [number])


def no_siblings(site: BuiltSite, path: str) -> Iterator[str]:
    """No page of a paper carries a tree of all others; the next and the previous are no tree."""
    if id := site.paper_pages.get(path):
        everywhere = Counter(site.linked(path, site.page(path), "paper"))
        beside = everywhere - Counter(site.linked(path, site.content(path), "paper"))
        if len(beside.keys() - {id}) > 2:
            yield "the page's frame leads to other papers: it would grow with their number"


def digits(text: str) -> list[int]:
    """Return the whole numbers in a text."""
    return [int(number) for number in re.findall(r"\d+", text)]


def _listed(node: Tag) -> dict[str, Tag]:
    """Map the ids of papers to their items in lists."""
    items = node.select("li.workshop-paper[data-object^='paper:']")
    return {str(item["data-object"]).partition(":")[2]: item for item in items}


def _numbers(node: Tag) -> list[int]:
    """Return the submission number that the label of a paper shows; it is the first number."""
    labels = all_words(node, ".workshop-label > span:not(.workshop-chip)")
    return digits(labels[0]) if labels else []


# One paper's page --------------------------------------------------------------------------------


def _titles(site: BuiltSite, path: str, paper: Paper) -> Iterator[str]:
    article = _article(site, path)
    shown = {
        "the heading": heading(site.content(path)),
        "the inventory's title": site.objects("workshop:paper")[paper.id].title,
        "citation_title": dict(metas(site.page(path), "citation_")).get("citation_title"),
        "the headline in JSON-LD": article.get("headline"),
        "the name in JSON-LD": article.get("name"),
    }
    for what, title in shown.items():
        yield from differs(what, title, paper.title)


def _authors(site: BuiltSite, path: str, paper: Paper) -> Iterator[str]:
    tags = [value for name, value in metas(site.page(path), "citation_") if name[9:] == "author"]
    yield from differs("the list of authors", [name for name, _ in _shown(site, path)], paper.names)
    yield from differs("citation_author", tags, paper.names)
    names = [author.get("name") for author in _article(site, path).get("author", [])]
    yield from differs("the authors in JSON-LD", names, paper.names)


def _presenting(site: BuiltSite, path: str, paper: Paper) -> Iterator[str]:
    shown = [name for name, item in _shown(site, path) if item.select(".workshop-presenting")]
    known = [author.name for author in paper.authors if author.presenting]
    yield from differs("the presenting authors", shown, known)


def _affiliations(site: BuiltSite, path: str, paper: Paper) -> Iterator[str]:
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
        elif tags:
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


def _number(site: BuiltSite, path: str, paper: Paper) -> Iterator[str]:
    yield from differs("the number", _numbers(site.content(path)), [paper.number])
    identifier = _article(site, path).get("identifier")
    yield from differs("the identifier in JSON-LD", identifier, str(paper.number))


def _pages(site: BuiltSite, path: str, paper: Paper) -> Iterator[str]:
    head = site.content(path).select_one(".workshop-label")
    labels = all_words(head, "span:not(.workshop-chip)")[1:] if head else []
    shown = [number for label in labels for number in digits(label)]
    yield from differs("the number of pages", shown, [paper.pages] if paper.pages else [])


def _format(site: BuiltSite, path: str, paper: Paper) -> Iterator[str]:
    chip = site.content(path).select_one(".workshop-chip")
    classes = chip.get_attribute_list("class") if chip else []
    if f"workshop-{paper.format}" not in classes:
        yield f"the format is not shown as '{paper.format}', which is what the papers' JSON says"


def _topics(site: BuiltSite, path: str, paper: Paper) -> Iterator[str]:
    shown = site.content(path).select_one(".workshop-topics")
    linked = site.linked(path, shown, "topic") if shown else []
    yield from differs("the topics", linked, list(paper.topics))
    names = [site.data.topics[id].name for id in paper.topics if id in site.data.topics]
    yield from differs("the topics in JSON-LD", _article(site, path).get("about", []), names)


def _keywords(site: BuiltSite, path: str, paper: Paper) -> Iterator[str]:
    shown = [words(node) for node in site.content(path).select(".workshop-keywords")]
    known = [" · ".join(paper.keywords)] if paper.keywords else []
    yield from differs("the keywords", shown, known)


def _summary(site: BuiltSite, path: str, paper: Paper) -> Iterator[str]:
    ledes = site.content(path).select(".workshop-lede")
    if bool(ledes) != bool(paper.summary):
        yield "either the page or the papers' JSON has a summary, and both must have it"
    for lede in ledes:
        plain = all(tag.name in _PLAIN for tag in lede.find_all(name=True))
        if plain and not same_letters(words(lede), paper.summary):
            yield "the summary differs from that in the papers' JSON"
    if "abstract" in (article := _article(site, path)):
        yield from differs("the abstract in JSON-LD", article["abstract"], paper.summary)


def _links(site: BuiltSite, path: str, paper: Paper) -> Iterator[str]:
    head = site.content(path).select("header .workshop-links a[href]")
    shown = {unquote(str(link["href"])) for link in head}
    shown |= {site.base + site.target(path, address) for address in shown}
    arxiv = f"https://arxiv.org/abs/{paper.arxiv}" if paper.arxiv else ""
    for what, address in (("PDF", paper.pdf), ("code", paper.code), ("arXiv", arxiv)):
        if address and unquote(address) not in shown:
            yield f"the page has no link to the {what} at {address}"


def _presented(site: BuiltSite, path: str, paper: Paper) -> Iterator[str]:
    shown = [id for node in site.content(path).select(".workshop-presented")
             for id in site.linked(path, node, "session")]  # fmt: skip
    yield from differs("the sessions", shown, [slot.id for slot in paper.sessions])


def _citation(site: BuiltSite, path: str, paper: Paper) -> Iterator[str]:
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


PAPER_CHECKS: tuple[Callable[[BuiltSite, str, Paper], Iterator[str]], ...] = (
    _titles,
    _authors,
    _presenting,
    _affiliations,
    _number,
    _pages,
    _format,
    _topics,
    _keywords,
    _summary,
    _links,
    _presented,
    _citation,
)
"""What a paper's page must say as the papers' JSON does."""
