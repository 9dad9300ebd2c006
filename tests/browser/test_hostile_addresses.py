"""What an address brings, and what the browser remembers, is shown as words and does nothing."""

from __future__ import annotations

import json
from pathlib import Path
from random import Random
from urllib.parse import quote

from playwright.sync_api import expect

from hostile import hostile
from visits import Visit
from walk import controlled

MANY = 150

ALIEN = """() => [...document.querySelectorAll("main *, dialog *")]
  .filter((it) => it.matches("script, img[src=x], [onerror], [onload], iframe, svg[onload], style")
    || it.getAttribute("href")?.trim().toLowerCase().startsWith("javascript:"))
  .map((it) => it.outerHTML.slice(0, 100))"""


def test_addresses_and_memory_bring_nothing_but_words(visit: Visit, site: Path) -> None:
    random = Random(7)
    strings = [hostile(random) for _ in range(MANY)]
    ids = [f"{random.choice(['session', 'paper', 'x'])}:{text}" for text in strings]
    program = controlled(site, "program")
    remembered = [json.dumps(dict.fromkeys(ids, "".join(strings[:5]))), json.dumps(strings)]
    remembered += strings[:8]
    for number, memory in enumerate(remembered):
        query = quote(strings[number])
        shared = quote(",".join(ids[number::10]), safe=":,")
        page = visit(
            f"{program}?q={query}&topic={query}&kind={query}&zone={query}&now={query}"
            f"&view=mine&stars={shared}",
            memory={visit.stars: memory, visit.zone: strings[-number - 1]},
        )
        assert page.evaluate(ALIEN) == []
    for text in strings[:10]:
        page = visit(f"search.html?q={quote(text)}&kind={quote(text)}")
        # The script that takes the words from the address may come after the page.
        expect(page.get_by_role("searchbox", name="Search this site")).to_have_value(text)
        assert page.evaluate(ALIEN) == []


def test_an_element_that_came_in_is_noticed(visit: Visit) -> None:
    page = visit("search.html")
    page.evaluate("document.querySelector('main').innerHTML += '<a href=\"javascript:x\">x</a>'")
    assert len(page.evaluate(ALIEN)) == 1
