"""List what the site is built with, with versions and licenses: `list_packages.py LOCK OUTPUT`.

The list is a CycloneDX bill of materials of the packages that are both locked and installed.
"""

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

from packaging.utils import canonicalize_name

COMMAND = (sys.executable, "-m", "cyclonedx_py", "environment", "--output-reproducible")


def locked(lock: str) -> set[str]:
    """Return the names that a lock holds, as they are compared."""
    return {canonicalize_name(name) for name in re.findall(r"^([\w.-]+)==", lock, re.MULTILINE)}


def only(materials: dict[str, Any], names: set[str]) -> dict[str, Any]:
    """Return a bill of materials without the packages that no name stands for."""
    kept = [part for part in materials["components"] if canonicalize_name(part["name"]) in names]
    ids = {part["bom-ref"] for part in kept}
    needs = [
        entry | {"dependsOn": [ref for ref in entry.get("dependsOn", []) if ref in ids]}
        for entry in materials.get("dependencies", [])
        if entry["ref"] in ids
    ]
    return materials | {"components": kept, "dependencies": needs}


def main(lock: str, output: str) -> None:
    """Write the list."""
    done = subprocess.run([*COMMAND, sys.executable], capture_output=True, text=True, check=True)
    found = only(json.loads(done.stdout), locked(Path(lock).read_text(encoding="utf-8")))
    Path(output).parent.mkdir(parents=True, exist_ok=True)
    Path(output).write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")
    print(f"{output} lists {len(found['components'])} packages.")


if __name__ == "__main__":
    main(*sys.argv[1:])
