"""The real site as Scholar, Zotero, BibTeX, schedule apps, feed readers and other sites read it."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any
from uuid import UUID
from xml.etree import ElementTree as ET

import pytest

from conf import workshop
from inline_site import all_words, links, parsed, words
from other_site import build_other_site, external_links
from readers import Entry, atom, bibtex, frab_json, frab_xml, json_ld, metas, violations

if TYPE_CHECKING:
    from pathlib import Path

    from bs4 import BeautifulSoup

    from real_site import Content, Page

Expected = dict[str, Any]

SITE = "https://ml4astro.github.io/icml2022/"
PAPERS = f"{SITE}program/papers/"
TITLE = "ICML 2022 Workshop on Machine Learning for Astrophysics"
SLUG = re.compile(r"[a-z0-9_-]+[a-z0-9]")


@pytest.fixture(scope="session")
def pages(site: Path) -> dict[str, BeautifulSoup]:
    """Return the pages that have a source, by docname."""
    return {
        path.relative_to(site).as_posix().removesuffix(".html"): parsed(path)
        for path in site.rglob("*.html")
        if "_static" not in path.parts and path.name not in {"404.html", "search.html"}
    }


@pytest.fixture(scope="session")
def data(site: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((site / "program/papers.json").read_bytes())
    return found


@pytest.fixture(scope="session")
def schedule(site: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((site / "program/schedule.json").read_bytes())
    return found


@pytest.fixture(scope="session")
def bibliography(site: Path) -> dict[str, Entry]:
    return bibtex((site / "program/papers.bib").read_text(encoding="utf-8"))


def pdf(facts: Expected) -> str:
    return str(workshop["pdf_url"]).format(number=facts["number"])


# Every page ------------------------------------------------------------------------------------


def test_every_page_has_a_card_with_a_picture_and_its_own_address(
    pages: dict[str, BeautifulSoup], site: Path
) -> None:
    for name, page in pages.items():
        card = dict(metas(page, "og:"))
        assert card.keys() == {
            *("og:title", "og:type", "og:url", "og:image", "og:image:alt", "og:description"),
            "og:site_name",
        }
        assert all(card.values()), name
        (canonical,) = page.select("link[rel=canonical]")
        assert card["og:url"] == canonical["href"] == f"{SITE}{name}.html"
        assert card["og:image"].startswith(SITE)
        assert (site / card["og:image"].removeprefix(SITE)).is_file()
        assert metas(page, "description") == [("description", card["og:description"])]
        assert dict(metas(page, "twitter:")) == {"twitter:card": "summary_large_image"}


def test_no_two_pages_are_described_alike(pages: dict[str, BeautifulSoup]) -> None:
    described = [dict(metas(page, "og:"))["og:description"] for page in pages.values()]
    assert len(described) == len(set(described))


def test_every_page_has_breadcrumbs_from_home_to_itself(pages: dict[str, BeautifulSoup]) -> None:
    for name, page in pages.items():
        path = [item["item"] for item in json_ld(page, "BreadcrumbList")["itemListElement"]]
        assert path[0] == f"{SITE}index.html"
        assert path[-1] == f"{SITE}{name}.html"
        assert {
            address.removeprefix(SITE).removesuffix(".html") for address in path
        } <= pages.keys()


def test_the_sitemap_lists_exactly_the_pages(pages: dict[str, BeautifulSoup], site: Path) -> None:
    root = ET.parse(site / "sitemap.xml").getroot()
    locations = [url[0].text for url in root]
    assert sorted(filter(None, locations)) == sorted(f"{SITE}{name}.html" for name in pages)
    assert f"Sitemap: {SITE}sitemap.xml" in (site / "robots.txt").read_text(encoding="utf-8")


# Papers in pages -------------------------------------------------------------------------------


def test_the_citation_tags_of_a_paper_equal_the_record(
    paper: str, expected: Expected, page: Page
) -> None:
    facts = expected["papers"][paper]
    tags = [("citation_title", facts["title"])]
    for author in facts["authors"]:
        tags.append(("citation_author", author["name"]))
        tags += [("citation_author_institution", a) for a in author.get("affiliations", ())]
    tags += [
        ("citation_publication_date", "2022/07/22"),
        ("citation_conference_title", TITLE),
        ("citation_pdf_url", pdf(facts)),
        ("citation_abstract_html_url", f"{PAPERS}{paper}.html"),
        ("citation_language", "en"),
    ]
    tags += [("citation_arxiv_id", facts["arxiv"])] if "arxiv" in facts else []
    assert metas(page(f"program/papers/{paper}"), "citation_") == tags


def test_the_article_of_a_paper_equals_the_record(
    paper: str, expected: Expected, page: Page
) -> None:
    facts = expected["papers"][paper]
    article = json_ld(page(f"program/papers/{paper}"), "ScholarlyArticle")
    assert article["headline"] == facts["title"]
    assert [
        (author["name"], [place["name"] for place in author.get("affiliation", ())])
        for author in article["author"]
    ] == [(author["name"], author.get("affiliations", [])) for author in facts["authors"]]
    assert article["datePublished"] == "2022-07-22"
    assert article["abstract"] == facts["summary"]
    assert "keywords" not in article
    assert article["about"] == [expected["topics"][topic] for topic in facts["topics"]]
    assert article["isPartOf"]["name"] == TITLE
    assert article["encoding"] == {
        "@type": "MediaObject",
        "contentUrl": pdf(facts),
        "encodingFormat": "application/pdf",
    }
    assert article["url"] == f"{PAPERS}{paper}.html"
    arxiv = [f"https://arxiv.org/abs/{facts['arxiv']}"] if "arxiv" in facts else None
    assert article.get("sameAs") == arxiv


def test_nothing_is_said_of_proceedings(paper: str, page: Page) -> None:
    article = json_ld(page(f"program/papers/{paper}"), "ScholarlyArticle")
    assert not article.keys() & {"publisher", "isbn", "issn", "volumeNumber", "pagination"}
    assert article["isPartOf"]["@type"] == "Collection"


def test_a_papers_page_shows_the_citation_that_its_file_holds(
    paper: str, content: Content, site: Path
) -> None:
    article = content(f"program/papers/{paper}")
    (shown,) = article.select(".workshop-bibtex")
    file = (site / f"program/papers/{paper}.bib").read_text(encoding="utf-8")
    assert shown.get_text().strip() == file.strip()
    assert links(article)["Download BibTeX"] == f"{paper}.bib"


# Papers in files -------------------------------------------------------------------------------


def test_the_bibtex_of_a_paper_equals_the_record(
    paper: str, expected: Expected, bibliography: dict[str, Entry], site: Path
) -> None:
    facts = expected["papers"][paper]
    ((key, entry),) = bibtex(
        (site / f"program/papers/{paper}.bib").read_text(encoding="utf-8")
    ).items()
    assert key.endswith(f"2022{paper}")
    assert bibliography[key] == entry
    assert entry.kind == "inproceedings"
    assert entry.authors == [author["name"] for author in facts["authors"]]
    arxiv = {"eprint": facts["arxiv"], "archiveprefix": "arXiv"} if "arxiv" in facts else {}
    assert entry.fields == arxiv | {
        "title": facts["title"],
        "booktitle": TITLE,
        "year": "2022",
        "month": "July",
        "address": "Baltimore, Maryland, USA",
        "url": f"{PAPERS}{paper}.html",
        "note": f"No. {facts['number']}. Non-archival",
    }


def test_the_bibliography_holds_all_papers_in_letters_that_every_bibtex_reads(
    expected: Expected, bibliography: dict[str, Entry], site: Path
) -> None:
    assert len(bibliography) == len(expected["papers"]) == 38
    assert (site / "program/papers.bib").read_bytes().isascii()


def test_the_papers_as_data_keep_to_the_schema_beside_them(
    data: dict[str, Any], site: Path
) -> None:
    schema = json.loads((site / "program/papers.schema.json").read_bytes())
    assert violations(data, schema) == []
    assert data["$schema"] == schema["$id"] == f"{SITE}program/papers.schema.json"


def test_a_paper_as_data_equals_the_record(
    paper: str, expected: Expected, data: dict[str, Any], bibliography: dict[str, Entry]
) -> None:
    facts = expected["papers"][paper]
    (told,) = (found for found in data["papers"] if found["id"] == paper)
    slots = [slot for slot in expected["schedule"] if slot["id"] == paper]
    assert told["bibtex_key"] in bibliography
    optional = {name: facts[name] for name in ("code", "arxiv", "pages") if name in facts}
    assert told == optional | {
        "bibtex_key": told["bibtex_key"],
        "id": paper,
        "number": facts["number"],
        "title": facts["title"],
        "url": f"{PAPERS}{paper}.html",
        "pdf": pdf(facts),
        "format": "spotlight" if slots else "poster",
        "sessions": [
            {
                "id": paper,
                "start": f"2022-07-22T{slot['start']}:00-04:00",
                "end": f"2022-07-22T{slot['end']}:00-04:00",
                "url": f"{SITE}program/index.html#session-{paper}",
            }
            for slot in slots
        ],
        "authors": [
            {
                "id": found["id"],
                "name": author["name"],
                "affiliations": author.get("affiliations", []),
                "presenting": author.get("presenting", False),
            }
            for author, found in zip(facts["authors"], told["authors"], strict=True)
        ],
        "topics": facts["topics"],
        "keywords": facts["keywords"],
        "summary": facts["summary"],
    }


def test_the_ids_of_authors_are_those_of_the_author_index(
    data: dict[str, Any], site: Path, content: Content
) -> None:
    known = {
        str(node["id"]).removeprefix("person-")
        for name in ("program/authors", "program/speakers", "about/organizers")
        for node in content(name).select("[id^=person-]")
    }
    ids = {author["id"] for paper in data["papers"] for author in paper["authors"]}
    assert len(ids) == 112
    assert ids <= known


def test_every_field_of_a_paper_is_documented(site: Path, content: Content) -> None:
    schema = json.loads((site / "program/papers.schema.json").read_bytes())
    paper = schema["properties"]["papers"]["items"]["properties"]
    documented = set(all_words(content("about/cite"), "table code"))
    assert paper.keys() <= documented
    assert paper["authors"]["items"]["properties"].keys() <= documented


# The workshop ----------------------------------------------------------------------------------


def test_the_home_page_is_the_event_with_its_required_properties(
    expected: Expected, page: Page
) -> None:
    event = json_ld(page("index"), "Event")
    assert event["name"] == "Machine Learning for Astrophysics"
    assert (event["startDate"], event["endDate"]) == (
        "2022-07-22T08:45:00-04:00",
        "2022-07-22T20:00:00-04:00",
    )
    kinds = {place["@type"]: place for place in event["location"]}
    assert kinds["Place"]["address"] == "Baltimore, Maryland, USA"
    assert kinds["VirtualLocation"]["url"].startswith("https://icml.cc/virtual/2022/")
    assert event["eventAttendanceMode"] == "https://schema.org/MixedEventAttendanceMode"
    assert event["eventStatus"] == "https://schema.org/EventScheduled"
    assert event["superEvent"]["name"].startswith("ICML 2022")
    assert event["url"] == f"{SITE}index.html"
    assert event["description"]
    people = expected["people"]
    assert [person["name"] for person in event["organizer"]] == [*people["about/organizers"]]
    speakers = {slot["speaker"] for slot in expected["schedule"] if "speaker" in slot}
    assert {person["name"] for person in event["performer"]} == speakers


def test_the_sessions_of_the_event_are_those_of_the_schedule(
    expected: Expected, page: Page
) -> None:
    told = json_ld(page("index"), "Event")["subEvent"]
    assert [(s["url"], s["startDate"], s["endDate"], s["name"], _speakers(s)) for s in told] == [
        (
            f"{SITE}program/index.html#session-{slot['id']}",
            f"2022-07-22T{slot['start']}:00-04:00",
            f"2022-07-22T{slot['end']}:00-04:00",
            slot.get("title") or expected["papers"][slot["id"]]["title"],
            [slot["speaker"]] if "speaker" in slot else [],
        )
        for slot in expected["schedule"]
        if slot["kind"] != "break"
    ]


def _speakers(session: dict[str, Any]) -> list[str]:
    return [person["name"] for person in session.get("performer", ())]


# The schedule for apps -------------------------------------------------------------------------

EVENT_KEYS = [
    *("guid", "id", "date", "start", "end", "duration", "room", "slug", "url", "title"),
    *("subtitle", "track", "type", "language", "abstract", "description", "recording_license"),
    *("do_not_record", "persons", "links", "origin_url", "attachments"),
]
PERSON_KEYS = ["guid", "name", "url"]


def events(schedule: dict[str, Any]) -> list[dict[str, Any]]:
    (day,) = schedule["schedule"]["conference"]["days"]
    (room,) = day["rooms"].values()
    assert isinstance(room, list)
    return room


def test_the_schedule_has_every_key_of_the_format(schedule: dict[str, Any]) -> None:
    assert [*schedule] == ["$schema", "generator", "schedule"]
    assert [*schedule["generator"]] == ["name", "version", "url"]
    assert [*schedule["schedule"]] == ["url", "version", "base_url", "conference"]
    conference = schedule["schedule"]["conference"]
    assert [*conference] == [
        *("acronym", "title", "start", "end", "daysCount", "timeslot_duration"),
        *("time_zone_name", "colors", "rooms", "tracks", "days"),
    ]
    assert {tuple(room) for room in conference["rooms"]} == {
        ("name", "slug", "guid", "description", "capacity")
    }
    assert {tuple(track) for track in conference["tracks"]} == {("name", "slug", "color")}
    assert [[*day] for day in conference["days"]] == [
        ["index", "date", "day_start", "day_end", "rooms"]
    ]
    for event in events(schedule):
        assert [*event] == EVENT_KEYS
        assert all([*person] == PERSON_KEYS for person in event["persons"])
        assert all([*link] == ["title", "url", "type"] for link in event["links"])


def test_names_for_machines_have_the_formats_form(schedule: dict[str, Any]) -> None:
    conference = schedule["schedule"]["conference"]
    found = events(schedule)
    guids = [event["guid"] for event in found] + [room["guid"] for room in conference["rooms"]]
    people = {person["url"]: person["guid"] for event in found for person in event["persons"]}
    guids += people.values()
    assert all(str(UUID(guid)) == guid for guid in guids)
    assert len(set(guids)) == len(guids)
    assert len({event["id"] for event in found}) == len(found)
    assert all(SLUG.fullmatch(event["slug"]) for event in found)
    assert conference["acronym"] == "icml2022"
    assert conference["time_zone_name"] == "America/New_York"


def test_a_session_for_apps_equals_the_record(
    slot: Expected, expected: Expected, schedule: dict[str, Any]
) -> None:
    (event,) = (
        event for event in events(schedule) if event["url"].endswith(f"#session-{slot['id']}")
    )
    paper = expected["papers"].get(slot["id"], {})
    assert event["title"] == slot.get("title", paper.get("title"))
    assert event["date"] == f"2022-07-22T{slot['start']}:00-04:00"
    assert (event["start"], event["end"][11:16]) == (slot["start"], slot["end"])
    assert event["url"] == f"{SITE}program/index.html#session-{slot['id']}"
    assert event["abstract"] == paper.get("summary", "")
    assert (event["track"] is None) == (not paper.get("topics", slot.get("topics")))
    names = [person["name"] for person in event["persons"]]
    assert names == ([slot["speaker"]] if "speaker" in slot else [])
    assert [file["url"] for file in event["attachments"]] == ([pdf(paper)] if paper else [])


def test_the_schedule_holds_all_sessions_in_order(
    expected: Expected, schedule: dict[str, Any]
) -> None:
    assert [event["slug"] for event in events(schedule)] == [
        f"icml2022-{slot['id']}" for slot in expected["schedule"]
    ]


def test_the_xml_says_what_the_json_says(schedule: dict[str, Any], site: Path) -> None:
    text = (site / "program/schedule.xml").read_text(encoding="utf-8")
    assert frab_xml(text) == frab_json(schedule["schedule"])


# The map ---------------------------------------------------------------------------------------


def test_the_map_leads_to_every_paper_and_every_topic(expected: Expected, content: Content) -> None:
    (svg,) = content("call-for-papers/topics/index").select(".workshop-map svg")
    titles = {words(link.select("title")[0]): str(link["href"]) for link in svg.select("a[href]")}
    assert titles == {
        facts["title"]: f"../../program/papers/{paper}.html"
        for paper, facts in expected["papers"].items()
    } | {title: f"{topic}.html" for topic, title in expected["topics"].items()}


def test_the_map_says_in_words_how_many_papers_meet(expected: Expected, content: Content) -> None:
    items = content("call-for-papers/topics/index").select(".workshop-map-legend > li")
    papers = [paper["topics"] for paper in expected["papers"].values()]
    for topic, item in zip(expected["topics"], items, strict=True):
        own = [topics for topics in papers if topic in topics]
        (note,) = all_words(item, ".workshop-note")
        assert note.partition(" ")[0] == str(len(own))
        met = [int(count) for count in re.findall(r"\((\d+)\)", note)]
        assert sum(met) == sum(len(topics) - 1 for topics in own)
        assert met == sorted(met, reverse=True)


# The feed --------------------------------------------------------------------------------------


def test_the_feed_is_one_and_leads_to_where_the_pages_tell_of_changes(
    site: Path, page: Page
) -> None:
    found = atom((site / "changes.xml").read_bytes())
    assert found.feed.id == f"{SITE}changes.xml"
    assert len({entry.id for entry in found.entries}) == len(found.entries)
    for entry in found.entries:
        name, _, anchor = entry.link.removeprefix(SITE).partition("#")
        (change,) = page(name.removesuffix(".html")).select(f"#{anchor}")
        assert entry.summary in words(change)


# Other sites -----------------------------------------------------------------------------------


def test_the_lines_to_copy_work_in_another_site(
    site: Path, content: Content, tmp_path: Path
) -> None:
    cite = content("about/cite")

    def lines(language: str) -> str:
        (block,) = cite.select(f".highlight-{language} pre")
        return block.get_text()

    # The lines name the published site: here its inventory is the one just built.
    settings = lines("python").replace("None", repr(str(site / "objects.inv")))
    settings = settings.replace('"sphinx.ext', '"myst_parser", "sphinx.ext')
    files = {
        "index.md": f"# Elsewhere\n\n{lines('markdown')}\n```{{toctree}}\npage\n```\n",
        "page.rst": f"Elsewhere too\n=============\n\n{lines('rst')}",
    }
    other = build_other_site(tmp_path, f'{settings}\nhtml_theme = "basic"\n', files)
    found = external_links(parsed(other / "index.html")) + external_links(
        parsed(other / "page.html")
    )
    for _, address in found:
        name, _, anchor = address.removeprefix(SITE).partition("#")
        assert (site / name).is_file()
        assert not anchor or parsed(site / name).find(id=anchor)
    assert {address.partition("#")[2].partition("-")[0] for _, address in found} == {
        *("", "session", "person", "deadline")
    }


def test_every_address_to_copy_is_one_of_ours(content: Content, site: Path) -> None:
    blocks = content("about/cite").select(".highlight-text pre")
    addresses = [line for block in blocks for line in block.get_text().split()]
    assert len(addresses) == 5
    for address in addresses:
        assert address.startswith(SITE)
        assert (site / address.removeprefix(SITE)).is_file()
