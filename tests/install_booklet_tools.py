"""Get what the tests of the booklet run: the libraries of the PDF's engine, and Java.

`make test` runs this file. Where nothing may be installed, it says what is missing.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

ENGINE = ("libpango-1.0-0", "libpangoft2-1.0-0", "libharfbuzz-subset0")
JAVA = ("default-jre-headless",)


def works(*command: str | Path) -> bool:
    """Return whether a command runs and succeeds."""
    try:
        subprocess.run(command, check=True, capture_output=True, timeout=120)
    except (OSError, subprocess.SubprocessError):
        return False
    return True


def engine_works() -> bool:
    """Return whether the PDF can be made."""
    return works(sys.executable, "-m", "sphinx_workshop.cli", "booklet", "--check")


def java_works() -> bool:
    """Return whether the e-book's checker, a Java program, can run."""
    return works("java", "-version")


def install(packages: tuple[str, ...]) -> None:
    """Install Debian's packages where that is possible."""
    if os.name == "posix" and os.geteuid() == 0 and shutil.which("apt-get"):
        environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
        for arguments in (["update"], ["install", "--yes", "--no-install-recommends", *packages]):
            subprocess.run(["apt-get", "--quiet", *arguments], check=False, env=environment)


def main() -> None:
    """Make sure that the tests can make the booklet and check it."""
    for found, packages, what in (
        (engine_works, ENGINE, "Pango and HarfBuzz"),
        (java_works, JAVA, "Java"),
    ):
        if not found():
            install(packages)
        if not found():
            sys.exit(
                f"The tests of the booklet need {what}: install {' '.join(packages)}"
                " (Debian's names), then try again."
            )


if __name__ == "__main__":
    main()
