"""Asks the search of the built site what people type, and prints where the right hit stands.

    python tools/search_queries.py _build/html [QUERIES.yaml]

The queries, each with the addresses that are right, are those of `search_queries.yaml`. Ends with
an error if more than two of forty first hits are wrong.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml
from playwright.sync_api import sync_playwright

from install_browser import find_browser
from serving import served

if TYPE_CHECKING:
    from playwright.sync_api import Page

QUERIES = Path(__file__).with_suffix(".yaml")
SHARE = 38 / 40

_ASK = """async (query) => {
  const site = (path) => new URL(path, document.baseURI);
  const { openIndex } = await import(site("_static/workshop/scripts/search-index.js"));
  const index = await openIndex(site("search-index/index.json"));
  const { entries } = await index.find(query);
  const hits = await Promise.all(entries.slice(0, 10).map((entry) => index.entry(entry)));
  return hits.map(({ address, title }) => [address.href.replace(site(".").href, ""), title]);
}"""


def answers(page: Page, queries: list[str]) -> dict[str, Any]:
    """Return the first hits of each query: addresses and titles.

    Args:
        page: a page in the site's top folder.
        queries: what is typed.
    """
    return {query: page.evaluate(_ASK, query) for query in queries}


def rank(hits: list[list[str]], right: list[str]) -> int | None:
    """Return the place of the first hit that is right, from 1."""
    places = (n for n, (address, _) in enumerate(hits, 1) if address.startswith(tuple(right)))
    return next(places, None)


def main(site: str, queries: str = str(QUERIES)) -> int:
    """Print a line for each query; return 1 if too many are wrong."""
    expected: dict[str, list[str]] = yaml.safe_load(Path(queries).read_text("utf-8"))
    with served(site=Path(site)) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_browser(), args=["--no-sandbox"])
        page = browser.new_page()
        page.goto(f"{address}/site/search.html")
        found = answers(page, list(expected))
        browser.close()
    first = 0
    for query, hits in found.items():
        place = rank(hits, expected[query])
        first += place == 1
        address, title = hits[0] if hits else ("", "nothing")
        print(f"{place or '-':>2}  {query:28}  {title[:50]:50}  {address}")
    print(f"{first} of {len(expected)} first hits are right")
    return int(first < SHARE * len(expected))


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
