"""Write the template of a paper's page, and the links by which CONTRIBUTING.md begins pages.

What may follow in a page of a paper is said by the table of its fields. `make templates` runs this
after the table, or a template, has changed.
"""

import re
from pathlib import Path
from urllib.parse import quote

from sphinx_workshop.core.field_entry import required
from sphinx_workshop.core.field_table import PAPER
from sphinx_workshop.core.page_hints import page_note

ROOT = Path(__file__).resolve().parent.parent
TEMPLATES = ROOT / ".github" / "templates"
GUIDE = ROOT / "CONTRIBUTING.md"
_LINK = re.compile(r"^(\[new (\w+)\]: <.*&value=)[^>]*", re.MULTILINE)


def paper() -> str:
    """Return the template of a paper's page."""
    options = "".join(f":{name}:\n" for name in required(PAPER))
    note = "".join(f"% {line}\n" for line in page_note({}).splitlines())
    return f"#\n\n:::{{paper}}\n{options}\n{note}:::\n"


def linked(guide: str) -> str:
    """Return the guide with links that hold the templates."""

    def link(found: re.Match[str]) -> str:
        return found[1] + quote((TEMPLATES / f"{found[2]}.md").read_text("utf-8"), safe="")

    return _LINK.sub(link, guide)


if __name__ == "__main__":
    (TEMPLATES / "paper.md").write_text(paper(), encoding="utf-8")
    GUIDE.write_text(linked(GUIDE.read_text("utf-8")), encoding="utf-8")
