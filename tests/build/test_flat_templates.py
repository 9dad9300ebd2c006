"""Pages do not repeat the indentation of templates, which are compiled once for many builds."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from jinja2 import Environment

from inline_site import SETTINGS

if TYPE_CHECKING:
    from conftest import MakeSite
    from inline_site import InlineSite

LAYOUT = """{% extends "!layout.html" %}
{% block footer %}
  <footer>
      Written
      by hand
  </footer>
{% endblock %}
"""


@pytest.fixture
def site(make_site: MakeSite) -> InlineSite:
    files = {"index.md": "# Home\n\n```text\na\n    b\n```\n", "_templates/layout.html": LAYOUT}
    settings = {"templates_path": ["_templates"]}
    return make_site(
        files,
        extensions=[*SETTINGS["extensions"], "sphinx_workshop.site.flat_templates"],
        **settings,
    )


def test_pages_hold_no_indentation_of_templates_but_that_of_their_own(site: InlineSite) -> None:
    text = (site.build().output / "index.html").read_text("utf-8")
    assert "<footer>\nWritten\nby hand\n</footer>" in text
    assert "a\n    b\n" in text


def test_templates_are_compiled_again_only_if_they_changed(
    site: InlineSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    compiled: list[str] = []
    generate = Environment._generate

    def noted(
        environment: Environment, source: Any, name: str | None, *more: Any, **named: Any
    ) -> str:
        compiled.extend([name] if name else [])  # of what is no file, none is kept
        return generate(environment, source, name, *more, **named)

    monkeypatch.setattr(Environment, "_generate", noted)
    site.build()
    assert "page.html" in compiled

    compiled.clear()
    site.build()
    site.write({"index.md": "# Home again\n"})
    site.build()
    assert compiled == []

    site.write({"_templates/layout.html": LAYOUT.replace("by hand", "by a machine")})
    site.write({"index.md": "# Home once more\n"})
    page = site.build().output / "index.html"
    assert compiled == ["layout.html"]
    assert "Written\nby a machine" in page.read_text("utf-8")
