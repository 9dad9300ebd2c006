"""The workshops that `make bench` invents are whole, and as large as is asked."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from bench.builds import Site
from bench.workshop import Workshop
from engine_fixtures import MakeSite
from processes import output_of
from real_site import ROOT


@pytest.mark.parametrize("size", [1, 30])
def test_it_builds_without_a_warning_with_abstracts_of_150_to_200_words(
    size: int, make_site: MakeSite
) -> None:
    workshop = Workshop(size)
    site = make_site(workshop.files)
    site.configure(workshop=site.settings["workshop"] | workshop.settings)
    built = site.build()
    assert built.messages == []
    papers = built.domain.program.papers.values()
    assert len(papers) == size
    assert all(150 <= len(paper.summary.split()) <= 200 for paper in papers)
    assert built.domain.program.sessions


def test_the_same_size_and_seed_give_the_same_pages_in_every_process() -> None:
    program = "from bench.workshop import Workshop; print(repr(Workshop(30).files))"
    tools = str(ROOT / "tools")
    printed = [
        output_of(sys.executable, "-c", program, PYTHONPATH=tools, PYTHONHASHSEED=hashing)
        for hashing in ("1", "2")
    ]
    assert printed[0] == printed[1]
    assert Workshop(30).files != Workshop(30, seed=1).files


@pytest.mark.parametrize("plain", [False, True])
def test_a_site_is_built_edited_and_measured_and_a_mistake_corrected(
    tmp_path: Path, *, plain: bool
) -> None:
    site = Site(tmp_path, Workshop(3), plain=plain)
    cost = site.build()
    assert cost.seconds > 0
    assert cost.memory > 1_000_000
    (paper, *_) = site.papers
    word = site.edit(paper)
    site.build()
    assert word in (site.output / "program/papers" / f"{paper.stem}.html").read_text("utf-8")
    if plain:
        return  # no mistake fails it
    before = paper.read_text("utf-8")
    site.mistake(paper)
    site.build(fails=True)
    site.correct(paper)
    assert paper.read_text("utf-8") == before
