"""A paper's BibTeX entry is copied by a button."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playwright.sync_api import expect

if TYPE_CHECKING:
    from visits import Visit

PAPER = "program/papers/clover.html"


def test_the_entry_is_copied_and_the_button_says_so(visit: Visit) -> None:
    page = visit(PAPER, permissions=["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="Copy BibTeX").click()
    expect(page.locator(".workshop-links [role=status]")).to_have_text("Copied")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == page.locator(".workshop-bibtex").text_content()
    assert copied.startswith("@inproceedings{angstrom2023clover,")


def test_a_browser_that_does_not_allow_it_is_reported(visit: Visit) -> None:
    page = visit(PAPER)
    page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(Error()); }")
    page.get_by_role("button", name="Copy BibTeX").click()
    expect(page.locator(".workshop-links [role=status]")).to_contain_text("select the text")
