"""A page of some content, checked by what a page may hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inline_site import SETTINGS

if TYPE_CHECKING:
    from engine_fixtures import MakeSite
    from inline_site import Built

EXTENSIONS = [*SETTINGS["extensions"], "sphinx_design"]
PICTURE = '<svg xmlns="http://www.w3.org/2000/svg"/>'


def built(make_site: MakeSite, content: str) -> Built:
    """Build a page whose fifth line begins with the content."""
    files = {"index.md": f"# Home\n\nText.\n\n{content}\n", "picture.svg": PICTURE}
    return make_site(files, extensions=EXTENSIONS).build()
