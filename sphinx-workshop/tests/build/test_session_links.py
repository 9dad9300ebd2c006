"""What came of a session, and who chairs it: on the schedule, in calendars, files and imports."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import exported
from calendar_entries import values
from engine_fixtures import built_once
from import_site import site_of_talks
from inline_site import all_words, links, only, words
from mistakes import Mistake, each_is_reported, in_schedule
from pretalx_exports import event, schedule
from small_workshop import FILES, changed

if TYPE_CHECKING:
    from pathlib import Path

    from inline_site import Built

AT = "https://example.org"
GIVEN = f":chair: borge-ray; ann-lee\n:video: {AT}/é\n:slides: {AT}/slides.pdf\n"
WRITTEN = {
    **changed("program/index.md", ":id: opening\n", f":id: opening\n{GIVEN}"),
    **changed("papers/alpha.md", "\nAlpha is", f":video: {AT}/alpha\n\nAlpha is"),
}
OF_OPENING = {"Recording (example.org)": f"{AT}/é", "Slides": f"{AT}/slides.pdf"}


built = built_once(FILES | WRITTEN)


@pytest.mark.parametrize("page", ["program/index", "index", "topics/robustness"])
def test_every_list_links_recording_and_slides_and_names_the_chair(built: Built, page: str) -> None:
    (item,) = built.page(page).select("[data-object='session:opening']")
    assert links(item, ".workshop-links .workshop-mark-link") == OF_OPENING
    assert "Chair: Børge Ray, Ann Lee" in all_words(item, ".workshop-note")


def test_a_session_of_a_paper_has_the_papers_recording(built: Built) -> None:
    (item,) = built.page("program/index").select("#session-alpha")
    assert links(item, ".workshop-mark-link") == {"Recording (example.org)": f"{AT}/alpha"}
    assert {"title": "Recording", "url": f"{AT}/alpha", "type": "media"} in (
        exported.talks(built)["alpha"]["links"]
    )


def test_the_entry_of_a_person_says_what_the_person_chairs(built: Built) -> None:
    (entry,) = built.page("program/speakers").select("#person-ann-lee")
    (line,) = (li for li in entry.select("li") if words(only(li, ".workshop-chip")) == "Chair")
    assert words(line).startswith("ChairOpening keynoteFriday, 22 July 2016, 09:00–10:00")


def test_calendars_attach_what_there_is(built: Built) -> None:
    entry = exported.entries(built, "opening.ics")["opening"]
    assert values(entry, "ATTACH") == [f":{AT}/%C3%A9", f":{AT}/slides.pdf"]
    said = str(entry["DESCRIPTION"]).splitlines()
    assert said[2:] == [
        "Chair: Børge Ray, Ann Lee", f"Recording: {AT}/é", f"Slides: {AT}/slides.pdf"
    ]  # fmt: skip


def test_files_for_apps_have_the_links(built: Built) -> None:
    opening = exported.talks(built)["opening"]
    assert opening["links"] == [{"title": "Recording", "url": f"{AT}/%C3%A9", "type": "media"}]
    slides = {"title": "Slides", "url": f"{AT}/slides.pdf", "type": "slides"}
    assert opening["attachments"] == [slides]
    assert [person["name"] for person in opening["persons"]] == ["Dana Fox"]


SLIDES = {"title": "Our slides", "url": f"{AT}/slides.pdf", "type": "slides"}
VIDEO = {"title": "Recording", "url": f"{AT}/video"}
MAP = {"title": "Map", "url": f"{AT}/map", "type": "related"}


def test_an_import_brings_them_and_names_other_links(tmp_path: Path) -> None:
    site = site_of_talks(tmp_path)
    given = event(links=[VIDEO, MAP], attachments=[SLIDES])
    done = site.import_(schedule(given))
    assert f":video: {AT}/video\n:slides: {AT}/slides.pdf\n" in site.read("program/index.md")
    assert "links (talks that have it: 1)" in done.out
    assert "attachments" not in done.out
    given["links"] = [VIDEO | {"url": f"{AT}/cut"}]
    done = site.import_(schedule(given), "--update=video")
    assert f":video: {AT}/cut\n" in site.read("program/index.md")
    assert "talks that have it" not in done.out


def test_an_import_of_a_papers_session_says_where_its_recording_belongs(tmp_path: Path) -> None:
    site = site_of_talks(tmp_path)
    paper = "# The talk\n\n:::{paper} 7\n:authors: Ann Lee*\n\nWords.\n:::\n"
    site.write("program/papers/the-talk.md", paper)
    done = site.import_(schedule(event(links=[VIDEO])))
    assert f"'The talk' has `:video: {AT}/video`; write it on the page of paper" in done.out
    assert "'the-talk'" in done.out
    assert ":video:" not in site.read("program/index.md")


def test_an_address_that_is_none_is_not_imported(tmp_path: Path) -> None:
    site = site_of_talks(tmp_path)
    done = site.import_(schedule(event(links=[VIDEO | {"url": "javascript:alert(1)"}])))
    assert ":video:" not in site.read("program/index.md")
    assert "links (talks that have it: 1)" in done.out


def test_a_person_who_is_no_longer_named_chairs_nothing(tmp_path: Path) -> None:
    site = site_of_talks(tmp_path)
    assert site.import_(schedule(event())).code == 0
    site.replace("program/index.md", ":speakers: ann-lee\n", ":chair: ann-lee; bo-ray\n")
    assert site.run("unlist-person", "Ann Lee").code == 0
    assert ":chair: bo-ray\n" in site.read("program/index.md")


PLACE = ":id: OWN\n:time: 14:00-15:00\n"
MISTAKES: dict[str, Mistake] = {
    "recording without an address": in_schedule(
        f"{PLACE}:video: nowhere", ":video: nowhere", "session 'OWN'", "video 'nowhere': write"
    ),
    "chair that nobody is": in_schedule(
        f"{PLACE}:chair: dana-vox", ":chair: dana-vox",
        "unknown person 'dana-vox'; did you mean 'dana-fox'?",
    ),
}  # fmt: skip

test_a_wrong_value_is_reported = each_is_reported(MISTAKES)
