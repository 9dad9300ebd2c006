"""What the field table shows of objects: words, and links where an entry has an address."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docutils import nodes

from ..core import field_words
from ..core.field_table import given
from ..core.words import gettext as _
from .components import joined, paragraph, sentence, web_link
from .html_element import element

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from ..core.field_entry import Field
    from ..core.model import Record
    from ..core.values import Moment, Period


def struck(times: Iterable[Period | Moment]) -> list[nodes.Node]:
    """Return former times or dates, struck through."""
    return joined((element("s", field_words.former(time)) for time in times), "; ")


def _moved(_entry: Field, times: Iterable[Period | Moment]) -> nodes.Node:
    """From when a session or a deadline was moved."""
    return element("span", *sentence(_("Moved from %(times)s"), times=struck(times)))


FIELD_VIEWS: dict[str, Callable[[Field, Any], nodes.Node]] = {"was": _moved}
"""How a field is shown, by its name, for which a text or a button does not suffice."""


def leading(record: Record, *names: str) -> list[nodes.Node]:
    """Return what is shown of a record before all else, or what some fields have of it."""
    return [
        element("span", *_leading(entry, value), classes=f"workshop-leading workshop-{entry.name}")
        for entry, value in given(record)
        if entry.leads and (not names or entry.name in names)
    ]


def _leading(entry: Field, value: Any) -> list[nodes.Node]:
    return [_view(entry, value)] if entry.name in FIELD_VIEWS else [nodes.Text(entry.said(value))]


def words(record: Record) -> list[nodes.Node]:
    """Return what is shown of the other fields whose words lead nowhere."""
    return [
        _view(entry, value) for entry, value in given(record) if not (entry.address or entry.leads)
    ]


def buttons(record: Record) -> list[nodes.Node]:
    """Return what is shown of the fields that have an address."""
    return [_view(entry, value) for entry, value in given(record) if entry.address]


def marks(record: Record) -> list[nodes.Node]:
    """Return links for a list, of the fields that the table has for it."""
    listed = ((entry, value) for entry, value in given(record) if entry.listed and entry.address)
    return quiet_links(listed)


def quiet_links(fields: Iterable[tuple[Field, Any]]) -> list[nodes.Node]:
    """Return links that do not stand out, of fields that have an address."""
    return [_field(entry, value, "workshop-mark-link") for entry, value in fields]


def field_line(record: Record) -> list[nodes.Node]:
    """Return a line with all that the table shows of a record, or nothing."""
    shown = [*leading(record), *words(record), *buttons(record)]
    return paragraph(joined(shown, " "), "workshop-links")


def _view(entry: Field, value: Any) -> nodes.Node:
    return FIELD_VIEWS.get(entry.name, _field)(entry, value)


def _field(entry: Field, value: Any, classes: str = "workshop-button") -> nodes.Node:
    if entry.address:
        return web_link(entry.url(value), entry.said(value), classes)
    return element("span", entry.said(value))
