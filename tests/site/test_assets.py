"""What the site publishes of its theme, and how much a reader loads."""

from __future__ import annotations

import gzip
import re
from pathlib import Path

from inline_site import parsed
from real_site import ROOT
from sphinx_workshop.domain.front_end import STATIC
from walk import kinds_of


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
    assert weights["bundle.js"] < 3_000
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
    assert "Font Awesome" in css
    assert "Bootstrap" in css
