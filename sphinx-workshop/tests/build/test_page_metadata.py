"""What each page's head, the sitemap and robots.txt tell machines."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest

from inline_site import only
from readers import atom, json_ld
from repository import Repository
from small_workshop import FILES, appended
from sphinx_workshop.site_check.html import metas

if TYPE_CHECKING:
    from engine_fixtures import Edited, MakeSite
    from inline_site import Built

SITE = "https://example.org/2016/"
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
PAGES = [name.removesuffix(".md") for name in FILES]
pytestmark = pytest.mark.usefixtures("no_epoch")


def card(built: Built, docname: str) -> dict[str, str]:
    """Return the Open Graph tags of a page, without their prefix."""
    tags = metas(built.html(docname), "og:")
    assert len(dict(tags)) == len(tags)
    return {name.removeprefix("og:"): content for name, content in tags}


def description(built: Built, docname: str) -> str:
    (found,) = metas(built.html(docname), "description")
    return found[1]


def canonical(built: Built, docname: str) -> str:
    return str(only(built.html(docname), "link[rel=canonical]")["href"])


def sitemap(built: Built) -> dict[str, str]:
    """Map the addresses of the sitemap to the days of their last change."""
    root = ET.parse(built.output / "sitemap.xml").getroot()
    assert root.tag == f"{SITEMAP}urlset"
    return {
        url.findtext(f"{SITEMAP}loc", ""): url.findtext(f"{SITEMAP}lastmod", "") for url in root
    }


def crumbs(built: Built, docname: str) -> list[tuple[str, str]]:
    listed = json_ld(built.html(docname), "BreadcrumbList")["itemListElement"]
    assert [item["position"] for item in listed] == [*range(1, len(listed) + 1)]
    return [(item["name"], item["item"]) for item in listed]


# The card --------------------------------------------------------------------------------------


def test_a_page_has_every_tag_of_its_card(make_site: MakeSite) -> None:
    picture = ("_static/social card.png", "Arcs round a “lens”")
    built = make_site(FILES, workshop_page_image=picture, html_title="Tests & trials").build()
    assert card(built, "papers/alpha") == {
        "title": "Alpha particles",
        "type": "article",
        "url": f"{SITE}papers/alpha.html",
        "image": f"{SITE}_static/social%20card.png",
        "image:alt": "Arcs round a “lens”",
        "description": "Alpha is found everywhere.",
        "site_name": "Tests & trials",
    }
    assert metas(built.html("papers/alpha"), "twitter:") == [
        ("twitter:card", "summary_large_image")
    ]
    assert card(built, "index")["type"] == "website"
    assert json_ld(built.html("index"), "Event")["image"] == [f"{SITE}_static/social%20card.png"]


def test_a_site_without_a_picture_has_a_card_without(small: Built) -> None:
    assert not card(small, "index").keys() & {"image", "image:alt"}
    assert metas(small.html("index"), "twitter:") == [("twitter:card", "summary")]


@pytest.mark.parametrize(
    ("docname", "words"),
    [
        ("papers/alpha", "Alpha is found everywhere."),
        ("topics/inference", "From data to parameters."),
        ("index", "A day of tests."),
        ("notes", "Topics: Methods of inference, the other."),
        ("papers/index", "Papers"),
    ],
)
def test_a_page_is_described_by_its_summary_its_first_words_or_its_title(
    docname: str, words: str, small: Built
) -> None:
    assert description(small, docname) == card(small, docname)["description"] == words


def test_a_long_description_is_cut_at_a_word(make_site: MakeSite) -> None:
    built = make_site({"index.md": f"# Home\n\n{'words and, ' * 40}\n"}).build()
    found = description(built, "index")
    assert len(found) <= 200
    assert found.endswith("words and…")


def test_the_sites_address_may_be_written_without_its_slash(make_site: MakeSite) -> None:
    built = make_site(FILES, html_baseurl="https://example.org/2016").build()
    assert canonical(built, "notes") == card(built, "notes")["url"] == f"{SITE}notes.html"
    assert f"{SITE}notes.html" in sitemap(built)
    assert f"Sitemap: {SITE}sitemap.xml\n" in (built.output / "robots.txt").read_text()


def test_a_name_that_no_address_may_hold_is_encoded_everywhere(make_site: MakeSite) -> None:
    text = "# Notes\n\n:::{change} 2016-07-15\nNew.\n:::\n"
    name = "Médard & sons"
    built = make_site(
        {"index.md": "# Home\n\n:::{toctree}\n:glob:\n\n*\n:::\n", f"{name}.md": text}
    ).build()
    address = f"{SITE}M%C3%A9dard%20%26%20sons.html"
    assert built.messages == []
    assert canonical(built, name) == card(built, name)["url"] == address
    assert crumbs(built, name)[-1] == ("Notes", address)
    assert address in sitemap(built)
    (entry,) = atom((built.output / "changes.xml").read_bytes()).entries
    assert entry.link == f"{address}#change-2016-07-15"


def test_pages_without_a_source_say_nothing_of_themselves(small: Built) -> None:
    page = small.html("search")
    assert not metas(page, "og:") + metas(page, "citation_")
    assert not page.select('script[type$="ld+json"]')


# The way to a page -----------------------------------------------------------------------------


def test_breadcrumbs_lead_from_home_to_the_page(small: Built) -> None:
    assert crumbs(small, "papers/alpha") == [
        ("Home", f"{SITE}index.html"),
        ("Papers", f"{SITE}papers/index.html"),
        ("Alpha particles", f"{SITE}papers/alpha.html"),
    ]
    assert crumbs(small, "index") == [("Home", f"{SITE}index.html")]


def test_a_page_that_no_other_lists_stands_alone(edited: Edited) -> None:
    built = edited({"lost.md": "---\norphan: true\n---\n\n# Lost\n"})
    assert crumbs(built, "lost") == [("Lost", f"{SITE}lost.html")]


# What pages are --------------------------------------------------------------------------------


def test_papers_alone_have_citation_tags(small: Built) -> None:
    cited = {name for name in PAGES if metas(small.html(name), "citation_")}
    assert cited == {"papers/alpha", "papers/beta", "papers/gamma"}
    assert metas(small.html("papers/beta"), "citation_")[:4] == [
        ("citation_title", "Beta decay"),
        ("citation_author", "Børge Ray"),
        ("citation_author_institution", "North"),
        ("citation_author", "Cleo Médard"),
    ]
    assert json_ld(small.html("papers/beta"), "ScholarlyArticle")["headline"] == "Beta decay"


def test_the_home_page_is_the_event_with_its_sessions(small: Built) -> None:
    event = json_ld(small.html("index"), "Event")
    assert [session["name"] for session in event["subEvent"]] == [
        "Opening keynote",
        "Alpha particles",
    ]


def test_every_page_has_one_viewport_and_one_address_and_links_the_feed_once(small: Built) -> None:
    for docname in (*PAGES, "search"):
        page = small.html(docname)
        assert len(metas(page, "viewport")) == 1
        feed = only(page, 'head link[rel="alternate"][type="application/atom+xml"]')
        address = (small.output / docname).parent / str(feed["href"])
        assert address.resolve() == small.output / "changes.xml"
        if docname != "search":
            own = f"{SITE}{docname}.html"
            assert canonical(small, docname) == card(small, docname)["url"] == own


def test_an_article_is_dated_anew_when_its_page_is_committed(
    make_site: MakeSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = make_site(FILES)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1651000000")
    before = json_ld(site.build().html("papers/alpha"), "ScholarlyArticle")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1661000000")
    site.write(appended("notes.md", "More."))
    after = json_ld(site.build().html("papers/alpha"), "ScholarlyArticle")
    assert (before["dateModified"], after["dateModified"]) == ("2022-04-26", "2022-08-20")


# Sitemap and robots ----------------------------------------------------------------------------


def test_the_sitemap_dates_pages_by_their_commits(make_site: MakeSite) -> None:
    site = make_site(FILES)
    repository = Repository(site.source)
    repository.commit(1)
    repository.commit(5, notes=f"{FILES['notes.md']}\nNews.\n")
    found = sitemap(site.build())
    assert found.pop(f"{SITE}notes.html") == "2016-05-05"
    assert {*found.values()} == {"2016-05-01"}


def test_without_history_all_pages_are_as_old_as_the_event(small: Built) -> None:
    assert {*sitemap(small).values()} == {"2016-07-22"}


def test_robots_may_read_everything_and_learn_of_the_sitemap(small: Built) -> None:
    assert (small.output / "robots.txt").read_text(encoding="utf-8") == (
        f"User-agent: *\nAllow: /\nSitemap: {SITE}sitemap.xml\n"
    )


def test_a_book_has_no_addresses(make_site: MakeSite) -> None:
    built = make_site(FILES).build(builder="epub")
    assert not (built.output / "sitemap.xml").exists()
    assert not (built.output / "robots.txt").exists()
    (page,) = built.output.rglob("alpha*html")
    assert "og:title" not in page.read_text(encoding="utf-8")
