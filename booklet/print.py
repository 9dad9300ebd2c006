"""Print the booklet's page as a PDF beside it.

    python booklet/print.py --check      tells what is missing, if anything is
    python booklet/print.py PAGE.html    writes PAGE.pdf

The page is the one that readers see: its content alone is printed, by booklet.css.
"""

from __future__ import annotations

import importlib
import sys
from pathlib import Path

MISSING = """\
make booklet cannot print the PDF: {reason}

Its engine, WeasyPrint, needs Pango and HarfBuzz:
  Debian, Ubuntu  apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0
  Fedora          dnf install pango harfbuzz
  macOS           brew install pango
and the packages of booklet/requirements.txt, which make installs into .venv.
Then run make booklet again. make html needs none of this.
"""


def main(arguments: list[str]) -> None:
    """Check that all is there, and print each page that is named."""
    try:
        press = importlib.import_module("press")
    except (ImportError, OSError) as error:  # OSError: a library that the engine calls
        sys.exit(MISSING.format(reason=str(error).strip().partition("\n")[0]))
    for name in arguments:
        if name != "--check":
            try:
                print(f"The booklet is {press.print_page(Path(name))}.")
            except ValueError as error:
                sys.exit(f"{name} cannot be printed: {error}")


if __name__ == "__main__":
    main(sys.argv[1:])
