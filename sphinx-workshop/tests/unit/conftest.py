"""A site without content, into which tests import."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from import_site import ImportSite

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def site(tmp_path: Path) -> ImportSite:
    """Return a folder with a conf.py and no page; a module may have a site of its own."""
    return ImportSite(tmp_path)
