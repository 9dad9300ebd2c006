"""A build after one that an error ended goes on from what was read before."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING
from unittest.mock import Mock

import pytest
from sphinx.errors import SphinxError

from small_workshop import FILES, appended, changed
from sphinx_workshop.domain.domain import WorkshopDomain
from trees import differing

if TYPE_CHECKING:
    from engine_fixtures import MakeSite


def test_a_build_after_one_that_an_error_ended_reads_what_has_changed(started: MakeSite) -> None:
    site = started(FILES)
    site.write({**appended("notes.md", "More words."), "assets/7.pdf": "No PDF."})
    assert site.build().status == 2
    site.write({"assets/7.pdf": None})
    corrected = site.build()
    assert corrected.read == ["notes"]
    assert differing(corrected.output, site.build("fresh").output) == []


def test_what_was_read_before_an_error_is_read_again(
    started: MakeSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = started(FILES)
    site.write(changed("topics/inference.md", "# Methods of inference", "# Inferring"))
    with monkeypatch.context() as patch:
        patch.setattr(WorkshopDomain, "check_consistency", Mock(side_effect=SphinxError))
        with pytest.raises(SphinxError):
            site.build()
    site.hold(FILES)
    os.utime(site.source / "topics" / "inference.md", (0, 0))  # no time tells that it changed
    corrected = site.build()
    assert corrected.read == ["topics/inference"]
    assert differing(corrected.output, site.build("fresh").output) == []
