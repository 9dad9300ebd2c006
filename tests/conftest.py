"""The real site, for the tests that ask what must hold whatever its pages say."""

from __future__ import annotations

from pathlib import Path

import pytest

from real_site import ROOT, run_sphinx


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


@pytest.fixture(scope="session")
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of the real site: the one that is named, or one built for the tests."""
    named: Path | None = request.config.getoption("--site")
    if named is None:
        return run_sphinx(ROOT, tmp_path_factory.mktemp("site"))
    if not (named / "objects.inv").is_file():
        pytest.fail(f"{named} is not a built site; `make html` builds one into _build/html")
    return named.resolve()
