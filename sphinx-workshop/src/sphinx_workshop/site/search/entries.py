"""What can be found: entries of extensions, the pages without any, and the sections of these."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sphinx.errors import ConfigError

from ...core.casefold import casefold
from ...core.suggest import suggest
from ...core.words import gettext as _
from .content import contents_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from sphinx.application import Sphinx

EVENT = "search-entries"
OTHER_WORDS = "workshop_search_words"


@dataclass(frozen=True, slots=True)
class Entry:
    """Something to be found: a page, or with an `anchor` a thing that stands on one.

    Attributes:
        kind: the word that readers see, and filter by.
        detail: one line that distinguishes it from others of the same title.
        names: what else it is called: words that find it as those of its title do.
        text: what else it is found by, and shown with; a page is found by its content too.
        phrases: names of things in it that are found by their initials as well.
        filters: names and values of the further filters that let it pass.
        listed: what `data-object` says of its item on lists that can be filtered.
        echo: whether another entry has the same title with more right.
    """

    kind: str
    title: str
    docname: str
    anchor: str = ""
    detail: str = ""
    names: str = ""
    text: str = ""
    phrases: tuple[str, ...] = ()
    filters: tuple[tuple[str, str], ...] = ()
    listed: str = ""
    echo: bool = False


def all_entries(app: Sphinx) -> list[Entry]:
    """Return all entries, in their order."""
    entries: list[Entry] = [entry for found in app.emit(EVENT) for entry in found]
    known = {entry.docname for entry in entries if not entry.anchor}
    entries += [
        Entry(_("Page"), app.env.titles[docname].astext(), docname)
        for docname in contents_of(app.env)
        if docname not in known
    ]
    # Sphinx's own words, at the top of a page, for what is not to be found.
    hidden = {"nosearch", "no-search"}
    found = [entry for entry in entries if not hidden & app.env.metadata[entry.docname].keys()]
    pages = [entry for entry in found if entry.kind == _("Page") and not entry.anchor]
    sections = [section for page in pages for section in _sections(app, page)]
    named = _with_other_words([*found, *sections], app.config[OTHER_WORDS])
    return sorted(named, key=lambda e: (e.kind, casefold(e.title), e.docname, e.anchor))


def _sections(app: Sphinx, page: Entry) -> Iterator[Entry]:
    """Yield an entry for each section of a page."""
    for section in contents_of(app.env).get(page.docname, ()):
        if section.anchor:
            yield Entry(page.kind, section.heading, page.docname, section.anchor, page.title)


def _with_other_words(entries: Iterable[Entry], words: Mapping[str, str]) -> list[Entry]:
    """Add the words of the setting to the entries that it names.

    Raises:
        ConfigError: if it names a page or a place that is not to be found, or no words.
    """
    places = {_place(entry): entry for entry in entries}
    for place, more in words.items():
        if place not in places:
            raise ConfigError(
                f"{OTHER_WORDS} in conf.py: '{place}' is not a page, nor a section or object of "
                f"one{suggest(place, places)}; name it as it is called now, or delete its line"
            )
        if not isinstance(more, str):
            raise ConfigError(
                f"{OTHER_WORDS} in conf.py: the words for '{place}' must be one text, as "
                f"'food meal'; they are {more!r}"
            )
        entry = places[place]
        places[place] = replace(entry, names=f"{entry.names} {more}")
    return list(places.values())


def _place(entry: Entry) -> str:
    return f"{entry.docname}#{entry.anchor}" if entry.anchor else entry.docname
