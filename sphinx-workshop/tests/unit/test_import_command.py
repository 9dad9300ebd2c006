"""The command `import`: what it writes."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from import_site import CMT_HEADER, ImportSite, cmt, cmt_row, note, notes
from sphinx_workshop.imports.state import NAME

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PAIR = cmt([7, "Alpha", "Lee, Ann*; Ray, Bo"], [12, "Beta decay", "Fox, Cleo"])


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
    site.write("program/papers/index.md", "# Papers\n")
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
    site.write("program/papers/mine.md", text)
    done = site.import_(PAIR)
    assert (site.page("mine"), site.ids()) == (text, ["beta-decay", "mine"])
    assert "1 written, 1 unchanged" in done.numbers
    done = site.import_(PAIR.replace("Alpha", "Alfa"), "--update")
    assert "1 changed" in done.numbers
    assert site.page("mine") == text.replace("# Alpha", "# Alfa")


def test_pages_that_differ_and_were_never_imported_are_shown_and_stay(site: ImportSite) -> None:
    text = "# Alfa\n\n:::{paper} 7\n:authors: Ann Lee\n:::\n"
    site.write("program/papers/mine.md", text)
    for arguments in ([], ["--update"]):
        done = site.import_(PAIR, *arguments)
        assert "it is not known who changed it" in done.out
        assert "    - Alfa\n    + Alpha\n" in done.out
        assert site.page("mine") == text
    site.import_(PAIR, "--take=7:title", "--keep=7:authors")
    assert site.page("mine") == text.replace("Alfa", "Alpha")
    assert "2 unchanged" in site.import_(PAIR).numbers


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
    site.write("program/papers/late.md", text)
    done = site.import_(PAIR)
    assert "Pages that no import has written (1):" in done.out
    assert site.page("late") == text


def test_a_page_with_a_new_papers_title_under_another_number_is_reported(site: ImportSite) -> None:
    text = "# ALPHA\n\n:::{paper} 99\n:authors: Ann Lee\n:::\n"
    site.write("program/papers/mine.md", text)
    done = site.import_(PAIR)
    assert "line 2: submission 7 has the title of" in done.out
    assert "mine.md (99); if they are one paper" in done.out


def test_topics_are_written_from_a_mapping_alone_and_only_known_ones(site: ImportSite) -> None:
    site.write("call-for-papers/topics/inference.md", "# Inference\n")
    rows = [cmt_row(Paper_ID="7", Paper_Title="Alpha", Author_Names="Lee, Ann",
                    Primary_Subject_Area="inference")]  # fmt: skip
    site.import_(cmt(*rows, header=CMT_HEADER))
    assert ":topics:" not in site.page("alpha")
    columns = "number=Paper ID,title=Paper Title,authors=Author Names,topics=Primary Subject Area"
    text = cmt(*rows, header=CMT_HEADER).replace("\tinference\t", "\tinference; other\t")
    done = site.import_(text, f"--columns={columns}", "--update")
    assert ":topics: inference\n" in site.page("alpha")
    assert "'other' is not a topic of this site" in done.out


@pytest.mark.parametrize(
    ("facts", "keywords", "summary"),
    [
        ({"paper_note": "Ours.", "keywords_by": "authors"}, True, False),
        ({"paper_note": "", "keywords_by": "site"}, False, True),
        ({"paper_note": "Ours.", "keywords_by": ""}, False, False),
        ({"paper_note": "", "keywords_by": ""}, True, True),
    ],
)
def test_authors_words_stand_apart_where_conf_says_that_the_others_are_the_sites(
    facts: dict[str, str], keywords: bool, summary: bool, site: ImportSite
) -> None:
    export = notes(note(7, "Alpha", ["Ann Lee"], keywords=["lens"], abstract="Theirs."))
    site.configure(**facts)
    done = site.import_(export)
    assert (":keywords: lens\n" in site.page("alpha")) is keywords
    assert ("\n\nTheirs.\n:::\n" in site.page("alpha")) is summary
    assert ("\n:::\n\n:::{abstract}\nTheirs.\n:::\n" in site.page("alpha")) is not summary
    assert ("keywords are left out, for conf.py says" in done.out) is not keywords


def test_authors_words_are_imported_once_conf_says_that_they_are_theirs(site: ImportSite) -> None:
    export = notes(note(7, "Alpha", ["Ann Lee"], keywords=["lens"], abstract="Theirs."))
    site.configure(paper_note="Summaries are ours.", keywords_by="site")
    site.import_(export)
    paper, abstract = (
        "# Alpha\n\n:::{paper} 7\n:authors: Ann Lee\n",
        ":::{abstract}\nTheirs.\n:::\n",
    )
    assert site.page("alpha") == f"{paper}:::\n\n{abstract}"
    site.configure(paper_note="", keywords_by="authors")
    done = site.import_(export, "--update")
    assert "Theirs" not in done.out
    assert site.page("alpha") == f"{paper}:keywords: lens\n:::\n\n{abstract}"


def test_an_abstract_is_merged_as_a_summary_is(site: ImportSite) -> None:
    def import_(words: str, *arguments: str) -> str:
        return site.import_(notes(note(7, "Alpha", ["Ann Lee"], abstract=words)), *arguments).out

    site.configure(paper_note="Summaries are ours.")
    path = site.papers / "alpha.md"
    before = "# Alpha\n\n:::{paper} 7\n:authors: Ann Lee\n\nOurs.\n:::\n"
    path.write_text(f"{before}\nEnd.\n", encoding="utf-8")
    assert "missing on the page; `--update` adds it" in import_("Wind is measured.")
    import_("Wind is measured.", "--update")
    page = f"{before}\n:::{{abstract}}\nWind is measured.\n:::\n\nEnd.\n"
    assert path.read_text("utf-8") == page
    path.write_text(page.replace("measured", "heard"), encoding="utf-8")
    assert "Changed by the source and by hand" in import_("Now this.", "--update")
    assert path.read_text("utf-8") == page.replace("measured", "heard")
    import_("Now this.", "--take=7:abstract")
    assert path.read_text("utf-8") == page.replace("Wind is measured.", "\nNow this.")
