"""What all tests share: sites built of inline Markdown, and the real one."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Protocol

import pytest
from hypothesis import HealthCheck, settings

from inline_site import Built, Files, InlineSite
from real_site import ROOT, run_sphinx
from small_workshop import FILES
from thorough import THOROUGH

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


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the option that names what `make html` has built."""
    parser.addoption(
        "--site",
        type=Path,
        metavar="FOLDER",
        help="test the site that was built into this folder, and build none",
    )


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out what builds the real site again where one that was built is named."""
    if config.getoption("--site"):
        left_out = [item for item in items if item.get_closest_marker("builds")]
        items[:] = [item for item in items if not item.get_closest_marker("builds")]
        config.hook.pytest_deselected(items=left_out)


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


@pytest.fixture(scope="session")
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of the real site: the one that is named, or one built for the tests."""
    named: Path | None = request.config.getoption("--site")
    if named is None:
        return run_sphinx(ROOT, tmp_path_factory.mktemp("site"))
    if not (named / "objects.inv").is_file():
        pytest.fail(f"{named} is not a built site; `make html` builds one into _build/html")
    return named.resolve()
