"""A workshop of two extensions and four facts builds on any theme, and leads nowhere in vain."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

import stand_alone
from inline_site import parsed, words
from stand_alone import BUILDERS, THEMES

if TYPE_CHECKING:
    from pathlib import Path

PAGES = {"html": ("index.html", "hours.html"), "dirhtml": ("index.html", "hours/index.html")}


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return stand_alone.write(tmp_path_factory.mktemp("alone"))


@pytest.mark.parametrize("builder", BUILDERS)
@pytest.mark.parametrize("theme", THEMES)
def test_every_link_leads_to_a_file(source: Path, theme: str, builder: str) -> None:
    output = stand_alone.build(source, theme, builder)
    pages = [page for page in output.rglob("*.html") if "_static" not in page.parts]
    assert {output / name for name in PAGES[builder]} <= set(pages)
    lost = {
        (page.relative_to(output), link)
        for page in pages
        for link in stand_alone.lost(output, page)
    }
    assert not lost
    embedded = next(page for page in pages if "embed" in page.as_posix())
    sheets = parsed(embedded).select("link[rel=stylesheet]")
    assert [str(link["href"]).rpartition("/")[2].partition("?")[0] for link in sheets] == [
        *("workshop.css", "controls.css", "embed.css")  # and none of the theme's
    ]


@pytest.mark.parametrize("theme", THEMES[:1])
@pytest.mark.parametrize("builder", ["epub", "text", "latex"])
def test_other_builders_work(source: Path, theme: str, builder: str) -> None:
    facts = ("-D", "version=1", "-D", "copyright=2030")  # Sphinx asks both of a book
    assert any(stand_alone.build(source, theme, builder, *facts).iterdir())


@pytest.mark.parametrize("theme", THEMES[:1])
def test_what_is_unknown_is_not_said(source: Path, theme: str) -> None:
    output = stand_alone.build(source, theme)
    facts = parsed(output / "index.html").select(".workshop-facts dt")
    assert [words(term) for term in facts] == ["When"]
    calendar = (output / "program.ics").read_text("utf-8")
    assert not any(name in calendar for name in ("SOURCE", "URL", "LOCATION", "part of"))
    assert "webcal:" not in (output / "hours.html").read_text("utf-8")
    (paper, _) = json.loads((output / "lectures.json").read_bytes())["papers"]
    assert "pdf" not in paper
    assert paper["url"] == "lectures/grass.html"


@pytest.mark.parametrize("theme", THEMES[:1])
def test_addresses_are_those_of_the_builder(source: Path, theme: str) -> None:
    output = stand_alone.build(source, theme, "dirhtml")
    (paper, _) = json.loads((output / "lectures.json").read_bytes())["papers"]
    assert paper["url"] == "lectures/grass/"
    script = parsed(output / "lectures/hay/index.html").select_one("script[data-workshop]")
    assert script is not None
    assert script["data-workshop"] == "search/ hours/ ./ program.ics lectures.json"


@pytest.mark.parametrize("theme", THEMES[:1])
def test_no_page_stays_stale(tmp_path: Path, theme: str) -> None:
    source = stand_alone.write(tmp_path)
    stand_alone.build(source, theme)
    page = source / "lectures/grass.md"
    page.write_text(page.read_text("utf-8").replace("at night", "by day"), "utf-8")
    output = stand_alone.build(source, theme)
    for name in ("index.html", "hours.html", "lectures/hay.html"):
        html = (output / name).read_text("utf-8")
        assert "Grass grows by day" in html
        assert "Grass grows at night" not in html
    (output / "index.html").write_text("untouched", "utf-8")
    stand_alone.build(source, theme)
    assert (output / "index.html").read_text("utf-8") == "untouched"
