"""Ask whether the locked packages have known vulnerabilities: `audit.py LOCK...`.

Fails where one has. Where the database cannot be reached, that is said, and nothing fails: no one
who works offline is stopped by it.
"""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

COMMAND = (sys.executable, "-m", "pip_audit", "--require-hashes", "--disable-pip", "--format=json")


def audit(lock: str) -> list[dict[str, Any]]:
    """Return what pip-audit knows of each package that a lock names; nothing if it cannot ask."""
    done = subprocess.run(
        [*COMMAND, "--requirement", lock], capture_output=True, text=True, check=False
    )
    try:
        found: list[dict[str, Any]] = json.loads(done.stdout)["dependencies"]
    except (ValueError, KeyError):
        print(done.stderr.strip().rpartition("\n")[2], file=sys.stderr)
        return []
    return found


def report(lock: str, packages: list[dict[str, Any]]) -> tuple[str, bool]:
    """Return a sentence about a lock, a line for each vulnerability, and whether there is none."""
    asked = [package for package in packages if "vulns" in package]
    lines = [
        f"  {package['name']} {package['version']}: {flaw['id']}; "
        f"fixed in {', '.join(flaw['fix_versions']) or 'no version yet'}"
        for package in asked
        for flaw in package["vulns"]
    ]
    if not asked:
        return f"{lock}: not audited, because the database could not be reached", True
    rest = len(packages) - len(asked)
    unknown = f", {rest} not known to the database" if rest else ""
    first = f"{lock}: {len(asked)} packages audited, {len(lines)} vulnerabilities{unknown}"
    return "\n".join([first, *lines]), not lines


def main(*locks: str) -> int:
    """Audit every lock, and print what was found."""
    sound = True
    for lock in locks:
        assert Path(lock).is_file(), lock
        words, good = report(lock, audit(lock))
        print(words)
        sound = sound and good
    return 0 if sound else 1


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
