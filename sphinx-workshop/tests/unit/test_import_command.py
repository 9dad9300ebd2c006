"""The command `import`: what it writes, what it never writes, what it says, how it fails."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from import_site import ADVICE, CMT_HEADER, ImportSite, cmt, cmt_row, excel, note, notes
from sphinx_workshop.editing.files import write_whole
from sphinx_workshop.imports.report import SHORT
from sphinx_workshop.imports.state import NAME

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

PAIR = cmt([7, "Alpha", "Lee, Ann*; Ray, Bo"], [12, "Beta decay", "Fox, Cleo"])


@pytest.fixture
def site(tmp_path: Path) -> ImportSite:
    return ImportSite(tmp_path)


# What is written -------------------------------------------------------------------------------


def test_papers_become_pages_and_a_second_import_writes_nothing(site: ImportSite) -> None:
    done = site.import_(PAIR)
    assert (done.code, done.err) == (0, "")
    assert done.numbers == "cmt: 2 papers read; 2 written, 0 unchanged, 0 changed, 0 skipped"
    assert site.ids() == ["alpha", "beta-decay"]
    assert site.page("alpha") == "# Alpha\n\n:::{paper} 7\n:authors: Ann Lee; Bo Ray\n:::\n"
    before = {path: (path.stat().st_mtime_ns, path.read_bytes()) for path in paths(site)}
    again = site.import_(PAIR)
    assert again.numbers == "cmt: 2 papers read; 0 written, 2 unchanged, 0 changed, 0 skipped"
    assert {path: (path.stat().st_mtime_ns, path.read_bytes()) for path in paths(site)} == before


def paths(site: ImportSite) -> Iterator[Path]:
    return (p for p in site.folder.rglob("*") if p.is_file() and p.name != "export.txt")


def test_the_order_of_rows_decides_nothing(tmp_path: Path) -> None:
    rows = [[n, f"Same: {n % 2}", "Lee, Ann"] for n in range(1, 9)]
    found = []
    for number, order in enumerate((rows, rows[::-1])):
        (folder := tmp_path / str(number)).mkdir()
        site = ImportSite(folder)
        site.import_(cmt(*order))
        found.append(site.files())
    assert found[0] == found[1]


def test_the_state_is_sorted_and_holds_what_the_pages_hold(site: ImportSite) -> None:
    site.import_(PAIR)
    assert json.loads((site.folder / NAME).read_bytes()) == {
        "papers": {
            "7": {"id": "alpha", "values": {"authors": "Ann Lee; Bo Ray", "title": "Alpha"}},
            "12": {"id": "beta-decay", "values": {"authors": "Cleo Fox", "title": "Beta decay"}},
        },
        "version": 2,
    }


def test_a_dry_run_says_the_same_and_writes_nothing(site: ImportSite) -> None:
    before = site.files()
    done = site.import_(PAIR, "--dry-run")
    assert site.files() == before
    assert "This was a dry run" in done.out
    assert "program/papers/alpha.md (7)" in done.out
    assert "2 written" in done.numbers


def test_ids_stay_when_titles_change_and_are_not_given_again(site: ImportSite) -> None:
    site.import_(cmt([7, "Alpha", "Lee, Ann"]))
    site.import_(cmt([7, "Gamma", "Lee, Ann"], [8, "Alpha", "Ray, Bo"]), "--update")
    assert site.ids() == ["alpha", "alpha-8"]
    assert site.page("alpha").startswith("# Gamma\n")
    (site.papers / "alpha.md").unlink()
    site.import_(cmt([9, "Alpha", "Fox, Cleo"]))
    assert site.ids() == ["alpha-8", "alpha-9"]


def test_no_title_leaves_the_folder(site: ImportSite) -> None:
    titles = ["../../evil", "/etc/passwd", "..", "CON", "index", "a/b\\c", "%2e%2e%2f", "\u2025/x"]
    (site.papers / "index.md").write_text("# Papers\n", encoding="utf-8")
    site.import_(cmt(*([n, title, "Lee, Ann"] for n, title in enumerate(titles, start=1))))
    written = {p for p in paths(site) if p.suffix == ".md"}
    assert {path.parent for path in written} == {site.papers}
    assert len(written) == len(titles)  # with the index, and without the title of two dots
    assert site.page("index") == "# Papers\n"
    assert "con.md" not in {path.name for path in written}


def test_pages_that_were_written_by_hand_are_adopted(site: ImportSite) -> None:
    text = (
        "# Alpha\n\n:::{paper} 7\n:authors: Ann Lee* (North); Bo Ray (South)\n:topics: x\n\n"
        "By hand.\n:::\n\nProse.\n"
    )
    (site.papers / "mine.md").write_text(text, encoding="utf-8")
    done = site.import_(PAIR)
    assert (site.page("mine"), site.ids()) == (text, ["beta-decay", "mine"])
    assert "1 written, 1 unchanged" in done.numbers
    done = site.import_(PAIR.replace("Alpha", "Alfa"), "--update")
    assert "1 changed" in done.numbers
    assert site.page("mine") == text.replace("# Alpha", "# Alfa")


def test_pages_that_differ_and_were_never_imported_are_shown_and_stay(site: ImportSite) -> None:
    text = "# Alfa\n\n:::{paper} 7\n:authors: Ann Lee\n:::\n"
    (site.papers / "mine.md").write_text(text, encoding="utf-8")
    for arguments in ([], ["--update"]):
        done = site.import_(PAIR, *arguments)
        assert "it is not known who changed it" in done.out
        assert "    - Alfa\n    + Alpha\n" in done.out
        assert site.page("mine") == text
    site.import_(PAIR, "--take=7:title", "--keep=7:authors")
    assert site.page("mine") == text.replace("Alfa", "Alpha")
    assert "2 unchanged" in site.import_(PAIR).numbers


def test_a_page_under_another_name_is_known_by_its_number(site: ImportSite) -> None:
    site.import_(PAIR)
    (site.papers / "alpha.md").rename(site.papers / "first.md")
    assert "0 written, 2 unchanged" in site.import_(PAIR).numbers
    assert site.ids() == ["beta-decay", "first"]


def test_a_page_deleted_by_hand_stays_deleted_and_is_named(site: ImportSite) -> None:
    site.import_(PAIR)
    (site.papers / "alpha.md").unlink()
    done = site.import_(PAIR, "--update")
    assert site.ids() == ["beta-decay"]
    assert "Deleted by hand; the command writes it again" in done.out
    assert f"{site.papers / 'alpha.md'} (7)\n    sphinx-workshop import" in done.out
    site.import_(PAIR, "--take=7")
    assert site.ids() == ["alpha", "beta-decay"]


def test_papers_that_vanished_are_named_and_stay(site: ImportSite) -> None:
    rows = [
        cmt_row(Paper_ID=str(n), Paper_Title=title, Author_Names="Lee, Ann")
        for n, title in ((1, "Alpha"), (2, "Beta"), (3, "Gamma"))
    ]
    site.import_(cmt(*rows, header=CMT_HEADER))
    rows[1][CMT_HEADER.index("Status")] = "Withdrawn"
    done = site.import_(cmt(*rows[:2], header=CMT_HEADER), "--update", "--take=all")
    assert site.ids() == ["alpha", "beta", "gamma"]
    assert "beta.md (2): submission 2 is left out: its status is 'Withdrawn'" in done.out
    assert "gamma.md (3): it is not in the file any more" in done.out


def test_pages_that_no_import_wrote_are_named(site: ImportSite) -> None:
    text = "# Late\n\n:::{paper} 99\n:authors: Ann Lee\n:::\n"
    (site.papers / "late.md").write_text(text, encoding="utf-8")
    done = site.import_(PAIR)
    assert "Pages that no import has written (1):" in done.out
    assert site.page("late") == text


def test_a_page_with_a_new_papers_title_under_another_number_is_told(site: ImportSite) -> None:
    text = "# ALPHA\n\n:::{paper} 99\n:authors: Ann Lee\n:::\n"
    (site.papers / "mine.md").write_text(text, encoding="utf-8")
    done = site.import_(PAIR)
    assert "line 2: submission 7 has the title of" in done.out
    assert "mine.md (99); if they are one paper" in done.out


def test_topics_are_written_from_a_mapping_alone_and_only_known_ones(site: ImportSite) -> None:
    topics = site.folder / "call-for-papers/topics"
    topics.mkdir(parents=True)
    (topics / "inference.md").write_text("# Inference\n", encoding="utf-8")
    rows = [cmt_row(Paper_ID="7", Paper_Title="Alpha", Author_Names="Lee, Ann",
                    Primary_Subject_Area="inference")]  # fmt: skip
    site.import_(cmt(*rows, header=CMT_HEADER))
    assert ":topics:" not in site.page("alpha")
    columns = "number=Paper ID,title=Paper Title,authors=Author Names,topics=Primary Subject Area"
    text = cmt(*rows, header=CMT_HEADER).replace("\tinference\t", "\tinference; other\t")
    done = site.import_(text, f"--columns={columns}", "--update")
    assert ":topics: inference\n" in site.page("alpha")
    assert "'other' is no topic of this site" in done.out


@pytest.mark.parametrize(
    ("facts", "keywords", "summary", "told"),
    [
        ({"paper_note": "Ours.", "keywords_by": "authors"}, True, False, ["`paper_note`"]),
        ({"paper_note": "", "keywords_by": "site"}, False, True, ["`keywords_by`"]),
        ({"paper_note": "Ours.", "keywords_by": ""}, False, False, ["`paper_note`", "`keywords"]),
        ({"paper_note": "", "keywords_by": ""}, True, True, []),
    ],
)
def test_authors_words_are_left_out_where_conf_says_that_they_are_the_sites(
    facts: dict[str, str], keywords: bool, summary: bool, told: list[str], site: ImportSite
) -> None:
    export = notes(note(7, "Alpha", ["Ann Lee"], keywords=["lens"], abstract="Theirs."))
    site.configure(**facts)
    done = site.import_(export)
    assert (":keywords: lens\n" in site.page("alpha")) is keywords
    assert ("\nTheirs.\n" in site.page("alpha")) is summary
    assert ("are left out, for conf.py says" in done.out) is bool(told)
    assert all(name in done.out for name in told)


def test_authors_words_are_imported_once_conf_says_that_they_are_theirs(site: ImportSite) -> None:
    export = notes(note(7, "Alpha", ["Ann Lee"], keywords=["lens"], abstract="Theirs."))
    site.configure(paper_note="Summaries are ours.", keywords_by="site")
    site.import_(export)
    assert site.page("alpha") == "# Alpha\n\n:::{paper} 7\n:authors: Ann Lee\n:::\n"
    site.configure(paper_note="", keywords_by="authors")
    site.import_(export, "--update")
    assert ":keywords: lens\n\nTheirs.\n" in site.page("alpha")


# What is never written -------------------------------------------------------------------------

SECRETS = {
    "mail": "secret.person@example.org",
    "reviewer": "Rita Reviewer",
    "conflict": "Conrad Conflict",
    "id": "~Secret_Person1",
}


def assert_no_secret(site: ImportSite, out: str) -> None:
    written = {n: data.decode() for n, data in site.files().items() if n != "conf.py"}
    assert written
    for name, text in (written | {"the report": out}).items():
        for secret in (*SECRETS.values(), "@example", "secret.person", "Secret_Person"):
            assert secret not in text, f"{secret} is in {name}"


def as_text(*rows: list[str]) -> str:
    return cmt(*rows, header=CMT_HEADER)


def as_excel(*rows: list[str]) -> str:
    return excel([CMT_HEADER, *rows])


@pytest.mark.parametrize("column", CMT_HEADER)
@pytest.mark.parametrize("write", [as_text, as_excel])
def test_an_address_in_any_column_of_cmts_reaches_no_file(
    site: ImportSite, column: str, write: Callable[[list[str]], str]
) -> None:
    row = cmt_row(
        Paper_ID="7", Paper_Title="Alpha", Author_Names="Lee, Ann", Abstract="It is here.",
        Authors="Ann Lee (North)",
    )  # fmt: skip
    cell = row[CMT_HEADER.index(column)]
    planted = {
        "Paper ID": "7",
        "Status": "Accept",
        "Authors": f"Ann Lee (North; {SECRETS['mail']})*; Bo <{SECRETS['mail']}>",
        "Author Names": f"Lee, Ann ({SECRETS['mail']}); {SECRETS['mail']}",
    }.get(column, f"{cell} {SECRETS['mail']}; <{SECRETS['mail']}>")
    row[CMT_HEADER.index(column)] = planted
    done = site.import_(write(row))
    assert "1 written" in done.numbers
    assert_no_secret(site, done.out)


def test_reviewers_and_conflicts_of_cmts_reach_no_file(site: ImportSite) -> None:
    read = {"Paper ID", "Paper Title", "Abstract", "Authors", "Author Names", "Status", "Files"}
    row = cmt_row(Paper_ID="7", Paper_Title="Alpha", Author_Names="Lee, Ann")
    for index, column in enumerate(CMT_HEADER):
        if column not in read:
            row[index] = "; ".join(SECRETS.values())
    row[CMT_HEADER.index("Files")] = SECRETS["reviewer"]
    done = site.import_(cmt(row, header=CMT_HEADER))
    assert "1 written" in done.numbers
    assert_no_secret(site, done.out)


def test_a_secret_number_status_or_files_reaches_no_report(site: ImportSite) -> None:
    rows = [
        cmt_row(Paper_ID=SECRETS["mail"], Paper_Title="Alpha", Author_Names="Lee, Ann"),
        cmt_row(Paper_ID="8", Paper_Title="Alpha", Author_Names="A B", Status=SECRETS["mail"]),
        cmt_row(Paper_ID="9", Paper_Title=SECRETS["mail"], Author_Names="Lee, Ann"),
        cmt_row(Paper_ID="10", Paper_Title="Alpha", Author_Names=SECRETS["mail"]),
    ]
    done = site.import_(cmt(*rows, header=CMT_HEADER))
    assert "4 skipped" in done.numbers
    columns = "--columns=number=Paper ID,title=Paper Title,authors=Author Names,status=Status"
    again = site.import_(cmt(*rows, header=CMT_HEADER), columns)
    assert "4 skipped" in again.numbers
    for secret in ("@example", "secret.person"):
        assert secret not in done.out + again.out


@pytest.mark.parametrize("api", [1, 2])
def test_secrets_in_any_field_of_a_note_reach_no_file(site: ImportSite, api: int) -> None:
    secret = "; ".join(SECRETS.values())
    found = note(
        7,
        f"Alpha {SECRETS['mail']}",
        ["Ann Lee", SECRETS["mail"], f"Bo Ray <{SECRETS['mail']}>"],
        authorids=[SECRETS["id"], SECRETS["mail"]],
        abstract=f"Words {SECRETS['mail']} words.",
        keywords=["lens", SECRETS["mail"]],
        venue="W",
        reviewers=secret,
        _bibtex=secret,
        pdf=secret,
        paperhash=secret,
        supplementary=secret,
    )
    found |= {name: [secret] for name in ("signatures", "readers", "writers", "details", "tauthor")}
    if api == 1:
        found["content"] = {name: field["value"] for name, field in found["content"].items()}
    done = site.import_(notes(found))
    assert "1 written" in done.numbers
    assert ":authors: Ann Lee; Bo Ray\n" in site.page("alpha")
    assert_no_secret(site, done.out)


def test_signs_that_a_terminal_obeys_reach_no_report(site: ImportSite) -> None:
    done = site.import_(
        cmt([7, "A\x1b[31mlpha\x07", "Lee\x1b]0;x\x07, Ann"], ["\x1b[2J", "B", "C"])
    )
    assert "\x1b" not in done.out
    assert "\x07" not in done.out


# What is said ----------------------------------------------------------------------------------


def test_the_report_tells_names_that_look_like_one_person_also_of_those_on_pages(
    site: ImportSite,
) -> None:
    people = site.folder / "program/speakers.md"
    people.write_text("# Speakers\n\n:::{person} Zoe Kozisek\n:::\n", encoding="utf-8")
    (site.papers / "old.md").write_text(
        "# Old\n\n:::{paper} 1\n:authors: Alex Marlin-Wagner\n:::\n", encoding="utf-8"
    )
    done = site.import_(cmt([7, "Alpha", "Marlin-Wanger, Alex ; Kožísek, Zoé"]))
    assert "Alex Marlin-Wagner / Alex Marlin-Wanger (one letter)" in done.out
    assert "Zoe Kozisek / Zoé Kožísek (accents, hyphens or capitals)" in done.out


def test_spellings_that_an_entry_names_are_not_told_again(site: ImportSite) -> None:
    people = site.folder / "program/speakers.md"
    people.write_text("# People\n\n:::{person} Ann Lee\n:also: Ann C. Lee\n:::\n", encoding="utf-8")
    done = site.import_(cmt([7, "Alpha", "Lee, Ann C.; Lee, A. C."]))
    assert "Ann C. Lee / Ann Lee" not in done.out
    assert "A. C. Lee / Ann C. Lee (initials)" in done.out


def test_long_lists_are_shortened_unless_all_is_asked_for(site: ImportSite) -> None:
    rows = [[n, f"Title {n:03}", "Lee, Ann"] for n in range(1, SHORT + 11)]
    assert "… and 10 more; `--all` shows them" in site.import_(cmt(*rows), "--dry-run").out
    assert "more; `--all`" not in site.import_(cmt(*rows), "--dry-run", "--all").out


def test_camera_ready_files_are_looked_at(site: ImportSite) -> None:
    files = site.folder / "files"
    files.mkdir()
    # Windows' zip files unpack to such names elsewhere.
    for name in (r"7\CameraReady\a.pdf", r"7\CameraReady\b.pdf", r"8\Other\c.pdf"):
        (files / name).touch()
    done = site.import_(PAIR, f"--camera-ready={files}")
    assert "submission 7 has 2 camera-ready files" in done.out
    assert "submission 12 has no camera-ready file" in done.out


def test_guesses_at_the_encoding_are_told(site: ImportSite) -> None:
    done = site.import_(cmt([7, "Naïve", "Médard, C"]).encode("latin-1"))
    assert "file: lines 2 are not UTF-8 and are read as Latin-1" in done.out


# How it fails ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("data", "arguments", "told"),
    [
        (b"", [], "export.txt: the file is empty"),
        (b"PK\x03\x04", [], "export.txt: the file is broken, cut off or encrypted"),
        (b"words", [], "export.txt: the file is no export"),
        (b'{"notes": [', [], "export.txt: line 1, column 12"),
        (PAIR.encode(), ["--take=7:titel"], "there is no field 'titel'; did you mean 'title'?"),
        (PAIR.encode(), ["--update=titel"], "there is no field 'titel'"),
        (PAIR.encode(), ["--update", "a.csv"], "if it is the file, write it before --update"),
        (PAIR.encode(), ["--take=7", "--keep=7"], "both to be taken and to be kept"),
        (PAIR.encode(), ["--take=:title"], "names no paper"),
        (PAIR.encode(), ["--camera-ready=nowhere"], "nowhere: there is no such folder"),
        (PAIR.encode(), ["--role=keynote"], "--role is for tables of people"),
        (PAIR.encode(), ["--columns=7"], "no field=Column, and no file"),
        (PAIR.encode(), ["--columns=*=speaking"], "cannot mean 'speaking'"),
    ],
)
def test_a_mistake_ends_in_one_message_and_writes_nothing(
    site: ImportSite, data: bytes, arguments: list[str], told: str
) -> None:
    before = site.files()
    done = site.import_(data, *arguments)
    assert (done.code, done.out) == (1, "")
    assert done.err.startswith("error: ")
    assert told in done.err
    assert done.err.count("\n") == 1
    assert site.files() == before


def test_missing_files_and_folders_are_told(site: ImportSite, tmp_path: Path) -> None:
    assert "there is no such file" in site.run("import", tmp_path / "none.txt").err
    (site.folder / "conf.py").unlink()
    assert "there is no conf.py" in site.import_(PAIR).err
    (site.folder / "conf.py").write_text("workshop = {", encoding="utf-8")
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
        (site.papers / f"{name}.md").write_text(text, encoding="utf-8")
    done = site.import_(PAIR)
    assert "two.md: " in done.err
    assert "one.md has number 7 too" in done.err


@pytest.mark.parametrize(
    "text", ["", "{", "[]", '{"papers": 1}', '{"papers": {"x": {}}}', '{"people": {"a": 1}}']
)
def test_a_broken_state_is_told_and_stays(site: ImportSite, text: str) -> None:
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


def test_twenty_thousand_rows_are_imported(site: ImportSite) -> None:
    rows = (
        [n, f"Title {n:05} of a paper", f"Lee{n % 977}, Ann{n % 101}*; Ray, Bo{n % 53}"]
        for n in range(1, 20_001)
    )
    done = site.import_(cmt(*rows), "--dry-run")
    assert done.numbers.startswith("cmt: 20000 papers read; 20000 written")


def test_help_says_what_can_be_asked(capsys: pytest.CaptureFixture[str]) -> None:
    from sphinx_workshop.cli.__main__ import main

    with pytest.raises(SystemExit) as ended:
        main(["import", "--help"])
    assert ended.value.code == 0
    told = capsys.readouterr().out
    assert all(word in told for word in ("--update", "--take", "--keep", "--dry-run", "--columns"))
