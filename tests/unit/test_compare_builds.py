"""What a pull request's summary says of the pages and warnings that it changes."""

from __future__ import annotations

import sys
from pathlib import Path

from processes import output_of
from real_site import ROOT

PAGE = "<html><head>{head}</head><body><article><h1>{title}<a>#</a></h1>{body}</article></body>"


def page(title: str, body: str = "<p>Words.</p>", head: str = "") -> str:
    return PAGE.format(title=title, body=body, head=head)


def compared(
    folder: Path,
    before: dict[str, str],
    after: dict[str, str] | None,
    logs: tuple[str, str] = ("", ""),
) -> str:
    """Write two builds, and compare them by the command."""
    paths = [folder / name for name in ("before", "after", "before.log", "after.log")]
    for path, files in zip(paths[:2], (before, after), strict=True):
        for name, text in (files or {}).items():
            (path / name).parent.mkdir(parents=True, exist_ok=True)
            (path / name).write_text(text, encoding="utf-8")
    for path, log in zip(paths[2:], logs, strict=True):
        path.write_text(log, encoding="utf-8")
    return output_of(sys.executable, ROOT / "tools" / "compare_builds.py", *paths)


def test_a_changed_page_is_named_with_its_title_and_what_differs(tmp_path: Path) -> None:
    said = compared(
        tmp_path, {"p/a.html": page("A")}, {"p/a.html": page("A", "<p>Other words.</p>")}
    )
    assert "| changed | `` p/a.html `` | `` A `` |" in said
    assert "\n-Words.\n+Other words.\n" in said


def test_new_and_lost_pages_are_named(tmp_path: Path) -> None:
    said = compared(tmp_path, {"a.html": page("A")}, {"b.html": page("B")})
    assert "Warnings: 0, before 0; 0 new, 0 gone." in said
    assert "| gone | `` a.html `` | `` A `` |" in said
    assert "| new | `` b.html `` | `` B `` |" in said
    assert "Addresses are promises" in said


def test_a_change_around_the_content_of_all_pages_is_reported_once(tmp_path: Path) -> None:
    before = {f"{n}.html": page("A") for n in "abc"}
    said = compared(tmp_path, before, {name: page("A", head="<meta>") for name in before})
    assert "No page’s content changes." in said
    assert "What stands around the content changes on 3 more pages." in said


def test_other_files_are_named_but_the_digests_in_pages_are_no_change(tmp_path: Path) -> None:
    image = '<img src="a.svg?v=1a2b">'
    said = compared(
        tmp_path,
        {"a.html": page("A", image), "papers.json": "1"},
        {"a.html": page("A", image.replace("1a2b", "3c4d")), "papers.json": "2"},
    )
    assert "No page’s content changes." in said
    assert "Other files that change: `` papers.json ``." in said


def test_a_link_that_changes_under_the_same_words_is_reported(tmp_path: Path) -> None:
    said = compared(
        tmp_path, {"a.html": page("A", "<a href=x>b</a>")}, {"a.html": page("A", "<a href=y>b</a>")}
    )
    assert "The words are the same: links, pictures or marks differ." in said


def test_new_warnings_are_shown_and_those_gone_counted(tmp_path: Path) -> None:
    old = "reading\nindex.md:3: WARNING: an old one (help)\n"
    new = (
        "\x1b[91mnotes.md:7: WARNING: a ```new``` one\x1b[39;49;00m\nERROR: conf.py: x is missing\n"
    )
    pages = {"a.html": page("A")}
    said = compared(tmp_path, pages, pages, (old, new))
    assert "Warnings: 2, before 1; 2 new, 1 gone." in said
    assert "````\nnotes.md:7: WARNING: a ```new``` one\nERROR: conf.py: x is missing\n````" in said


def test_a_build_that_failed_is_reported_with_its_warnings(tmp_path: Path) -> None:
    said = compared(tmp_path, {"a.html": page("A")}, None, ("", "notes.md:7: WARNING: broken\n"))
    assert "There is no proposed site to compare" in said
    assert "notes.md:7: WARNING: broken" in said


def test_a_title_cannot_break_out_of_its_cell(tmp_path: Path) -> None:
    said = compared(tmp_path, {}, {"x": "", "a.html": page("A | `b` <img>")})
    assert "There is no present site to compare" in said
    (tmp_path / "before").mkdir()
    said = compared(tmp_path, {}, {"a.html": page("A | `b` &lt;img&gt;")})
    assert "| new | `` a.html `` | `` A ¦ ˋbˋ <img> `` |" in said
