"""What the site publishes of its theme, and how much a reader loads."""

from __future__ import annotations

import gzip
import re
from typing import TYPE_CHECKING

import pytest

from inline_site import parsed
from real_site import ROOT, copy_of_sources, run_sphinx
from sources import source_pages
from sphinx_workshop.domain.front_end import STATIC
from walk import kinds_of

if TYPE_CHECKING:
    from pathlib import Path

NEW = {
    ".admonition": ":::{note}\nA word.\n:::",
    ".sd-card": ":::{card} A title\nA word.\n:::",
    ".sd-tab-set": "::::{tab-set}\n:::{tab-item} A title\nA word.\n:::\n::::",
}
"""What pages may begin to use: a class, and the directive that brings it."""


def test_a_page_loads_one_stylesheet_and_few_scripts(site: Path) -> None:
    for name in kinds_of(site):
        page = parsed(site / name)
        sheets = [str(link["href"]) for link in page.select("link[rel=stylesheet]")]
        assert [re.sub(r"^(\.\./)*|^/\w+/|\?v=\w+$", "", sheet) for sheet in sheets] == [
            "_static/bundle.css"
        ], name
        scripts = [str(script["src"]).rpartition("/")[2] for script in page.select("script[src]")]
        assert {re.sub(r"\?v=\w{8}$", "", script) for script in scripts} <= {
            "bundle.js",
            "main.js",
            "search.js",
        }, name


def test_the_links_to_the_bundles_carry_their_digests(site: Path) -> None:
    for name in kinds_of(site):
        linked = dict(re.findall(r"(bundle\.\w+)\?v=(\w+)", (site / name).read_text("utf-8")))
        assert set(linked) == {"bundle.css", "bundle.js"}, name
        assert "00000000" not in linked.values(), name


def test_the_bundles_are_light(site: Path) -> None:
    static = site / "_static"
    weights = {
        name: len(gzip.compress((static / name).read_bytes()))
        for name in ("bundle.css", "bundle.js")
    }
    # Any page may begin to use more of the theme; `browser/invented` has the exact bound.
    assert weights["bundle.css"] < 30_000
    assert weights["bundle.js"] < 32_000
    fonts = list(static.rglob("*.woff2"))
    assert fonts
    assert all(font.stat().st_size < 5_000 for font in fonts)


def test_no_asset_is_published_that_nothing_asks_for(site: Path) -> None:
    folders = (ROOT / "_static", STATIC)
    ours = {path.name for folder in folders for path in folder.rglob("*")}
    found = {path.name for path in (site / "_static").rglob("*") if path.is_file()}
    others = {name for name in found - ours if not name.endswith(".woff2")}
    assert others == {"bundle.css", "bundle.js"}
    css = (site / "_static/bundle.css").read_text("utf-8")
    assert all(path.name in css for path in site.rglob("*.woff2"))


def test_the_bundles_name_the_licenses_of_what_is_in_them(site: Path) -> None:
    css = (site / "_static/bundle.css").read_text("utf-8")
    script = (site / "_static/bundle.js").read_text("utf-8")
    assert "Font Awesome" in css
    assert "Bootstrap" in css
    assert "Bootstrap" in script
    assert "sourceMappingURL" not in script


@pytest.mark.builds
def test_a_page_with_something_new_brings_its_styles_to_all_links(tmp_path: Path) -> None:
    source = copy_of_sources(tmp_path)
    site = run_sphinx(source, tmp_path)
    before = (site / "_static/bundle.css").read_text("utf-8")
    name = next((name for name in NEW if name not in before), None)
    if name is None:
        pytest.skip("the pages use all of these")
    page = source_pages(source)[-1]
    page.write_text(f"{page.read_text('utf-8')}\n{NEW[name]}\n", "utf-8")
    run_sphinx(source, tmp_path)
    assert name in (site / "_static/bundle.css").read_text("utf-8")
    (linked,) = {
        digest
        for path in site.rglob("*.html")
        for digest in re.findall(r"bundle\.css\?v=(\w+)", path.read_text("utf-8"))
    }
    fresh = tmp_path / "fresh"
    fresh.mkdir()
    assert f"bundle.css?v={linked}" in (run_sphinx(source, fresh) / "index.html").read_text("utf-8")
