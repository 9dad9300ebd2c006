"""Whatever a program is, and however it changes: what is imported builds."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from inline_site import InlineSite
from program_export import OF_PROGRAM, ROOMS, ProgramSite, conference, event, person
from thorough import THOROUGH

TITLES = st.sampled_from(["Hedges", "Rows", "Coffee", "Welcome", "Trees of the north"])
EVENTS = st.builds(
    event,
    st.integers(0, 2),
    st.builds("{:02}:{:02}".format, st.integers(0, 26), st.sampled_from([0, 10, 15, 30])),
    st.sampled_from([-30, 0, 5, 10, 30, 60, 90, 300, 1500]),
    st.sampled_from(ROOMS[:2]),
    TITLES,
    type=st.sampled_from(["Talk", "Keynote", "Break", None]),
    guid=st.integers(0, 30).map("g{}".format),
    persons=st.lists(st.sampled_from(["Ada Hill", "Bo Ray", "Cy Ng"]).map(person), max_size=2),
    abstract=st.sampled_from(["", "What *grows*.", "room: here", ":id: x", "- a\n- b"]),
)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> InlineSite:
    return InlineSite(tmp_path_factory.mktemp("built"), {}, OF_PROGRAM)


@settings(
    max_examples=200 if THOROUGH else 8,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
@given(st.lists(EVENTS, min_size=5, max_size=40), st.lists(EVENTS, min_size=5, max_size=40))
def test_any_program_and_any_change_of_it_builds(
    tmp_path_factory: pytest.TempPathFactory,
    built: InlineSite,
    first: list[dict[str, Any]],
    later: list[dict[str, Any]],
) -> None:
    site = ProgramSite(tmp_path_factory.mktemp("program"), built)
    for events in (first, later):
        done = site.import_(conference(*events), "--update")
        assert done.code == 0, done.err
        assert "which a build rejects" not in done.out
    assert site.build().messages == []
