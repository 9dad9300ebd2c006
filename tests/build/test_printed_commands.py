"""Every command that guides, the manual, help and messages print is accepted; imports really run.

What they are run on is invented: a workshop with two papers, and exports with a third.
"""

from __future__ import annotations

import csv
import io
import re
import shutil
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

import made
from import_site import Done, ImportSite, cmt
from pretalx_server import Pretalx, serve, talk
from printed_commands import TEMPLATE, Printed, printed
from real_site import ROOT
from sphinx_workshop.cli.__main__ import COMMANDS, main, parser
from sphinx_workshop.core.field_table import TABLES
from sphinx_workshop.imports.columns import mapping

PRINTED = printed()
MAKE = [each for each in PRINTED if each.text.startswith("make ")]
ENGINE = [each for each in PRINTED if each.text.startswith("sphinx-workshop ")]
WRITING = [each for each in MAKE if re.match(r"make (?:paper|session) .", each.text)]
OPTIONS = [each for each in PRINTED if re.fullmatch(r"--[a-z-]+", each.text)]
IMPORTS = [
    each
    for each in PRINTED
    if each not in OPTIONS
    and re.match(r"(?:make|sphinx-workshop) import .|ARGS=|FROM=|--", each.text)
]
REQUIRED = "number=Paper ID,title=Title,authors=Authors"


@pytest.fixture
def site(tmp_path: Path) -> ImportSite:
    """Return an invented site with two papers and both Makefiles' environment in place."""
    return invented(tmp_path)


@pytest.fixture(scope="module")
def looked_at(tmp_path_factory: pytest.TempPathFactory) -> ImportSite:
    """Return the same for commands that are only expanded."""
    return invented(tmp_path_factory.mktemp("expanded"))


@pytest.fixture(scope="module")
def pretalx() -> Iterator[str]:
    """Return a server that stands for those whose addresses are printed."""
    with serve(Pretalx([talk(1)])) as address:
        yield address


def invented(folder: Path) -> ImportSite:
    site = ImportSite(folder)
    site.configure(start="2016-07-22", end="2016-07-23")
    (folder / "program/index.md").write_text("# Program\n", encoding="utf-8")
    for page in ("program/speakers", "about/organizers", "call-for-papers/dates"):
        (folder / page).parent.mkdir(exist_ok=True)
        (folder / f"{page}.md").write_text("# Entries\n", encoding="utf-8")
    for number, id, title in ((57, "sharp-shadows", "Sharp Shadows"), (58, "alfa", "Alfa")):
        page = f"# {title}\n\n:::{{paper}} {number}\n:authors: Ann Lee\n:::\n"
        (site.papers / f"{id}.md").write_text(page, encoding="utf-8")
    for name in ("requirements.txt", "booklet/requirements.txt", "tests/requirements.txt",
                 "engine.txt", "sphinx-workshop/pyproject.toml",
                 "sphinx-workshop/package-lock.json"):  # fmt: skip
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).touch()
    made.with_stand_in(folder)
    (folder / ".venv/installed").touch()
    command = folder / ".venv/bin/sphinx-workshop"
    command.write_text('#!/bin/sh\nexec .venv/bin/python -m sphinx_workshop.cli "$@"\n', "utf-8")
    command.chmod(0o755)
    return site


def make(site: ImportSite, command: Printed, *arguments: str) -> Done:
    """Run make in the site, as the command's Makefile has it."""
    shutil.copy((TEMPLATE if command.of_template else ROOT) / "Makefile", site.folder)
    return made.make(site.folder, *arguments)


@pytest.mark.parametrize("command", MAKE, ids=str)
def test_a_target_exists_and_what_is_assigned_is_read(
    looked_at: ImportSite, command: Printed
) -> None:
    _, target, *assigned = command.words
    done = make(looked_at, command, "--dry-run", target, *assigned)
    assert done.code == 0, done.err
    reading = [looked_at.folder / "Makefile"]
    if not command.of_template:
        reading += (ROOT / "tools").rglob("*.py")
    text = "".join(path.read_text(encoding="utf-8") for path in reading)
    options = {option.upper() for option in (*TABLES.get(target, ()), "title", "number", "id")}
    for name in (each.partition("=")[0] for each in assigned):
        if target in TABLES:  # of which the command takes every option
            assert name in options
            continue
        assert re.search(rf"\$[({{]{name}\b|\$\${name}\b|environ\.get\(\"{name}\"", text), name


@pytest.mark.parametrize("command", WRITING, ids=str)
def test_make_writes_what_is_typed(site: ImportSite, command: Printed) -> None:
    if "NUMBER=58" in command.text:
        (site.papers / "alfa.md").unlink()
    before = site.files()
    done = make(site, command, *command.words[1:])
    assert done.code == 0, done.err
    after = site.files()
    assert [
        name for name in after if name.startswith("program/") and after[name] != before.get(name)
    ]


@pytest.mark.parametrize("command", ENGINE, ids=str)
def test_a_command_of_the_engine_is_understood(command: Printed, tmp_path: Path) -> None:
    _, name, *words = command.words
    assert name in COMMANDS
    if not words:
        return  # its name alone
    (tmp_path / "objects.inv").touch()
    (tmp_path / "addresses.txt").touch()
    places = {"_build/html": str(tmp_path), "addresses.txt": str(tmp_path / "addresses.txt")}
    assert parser().parse_args([name, *(places.get(w, w) for w in words)]).command == name


@pytest.mark.parametrize("command", [each for each in ENGINE if " session " in each.text], ids=str)
def test_a_session_is_added_as_shown(
    site: ImportSite, command: Printed, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(site.folder)
    assert main(command.words[1:]) == 0
    assert "{session}" in (site.folder / "program/index.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("command", OPTIONS, ids=str)
def test_an_option_of_imports_that_is_mentioned_exists(
    command: Printed, capsys: pytest.CaptureFixture[str]
) -> None:
    with suppress(SystemExit):  # where it needs a value
        parser().parse_args(["import", "Papers.txt", command.text])
    assert "unrecognized" not in capsys.readouterr().err


@pytest.mark.parametrize("command", IMPORTS, ids=str)
def test_an_import_reads_the_file_as_shown(
    site: ImportSite,
    pretalx: str,
    command: Printed,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(site.folder)
    monkeypatch.setenv("no_proxy", "*")
    address = f"{pretalx}/api/events/meadows/"
    words = [re.sub(r"https://.*", address, word.replace("…", REQUIRED)) for word in command.words]
    columns = columns_named(command)
    by_hand = "number=Paper Nr\ntitle=Name\nauthors=Written by\n"
    (site.folder / "columns.txt").write_text(by_hand, encoding="utf-8")
    (site.folder / "Papers.txt").write_text(export(columns), encoding="utf-8")
    (site.folder / "papers.csv").write_text(export(columns or REQUIRED), encoding="utf-8")
    people, dates = "Name,Affiliation\nAnn Lee,North\n", "Deadline,Date\nParty,2016-07-22\n"
    for name, text in {"speakers": people, "committee": people, "dates": dates}.items():
        (site.folder / f"{name}.csv").write_text(text, encoding="utf-8")
    default = "committee.csv" if "--role" in command.text else "Papers.txt"
    if words[0] == "sphinx-workshop" or words[0].startswith("--"):
        arguments = words[1:] if words[0] == "sphinx-workshop" else ["import", default, *words]
        code = main(arguments)
        out, err = capsys.readouterr()
    else:
        assigned = [word for word in words if "=" in word]
        if not any(word.startswith("FROM=") for word in assigned):
            assigned.append(f"FROM={default}")
        code, out, err = make(site, command, "import", *assigned)
    assert code == 0, err
    assert re.search(r"1 (?:papers|talks|entries) read|usage: ", out)


def columns_named(command: Printed) -> str:
    """Return the columns that a command names, empty where it names none."""
    found = re.search(r"--columns[ =](?:'([^']*)'|(\S+))", command.text)
    return (found[1] or found[2]).replace("…", REQUIRED) if found else ""


def export(columns: str) -> str:
    """Return a table with these columns, CMT's where none are named."""
    named = mapping(columns).columns
    if not named:
        return cmt([58, "Alpha", "Lee, Ann"])
    values = {"number": "58", "title": "Alpha", "authors": "Ann Lee*; Bo Ray"}
    file = io.StringIO()
    csv.writer(file).writerows([[*named.values()], [values.get(name, "grass") for name in named]])
    return file.getvalue()
