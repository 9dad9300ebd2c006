"""Mistakes that tests plant into the small workshop, and how each is reported."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest

from inline_site import Files, InlineSite, only, words
from small_workshop import FILES, line_of

if TYPE_CHECKING:
    from engine_fixtures import Edited
    from inline_site import Built, Message


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


ALPHA = FILES["papers/alpha.md"].replace("{paper} 7", "{paper} NUMBER")


def own_page(text: str, passage: str, *reported: str) -> Mistake:
    """Expect a mistake on a page that is this text, and is built together with others.

    OWN in the text, and in what is reported, becomes an id that no other page has.
    """
    return mistake({"OWN.md": f"---\norphan: true\n---\n\n{text}"}, passage, *reported)


def on_a_page(text: str, passage: str, *reported: str) -> Mistake:
    return own_page(f"# Page\n\n{text}\n", passage, *reported)


def in_paper(old: str, new: str, passage: str, *reported: str) -> Mistake:
    """Expect a mistake on the page of a paper that is like `papers/alpha.md`."""
    assert ALPHA.count(old) == 1
    return own_page(ALPHA.replace(old, new), passage, "paper 'OWN'", *reported)


def in_dates(options: str, passage: str, *reported: str, title: str = " Camera-ready") -> Mistake:
    return on_a_page(f":::{{deadline}}{title}\n{options}\n:::", passage, "deadline", *reported)


def in_schedule(options: str, passage: str, *reported: str) -> Mistake:
    """Expect a mistake in a session, in a schedule of the page's own and in a room of its own."""
    session = f":::::{{session}} Extra\n{options}\n:room: OWN\n:::::"
    return on_a_page(f"::::::{{schedule}} 2016-07-22\n\n{session}\n::::::", passage, *reported)


def added(folder: str, name: str, text: str) -> Files:
    """Add a page, and list it in the contents of its folder."""
    index = f"{folder}/index.md"
    listed = f"{FILES[index]}\n:::{{toctree}}\n{name}\n:::\n"
    return {f"{folder}/{name}.md": text, index: listed}


def _named(case: Mistake, number: int) -> Mistake:
    """Give the page of a mistake, and what stands there, ids of its own."""

    def name(text: str) -> str:
        return text.replace("OWN", f"own-{number}").replace("NUMBER", str(1_000 + number))

    files = {name(path): name(text) for path, text in case.files.items()}
    return Mistake(
        files, name(case.file), name(case.passage), tuple(map(name, case.reported)), case.above
    )


def each_is_reported(mistakes: dict[str, Mistake], **settings: Any) -> Any:
    """Return the test that each mistake is reported once, and breaks nothing else."""
    cases = {name: _named(case, n) for n, (name, case) in enumerate(mistakes.items())}
    own = {path: text for name, case in cases.items() if mistakes[name].file == "OWN.md"
           for path, text in case.files.items()}  # fmt: skip
    together: list[Built] = []

    @pytest.mark.parametrize("name", mistakes)
    def test(name: str, edited: Edited, tmp_path_factory: pytest.TempPathFactory) -> None:
        case = cases[name]
        if case.file in own and not together:
            folder = tmp_path_factory.mktemp("together")
            together.append(InlineSite(folder, FILES | own, settings).build())
            assert {message.file for message in together[0].messages} == own.keys()
        built = together[0] if case.file in own else edited(case.files, **settings)
        assert built.status == 1
        messages = built.messages
        pages = {*built.written} - {"search", "program/embed"}  # which have no source
        if case.file in own:
            messages = [message for message in messages if message.file == case.file]
            pages = {case.file.removesuffix(".md")}
        _check(built, case, messages, pages)

    return test


def _check(built: Built, case: Mistake, messages: list[Message], pages: set[str]) -> None:
    files = FILES | case.files
    assert len(messages) == 1, messages
    (message,) = messages
    line = line_of(files[case.file], case.passage) - case.above
    assert (message.file, message.line) == (case.file, line)
    for part in case.reported:
        assert part in message.text
    assert {f"{page}.md" for page in pages} >= case.files.keys()
    for name in pages:
        page = built.page(name)
        assert words(page)
        if title := re.search(r"^# (.*)", files[f"{name}.md"], re.MULTILINE):
            assert words(only(page, "h1")).startswith(title[1])
