"""Two invented workshops, served at /one-day/ and /two-days/; `visit` opens pages of the first."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page

from axe import serve
from one_day import ZONE
from visits import Visit


@pytest.fixture(scope="session")
def invented(one_day: Path, two_days: Path) -> Iterator[str]:
    """Return the address of the server that has the invented workshops."""
    with serve({"one-day": one_day, "two-days": two_days}) as address:
        yield address


@pytest.fixture(scope="session")
def reader() -> str:
    """Return the zone of readers: that of the workshop of one day."""
    return ZONE


@pytest.fixture(scope="session")
def home(invented: str) -> str:
    """Return where `visit` finds pages: those of the workshop of one day."""
    return f"{invented}/one-day/"


@pytest.fixture
def blank(visit: Visit) -> Page:
    """Return a page that has gone nowhere yet, and may complain."""
    return visit.context().new_page()
