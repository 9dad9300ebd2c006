"""Checks the option lines of directives, and corrects those that cannot be read.

MyST drops all options of a directive if one line of them cannot be read. A line that is corrected
here is reported once, and nothing else goes wrong because of it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from ...compat.myst_options import TokenizeError, tokens
from ...core.fences import fences, is_option_line
from ..flaws import FENCES, Flaw

if TYPE_CHECKING:
    from collections.abc import Iterator

_NO_SPACE = re.compile(r"(?P<name>[A-Za-z][\w-]*)\s*:(?P<gap>[^\S ]*)(?P<value>\S.*)")
_NO_COLON = re.compile(r"(?P<name>[A-Za-z][\w-]*)(?:\s+(?P<value>[^\s:].*))?")
_NAME = re.compile(r"\s*(?P<name>[^\s:]+)\s*:(?:\s+(?P<value>.*))?", re.DOTALL)
_ONE_SPACE = re.compile(r" (?P<name>[a-z][\w-]*):(?: (?P<value>.*))?")
_OPEN_QUOTE = "begins with a quote that nothing closes; close it, or delete it"
_GAPS = {"\t": "a tab", "\xa0": "a no-break space"}


class _Option(NamedTuple):
    """The index of an option's first line, and its lines without the colon that begins them."""

    start: int
    lines: list[str]

    @property
    def text(self) -> str:
        return "\n".join(self.lines)


def check_options(lines: list[str]) -> Iterator[Flaw]:
    """Yield what is wrong with the option lines of a page, and correct these lines in place."""
    for fence in fences(lines):
        if fence.directive:
            seen: dict[str, int] = {}
            for option in _options(lines, fence.start + 1, fence.stop):
                yield from _checked(lines, option)
                yield from _repeated(lines[option.start], option.start + 1, seen)


def _options(lines: list[str], start: int, stop: int) -> list[_Option]:
    """Return the options in the lines from one index to another; align their further lines."""
    found: list[_Option] = []
    for index in range(start, stop):
        if not is_option_line(lines[index]):
            break
        text = lines[index].lstrip()[1:]
        if text[:1].isspace() and found and not _ONE_SPACE.fullmatch(text):
            text = f"  {text.strip()}"  # a tab would not be read
            lines[index] = f":{text}"
            found[-1].lines.append(text)
        else:
            found.append(_Option(index, [text]))
    return found


def _repeated(line: str, number: int, seen: dict[str, int]) -> Iterator[Flaw]:
    """Report an option that a directive has twice: the last would win, and the first be lost."""
    name = _NAME.fullmatch(line.lstrip()[1:])
    if name and (earlier := seen.setdefault(name["name"], number)) != number:
        message = f"option '{name['name']}' is given twice, first on line {earlier}; delete one"
        yield Flaw(number, message, FENCES)


def _checked(lines: list[str], option: _Option) -> Iterator[Flaw]:
    """Report an option that cannot be read, and correct it."""
    message, corrected = _misspelled(option) or _unreadable(option) or ("", "")
    if message:
        lines[option.start] = f":{corrected}"
        # Where the value stands in one line now, the lines that it was on have to stay.
        for index in range(option.start + 1, option.start + len(option.lines)):
            lines[index] = ":  "
        yield Flaw(option.start + 1, message, FENCES)


def _misspelled(option: _Option) -> tuple[str, str] | None:
    """Return what is wrong with the characters around an option's name, and the line corrected."""
    first, *rest = option.lines
    shown = f":{first.strip()}"
    if found := _ONE_SPACE.fullmatch(first):
        corrected = _joined(found, rest)
        return f"':{first.rstrip()}' has a space before the name; delete it", corrected
    if (found := _NO_SPACE.fullmatch(first)) and not first.startswith(f"{found['name']}: "):
        gap = _GAPS.get(found["gap"][:1], "a wide space")
        if found["gap"]:
            message = f"':{found['name']}:' has {gap} behind it"
        else:
            message = f"'{shown}' lacks a space"
        corrected = _joined(found, rest)
        return f"{message}; write ':{found['name']}: {found['value']}'", corrected
    if found := _NO_COLON.fullmatch(first):
        corrected = _joined(found, rest)
        value = found["value"] or "…"
        return f"'{shown}' lacks a colon; write ':{found['name']}: {value}'", corrected
    return None


def _joined(found: re.Match[str], rest: list[str]) -> str:
    value = " ".join(filter(None, ((found["value"] or "").strip(), *map(str.strip, rest))))
    return f"{found['name']}: {_quoted(value) if _issue(f'x: {value}') else value}".rstrip()


def _unreadable(option: _Option) -> tuple[str, str] | None:
    """Return why the value of an option cannot be read, and the line corrected."""
    issue = _issue(option.text)
    found = _NAME.fullmatch(option.text)
    if not issue:
        return None
    if found is None:
        message = (
            f"':{option.lines[0].strip()}' is not an option; write ':name: value', or put an empty "
            "line above text"
        )
        return message, "  "
    value = " ".join((found["value"] or "").split())
    bare = value.strip("'\"")
    corrected = bare if issue == _OPEN_QUOTE and not _issue(f"x: {bare}") else _quoted(value)
    return f"the value of ':{found['name']}:' {issue}", f"{found['name']}: {corrected}"


def _issue(text: str) -> str:
    """Return what MyST's reader does not like in an option, with the remedy."""
    try:
        _, has_comments = tokens(text)
    except TokenizeError as error:
        if "end of stream" in error.problem:
            return _OPEN_QUOTE
        return "cannot be read; put all of it between single quotes, like 'words'"
    if has_comments:
        return "is lost from ' #' on; put all of it between single quotes, like 'words'"
    return ""


def _quoted(value: str) -> str:
    return "'" + value.replace("'", "''") + "'"
