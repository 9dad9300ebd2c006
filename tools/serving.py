"""Serves built sites as a host would: compressed, with the life in caches that GitHub Pages gives.

python tools/serving.py _build/html 2022       at http://127.0.0.1:8000/2022/ (or PORT=...)
"""

from __future__ import annotations

import gzip
import http.server
import os
import sys
import threading
from contextlib import contextmanager
from functools import lru_cache
from http import HTTPStatus
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

# What hosts compress: text, whatever its type; pictures and fonts are compressed already.
_COMPRESSED = (
    *(".html", ".css", ".js", ".json", ".svg", ".xml"),
    *(".txt", ".ics", ".bib", ".ris", ".inv"),
)


class _Handler(http.server.SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    # Or what is short would wait until the browser has confirmed what came before: for 40 ms.
    disable_nagle_algorithm = True
    sys_version = ""  # or what pages weigh would depend on Python's version
    sites: Mapping[str, Path]

    def do_GET(self) -> None:
        if self.path == "/favicon.ico":  # browsers ask for it where a file is no page
            self.send_response(HTTPStatus.NO_CONTENT)
            self.end_headers()
            return
        path = self._path()
        if path is None:
            self.send_error(HTTPStatus.NOT_FOUND)
            return
        content = path.read_bytes()
        self.send_response(HTTPStatus.OK)
        if path.suffix in _COMPRESSED and "gzip" in self.headers.get("Accept-Encoding", ""):
            content = _compressed(content)
            self.send_header("Content-Encoding", "gzip")
        kind = self.guess_type(path)
        charset = "; charset=utf-8" if kind.startswith("text/") else ""
        for name, value in (
            ("Content-Type", kind + charset),
            ("Content-Length", str(len(content))),
            ("Cache-Control", "max-age=600"),
            ("Vary", "Accept-Encoding"),
        ):
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(content)

    def _path(self) -> Path | None:
        """Return the file at an address, if it is one of the sites'."""
        name, _, rest = unquote(urlsplit(self.path).path).lstrip("/").partition("/")
        if name not in self.sites:
            return None
        root = self.sites[name].resolve()
        path = (root / rest).resolve()
        path = path / "index.html" if path.is_dir() else path
        return path if path.is_file() and path.is_relative_to(root) else None

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing of requests."""


# To compress takes longer than to send, and each reader asks for the same scripts and styles.
@lru_cache(maxsize=256)
def _compressed(content: bytes) -> bytes:
    return gzip.compress(content, mtime=0)


class _Server(http.server.ThreadingHTTPServer):
    request_queue_size = 128  # five by default: a busy machine would reject connections

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing of a browser that has gone before all was sent."""


def server(sites: Mapping[str, Path], port: int = 0) -> http.server.ThreadingHTTPServer:
    """Return a server that has each site in a folder of its name."""
    handler = type("Handler", (_Handler,), {"sites": sites})
    return _Server(("127.0.0.1", port), handler)


@contextmanager
def served(**sites: Path) -> Iterator[str]:
    """Serve sites, each in a folder of its name, at the address that is returned."""
    with server(sites) as running:
        # How often it checks whether to stop, in seconds.
        threading.Thread(target=running.serve_forever, args=[0.01], daemon=True).start()
        yield f"http://127.0.0.1:{running.server_port}"
        running.shutdown()


def main() -> None:
    """Serve one site until it is stopped."""
    folder, name = sys.argv[1:]
    port = int(os.environ.get("PORT", "8000"))
    with server({name: Path(folder)}, port) as running:
        print(f"http://127.0.0.1:{port}/{name}/index.html")
        running.serve_forever()


if __name__ == "__main__":
    main()
