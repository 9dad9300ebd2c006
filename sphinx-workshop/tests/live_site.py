"""A small workshop that is served while it is written, and what its reader waits for."""

from __future__ import annotations

import os
import re
import socket
import subprocess
import time
from typing import TYPE_CHECKING, TypeVar
from urllib.parse import urlsplit

import pytest

from inline_site import SETTINGS, InlineSite
from small_workshop import FILES

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from inline_site import Files

Found = TypeVar("Found")

PATIENCE = 300.0  # seconds; a rebuild takes less than one, on a busy machine many


class Live:
    """A small workshop that is served while it is written."""

    def __init__(self, folder: Path, command: Sequence[str], modules: Files | None = None) -> None:
        modules = modules or {}
        extensions = [
            *SETTINGS["extensions"],
            "sphinx_workshop.site.csp",  # which `make live` sets off
            *(name.removesuffix(".py") for name in modules),
        ]
        self.site = InlineSite(folder, FILES | modules, {"extensions": extensions})
        self.output = self.site.source / "_build" / "live"
        self.log = folder / "log"
        with self.log.open("w", encoding="utf-8") as log:
            self.process = subprocess.Popen(
                command,
                cwd=self.site.source,
                env=os.environ | {"PYTHONUNBUFFERED": "1"},
                stdout=log,
                stderr=subprocess.STDOUT,
            )
        self.address = self.said(r"Serving on (http://\S+)")
        self.page("index.html", "Home")
        # It says so a moment before it does.
        self._waited(self.answers, f"nothing answers at {self.address}")
        self.edits = 0

    def stop(self) -> None:
        """End the server."""
        self.process.terminate()
        self.process.wait(PATIENCE)

    def said(self, words: str, since: int = 0) -> str:
        """Wait until the terminal shows words after a place of its text; return the group."""
        return self._waited(
            lambda: re.search(words, self.terminal()[since:]), f"the terminal never said {words}"
        )[1]

    def answers(self) -> bool:
        """Return whether the server takes connections."""
        parts = urlsplit(self.address)
        try:
            socket.create_connection((parts.hostname, parts.port), timeout=1).close()
        except OSError:
            return False
        return True

    def terminal(self) -> str:
        return re.sub(r"\x1b\[[0-9;]*m", "", self.log.read_text(encoding="utf-8"))

    def page(self, name: str, words: str) -> None:
        """Wait until a built page holds words."""
        path = self.output / name
        self._waited(
            lambda: path.is_file() and words in path.read_text(encoding="utf-8"),
            f"{name} never said {words}",
        )

    def settle(self) -> None:
        """Wait until all that was written is built, and no build runs."""
        self.edits += 1
        words = f"Edit {self.edits} is built."
        self.site.write({"notes.md": f"{FILES['notes.md']}\n{words}\n"})
        self.page("notes.html", words)
        self._waited(self.is_idle, "a build never ended")

    def is_idle(self) -> bool:
        """Return whether each build has ended: the first, and one for each message of a rebuild."""
        text = self.terminal()
        return text.count("Serving on") == text.count("Rebuilding...") + 1

    def gone(self, name: str, words: str) -> None:
        """Wait until a built page does not hold words any more."""
        path = self.output / name

        def is_gone() -> bool:
            text = path.read_text(encoding="utf-8") if path.is_file() else ""
            return "</html>" in text and words not in text  # it may be in the middle of writing

        self._waited(is_gone, f"{words} stays")

    def _waited(self, look: Callable[[], Found | None], complaint: str) -> Found:
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            assert self.process.poll() is None, f"it has ended: {self.terminal()[-2000:]}"
            if found := look():
                return found
            time.sleep(0.05)
        pytest.fail(f"{complaint}: {self.terminal()[-2000:]}")
