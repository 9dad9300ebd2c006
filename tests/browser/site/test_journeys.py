"""What readers do on the real site, with whatever papers, sessions and people its pages have."""

from __future__ import annotations

import re
from datetime import datetime
from pathlib import Path
from urllib.parse import quote

import pytest
from bs4 import Tag
from icalendar import Calendar
from playwright.sync_api import Locator, Page, expect

from inline_site import all_words, parsed, words
from page_checks import wrong_times
from sphinx_workshop.core.casefold import casefold
from visits import Visit, instants, shown_in, wait_for_query
from walk import controlled

SHOWN = "article li[data-object]:visible"


def needed(site: Path, path: str, selector: str) -> list[Tag]:
    """Return the elements of a page that a journey cannot do without."""
    found = list(parsed(site / path).select(selector))
    assert found, f"{path} has no {selector}: this journey needs one"
    return found


@pytest.fixture
def program(site: Path) -> str:
    return controlled(site, "program")


@pytest.fixture
def papers(site: Path) -> str:
    return controlled(site, "papers")


def names_in(item: Tag) -> str:
    """Return the authors of a paper in a list."""
    (names,) = all_words(item, ".workshop-names")
    return names


def ids(items: list[Tag]) -> list[str]:
    return [str(item["data-object"]) for item in items]


def shows(page: Page, wanted: list[str]) -> None:
    """Wait until these items are shown, in this order, and no others."""
    page.wait_for_function(
        """(wanted) => wanted.join() === [...document.querySelectorAll("article li[data-object]")]
          .filter((it) => it.checkVisibility()).map((it) => it.dataset.object).join()""",
        arg=wanted,
    )


def star(page: Page, id: str) -> Locator:
    return page.locator(f"[data-object='{id}'] .workshop-star")


def clock_at(instant: str) -> str:
    return f"now={quote(instant)}"


# Finding ---------------------------------------------------------------------------------------


def test_a_topic_leaves_the_papers_that_have_it(visit: Visit, site: Path, papers: str) -> None:
    every = needed(site, papers, ".workshop-paper")
    topic = str(
        needed(site, papers, ".workshop-paper[data-topics]:not([data-topics=''])")[0]["data-topics"]
    ).split()[0]
    having = [item for item in every if topic in str(item["data-topics"]).split()]
    page = visit(f"{papers}?topic={topic}")
    shows(page, ids(having))
    count = page.locator(".workshop-count")
    expect(count).to_have_text(re.compile(rf"^{len(having)} of {len(every)} papers?$"))
    page.get_by_role("button", name="Reset filters").click()
    shows(page, ids(every))
    wait_for_query(page)


def test_every_author_is_found_without_accents(visit: Visit, site: Path, papers: str) -> None:
    for item in needed(site, papers, ".workshop-paper")[-3:]:
        names = names_in(item).split(", ")
        name = min(names, key=str.isascii)  # one with accents, if there is one
        page = visit(f"{papers}?q={quote(casefold(name))}")
        expect(page.locator(f"{SHOWN}[data-object='{item['data-object']}']")).to_be_visible()


def person_of(site: Path, papers: str) -> tuple[str, str]:
    """Return the name and the anchor of an author, one with accents if there is one."""
    item = min(needed(site, papers, ".workshop-paper"), key=lambda item: names_in(item).isascii())
    (title,) = item.select(".workshop-title a")
    page = f"{papers.rpartition('/')[0]}/{title['href']}"
    links = needed(site, page, ".workshop-authors a[href*='#person-']")
    link = min(links, key=lambda link: words(link).isascii())
    return words(link), str(link["href"]).partition("#")[2]


def test_the_search_leads_to_an_author_without_accents(
    visit: Visit, site: Path, papers: str
) -> None:
    name, anchor = person_of(site, papers)
    page = visit("about/index.html")
    page.keyboard.press("Control+k")
    field = page.get_by_role("searchbox", name="Search this site")
    expect(field).to_be_focused()
    field.fill(casefold(name))
    page.locator(f".site-search-hits a[href$='#{anchor}']").click()
    page.wait_for_url(f"**#{anchor}")
    for word in name.split():  # the index has the family name first
        expect(page.locator(":target")).to_contain_text(word)


def test_a_lost_reader_searches_where_no_page_is(visit: Visit, site: Path, papers: str) -> None:
    name, anchor = person_of(site, papers)
    page = visit("404.html")
    page.get_by_role("searchbox", name="Search for a page").fill(name)
    page.keyboard.press("Enter")
    page.wait_for_url("**/search.html?q=*")
    expect(page.locator(f".site-search-hits a[href$='#{anchor}']")).to_be_visible()


# One's own program -----------------------------------------------------------------------------


def test_a_starred_session_is_in_ones_own_program_and_calendar(
    visit: Visit, site: Path, program: str
) -> None:
    item = needed(site, program, ".workshop-session:has(.workshop-speakers)[id]")[0]
    id = str(item["data-object"])
    page = visit(program)
    star(page, id).click()
    page.get_by_role("link", name="My program (1)").click()
    shows(page, [id])
    with page.expect_download() as download:
        page.get_by_role("button", name="Download calendar").click()
    own = Calendar.from_ical(download.value.path().read_bytes()).walk("VEVENT")
    published = Calendar.from_ical((site / program).with_name("program.ics").read_bytes())
    (entry,) = [it for it in published.walk("VEVENT") if it["UID"] == own[0]["UID"]]
    assert [it.to_ical() for it in own] == [entry.to_ical()]


# Times -----------------------------------------------------------------------------------------


def test_the_program_has_the_right_times_in_other_zones(visit: Visit, program: str) -> None:
    page = visit(program)
    for zone in ("Asia/Kathmandu", "America/Los_Angeles", "Pacific/Kiritimati"):
        page.get_by_label("Times").select_option(zone)
        wait_for_query(page, zone=zone)
        assert not list(wrong_times(page, zone)), zone


def test_a_deadline_has_the_right_time_in_another_zone(visit: Visit, site: Path) -> None:
    zone, path = "Asia/Kathmandu", "call-for-papers/dates.html"
    needed(site, path, ".workshop-deadline time[datetime*=T]")
    page = visit(f"{path}?zone={zone}")
    deadlines = page.locator(".workshop-deadline:has(time[datetime*=T])").all()
    for deadline in deadlines:
        clock = shown_in(zone, *instants(deadline)).split()[0]
        expect(deadline.locator(".workshop-local")).to_contain_text(f"{clock} ")


def test_what_is_on_is_marked_on_the_day(visit: Visit, site: Path, program: str) -> None:
    spans = {
        str(item["id"]): [
            datetime.fromisoformat(str(time["datetime"]))
            for time in item.select(".workshop-time time")
        ]
        for item in needed(site, program, ".workshop-session[id]")
    }
    starts = sorted({start for start, _ in spans.values()})
    for instant in {starts[0], starts[len(starts) // 2], starts[-1]}:
        running = [id for id, (start, end) in spans.items() if start <= instant < end]
        page = visit(f"{program}?{clock_at(instant.isoformat())}")
        marked = page.locator("li[aria-current=time]")
        expect(marked).to_have_count(len(running))
        assert marked.evaluate_all("all => all.map((item) => item.id)") == running
        page.get_by_role("link", name="Jump to now").click()
        expect(page.locator(f"#{running[0]}")).to_be_in_viewport()
