"""The pages of the real site."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from sphinx_workshop.site_check.built_site import BuiltSite

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="session")
def built(site: Path) -> BuiltSite:
    """Return the built site, with its pages and exports read."""
    return BuiltSite(site)
