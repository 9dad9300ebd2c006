"""A paper's BibTeX entry, a calendar's address and the line for frames are copied by buttons."""

from __future__ import annotations

from playwright.sync_api import expect

from visits import Visit

PAPER = "program/papers/clover.html"
PROGRAM = "program/index.html"
COPYING = ["clipboard-read", "clipboard-write"]


REJECTED = "() => { navigator.clipboard.writeText = () => Promise.reject(Error()); }"


def test_the_entry_is_copied_and_the_button_says_so(visit: Visit) -> None:
    page = visit(PAPER, permissions=COPYING)
    button = page.get_by_role("button", name="Copy BibTeX")
    said = page.locator(".workshop-links [role=status]")
    button.click()
    expect(said).to_have_text("Copied")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == page.locator(".workshop-bibtex").text_content()
    assert copied.startswith("@inproceedings{angstrom2023clover,")
    page.evaluate(REJECTED)
    button.click()
    expect(said).to_contain_text("select the text")


def test_the_address_of_a_calendar_and_the_line_for_frames_are_copied(visit: Visit) -> None:
    page = visit(PROGRAM, permissions=COPYING)
    place = page.locator(".workshop-calendar")
    said = place.locator("> ul [role=status]")
    button = place.get_by_role("button", name="Copy address", exact=True)
    button.click()
    expect(said).to_have_text("Copied")
    address = "https://example.org/one-day/program/program.ics"
    assert page.evaluate("navigator.clipboard.readText()") == address
    place.get_by_text("Show the program on another site").click()
    place.get_by_role("button", name="Copy the line").click()
    expect(place.locator("details [role=status]", has_text="Copied")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == place.locator("pre").text_content()
    page.evaluate(REJECTED)
    button.click()
    expect(said).to_contain_text(address)


def test_without_scripts_there_is_no_button(visit: Visit) -> None:
    page = visit(PROGRAM, java_script_enabled=False)
    expect(page.locator(".workshop-calendar button:visible")).to_have_count(0)
    expect(page.locator(".workshop-calendar a", has_text="Google Calendar")).to_be_visible()
