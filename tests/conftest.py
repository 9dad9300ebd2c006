"""The real site, for the tests that ask what must hold whatever its pages say."""

from __future__ import annotations

from pathlib import Path

import pytest

from build_once import BuildOnce
from new_site import Edition
from one_day import build_one_day
from processes import output_of
from real_site import ROOT, build, copy_of_sources, with_environment


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
def build_once(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> BuildOnce:
    """Return what builds once for all processes of this run."""
    own = tmp_path_factory.getbasetemp()
    # Of several processes, each has a folder of its own in that of the run.
    return BuildOnce(own.parent if hasattr(request.config, "workerinput") else own)


@pytest.fixture(scope="session")
def one_day(build_once: BuildOnce) -> Path:
    """Return the folder of a workshop of one day, with the real theme, styles and templates."""
    return build_once("one-day", build_one_day)


@pytest.fixture(scope="session")
def edition(build_once: BuildOnce) -> Edition:
    """Return a new site, built as it is and then with a paper and a session."""
    return Edition(build_once("edition", Edition.make))


@pytest.fixture(scope="session")
def booklet_checkout(build_once: BuildOnce) -> Path:
    """Return a checkout of the real site in which `make booklet` was run.

    It takes long: between the modules that ask for it are others, so that no process waits.
    """

    def make(folder: Path) -> Path:
        source = with_environment(copy_of_sources(folder))
        output_of("make", "booklet", folder=source)
        return source

    return build_once("booklet", make)


@pytest.fixture(scope="session")
def site(request: pytest.FixtureRequest, build_once: BuildOnce) -> Path:
    """Return the folder of the real site: the one that is named, or one built for the tests."""
    named: Path | None = request.config.getoption("--site")
    if named is None:
        return build_once("site", lambda folder: build(ROOT, folder))
    if not (named / "objects.inv").is_file():
        pytest.fail(f"{named} is not a built site; `make html` builds one into _build/html")
    return named.resolve()
