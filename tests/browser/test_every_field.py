"""The workshop with every field: its pages are accessible and fit, in both modes and any width."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from pathlib import Path
from urllib.parse import urljoin

import pytest
from playwright.sync_api import ViewportSize

import every_field
import three_days
from axe import AXE, MODES, serve, violations
from build_once import BuildOnce
from invented_sites import build_on_theme
from page_checks import covered_words
from thorough import THOROUGH
from visits import Visit, has_no_overflow, look

WIDTHS: list[ViewportSize] = [{"width": width, "height": 800} for width in (320, 768, 1280, 1920)]
PAGES = ["index", "program/index", "program/papers/index", "program/papers/tides"]
PAGES += ["program/speakers", "about/rooms", "about/sponsors", "call/dates"]


@pytest.fixture(scope="module")
def home(build_once: BuildOnce) -> Iterator[str]:
    """Return where it is, on the site's theme."""

    def build(folder: Path) -> Path:
        facts = three_days.settings({}) | {"formats": {"lantern": "Lantern"}}
        return build_on_theme(folder, every_field.files(), facts)

    with serve({"every-field": build_once("every-field", build)}) as address:
        yield f"{address}/every-field/"


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_accessible_fits_and_asks_no_other_server(visit: Visit, name: str) -> None:
    page = visit(f"{name}.html?zone=Asia/Tokyo", reduced_motion="reduce")
    assert violations(page) == []
    for size in WIDTHS:
        page.set_viewport_size(size)
        assert has_no_overflow(page), size
        assert covered_words(page) == [], size
    # Once a week, all widths are asked about in both modes.
    for mode, size in product(MODES, WIDTHS) if THOROUGH else [("dark", WIDTHS[0])]:
        page.set_viewport_size(size)
        look(page, color_scheme=mode)
        assert violations(page, MODES[mode]) == [], (mode, size)
    asked = page.evaluate("performance.getEntriesByType('resource').map(({ name }) => name)")
    own = urljoin(visit.base, AXE)  # what asks about accessibility
    assert [one for one in asked if one != own and not one.startswith(visit.base)] == []
