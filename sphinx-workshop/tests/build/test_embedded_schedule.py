"""The schedule stands once more on a page for frames on other sites, without header and menu."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bs4 import BeautifulSoup

import stand_alone
from calendar_pages import FEEDS
from engine_fixtures import built_once
from inline_site import all_words, links, only, words
from small_workshop import FILES

if TYPE_CHECKING:
    from engine_fixtures import MakeSite
    from inline_site import Built

PAGE = "program/embed"
HOURS = """\
---
orphan: true
---

# Hours

::::{schedule} 2016-07-22

:::{session} Words
:id: words
:time: 09:00-10:00
:::

::::
"""
AT = "https://example.org/2016/"


built = built_once(FILES | FEEDS)


def test_it_has_all_sessions_and_nothing_of_the_site_around(built: Built) -> None:
    page = built.html(PAGE)
    listed = all_words(built.html("program/index"), "li.workshop-session .workshop-title")
    assert all_words(page, "li.workshop-session .workshop-title") == listed
    assert all_words(page, "h1") == ["Learning from Meadows"]
    assert all_words(page, "h2 time") == ["Friday, 22 July 2016"]
    assert not page.select("nav, footer, form, [role=search], .workshop-add")
    assert len(page.select("script[src]")) == 1


def test_its_links_lead_to_the_site_in_the_whole_window(built: Built) -> None:
    page = built.html(PAGE)
    assert only(page, "base").attrs == {"target": "_top"}
    assert not page.select("[target]:not(base)")
    assert links(page)["Learning from Meadows"] == "index.html"
    assert links(page)["Opening keynote"] == "index.html#session-opening"
    assert not list(stand_alone.lost(built.output, built.output / f"{PAGE}.html"))


def test_search_engines_are_led_to_the_program(built: Built) -> None:
    page = built.html(PAGE)
    assert only(page, "meta[name=robots]")["content"] == "noindex"
    assert only(page, "link[rel=canonical]")["href"] == f"{AT}program/index.html"
    files = [built.output / "sitemap.xml", *(built.output / "search-index").rglob("*.json")]
    assert not any("program/embed" in path.read_text("utf-8") for path in files)


def test_the_program_has_the_line_to_paste_folded(built: Built) -> None:
    details = built.page("program/index").select(".workshop-calendar details:not([open])")
    (fold,) = (d for d in details if "another site" in words(only(d, "summary")))
    line = only(fold, "pre").get_text()
    frame = only(BeautifulSoup(line, "html.parser"), "iframe")
    assert frame["src"] == f"{AT}program/embed.html"
    assert frame["title"] == "Program of Learning from Meadows"
    assert only(fold, "[data-copy]")["data-copy"] == ""  # what stands before it
    assert not built.page("dates").select(".workshop-calendar details")


def test_without_an_address_there_is_no_line(make_site: MakeSite) -> None:
    built = make_site(FILES | FEEDS, html_baseurl="").build()
    assert "another site" not in words(built.page("program/index"))
    assert not built.html(PAGE).select("link[rel=canonical]")


def test_it_goes_with_the_last_session(make_site: MakeSite) -> None:
    site = make_site({"index.md": "# Home\n", "hours.md": HOURS})
    assert (site.build().output / "embed.html").is_file()
    site.write({"hours.md": "# Hours\n"})
    assert not (site.build().output / "embed.html").exists()
    site.write({"hours.md": HOURS})
    assert (site.build().output / "embed.html").is_file()


def test_it_links_a_room_whose_page_has_moved_where_it_is_now(make_site: MakeSite) -> None:
    annex = ":::{session} More\n:id: more\n:time: 09:00-10:00\n:room: Annex\n:::\n\n::::\n"
    hours = HOURS.replace("-10:00\n", "-10:00\n:room: Hall\n").replace("\n::::\n", f"\n{annex}")
    rooms = "---\norphan: true\n---\n\n# Rooms\n\n:::{room} Hall\n:::\n\n:::{room} Annex\n:::\n"
    site = make_site({"index.md": "# Home\n", "hours.md": hours, "rooms.md": rooms})
    assert links(site.build().html("embed"))["Hall"] == "rooms.html#room-hall"
    site.write({"rooms.md": None, "halls.md": rooms})
    assert links(site.build().html("embed"))["Hall"] == "halls.html#room-hall"


def test_a_page_of_that_name_is_reported(make_site: MakeSite) -> None:
    page = {"program/embed.md": "---\norphan: true\n---\n\n# Ours\n"}
    built = make_site(FILES | page).build()
    (message,) = built.messages
    assert message.file == "program/embed.md"
    assert "rename this one" in message.text
    assert words(only(built.page(PAGE), "h1")).startswith("Ours")
