"""Mistakes that tests plant into the small workshop, and how each is reported."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from inline_site import Files, words
from small_workshop import FILES, appended, changed, line_of

if TYPE_CHECKING:
    from engine_fixtures import MakeSite


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


def check(case: Mistake, make_site: MakeSite) -> None:
    """Build a site with a mistake: it is reported once, and breaks nothing else."""
    files = FILES | case.files
    built = make_site(files).build()

    assert len(built.messages) == 1, built.messages
    (message,) = built.messages
    line = line_of(files[case.file], case.passage) - case.above
    assert (message.file, message.line) == (case.file, line)
    for part in case.reported:
        assert part in message.text
    assert built.status == 1
    for name, text in files.items():
        page = built.page(name.removesuffix(".md"))
        assert words(page)
        if text.startswith("# "):
            heading = page.find("h1")
            assert heading
            assert words(heading).startswith(text.splitlines()[0].removeprefix("# "))
