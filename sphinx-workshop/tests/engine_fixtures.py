"""Fixtures of the engine's tests: sites that are built of inline Markdown. A pytest plugin."""

from __future__ import annotations

import gc
from shutil import copytree, rmtree
from typing import TYPE_CHECKING, Any, Protocol

import pytest
from hypothesis import HealthCheck, settings

from inline_site import Built, Files, InlineSite, parsed_once
from small_workshop import FILES
from sphinx_workshop.site_check import findings
from thorough import THOROUGH

if TYPE_CHECKING:
    from collections.abc import Generator
    from pathlib import Path

# In CI every run tries the same examples, and no slow machine fails a test; `make fuzz` tries
# others each time, and many of them.
SLOW = [HealthCheck.too_slow]
settings.register_profile(
    "ci",
    max_examples=24,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=SLOW,
)
settings.register_profile(
    "fuzz", max_examples=2_000, deadline=None, print_blob=True, suppress_health_check=SLOW
)
settings.load_profile("fuzz" if THOROUGH else "ci")


def pytest_collectstart() -> None:
    """Look for no cycles while tests are collected: nearly all stays, and it took half the time.

    What shares tests out among other processes collects none, and goes on looking.
    """
    gc.disable()


def pytest_collection_finish() -> None:
    """Look for cycles again, but less often: that took a seventh of the time of builds.

    Most of it went into looking at what has been imported, which stays until the end.
    """
    gc.freeze()
    gc.set_threshold(5_000, 20, 50)
    gc.enable()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown(
    item: pytest.Item, nextitem: pytest.Item | None
) -> Generator[None, object, object]:
    """Look no more at what a module leaves: parallel builds look for cycles after each chunk.

    After thousands of tests, each look took half a second.
    """
    done = yield
    if nextitem is None or nextitem.path != item.path:
        parsed_once.cache_clear()
        gc.collect()
        gc.freeze()
    return done


def built_once(files: Files, jobs: int = 1, **settings: Any) -> Any:
    """Return a fixture: the site of some files, built once for a module.

    Its pages show what its exports say, by the checks that `build/site_faults.yaml` tries.
    """

    @pytest.fixture(scope="module")
    def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
        return _agreeing(InlineSite(tmp_path_factory.mktemp("built"), files, settings), jobs)

    return built


def _agreeing(site: InlineSite, jobs: int = 1) -> Built:
    """Build a site without a warning; all pages and exports say the same of each object."""
    built = site.build(jobs=jobs)
    assert built.messages == []
    assert [str(finding) for finding in findings(built.output)] == []
    return built


class MakeSite(Protocol):
    """Makes a source folder of files, with some settings changed; `build()` builds it."""

    def __call__(self, files: Files, **settings: Any) -> InlineSite: ...


@pytest.fixture
def make_site(tmp_path: Path) -> MakeSite:
    """Return the factory of small sites."""

    def make(files: Files, **settings: Any) -> InlineSite:
        return InlineSite(tmp_path, files, settings)

    return make


class Edited(Protocol):
    """Builds the small workshop with some files changed, and some settings."""

    def __call__(self, changes: Files, **settings: Any) -> Built: ...


@pytest.fixture(scope="session")
def edited(tmp_path_factory: pytest.TempPathFactory) -> Edited:
    """Return what edits one folder for each group of settings, and builds incrementally.

    It takes a third of a build of its own. What one call gave stands until the next.
    """
    sites: dict[str, InlineSite] = {}

    def edit(changes: Files, **settings: Any) -> Built:
        key = repr(settings)
        if key not in sites:
            sites[key] = InlineSite(tmp_path_factory.mktemp("edited"), FILES, settings)
        sites[key].hold(FILES | changes)
        return sites[key].build()

    return edit


@pytest.fixture(scope="session")
def started(tmp_path_factory: pytest.TempPathFactory) -> MakeSite:
    """Return what makes sites that are built already, into `build`.

    Each is built once, and put back to that state whenever it is asked for again.
    """
    built: dict[str, tuple[InlineSite, dict[str, Any], Path]] = {}

    def start(files: Files, **settings: Any) -> InlineSite:
        key = repr((files, settings))
        if key not in built:
            site = InlineSite(tmp_path_factory.mktemp("started"), files, settings)
            site.build()
            built[key] = site, {**site.settings}, site.folder.with_name(f"{site.folder.name}-kept")
            copytree(site.folder, built[key][2])
            return site
        site, chosen, kept = built[key]
        site.settings = {**chosen}
        rmtree(site.folder)
        copytree(kept, site.folder)
        return site

    return start


@pytest.fixture(scope="session")
def small(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """Return the small workshop, built once: look, do not touch."""
    return _agreeing(InlineSite(tmp_path_factory.mktemp("small"), FILES, {}))
