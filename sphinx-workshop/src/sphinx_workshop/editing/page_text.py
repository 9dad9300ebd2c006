"""Finds a page's heading and directives by their lines, so that all the rest stays as typed."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache, lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from ..compat.myst_options import TokenizeError, tokens
from ..core.fences import option_lines
from ..core.state_blocks import state_blocks
from ..core.wrapped_options import WRAPPED, joined
from .markdown_text import new_parser, plain_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from markdown_it import MarkdownIt
    from markdown_it.token import Token

TITLE, SUMMARY, ABSTRACT = "title", "summary", "abstract"
"""What values of an object are called that no option holds: its content is the summary, the
abstract has a directive of its own."""
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\n|\r)|[^\r\n]+")
_INFO = re.compile(r"\{(?:workshop:)?([^\s{}]+)\}(?:\s+(.*))?", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Span:
    """Some lines of a page, the last one excluded, and what they say."""

    start: int
    end: int
    text: str
    typed: str = ""  # of a heading, its Markdown


@dataclass(frozen=True, slots=True)
class Directive:
    """A directive of a page, by its lines: the fences, its options, its content."""

    name: str
    argument: str
    start: int
    end: int
    fence: str
    content: Span
    options: dict[str, Span] = field(default_factory=dict)
    option_mark: str = ":"  # nothing where the options stand between two `---`

    def option(self, name: str) -> str:
        """Return an option's value, empty where it has none."""
        return self.options[name].text if name in self.options else ""


@cache
def _blocks() -> MarkdownIt:
    """Return the parser of the site's pages without what looks into lines: that takes time."""
    return new_parser().disable(["inline", "text_join"])


def lines_of(text: str) -> list[str]:
    """Return the lines with their ends; Markdown knows fewer ends of a line than Python."""
    return _LINE.findall(text)


def line_end(lines: Sequence[str]) -> str:
    """Return how a page ends its lines."""
    return "\r\n" if lines and lines[0].endswith("\r\n") else "\n"


def _tokens(lines: Sequence[str]) -> list[Token]:
    shown = list(lines)
    for block in state_blocks(lines):  # what these hold stands on the page, as in a build
        if block.fence.end is not None:
            shown[block.fence.start] = shown[block.fence.end] = ""
    return _parsed("".join(line.rstrip("\r\n") + "\n" for line in shown).lstrip("\ufeff"))


@lru_cache(maxsize=4)  # a page is asked for its heading and its directives one after the other
def _parsed(text: str) -> list[Token]:
    return _blocks().parse(text)


def first_heading(lines: Sequence[str]) -> Span | None:
    """Return the page's heading, as plain text."""
    tokens = _tokens(lines)
    for token, inside in pairwise(tokens):
        if token.type == "heading_open" and token.level == 0 and token.map:
            start, end = token.map
            return Span(start, end, plain_line(inside.content), inside.content)
    return None


def directives(lines: Sequence[str], start: int = 0, end: int | None = None) -> Iterator[Directive]:
    """Yield the directives between two lines of a page, but not those inside of others.

    Those in blocks for some states of the site (`{state}`) are as if the blocks' fences were not.

    Raises:
        ValueError: the options of one cannot be read, or its last fence is missing.
    """
    for token in _tokens(lines[start:end]):
        found = _INFO.fullmatch(token.info.strip()) if "fence" in token.type else None
        if found and token.map:
            yield _directive(lines, found, token, start + token.map[0], start + token.map[1])


def _directive(
    lines: Sequence[str], info: re.Match[str], token: Token, start: int, end: int
) -> Directive:
    name, argument = info[1], info[2] or ""
    fence = token.markup
    closing = rf"\s*{re.escape(fence[0])}{{{len(fence)},}}\s*"
    if end - start < 2 or not re.fullmatch(closing, lines[end - 1]):
        raise ValueError(
            f"line {start + 1}: `{{{name}}}` has no end; close it with a line `{fence}`"
        )
    inside = [line.rstrip("\r\n") for line in lines[start + 1 : end - 1]]
    if name in WRAPPED:
        inside = list(joined(inside, len(lines[start]) - len(lines[start].lstrip())))
    mark, count, skipped = option_lines(inside)
    first = start + 1 + (0 if mark else 1)
    block = "\n".join(line.lstrip()[1:] if mark else line for line in inside[skipped:][:count])
    try:
        options = _options(block, first, first + count)
    except TokenizeError as error:
        raise ValueError(
            f"line {first + error.problem_mark.line + 1}: the options of `{{{name}}}` cannot be "
            f"read ({error.problem}); fix the line"
        ) from None
    body = first + count + skipped
    text = "".join(lines[body : end - 1])
    return Directive(
        name,
        " ".join(argument.split()),
        start,
        end,
        fence,
        Span(body, end - 1, text),
        options,
        mark,
    )


def _options(block: str, first: int, end: int) -> dict[str, Span]:
    pairs, _ = tokens(block)
    starts = [first + key.start.line for key, _ in pairs]
    found = {}
    for (key, value), start, following in zip(pairs, starts, [*starts[1:], end], strict=False):
        last = first + value.end.line if value else first + key.end.line
        # A folded text ends where the next line begins.
        after = last if value and value.end.column == 0 and value.end.line else last + 1
        text = " ".join(value.value.split()) if value else ""
        found[key.value] = Span(start, min(after, following), text)
    return found


def option_line(name: str, value: str, mark: str = ":") -> str:
    """Return the line of an option, its value in quotes where YAML would take it for more."""
    text = " ".join(value.split())
    if text[:1] in {"'", '"', "|", ">", "#"} or " #" in text:
        text = "'" + text.replace("'", "''") + "'"
    return f"{mark}{name}: {text}"


def value_lines(values: Mapping[str, str], order: Sequence[str]) -> list[str]:
    """Return the lines of a directive's options, in their order, and of its summary."""
    lines = [option_line(name, values[name]) for name in order if values.get(name)]
    return lines + (["", values[SUMMARY]] if values.get(SUMMARY) else [])


@dataclass(frozen=True, slots=True)
class Edit:
    """Lines of a page, the last one excluded, and the text that takes their place."""

    start: int
    end: int
    text: str


def option_edit(found: Directive, name: str, value: str, order: Sequence[str]) -> Edit:
    """Return the edit that gives an option a value; a new one follows those before it in order.

    An empty value takes the option away.
    """
    line = option_line(name, value, found.option_mark) + "\n" if value else ""
    if name in found.options:
        span = found.options[name]
        return Edit(span.start, span.end, line)
    before = order[: order.index(name)]
    ends = [span.end for other, span in found.options.items() if other in before]
    place = max(ends, default=found.start + (1 if found.option_mark else 2))
    return Edit(place, place, line)


def content_edit(lines: Sequence[str], found: Directive, text: str) -> Edit:
    """Return the edit that gives a directive another content; blank lines round it stay."""
    start, end = found.content.start, found.content.end
    while start < end and not lines[start].strip():
        start += 1
    while end > start and not lines[end - 1].strip():
        end -= 1
    blank = "" if start > found.content.start else "\n"
    return Edit(start, end, f"{blank}{text}\n" if text else "")


def value_edits(
    lines: Sequence[str], found: Directive, changes: Mapping[str, str], order: Sequence[str]
) -> list[Edit]:
    """Return the edits that give a directive's options and its summary other values."""
    edits = [option_edit(found, name, changes[name], order) for name in order if name in changes]
    if SUMMARY in changes:
        edits.append(content_edit(lines, found, changes[SUMMARY]))
    return edits


def edited(lines: Sequence[str], edits: Sequence[Edit]) -> str:
    """Return the text after some edits, which stand in the order in which they are to be read."""
    result, end = list(lines), line_end(lines)
    # From the last line on, so that those before keep their numbers; of several at one line, the
    # last first, for the same reason.
    for _, edit in sorted(enumerate(edits), key=lambda e: (e[1].start, e[0]), reverse=True):
        result[edit.start : edit.end] = lines_of(edit.text.replace("\n", end))
    return "".join(result)
