"""Says in plain words, with the remedy, what Sphinx, MyST and docutils say in theirs.

Only where a word, a page or a file can be named that was meant; other messages stay.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from pygments.lexers import get_all_lexers

from ...core.suggest import suggest
from ..flaws import FENCES, LINKS, PAGES

if TYPE_CHECKING:
    from collections.abc import Callable

    from .site import Site

_WORDS = re.compile(r"[\w-]+")


class Rewrite(NamedTuple):
    """A message by type and pattern, the words that replace it, and the section of the guide."""

    type: str
    pattern: str
    section: str
    words: Callable[[re.Match[str], Site], str]


def _no_page(found: re.Match[str], site: Site) -> str:
    target = found[1]
    if target.startswith("#") or not re.search(r"[./]", target):
        return (
            f"there is no place '{target.removeprefix('#')}' on this page"
            f"{suggest(target.removeprefix('#'), site.labels)}; a link to a heading needs a name "
            "in parentheses on the line above it, like (rules)="
        )
    hint = site.suggested_page(target)
    return f"there is no page '{target}'{hint or '; write the path from this file to its .md file'}"


REWRITES = (
    Rewrite("myst", r"'myst' cross-reference target not found: '(.+)'", LINKS, _no_page),
    Rewrite(
        "myst",
        r"local id not found in doc '(.+)': '(.+)'",
        LINKS,
        lambda m, site: (
            f"page '{m[1]}' has no place '{m[2]}'{suggest(m[2], site.labels)}; put ({m[2]})= on "
            "the line above its heading, or link to the page alone"
        ),
    ),
    Rewrite(
        "ref",
        r"unknown document: '(.+)'",
        LINKS,
        lambda m, site: f"there is no page '{m[1]}'{site.suggested_page(m[1])}",
    ),
    Rewrite(
        "ref",
        r"undefined label: '(.+)'",
        LINKS,
        lambda m, site: f"there is no place '{m[1]}'{suggest(m[1], site.labels)}",
    ),
    Rewrite(
        "ref",
        r"'any' reference target not found: (.+)",
        LINKS,
        lambda m, site: f"nothing has the name '{m[1]}'{suggest(m[1], site.labels)}",
    ),
    Rewrite(
        "toc",
        r"toctree contains reference to nonexisting document '(.+)'",
        PAGES,
        lambda m, site: (
            f"the contents name a page '{m[1]}' that does not exist{site.suggested_page(m[1])}"
        ),
    ),
    Rewrite(
        "toc",
        r"document isn't included in any toctree",
        PAGES,
        lambda m, site: (
            f"no page leads to this one; add '{site.from_contents}' to the {{toctree}} of "
            f"{site.contents}.md, or delete the file"
        ),
    ),
    Rewrite(
        "image",
        r"image file not readable: (.+)",
        LINKS,
        lambda m, site: (
            f"there is no picture '{m[1]}'{site.suggested_file(m[1])}; its path is written from "
            "this file's folder"
        ),
    ),
    Rewrite(
        "myst",
        r"'(.+)': Unknown option key: '(.+)' \(allowed: \[(.*)\]\)",
        FENCES,
        lambda m, site: f"{m[1]}: there is no option '{m[2]}'{suggest(m[2], _WORDS.findall(m[3]))}",
    ),
    Rewrite(
        "misc",
        r"Pygments lexer name '(.+)' is not known",
        PAGES,
        lambda m, site: (
            f"code is not colored as '{m[1]}', which is no known language"
            f"{suggest(m[1], (name for lexer in get_all_lexers() for name in lexer[1]))}"
        ),
    ),
)


def rewritten(type: str, message: str, site: Site) -> tuple[str, str]:
    """Return a message in plain words, and the section of the guide that explains; or as it is."""
    for known in REWRITES:
        if known.type == type and (found := re.match(known.pattern, message)):
            return known.words(found, site), known.section
    return message, ""
