"""The site's own papers, as CMT would export them, import into an empty copy of the site."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest

from import_site import cmt
from inline_site import all_words, parsed, words
from real_site import copy_of_sources, run_sphinx
from sphinx_workshop.editing.paper_page import read_paper_page
from trees import contents

if TYPE_CHECKING:
    from pathlib import Path

    from sphinx_workshop.editing.paper_page import PaperPage

Expected = dict[str, Any]


def papers_txt(expected: Expected) -> str:
    """Return `Papers.txt`: ids, titles, and `Last, First*; …`, `*` being the primary contact."""

    def turned(name: str) -> str:
        first, _, last = name.rpartition(" ")
        return f"{last}, {first}"

    return cmt(
        *(
            [
                paper["number"],
                paper["title"],
                "; ".join(turned(author["name"]) for author in paper["authors"]).replace(
                    ";", "*;", 1
                ),
            ]
            for paper in expected["papers"].values()
        )
    )


def run(source: Path, *arguments: str) -> str:
    """Run the command as it is documented."""
    done = subprocess.run(
        [sys.executable, "-m", "sphinx_workshop.cli", "import", *arguments],
        cwd=source,
        env=os.environ | {"PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.partition("\n")[0]


def pages(source: Path) -> dict[int, PaperPage]:
    found = (read_paper_page(path) for path in sorted((source / "program/papers").glob("*.md")))
    return {page.number: page for page in found if page}


def emptied(source: Path) -> None:
    """Take away the papers and the sessions that present them."""
    for page in pages(source).values():
        page.path.unlink()
    for path in source.glob("program/*.md"):
        text = path.read_text(encoding="utf-8")
        session = r":{5}\{session\}\n(?:(?!:{5}).*\n)*:paper: .*\n:{5}\n\n?"
        path.write_text(re.sub(session, "", text), encoding="utf-8")


@pytest.fixture(scope="module")
def imported(tmp_path_factory: pytest.TempPathFactory, expected: Expected) -> Path:
    """Return a copy of the sources into which the papers were imported: look, do not touch."""
    source = copy_of_sources(tmp_path_factory.mktemp("imported"))
    emptied(source)
    (source / "Papers.txt").write_text(papers_txt(expected), encoding="utf-8")
    count = len(expected["papers"])
    told = run(source, "Papers.txt")
    assert told == f"cmt: {count} papers read; {count} written, 0 unchanged, 0 changed, 0 skipped"
    return source


def test_each_paper_gets_a_page(imported: Path, expected: Expected) -> None:
    found = {
        number: (page.values["title"], page.values["authors"])
        for number, page in pages(imported).items()
    }
    assert found == {
        paper["number"]: (paper["title"], "; ".join(a["name"] for a in paper["authors"]))
        for paper in expected["papers"].values()
    }


def test_the_imported_pages_build(imported: Path, expected: Expected, tmp_path: Path) -> None:
    built = run_sphinx(imported, tmp_path)
    by_number = {paper["number"]: paper for paper in expected["papers"].values()}
    for number, page in pages(imported).items():
        content = parsed(built / f"program/papers/{page.id}.html")
        names = all_words(content, ".workshop-authors > li a[href]")
        assert names == [author["name"] for author in by_number[number]["authors"]]
        title = words(content.select("article h1")[0]).removesuffix("#")
        assert title == by_number[number]["title"]


def test_importing_again_writes_nothing(imported: Path, expected: Expected) -> None:
    before = contents(imported)
    told = run(imported, "Papers.txt")
    count = len(expected["papers"])
    assert told == f"cmt: {count} papers read; 0 written, {count} unchanged, 0 changed, 0 skipped"
    assert contents(imported) == before


def test_the_committed_pages_are_adopted_as_they_are(tmp_path: Path, expected: Expected) -> None:
    source = copy_of_sources(tmp_path)
    (source / "Papers.txt").write_text(papers_txt(expected), encoding="utf-8")
    before = contents(source / "program/papers")
    for arguments in ([], ["--update"], ["--take=all"]):
        told = run(source, "Papers.txt", *arguments)
        assert f"0 written, {len(expected['papers'])} unchanged, 0 changed" in told
        assert contents(source / "program/papers") == before


def test_the_sites_own_schedule_for_apps_is_adopted_as_it_is(site: Path, tmp_path: Path) -> None:
    source = copy_of_sources(tmp_path)
    before = contents(source / "program")
    told = run(source, str(site / "program/schedule.json"))
    assert re.fullmatch(
        r"pretalx: (\d+) talks read; 0 written, \1 unchanged, 0 changed, 0 skipped", told
    )
    after = contents(source / "program")
    assert {name: after[name] for name in before} == before


# The targets of the Makefile -------------------------------------------------------------------


@pytest.fixture
def made(tmp_path: Path) -> Path:
    """Return a copy of the sources with an environment in place, so that make installs nothing."""
    source = copy_of_sources(tmp_path)
    binaries = source / ".venv/bin"
    binaries.mkdir(parents=True)
    # No link: of a link, Python would not know whose packages it has.
    python = binaries / "python"
    python.write_text(f'#!/bin/sh\nexec "{sys.executable}" "$@"\n', encoding="utf-8")
    python.chmod(0o755)
    for name in ("site-installed", "tests-installed"):
        (source / ".venv" / name).touch()
    return source


def make(source: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["make", "--no-print-directory", *arguments],
        cwd=source,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )


def test_make_passes_what_is_typed_letter_by_letter(made: Path) -> None:
    title = "$(shell touch evil1) `touch evil2` ${x} $HOME $$ \"q\" 'q' ; touch evil3 # \\ & -x %"
    done = make(made, "paper", f"TITLE={title}", "NUMBER=9999", "AUTHORS=A B* (C; D); E F")
    assert done.returncode == 0, done.stderr
    page = pages(made)[9999]
    assert page.values["title"] == title
    assert page.values["authors"] == "A B* (C; D); E F"
    assert not list(made.glob("evil*"))


def test_make_imports_a_file_of_any_name_with_arguments(made: Path) -> None:
    name = "my; touch evil $(touch evil) papers.txt"
    (made / name).write_text(cmt([9999, "Alpha", "Lee, Ann"]), encoding="utf-8")
    done = make(made, "import", f"FROM={name}", "ARGS=--dry-run --all")
    assert done.returncode == 0, done.stderr
    assert "1 written" in done.stdout
    assert "dry run" in done.stdout
    assert not list(made.glob("evil"))


@pytest.mark.parametrize("target", ["import", "paper", "session"])
def test_make_says_what_is_missing(made: Path, target: str) -> None:
    done = make(made, target)
    assert done.returncode != 0
    assert "Traceback" not in done.stderr
    assert any(word in done.stderr for word in ("write FROM=", "missing", "needs"))


# Large -----------------------------------------------------------------------------------------


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
    assert "1000 written" in run(source, "Papers.txt")
    built = run_sphinx(source, tmp_path, "-j", "auto")
    assert len(list((built / "program/papers").glob("*.html"))) >= 1001
