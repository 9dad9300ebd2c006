"""What came of a paper, and who its people are: identifiers and links, on pages and in exports."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import exported
from engine_fixtures import built_once
from inline_site import links
from readers import violations
from small_workshop import FILES, changed

if TYPE_CHECKING:
    from inline_site import Built

GIVEN = """\
:arxiv: 2207.00002
:doi: 10.1000/182
:openreview: https://example.org/reviews
:project: https://example.org/project
:conference: https://example.org/talk
:video: https://example.org/video
:slides: https://example.org/slides
:poster: https://example.org/poster
:later: https://example.org/later journal version; https://example.org/pre preprint
"""
WRITTEN = changed("papers/alpha.md", "\nAlpha is", f"{GIVEN}\nAlpha is") | changed(
    "program/speakers.md",
    ":also: A. Lee; Ann C. Lee\n",
    ":also: A. Lee; Ann C. Lee\n:orcid: 0000-0002-1825-0097\n:homepage: https://example.org/ann\n"
    ":github: https://github.com/ann-lee\n:scholar: https://example.org/scholar\n"
    ":mastodon: https://example.org/@ann\n:bluesky: https://example.org/sky\n",
)
IDENTITY = ["https://orcid.org/0000-0002-1825-0097", "https://example.org/ann"]


built = built_once(FILES | WRITTEN)


def test_a_papers_page_links_all_that_came_of_it(built: Built) -> None:
    found = links(built.page("papers/alpha"), "header .workshop-links a")
    assert found["DOI"] == "https://doi.org/10.1000/182"
    assert found["journal version"] == "https://example.org/later"
    assert found["preprint"] == "https://example.org/pre"
    others = {"OpenReview": "reviews", "Project page": "project", "Conference page": "talk"}
    others |= {"Recording (example.org)": "video"}
    others |= {"Slides": "slides", "Poster": "poster"}
    assert {words: f"https://example.org/{end}" for words, end in others.items()}.items() <= (
        found.items()
    )


def test_lists_link_what_is_read_seen_and_tried(built: Built) -> None:
    (item,) = built.page("topics/inference").select("[data-object='paper:alpha']")
    found = links(item, ".workshop-mark-link")
    assert found == {
        "PDF": "https://example.org/assets/7.pdf",
        "arXiv": "https://arxiv.org/abs/2207.00002",
        "Code": "https://example.org/alpha",
        "Recording (example.org)": "https://example.org/video",
        "Slides": "https://example.org/slides",
    }


@pytest.mark.parametrize(
    ("page", "place"),
    [("papers/alpha", "header .workshop-links"), ("topics/inference", ".workshop-papers")],
)
def test_a_recording_is_a_drawing_of_ours_that_says_where_its_link_leads(
    built: Built, page: str, place: str
) -> None:
    (found,) = built.page(page).select(f"{place} a[href='https://example.org/video']")
    assert found.get_text() == "Recording (example.org)"
    assert len(found.select("svg[aria-hidden=true] > path")) == 1
    assert built.page(page).select("video, iframe, embed, object, img") == []


def test_exports_have_the_identifiers(built: Built) -> None:
    alpha = exported.papers(built)["alpha"]
    assert alpha["doi"] == "10.1000/182"
    article = exported.article(built, "papers/alpha")
    assert article["discussionUrl"] == ["https://example.org/reviews"]
    assert alpha["conference"] == "https://example.org/talk"
    assert article["sameAs"] == [
        "https://arxiv.org/abs/2207.00002",
        "https://doi.org/10.1000/182",
        "https://example.org/talk",
    ]
    assert alpha["later"] == {"url": "https://example.org/later", "words": "journal version"}
    preprint = {"url": "https://example.org/pre", "words": "preprint"}
    assert alpha["later_versions"] == [alpha["later"], preprint]
    entry = (built.output / "papers/alpha.bib").read_text("utf-8")
    assert "  doi = {10.1000/182},\n" in entry
    assert "later" not in entry
    head = built.html("papers/alpha")
    assert [tag["content"] for tag in head.select("meta[name=citation_doi]")] == ["10.1000/182"]


def test_files_for_apps_link_them_from_the_papers_session(built: Built) -> None:
    alpha = exported.talks(built)["alpha"]
    assert [(link["title"], link["url"], link.get("type")) for link in alpha["links"]] == [
        (alpha["title"], "https://example.org/2016/papers/alpha.html", "related"),
        ("Recording", "https://example.org/video", "media"),
        ("arXiv:2207.00002", "https://arxiv.org/abs/2207.00002", "article"),
        ("Code", "https://example.org/alpha", "web"),
        ("DOI", "https://doi.org/10.1000/182", "article"),
        ("OpenReview", "https://example.org/reviews", "related"),
        ("Project page", "https://example.org/project", "web"),
        ("Conference page", "https://example.org/talk", "web"),
        ("journal version", "https://example.org/later", "article"),
        ("preprint", "https://example.org/pre", "article"),
    ]
    assert [(file["title"], file.get("type")) for file in alpha["attachments"]] == [
        ("PDF", "paper"),
        ("Slides", "slides"),
        ("Poster", None),
    ]


def test_a_person_is_known_by_the_same_identifiers_everywhere(built: Built) -> None:
    (entry,) = built.page("program/speakers").select("#person-ann-lee")
    assert links(entry, ".workshop-links a") == {
        "ORCID": IDENTITY[0],
        "Homepage": IDENTITY[1],
        "GitHub": "https://github.com/ann-lee",
        "Google Scholar": "https://example.org/scholar",
        "Mastodon": "https://example.org/@ann",
        "Bluesky": "https://example.org/sky",
    }
    article = exported.article(built, "papers/alpha")
    (ann,) = [author for author in article["author"] if "sameAs" in author]
    assert ann["sameAs"][:2] == IDENTITY
    assert len(ann["sameAs"]) == 6
    lee, ray = exported.papers(built)["alpha"]["authors"]
    assert [*lee["links"].values()] == ann["sameAs"]
    assert "links" not in ray
    data, schema = (exported.data(built, f"papers.{end}") for end in ("json", "schema.json"))
    assert violations(data, schema) == []


def test_each_link_of_a_person_has_a_drawing_of_its_own_before_its_words(built: Built) -> None:
    shown = built.page("program/speakers").select("#person-ann-lee .workshop-links a")
    drawings = [link.select("svg[aria-hidden=true] > path") for link in shown]
    assert [len(found) for found in drawings] == [1] * 6
    assert len({str(path["d"]) for (path,) in drawings}) == 6
    assert all(link.get_text() for link in shown)
