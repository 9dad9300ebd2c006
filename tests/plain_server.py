"""Serves built sites to the browser tests, each in a folder of its name."""

from __future__ import annotations

import http.server
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http import HTTPStatus
from pathlib import Path
from typing import ClassVar

from axe_playwright_python.base import AXE_SCRIPT

AXE = "/axe.js"
"""Where axe-core is, so that a browser loads it from its memory, and compiles it once."""


class _Handler(http.server.SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    # Or what is short would wait until the browser has confirmed what came before: for 40 ms.
    disable_nagle_algorithm = True
    sites: ClassVar[dict[str, Path]] = {}

    def do_GET(self) -> None:
        if self.path == "/favicon.ico":  # a browser asks for it where a file is no page
            self.send_response(HTTPStatus.NO_CONTENT)
            self.end_headers()
        elif self.path == AXE:
            script = AXE_SCRIPT.encode()
            self.send_response(HTTPStatus.OK)
            self.send_header("Content-Type", "text/javascript")
            self.send_header("Content-Length", str(len(script)))
            self.end_headers()
            self.wfile.write(script)
        else:
            super().do_GET()

    def end_headers(self) -> None:
        """Let browsers keep what they have, as the real site's host does."""
        self.send_header("Cache-Control", "max-age=600")
        super().end_headers()

    def translate_path(self, path: str) -> str:
        name, _, rest = path.lstrip("/").partition("/")
        nowhere = next(iter(self.sites.values())) / "nowhere"
        self.directory = str(self.sites.get(name, nowhere))
        return super().translate_path(rest)

    def log_message(self, format: str, *args: object) -> None:
        """Log no requests."""


class _Server(http.server.ThreadingHTTPServer):
    request_queue_size = 128  # five by default: a busy machine would reject connections

    def handle_error(self, request: object, client_address: object) -> None:
        """Ignore a browser that disconnects before a response ends."""


@contextmanager
def serve(sites: dict[str, Path]) -> Iterator[str]:
    """Serve each site in a folder of its name; yield the server's address, without a slash."""
    handler = type("Handler", (_Handler,), {"sites": sites})
    with _Server(("127.0.0.1", 0), handler) as server:
        # How often it checks whether to stop; each test waits for that.
        threading.Thread(target=server.serve_forever, args=[0.01], daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
