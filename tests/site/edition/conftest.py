"""What this edition's site must say."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

EXPECTED: dict[str, Any] = yaml.safe_load(
    Path(__file__).with_name("expected.yaml").read_text(encoding="utf-8")
)


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Run a test that takes a paper, topic or slot once for each that is expected."""
    for name, among in (("paper", "papers"), ("topic", "topics")):
        if name in metafunc.fixturenames:
            metafunc.parametrize(name, EXPECTED[among])
    if "slot" in metafunc.fixturenames:
        slots = EXPECTED["schedule"]
        metafunc.parametrize("slot", slots, ids=[slot["id"] for slot in slots])


@pytest.fixture(scope="session")
def expected() -> dict[str, Any]:
    return EXPECTED
