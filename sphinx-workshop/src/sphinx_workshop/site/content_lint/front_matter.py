"""Checks the lines between `---` at the top of a page, without making objects of them.

The YAML is read as a stream of events, so that no alias is expanded and no tag is obeyed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import yaml

from ..flaws import Flaw

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .allowed import Allowed

MAXIMUM = 2_000  # characters: a few keys of a few letters
_UNREADABLE = "the lines between --- at the top cannot be read; delete them: pages here need none"
_OPENING = (yaml.MappingStartEvent, yaml.SequenceStartEvent)
_CLOSING = (yaml.MappingEndEvent, yaml.SequenceEndEvent)


class _UnusableError(Exception):
    """No line of the front matter can be used."""

    def __init__(self, line: int, message: str) -> None:
        super().__init__(message)
        self.flaw = Flaw(line, message)


def flaws(content: str, allowed: Allowed) -> list[Flaw]:
    """Return what is wrong with front matter; lines are counted from the first after the `---`."""
    if len(content) > MAXIMUM:
        return [Flaw(1, f"front matter may have at most {MAXIMUM:,} characters; delete it")]
    try:
        return list(_flaws(yaml.parse(content, Loader=yaml.SafeLoader), allowed))
    except _UnusableError as error:
        return [error.flaw]
    except yaml.YAMLError as error:
        mark = error.problem_mark if isinstance(error, yaml.MarkedYAMLError) else None
        return [Flaw(min(mark.line + 1, len(content.splitlines())) if mark else 1, _UNREADABLE)]


def _flaws(events: Iterator[yaml.Event], allowed: Allowed) -> Iterator[Flaw]:
    """Yield the flaws of `key: value` lines."""
    depth, key = 0, ""
    for event in events:
        line = event.start_mark.line + 1 if event.start_mark else 1
        if forbidden := _forbidden(event, depth):
            raise _UnusableError(line, forbidden)
        if isinstance(event, _OPENING):
            if depth == 1 and key in allowed.front_matter:
                yield Flaw(line, f"front matter: '{key}' is one word or number; delete the rest")
            depth += 1
        elif isinstance(event, _CLOSING):
            depth -= 1
            key = key if depth > 1 else ""
        elif isinstance(event, yaml.ScalarEvent) and depth == 1:
            # Keys and values take turns.
            key = "" if key else event.value
            if key and (error := allowed.key_error(key)):
                yield Flaw(line, error)


def _forbidden(event: yaml.Event, depth: int) -> str:
    """Return why nothing can be used where an event is; empty if it can."""
    if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
        return "front matter may have no & and *, which repeat values; delete them"
    if isinstance(event, yaml.NodeEvent) and getattr(event, "tag", None):
        return "front matter may have no tags, which begin with !; delete them"
    if isinstance(event, yaml.NodeEvent) and depth == 0:
        return "" if isinstance(event, yaml.MappingStartEvent) else _UNREADABLE
    return ""
