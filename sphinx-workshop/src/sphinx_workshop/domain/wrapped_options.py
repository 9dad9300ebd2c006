"""Joins wrapped options before MyST reads a page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..core.fences import fences
from ..core.wrapped_options import WRAPPED, joined

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def join_wrapped(app: Sphinx, docname: str, content: list[str]) -> None:
    """Join the options of a page (`source-read`)."""
    lines = content[0].split("\n")
    for fence in fences(lines):
        if fence.directive.removeprefix("workshop:") in WRAPPED:
            indent = len(lines[fence.start]) - len(lines[fence.start].lstrip())
            held = lines[fence.start + 1 : fence.stop]
            lines[fence.start + 1 : fence.stop] = joined(held, indent)
    content[0] = "\n".join(lines)
