"""A paper's page is read and changed in single values; all else stays to the byte."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sphinx_workshop.core.field_table import PAPER
from sphinx_workshop.editing.files import write_whole
from sphinx_workshop.editing.markdown_text import escaped, paragraph, same
from sphinx_workshop.editing.paper_page import PaperPage, new_paper_page, read_paper_page

if TYPE_CHECKING:
    from pathlib import Path

PAGE = """\
---
html_meta: {x: y}
---
(label)=
# A *Title* of $\\alpha$

Prose before.

:::{paper} 7
:authors: Ann Lee* (North; South); Bo Ray
:keywords: one; two
:pages: 4

Its  summary.

Its second paragraph.
:::

## More

:::{note}
Prose after, with trailing space.\x20
:::
"""


def read(folder: Path, text: str) -> PaperPage:
    path = folder / "alpha.md"
    path.write_bytes(text.encode())
    page = read_paper_page(path)
    assert page is not None
    return page


def test_a_page_is_read_into_plain_values(tmp_path: Path) -> None:
    page = read(tmp_path, PAGE)
    assert (page.id, page.number) == ("alpha", 7)
    assert page.values == {
        "title": "A Title of α",
        "authors": "Ann Lee* (North; South); Bo Ray",
        "keywords": "one; two",
        "pages": "4",
        "summary": "Its summary. Its second paragraph.",
    }


@pytest.mark.parametrize(
    ("name", "value", "old", "new"),
    [
        ("title", "New & <b>", "# A *Title* of $\\alpha$\n", "# New & \\<b\\>\n"),
        ("pages", "9", ":pages: 4\n", ":pages: 9\n"),
        ("authors", "Bo Ray", ":authors: Ann Lee* (North; South); Bo Ray\n", ":authors: Bo Ray\n"),
        ("topics", "x; y", ":keywords: one", ":topics: x; y\n:keywords: one"),
        ("code", "https://x.org", ":pages: 4", ":code: https://x.org\n:pages: 4"),
        ("summary", "New.", "Its  summary.\n\nIts second paragraph.\n", "New.\n"),
    ],
)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_changed_value_changes_its_lines_alone(
    tmp_path: Path, name: str, value: str, old: str, new: str, end: str
) -> None:
    page = read(tmp_path, PAGE.replace("\n", end))
    value = escaped(value) if name == "title" else value
    assert page.changed({name: value}) == PAGE.replace(old, new).replace("\n", end)


def test_no_change_gives_the_same_bytes(tmp_path: Path) -> None:
    for text in (PAGE, "\ufeff" + PAGE.partition("(label)=\n")[2], PAGE.rstrip("\n")):
        assert read(tmp_path, text).changed({}) == text


def test_a_byte_order_mark_outlives_a_new_title(tmp_path: Path) -> None:
    text = "\ufeff# Old\n\n:::{paper} 7\n:authors: A B\n:::\n"
    assert read(tmp_path, text).changed({"title": "New"}) == text.replace("Old", "New")


def test_all_values_at_once_land_in_their_order(tmp_path: Path) -> None:
    page = read(tmp_path, "# T\n\n:::{paper} 7\n:::\n\nProse.\n")
    values = {
        "title": "U", "authors": "A B", "topics": "t", "keywords": "k", "code": "https://x.org",
        "arxiv": "2207.00001", "pages": "3", "summary": "S.",
    }  # fmt: skip
    text = page.changed(values)
    assert text == new_paper_page(7, values) + "\nProse.\n"
    assert read(tmp_path, text).values == values


@pytest.mark.parametrize(
    "block",
    [
        "```{paper} 7\n---\nauthors: A B\npages: 4\n---\nS.\n```\n",
        "::::{workshop:paper} 7\n:authors: 'A B'\n:pages: >\n:  4\n\nS.\n::::\n",
        "~~~{paper}   7\n:pages: 4\n:authors: A\n:  B\n\nS.\n~~~\n",
        ":::{paper} 7\n:authors: A\n  B\n:pages: 4\n\nS.\n:::\n",
    ],
)
def test_other_ways_to_write_a_directive_are_read_and_changed_too(
    tmp_path: Path, block: str
) -> None:
    page = read(tmp_path, f"T\n===\n\n{block}\nProse.\n")
    assert page.values == {"title": "T", "authors": "A B", "pages": "4", "summary": "S."}
    again = read(tmp_path, page.changed({"pages": "5", "authors": "C D", "title": "U"}))
    assert again.values == {"title": "U", "authors": "C D", "pages": "5", "summary": "S."}
    assert again.text.endswith("\nProse.\n")


def test_a_directive_in_a_code_block_is_no_paper(tmp_path: Path) -> None:
    path = tmp_path / "x.md"
    path.write_text("# T\n\n````\n:::{paper} 7\n:::\n````\n", encoding="utf-8")
    assert read_paper_page(path) is None


@pytest.mark.parametrize(
    ("text", "reported"),
    [
        (":::{paper} 7\n:authors: A B\n:::\n", "no heading"),
        ("# T\n\n:::{paper} 7\n:authors: A B\n", "line 3: `{paper}` has no end"),
        ("# T\n\n:::{paper} seven\n:authors: A B\n:::\n", "whole number"),
        ("# T\n\n:::{paper} 7\n:::\n:::{paper} 8\n:::\n", "several papers"),
        ("# T\n\n:::{paper} 7\n:authors: 'A B\n:::\n", "cannot be read"),
    ],
)
def test_a_page_that_cannot_be_read_is_rejected(tmp_path: Path, text: str, reported: str) -> None:
    with pytest.raises(ValueError, match=reported):
        read(tmp_path, text)


def test_a_page_in_another_encoding_is_rejected(tmp_path: Path) -> None:
    path = tmp_path / "x.md"
    path.write_bytes("# Té\n".encode("latin-1"))
    with pytest.raises(ValueError, match="utf-8"):
        read_paper_page(path)


PLAIN = st.text(st.sampled_from("ab é*_<&$#:'\"|`\\{}[]%-=+>1."), min_size=1).map(
    lambda text: " ".join(text.split())
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(PLAIN.filter(bool), PLAIN)
def test_what_is_written_is_read_again(tmp_path: Path, title: str, summary: str) -> None:
    values = {name: text for name, text in (("title", title), ("summary", summary)) if text}
    typed = {"title": escaped(title), "summary": paragraph(summary)}
    page = read(tmp_path, new_paper_page(7, {name: typed[name] for name in values}))
    assert page.values == values
    assert all(same(page.typed[name], typed[name], line=name == "title") for name in values)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(st.dictionaries(st.sampled_from(["title", "summary", *[*PAPER][2:]]), PLAIN.filter(bool)))
def test_prose_outlives_any_change(tmp_path: Path, changes: dict[str, str]) -> None:
    text = read(tmp_path, PAGE).changed(changes)
    assert text.startswith(PAGE[: PAGE.index("# A *Title*")])
    assert "\n\nProse before.\n\n:::{paper} 7\n" in text
    assert text.endswith(PAGE[PAGE.index(":::\n\n## More") :])


def test_a_file_is_written_whole_or_not_at_all(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "x.md"
    write_whole(path, "old\r\n")
    assert path.read_bytes() == b"old\r\n"

    def fail(*_: object) -> None:
        raise OSError("no space")

    monkeypatch.setattr("pathlib.Path.replace", fail)
    with pytest.raises(OSError, match="no space"):
        write_whole(path, "new")
    assert [p.name for p in tmp_path.iterdir()] == ["x.md"]
    assert path.read_bytes() == b"old\r\n"
