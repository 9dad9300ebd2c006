"""The site in each state that conf.py may name: it builds, agrees, and keeps its addresses."""

from __future__ import annotations

from pathlib import Path

import pytest

from conf import workshop
from inline_site import all_words, only, parsed
from real_site import ROOT, run_sphinx
from sphinx_workshop.core.model import State
from sphinx_workshop.site_check import addresses, findings
from thorough import THOROUGH

OWN = workshop.get("state", State.CALL)
# Once a week, `make rebuilds` builds the site in each.
STATES = [state for state in State if THOROUGH or state in {OWN, State.DAY}]


@pytest.fixture(scope="module", params=STATES)
def in_state(
    request: pytest.FixtureRequest, site: Path, tmp_path_factory: pytest.TempPathFactory
) -> tuple[State, Path]:
    """Return a state, and the folder of the site in it, built with every warning an error."""
    state = State(request.param)
    if state == OWN:
        return state, site
    return state, run_sphinx(ROOT, tmp_path_factory.mktemp(state), "-D", f"workshop.state={state}")


def test_every_state_agrees_with_itself_and_keeps_its_addresses(
    in_state: tuple[State, Path],
) -> None:
    state, folder = in_state
    published = addresses.listed((ROOT / "addresses.txt").read_text("utf-8"))
    assert addresses.missing(folder, published) == []
    found = findings(folder) if state != OWN else []  # which test_agreement.py asks
    assert [f"{finding.page}: {finding.message}" for finding in found] == []


def test_every_state_has_a_title_area_of_its_own_and_speaks_of_the_call_in_its_tense(
    in_state: tuple[State, Path], site: Path
) -> None:
    state, folder = in_state
    home, call = (parsed(folder / f"{name}index.html") for name in ("", "call-for-papers/"))
    head = only(home, ".workshop-event")
    assert only(head, ".workshop-stage").has_attr("data-status") == (state != State.RECORD)
    assert len(head.select(".workshop-now")) == (state == State.DAY)
    assert all_words(head, "p:last-child a")
    is_site = all_words(parsed(site / "index.html"), "h2") == all_words(home, "h2")
    assert is_site == (state == OWN)
    closed = "The call is closed." in "".join(all_words(call, "article p"))
    assert closed == (state != State.CALL)
