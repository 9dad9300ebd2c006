"""Mistakes that tests plant into the small workshop, and how each is reported."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest
from bs4 import Tag

from inline_site import Files, InlineSite, Message, only, words
from small_workshop import FILES, changed, line_of

if TYPE_CHECKING:
    from engine_fixtures import Edited


Together = Callable[[str], tuple[list[Message], dict[str, Tag]]]
"""Maps the name of a mistake to what is reported of its page, and that page."""


class Mistake(NamedTuple):
    """Files with a mistake, where it stands, and what is said of it."""

    files: Files
    file: str
    passage: str  # on the line that is named, or so many lines under it as `above` says
    reported: tuple[str, ...]
    above: int = 0


def mistake(files: Files, passage: str, *reported: str, file: str = "", above: int = 0) -> Mistake:
    """Expect the mistake in the first of the files, if no other is named."""
    return Mistake(files, file or next(iter(files)), passage, reported, above)


def in_paper(old: str, new: str, passage: str, *reported: str) -> Mistake:
    return mistake(changed("papers/alpha.md", old, new), passage, "paper 'alpha'", *reported)


def on_a_page(text: str, passage: str, *reported: str) -> Mistake:
    """Expect a mistake on a page of its own, which is built together with others."""
    return mistake({OWN: f"---\norphan: true\n---\n\n# Page\n\n{text}\n"}, passage, *reported)


def in_dates(options: str, passage: str, *reported: str, title: str = " Camera-ready") -> Mistake:
    return on_a_page(f":::{{deadline}}{title}\n{options}\n:::", passage, "deadline", *reported)


def in_schedule(
    options: str, passage: str, *reported: str, title: str = " Extra", above: int = 0
) -> Mistake:
    """Expect a mistake in a session that is added at the end of the schedule."""
    session = f":::::{{session}}{title}\n{options}\n:::::\n\n::::::\n\n"
    files = changed("program/index.md", "::::::\n\n:::{t", f"{session}:::{{t")
    return mistake(files, passage, *reported, above=above)


def added(folder: str, name: str, text: str) -> Files:
    """Add a page, and list it in the contents of its folder."""
    index = f"{folder}/index.md"
    listed = f"{FILES[index]}\n:::{{toctree}}\n{name}\n:::\n"
    return {f"{folder}/{name}.md": text, index: listed}


EXTRA = ":::::{session} Extra"
OWN = "own.md"


def built_together(mistakes: dict[str, Mistake]) -> Any:
    """Return a fixture that builds the pages with a mistake, and returns one at a time."""

    @pytest.fixture(scope="module")
    def together(tmp_path_factory: pytest.TempPathFactory) -> Together:
        names = {name: f"own-{n}" for n, name in enumerate(mistakes) if OWN in mistakes[name].files}
        pages = {f"{names[name]}.md": mistakes[name].files[OWN] for name in names}
        built = InlineSite(tmp_path_factory.mktemp("together"), FILES | pages, {}).build()
        assert {message.file for message in built.messages} == pages.keys()
        return lambda name: (
            [m._replace(file=OWN) for m in built.messages if m.file == f"{names[name]}.md"],
            {OWN: built.page(names[name])},
        )

    return together


def check(
    name: str, mistakes: dict[str, Mistake], edited: Edited, together: Together | None = None
) -> None:
    """Build with a mistake: it is reported once, and breaks nothing else."""
    case = mistakes[name]
    files = FILES | case.files
    if together and OWN in case.files:
        messages, pages = together(name)
    else:
        built = edited(case.files)
        messages = built.messages
        assert built.status == 1
        others = {"search", "program/embed"}  # pages without a source
        pages = {f"{page}.md": built.page(page) for page in {*built.written} - others}
    assert len(messages) == 1, messages
    (message,) = messages
    line = line_of(files[case.file], case.passage) - case.above
    assert (message.file, message.line) == (case.file, line)
    for part in case.reported:
        assert part in message.text
    assert pages.keys() >= case.files.keys()
    for path, page in pages.items():
        assert words(page)
        if title := re.search(r"^# (.*)", files[path], re.MULTILINE):
            assert words(only(page, "h1")).startswith(title[1])
