"""After an edit, the heads of pages and the files for machines are those of a fresh build."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from readers import json_ld
from small_workshop import CHANGES, FILES, appended, changed
from trees import differing

if TYPE_CHECKING:
    from engine_fixtures import MakeSite

pytestmark = pytest.mark.usefixtures("no_epoch")

EDITS = {
    "a session's time": changed("program/index.md", "09:00-10:00", "08:00-09:00"),
    "a session's title": changed("program/index.md", "Opening keynote", "First keynote"),
    "a speaker's name": changed("program/speakers.md", "Dana Fox", "Dana F. Fox\n:id: dana-fox"),
    "a paper's title": changed("papers/alpha.md", "# Alpha particles", "# Helium nuclei"),
    "a topic's title": changed("topics/inference.md", "# Methods of inf", "# Inf"),
    "a title on the way": changed("papers/index.md", "# Papers", "# Contributions"),
    "a further change": appended("notes.md", ":::{change} 2016-07-21\nNews.\n:::"),
    "a change taken back": {"papers/beta.md": FILES["papers/beta.md"]},
}


@pytest.mark.parametrize("edit", EDITS.values(), ids=EDITS.keys())
def test_heads_and_files_after_an_edit_equal_those_of_a_fresh_build(
    edit: dict[str, str], make_site: MakeSite
) -> None:
    site = make_site(FILES | CHANGES)
    site.build()
    site.write(edit)
    assert differing(site.build().output, site.build("fresh").output) == []


@pytest.mark.parametrize("name", [*EDITS][:4])
def test_the_event_on_the_home_page_follows_the_schedule(name: str, make_site: MakeSite) -> None:
    site = make_site(FILES)
    before = json_ld(site.build().html("index"), "Event")
    site.write(EDITS[name])
    after = site.build()
    assert "index" in after.written
    assert json_ld(after.html("index"), "Event") != before
