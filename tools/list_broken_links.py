"""Print the links to other sites that lead nowhere, as Markdown: `list_broken_links.py OUTPUT`.

OUTPUT is the folder that Sphinx's linkcheck wrote into. The status tells whether there is one.
"""

import json
import sys
from pathlib import Path

BROKEN = {"broken", "timeout"}


def broken_links(lines: str) -> list[str]:
    """Return an item for each broken link: its page and line, its address, the reason."""
    found = [json.loads(line) for line in lines.splitlines()]
    return sorted(
        f"- `{link['filename']}`, line {link['lineno']}: <{link['uri']}> "
        f"({' '.join(str(link['info']).split())[:200] or link['status']})"
        for link in found
        if link["status"] in BROKEN
    )


def main(output: str) -> int:
    """Print them."""
    found = Path(output, "output.json")
    if not found.is_file():
        print(f"{found} is not there: the check itself failed.")
        return 1
    links = broken_links(found.read_text(encoding="utf-8"))
    print("\n".join(links) if links else "Every link to another site leads somewhere.")
    return 1 if links else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
