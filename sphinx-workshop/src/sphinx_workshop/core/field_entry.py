"""What an entry of the field table says of a field, and what a table makes of written options."""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from .suggest import suggest
from .words import gettext

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping

    from .model import Event, Record
    from .vocabulary import Word


class Importing(StrEnum):
    """What imports do with a field."""

    MERGE = "merge"  # take it into new pages, and compare it on the others
    MERGE_AS_WHEN = "merge as when"  # the same, with the day of the schedule
    NEW = "new"  # take it into new pages only
    NEVER = "never"


@dataclass(frozen=True, slots=True, kw_only=True)
class Exports:
    """What exports call a field; in each text `{}` stands for the value.

    Attributes:
        schema: the JSON Schema of the value in `papers.json`; None where the export builds the
            value itself, or has none.
        bibtex: BibTeX's fields, with their text.
        csl: the fields of CSL-JSON, with their text.
        ris: the tags of RIS, with their text.
        noted: whether citations have the field's words in their note.
        highwire: the name of the `citation_` tag.
        json_ld: the properties of a ScholarlyArticle, with one entry of their list.
        frab: the type of its link in schedules for apps; empty where they have none for it.
        attached: whether these have it as an attachment, not as a link.
    """

    schema: Mapping[str, Any] | None = None
    bibtex: Mapping[str, str] = field(default_factory=dict)
    csl: Mapping[str, str] = field(default_factory=dict)
    ris: Mapping[str, str] = field(default_factory=dict)
    noted: bool = False
    highwire: str = ""
    json_ld: Mapping[str, str] = field(default_factory=dict)
    frab: str = ""
    attached: bool = False


@dataclass(frozen=True, slots=True)
class Field:
    """One option of a directive, and all that is known of it.

    Attributes:
        name: the option's name, and the attribute's of the record.
        converter: makes the value of what is written, or raises ValueError with a remedy.
        help: what is written, in Markdown; for reference and command line.
        example: a value that the converter accepts.
        required: whether an object without it is an error.
        choices: the words of conf.py that the converter gets as its second argument.
        names: the type of the objects whose ids it holds.
        kept: whether the record holds it under its name.
        label: what messages of imports call it; the name if empty.
        importing: how imports treat it.
        tidied: makes of what sources write what the converter reads.
        written: makes of the value what a page has; empty where that stays as it is typed.
        words: what pages say of it, translated where it is shown; `{}` stands for the value. A
            function returns it for a value.
        address: where these words lead.
        several: whether there may be several values, each of which has words and an address.
        listed: whether lists show it, where it has an address.
        mark: what lists say of it, where its words are long; as `words`.
        leads: whether pages, lists and booklet show its words before all else about the object;
            such a field has no address.
        exports: what exports call it.
    """

    name: str
    converter: Callable[..., Any]
    help: str
    example: str
    required: bool = False
    choices: Callable[[Event], Iterable[Word]] | None = None
    names: str = ""
    kept: bool = True
    label: str = ""
    importing: Importing = Importing.MERGE
    tidied: Callable[[str], str] = str
    written: Callable[[Any], str] | None = None
    words: str | Callable[[Any], str] = ""
    address: str = ""
    several: bool = False
    listed: bool = False
    mark: str | Callable[[Any], str] = ""
    leads: bool = False
    exports: Exports = Exports()

    def value(self, text: str | None, event: Event) -> Any:
        """Return the value of what is written.

        Raises:
            ValueError: there is none; the message says why, and the remedy.
        """
        return self.converter(text, self.choices(event)) if self.choices else self.converter(text)

    def said(self, value: Any) -> str:
        """Return the words that pages say of a value, in the site's language."""
        return _filled(self.words, value)

    def marked(self, value: Any) -> str:
        """Return the words that lists say of a value, in the site's language."""
        return _filled(self.mark or self.words, value)

    def url(self, value: Any) -> str:
        """Return where these words lead."""
        return self.address.format(value)

    def canonical(self, text: str) -> str:
        """Return what is written as a page has it; what cannot be read stays as typed."""
        try:
            return self.written(self.converter(text)) if self.written else text
        except ValueError:
            return text

    @property
    def placeholder(self) -> str:
        """What a page that is begun from a template has in its place."""
        return f"({self.help}, like {self.example})".replace("`", "")

    @property
    def plain_help(self) -> str:
        """The same for a command line."""
        return self.placeholder[1:-1].replace("%", "%%")


def _filled(words: str | Callable[[Any], str], value: Any) -> str:
    return words(value) if callable(words) else gettext(words).format(value)


Table = dict[str, Field]


def table(*entries: Field) -> Table:
    """Return entries by their names, in their order."""
    return {entry.name: entry for entry in entries}


def required(table: Table) -> list[str]:
    """Return the names of the fields without which an object is an error."""
    return [entry.name for entry in table.values() if entry.required]


def imported(table: Table) -> list[str]:
    """Return the names of the fields that imports compare with pages."""
    return [entry.name for entry in table.values() if entry.importing is Importing.MERGE]


def held(table: Table, of: type[Record], values: Mapping[str, Any]) -> dict[str, Any]:
    """Return how a record holds values: as attributes, and in `more` what it has none for."""
    attributes = {attribute.name for attribute in fields(of)}
    kept = {name: values[name] for name in table if table[name].kept and name in values}
    more = tuple((name, value) for name, value in kept.items() if name not in attributes)
    return {name: kept[name] for name in kept if name in attributes} | {"more": more}


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
