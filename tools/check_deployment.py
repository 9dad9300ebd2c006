"""Compare a published site with the folder that was tested: `check_deployment.py URL FOLDER`.

Fetches home, one paper's page, the program's calendar and an address that does not exist. Each must
have the status that it should have, and the bytes of the file in the folder. A host needs a while
to show a new version everywhere: with `--wait SECONDS`, what differs is fetched again until then.
"""

from __future__ import annotations

import argparse
import sys
import time
import urllib.error
import urllib.request
from dataclasses import dataclass
from http import HTTPStatus
from pathlib import Path
from urllib.parse import quote

MISSING = "no-such-page/at-any-depth.html"
PAUSE = 2
TIMEOUT = 30


@dataclass(frozen=True, slots=True)
class Expected:
    """What a host must answer at an address, relative to the site's own."""

    address: str
    status: HTTPStatus
    file: Path


def expectations(folder: Path) -> list[Expected]:
    """Return what to fetch; a site without papers has no paper's page."""
    pages = sorted((folder / "program/papers").glob("*.html"))
    papers = [page for page in pages if page.name != "index.html"][:1]
    found = {
        "": folder / "index.html",
        "program/program.ics": folder / "program/program.ics",
        **{page.relative_to(folder).as_posix(): page for page in papers},
    }
    return [
        *(Expected(address, HTTPStatus.OK, file) for address, file in found.items()),
        Expected(MISSING, HTTPStatus.NOT_FOUND, folder / "404.html"),
    ]


def fetch(url: str) -> tuple[int, bytes]:
    """Return the status and the bytes of an answer, that of an error included."""
    # Proxies between here and the host may hold the former version: they must ask the host again.
    request = urllib.request.Request(url, headers={"Cache-Control": "no-cache"})
    try:
        with urllib.request.urlopen(request, timeout=TIMEOUT) as answer:
            return answer.status, answer.read()
    except urllib.error.HTTPError as error:
        return error.code, error.read()


def difference(base: str, expected: Expected) -> str:
    """Return in a sentence how an answer differs from what was tested; nothing if it does not."""
    url = base + quote(expected.address)
    try:
        status, content = fetch(url)
    except OSError as error:
        return f"{url}: no answer: {error}"
    if status != expected.status:
        return f"{url}: status {status}; expected {int(expected.status)}"
    if content != (tested := expected.file.read_bytes()):
        return f"{url}: {len(content)} bytes that differ from {expected.file} ({len(tested)} bytes)"
    return ""


def check(base: str, expected: list[Expected], wait: float) -> list[str]:
    """Return what differs still after the time to wait, and print what is right."""
    end = time.monotonic() + wait
    while True:
        results = {item: difference(base, item) for item in expected}
        for item in expected:
            if not results[item]:
                print(f"{base}{item.address}: {int(item.status)}, as tested")
        expected = [item for item in expected if results[item]]
        if not expected or time.monotonic() >= end:
            return [results[item] for item in expected]
        time.sleep(min(PAUSE, max(0, end - time.monotonic())))


def main(arguments: list[str] | None = None) -> int:
    """Compare what the arguments name; return the exit status."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("url", help="the published site's address")
    parser.add_argument("folder", type=Path, help="the built site")
    parser.add_argument("--wait", type=float, default=0, help="seconds until it must be published")
    given = parser.parse_args(arguments)
    expected = expectations(given.folder)
    if unknown := [str(item.file) for item in expected if not item.file.is_file()]:
        print(f"not a built site: {', '.join(unknown)} missing", file=sys.stderr)
        return 2
    differences = check(given.url.rstrip("/") + "/", expected, given.wait)
    for line in differences:
        print(line, file=sys.stderr)
    return 1 if differences else 0


if __name__ == "__main__":
    sys.exit(main())
