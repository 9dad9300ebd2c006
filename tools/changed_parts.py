"""Print whether a change touches code: `changed_parts.py BASE` prints `code=true` or `code=false`.

Content is what contributors write: the content folders, papers’ files, pictures under `_static/`,
and the list of published addresses. Everything else is code, files that nobody thought of
included. CI runs the tests of the code only where code has changed.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import PurePosixPath

CONTENT = {"index.md", "addresses.txt", "about", "assets", "call-for-papers", "program"}
PICTURES = {".avif", ".gif", ".jpeg", ".jpg", ".png", ".svg", ".webp"}


def is_content(name: str) -> bool:
    """Return whether a path, relative to the repository's root, is content."""
    path = PurePosixPath(name)
    is_picture = path.parts[0] == "_static" and path.suffix.lower() in PICTURES
    return path.parts[0] in CONTENT or is_picture


def touches_code(names: list[str]) -> bool:
    """Return whether one of the changed files is code; a change of no known file counts as code."""
    return not names or not all(is_content(name) for name in names)


def changed_files(base: str) -> list[str]:
    """Return the paths that differ between a commit and the checked-out one; a rename has two."""
    done = subprocess.run(
        ["git", "diff", "--name-only", "--no-renames", "-z", base, "HEAD", "--"],
        check=True,
        capture_output=True,
    )
    return list(filter(None, os.fsdecode(done.stdout).split("\0")))


def main(base: str) -> None:
    """Print the line that a workflow appends to `$GITHUB_OUTPUT`."""
    print(f"code={str(touches_code(changed_files(base))).lower()}")


if __name__ == "__main__":
    main(*sys.argv[1:])
