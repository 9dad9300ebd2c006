"""After an edit, the heads of pages and the files for machines are those of a fresh build."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from readers import json_ld
from small_workshop import CHANGES, FILES, appended, changed
from trees import differing

if TYPE_CHECKING:
    from engine_fixtures import MakeSite
    from inline_site import Built

pytestmark = pytest.mark.usefixtures("no_epoch")

EDITS = {
    "a paper's title": changed("papers/alpha.md", "# Alpha particles", "# Helium nuclei"),
    "a title on the way": changed("papers/index.md", "# Papers", "# Contributions"),
    "a further change": appended("notes.md", ":::{change} 2016-07-21\nNews.\n:::"),
    "a change taken back": {"papers/beta.md": FILES["papers/beta.md"]},
}


@pytest.mark.parametrize("edit", EDITS.values(), ids=EDITS.keys())
def test_heads_and_files_after_an_edit_equal_those_of_a_fresh_build(
    edit: dict[str, str], started: MakeSite
) -> None:
    site = started(FILES | CHANGES)
    site.write(edit)
    assert differing(site.build().output, site.build("fresh").output) == []


def test_the_event_on_the_home_page_follows_the_schedule(started: MakeSite, small: Built) -> None:
    site = started(FILES)
    site.write(changed("program/index.md", "Opening keynote", "First keynote"))
    after = site.build()
    assert "index" in after.written
    (before, *_), (event, *_) = (
        json_ld(built.html("index"), "Event")["subEvent"] for built in (small, after)
    )
    assert (before["name"], event["name"]) == ("Opening keynote", "First keynote")
