"""Fetches an address over HTTP, again where the server is busy or the connection breaks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit
from urllib.request import getproxies, proxy_bypass

from ..core.errors import CommandError
from ..core.extras import module
from .decoding import LARGEST

if TYPE_CHECKING:
    from collections.abc import Callable

TRIES = 6
_BUSY = (429, 500, 502, 503, 504)
_FACTOR = 1.0  # seconds: the pauses are 0, 2, 4, 8, 16, unless the server names one
_LONGEST_PAUSE = 60
_SECONDS = (15.0, 60.0)  # to connect, and to wait for bytes


def client() -> Callable[[str], tuple[int, bytes]]:
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
