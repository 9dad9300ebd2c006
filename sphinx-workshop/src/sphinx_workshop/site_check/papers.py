"""Checks that every paper has a page, and that lists of papers agree with the papers' JSON."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .comparison import differs
from .finding import Finding
from .html import all_words, by_id, words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bs4 import Tag

    from .built_site import BuiltSite


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
    """No two papers share a submission number, or the key of their BibTeX entries."""
    known: dict[str, str] = {}
    for paper in site.data.papers.values():
        for name in (f"the submission number {paper.number}", f"the key {paper.key}"):
            if (other := known.setdefault(name, paper.id)) != paper.id:
                yield Finding(site.data_file, f"'{paper.id}' and '{other}' share {name}")


def some_page_lists_all_papers(site: BuiltSite) -> Iterator[Finding]:
    """Some page leads to all papers by a list."""
    known = site.data.papers.keys()
    lists = (path for path in site.pages if site.text(path).count("data-object=") >= len(known))
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
        yield from differs(f"the list's number of '{id}'", numbers(item), [paper.number])
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


def digits(text: str) -> list[int]:
    """Return the whole numbers in a text."""
    return [int(number) for number in re.findall(r"\d+", text)]


def _listed(node: Tag) -> dict[str, Tag]:
    """Map the ids of papers to their items in lists."""
    return by_id(node, "li.workshop-paper[data-object^='paper:']")


def numbers(node: Tag) -> list[int | str]:
    """Return the submission number, or id, that a paper shows: the last of its words `No. 58`."""
    labelled = ".workshop-label > span:not(.workshop-chip, .workshop-leading)"
    found = all_words(node, f".workshop-number, {labelled}")
    words = found[0].split() if found else []
    return [int(word) if word.isdigit() else word for word in words[-1:]]
