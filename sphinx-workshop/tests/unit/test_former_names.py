"""Former names are recognized, and can be read nowhere."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from sphinx_workshop.core.errors import CommandError
from sphinx_workshop.imports.former_names import LONGEST, FormerNames
from sphinx_workshop.imports.state import State, read_state

if TYPE_CHECKING:
    from pathlib import Path


def test_a_former_name_leads_to_the_present_one_however_it_is_spelled() -> None:
    former = FormerNames()
    former.add(["Ann Lee", "A. Lee"], "Max Lee")
    former.add(["Cy Fox"], "")
    assert former.current("Ánn  LEE") == "Max Lee"
    assert former.current("A. Lee") == "Max Lee"
    assert former.current("Cy Fox") == ""
    assert former.current("Max Lee") is None
    assert former.current("Bo Ray") is None


def test_who_changes_a_name_twice_or_back_has_the_last_one() -> None:
    former = FormerNames()
    former.add(["Ann Lee"], "Max Lee")
    former.add(["Max Lee"], "Max Ray")
    assert former.current("Ann Lee") == "Max Ray"
    former.add(["Max Ray"], "Ann Lee")
    assert former.current("Ann Lee") is None
    assert former.current("Max Lee") == "Ann Lee"


def test_the_file_tells_neither_name_nor_whether_there_is_a_new_one(tmp_path: Path) -> None:
    state = State()
    state.former.add(["Ann Lee"], "Max Lee")
    state.former.add(["Cy Fox"], "")
    text = state.text()
    for word in ("Ann", "Max", "Lee", "Fox", "ann-lee"):
        assert word not in text
    hidden = json.loads(text)["former_names"]["names"]
    assert len({len(value) for value in hidden.values()}) == 1
    (tmp_path / "imported.json").write_text(text, encoding="utf-8")
    again = read_state(tmp_path / "imported.json")
    assert again.text() == text
    assert again.former.current("Ann Lee") == "Max Lee"


def test_the_same_name_has_another_digest_on_each_site() -> None:
    one, other = FormerNames(), FormerNames()
    for former in (one, other):
        former.add(["Ann Lee"], "Max Lee")
    assert one.names.keys().isdisjoint(other.names)


def test_a_name_that_is_no_name_for_its_length_is_rejected() -> None:
    with pytest.raises(CommandError, match="too long for a name; shorten it"):
        FormerNames().add(["Ann Lee"], "x" * (LONGEST + 1))


def test_broken_digests_are_rejected_as_a_broken_file(tmp_path: Path) -> None:
    path = tmp_path / "imported.json"
    path.write_text('{"former_names": {"salt": "zz", "names": {"ab": "cd"}}}', encoding="utf-8")
    with pytest.raises(CommandError, match="cannot be read"):
        read_state(path)
