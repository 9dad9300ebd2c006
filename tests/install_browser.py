"""Find a Chromium for the browser tests, or install one.

The tests call `find_browser`. `make test` runs this file first, which prints the browser's path.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from playwright.sync_api import sync_playwright

COMMANDS = ("chromium", "google-chrome", "google-chrome-stable", "chrome", "chromium-browser")
MACOS_APPS = ("Google Chrome", "Chromium")
PLAYWRIGHT = (sys.executable, "-m", "playwright")


@cache
def find_browser() -> Path | None:
    """Return the first installed Chromium or Chrome that starts."""
    return next((browser for browser in candidates() if starts(browser)), None)


def candidates() -> Iterator[Path]:
    """Yield where a browser may be: on the path, among the Mac's applications, Playwright's own."""
    yield from (Path(found) for command in COMMANDS if (found := shutil.which(command)))
    for app in MACOS_APPS:
        yield Path(f"/Applications/{app}.app/Contents/MacOS/{app}")
    if starts(*PLAYWRIGHT):
        with sync_playwright() as playwright:
            yield Path(playwright.chromium.executable_path)


def starts(*command: str | Path) -> bool:
    """Tell whether a command runs: `chromium-browser`, say, may be a mere note to use snap."""
    try:
        subprocess.run([*command, "--version"], check=True, capture_output=True, timeout=60)
    except (OSError, subprocess.SubprocessError):
        return False
    return True


def install() -> None:
    """Install Debian's Chromium where that is possible, Playwright's own elsewhere."""
    if os.name == "posix" and os.geteuid() == 0 and shutil.which("apt-get"):
        environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
        # A bare Debian has no libatomic, and without it Playwright cannot start.
        for arguments in (["update"], ["install", "--yes", "chromium", "libatomic1"]):
            subprocess.run(["apt-get", "--quiet", *arguments], check=False, env=environment)
        find_browser.cache_clear()
    if not find_browser():
        subprocess.run([*PLAYWRIGHT, "install", "chromium"], check=True)
        find_browser.cache_clear()


def main() -> None:
    """Make sure that the tests have a browser, and print its path."""
    if not (find_browser() and starts(*PLAYWRIGHT)):
        install()
    browser = find_browser()
    if not browser:
        sys.exit("No browser for the tests: install Chromium or Chrome, then try again.")
    print(browser)


if __name__ == "__main__":
    main()
