"""The site in each state that conf.py may name: it builds, agrees, and keeps its addresses."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from conf import workshop
from inline_site import all_words, only, parsed
from real_site import ROOT, run_sphinx
from sphinx_workshop.core.model import State
from sphinx_workshop.site_check import addresses, findings

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="module", params=State)
def in_state(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of the site as it is in a state, built with every warning an error."""
    folder = tmp_path_factory.mktemp(request.param)
    return run_sphinx(ROOT, folder, "-D", f"workshop.state={request.param}")


def test_every_state_agrees_with_itself_and_keeps_its_addresses(in_state: Path) -> None:
    published = addresses.listed((ROOT / "addresses.txt").read_text("utf-8"))
    assert addresses.missing(in_state, published) == []
    assert [f"{finding.page}: {finding.message}" for finding in findings(in_state)] == []


def test_every_state_has_a_title_area_of_its_own(in_state: Path, site: Path) -> None:
    state = in_state.parent.name.rstrip("0123456789")
    home = parsed(in_state / "index.html")
    head = only(home, ".workshop-event")
    assert only(head, ".workshop-stage").has_attr("data-status") == (state != State.RECORD)
    assert len(head.select(".workshop-now")) == (state == State.DAY)
    assert all_words(head, "p:last-child a")
    is_site = all_words(parsed(site / "index.html"), "h2") == all_words(home, "h2")
    assert is_site == (state == workshop.get("state", State.CALL))


def test_of_the_call_a_record_speaks_in_the_past(in_state: Path) -> None:
    closed = "The call is closed." in "".join(
        all_words(parsed(in_state / "call-for-papers/index.html"), "article p")
    )
    state = in_state.parent.name.rstrip("0123456789")
    assert closed == (state != State.CALL)
