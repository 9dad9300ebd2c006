"""A light script takes the place of the theme's own, where a site asks for it."""

from __future__ import annotations

import gzip
from typing import TYPE_CHECKING

import pytest

import stand_alone
from stand_alone import THEMES

if TYPE_CHECKING:
    from pathlib import Path

ASSETS = "extensions=myst_parser,sphinx_workshop,sphinx_workshop.site.assets"
LIGHT = ("-D", ASSETS, "-D", "workshop_assets_light_scripts=1")
SERVED = """
html_theme_options = {"back_to_top_button": False}
html_sidebars = {"**": ["sidebar-nav-bs"]}
"""


def script(output: Path) -> str:
    return (output / "_static/bundle.js").read_text("utf-8")


def test_without_the_setting_the_theme_s_scripts_are_published_with_their_license(
    tmp_path: Path,
) -> None:
    source = stand_alone.write(tmp_path)
    output = stand_alone.build(source, "pydata_sphinx_theme", "html", "-D", ASSETS)
    assert "Licensed under MIT" in script(output)
    assert "sourceMappingURL" not in script(output)


def test_with_it_pages_load_the_light_script_alone(tmp_path: Path) -> None:
    source = stand_alone.write(tmp_path)
    with (source / "conf.py").open("a", encoding="utf-8") as conf:
        conf.write(SERVED)
    output = stand_alone.build(source, "pydata_sphinx_theme", "html", *LIGHT)
    assert "-sidebar-modal" in script(output)
    assert len(gzip.compress(script(output).encode())) < 3_000
    assert not (output / "_static/scripts").exists()
    # Sphinx's own scripts ask for these settings.
    page = (output / "index.html").read_text("utf-8")
    assert "doctools.js" in page
    assert "documentation_options.js" in page


def test_a_part_that_the_light_script_does_not_serve_is_named(tmp_path: Path) -> None:
    source = stand_alone.write(tmp_path)
    _output, errors = stand_alone.run(source, "pydata_sphinx_theme", "html", *LIGHT)
    for part in ("pst-back-to-top", "pst-collapse-sidebar-button"):
        assert f"a page has '{part}', which only the theme's own scripts serve" in errors
    assert "set workshop_assets_light_scripts = False in conf.py" in errors


@pytest.mark.parametrize("theme", [theme for theme in THEMES if theme != "pydata_sphinx_theme"])
def test_on_another_theme_the_setting_is_rejected_or_does_nothing(
    tmp_path: Path, theme: str
) -> None:
    _output, errors = stand_alone.run(stand_alone.write(tmp_path), theme, "html", *LIGHT)
    if theme == "sphinx_book_theme":
        assert "html_theme is 'sphinx_book_theme': delete the setting from conf.py" in errors
    else:
        assert f"does nothing here, for pages of the theme '{theme}'" in errors
