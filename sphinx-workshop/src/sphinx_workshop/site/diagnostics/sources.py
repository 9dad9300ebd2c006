"""Finds mistakes in sources that Markdown passes over: fences left open, options written twice."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from sphinx.util import logging

from .rewrites import FENCES, MARKDOWN

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

    from .report import Report

logger = logging.getLogger(__name__)

_OPENING = re.compile(r" {0,3}(?P<fence>:{3,}|`{3,}|~{3,})(?P<info>.*)")
_DIRECTIVE = re.compile(r"\{([^}]*)\}")
_OPTION = re.compile(r":([\w-]+):(?:\s|$)")
# Their content is text to be shown, not Markdown.
_VERBATIM = {"code", "code-block", "sourcecode", "literalinclude", "math", "parsed-literal", "raw"}


class Flaw(NamedTuple):
    """A mistake on a line, counted from 1, and the words for it."""

    line: int
    message: str
    misleads: bool = False
    """Whether what follows is misread, so that further flaws of the kind may be none."""


class Fence(NamedTuple):
    """The line that opens a fence."""

    line: int
    text: str
    signs: str


def flaws(text: str) -> list[Flaw]:
    """Return what is wrong with the fences of a Markdown text, and with their options."""
    found = sorted(_flaws(text.splitlines(), 1, None))
    misleading = [flaw for flaw in found if flaw.misleads]
    return [flaw for flaw in found if flaw not in misleading[1:]]


def _flaws(lines: Sequence[str], first: int, around: Fence | None) -> Iterator[Flaw]:
    """Check lines of which the first has the number `first`, and what their fences hold."""
    at = 0
    while at < len(lines):
        opening = _OPENING.fullmatch(lines[at])
        at += 1
        # Backticks in what follows make the line plain code.
        if opening is None or ("`" in opening["info"] and opening["fence"][0] == "`"):
            continue
        fence = Fence(first + at - 1, lines[at - 1].strip(), opening["fence"])
        end = _end(lines, at, fence.signs)
        if end is None:
            yield _left_open(fence, around)
        name = _DIRECTIVE.match(opening["info"].strip())
        inner = lines[at:end]
        if name:
            yield from _options(inner, first + at)
            if name[1] not in _VERBATIM:
                yield from _flaws(inner, first + at, fence)
        at = len(lines) if end is None else end + 1


def _end(lines: Sequence[str], start: int, fence: str) -> int | None:
    """Return the index of the line that closes a fence, or None."""
    sign, length = re.escape(fence[0]), len(fence)
    closing = re.compile(rf" {{0,3}}{sign}{{{length},}}\s*")
    return next((n for n in range(start, len(lines)) if closing.fullmatch(lines[n])), None)


def _left_open(fence: Fence, around: Fence | None) -> Flaw:
    """Tell of a fence without an end; the one around it, if no longer, has taken its end."""
    if around and fence.signs.startswith(around.signs):
        message = (
            f"'{around.text}' is not closed before '{fence.text}' opens on line {fence.line}; "
            f"end it with a line '{around.signs}', or give it more signs if it holds the other"
        )
        return Flaw(around.line, message, misleads=True)
    message = f"'{fence.text}' is never closed; end it with a line '{fence.signs}'"
    return Flaw(fence.line, message, misleads=True)


def _options(lines: Sequence[str], first: int) -> Iterator[Flaw]:
    """Tell of options that a directive has twice: the last would win, and the first be lost."""
    seen: dict[str, int] = {}
    for number, line in enumerate(lines, start=first):
        option = _OPTION.match(line)
        if option is None:
            return
        if (earlier := seen.setdefault(option[1], number)) != number:
            message = (
                f"option '{option[1]}' stands there twice, first on line {earlier}; delete one"
            )
            yield Flaw(number, message)


def check_fences(app: Sphinx, docname: str, content: list[str]) -> None:
    """Warn of every flaw of a page (`source-read`)."""
    for flaw in flaws(content[0]):
        logger.warning(
            flaw.message,
            type="sphinx_workshop.site.diagnostics",
            subtype="fence",
            location=(docname, flaw.line),
            extra={"about": FENCES},
        )


def check_encoding(report: Report, app: Sphinx, env: BuildEnvironment, docnames: list[str]) -> None:
    """Give up where files are not UTF-8 (`env-before-read-docs`), after naming them all."""
    found = 0
    for docname in docnames:
        data = env.doc2path(docname).read_bytes()
        try:
            data.decode("utf-8")
        except UnicodeDecodeError as error:
            found += 1
            logger.error(
                f"the byte {data[error.start]:#x} is no UTF-8; save the file as UTF-8",
                location=(docname, data.count(b"\n", 0, error.start) + 1),
                extra={"about": MARKDOWN},
            )
    if found:
        report.give_up()
