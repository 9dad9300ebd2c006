"""Links that share a program: how they are made, and what their receivers may do."""

from __future__ import annotations

import json
from urllib.parse import quote

from playwright.sync_api import expect

from my_program import KEY, MINE, PROGRAM, keeps, shows, shows_all, view, with_stars
from visits import Visit, stored, wait_for_query


def test_the_link_is_copied_and_carries_the_ids(visit: Visit) -> None:
    page = visit(
        MINE,
        memory=with_stars("session:clover", "paper:heron"),
        permissions=["clipboard-read", "clipboard-write"],
    )
    page.get_by_role("button", name="Copy share link").click()
    expect(page.get_by_role("status").filter(has_text="Link copied.")).to_be_visible()
    link = page.evaluate("navigator.clipboard.readText()")
    assert link == f"{visit.base}{PROGRAM}?stars=session:clover,paper:heron"


def test_where_nothing_can_be_copied_the_link_is_shown(visit: Visit) -> None:
    first = "delete Navigator.prototype.clipboard"
    page = visit(MINE, memory=with_stars("session:clover"), first=first)
    page.get_by_role("button", name="Copy share link").click()
    field = page.get_by_label("Share link")
    expect(field).to_have_value(f"{page.url.partition('?')[0]}?stars=session:clover")


def test_the_receiver_sees_first_and_may_add_and_undo(visit: Visit) -> None:
    page = visit(
        f"{PROGRAM}?stars=session:clover,paper:hay-count,paper:gone",
        memory=with_stars("session:panel"),
    )
    expect(page.get_by_text("Someone shared 3 stars with you.")).to_be_visible()
    expect(page.get_by_role("heading", name="Papers")).to_be_visible()
    shows(page, "session:clover", "paper:hay-count")
    expect(page.locator(".workshop-lost")).to_have_text("paper:gone")
    expect(view(page, "Shared (3)")).to_have_attribute("aria-pressed", "true")
    view(page, "My program (1)").click()
    shows(page, "session:panel")
    view(page, "Shared").click()
    keeps(page, "session:panel")

    page.get_by_role("button", name="Add to my program").click()
    expect(view(page, "My program (3)")).to_be_focused()
    taken = json.loads(stored(page, KEY) or "")
    assert list(taken) == ["session:panel", "session:clover", "paper:hay-count"]
    assert taken["session:clover"].startswith("CLOVER: ")
    assert taken["paper:hay-count"].startswith("Hay Bales ")
    wait_for_query(page, view="mine")

    page.get_by_role("button", name="Undo").click()
    keeps(page, "session:panel")
    shows(page, "session:panel")


def test_the_receiver_may_replace(visit: Visit) -> None:
    page = visit(f"{PROGRAM}?stars=session:clover", memory=with_stars("session:panel"))
    page.get_by_role("button", name="Replace my program").click()
    expect(page.get_by_text("My program now has 1 star.")).to_be_visible()
    keeps(page, "session:clover")


def test_the_receiver_may_ignore(visit: Visit) -> None:
    page = visit(f"{PROGRAM}?stars=session:clover", memory=with_stars("session:panel"))
    page.get_by_role("button", name="Ignore").click()
    shows_all(page)
    keeps(page, "session:panel")
    expect(view(page, "Whole program")).to_be_focused()
    expect(view(page, "Shared")).to_be_hidden()
    wait_for_query(page)


HOSTILE = [
    "<img src=x onerror=alert(1)>",
    "session:<svg onload=alert(1)>",
    "javascript:alert(1)",
    "__proto__,constructor,session:__proto__",
    "session:../../../etc/passwd,paper:../index",
    "paper:%00,session:%0d%0aBEGIN:VEVENT",
    ",,,,",
    "session:" + "a" * 5_000,
]


def test_a_hostile_link_changes_nothing_but_the_view(visit: Visit) -> None:
    for stars in HOSTILE:
        page = visit(f"{PROGRAM}?stars={quote(stars)}", memory=with_stars("session:panel"))
        expect(page.get_by_text("Someone shared 0 stars with you.")).to_be_visible()
        expect(page.get_by_role("button", name="Add to my program")).to_have_count(0)
        expect(page.locator("article :is(img, svg, script)")).to_have_count(0)
        keeps(page, "session:panel")
    page.get_by_role("button", name="Ignore").click()
    shows_all(page)


def test_a_link_of_thousands_of_ids_is_borne(visit: Visit) -> None:
    ids = ",".join(f"session:s{n}" for n in range(3_000))
    page = visit(f"{PROGRAM}?stars={ids},session:panel")
    shows(page, "session:panel")
