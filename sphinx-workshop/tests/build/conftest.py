"""The small workshop with calendars, its repository, and dates that no environment sets."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from calendar_pages import FEEDS
from inline_site import Built, InlineSite
from repository import Repository
from small_workshop import FILES

if TYPE_CHECKING:
    from engine_fixtures import MakeSite


@pytest.fixture
def no_epoch(monkeypatch: pytest.MonkeyPatch) -> None:
    """Take away the date that an environment may set for all builds."""
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)


@pytest.fixture(scope="session")
def feeds(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """Return the small workshop with its calendars on its pages, built once: do not touch."""
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv("SOURCE_DATE_EPOCH", raising=False)
        return InlineSite(tmp_path_factory.mktemp("feeds"), FILES | FEEDS, {}).build()


@pytest.fixture
def workshop(started: MakeSite, no_epoch: None) -> InlineSite:
    """Return the small workshop with its calendars on its pages, which is built already."""
    return started(FILES | FEEDS)


@pytest.fixture
def repository(workshop: InlineSite) -> Repository:
    """Return the small workshop's repository, whose first commit is of the first of May."""
    repository = Repository(workshop.source)
    repository.commit(1)
    return repository
