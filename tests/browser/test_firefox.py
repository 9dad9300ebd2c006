"""The main journeys work in Firefox as they do in Chromium."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from firefox import Firefox, firefox
from inline_site import parsed, words
from install_browser import find_firefox
from thorough import THOROUGH
from visits import SERVED_AT
from walk import controlled, kinds_of


@pytest.fixture(scope="module")
def window(address: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Firefox]:
    """Return a window for all tests of this module; in the end, nothing may have gone wrong."""
    browser = find_firefox()
    if browser is None:
        # Said aloud here; in CI there must be one.
        (pytest.fail if os.environ.get("CI") else pytest.skip)("there is no Firefox")
    with firefox(browser, tmp_path_factory.mktemp("firefox"), f"{address}{SERVED_AT}") as found:
        yield found
        assert found.errors() == []


@pytest.fixture(scope="module")
def program(site: Path) -> str:
    """Return the address of the program."""
    return controlled(site, "program")


@pytest.fixture(scope="module")
def talk(site: Path, program: str) -> str:
    """Return the title of the first paper on the program."""
    link = parsed(site / program).select_one(".workshop-session .workshop-title a")
    assert link
    return words(link)


def titles(window: Firefox) -> list[str]:
    """Return the titles of the sessions that are shown."""
    return [title.text for title in window.all(".workshop-session .workshop-title")]


def hits(window: Firefox) -> list[Any]:
    """Return the links that the search has found."""
    return window.all("dialog .site-search-hits a")


def test_from_home_to_a_paper_its_star_and_ones_own_program(
    window: Firefox, program: str, talk: str
) -> None:
    window.go("index.html")
    window.ready()  # who leaves earlier stops the loading of scripts, which is an error
    window.link("Program", "header").click()
    window.until(lambda: window.path == program)
    window.ready()
    window.link(talk).click()
    window.until(lambda: window.path != program)
    window.ready()
    assert window.one("h1").text.startswith(talk)
    star = window.one(".workshop-star")
    star.click()
    window.until(lambda: star.get_attribute("aria-pressed") == "true")
    window.go(f"{program}?view=mine")
    window.until(lambda: titles(window) == [talk])
    window.evaluate("localStorage.clear()")


def test_a_filter_leaves_what_it_names_and_times_are_shown_in_another_zone(
    window: Firefox, program: str, talk: str
) -> None:
    window.go(f"{program}?zone=Asia/Tokyo&q={talk.split(maxsplit=1)[0].strip(':,')}")
    every = window.driver.find_elements("css selector", ".workshop-session")
    window.until(lambda: talk in titles(window) and len(titles(window)) < len(every))
    window.one(".workshop-session .workshop-local")


def test_the_search_finds_a_paper_and_leads_to_it(window: Firefox, program: str, talk: str) -> None:
    window.go(program)
    window.ready()
    window.one(".site-search-button").click()
    window.one("dialog[open] input[type=search]").send_keys(talk)
    # Each letter is a search: hits for the first ones are replaced.
    window.until(lambda: bool(hits(window)) and all(talk in hit.text for hit in hits(window)))
    window.press("ARROW_DOWN")
    window.until(lambda: window.evaluate("return document.activeElement.matches('dialog li a')"))
    window.press("ENTER")
    window.until(lambda: window.path != program)
    window.until(lambda: window.one("h1").text.startswith(talk))
    window.ready()


def test_the_first_key_leads_past_the_navigation(window: Firefox) -> None:
    window.go("index.html")
    window.ready()
    window.press("TAB")
    skips = "return document.activeElement.textContent === 'Skip to main content'"
    window.until(lambda: bool(window.evaluate(skips)))
    window.press("ENTER")
    window.press("TAB")
    inside = "return document.activeElement.closest('main') !== null"
    window.until(lambda: bool(window.evaluate(inside)))


def test_no_kind_of_page_violates_a_rule_of_accessibility(
    window: Firefox, site: Path, program: str
) -> None:
    found = {}
    # Chromium is asked about the other kinds each time, Firefox once a week.
    for path in kinds_of(site) if THOROUGH else [program]:
        window.go(path)
        window.ready()
        found[path] = window.violations()
    assert {path: said for path, said in found.items() if said} == {}


def test_by_night_the_page_is_dark(window: Firefox) -> None:
    with window.driver.using_prefs({"ui.systemUsesDarkTheme": 1}):
        window.go("index.html")
        window.ready()
        red, green, blue = window.evaluate(
            "return getComputedStyle(document.body).backgroundColor.match(/\\d+/g).map(Number)"
        )[:3]
        assert red + green + blue < 200


def test_without_scripts_one_gets_from_home_to_a_paper(
    window: Firefox, program: str, talk: str
) -> None:
    with window.driver.using_prefs({"javascript.enabled": False}):
        window.go("index.html")
        window.link("Program", "header").click()
        window.until(lambda: window.path == program)
        assert not window.all("main button, main select, .theme-switch-button")
        window.link(talk).click()
        window.until(lambda: window.path != program)
        assert window.one("h1").text.startswith(talk)
        assert window.one(".workshop-bibtex")


def test_what_a_policy_forbids_is_in_the_console(window: Firefox) -> None:
    assert window.errors() == []  # of the tests before this one, which are forgotten below
    window.go("index.html")
    window.ready()
    window.evaluate("document.body.append(document.createElement('script'))")
    window.evaluate("document.body.lastChild.append('document.title = 1')")
    window.until(lambda: bool(window.errors()))
    assert "Content-Security-Policy" in window.errors()[0]
    assert window.driver.title != "1"
    window.forget_errors()
