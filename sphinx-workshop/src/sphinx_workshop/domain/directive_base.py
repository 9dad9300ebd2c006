"""The ground of all directives: options that explain themselves, and objects that are kept."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar

from docutils import nodes
from sphinx.util.docutils import SphinxDirective

from ..core import fields
from ..core.checks import Subtype
from ..core.suggest import nearest
from ..site.mathml import plain
from .domain import domain_of, warn

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..core.model import Record

_OPTION = re.compile(r"(?P<colon>:?)(?P<name>[a-z]+):(\s.*)?")


@dataclass(frozen=True, slots=True)
class Refused:
    """An option's text that no value can be made of, and the reason."""

    text: str
    reason: str

    def __str__(self) -> str:
        """Return the text as written, by which messages call an object with a wrong id."""
        return self.text


class OptionSpec(dict[str, "Callable[[str], Any]"]):
    """Option converters that return `Refused` where the plain ones raise.

    So a directive tells of its mistakes itself, once, with the name of its object.
    """

    def __getitem__(self, name: str) -> Callable[[str], Any]:
        """Return the converter of an option; unknown options are refused, not missing."""
        return partial(self._convert, name)

    def _convert(self, name: str, value: str) -> Any:
        if name not in self:
            known = nearest(name, self) or f"; known are {', '.join(sorted(self))}"
            return Refused(value or "", f"there is no such option{known}")
        try:
            return self.get(name, fields.text)(value)
        except ValueError as error:
            return Refused(value or "", str(error))


class WorkshopDirective(SphinxDirective):
    """A directive whose mistakes are told by file, line, object and remedy."""

    has_content = True
    optional_arguments = 1
    final_argument_whitespace = True
    required: ClassVar[tuple[str, ...]] = ()

    @property
    def kind(self) -> str:
        """The directive's name without the domain."""
        return self.name.rpartition(":")[2]

    @property
    def id(self) -> str:
        """The id that messages and other pages name the object by."""
        words = self.arguments[0] if self.arguments else ""
        return str(self.options.get("id") or self.options.get("paper") or words)

    def complain(self, message: str, subtype: Subtype, option: str = "") -> None:
        """Warn of a mistake in this directive, at the line of the option if one is named."""
        lines = self.block_text.splitlines() if option else []
        offset = (n for n, line in enumerate(lines) if line.lstrip(": ").startswith(f"{option}:"))
        label = f"{self.kind} '{self.id}'" if self.id else self.kind
        place = (self.env.docname, self.lineno + next(offset, 0))
        warn(f"{label}: {message}", subtype, place, self.kind)

    def valid_options(self) -> bool:
        """Tell of every option that is refused or missing."""
        refused = {n: value for n, value in self.options.items() if isinstance(value, Refused)}
        for name, value in refused.items():
            self.complain(f"{name} '{value.text}': {value.reason}", Subtype.OPTION, name)
        if misplaced := self._misplaced_options():
            self.complain(misplaced, Subtype.OPTION)
            return False
        missing = [name for name in self.required if name not in self.options]
        for name in missing:
            self.complain(f"{name} is missing; add a line `:{name}: …`", Subtype.REQUIRED)
        return not (refused or missing)

    def _misplaced_options(self) -> str:
        """Return the remedy for lines that are meant as options, and stand as text."""
        first = next((line.strip() for line in self.content if line.strip()), "")
        meant = _OPTION.fullmatch(first)
        free = set(self.option_spec or ()) - self.options.keys()
        if meant is None or meant["name"] not in free:
            return ""
        if meant["colon"]:
            return f"'{first}' is an option; delete the empty line above it"
        return f"'{first}' lacks its first colon; write ':{first}'"

    def parsed(self) -> list[nodes.Node]:
        """Return the content as nodes."""
        return self.parse_content_to_nodes()


class ObjectDirective(WorkshopDirective):
    """Declares an object: makes a record of it, and shows it."""

    def run(self) -> list[nodes.Node]:
        """Keep the record; where a mistake forbids it, show what is written all the same."""
        domain = domain_of(self.env)
        body = self.parsed()
        record = self.record(body) if self.valid_options() else None
        if record is None:
            domain.note_refused(self.env.docname, self.kind, self.id)
            return body
        domain.note_object(record)
        return self.shown(record, body)

    def record(self, body: list[nodes.Node]) -> Record | None:
        """Return the object as written, or None after telling what is wrong."""
        raise NotImplementedError

    def shown(self, record: Any, body: list[nodes.Node]) -> list[nodes.Node]:
        """Return what stands on the page."""
        raise NotImplementedError

    def common(self, id: str, title: str) -> dict[str, Any]:
        """Return the fields that every record has."""
        return {"id": id, "title": title, "docname": self.env.docname, "line": self.lineno}

    def argument(self, what: str) -> str | None:
        """Return the words after the directive's name, or None after asking for them."""
        if not (self.arguments and self.arguments[0].strip()):
            self.complain(f"write {what} after `{{{self.kind}}}`", Subtype.REQUIRED)
            return None
        return " ".join(self.arguments[0].split())


class PageDirective(ObjectDirective):
    """Declares the object that the page is: its id is the file's stem, its title the heading."""

    @property
    def id(self) -> str:
        """The stem of the file."""
        return self.env.docname.rpartition("/")[2]

    def page(self) -> dict[str, Any] | None:
        """Return the common fields, or None after telling what is wrong with the page."""
        heading = next(self.state.document.findall(nodes.title), None)
        if heading is None or not plain(heading):
            self.complain("the page has no heading; begin it with `# Title`", Subtype.PLACE)
        elif any(
            r.type == self.kind for r in domain_of(self.env).records.get(self.env.docname, [])
        ):
            message = f"the page declares a {self.kind} already; give each a file of its own"
            self.complain(message, Subtype.DUPLICATE)
        else:
            try:
                return self.common(fields.slug(self.id), plain(heading))
            except ValueError as error:
                self.complain(f"rename the file: {error}", Subtype.PLACE)
        return None
