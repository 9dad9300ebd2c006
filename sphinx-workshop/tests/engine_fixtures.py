"""Fixtures of the engine's tests: sites that are built of inline Markdown. A pytest plugin."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

import pytest
from hypothesis import HealthCheck, settings

from inline_site import Built, Files, InlineSite
from small_workshop import FILES
from thorough import THOROUGH

if TYPE_CHECKING:
    from pathlib import Path

# In CI every run tries the same examples, and no slow machine fails a test; `make fuzz` tries
# others each time, and many of them.
SLOW = [HealthCheck.too_slow]
settings.register_profile(
    "ci", deadline=None, derandomize=True, database=None, suppress_health_check=SLOW
)
settings.register_profile(
    "fuzz", max_examples=2_000, deadline=None, print_blob=True, suppress_health_check=SLOW
)
settings.load_profile("fuzz" if THOROUGH else "ci")


class MakeSite(Protocol):
    """Makes a source folder of files, with some settings changed; `build()` builds it."""

    def __call__(self, files: Files, **settings: Any) -> InlineSite: ...


@pytest.fixture
def make_site(tmp_path: Path) -> MakeSite:
    """Return the factory of small sites."""

    def make(files: Files, **settings: Any) -> InlineSite:
        return InlineSite(tmp_path, files, settings)

    return make


@pytest.fixture(scope="session")
def small(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """Return the small workshop, built once: look, do not touch."""
    return InlineSite(tmp_path_factory.mktemp("small"), FILES, {}).build()
