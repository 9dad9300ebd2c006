"""Posters and slides as files of the site: linked, published, and named by exports."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import exported
from inline_site import Built, InlineSite, links
from mistakes import Mistake, each_is_reported, in_paper
from small_workshop import FILES, changed
from sphinx_workshop.site_check import findings

if TYPE_CHECKING:
    from pathlib import Path

SITE = "https://example.org/2016/"
WRITTEN = {
    **changed(
        "papers/alpha.md",
        "\nAlpha is",
        ":slides: ../assets/talk.pptx\n:poster: ../assets/alpha poster.pdf\n\nAlpha is",
    ),
    **changed(
        "program/index.md", ":id: opening\n", ":id: opening\n:slides: ../assets/opening.pdf\n"
    ),
}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> InlineSite:
    site = InlineSite(tmp_path_factory.mktemp("assets"), FILES | WRITTEN, {})
    assets = site.source / "assets"
    assets.mkdir()
    for name in ("alpha poster.pdf", "opening.pdf"):
        (assets / name).write_bytes(b"%PDF-1.7")
    (assets / "talk.pptx").write_bytes(b"PK\x03\x04")
    return site


@pytest.fixture(scope="module")
def built(site: InlineSite) -> Built:
    built = site.build(jobs=2)
    assert built.messages == []
    return built


@pytest.mark.parametrize(
    ("page", "place", "shown"),
    [
        (
            "papers/alpha",
            "header.workshop-paper a",
            {"Poster": "../assets/alpha%20poster.pdf", "Slides": "../assets/talk.pptx"},
        ),
        ("topics/inference", ".workshop-mark-link", {"Slides": "../assets/talk.pptx"}),
        ("program/index", "#session-opening a", {"Slides": "../assets/opening.pdf"}),
        ("index", "[data-object='session:opening'] a", {"Slides": "assets/opening.pdf"}),
    ],
)
def test_pages_lead_to_the_sites_own_file(
    built: Built, page: str, place: str, shown: dict[str, str]
) -> None:
    assert shown.items() <= links(built.page(page), place).items()


def test_the_files_are_published_as_they_are(built: Built) -> None:
    for path in (built.source / "assets").iterdir():
        assert (built.output / "assets" / path.name).read_bytes() == path.read_bytes()
    assert [found.message for found in findings(built.output)] == []


def test_exports_have_the_whole_address(built: Built) -> None:
    alpha = exported.papers(built)["alpha"]
    assert alpha["poster"] == f"{SITE}assets/alpha%20poster.pdf"
    assert alpha["slides"] == f"{SITE}assets/talk.pptx"
    attached = exported.entries(built)["opening"]["ATTACH"]
    assert attached == f"{SITE}assets/opening.pdf"
    slides = exported.talks(built)["opening"]["attachments"]
    assert [found["url"] for found in slides] == [f"{SITE}assets/opening.pdf"]


def test_a_file_that_no_page_names_any_more_is_taken_back(built: Built, site: InlineSite) -> None:
    page = (site.source / "papers/alpha.md").read_text("utf-8")
    site.write({"papers/alpha.md": page.replace(":slides: ../assets/talk.pptx\n", "")})
    try:
        assert not (site.build().output / "assets/talk.pptx").exists()
    finally:
        site.write({"papers/alpha.md": page})
        assert (site.build().output / "assets/talk.pptx").exists()


def _rejected(path: str) -> Mistake:
    return in_paper(
        "\nAlpha is",
        f":poster: {path}\n\nAlpha is",
        ":poster:",
        f"poster '{path}': there is no PDF, picture or slides of this name in assets/ beside",
    )


test_a_file_that_is_not_there_or_is_a_page_is_reported = each_is_reported(
    {
        path: _rejected(path)
        for path in (
            "../assets/gone.pdf", "../assets/../index.md", "../assets/../../secret.pdf",
            "../program/assets/gone.pdf",
        )
    }
)  # fmt: skip


def test_a_page_in_the_folder_is_not_published_as_a_poster(tmp_path: Path) -> None:
    written = changed("papers/alpha.md", "\nAlpha is", ":poster: ../assets/a.html\n\nAlpha is")
    site = InlineSite(tmp_path, FILES | written | {"assets/a.html": "<p>"}, {})
    built = site.build()
    (message,) = built.messages
    assert message.text.startswith("paper 'alpha': poster '../assets/a.html': there is no PDF")
    assert not (built.output / "assets/a.html").exists()
