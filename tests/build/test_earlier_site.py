"""The change from an earlier site is rehearsed: its PDFs are taken over, its addresses checked."""

from __future__ import annotations

from pathlib import Path

import pytest

import earlier_site
from engine_fixtures import MakeSite
from in_process import run
from small_workshop import FILES

PDF = b"%PDF-1.7\n%%EOF\n"
HOME = """\
---
title: Meadows
---

[To the call](#the-call) · [Who](#who-we-are)

## The call

Words, and a [paper](assets/12.pdf). <a name="poster"></a>

### Q&A, in two words!

### Committee {#who-we-are}

### Committee of the year before
{: #former .small}
"""
OLD = {
    "index.md": HOME,
    "_config.yml": "title: Meadows\n",
    "_includes/menu.html": '<nav id="menu"></nav>',
    "README.md": "# About this repository\n",
    "Gemfile": "source\n",
    "assets/style.scss": "p {}\n",
    "travel/index.html": '<div id="theme"></div><section id="trains"></section><a href="#map">x</a>'
    '<img id="map">',
    "old-call.md": "---\npermalink: /call/\n---\n# Call\n",
    "slides.zip": "PK",
}
HEADINGS = ("the-call", "poster", "qa-in-two-words", "who-we-are", "former")
KEPT = {
    "index.html": "".join(f'<h2 id="{id}"></h2>' for id in HEADINGS),
    "travel/index.html": '<i id="trains"></i><i id="map"></i>',
    "call/index.html": '<meta http-equiv="refresh" content="0; url=../index.html#the-call">',
    "slides.zip": "PK",
    "assets/12.pdf": PDF.decode(),
}


def written(folder: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def old(tmp_path: Path) -> Path:
    folder = written(tmp_path / "old", OLD)
    (folder / "assets/12.pdf").write_bytes(PDF)
    return folder


# The PDFs ---------------------------------------------------------------------------------------


def test_pdfs_are_copied_to_the_addresses_that_they_had(old: Path, tmp_path: Path) -> None:
    done = run(earlier_site.main, "copy", old, tmp_path)
    assert (done.code, done.out) == (0, "PDFs: 1 copied to assets, 0 there already\n")
    assert (tmp_path / "assets/12.pdf").read_bytes() == PDF
    # One that is only named like a PDF is not copied, and one that was replaced here stays.
    (old / "assets/13.pdf").write_text("version https://example.org/pointer\n", encoding="utf-8")
    newer = PDF + b"% newer\n"
    for here, said in (
        (PDF, "0 copied to assets, 1 there already"),
        (PDF, "assets/13.pdf: not copied: it does not begin with %PDF-"),
        (newer, "assets/12.pdf: not copied: this checkout has another"),
    ):
        (tmp_path / "assets/12.pdf").write_bytes(here)
        assert said in run(earlier_site.main, "copy", old, tmp_path).out
        assert (tmp_path / "assets/12.pdf").read_bytes() == here
    assert [path.name for path in (tmp_path / "assets").iterdir()] == ["12.pdf"]


# The addresses ----------------------------------------------------------------------------------


def test_a_site_that_keeps_every_address_passes(old: Path, tmp_path: Path) -> None:
    done = run(earlier_site.main, "check", old, written(tmp_path / "site", KEPT))
    assert (done.code, done.err) == (0, "")
    assert done.out.splitlines() == [
        "not checked, as only pages ask for them: assets/style.scss",
        "checked: 3 pages, 8 places on them, 2 files; 0 missing",
    ]


@pytest.mark.parametrize("place", HEADINGS)
def test_a_place_that_is_gone_is_missing(place: str, old: Path, tmp_path: Path) -> None:
    kept = "".join(f'<h2 id="{id}"></h2>' for id in HEADINGS if id != place)
    site = written(tmp_path / "site", KEPT | {"index.html": kept})
    done = run(earlier_site.main, "check", old, site)
    assert done.code == 1
    assert f"missing: index.html#{place}: write ({place})= above" in done.out


PAGE_IS_GONE = "name the page that took its place in redirects in conf.py"
FILE_IS_GONE = "the file is not published at this address"


@pytest.mark.parametrize(
    ("name", "there", "remedy"),
    [
        ("index.html", None, PAGE_IS_GONE),
        ("call/index.html", None, PAGE_IS_GONE),
        ("travel/index.html", None, PAGE_IS_GONE),
        ("call/index.html", KEPT["call/index.html"].replace("the-call", "gone"), ""),
        ("slides.zip", None, FILE_IS_GONE),
        ("assets/12.pdf", None, FILE_IS_GONE),
        ("assets/12.pdf", "<h1>No</h1>", "the file that is published there is no PDF"),
    ],
)
def test_a_page_or_a_file_that_is_gone_or_leads_nowhere_is_missing(
    name: str, there: str | None, remedy: str, old: Path, tmp_path: Path
) -> None:
    kept = {path: text for path, text in KEPT.items() if path != name}
    site = written(tmp_path / "site", kept | ({name: there} if there else {}))
    done = run(earlier_site.main, "check", old, site)
    assert done.code == 1
    assert f"missing: {name}: {remedy}" in done.out


@pytest.mark.parametrize("what", ["copy", "check"])
def test_a_folder_that_is_no_earlier_site_or_not_named_is_an_error(
    what: str, tmp_path: Path
) -> None:
    (tmp_path / "old").mkdir()
    done = run(earlier_site.main, what, tmp_path / "old", tmp_path)
    assert (done.code, done.out) == (2, "")
    assert "it has no index page" in done.err
    done = run(earlier_site.main, what, "", tmp_path)
    assert done.code == 2
    assert "say where its checkout is: OLD=../old-checkout" in done.err


# Copied, built and checked ----------------------------------------------------------------------


def test_a_pdf_that_was_taken_over_is_published_by_the_build(
    make_site: MakeSite, tmp_path: Path
) -> None:
    home = FILES["index.md"].replace("# Home\n", "(the-call)=\n# Home\n", 1)
    workshop = make_site(FILES | {"index.md": home})
    old = written(tmp_path / "old", {"index.md": "# The call\n"})
    (old / "assets").mkdir()
    for number in (7, 9999):  # a paper's, and one of no paper here, which others link to
        (old / f"assets/{number}.pdf").write_bytes(PDF)
    run(earlier_site.main, "copy", old, workshop.source)
    done = run(earlier_site.main, "check", old, workshop.build().output)
    assert done.out == "checked: 1 pages, 1 places on them, 2 files; 0 missing\n"
    assert done.code == 0
