"""The pages of the real site."""

from __future__ import annotations

from pathlib import Path

import pytest

from sphinx_workshop.site_check.built_site import BuiltSite


@pytest.fixture(scope="session")
def built(site: Path) -> BuiltSite:
    """Return the built site, with its pages and exports read."""
    return BuiltSite(site)
