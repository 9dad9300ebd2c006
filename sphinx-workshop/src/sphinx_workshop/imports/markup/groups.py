"""Finds LaTeX's groups and arguments by their braces."""

from __future__ import annotations

LONGEST = 2000


def group_end(text: str, start: int, end: int, marks: str = "{}") -> int | None:
    """Return where the group is closed that a brace opens, None where it is not."""
    depth, at = 0, start
    while at < min(end, start + LONGEST):
        character = text[at]
        if character == "\\":
            at += 1
        elif character == marks[0]:
            depth += 1
        elif character == marks[1]:
            depth -= 1
            if depth == 0:
                return at
        at += 1
    return None


def argument(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Return the inside of the group that stands right there."""
    if text[start : min(start + 1, end)] != "{":
        return None
    close = group_end(text, start, end)
    return None if close is None else (start + 1, close)


def optional(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Return the inside of the brackets that stand right there."""
    if text[start : min(start + 1, end)] != "[":
        return None
    close = group_end(text, start, end, "[]")
    return None if close is None else (start + 1, close)


def arguments(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return the insides of all groups that follow a macro, brackets before them passed over."""
    found, at = [], start
    while span := optional(text, at, end):
        at = span[1] + 1
    while span := argument(text, at, end):
        found.append(span)
        at = span[1] + 1
    return found
