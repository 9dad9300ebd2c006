"""Builds invented workshops with the files of the real site, for the tests in browsers."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from inline_site import Files, InlineSite
from real_site import ROOT

TWO_DAYS = {"kind": "conference", "start": "2022-03-13", "end": "2022-03-14"}
"""Facts of a workshop of two days."""


def build_invented(
    folder: Path, files: Files, facts: Mapping[str, object], **settings: Any
) -> Path:
    """Build a workshop, on the theme `basic` if settings name no other; return its pages' folder.

    Args:
        folder: where sources and pages go.
        files: its pages.
        facts: facts that replace those of invented workshops.
        settings: further settings.
    """
    site = InlineSite(folder, files, {})
    site.configure(
        workshop=site.settings["workshop"] | facts,
        html_static_path=[str(ROOT / "_static")],
        html_favicon=str(ROOT / "_static" / "favicon.svg"),
        **settings,
    )
    return site.build().output


def build_on_theme(
    folder: Path, files: Files, facts: Mapping[str, object], theme: str = "pydata_sphinx_theme"
) -> Path:
    """Build a workshop on a theme, whose mode is that of the system."""
    context = {"default_mode": "auto"}
    return build_invented(folder, files, facts, html_theme=theme, html_context=context)
