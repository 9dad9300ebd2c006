"""A server that answers as pretalx's API does, in pages, and fails as servers do."""

from __future__ import annotations

import http.server
import json
import threading
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs, urlsplit

if TYPE_CHECKING:
    from collections.abc import Iterator

BROKEN = "broken"
"""A fault: the connection ends inside the body."""


def talk(number: int, **more: Any) -> dict[str, Any]:
    """Return a submission as version 1 of the API has it, `expand=` having put objects in."""
    person: dict[str, Any] = {
        "code": f"P{number:05}", "name": f"Ann Lee {'ABCDEFGHIJ'[number % 10]}", "biography": "x",
        "avatar_url": None, "answers": [],
    }  # fmt: skip
    room = {"id": 7, "name": {"en": "Hall"}, "description": {}, "uuid": None, "guid": None}
    slot = {
        "id": 100 + number, "room": room, "submission": f"T{number:05}", "schedule": 3,
        "start": f"2016-07-22T{8 + number // 12:02}:{number % 12 * 5:02}:00-04:00",
        "end": f"2016-07-22T{8 + (number + 1) // 12:02}:{(number + 1) % 12 * 5:02}:00-04:00",
        "duration": 5, "description": None,
    }  # fmt: skip
    fields = {
        "code": f"T{number:05}", "title": f"Of Meadow {number}", "speakers": [person],
        "submission_type": {"id": 1, "name": {"en": "Talk"}, "default_duration": 5},
        "track": None, "tags": [], "state": "confirmed", "abstract": f"It is *about* {number}.",
        "description": "", "duration": 5, "slot_count": 1, "content_locale": "en",
        "do_not_record": False, "image": None, "resources": [], "answers": [], "slots": [slot],
    }  # fmt: skip
    return fields | more


@dataclass
class Pretalx:
    """What the server has and does; `asked` are the paths and queries that were asked for."""

    talks: list[dict[str, Any]]
    size: int = 3
    faults: list[int | str] = field(default_factory=list)
    hidden: tuple[str, ...] = ()  # lists that strangers do not see
    files: dict[str, bytes] = field(default_factory=dict)
    own_name: str = "http://wrong.example"  # what it takes its address for, behind a proxy
    asked: list[str] = field(default_factory=list)

    def answer(self, address: str) -> tuple[int, bytes]:
        """Return status and body."""
        self.asked.append(address)
        parts = urlsplit(address)
        if parts.path in self.files:
            return 200, self.files[parts.path]
        before, _, rest = parts.path.partition("/api/events/meadows/")
        name = rest.strip("/")
        if before or name not in {"submissions", "talks"} or name in self.hidden:
            return 404, b'{"detail": "Not found."}'
        number = int(parse_qs(parts.query).get("page", ["1"])[0])
        last = number * self.size >= len(self.talks)
        query = f"{parts.query.partition('&page=')[0]}&page={number + 1}"
        page = {
            "count": len(self.talks),
            "next": None if last else f"{self.own_name}{parts.path}?{query}",
            "previous": None,
            "results": self.talks[(number - 1) * self.size : number * self.size],
        }
        return 200, json.dumps(page).encode()


class _Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    pretalx: Pretalx

    def do_GET(self) -> None:
        fault = self.pretalx.faults.pop(0) if self.pretalx.faults else 0
        status, body = self.pretalx.answer(self.path)
        self.send_response(fault if isinstance(fault, int) and fault else status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if fault == BROKEN:
            self.wfile.write(body[: len(body) // 2])
            self.close_connection = True
        else:
            self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Log no requests."""


@contextmanager
def serve(pretalx: Pretalx) -> Iterator[str]:
    """Serve, and yield the server's address, without a slash."""
    handler = type("Handler", (_Handler,), {"pretalx": pretalx})
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        # How often it checks whether to stop; each test waits for that.
        threading.Thread(target=server.serve_forever, args=[0.01], daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
