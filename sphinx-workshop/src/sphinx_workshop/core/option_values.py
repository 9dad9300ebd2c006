"""The values of a directive's options, and the words for options that have none."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .field_entry import required
from .suggest import suggest

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from .field_entry import Table
    from .model import Event


_QUOTED = 60
"""How many characters of an option a message repeats."""


def option_value(table: Table, name: str, text: str, event: Event) -> Any:
    """Return the value of an option.

    Args:
        table: the options of the directive.
        name: the option's name, as written.
        text: what is written after it.
        event: the facts of the workshop.

    Raises:
        ValueError: no option has the name, or it has no value; the message says the remedy.
    """
    if name not in table:
        known = suggest(name, table) or f"; known are {', '.join(sorted(table))}"
        raise ValueError(f"there is no option '{name}'{known}")
    if text == table[name].placeholder:
        raise ValueError("this is the template's; write a value in its place")
    return table[name].value(text, event)


def rejection(table: Table, name: str, text: str, reason: str) -> str:
    """Return the sentence on an option without a value."""
    if name not in table:
        return reason
    if name in required(table) and not text.strip():
        return f"{name} is empty; write it after `:{name}:`"
    return said_of(name, text, reason)


def said_of(name: str, text: str, reason: str) -> str:
    """Return why a text is no value; a reason that begins with a piece of it says which."""
    return f"{name} {reason}" if reason.startswith("'") else f"{name} '{_cut(text)}': {reason}"


def _cut(text: str) -> str:
    """Return the beginning of a text that is too long to be repeated."""
    return text if len(text) <= _QUOTED else f"{text[:_QUOTED].rstrip()}…"


def missing(table: Table, given: Collection[str], rejected: Collection[str]) -> Iterator[str]:
    """Yield a sentence for each option that is required, and not there.

    Args:
        table: the options of the directive.
        given: the names that are written.
        rejected: those of them that have no value.
    """
    for name in required(table):
        # One that is there by another name is not missing as well.
        others = (other for other in rejected if other not in table)
        if name not in given and not any(suggest(other, [name]) for other in others):
            yield f"{name} is missing; add a line `:{name}: …`"
