"""Edits of this edition's pages: the next build equals a fresh one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from real_site import copy_of_sources, run_sphinx
from trees import contents, differing

if TYPE_CHECKING:
    from pathlib import Path

NEW_PAPER = """\
# A paper that came late

:::{paper} 9999
:authors: Aritra Ghosh (Yale University); Zoë Brand-New*
:topics: anomalies; benchmarking

It mentions a quokka.
:::
"""


@pytest.fixture(scope="module")
def workbench(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder of sources and the site built of them; each test may change them further."""
    folder = tmp_path_factory.mktemp("workbench")
    run_sphinx(copy_of_sources(folder), folder)
    return folder


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("about/logistics.md", "# Logistics", "# Practical matters"),
        ("index.md", "Call <call", "The call <call"),
        ("call-for-papers/topics/anomalies.md", "# Anomaly", "# Irregularity"),
        ("program/index.md", "10:30-10:45", "10:30-10:40"),
        ("program/speakers.md", "{person} Dustin Tran", "{person} D. Tran\n:id: dustin-tran"),
    ],
    ids=["a title in the sidebar", "a word in the header", "a topic", "a time", "a name"],
)
def test_an_edit_of_what_other_pages_show_equals_a_fresh_build(
    file: str, old: str, new: str, workbench: Path, tmp_path: Path
) -> None:
    edit(workbench / "source" / file, old, new)
    incremental = run_sphinx(workbench / "source", workbench)
    assert differing(incremental, run_sphinx(workbench / "source", tmp_path)) == []


def test_adding_editing_and_deleting_a_paper_equals_a_fresh_build(tmp_path: Path) -> None:
    source = copy_of_sources(tmp_path)
    papers = source / "program" / "papers"
    before = contents(run_sphinx(source, tmp_path))

    original = (papers / "gampen.md").read_text(encoding="utf-8")
    (papers / "late.md").write_text(NEW_PAPER, encoding="utf-8")
    edit(papers / "gampen.md", "# GaMPEN:", "# GAMPEN:")
    edit(papers / "gampen.md", "; Ryan Ofman (Yale University)", "")
    (tmp_path / "fresh").mkdir()
    fresh = run_sphinx(source, tmp_path / "fresh")
    assert differing(run_sphinx(source, tmp_path), fresh) == []

    (papers / "late.md").unlink()
    (papers / "gampen.md").write_text(original, encoding="utf-8")
    assert contents(run_sphinx(source, tmp_path)) == before


def edit(path: Path, old: str, new: str) -> None:
    """Replace a passage that stands in a file once."""
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), encoding="utf-8")
