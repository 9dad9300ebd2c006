"""What the field table shows of objects: words, and links where an entry has an address."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..core.field_table import TABLES
from .components import joined, paragraph, web_link
from .html_element import element

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from docutils import nodes

    from ..core.field_entry import Field
    from ..core.model import Record

FIELD_VIEWS: dict[str, Callable[[Field, Any], nodes.Node]] = {}
"""How a field is shown, by its name, for which a text or a button does not suffice."""


def leading_words(record: Record) -> list[str]:
    """Return the words that are said of a record before all else."""
    return [entry.said(value) for entry, value in _given(record) if entry.leads]


def leading(record: Record) -> list[nodes.Node]:
    """Return what is shown of a record before all else."""
    return [element("span", text, classes="workshop-leading") for text in leading_words(record)]


def words(record: Record) -> list[nodes.Node]:
    """Return what is shown of the other fields whose words lead nowhere."""
    return [
        _view(entry, value) for entry, value in _given(record) if not (entry.address or entry.leads)
    ]


def buttons(record: Record) -> list[nodes.Node]:
    """Return what is shown of the fields that have an address."""
    return [_view(entry, value) for entry, value in _given(record) if entry.address]


def marks(record: Record) -> list[nodes.Node]:
    """Return links for a list, of the fields that the table has for it."""
    listed = ((entry, value) for entry, value in _given(record) if entry.listed and entry.address)
    return quiet_links(listed)


def quiet_links(given: Iterable[tuple[Field, Any]]) -> list[nodes.Node]:
    """Return links that do not stand out, of fields that have an address."""
    return [_field(entry, value, "workshop-mark-link") for entry, value in given]


def field_line(record: Record) -> list[nodes.Node]:
    """Return a line with all that the table shows of a record, or nothing."""
    shown = [*leading(record), *words(record), *buttons(record)]
    return paragraph(joined(shown, " "), "workshop-links")


def _given(record: Record) -> Iterable[tuple[Field, Any]]:
    """Return the fields that have words and a value, with the value."""
    found = ((entry, record.value(entry.name)) for entry in TABLES[record.type].values())
    return [(entry, value) for entry, value in found if entry.words and value]


def _view(entry: Field, value: Any) -> nodes.Node:
    return FIELD_VIEWS.get(entry.name, _field)(entry, value)


def _field(entry: Field, value: Any, classes: str = "workshop-button") -> nodes.Node:
    if entry.address:
        return web_link(entry.url(value), entry.said(value), classes)
    return element("span", entry.said(value))
