"""Pages that the commands write build without a warning, whatever text they are made of."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from import_site import ImportSite, note, notes
from inline_site import SETTINGS, Built, InlineSite, all_words, words
from readers import bibtex
from real_site import ROOT
from small_workshop import FILES

HOSTILE = [
    "<b>bold</c> & <script>alert(1)</script>",
    "{paper}`x` ::: {doc}`y` {{ z }}",
    "# not a heading #",
    "`code` *stars* _lines_ ~~waves~~ [link](http://x) ![image](y) <http://z>",
    "::: {note}",
    "5 $ and $ 6, $7$",
    "a | b | c",
    "1. one",
    "- minus",
    "(target)=",
    "% comment",
    "[^1]: note",
    "'quoted' # hash: colon",
    '"double"',
    "| pipe",
    "> greater",
    "back\\slash \\* star",
    "&amp;lt; entity &#60;",
    "=HYPERLINK(1)",
    "\u202ereversed \x1b[31mred",
    "👩\u200d🚀 李明 Ωμέγα",
    "../../index",
]


# Summaries are the authors' own words, so that imports bring them.
SETTINGS_OF_AUTHORS = {"workshop": SETTINGS["workshop"] | {"paper_note": ""}}


class WrittenSite:
    """The small workshop, its papers in the folder that the commands write to."""

    def __init__(self, folder: Path) -> None:
        files = {
            name.replace("papers/", "program/papers/")
            if name.startswith("papers/")
            else name.replace("topics/", "call-for-papers/topics/"): text.replace(
                "papers/", "program/papers/"
            ).replace("topics/", "call-for-papers/topics/")
            for name, text in FILES.items()
        }
        source = folder / "source"
        self.site = ImportSite(source)
        self.inline = InlineSite(folder, files, SETTINGS_OF_AUTHORS)

    def built(self) -> Built:
        built = self.inline.build()
        assert [message.text for message in built.messages] == []
        assert built.status == 0
        return built


@pytest.fixture
def written(tmp_path: Path) -> WrittenSite:
    return WrittenSite(tmp_path)


def test_a_scaffolded_paper_and_session_build_at_once(written: WrittenSite) -> None:
    author = "--authors=Eve Doe* (A; B); Bo Ray"
    for arguments in (
        ["paper", "--title=New *lenses* & <b>", "--number=57", "--id=lenses", author],
        ["paper", "--title=第二", "--number=58", author],
        ["session", "--title=W & `c` {x} <b>", "--time=15:00-16:00", "--speakers=eve-doe"],
        ["session", "--paper=lenses", "--time=16:00-16:15"],
        ["session", "--title=Next", "--time=9:00-10:00", "--day=2016-07-23", "--kind=keynote"],
    ):
        done = written.site.run(*arguments)
        assert done.code == 0, done.err
    program = written.built().domain.program
    assert "New *lenses* & <b>" in {paper.title for paper in program.papers.values()}
    assert "W & `c` {x} <b>" in {session.title for session in program.sessions.values()}
    # The lines for those who edit are no summary.
    assert {p.summary for p in program.papers.values() if p.number in {57, 58}} == {""}


TEMPLATES = ROOT / ".github/templates"


def filled(name: str, **values: str) -> str:
    """Return a template with values behind the places that are left open for them."""
    text = (TEMPLATES / f"{name}.md").read_text(encoding="utf-8")
    for place, value in values.items():
        line = {"title": "#", "number": ":::{paper}", "session": ":::::{session}"}.get(
            place, f":{place}:"
        )
        assert f"{line}\n" in text
        text = text.replace(f"{line}\n", f"{line} {value}\n", 1)
    return text


def test_the_template_of_a_paper_is_what_the_command_writes(tmp_path: Path) -> None:
    site = ImportSite(tmp_path)
    site.run("paper", "--title=Lenses", "--number=57", "--authors=Eve Doe*")
    assert site.page("lenses") == filled("paper", title="Lenses", number="57", authors="Eve Doe*")


def test_the_template_of_a_session_is_what_the_command_writes(tmp_path: Path) -> None:
    site = ImportSite(tmp_path)
    path = tmp_path / "program/index.md"
    path.write_text("# Program\n", encoding="utf-8")
    site.run("session", "--title=Wine", "--time=20:00-21:00")
    text = filled("session", session="Wine", id="wine", time="20:00-21:00")
    assert text in path.read_text(encoding="utf-8")


PAPER = {"title": "Lenses", "number": "57", "authors": "Eve Doe*"}


@pytest.mark.parametrize("missing", PAPER)
def test_a_template_that_is_not_filled_in_cannot_be_published(
    written: WrittenSite, missing: str
) -> None:
    text = filled("paper", **{name: value for name, value in PAPER.items() if name != missing})
    written.inline.write({"program/papers/lenses.md": text})
    reported = [m for m in written.inline.build().messages if m.file == "program/papers/lenses.md"]
    assert reported
    assert {"title": "title", "number": "number", "authors": "authors"}[missing] in reported[0].text


def test_a_template_that_is_filled_in_builds(written: WrittenSite) -> None:
    written.inline.write({"program/papers/lenses.md": filled("paper", **PAPER)})
    assert written.built().domain.program.papers["lenses"].title == "Lenses"


def test_hostile_text_is_text_in_pages_and_exports(written: WrittenSite) -> None:
    found = [
        note(
            100 + n,
            text.replace("<b>", "<c>"),
            ["Ann Lee", f"Eve {text}"],
            keywords=[text, "lens"],
            abstract=" ".join([text, *HOSTILE[n:], "end"]),
        )
        for n, text in enumerate(HOSTILE)
    ]
    done = written.site.import_(notes(*found))
    assert done.code == 0, done.err
    assert f"{len(HOSTILE)} written" in done.numbers
    built = written.built()
    papers = {paper.number: paper for paper in built.domain.program.papers.values()}
    state = written.site.folder / "program/imported.json"
    assert state.exists()
    for n in range(len(HOSTILE)):
        paper = papers[100 + n]
        page = built.page(paper.docname)
        assert words(page.select("h1")[0]).removesuffix("¶").strip() == paper.title, paper.title
        assert not page.select("script, b, img")
        outside = {str(a["href"]) for a in page.select(".workshop-lede a[href]")}
        assert outside <= {"http://x", "http://z"}  # the links that the text has
        assert len(all_words(page, ".workshop-authors > li")) == 2
    assert len(bibtex((built.output / "program/papers.bib").read_text(encoding="utf-8"))) == len(
        papers
    )
    # What was imported is what the site tells, so that nothing is taken for an edit.
    again = written.site.import_(notes(*found))
    assert f"0 written, {len(HOSTILE)} unchanged" in again.numbers


def test_talks_build_with_their_speakers(written: WrittenSite) -> None:
    talks: list[dict[str, Any]] = [
        {
            "code": f"C{n}",
            "title": f"Talk {text}",
            "speakers": [{"name": f"Speaker {n} {text}"}, {"name": "A. Lee"}],
            "submission_type": {"en": "Talk"},
            "state": "confirmed",
            "abstract": f"{text} in {text}",
            "slots": [{"start": f"2016-07-23T{13 + n // 4}:{15 * (n % 4):02}:00Z",
                       "end": f"2016-07-23T{13 + (n + 1) // 4}:{15 * ((n + 1) % 4):02}:00Z"}],
        }
        for n, text in enumerate(HOSTILE)
    ]  # fmt: skip
    done = written.site.import_(json.dumps({"results": talks}))
    assert done.code == 0, done.err
    program = written.built().domain.program
    assert len(program.sessions) == 3 + len(HOSTILE)
    assert program.entries["ann-lee"].title == "Ann Lee"
    again = written.site.import_(json.dumps({"results": talks}))
    assert f"0 written, {len(HOSTILE)} unchanged" in again.numbers
