"""Assets are purged on themes whose templates link bundles; on others a warning has the remedy."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import stand_alone
from inline_site import parsed
from stand_alone import THEMES

if TYPE_CHECKING:
    from pathlib import Path

WITH_BUNDLES = {"pydata_sphinx_theme", "sphinx_book_theme"}
ASSETS = "extensions=myst_parser,sphinx_workshop,sphinx_workshop.site.assets"


def sheets(page: Path) -> list[str]:
    links = parsed(page).select("link[rel=stylesheet]")
    return [str(link["href"]).partition("?")[0] for link in links]


OFF = ("-D", ASSETS, "-D", "workshop_assets=0")


@pytest.mark.parametrize("theme", THEMES)
def test_pages_link_one_bundle_or_a_warning_says_that_the_theme_has_none(
    tmp_path: Path, theme: str
) -> None:
    output, errors = stand_alone.run(stand_alone.write(tmp_path), theme, "html", "-D", ASSETS)
    found = sheets(output / "index.html")
    assert all((output / name).is_file() for name in found)
    if theme in WITH_BUNDLES:
        assert (errors, found) == ("", ["_static/bundle.css"])
        assert ".workshop-paper" in (output / "_static/bundle.css").read_text("utf-8")
        return
    assert f"does nothing here, for pages of the theme '{theme}' link no bundle" in errors
    assert "delete it from extensions in conf.py, or choose pydata_sphinx_theme" in errors
    off = stand_alone.build(stand_alone.write(tmp_path / "off"), theme, "html", *OFF)
    assert found == sheets(off / "index.html")


@pytest.mark.parametrize("theme", [name for name in THEMES if name in WITH_BUNDLES])
def test_a_site_that_turns_it_off_has_what_the_theme_brings(tmp_path: Path, theme: str) -> None:
    output = stand_alone.build(stand_alone.write(tmp_path), theme, "html", *OFF)
    assert "_static/bundle.css" not in sheets(output / "index.html")
