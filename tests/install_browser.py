"""Find a Chromium and a Firefox for the browser tests, or install them.

The tests call `find_headless` and `find_firefox`. `make test` runs this file first, which prints
their paths. Without Chromium there are no browser tests; a machine of a contributor may be without
Firefox, CI may not.

Chromium's headless shell is the same engine without windows: a page costs half the processor's
time, and a browser context a fifth.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from playwright.sync_api import sync_playwright

HEADLESS = "chromium-headless-shell"
COMMANDS = ("chromium", "google-chrome", "google-chrome-stable", "chrome", "chromium-browser")
FIREFOX = ("firefox-esr", "firefox", "/Applications/Firefox.app/Contents/MacOS/firefox")
MACOS_APPS = ("Google Chrome", "Chromium")
PLAYWRIGHT = (sys.executable, "-m", "playwright")


@cache
def find_headless() -> Path | None:
    """Return Chromium's headless shell, or a whole browser where there is none."""
    shell = shutil.which(HEADLESS)
    return Path(shell) if shell and starts(shell) else find_browser()


@cache
def find_browser() -> Path | None:
    """Return the first installed Chromium or Chrome that starts."""
    return next((browser for browser in candidates() if starts(browser)), None)


@cache
def find_firefox() -> Path | None:
    """Return the first installed Firefox that starts."""
    found = (Path(path) for command in FIREFOX if (path := shutil.which(command)))
    return next((browser for browser in found if starts(browser)), None)


def candidates() -> Iterator[Path]:
    """Yield where a browser may be: on the path, among the Mac's applications, Playwright's own."""
    yield from (Path(found) for command in COMMANDS if (found := shutil.which(command)))
    for app in MACOS_APPS:
        yield Path(f"/Applications/{app}.app/Contents/MacOS/{app}")
    if starts(*PLAYWRIGHT):
        with sync_playwright() as playwright:
            yield Path(playwright.chromium.executable_path)


def starts(*command: str | Path) -> bool:
    """Return whether a command runs: `chromium-browser`, say, may be a mere note to use snap."""
    try:
        subprocess.run([*command, "--version"], check=True, capture_output=True, timeout=60)
    except (OSError, subprocess.SubprocessError):
        return False
    return True


def install() -> None:
    """Install Debian's browsers where that is possible, Playwright's own Chromium elsewhere."""
    if os.name == "posix" and os.geteuid() == 0 and shutil.which("apt-get"):
        environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
        # A bare Debian has no libatomic, and without it Playwright cannot start.
        install = ["install", "--yes", "--no-install-recommends"]
        # One by one: a system that has no package of the one name still gets the others.
        for arguments in (
            ["update"],
            ["install", "--yes", "chromium", "libatomic1"],
            [*install, "firefox-esr"],
            [*install, HEADLESS],
        ):
            subprocess.run(["apt-get", "--quiet", *arguments], check=False, env=environment)
        for find in (find_browser, find_headless, find_firefox):
            find.cache_clear()
    if not find_browser():
        subprocess.run([*PLAYWRIGHT, "install", "chromium"], check=True)
        find_browser.cache_clear()
        find_headless.cache_clear()


def main() -> None:
    """Make sure that the tests have their browsers, and print their paths."""
    if not (shutil.which(HEADLESS) and find_browser() and find_firefox() and starts(*PLAYWRIGHT)):
        install()
    browser = find_headless()
    if not browser:
        sys.exit("No browser for the tests: install Chromium or Chrome, then try again.")
    print(browser)
    print(find_firefox() or "No Firefox: its tests are left out here, and done in CI.")


if __name__ == "__main__":
    main()
