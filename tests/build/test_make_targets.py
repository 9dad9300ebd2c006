"""The targets of the Makefile that write pages pass on what is typed, and say what is missing."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from import_site import cmt
from in_process import run_import
from made import make, with_stand_in
from real_site import copy_of_sources, run_sphinx, with_environment
from sources import paper_folder, paper_pages
from sphinx_workshop.core.field_table import PAPER

TYPED = ("keywords", "award", "arxiv", "code", "video")
"""Some options of a paper, in the order of the table."""
NUMBER = 987_654
"""A submission number that no paper has."""


@pytest.fixture
def made(tmp_path: Path) -> Path:
    """Return a copy of the sources with an environment in place, and a stand-in for Python."""
    return with_stand_in(copy_of_sources(tmp_path))


def test_make_passes_what_is_typed_verbatim(tmp_path: Path) -> None:
    made = with_environment(copy_of_sources(tmp_path))  # the real Python
    title = "$(shell touch evil1) `touch evil2` ${x} $HOME $$ \"q\" 'q' ; touch evil3 # \\ & -x %"
    done = make(made, "paper", f"TITLE={title}", f"NUMBER={NUMBER}", "AUTHORS=A B* (C; D); E F")
    assert done.code == 0, done.err
    page = {page.number: page for page in paper_pages(made)}[NUMBER]
    assert page.values["title"] == title
    assert page.values["authors"] == "A B* (C; D); E F"
    assert not list(made.glob("evil*"))


def test_make_takes_the_options_of_the_table_and_no_variable_that_was_not_typed(
    made: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PAGES", "8")
    typed = [f"{name.upper()}={entry.example}" for name, entry in PAPER.items() if name in TYPED]
    given = ("TITLE=Alpha", f"NUMBER={NUMBER}", "AUTHORS=A B", "ID=alpha-typed", *typed, "PORT=1")
    done = make(made, "paper", *given)
    assert done.code == 0, done.err
    page = (made / "program/papers/alpha-typed.md").read_text(encoding="utf-8")
    assert re.findall(r"^:([a-z]+):", page, re.MULTILINE) == ["authors", *TYPED]
    session = ("ID=typed", "TITLE=Tea", "TIME=06:00-06:10", "KIND=break", "LANGUAGE=de")
    done = make(made, "session", *session)
    assert done.code == 0, done.err
    assert ":language: de\n" in (made / "program/index.md").read_text(encoding="utf-8")


def test_make_imports_a_file_of_any_name_with_arguments_of_spaces_and_quotes(made: Path) -> None:
    name = "my; touch evil $(touch evil) papers.txt"
    (made / name).write_text(cmt([NUMBER, "Alpha", "Lee, Ann"]), encoding="utf-8")
    done = make(made, "import", f"FROM={name}", "ARGS=--dry-run --all")
    assert done.code == 0, done.err
    assert "1 written" in done.out
    assert "dry run" in done.out
    assert not list(made.glob("evil"))
    header = 'Paper Nr,"Title, in full",Who wrote it\n'
    (made / "my papers.csv").write_text(f"{header}{NUMBER},Alpha,Ann Lee*\n", encoding="utf-8")
    columns = 'number=Paper Nr,"title=Title, in full",authors=Who wrote it,*=presenting'
    done = make(made, "import", "FROM=my papers.csv", f"ARGS=--dry-run --columns '{columns}'")
    assert done.code == 0, done.err
    assert "1 written" in done.out
    assert "authors: Ann Lee*" in done.out


def test_a_command_that_an_import_prints_settles_what_it_stands_under(made: Path) -> None:
    def import_(title: str) -> str:
        row = f'Paper Nr,"Title, in full",Who wrote it\n{NUMBER},{title},Ann Lee\n'
        (made / "my papers.csv").write_text(row, encoding="utf-8")
        columns = "'number=Paper Nr,\"title=Title, in full\",authors=Who wrote it'"
        done = make(made, "import", "FROM=my papers.csv", f"ARGS=--columns {columns}")
        assert done.code == 0, done.err
        return done.out

    assert "1 written" in import_("Alpha")
    page = next(page for page in paper_pages(made) if page.number == NUMBER)
    page.path.write_text(page.changed({"title": "By hand"}), encoding="utf-8")
    report = import_("Beta")
    (command,) = (line.strip() for line in report.splitlines() if f" {NUMBER}:title" in line)
    assert command.startswith("make import ")
    settled = make(made, *shlex.split(command)[1:])
    assert settled.code == 0, settled.err
    assert "1 settled" in settled.out
    assert "Unchanged: no page is written." in import_("Beta")
    assert "# By hand\n" in page.path.read_text(encoding="utf-8")


def test_make_removes_a_former_name_everywhere(made: Path) -> None:
    old, new = "Zara d'Quillon $x", "Tomás d'Quillon"
    assert make(made, "paper", "TITLE=Alpha", f"NUMBER={NUMBER}", f"AUTHORS={old}; Bo Ray"
                ).code == 0  # fmt: skip
    done = make(made, "rename-person", f"OLD={old}", f"NEW={new}")
    assert done.code == 0, done.err
    page = next(page for page in paper_pages(made) if page.number == NUMBER)
    assert page.values["authors"] == f"{new}; Bo Ray"
    assert make(made, "unlist-person", f"OLD={new}").code == 0
    assert "\n:authors: Bo Ray\n" in page.path.read_text(encoding="utf-8")
    assert "Quillon" not in (made / "program/imported.json").read_text(encoding="utf-8")


def test_make_says_what_is_missing_and_publishes_the_manual_into_what_was_built_last(
    made: Path,
) -> None:
    for target in ("import", "paper", "session", "rename-person", "unlist-person"):
        done = make(made, target)
        assert done.code != 0, target
        assert "Traceback" not in done.err
        assert any(word in done.err for word in ("write FROM=", "missing", "needs", "write"))
    steps = make(made, "--dry-run", "publish").out.splitlines()
    last_build = max(n for n, step in enumerate(steps) if "sphinx_workshop.cli build" in step)
    assert "cp -R _build/manual _build/html/manual" in steps[last_build:]


@pytest.mark.slow
def test_a_thousand_imported_papers_build(tmp_path: Path) -> None:
    source = copy_of_sources(tmp_path)
    rows = (
        [
            10_000 + n,
            f"Title {n} of a paper whose title is about as long as others are",
            f"It is about number {n}. " + "A sentence of an abstract has so many words. " * 15,
            "; ".join(f"Last{(n * k) % 613}, First{(n + k) % 97}" for k in range(1, 6)),
        ]
        for n in range(1000)
    )
    header = ["Paper ID", "Paper Title", "Abstract", "Author Names"]
    (source / "Papers.txt").write_text(cmt(*rows, header=header), encoding="utf-8")
    assert "1000 written" in run_import(source, "Papers.txt")
    built = run_sphinx(source, tmp_path, "-j", "auto")
    folder = paper_folder(source).relative_to(source)
    assert len(list((built / folder).glob("*.html"))) >= 1001
