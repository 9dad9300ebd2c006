"""Views that are written straight into HTML are what the long way would write."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inline_site import InlineSite
from small_workshop import FILES
from sphinx_workshop.domain.placeholders import FinishPlaceholders
from trees import differing

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def test_the_short_way_writes_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    site = InlineSite(tmp_path, FILES, {})
    short = site.build("short")
    assert "workshop-paper" in (short.output / "papers/index.html").read_text("utf-8")
    monkeypatch.setattr(FinishPlaceholders, "builders", ("none",))
    assert differing(short.output, site.build("long").output) == []
