"""Blocks of a page for one state of the site: which lines are left, and on which lines."""

from __future__ import annotations

import pytest

from sphinx_workshop.core.model import State
from sphinx_workshop.core.state_blocks import only_for, state_blocks

PAGE = """\
# Meadows

:::{state} call
## Send hay
:::

::::{state} day; record
:::{note}
It is here.
:::
::::

For all.
""".splitlines()


def test_a_block_within_a_block_is_for_the_states_of_both() -> None:
    page = ["::::{state} call; day", ":::{state} day", "Both", ":::", "One", "::::"]
    assert [line for line in only_for(page, State.CALL) if line] == ["One"]
    assert [line for line in only_for(page, State.DAY) if line] == ["Both", "One"]
    assert not any(only_for(page, State.RECORD))


def test_a_block_stands_inside_of_other_directives() -> None:
    page = ["::::{note}", ":::{workshop:state} day", "Now.", ":::", "::::"]
    assert only_for(page, State.DAY) == ["::::{note}", "", "Now.", "", "::::"]
    assert only_for(page, State.CALL) == ["::::{note}", "", "", "", "::::"]


def test_without_a_state_only_what_stands_in_no_block_is_left() -> None:
    assert [line for line in only_for(PAGE) if line] == ["# Meadows", "For all."]


def test_code_that_shows_a_block_stays() -> None:
    page = ["```markdown", ":::{state} day", "Now.", ":::", "```"]
    assert only_for(page, State.CALL) == page


@pytest.mark.parametrize(
    ("written", "mistake"),
    [
        ("recrod", "state 'recrod': choose among call, day, record; did you mean 'record'?"),
        ("day; x", "state 'x': choose among call, day, record"),
        ("", "state '': it is empty; write a value"),
    ],
)
def test_wrong_states_are_named_and_what_is_written_is_shown(written: str, mistake: str) -> None:
    page = [f":::{{state}} {written}", "Kept.", ":::"]
    (block,) = state_blocks(page)
    assert block.mistake.startswith(mistake)
    for state in State:
        assert only_for(page, state) == ["", "Kept.", ""]
