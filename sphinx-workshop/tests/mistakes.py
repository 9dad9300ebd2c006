"""Mistakes that tests plant into the small workshop, and how each is reported."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from inline_site import Files, only, words
from small_workshop import FILES, appended, changed, line_of

if TYPE_CHECKING:
    from engine_fixtures import Edited


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


def in_notes(text: str, passage: str, *reported: str) -> Mistake:
    return mistake(appended("notes.md", text), passage, *reported)


def in_dates(options: str, passage: str, *reported: str, title: str = " Camera-ready") -> Mistake:
    return in_notes(f":::{{deadline}}{title}\n{options}\n:::", passage, "deadline", *reported)


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


def check(case: Mistake, edited: Edited) -> None:
    """Build the small workshop with a mistake: it is reported once, and breaks nothing else."""
    built = edited(case.files)
    assert len(built.messages) == 1, built.messages
    (message,) = built.messages
    files = FILES | case.files
    line = line_of(files[case.file], case.passage) - case.above
    assert (message.file, message.line) == (case.file, line)
    for part in case.reported:
        assert part in message.text
    assert built.status == 1
    assert {*built.written} >= {name.removesuffix(".md") for name in case.files}
    for name in {*built.written} - {"search"}:
        page = built.page(name)
        assert words(page)
        if (text := files[f"{name}.md"]).startswith("# "):
            assert words(only(page, "h1")).startswith(text.splitlines()[0].removeprefix("# "))
