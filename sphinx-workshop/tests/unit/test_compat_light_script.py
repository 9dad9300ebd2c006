"""What the light script looks for stands in the templates of the theme."""

from __future__ import annotations

from pathlib import Path

import pydata_sphinx_theme

from sphinx_workshop.compat import pydata_theme


def test_the_light_script_finds_what_the_theme_s_templates_hold() -> None:
    folder = Path(pydata_sphinx_theme.__file__).parent / "theme" / "pydata_sphinx_theme"
    templates = "".join(path.read_text("utf-8") for path in folder.rglob("*.html"))
    script = pydata_theme.LIGHT_SCRIPT.read_text("utf-8")
    parts = {
        *("data-bs-toggle=", "dropdown-menu", "dropdown-item", "theme-change-button", "data-mode"),
        *("pst-page-toc-nav", "pst-header", "bd-docs-nav", "bd-sidebar"),
    }
    for part in parts:
        assert part in templates, part
        assert part.removeprefix("data-").rstrip("=") in script, part
    for side in ("primary", "secondary"):
        for part in (f"{side}-toggle", f"pst-{side}-sidebar-modal", f"pst-{side}-sidebar"):
            assert part in templates, part
    code = "".join(path.read_text("utf-8") for path in folder.parents[1].rglob("*.py"))
    for part in pydata_theme.UNSERVED:
        assert part in templates + code, part
