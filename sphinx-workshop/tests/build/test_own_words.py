"""A conference's own kinds, roles and formats stand wherever the engine's do."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import exported
from engine_fixtures import built_once
from inline_site import SETTINGS, all_words
from search_index import SearchIndex
from small_workshop import FILES, changed

if TYPE_CHECKING:
    from bs4 import Tag

    from engine_fixtures import Edited, MakeSite
    from inline_site import Built

FACTS: dict[str, Any] = SETTINGS["workshop"] | {
    "kinds": {"tutorial": "Tutorial", "social": ("Social evening", "line")},
    "roles": {"volunteer": "Volunteer"},
    "formats": {"oral": ("Oral", "disc")},
}
SESSIONS = """
:::::{session} Make a lens
:id: lens
:time: 11:00-12:00
:kind: tutorial
:speakers: dana-fox
:::::

:::::{session} Wine
:id: wine
:time: 18:00-20:00
:kind: social
:::::

::::::
"""
ORAL = changed("program/index.md", ":paper: alpha\n", ":paper: alpha\n:kind: oral\n")
PROGRAM = ORAL["program/index.md"].replace("\n::::::\n", SESSIONS, 1)
OWN = {
    "program/index.md": PROGRAM,
    "notes.md": FILES["notes.md"]
    + """
:::{schedule}
:kind: tutorial; social
:::

:::{paper-list}
:kind: oral
:::

:::{people}
:role: volunteer
:::
""",
    **changed("program/speakers.md", ":roles: invited\n", ":roles: invited; volunteer\n"),
}


built = built_once(FILES | OWN, jobs=2, workshop=FACTS)


def item(page: Tag, id: str) -> Tag:
    (found,) = page.select(f"[data-object='{id}']")
    return found


def test_a_session_shows_the_word_and_the_classes_of_its_kind(built: Built) -> None:
    found = item(built.page("program/index"), "session:wine")
    assert {"workshop-social", "workshop-shape-line"} <= {*found.get_attribute_list("class")}
    assert all_words(found, ".workshop-chip") == ["Social evening"]
    assert found["data-kind"] == "social"


def test_a_kind_without_a_shape_has_its_own_class_alone(built: Built) -> None:
    (chip,) = item(built.page("program/index"), "session:lens").select(".workshop-chip")
    assert chip["class"] == ["workshop-chip", "workshop-tutorial"]


def test_listings_choose_by_own_words(built: Built) -> None:
    page = built.page("notes")
    assert all_words(page, ".workshop-schedule .workshop-title") == ["Make a lens", "Wine"]
    assert all_words(page, ".workshop-papers .workshop-title") == ["Alpha particles"]
    assert all_words(page, ".workshop-people .workshop-title") == ["Ann Lee"]


def test_a_persons_card_shows_a_role_that_nothing_else_tells(built: Built) -> None:
    assert all_words(built.page("notes"), ".workshop-people .workshop-chip") == ["Volunteer"]


def test_a_paper_has_the_format_of_the_session_that_presents_it(built: Built) -> None:
    chips = all_words(built.page("papers/alpha"), "header .workshop-chip")
    assert chips == ["Oral"]
    assert all_words(built.page("papers/gamma"), "header .workshop-chip") == ["Poster"]


def test_exports_have_own_words(built: Built) -> None:
    assert exported.papers(built)["alpha"]["format"] == "oral"
    assert exported.talks(built)["lens"]["type"] == "Tutorial"
    entry = exported.entries(built, "lens.ics")["lens"]
    assert str(entry["DESCRIPTION"]).startswith("Tutorial")
    assert entry["SUMMARY"] == "Dana Fox: Make a lens"


def test_search_finds_sessions_by_own_words(built: Built) -> None:
    assert "Session Make a lens" in SearchIndex(built.output).titles("tutorial")


def test_another_word_for_a_kind_is_shown_after_the_next_build(make_site: MakeSite) -> None:
    site = make_site(FILES | OWN, workshop=FACTS)
    site.build()
    site.configure(workshop=FACTS | {"kinds": FACTS["kinds"] | {"tutorial": "Lesson"}})
    found = item(site.build().page("program/index"), "session:lens")
    assert all_words(found, ".workshop-chip") == ["Lesson"]


def test_the_engines_kinds_may_have_another_word(make_site: MakeSite) -> None:
    facts = SETTINGS["workshop"] | {"kinds": {"keynote": "Plenary", "spotlight": "Flash talk"}}
    page = make_site(FILES, workshop=facts).build().page("program/index")
    assert all_words(page, ".workshop-chip") == ["Plenary", "Flash talk", "Break"]
    keynote = item(page, "session:opening").get_attribute_list("class")
    assert "workshop-keynote" in keynote


def test_a_wrong_kind_is_reported_with_the_nearest_own_one(edited: Edited) -> None:
    wrong = {"program/index.md": PROGRAM.replace(":kind: tutorial\n", ":kind: tutorail\n")}
    (message,) = edited(wrong, workshop=FACTS).messages
    assert "did you mean 'tutorial'?" in message.text
