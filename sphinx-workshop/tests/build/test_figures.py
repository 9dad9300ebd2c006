"""Papers' figures and people's photos: where they are shown, and what a mistake says."""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING
from urllib.parse import unquote

import pytest

import exported
from inline_site import SETTINGS, Built, InlineSite, only, words
from small_workshop import FILES, changed
from sphinx_workshop.site_check import findings
from sphinx_workshop.site_check.metadata import json_ld

if TYPE_CHECKING:
    from pathlib import Path

    from bs4 import Tag

    from engine_fixtures import MakeSite

FIGURE = ":figure: ../assets/alpha ray.png\n:alt: A <bent> ray\n:caption: What is seen.\n"
PHOTO = ":photo: ../assets/fox.svg\n:alt: A fox\n:credit: Bo & Cy\n"
CHANGED = {
    **changed("papers/alpha.md", "\nAlpha is", f"{FIGURE}\nAlpha is"),
    **changed("program/speakers.md", "te\n:::", f"te\n{PHOTO}\nKnows foxes.\n:::"),
}


def png(width: int, height: int, size: int = 20) -> bytes:
    """Return the beginning of a PNG file, which is all that is read of it."""
    head = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + struct.pack(">II", width, height)
    return head + bytes(size)


def site_of(folder: Path, files: dict[str, str]) -> InlineSite:
    site = InlineSite(folder, FILES | files, {})
    assets = site.source / "assets"
    assets.mkdir(exist_ok=True)
    (assets / "alpha ray.png").write_bytes(png(600, 400))
    svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 80 90"/>'
    (assets / "fox.svg").write_text(svg, "utf-8")
    return site


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    built = site_of(tmp_path_factory.mktemp("figures"), CHANGED).build(jobs=2)
    assert built.messages == []
    return built


def checked(built: Built, page: str, picture: Tag) -> dict[str, str]:
    """Return the attributes of a picture whose file is there."""
    source = unquote(str(picture["src"]))
    assert (built.output / page).parent.joinpath(source).resolve().is_file(), source
    names = ("alt", "width", "height", "loading")
    return {name: str(picture.get(name)) for name in names}


def test_a_page_shows_its_figure_with_words_and_room_for_it(built: Built) -> None:
    figure = only(built.page("papers/alpha"), "figure")
    shown = checked(built, "papers/alpha.html", only(figure, "img"))
    assert shown == {"alt": "A <bent> ray", "width": "600", "height": "400", "loading": "lazy"}
    assert words(only(figure, "figcaption")).startswith("What is seen.")


@pytest.mark.parametrize("page", ["papers/index", "topics/inference", "index"])
def test_lists_show_it_small(built: Built, page: str) -> None:
    (picture,) = built.page(page).select(".workshop-papers img.workshop-thumbnail")
    shown = checked(built, f"{page}.html", picture)
    assert (shown["alt"], shown["loading"]) == ("A <bent> ray", "lazy")
    assert "Alpha particles" in words(picture.parent) if picture.parent else False


def test_a_photo_stands_beside_the_entry_and_in_lists_of_people(built: Built) -> None:
    entry = only(built.page("program/speakers"), "#person-dana-fox")
    shown = checked(built, "program/speakers.html", only(entry, "img.workshop-avatar"))
    assert shown == {"alt": "A fox", "width": "80", "height": "90", "loading": "lazy"}
    assert "Photo: Bo & Cy" in words(entry)
    listed = built.page("index").select(".workshop-people img.workshop-avatar")
    assert [checked(built, "index.html", each)["alt"] for each in listed] == ["A fox"]


def test_data_and_files_for_apps_have_both(built: Built) -> None:
    figures = {id: paper.get("figure") for id, paper in exported.papers(built).items()}
    assert figures["alpha"]
    address = figures["alpha"].pop("url")
    assert address.endswith("/_images/alpha%20ray.png")
    assert figures["alpha"] == {"alt": "A <bent> ray", "caption": "What is seen."}
    assert figures["beta"] is None
    talks = exported.talks(built)
    assert talks["alpha"]["logo"] == address
    (fox,) = talks["opening"]["persons"]
    assert (fox["biography"], fox["avatar"].rpartition("/")[2]) == ("Knows foxes.", "fox.svg")


def test_metadata_have_both(built: Built) -> None:
    article = exported.article(built, "papers/alpha")
    assert article["image"]["description"] == "A <bent> ray"
    assert (article["image"]["width"], article["image"]["height"]) == (600, 400)
    blocks = json_ld(built.html("program/speakers"))
    (fox,) = (block for block in blocks if block.get("name") == "Dana Fox")
    assert fox["@type"] == "Person"
    assert (fox["image"]["creditText"], fox["description"]) == ("Bo & Cy", "Knows foxes.")
    assert fox["url"] in [found.get("url") for found in exported.event(built)["performer"]]


def test_the_site_agrees_with_itself(built: Built) -> None:
    assert [found.message for found in findings(built.output)] == []


def test_a_new_file_of_the_same_name_changes_the_room_for_it(tmp_path: Path) -> None:
    site = site_of(tmp_path, CHANGED)
    site.build()
    (site.source / "assets/alpha ray.png").write_bytes(png(300, 500))
    built = site.build()
    for page, place in (("papers/alpha", "figure img"), ("papers/index", ".workshop-thumbnail")):
        assert only(built.page(page), place)["height"] == "500"


def test_mistakes_are_reported_where_they_stand(make_site: MakeSite, tmp_path: Path) -> None:
    large = tmp_path.parent / f"{tmp_path.name}-outside.png"
    large.write_bytes(png(10, 10))
    paper = FILES["papers/alpha.md"]

    def with_figure(path: str, alt: str = ":alt: A ray\n") -> str:
        return paper.replace("\nAlpha is", f":figure: {path}\n{alt}\nAlpha is")

    texts = {
        "gone": with_figure("../assets/gone.png"),
        "heavy": with_figure("../assets/heavy.png"),
        "wide": with_figure("../assets/wide.png"),
        "broken": with_figure("../assets/broken.png"),
        "outside": with_figure(f"../../{large.name}"),
        "silent": with_figure("../assets/heavy.png", ""),
        "alone": paper.replace("\nAlpha is", ":alt: A ray\n\nAlpha is"),
    }
    numbered = {
        f"papers/{name}.md": text.replace("{paper} 7", f"{{paper}} {number}")
        for number, (name, text) in enumerate(texts.items(), 100)
    }
    plain = [name for name in SETTINGS["extensions"] if not name.endswith("content_lint")]
    site = make_site(FILES | numbered, extensions=plain)
    (site.source / "assets").mkdir()
    for name, data in {
        "heavy": png(10, 10, 200_000 - 23), "wide": png(2_001, 10), "broken": b"no picture",
    }.items():  # fmt: skip
        (site.source / f"assets/{name}.png").write_bytes(data)
    said = {
        m.file: (numbered[m.file].splitlines()[m.line - 1].split()[0], m.text)
        for m in site.build().messages
        if m.file in numbered
    }
    for name, (line, message) in {
        "gone": (":figure:", "there is no such file; write its path from this page’s file"),
        "heavy": (
            ":figure:",
            "it has 200,001 bytes, and may have at most 200,000; make it smaller",
        ),
        "wide": (":figure:", "it has 2,001 by 10 pixels, and may have at most 2,000 either way"),
        "broken": (
            ":figure:",
            "it is not a picture with a size; save it as PNG, JPEG, WebP or SVG",
        ),
        "outside": (":figure:", "it is outside of the site’s folder; move it into that"),
        "silent": (":figure:", "alt is missing; say what the figure shows"),
        "alone": (":alt:", "alt: there is no figure; add a line `:figure: …`, or delete this one"),
    }.items():
        where, text = said[f"papers/{name}.md"]
        assert where == line, name
        assert message in text, name


def test_a_picture_that_the_lint_rejects_ends_no_build(make_site: MakeSite) -> None:
    photo = PHOTO.replace("../assets/fox.svg", "../elsewhere/fox.svg")
    paper = FIGURE.replace("../assets/alpha ray.png", "../elsewhere/fox.svg")
    files = {
        **changed("program/speakers.md", "te\n:::", f"te\n{photo}:::"),
        **changed("papers/alpha.md", "\nAlpha is", f"{paper}\nAlpha is"),
        "elsewhere/fox.svg": '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 9"/>',
    }
    found = make_site(FILES | files, exclude_patterns=["elsewhere/**"]).build().messages
    assert {(m.file, "outside" in m.text) for m in found} == {
        ("program/speakers.md", True),
        ("papers/alpha.md", True),
    }
