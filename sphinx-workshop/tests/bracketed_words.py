"""A catalog that puts each word into brackets, and sites whose words it translates."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from babel.messages.mofile import write_mo

from greek_workshop import FACTS, LANGUAGE, NAMES
from inline_site import InlineSite
from message_catalog import translated
from sphinx_workshop.site.language import CATALOG

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

OPEN, CLOSED = "⟦", "⟧"

PLACEHOLDER = re.compile(r"(%\(\w+\)[sd]|\{\})")


def in_brackets(message: str) -> str:
    """Return a message with all of it in brackets but the places of values."""
    parts = PLACEHOLDER.split(message)
    return "".join(
        part if n % 2 or not part else f"{OPEN}{part}{CLOSED}" for n, part in enumerate(parts)
    )


def write_words(folder: Path, translate: Callable[[str], str] = in_brackets) -> None:
    """Write a site's own catalog."""
    catalog = folder / "catalogs" / LANGUAGE / "LC_MESSAGES" / f"{CATALOG}.mo"
    catalog.parent.mkdir(parents=True, exist_ok=True)
    with catalog.open("wb") as file:
        write_mo(file, translated(translate, LANGUAGE))


def site(folder: Path, files: dict[str, str], **settings: Any) -> InlineSite:
    """Return a site with words in brackets."""
    write_words(folder)
    chosen = {"language": LANGUAGE, "locale_dirs": ["../catalogs"], "workshop": FACTS}
    return InlineSite(folder, files, NAMES | chosen | settings)
