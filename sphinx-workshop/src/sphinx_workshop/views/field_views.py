"""What the field table shows of objects: words, and links where an entry has an address."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..core.field_table import TABLES
from ..core.words import gettext as _
from .components import joined, paragraph, web_link
from .html_element import element

if TYPE_CHECKING:
    from collections.abc import Callable

    from docutils import nodes

    from ..core.field_entry import Field
    from ..core.model import Record

FIELD_VIEWS: dict[str, Callable[[Field, Any], nodes.Node]] = {}
"""How a field is shown, by its name, for which a text or a button does not suffice."""


def words(record: Record) -> list[nodes.Node]:
    """Return what is shown of the fields whose words lead nowhere."""
    return _shown(record, linked=False)


def buttons(record: Record) -> list[nodes.Node]:
    """Return what is shown of the fields that have an address."""
    return _shown(record, linked=True)


def marks(record: Record) -> list[nodes.Node]:
    """Return links for a list, of the fields that the table has for it."""
    return [
        _field(entry, value, "workshop-mark-link")
        for entry in TABLES[record.type].values()
        if entry.listed and entry.address
        if (value := record.value(entry.name))
    ]


def field_line(record: Record) -> list[nodes.Node]:
    """Return a line with all that the table shows of a record, or nothing."""
    return paragraph(joined([*words(record), *buttons(record)], " "), "workshop-links")


def _shown(record: Record, *, linked: bool) -> list[nodes.Node]:
    return [
        FIELD_VIEWS.get(entry.name, _field)(entry, value)
        for entry in TABLES[record.type].values()
        if entry.words and bool(entry.address) == linked
        if (value := record.value(entry.name))
    ]


def _field(entry: Field, value: Any, classes: str = "workshop-button") -> nodes.Node:
    text = entry.words(value) if callable(entry.words) else _(entry.words).format(value)
    if entry.address:
        return web_link(entry.address.format(value), text, classes)
    return element("span", text)
