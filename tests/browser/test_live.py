"""`make live`: edits show by themselves, and no mistake ends it."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from live_site import PATIENCE, Live
from real_site import ROOT
from small_workshop import FILES


def live_command() -> list[str]:
    """Return what `make live` runs, with this Python's tools and any free port."""
    made = subprocess.run(
        ["make", "--dry-run", "--always-make", "--no-print-directory", "live", "PORT=0"],
        cwd=ROOT,
        env={name: value for name, value in os.environ.items() if not name.startswith("MAKE")},
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    command = made[made.rindex(".venv/bin/python") :].replace("\\\n", " ")
    return [sys.executable, *shlex.split(command)[1:]]


@pytest.fixture(scope="module")
def live(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Live]:
    running = Live(tmp_path_factory.mktemp("live"), live_command())
    yield running
    running.stop()


@pytest.fixture
def edit(live: Live) -> Iterator[Callable[[dict[str, str | None]], int]]:
    """Return what writes files and gives the place in the terminal's text; undone in the end."""
    touched: dict[str, str | None] = {}

    def write(changes: dict[str, str | None]) -> int:
        touched.update(changes)
        place = len(live.terminal())
        live.site.write(changes)
        return place

    yield write
    for name in touched:
        path = live.site.source / name
        if name in FILES:
            live.site.write({name: FILES[name]})
        else:
            path.unlink(missing_ok=True)
    live.settle()


def test_an_edit_shows_where_it_is_listed_and_the_reader_stays_in_place(
    live: Live,
    edit: Callable[[dict[str, str | None]], int],
    open_context: Callable[..., BrowserContext],
) -> None:
    page: Page = open_context(viewport={"width": 360, "height": 200}).new_page()
    page.goto(f"{live.address}/papers/index.html")
    # A build that ended before the page was opened makes it load once more.
    page.wait_for_function("() => { scrollTo(0, 120); return scrollY === 120; }")
    edit({"papers/alpha.md": FILES["papers/alpha.md"].replace("Alpha particles", "Alpha rays")})
    expect(page.locator(".workshop-papers")).to_contain_text("Alpha rays", timeout=PATIENCE * 1000)
    page.wait_for_function("scrollY === 120")
    live.page("papers/alpha.html", "Alpha rays")
    live.page("topics/inference.html", "Alpha rays")


def test_a_mistake_is_reported_in_the_terminal_and_gone_when_fixed(
    live: Live, edit: Callable[[dict[str, str | None]], int]
) -> None:
    wrong = FILES["papers/beta.md"].replace("robustness; inference", "robustnes; inference")
    place = edit({"papers/beta.md": wrong})
    live.said(r"(papers/beta.md:5: WARNING: .*did you mean 'robustness'\?)", place)
    live.said(r"(build succeeded, 1 warning\.)", place)
    place = edit({"papers/beta.md": FILES["papers/beta.md"] + "\nFixed.\n"})
    live.page("papers/beta.html", "Fixed.")
    live.said(r"(build succeeded\.)", place)
    assert "WARNING" not in live.terminal()[place:]


def test_a_file_added_renamed_and_deleted_is_followed(
    live: Live, edit: Callable[[dict[str, str | None]], int]
) -> None:
    delta = "# Delta waves\n\n:::{paper} 99\n:authors: Eve Orr\n:::\n"
    edit({"papers/delta.md": delta})
    live.page("papers/index.html", "Delta waves")
    edit({"papers/delta.md": None, "papers/waves.md": delta})
    live.page("papers/index.html", "waves.html")
    live.gone("papers/index.html", "delta.html")
    edit({"papers/waves.md": None})
    live.gone("papers/index.html", "Delta waves")
    live.gone("program/authors.html", "Eve Orr")


def test_a_file_that_no_build_can_read_does_not_end_it(
    live: Live, edit: Callable[[dict[str, str | None]], int]
) -> None:
    place = edit({"notes.md": FILES["notes.md"]})
    (live.site.source / "notes.md").write_bytes(b"\x00# Notes\n\nZ\xfcrich \xff\xfe\n")
    live.said(r"(notes.md:\d+: ERROR: the byte 0x\w+ is not UTF-8)", place)
    assert "Traceback" not in live.terminal()[place:]
    edit({"notes.md": FILES["notes.md"] + "\nReadable again.\n"})
    live.page("notes.html", "Readable again.")


def test_settings_that_cannot_be_read_do_not_end_it(
    live: Live, edit: Callable[[dict[str, str | None]], int]
) -> None:
    settings = live.site.source / "conf.py"
    kept = settings.read_text(encoding="utf-8")
    place = edit({})
    settings.write_text(kept + "\nworkshop['plce'] = 'x'\n", encoding="utf-8")
    try:
        live.said(r"(workshop\['plce'\] is unknown; did you mean 'place'\?)", place)
    finally:
        settings.write_text(kept, encoding="utf-8")
    edit({"notes.md": FILES["notes.md"] + "\nSettled.\n"})
    live.page("notes.html", "Settled.")
