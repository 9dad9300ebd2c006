"""Directives of the manual that print what the package registers, in tables.

Names, defaults and requirements come from the package, and so do the words about options; those
about settings, facts and events come from `manual_texts`. A name without words, or words about a
name that is gone, end the build.
"""

from __future__ import annotations

import argparse
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar
from xml.etree import ElementTree as ET

import manual_texts as texts
from docutils import nodes
from docutils.parsers.rst import directives
from manual_inventory import registered
from sphinx.errors import ExtensionError
from sphinx.util.console import strip_colors
from sphinx.util.docutils import SphinxDirective

from sphinx_workshop.cli.__main__ import add_arguments, command
from sphinx_workshop.core.field_table import TABLES
from sphinx_workshop.domain.event import FACTS, REQUIRED_FACTS
from sphinx_workshop.site import content_lint

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata

SVG = "http://www.w3.org/2000/svg"


class TableDirective(SphinxDirective):
    """A table whose cells are Markdown."""

    head: ClassVar[tuple[str, ...]]
    widths: ClassVar[tuple[int, ...]]

    def rows(self) -> Iterable[Sequence[str]]:
        """Return the rows, each with as many cells as the head."""
        raise NotImplementedError

    def run(self) -> list[nodes.Node]:
        """Return the table."""
        group = nodes.tgroup("", cols=len(self.head))
        group += [nodes.colspec("", colwidth=width) for width in self.widths]
        group += nodes.thead("", self._row(self.head))
        group += nodes.tbody("", *map(self._row, self.rows()))
        return [nodes.table("", group, classes=["manual-table"])]

    def _row(self, cells: Sequence[str]) -> nodes.row:
        return nodes.row("", *(nodes.entry("", self._paragraph(cell)) for cell in cells))

    def _paragraph(self, text: str) -> nodes.paragraph:
        found, messages = self.parse_inline(text, lineno=self.lineno)
        return nodes.paragraph("", "", *found, *messages)


class Options(TableDirective):
    """`{manual-options} paper`: the options of a directive."""

    required_arguments = 1
    head = ("Option", "Value", "Example")
    widths = (20, 55, 25)

    def rows(self) -> Iterable[Sequence[str]]:
        """Return a row for each option."""
        for entry in TABLES.get(self.arguments[0], {}).values():
            needed = "**Required.** " if entry.required else ""
            yield code(f":{entry.name}:"), needed + entry.help, code(entry.example)


class Facts(TableDirective):
    """`{manual-facts}`: the keys of the setting `workshop`."""

    head = ("Key", "Value")
    widths = (25, 75)

    def rows(self) -> Iterable[Sequence[str]]:
        """Return a row for each key."""
        for name in FACTS:
            needed = "**Required.** " if name in REQUIRED_FACTS else ""
            yield code(name), needed + texts.FACTS[name]


class Settings(TableDirective):
    """`{manual-settings}`: the settings with their defaults, and the extensions that have them."""

    head = ("Setting", "Default", "Meaning", "Extension")
    widths = (25, 15, 40, 20)

    def rows(self) -> Iterable[Sequence[str]]:
        """Return a row for each setting."""
        for name, setting in sorted(registered().settings.items()):
            default = texts.DEFAULTS.get(name) or code(shown(setting.default))
            yield code(name), default, texts.SETTINGS[name], code(setting.extension)


class Events(TableDirective):
    """`{manual-events}`: the events, what handlers get and what they return."""

    head = ("Event", "Handler", "Returns", "Extension")
    widths = (20, 25, 35, 20)

    def rows(self) -> Iterable[Sequence[str]]:
        """Return a row for each event."""
        for name, extension in sorted(registered().events.items()):
            event = texts.EVENTS[name]
            yield code(name), code(event.handler), event.returns, code(extension)


class Files(TableDirective):
    """`{manual-files}`: the files that a build writes beside Sphinx's own."""

    head = ("File", "Content", "Written")
    widths = (35, 40, 25)

    def rows(self) -> Iterable[Sequence[str]]:
        """Return a row for each file."""
        return ((code(file.pattern), file.content, file.when) for file in texts.FILES)


class Command(SphinxDirective):
    """`{manual-command} import`: what `--help` prints."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        """Return the help as a block of text, as wide on every machine."""
        name = self.arguments[0]
        parser = argparse.ArgumentParser(
            prog=f"sphinx-workshop {name}",
            formatter_class=partial(argparse.HelpFormatter, width=78),
        )
        add_arguments(parser, command(name))
        text = strip_colors(parser.format_help()).strip()
        return [nodes.literal_block(text, text, language="none")]


class Names(SphinxDirective):
    """`{manual-names} directives`: what `content_lint` allows by default."""

    required_arguments = 1
    lists: ClassVar[Mapping[str, Sequence[str]]] = {
        "directives": content_lint.DIRECTIVES,
        "roles": content_lint.ROLES,
        "front_matter": content_lint.FRONT_MATTER,
    }

    def run(self) -> list[nodes.Node]:
        """Return the names, with commas between; those of badges as one pattern."""
        names = [name for name in self.lists[self.arguments[0]] if not name.startswith("bdg")]
        parts: list[nodes.Node] = []
        for name in sorted(names):
            parts += [nodes.literal(name, name), nodes.Text(", ")]
        return [nodes.paragraph("", "", *parts[:-1])]


class Drawing(SphinxDirective):
    """`{manual-drawing} flow.svg`: an SVG inside of the page, whose colors are the page's."""

    required_arguments = 1
    option_spec: ClassVar[dict[str, Callable[[str], str]]] = {"alt": directives.unchanged_required}

    def run(self) -> list[nodes.Node]:
        """Return the drawing, with words for those who do not see it."""
        path = Path(self.env.relfn2path(self.arguments[0])[1])
        self.env.note_dependency(path)
        ET.register_namespace("", SVG)
        drawing = ET.parse(path).getroot()
        drawing.attrib |= {"role": "img", "aria-label": self.options["alt"]}
        text = ET.tostring(drawing, encoding="unicode")
        return [nodes.raw("", f'<figure class="manual-drawing">{text}</figure>', format="html")]


def code(text: str) -> str:
    """Return a text as Markdown prints code; nothing for none."""
    fence = "``" if "`" in text else "`"
    return f"{fence}{text}{fence}" if text else ""


def shown(default: object) -> str:
    """Return a default as it is typed."""
    is_number = isinstance(default, int) and not isinstance(default, bool)
    return f"{default:_}" if is_number else repr(default)


def check(app: Sphinx) -> None:
    """End the build if a name has no words, or words have no name (`builder-inited`)."""
    found = registered()
    pairs: list[tuple[str, set[object], set[object]]] = [
        ("directive", set(found.directives), set(texts.DIRECTIVES)),
        ("fact", set(FACTS), set(texts.FACTS)),
        ("setting", set(found.settings), set(texts.SETTINGS)),
        ("event", set(found.events), set(texts.EVENTS)),
    ]
    wrong = [f"{kind} {name} has no text" for kind, there, said in pairs for name in there - said]
    wrong += [f"{kind} {name} is gone" for kind, there, said in pairs for name in said - there]
    if wrong:
        raise ExtensionError("manual_texts.py: " + "; ".join(sorted(map(str, wrong))))


DIRECTIVES: dict[str, type[SphinxDirective]] = {
    "manual-options": Options,
    "manual-facts": Facts,
    "manual-settings": Settings,
    "manual-events": Events,
    "manual-files": Files,
    "manual-command": Command,
    "manual-names": Names,
    "manual-drawing": Drawing,
}


def setup(app: Sphinx) -> ExtensionMetadata:
    """Register the directives."""
    for name, directive in DIRECTIVES.items():
        app.add_directive(name, directive)
    app.connect("builder-inited", check)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
