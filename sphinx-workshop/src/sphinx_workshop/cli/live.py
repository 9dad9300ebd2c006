"""Serves the site while it is written: `python -m sphinx_workshop.cli.live`.

Takes the arguments of `sphinx-autobuild`, and does the same; only builds start sooner.
"""

from __future__ import annotations

import sys

from ..compat import autobuild

if __name__ == "__main__":
    autobuild.main(sys.argv[1:])
