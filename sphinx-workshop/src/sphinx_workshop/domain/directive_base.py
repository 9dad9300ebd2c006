"""The base of all directives: options that explain themselves, and objects that are kept."""

from __future__ import annotations

import re
from collections import UserDict
from dataclasses import dataclass
from itertools import dropwhile, takewhile
from operator import not_
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar, cast

from docutils import nodes
from sphinx.util.docutils import SphinxDirective

from ..compat import directives
from ..core.checks import RejectedObject, Subtype
from ..core.declared import ARGUMENTS, NO_HEADING, DeclarationError, argument, page_id
from ..core.fences import line_that_begins
from ..core.field_entry import held, missing, option_value, rejection, required
from ..core.latex import formula, latex
from ..core.values import FilePath
from ..site.mathml import plain
from .domain import domain_of
from .pictures import asset_address
from .reporting import warn

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from ..core.field_entry import Table
    from ..core.model import Record

Anything = TypeVar("Anything")
_OPTION = re.compile(r"(?P<colon>:?)(?P<name>[a-z]+):(\s.*)?")
_FENCE = re.compile(":{3}|`{3}|~{3}")


@dataclass(frozen=True, slots=True)
class Rejected:
    """An option's text that no value can be made of, and the reason."""

    text: str
    reason: str

    def __str__(self) -> str:
        """Return the text as written, by which messages call an object with a wrong id."""
        return self.text


class OptionSpec(UserDict[str, Any]):
    """The options of a table, as it is at the time; each keeps its text.

    The directive converts them: it knows conf.py's words, and reports each mistake once, with the
    name of its object. So does it with unknown options, which are not missing here.
    """

    def __init__(self, table: Table) -> None:
        self.data = table  # no copy

    def __getitem__(self, name: str) -> Callable[[str | None], str]:
        return lambda value: value or ""  # MyST gives None for an empty one


class WorkshopDirective(SphinxDirective):
    """A directive whose mistakes are reported by file, line, object and remedy."""

    has_content = True
    optional_arguments = 1
    final_argument_whitespace = True
    table: ClassVar[Table] = {}
    """The options of the directive."""

    _cut_short = False
    """Whether some options stand in the text, where they are not read."""

    def __init_subclass__(cls) -> None:
        """Let MyST and docutils see the options."""
        cls.option_spec = cast("dict[str, Any]", OptionSpec(cls.table))

    @property
    def kind(self) -> str:
        """The directive's name without the domain."""
        return self.name.rpartition(":")[2]

    @property
    def written(self) -> str:
        """The words after the directive's name."""
        return self.arguments[0] if self.arguments else ""

    @property
    def id(self) -> str:
        """The id that messages and other pages name the object by."""
        return str(self.options.get("id") or self.options.get("paper") or self.written)

    def complain(
        self, message: str, subtype: Subtype, option: str = "", line: str = "", **causes: bool
    ) -> None:
        """Warn of a mistake in this directive, at its first line, that of an option, or another.

        `hides` or `follows` say how it relates to other mistakes of the page: see `reporting.warn`.
        """
        beginning = f"{option}:" if option else line.lstrip(": ")
        offset = line_that_begins(self.block_text, beginning) if beginning else 0
        label = f"{self.kind} '{self.id}'" if self.id else self.kind
        place = (self.env.docname, self.lineno + offset)
        warn(f"{label}: {message}", subtype, place, self.kind, **causes)

    def valid_options(self) -> bool:
        """Convert the options; report each that is rejected, missing, or among the text."""
        self.options = {name: self._value(name, text) for name, text in self.options.items()}
        rejected = {n: value for n, value in self.options.items() if isinstance(value, Rejected)}
        misplaced, line, cut = self._misplaced_options()
        self._cut_short = bool(misplaced)
        for name, value in rejected.items():
            if name != cut:
                message = rejection(self.table, name, value.text, value.reason)
                self.complain(message, Subtype.OPTION, name)
        if misplaced:
            self.complain(misplaced, Subtype.OPTION, line=line)
            return False
        for message in missing(self.table, self.options, rejected):
            self.complain(message, Subtype.REQUIRED)
        return not rejected and self.options.keys() >= {*required(self.table)}

    def _value(self, name: str, text: str) -> Any:
        """Return the value of an option, or why there is none."""
        try:
            return option_value(self.table, name, text, domain_of(self.env).event)
        except ValueError as error:
            return Rejected(text, str(error))

    def _misplaced_options(self) -> tuple[str, str, str]:
        """Return the remedy for options that stand as text, the line, and the option cut short."""
        free = self.table.keys() - self.options.keys()
        shown = dropwhile(not_, (line.strip() for line in self.content))
        paragraph = takewhile(lambda line: line and not _FENCE.match(line), shown)
        first, others = next(paragraph, ""), list(paragraph)
        meant = _OPTION.fullmatch(first)
        if meant and meant["name"] in free:
            if meant["colon"]:
                return f"'{first}' is an option; delete the empty line above it", first, ""
            return f"'{first}' lacks its first colon; write ':{first}'", first, ""
        found = filter(None, map(_OPTION.fullmatch, others))
        if any(option["colon"] and option["name"] in free for option in found):
            message = (
                f"'{first}' stands between options; indent it if it goes on with the value above "
                "it, or move it under them and an empty line"
            )
            return message, first, next(reversed(self.options), "")
        return "", "", ""

    def level(self) -> int:
        """Return the level of a heading below those that the directive stands under: 2 to 5."""
        return min(max(directives.level(self), 1), 4) + 1

    def heading(self) -> str:
        """Return the words of the page's first heading; empty where none stands above."""
        heading = next(self.state.document.findall(nodes.title), None)
        return plain(heading) if heading else ""


class ObjectDirective(WorkshopDirective):
    """Declares an object: makes a record of it, and shows it."""

    def run(self) -> list[nodes.Node]:
        """Keep the record; where a mistake forbids it, show what is written all the same."""
        domain = domain_of(self.env)
        body = self.parse_content_to_nodes()
        valid = self.valid_options()
        # A mistake in an option does not hide those of the title or the number.
        own = None if self._cut_short else self._unless_wrong(self.own)
        record = None
        if valid and own is not None:
            record = self._unless_wrong(lambda: self.record(own, body))
        if record is None:
            domain.note_rejected(self._rejected(own or {}))
            return body
        domain.note_object(record)
        return self.shown(record, body)

    def _unless_wrong(self, declared: Callable[[], Anything | None]) -> Anything | None:
        """Return what is declared, or None after reporting what is wrong with it."""
        try:
            return declared()
        except DeclarationError as mistake:
            self.complain(str(mistake), mistake.subtype, mistake.option)
            return None

    def _rejected(self, own: Mapping[str, Any]) -> RejectedObject:
        given = {n: value for n, value in self.options.items() if not isinstance(value, Rejected)}
        values = {**given, **own}
        return RejectedObject(self.kind, self.id, self.env.docname, self.lineno, values)

    def own(self) -> dict[str, Any] | None:
        """Return the fields that no option holds, or None after reporting what is wrong.

        Raises:
            DeclarationError: there are none; it is reported.
        """
        return self.common(self.id, argument(self.kind, self.written))

    def record(self, own: dict[str, Any], body: list[nodes.Node]) -> Record:
        """Return the object as written, of these fields, the options and the content.

        Raises:
            DeclarationError: there is none; it is reported.
        """
        raise NotImplementedError

    def shown(self, record: Any, body: list[nodes.Node]) -> list[nodes.Node]:
        """Return what stands on the page."""
        raise NotImplementedError

    def common(self, id: str, title: str) -> dict[str, Any]:
        """Return the fields that every record has."""
        return {"id": id, "title": title, "docname": self.env.docname, "line": self.lineno}

    def held(self, of: type[Record]) -> dict[str, Any]:
        """Return what a record holds of the options; a file of the site by its address.

        Raises:
            DeclarationError: an option names a file that is not there.
        """
        files = {n: value for n, value in self.options.items() if isinstance(value, FilePath)}
        published = {name: asset_address(self.env, name, path) for name, path in files.items()}
        return held(self.table, of, {**self.options, **published})


class PageDirective(ObjectDirective):
    """Declares the object that the page is: its id is the file's stem, its title the heading."""

    @property
    def id(self) -> str:
        """The stem of the file."""
        return self.env.docname.rpartition("/")[2]

    def valid_options(self) -> bool:
        """Report each mistake, but all that is left open in a template as one."""
        if not self._untouched():
            return super().valid_options()
        places = ["the title after `#`", f"{ARGUMENTS[self.kind]} after `{{{self.kind}}}`"]
        places += [f"`:{name}:`" for name in required(self.table)]
        message = f"nothing is filled in yet; write {', '.join(places)}, and the summary"
        self.complain(message, Subtype.REQUIRED, hides=True)
        return False

    def _untouched(self) -> bool:
        """Return whether the page is as the template has it."""
        return not (self.heading() or self.arguments or any(self.options.values()))

    def page(self) -> dict[str, Any] | None:
        """Return the common fields, or None after reporting what is wrong with the page."""
        title = self.heading()
        if not title:
            self.complain(NO_HEADING, Subtype.PLACE, follows=True)
            return None
        types = {r.type for r in domain_of(self.env).records.get(self.env.docname, [])}
        return self._unless_wrong(lambda: self.common(page_id(self.kind, self.id, types), title))


def astext(body: list[nodes.Node]) -> str:
    """Return the words of a directive's content, on one line."""
    return " ".join(filter(None, map(plain, body)))


def in_latex(heading: nodes.title) -> str:
    """Return a heading in LaTeX, its formulas as they are typed; empty where it holds none."""
    if not any(heading.findall(nodes.math)):
        return ""
    found = heading.findall(lambda node: isinstance(node, nodes.math | nodes.Text))
    parts = (
        formula(node.astext()) if isinstance(node, nodes.math) else latex(str(node))
        for node in found
        if not isinstance(node.parent, nodes.math)
    )
    return " ".join("".join(parts).split())
