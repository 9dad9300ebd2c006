"""What unit tests begin with: words in English, and a site without content for imports."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from import_site import ImportSite
from sphinx_workshop.core import words

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(autouse=True)
def english() -> None:
    """Forget the language of a site that a test before this one has built in this process."""
    words.choose(words.ENGLISH)


@pytest.fixture
def site(tmp_path: Path) -> ImportSite:
    """Return a folder with a conf.py and no page; a module may have a site of its own."""
    return ImportSite(tmp_path)
