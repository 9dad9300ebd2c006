"""Assets are purged on themes whose templates link bundles; on others a warning has the remedy.

A light script takes the place of the theme's own, where a site asks for it.
"""

from __future__ import annotations

import gzip
from typing import TYPE_CHECKING

import pytest

import stand_alone
from inline_site import parsed
from stand_alone import THEMES

if TYPE_CHECKING:
    from pathlib import Path

PYDATA = "pydata_sphinx_theme"
WITH_BUNDLES = {PYDATA, "sphinx_book_theme"}
ASSETS = ("-D", "extensions=myst_parser,sphinx_workshop,sphinx_workshop.site.assets")
OFF = (*ASSETS, "-D", "workshop_assets=0")
LIGHT = (*ASSETS, "-D", "workshop_assets_light_scripts=1")
SERVED = """
html_theme_options = {"back_to_top_button": False}
html_sidebars = {"**": ["sidebar-nav-bs"]}
"""

OWN = """
html_static_path = ["own"]
html_css_files = ["own.css"]
"""
OWN_FONT = """
@font-face { font-family: Own; src: url(own.woff2) }
h1 { font-family: Own }
"""


def sheets(page: Path) -> list[str]:
    links = parsed(page).select("link[rel=stylesheet]")
    return [str(link["href"]).partition("?")[0] for link in links]


def script(output: Path) -> str:
    return (output / "_static/bundle.js").read_text("utf-8")


@pytest.mark.parametrize("theme", [name for name in THEMES if name in WITH_BUNDLES])
def test_pages_link_one_bundle_until_it_is_turned_off(tmp_path: Path, theme: str) -> None:
    output = stand_alone.build(stand_alone.write(tmp_path), theme, "html", *ASSETS)
    found = sheets(output / "index.html")
    assert all((output / name).is_file() for name in found)
    assert found == ["_static/bundle.css"]
    assert ".workshop-paper" in (output / "_static/bundle.css").read_text("utf-8")
    if theme == PYDATA:
        assert "Licensed under MIT" in script(output)
        assert "sourceMappingURL" not in script(output)
    else:
        _output, errors = stand_alone.run(stand_alone.write(tmp_path), theme, "html", *LIGHT)
        assert f"html_theme is '{theme}': delete the setting from conf.py" in errors
    off = stand_alone.build(stand_alone.write(tmp_path), theme, "html", *OFF)
    assert "_static/bundle.css" not in sheets(off / "index.html")


@pytest.mark.parametrize("theme", [name for name in THEMES if name not in WITH_BUNDLES])
def test_a_theme_without_bundles_is_named_and_stays_as_it_is(tmp_path: Path, theme: str) -> None:
    output, errors = stand_alone.run(stand_alone.write(tmp_path), theme, "html", *LIGHT)
    assert f"does nothing here, because pages of the theme '{theme}' link no bundle" in errors
    assert "delete it from extensions in conf.py, or choose pydata_sphinx_theme" in errors
    off = stand_alone.build(stand_alone.write(tmp_path / "off"), theme, "html", *OFF)
    assert sheets(output / "index.html") == sheets(off / "index.html")


@pytest.mark.parametrize("theme", [name for name in THEMES if name == PYDATA])
def test_pages_load_the_light_script_alone_and_parts_that_it_does_not_serve_are_named(
    tmp_path: Path, theme: str
) -> None:
    source = stand_alone.write(tmp_path)
    _output, errors = stand_alone.run(source, theme, "html", *LIGHT)
    for part in ("pst-back-to-top", "pst-collapse-sidebar-button"):
        assert f"a page has '{part}', which only the theme's own scripts serve" in errors
    assert "set workshop_assets_light_scripts = False in conf.py" in errors
    with (source / "conf.py").open("a", encoding="utf-8") as conf:
        conf.write(SERVED)
    output = stand_alone.build(source, theme, "html", *LIGHT)
    assert "-sidebar-modal" in script(output)
    assert len(gzip.compress(script(output).encode())) < 3_000
    assert not (output / "_static/scripts").exists()
    # A browser waits for a script in the head before it asks for what comes behind it.
    head = str(parsed(output / "index.html").head)
    assert 0 < head.index("bundle.css") < head.index("bundle.js")
    # Sphinx's own scripts ask for these settings.
    page = (output / "index.html").read_text("utf-8")
    assert "doctools.js" in page
    assert "documentation_options.js" in page


@pytest.mark.parametrize("theme", [name for name in THEMES if name == PYDATA])
def test_a_font_that_is_missing_or_broken_is_named(tmp_path: Path, theme: str) -> None:
    source = stand_alone.write(tmp_path)
    with (source / "conf.py").open("a", encoding="utf-8") as conf:
        conf.write(OWN)
    (source / "own").mkdir()
    (source / "own/own.css").write_text(OWN_FONT, "utf-8")
    _output, errors = stand_alone.run(source, theme, "html", *ASSETS)
    assert "asks for the font _static/own.woff2, which is missing: put it there" in errors
    (source / "own/own.woff2").write_bytes(b"no font")
    _output, errors = stand_alone.run(source, theme, "html", *ASSETS)
    assert "the font _static/own.woff2 cannot be read: Not a TrueType or OpenType font" in errors
