"""The command `import`: what it says, and how it fails."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from import_site import ADVICE, ImportSite, cmt
from sphinx_workshop.editing.files import write_whole
from sphinx_workshop.imports.report import SHORT
from sphinx_workshop.imports.state import NAME
from thorough import THOROUGH

if TYPE_CHECKING:
    from pathlib import Path

PAIR = cmt([7, "Alpha", "Lee, Ann*; Ray, Bo"], [12, "Beta decay", "Fox, Cleo"])


# What is said ----------------------------------------------------------------------------------


def test_the_report_tells_names_that_look_like_one_person_also_of_those_on_pages(
    site: ImportSite,
) -> None:
    site.write("program/speakers.md", "# Speakers\n\n:::{person} Zoe Kozisek\n:::\n")
    paper = "# Old\n\n:::{paper} 1\n:authors: Alex Marlin-Wagner\n:::\n"
    site.write("program/papers/old.md", paper)
    done = site.import_(cmt([7, "Alpha", "Marlin-Wanger, Alex ; Kožísek, Zoé"]))
    assert "Alex Marlin-Wagner / Alex Marlin-Wanger (one letter)" in done.out
    assert "Zoe Kozisek / Zoé Kožísek (accents, hyphens or capitals)" in done.out


def test_spellings_that_an_entry_names_are_not_reported_again(site: ImportSite) -> None:
    entry = ":::{person} Ann Lee\n:also: Ann C. Lee\n:::\n"
    site.write("program/speakers.md", f"# People\n\n{entry}")
    done = site.import_(cmt([7, "Alpha", "Lee, Ann C.; Lee, A. C."]))
    assert "Ann C. Lee / Ann Lee" not in done.out
    assert "A. C. Lee / Ann C. Lee (initials)" in done.out


def test_long_lists_are_shortened_unless_all_is_asked_for(site: ImportSite) -> None:
    rows = [[n, f"Title {n:03}", "Lee, Ann"] for n in range(1, SHORT + 11)]
    assert "… and 10 more; `--all` shows them" in site.import_(cmt(*rows), "--dry-run").out
    assert "more; `--all`" not in site.import_(cmt(*rows), "--dry-run", "--all").out


# How it fails ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("data", "arguments", "reported"),
    [
        (b"", [], "export.txt: the file is empty"),
        (b"PK\x03\x04", [], "export.txt: the file is broken, cut off or encrypted"),
        (b"words", [], "export.txt: the file is not a known export"),
        (b'{"notes": [', [], "export.txt: line 1, column 12"),
        (PAIR.encode(), ["--take=7:titel"], "there is no field 'titel'; did you mean 'title'?"),
        (PAIR.encode(), ["--update=titel"], "there is no field 'titel'"),
        (PAIR.encode(), ["--update", "a.csv"], "if it is the file, write it before --update"),
        (PAIR.encode(), ["--take=7", "--keep=7"], "both to be taken and to be kept"),
        (PAIR.encode(), ["--take=:title"], "names no paper"),
        (PAIR.encode(), ["--role=keynote"], "--role is for tables of people"),
        (PAIR.encode(), ["--columns=7"], "is not field=Column, and no file"),
        (PAIR.encode(), ["--columns=*=speaking"], "cannot mean 'speaking'"),
    ],
)
def test_a_mistake_ends_in_one_message_and_writes_nothing(
    site: ImportSite, data: bytes, arguments: list[str], reported: str
) -> None:
    before = site.files()
    done = site.import_(data, *arguments)
    assert (done.code, done.out) == (1, "")
    assert done.err.startswith("error: ")
    assert reported in done.err
    assert done.err.count("\n") == 1
    assert site.files() == before


def test_missing_files_and_folders_are_reported(site: ImportSite, tmp_path: Path) -> None:
    assert "there is no such file" in site.run("import", tmp_path / "none.txt").err
    (site.folder / "conf.py").unlink()
    assert "there is no conf.py" in site.import_(PAIR).err
    site.write("conf.py", "workshop = {")
    done = site.import_(PAIR)
    assert (done.code, "syntax error" in done.err) == (1, True)


@pytest.mark.parametrize(
    "text",
    [
        "# Broken\n\n:::{paper} 7\n:authors: Ann Lee\n",
        "# Broken\n\n:::{paper} seven\n:authors: Ann Lee\n:::\n",
        ":::{paper} 7\n:authors: Ann Lee\n:::\n",
        b"# Br\xf6ken\n",
    ],
)
def test_a_broken_page_stops_the_import_before_anything_is_written(
    site: ImportSite, text: str | bytes
) -> None:
    (site.papers / "broken.md").write_bytes(text if isinstance(text, bytes) else text.encode())
    before = site.files()
    done = site.import_(PAIR)
    assert done.code == 1
    assert "nothing is imported until these pages are fixed" in done.err
    assert "broken.md: " in done.err
    assert site.files() == before


def test_two_pages_of_one_number_stop_the_import(site: ImportSite) -> None:
    for name in ("one", "two"):
        text = f"# {name}\n\n:::{{paper}} 7\n:authors: Ann Lee\n:::\n"
        site.write(f"program/papers/{name}.md", text)
    done = site.import_(PAIR)
    assert "two.md: " in done.err
    assert "one.md has number 7 too" in done.err


@pytest.mark.parametrize(
    "text", ["", "{", "[]", '{"papers": 1}', '{"papers": {"x": {}}}', '{"people": {"a": 1}}']
)
def test_a_broken_state_is_reported_and_stays(site: ImportSite, text: str) -> None:
    path = site.folder / NAME
    path.write_text(text, encoding="utf-8")
    done = site.import_(PAIR)
    assert done.code == 1
    assert "imported.json: it cannot be read" in done.err
    assert any(word in done.err for word in ADVICE | {"take", "delete"})
    assert path.read_text(encoding="utf-8") == text
    assert site.ids() == []


def test_an_import_that_is_stopped_between_pages_goes_on_as_if_it_was_not(
    site: ImportSite, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder := tmp_path / "whole").mkdir()
    whole = ImportSite(folder)
    whole.import_(PAIR)
    count = iter(range(10))

    def fail(path: Path, text: str) -> None:
        if next(count) == 1:
            raise OSError(28, "No space left on device", str(path))
        write_whole(path, text)

    monkeypatch.setattr("sphinx_workshop.cli.import_command.write_whole", fail)
    done = site.import_(PAIR)
    assert (done.code, "No space left" in done.err) == (1, True)
    assert len(site.ids()) == 1
    monkeypatch.undo()
    site.import_(PAIR)
    assert [site.page(id) for id in site.ids()] == [whole.page(id) for id in whole.ids()]


def test_a_thousand_rows_or_many_more_are_imported(site: ImportSite) -> None:
    count = 20_000 if THOROUGH else 1_000
    rows = (
        [n, f"Title {n:05} of a paper", f"Lee{n % 977}, Ann{n % 101}*; Ray, Bo{n % 53}"]
        for n in range(1, count + 1)
    )
    done = site.import_(cmt(*rows), "--dry-run")
    assert done.numbers.startswith(f"cmt: {count} papers read; {count} written")


def test_help_says_what_can_be_asked(capsys: pytest.CaptureFixture[str]) -> None:
    from sphinx_workshop.cli.__main__ import main

    with pytest.raises(SystemExit) as ended:
        main(["import", "--help"])
    assert ended.value.code == 0
    reported = capsys.readouterr().out
    assert all(
        word in reported for word in ("--update", "--take", "--keep", "--dry-run", "--columns")
    )
