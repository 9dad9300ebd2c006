"""The small workshop with calendars, its repository, and dates that no environment sets."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from calendar_pages import FEEDS
from repository import Repository
from small_workshop import FILES

if TYPE_CHECKING:
    from engine_fixtures import MakeSite
    from inline_site import InlineSite


@pytest.fixture
def no_epoch(monkeypatch: pytest.MonkeyPatch) -> None:
    """Take away the date that an environment may set for all builds."""
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)


@pytest.fixture
def workshop(make_site: MakeSite) -> InlineSite:
    """Return the small workshop, with its calendars on its pages."""
    return make_site(FILES | FEEDS)


@pytest.fixture
def repository(workshop: InlineSite) -> Repository:
    """Return the small workshop's repository, whose first commit is of the first of May."""
    repository = Repository(workshop.source)
    repository.commit(1)
    return repository
