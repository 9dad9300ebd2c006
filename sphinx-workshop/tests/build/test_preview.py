"""A preview writes what a writer looks at; the next complete build makes up for the rest."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from small_workshop import FILES, appended, changed
from trees import contents, differing

if TYPE_CHECKING:
    from collections.abc import Mapping

    from engine_fixtures import MakeSite
    from inline_site import InlineSite

BOOKLET = "program/booklet"
SOURCES = (
    FILES
    | appended("index.md", f":::{{toctree}}\n:hidden:\n\n{BOOKLET}\n:::")
    | {f"{BOOKLET}.md": "# Booklet\n\n:::{booklet}\nAll of it.\n:::\n"}
)
TITLE = changed("papers/alpha.md", "Alpha particles", "Alpha rays")
EDITS: dict[str, Mapping[str, str | None]] = {
    "a title": TITLE,
    "the booklet": {f"{BOOKLET}.md": f"{SOURCES[f'{BOOKLET}.md']}\nPrinted.\n"},
    "another paper, and one less": {
        "papers/delta.md": "# Delta\n\n:::{paper} 99\n:authors: Eve Orr\n:::\n",
        "papers/gamma.md": None,
        **changed("notes.md", ", {paper}`that one <gamma>`", ""),
    },
}


@pytest.fixture
def site(started: MakeSite) -> InlineSite:
    """Return a site that was built completely, and whose next builds are previews."""
    made = started(SOURCES)
    made.configure(workshop_preview=True)
    return made


def test_a_preview_leaves_search_booklet_and_files_as_they_are(site: InlineSite) -> None:
    before = contents(site.folder / "build" / "html")
    site.write(TITLE)
    built = site.build()
    after = contents(built.output)
    others = {name for name in before if before[name] != after[name]}
    assert {"papers/alpha.html", "papers/index.html", "program/index.html"} <= others
    assert others - {"objects.inv", "sitemap.xml"} == {n for n in others if n.endswith(".html")}
    assert f"{BOOKLET}.html" not in others
    assert before.keys() == after.keys()


def test_a_preview_writes_the_booklet_where_it_was_edited(site: InlineSite) -> None:
    site.write(EDITS["the booklet"])
    assert BOOKLET in site.build().written


def test_a_preview_makes_the_files_of_a_new_paper_and_deletes_those_of_one_less(
    site: InlineSite,
) -> None:
    site.write(EDITS["another paper, and one less"])
    output = site.build().output
    assert "Eve Orr" in (output / "papers/delta.bib").read_text("utf-8")
    assert not (output / "papers/gamma.bib").exists()


def test_a_preview_makes_a_file_of_which_a_build_was_killed(site: InlineSite) -> None:
    output, listed = (site.folder / "build" / name for name in ("html", "doctrees"))
    listed /= "workshop-exports.txt"
    lines = listed.read_text("utf-8").splitlines()
    about_to = [line.partition("\t")[0] + "\t" if "alpha.bib" in line else line for line in lines]
    listed.write_text("".join(f"{line}\n" for line in about_to), "utf-8")
    (output / "papers/alpha.bib").write_text("@half", "utf-8")
    site.write(TITLE)
    site.build()
    assert "Alpha rays" in (output / "papers/alpha.bib").read_text("utf-8")


@pytest.mark.parametrize("edit", EDITS)
def test_a_complete_build_after_previews_equals_a_fresh_one(edit: str, site: InlineSite) -> None:
    site.write(EDITS[edit])
    site.build()
    site.write(appended("program/speakers.md", "They speak."))
    site.build()
    site.configure(workshop_preview=False)
    complete = site.build()
    assert (complete.read, complete.messages) == ([], [])
    assert differing(complete.output, site.build("fresh").output) == []
    assert site.build().written in ([], ["search"])
