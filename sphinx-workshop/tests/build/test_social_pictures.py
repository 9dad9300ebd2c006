"""Links to papers show a picture of the paper, drawn by the build that is published."""

from __future__ import annotations

import io
import os
from typing import TYPE_CHECKING, Any

import pytest
from PIL import Image, ImageChops, ImageColor

from inline_site import SETTINGS, InlineSite, ended
from readers import json_ld
from small_workshop import FILES, changed
from sphinx_workshop.site.social import Card, drawing
from trees import differing

if TYPE_CHECKING:
    from pathlib import Path

    from bs4 import BeautifulSoup

    from engine_fixtures import MakeSite
    from inline_site import Built

AT = "https://example.org/2016/"
ON: dict[str, Any] = {
    "extensions": [*SETTINGS["extensions"], "sphinx_workshop.site.social"],
    "workshop_page_image": ("site.png", "A meadow"),
    "workshop_social_pictures": True,
}
LOOK = drawing.Look(background="#0b0e16", accent="#f2b65a")


def card(title: str = "Alpha particles", *names: str, label: str = "Poster") -> Card:
    return Card("alpha.png", True, label, title, names, "Learning from Meadows")


def pixels(png: bytes) -> Image.Image:
    return Image.open(io.BytesIO(png)).convert("RGB")


def right_edge(png: bytes) -> int:
    """Return how far words reach, in pixels from the left."""
    image = pixels(png).crop((MARK, 0, drawing.WIDTH, drawing.HEIGHT))
    ground = Image.new("RGB", image.size, LOOK.background)
    box = ImageChops.difference(image, ground).getbbox()
    return MARK + box[2] if box else 0


MARK = 16
"""The pixels of the mark at the left of pictures without a drawing."""


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    files = FILES | changed("papers/alpha.md", ":code:", ":video: https://example.org/seen\n:code:")
    built = InlineSite(tmp_path_factory.mktemp("social"), files, ON).build()
    assert built.messages == []
    return built


def tags(page: BeautifulSoup) -> dict[str, str]:
    """Return the tags by which networks show a link."""
    found = page.select("meta[property^='og:image'], meta[name='twitter:card']")
    return {str(tag.get("property") or tag["name"]): str(tag["content"]) for tag in found}


def drawn_in(built: Built) -> dict[str, bytes]:
    """Return the pictures that a build has drawn, by their paths."""
    found = (path for path in built.output.rglob("*.png") if "_static" not in path.parts)
    return {path.relative_to(built.output).as_posix(): path.read_bytes() for path in found}


def test_a_paper_s_page_names_its_picture_and_what_it_shows(built: Built) -> None:
    assert tags(built.html("papers/alpha")) == {
        "twitter:card": "summary_large_image",
        "og:image": f"{AT}papers/alpha.png",
        "og:image:width": "1200",
        "og:image:height": "630",
        "og:image:alt": (
            "Alpha particles · Ann Lee, Børge Ray · Learning from Meadows · FIELD 2016"
        ),
    }
    assert tags(built.html("notes"))["og:image"] == f"{AT}site.png"


def test_a_picture_says_first_that_a_paper_is_withdrawn_or_a_session_cancelled(
    make_site: MakeSite, built: Built
) -> None:
    files = changed("papers/alpha.md", ":code:", ":withdrawn: 2016-08-01 Wrong data\n:code:")
    files |= changed("program/index.md", ":id: opening\n", ":id: opening\n:status: cancelled\n")
    marked = make_site(FILES | files, **ON).build()
    said = tags(marked.html("papers/alpha"))["og:image:alt"]
    assert said.startswith("Withdrawn on 1 August 2016 · Alpha particles · Ann Lee")
    for name in ("papers/alpha.png", "program/sessions/opening.png"):
        assert drawn_in(marked)[name] != drawn_in(built)[name]


def test_each_paper_and_session_has_one_of_the_right_size(built: Built) -> None:
    found = drawn_in(built)
    assert {name for name in found if name.startswith(("papers/", "program/"))} == found.keys()
    assert {"papers/alpha.png", "program/sessions/opening.png"} <= found.keys()
    assert "program/sessions/alpha.png" not in found  # its paper's
    assert len({*found.values()}) == len(found)
    for png in found.values():
        assert Image.open(io.BytesIO(png)).size == (1200, 630)
        assert len(png) < 60_000


def test_the_event_in_json_ld_has_the_pictures_of_its_sessions(built: Built) -> None:
    parts = json_ld(built.html("index"), "Event")["subEvent"]
    assert {part["name"]: part["image"] for part in parts} == {
        "Opening keynote": [f"{AT}program/sessions/opening.png"],
        "Alpha particles": [f"{AT}papers/alpha.png"],
    }


def test_a_recording_has_the_picture_of_its_paper(built: Built) -> None:
    article = json_ld(built.html("papers/alpha"), "ScholarlyArticle")
    _, talk = json_ld(built.html("index"), "Event")["subEvent"]
    for video in (article["video"], talk["recordedIn"]):
        assert video["thumbnailUrl"] == f"{AT}papers/alpha.png"


def test_other_builds_draw_none_and_delete_what_was_drawn(started: MakeSite) -> None:
    site = started(FILES, **ON)
    assert drawn_in(site.build())
    site.configure(workshop_social_pictures=False)
    built = site.build()
    assert drawn_in(built) == {}
    assert tags(built.html("papers/alpha"))["og:image"] == f"{AT}site.png"


def test_only_what_changed_is_drawn_again(
    started: MakeSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = started(FILES, **ON)
    drawn: list[str] = []
    draw = drawing.drawn

    def note(card: Card, look: drawing.Look) -> bytes:
        drawn.append(card.path)
        return draw(card, look)

    monkeypatch.setattr(drawing, "drawn", note)
    site.write(changed("papers/alpha.md", "Alpha particles", "Alpha rays"))
    built = site.build()
    assert drawn == ["papers/alpha.png"]
    assert differing(built.output, site.build("fresh").output) == []


def test_signs_that_the_letters_lack_leave_the_picture_of_the_site(make_site: MakeSite) -> None:
    site = make_site(FILES | changed("papers/alpha.md", "Alpha particles", "Alpha 粒子"), **ON)
    built = site.build()
    assert built.messages == []
    assert "papers/alpha.png" not in drawn_in(built)
    assert tags(built.html("papers/alpha"))["og:image"] == f"{AT}site.png"
    assert "the font has no “子粒”" in built.app.status.getvalue()


@pytest.mark.parametrize(
    ("look", "message"),
    [
        ({"acent": "#fff"}, "there is no 'acent'; choose among background, text, muted, accent"),
        (
            {"accent": "gold-ish"},
            "accent 'gold-ish' is not an opaque color; write one like #14171f",
        ),
        ({"text": "#ffffff80"}, "text '#ffffff80' is not an opaque color; write one like #14171f"),
        ({"picture": "none.png"}, "picture 'none.png' is not a file"),
        ({"picture": "index.md"}, "picture 'index.md' is not a picture that can be read"),
    ],
    ids=["name", "color", "opacity", "file", "format"],
)
def test_a_look_that_cannot_be_is_reported(
    make_site: MakeSite, look: dict[str, str], message: str
) -> None:
    said = "\n".join(ended(make_site(FILES, **ON, workshop_social_look=look)))
    assert f"workshop_social_look in conf.py: {message}" in said


# The drawing -----------------------------------------------------------------------------------


def test_the_letters_have_names_as_people_write_them() -> None:
    names = ("Bruno Régaldo-Saint Blancard", "Aleksandra Ćiprijanović", "Eva Švéda", "Ælfrīc Łęski")
    assert drawing.missing(card("Größe “β” – naïve Ζεύς, Жук", *names)) == ""


@pytest.mark.parametrize("picture", [False, True], ids=["mark", "drawing"])
@pytest.mark.parametrize(
    "title", ["LINNA", "Words " * 60, "Supercalifragilistic" * 8], ids=["short", "long", "unbroken"]
)
@pytest.mark.parametrize("people", [0, 40])
@pytest.mark.parametrize("notices", [(), ("Withdrawn on 1 August 2016", "Moved " * 30)])
def test_words_stay_in_their_place(
    tmp_path: Path, title: str, people: int, notices: tuple[str, ...], picture: bool
) -> None:
    look = LOOK
    if picture:
        Image.new("RGB", (1200, 630), LOOK.background).save(tmp_path / "art.png")
        look = LOOK._replace(picture=str(tmp_path / "art.png"))
    named = card(title, *(f"Maximiliane Musterfrau {n}" for n in range(people)))
    png = drawing.drawn(named._replace(notices=notices), look)
    edge = drawing.BESIDE_PICTURE if picture else drawing.WIDTH - drawing.MARGIN
    assert right_edge(png) <= edge + 2  # a letter may reach past its own width
    assert len(png) < 60_000


@pytest.mark.parametrize(
    ("accent", "background"),
    [("#7a1f5c", "#14171f"), ("#ffe08a", "#ffffff"), ("#f2b65a", "#0b0e16")],
)
def test_a_label_can_be_read_whatever_the_accent(accent: str, background: str) -> None:
    text = "#000000" if background == "#ffffff" else "#ffffff"
    look = drawing.Look(background=background, text=text, accent=accent)
    red, green, blue, *_ = ImageColor.getrgb(background)
    assert drawing._contrast(drawing._label_color(look), (red, green, blue)) >= 4.5
    if accent == "#f2b65a":  # one that can be read stays as it is
        assert drawing._label_color(look) == ImageColor.getrgb(accent)


def test_many_names_say_how_many_others_there_are() -> None:
    font = drawing._font(30, 400)
    lines = drawing._names(tuple(f"Maximiliane Musterfrau {n}" for n in range(40)), font, 648)
    assert len(lines) == 2
    assert lines[-1].endswith("others")
    assert drawing._names(("Ann Lee", "Bo Ray"), font, 648) == [
        "Ann\N{NO-BREAK SPACE}Lee, Bo\N{NO-BREAK SPACE}Ray"
    ]


def test_the_same_words_are_the_same_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    first = drawing.drawn(card("Alpha", "Ann Lee"), LOOK)
    for kept in (drawing._font, drawing._ground, drawing._palette):
        kept.cache_clear()
    monkeypatch.setitem(os.environ, "LC_ALL", "tr_TR.UTF-8")
    assert drawing.drawn(card("Alpha", "Ann Lee"), LOOK) == first
