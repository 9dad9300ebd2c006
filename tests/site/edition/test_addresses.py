"""Where this edition's topics and papers are."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from pathlib import Path

    from real_site import Page


def test_every_topic_and_every_paper_is_where_it_was_promised(
    expected: dict[str, Any], site: Path
) -> None:
    topics = {path.stem for path in (site / "call-for-papers/topics").glob("*.html")} - {"index"}
    papers = {path.stem for path in (site / "program/papers").glob("*.html")} - {"index"}
    assert topics == expected["topics"].keys()
    assert papers == expected["papers"].keys()


def test_no_page_of_a_paper_carries_its_siblings(paper: str, page: Page) -> None:
    soup = page(f"program/papers/{paper}")
    for article in soup.select("main article.bd-article"):
        article_links = {id(a) for a in article.select("a[href]")}
    beside = [a for a in soup.select("a[href]") if id(a) not in article_links]
    names = {urlsplit(str(a["href"])).path for a in beside}
    siblings = {n for n in names if "/" not in n and n.endswith(".html")} - {"index.html"}
    assert siblings - {f"{paper}.html"} == set()
