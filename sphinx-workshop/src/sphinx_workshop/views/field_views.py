"""What the field table shows of objects: words, and links where an entry has an address."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docutils import nodes

from ..core import field_words, urls
from ..core.field_table import given, noted
from ..core.words import gettext as _
from .components import joined, link, paragraph, sentence, web_link
from .html_element import element, in_html

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from ..core.field_entry import Field
    from ..core.model import Paper, Record
    from ..core.program import Program
    from ..core.values import Moment, Period


def struck(times: Iterable[Period | Moment]) -> list[nodes.Node]:
    """Return former times or dates, struck through."""
    return joined((element("s", field_words.former(time)) for time in times), "; ")


def _moved(_entry: Field, times: Iterable[Period | Moment]) -> nodes.Node:
    """From when a session or a deadline was moved."""
    return element("span", *sentence(_("Moved from %(times)s"), times=struck(times)))


FIELD_VIEWS: dict[str, Callable[[Field, Any], nodes.Node]] = {"was": _moved}
"""How a field is shown, by its name, for which a text or a button does not suffice."""

FIELD_ICONS = {
    "orcid": "M8 1a7 7 0 1 0 0 14A7 7 0 1 0 8 1M5.2 7v4.3M5.2 4.7v.1"
    "M8 4.8v6.4h1a3.2 3.2 0 0 0 0-6.4z",
    "homepage": "M1.5 8 8 2l6.5 6M3.5 6.5V14h9V6.5M6.5 14v-4h3v4",
    "github": "M4.5 2a1.6 1.6 0 1 0 0 3.2 1.6 1.6 0 1 0 0-3.2m0 3.2v5.6"
    "m0 0a1.6 1.6 0 1 0 0 3.2 1.6 1.6 0 1 0 0-3.2"
    "M11.5 3a1.6 1.6 0 1 0 0 3.2 1.6 1.6 0 1 0 0-3.2m0 3.2c0 3-7 1.6-7 4.6",
    "scholar": "M1 6.3 8 3l7 3.3-7 3.4zM4 8v3.5c2 2 6 2 8 0V8m3-1.7V11",
    "mastodon": "M4 2h8a2 2 0 0 1 2 2v5a2 2 0 0 1-2 2H7l-3 3v-3a2 2 0 0 1-2-2V4a2 2 0 0 1 2-2"
    "M5 8.8V6.3a1.5 1.5 0 0 1 3 0v1.5-1.5a1.5 1.5 0 0 1 3 0v2.5",
    "bluesky": "M8 7.3C6.5 4.6 4 2.6 2 2.3c-.6 2.8 0 5.6 2.3 6.2-1.5 1-1.3 3.5.5 4.5"
    " 1.5.5 2.6-1.2 3.2-3 .6 1.8 1.7 3.5 3.2 3 1.8-1 2-3.5.5-4.5 2.3-.6 2.9-3.4 2.3-6.2"
    "-2 .3-4.5 2.3-6 5z",
    "video": "M2.5 2.5h11a1.5 1.5 0 0 1 1.5 1.5v8a1.5 1.5 0 0 1-1.5 1.5h-11A1.5 1.5 0 0 1 1 12V4"
    "a1.5 1.5 0 0 1 1.5-1.5M6.5 5.5v5l4-2.5z",
}
"""The drawings before the words of links, by the field's name: paths in a square of 16 by 16."""

RECORDING = "video"
"""The field whose link says where it leads."""


def _icon(name: str) -> nodes.Element:
    """Return the drawing of a field; the words beside it name the link, so it has none itself."""
    drawn = {"viewBox": "0 0 16 16", "width": "16", "height": "16", "aria_hidden": "true"}
    lines = {"fill": "none", "stroke": "currentColor", "stroke_linejoin": "round"}
    return element(
        "svg", element("path", d=FIELD_ICONS[name], stroke_width="1.4", **lines), **drawn
    )


def leading(record: Record, *names: str) -> list[nodes.Node]:
    """Return what is shown of a record before all else, or what some fields have of it."""
    return [
        element("span", *_leading(entry, value), classes=f"workshop-leading workshop-{entry.name}")
        for entry, value in given(record)
        if entry.leads and (not names or entry.name in names)
    ]


def warnings(paper: Paper) -> list[nodes.Node]:
    """Return what is said of a paper wherever it is named: that it is withdrawn, or wrong."""
    names = [entry.name for entry, _value in noted(paper)]
    return [element("span", *joined(leading(paper, *names), "; "))] if names else []


def paper_link(program: Program, paper: Paper) -> list[nodes.Node]:
    """Return a paper's title as a link, and what must be said with it."""
    return joined([link(program, "paper", paper.id), *warnings(paper)], " ")


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
    return [
        _field(entry, value, "workshop-mark-link", entry.marked(value)) for entry, value in fields
    ]


def field_line(record: Record) -> list[nodes.Node]:
    """Return a line with all that the table shows of a record, or nothing."""
    shown = [*leading(record), *words(record), *buttons(record)]
    return paragraph(joined(shown, " "), "workshop-links")


def _view(entry: Field, value: Any) -> nodes.Node:
    return FIELD_VIEWS.get(entry.name, _field)(entry, value)


def _field(
    entry: Field, value: Any, classes: str = "workshop-button", mark: str = ""
) -> nodes.Node:
    if entry.address:
        address, said = entry.url(value), mark or entry.said(value)
        if entry.name == RECORDING:  # no player, and no picture of it, comes from there
            said = f"{said} ({urls.host(address)})"
        found = web_link(address, said, classes)
        if entry.name in FIELD_ICONS:
            found.insert(0, in_html(_icon(entry.name)))
        return found
    return element("span", entry.said(value))
