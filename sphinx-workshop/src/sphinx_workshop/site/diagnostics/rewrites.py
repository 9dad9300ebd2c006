"""Says in plain words, with the remedy, what Sphinx, MyST and docutils say in theirs.

A message that no lesson knows stays as it is.
"""

from __future__ import annotations

import posixpath
import re
from typing import TYPE_CHECKING

from pygments.lexers import get_all_lexers

from ...core.suggest import suggest
from .flaws import FENCES, LINKS, MARKDOWN
from .lesson import lesson
from .table_lessons import TABLE_REWRITES

if TYPE_CHECKING:
    from .site import Site

_WORDS = re.compile(r"[\w-]+")


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
    lesson(
        "myst",
        r"Unknown directive type: '(.+)'",
        FENCES,
        lambda m, site: f"there is no directive '{m[1]}'{suggest(m[1], site.directives)}",
    ),
    lesson(
        "myst",
        r'Unknown interpreted text role "(.+)"\.',
        "names-in-text",
        lambda m, site: f"there is no role '{m[1]}'{suggest(m[1], site.roles)}",
    ),
    lesson("myst", r"'myst' cross-reference target not found: '(.+)'", LINKS, _no_page),
    lesson(
        "myst",
        r"local id not found in doc '(.+)': '(.+)'",
        LINKS,
        lambda m, site: (
            f"page '{m[1]}' has no place '{m[2]}'; put ({m[2]})= on the line above its heading, "
            "or link to the page alone"
        ),
    ),
    lesson(
        "ref",
        r"unknown document: '(.+)'",
        LINKS,
        lambda m, site: f"there is no page '{m[1]}'{site.suggested_page(m[1])}",
    ),
    lesson(
        "ref",
        r"undefined label: '(.+)'",
        LINKS,
        lambda m, site: f"there is no place '{m[1]}'{suggest(m[1], site.labels)}",
    ),
    lesson(
        "ref",
        r"'any' reference target not found: (.+)",
        LINKS,
        lambda m, site: f"nothing has the name '{m[1]}'{suggest(m[1], site.labels)}",
    ),
    lesson(
        "toc",
        r"toctree contains reference to nonexisting document '(.+)'",
        MARKDOWN,
        lambda m, site: (
            f"the contents name a page '{m[1]}' that does not exist{site.suggested_page(m[1])}"
        ),
    ),
    lesson(
        "toc",
        r"document isn't included in any toctree",
        MARKDOWN,
        lambda m, site: (
            f"no page leads to this one; add '{posixpath.basename(site.page)}' to the {{toctree}} "
            f"of {posixpath.join(site.folder, 'index.md')}, or delete the file"
        ),
    ),
    lesson(
        "image",
        r"image file not readable: (.+)",
        LINKS,
        lambda m, site: (
            f"there is no picture '{m[1]}'{site.suggested_file(m[1])}; its path is written from "
            "this file's folder"
        ),
    ),
    lesson(
        "download",
        r"download file not readable: (.+)",
        LINKS,
        lambda m, site: f"there is no file '{posixpath.basename(m[1])}'{site.suggested_file(m[1])}",
    ),
    lesson(
        "myst",
        r"Non-consecutive header level increase; H(\d) to H(\d)",
        MARKDOWN,
        lambda m, site: (
            f"the heading is of level {m[2]}, under one of level {m[1]}; begin it with "
            f"'{'#' * (int(m[1]) + 1)} '"
        ),
    ),
    lesson(
        "myst",
        r"'(.+)': Unknown option key: '(.+)' \(allowed: \[(.*)\]\)",
        FENCES,
        lambda m, site: f"{m[1]}: there is no option '{m[2]}'{suggest(m[2], _WORDS.findall(m[3]))}",
    ),
    lesson(
        "myst",
        r"'(.+)': Invalid option value for '(.+)': (.*?): (.*)",
        FENCES,
        lambda m, site: f"{m[1]}: {m[2]} '{m[3]}' cannot be read: {m[4]}",
    ),
    lesson(
        "myst",
        r"'(.+)': Has content, but none permitted",
        FENCES,
        lambda m, site: (
            f"{m[1]} holds no text; delete what stands between its fences, or begin its options "
            "with a colon"
        ),
    ),
    lesson(
        "myst",
        r"'(.+)': Invalid options format: (.+)",
        FENCES,
        lambda m, site: (
            f"{m[1]}: the options cannot be read here ({m[2]}); write one 'name: value' a line, "
            "and put a value between single quotes where it holds quotes"
        ),
    ),
    lesson(
        "myst",
        r"Malformed YAML|YAML is not a dict",
        MARKDOWN,
        lambda m, site: (
            "the lines between --- at the top cannot be read; delete them: pages here need none"
        ),
    ),
    lesson(
        "myst",
        r"Duplicate reference definition: (.+)",
        LINKS,
        lambda m, site: f"the address of [{m[1].lower()}] stands there twice; delete one",
    ),
    lesson(
        "docutils",
        r"Directive '(.+)': (\d+) argument\(s\) required, (\d+) supplied",
        FENCES,
        lambda m, site: f"{m[1]}: something is missing after {{{m[1]}}} on its line",
    ),
    lesson(
        "docutils",
        r'Directive "include": file not found: .*?([^/\']+)\'',
        LINKS,
        lambda m, site: f"there is no file '{m[1]}' to include{site.suggested_file(m[1])}",
    ),
    lesson(
        "docutils",
        r'Duplicate explicit target name: "(.+)"\.',
        LINKS,
        lambda m, site: f"the place '{m[1]}' is named twice; give one of them another name",
    ),
    lesson(
        "docutils",
        r'Unknown target name: "(.+)"\.',
        LINKS,
        lambda m, site: (
            f"nothing explains [{m[1]}]; add a line that begins with '[^{m[1]}]: ' for a footnote"
        ),
    ),
    lesson(
        "misc",
        r"Pygments lexer name '(.+)' is not known",
        MARKDOWN,
        lambda m, site: (
            f"code is not colored as '{m[1]}', which is no language known here"
            f"{suggest(m[1], (name for lexer in get_all_lexers() for name in lexer[1]))}"
        ),
    ),
)


def rewritten(type: str, message: str, site: Site) -> tuple[str, str]:
    """Return a message in plain words, and the section of the guide that explains; or as it is."""
    for known in (*REWRITES, *TABLE_REWRITES):
        if known.type == type and (found := known.text.match(message)):
            return known.words(found, site), known.section
    return message, ""
