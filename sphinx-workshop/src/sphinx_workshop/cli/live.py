"""Serves the site while it is written: `python -m sphinx_workshop.cli.live`.

Takes the arguments of `sphinx-autobuild`, and does the same; only builds start sooner, and all but
the first leave what no one looks at between two edits (`sphinx_workshop.site.preview`).
"""

from __future__ import annotations

import sys

from ..compat import autobuild

PREVIEW = ("-D", "workshop_preview=1")

if __name__ == "__main__":
    if autobuild.FORKS:
        print("Search, booklet and files for other programs stay as they are when this starts.")
    autobuild.main(sys.argv[1:], PREVIEW)
