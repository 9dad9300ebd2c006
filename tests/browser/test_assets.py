"""What purging leaves looks as what the theme brings: the first to report a theme that changed.

A few pages and states; `make compare` looks at all of them.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from compare import Looker, differences
from real_site import ROOT, run_sphinx
from screenshots import states
from serving import served
from thorough import THOROUGH


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of the site with all that the theme brings."""
    return run_sphinx(ROOT, tmp_path_factory.mktemp("whole"), "-D", "workshop_assets=0")


PAPER = min(path.stem for path in (ROOT / "program" / "papers").glob("*.md"))
"""A paper, or the list of papers where there is none yet."""


# Each has what the other has not: the title area, and what a header or a menu has for its width.
# Once a week, a table and a third width are looked at, too.
SEEN = [
    ("index.html", "dark", 1280, {"modes", "tip"}),
    (
        f"program/papers/{PAPER}.html",
        "light",
        360,
        {"navigation", "modes in the navigation", "search", "keyboard"},
    ),
    ("call-for-papers/index.html", "light", 768, set[str]()),
]


@pytest.mark.parametrize(("page", "mode", "width", "opened"), SEEN if THOROUGH else SEEN[:2])
def test_nobody_sees_what_was_purged(
    browser: Browser, site: Path, whole: Path, page: str, mode: str, width: int, opened: set[str]
) -> None:
    with served(purged=site, whole=whole) as address:
        sites = (f"{address}/purged/", f"{address}/whole/")
        looker = Looker(browser, sites, mode, width)
        looked = list(looker.look(page, [it for it in states() if it.name in opened]))
        looker.close()
    assert len(looked) == 3 + len(opened)
    assert [(one.what, pixels) for one, pixels in differences(browser, looked)] == []
