"""Two invented workshops, served at /one-day/ and /two-days/; `visit` opens pages of the first."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from one_day import build_one_day
from plain_server import serve

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture(scope="session")
def one_day(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of a workshop of one day, with the real theme, styles and templates."""
    return build_one_day(tmp_path_factory.mktemp("one-day"))


@pytest.fixture(scope="session")
def invented(one_day: Path, two_days: Path) -> Iterator[str]:
    """Return the address of the server that has the invented workshops."""
    with serve({"one-day": one_day, "two-days": two_days}) as address:
        yield address


@pytest.fixture(scope="session")
def home(invented: str) -> str:
    """Return where `visit` finds pages: those of the workshop of one day."""
    return f"{invented}/one-day/"
