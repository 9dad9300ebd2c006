"""Fetches a public schedule: of pretalx's API, page by page, or a file; keeps a copy.

Where the server is busy or the connection breaks, it is tried again.
"""

from __future__ import annotations

import json
import re
import sys
from itertools import chain
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import parse_qs, urlsplit, urlunsplit
from urllib.request import getproxies, proxy_bypass

from ..core.errors import CommandError
from ..core.extras import module
from .decoding import LARGEST

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    Get = Callable[[str], tuple[int, bytes]]

TRIES = 6
_BUSY = (429, 500, 502, 503, 504)
_FACTOR = 1.0  # seconds: the pauses are 0, 2, 4, 8, 16, unless the server names one
_LONGEST_PAUSE = 60
_SECONDS = (15.0, 60.0)  # to connect, and to wait for bytes
_API = re.compile(r"(?P<before>.*)/api/events/(?P<event>[\w-]+)(?:/.*)?")
_PAGES = re.compile(r"(?P<before>.*)/(?P<event>[\w-]+)/(?:schedule|talk|speaker|featured)(?:/.*)?")
_EVENT = re.compile(r"(?P<before>)/(?P<event>[\w-]+)/?")
_FILE = re.compile(r".*\.(?:json|xml|csv|tsv|txt)", re.IGNORECASE)
_HIDDEN = (401, 403, 404)
_QUERY = "expand=speakers,submission_type,slots,slots.room"
_VENUE = re.compile(r"[\w./-]+")


class _Source(NamedTuple):
    """An event of pretalx's: scheme and host, the path before `/api`, and its short name."""

    server: tuple[str, str]
    before: str
    event: str

    def address(self, list_: str, query: str) -> str:
        """Return the address of a list of the event."""
        path = f"{self.before}/api/events/{self.event}/{list_}/"
        return urlunsplit((*self.server, path, query, ""))


def is_address(text: str) -> bool:
    """Return whether a text is an address of the web, and no file's name."""
    return re.match(r"https?://", text, re.IGNORECASE) is not None


def fetch(address: str, folder: Path) -> Path:
    """Fetch what an address leads to, and return the copy that is kept of it.

    Args:
        address: of an event of pretalx's, or of a file.
        folder: where the copy is kept.

    Raises:
        CommandError: the address leads to nothing that is read, or cannot be fetched.
    """
    parts = urlsplit(address)
    host = parts.hostname or ""
    if host == "openreview.net" or host.endswith(".openreview.net"):
        raise CommandError(_openreview(parts.query))
    get = _client()
    if _FILE.fullmatch(parts.path):
        name = f"{host}-{parts.path.rpartition('/')[2]}"
        return _kept(folder, name, _checked(address, *get(address)))
    known = _API.fullmatch(parts.path) or _PAGES.fullmatch(parts.path)
    if not known and (host == "pretalx.com" or host.endswith(".pretalx.com")):
        known = _EVENT.fullmatch(parts.path)
    if not known:
        raise CommandError(
            f"{address} is not an address that is read; these are: an event of pretalx's "
            "(https://pretalx.com/<event>/, or …/api/events/<event>/ on any server), and files "
            "that end in .json, .xml or .csv. Save the export in a browser, and import that file"
        )
    source = _Source((parts.scheme, parts.netloc), known["before"], known["event"])
    talks = _talks(source, get)
    whole = {"count": len(talks), "next": None, "previous": None, "results": talks}
    text = json.dumps(whole, ensure_ascii=False, indent=1)
    return _kept(folder, f"pretalx-{source.event}.json", f"{text}\n".encode())


def _kept(folder: Path, name: str, data: bytes) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / re.sub(r"[^\w.-]+", "-", name)
    path.write_bytes(data)
    return path


def _checked(url: str, status: int, data: bytes) -> bytes:
    """Return the body of a good answer.

    Raises:
        CommandError: the server rejects the request.
    """
    if status in _HIDDEN:
        raise CommandError(
            f"{url} is not public, or not there (status {status}); publish the schedule, or save "
            "the export in a browser where you are signed in, and import that file"
        )
    if status != 200:
        raise CommandError(f"{url} answers with the status {status}; check the address")
    return data


def _talks(source: _Source, get: Get) -> list[Any]:
    """Return all talks of an event, each once."""
    pages = _pages(source, get)
    first = next(pages)
    count = first["count"] if isinstance(first.get("count"), int) else len(first["results"])
    found: dict[str, Any] = {}
    bar = module("click", "import").progressbar(
        length=count, label="Fetching", file=sys.stderr, hidden=not sys.stderr.isatty()
    )
    with bar as shown:
        for page in chain([first], pages):
            for talk in page["results"]:
                code = talk.get("code") if isinstance(talk, dict) else None
                found.setdefault(str(code or f"talk {len(found)}"), talk)
            shown.update(len(page["results"]))
    if len(found) < count:
        path = f"{source.before}/{source.event}/schedule/export/schedule.json"
        raise CommandError(
            f"{len(found)} of {count} talks came: the schedule was changed meanwhile; import "
            f"again, or import {urlunsplit((*source.server, path, '', ''))}"
        )
    return [*found.values()]


def _pages(source: _Source, get: Get) -> Iterator[dict[str, Any]]:
    """Yield the pages of a list; the next one is on the same server, whatever it calls itself."""
    name, query = "submissions", _QUERY
    url = source.address(name, query)
    status, data = get(url)
    if status in _HIDDEN:  # before 2025, strangers see `talks` alone
        name = "talks"
        url = source.address(name, "")
        status, data = get(url)
    asked = {url}
    while True:
        page = _page(url, _checked(url, status, data))
        yield page
        if not page.get("next"):
            return
        url = source.address(name, urlsplit(str(page["next"])).query)
        if url in asked:
            raise CommandError(
                f"{url} is named as its own next page; report it to those who run the server"
            )
        asked.add(url)
        status, data = get(url)


def _page(url: str, data: bytes) -> dict[str, Any]:
    try:
        page = json.loads(data)
    except (ValueError, RecursionError):
        page = None
    if not isinstance(page, dict) or not isinstance(page.get("results"), list):
        raise CommandError(f"{url} is not a list of talks as pretalx has it; check the address")
    return page


def _openreview(query: str) -> str:
    """Return how to save the papers of a venue; its name is in the address of its page."""
    given = parse_qs(query).get("id", [""])[0]
    venue = given if _VENUE.fullmatch(given) else "<venue>"
    return (
        "openreview.net answers strangers with 403: save the papers in a file, and import that, "
        "FROM=notes.json. With the package openreview-py: client = openreview.api."
        "OpenReviewClient(baseurl='https://api2.openreview.net', username=…, password=…), and "
        "json.dump([note.to_json() | {'number': note.number} for note in "
        f"client.get_all_notes(content={{'venueid': '{venue}'}})], open('notes.json', 'w')). "
        "The API has the same at "
        f"https://api2.openreview.net/notes?content.venueid={venue}&limit=1000"
    )


def _client() -> Get:
    """Return what fetches addresses: the status and the body of each.

    What it returns raises CommandError where the server cannot be reached, or stays busy, or sends
    more than an import takes.
    """
    urllib3 = module("urllib3", "import")
    retries = urllib3.Retry(
        total=TRIES - 1,
        status_forcelist=_BUSY,
        backoff_factor=_FACTOR,
        backoff_max=_LONGEST_PAUSE,
        retry_after_max=_LONGEST_PAUSE,
    )
    options: dict[str, Any] = {
        "retries": retries,
        "timeout": urllib3.Timeout(*_SECONDS),
        "headers": {"User-Agent": "sphinx-workshop", "Accept": "application/json, */*;q=0.5"},
    }
    pools: dict[str, Any] = {}

    def get(url: str) -> tuple[int, bytes]:
        proxy = _proxy(url)
        if proxy not in pools:
            pools[proxy] = (
                urllib3.ProxyManager(proxy, **options) if proxy else urllib3.PoolManager(**options)
            )
        try:
            # The body is read here, so that a connection that breaks inside of it is tried again.
            response = pools[proxy].request("GET", url, preload_content=True)
        except urllib3.exceptions.MaxRetryError as error:
            raise CommandError(_tried(url, str(error.reason))) from None
        except urllib3.exceptions.HTTPError as error:
            raise CommandError(_tried(url, str(error))) from None
        if len(response.data) > LARGEST:
            raise CommandError(f"{url}: it is larger than {LARGEST // 2**20} MiB")
        return response.status, response.data

    return get


def _proxy(url: str) -> str:
    """Return the proxy that the environment names for an address, or nothing."""
    parts = urlsplit(url)
    if proxy_bypass(parts.hostname or ""):
        return ""
    return getproxies().get(parts.scheme, "")


def _tried(url: str, why: str) -> str:
    # The reason begins with an object's address in memory, which says nothing to anybody.
    reason = why.rpartition(">: ")[2].rstrip(".")
    return (
        f"{url} cannot be fetched ({reason}), and was tried {TRIES} times; try again later, or "
        "save the file in a browser and import that"
    )
