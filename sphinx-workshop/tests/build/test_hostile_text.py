"""Signs that mean something to HTML, XML, JSON, LaTeX or calendars are mere text in all of them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

import pytest
from icalendar import Calendar

from engine_fixtures import built_once
from inline_site import SETTINGS, Built, Files, all_words, words
from readers import atom, bibtex, cited, frab_json, frab_xml, json_ld, ris, violations
from sphinx_workshop.site_check.html import metas

if TYPE_CHECKING:
    from pathlib import Path

# Typed as Markdown, and as everybody should read it.
WRITTEN = r"""Of \<b> & "q" ‘c’ -- $\Lambda$CDM \</script> ]]> \&amp; {br 🔭 5% a_b \\em;
on, two lines"""
TITLE = r"""Of <b> & "q" ‘c’ -- ΛCDM </script> ]]> &amp; {br 🔭 5% a_b \em; on, two lines"""

NAMES = ["<i>Zoë</i> O'Hložan", '"Al" & </script><script>x</script>', r"Bo \LaTeX $x$ 李明, Jr."]
BRACED = [*NAMES[:2], r"Bo {\LaTeX $x$ 李明}, Jr."]
AFFILIATION = 'A & B <b>"C"</b> ]]>'
KEYWORDS = ["<b>", "a & b", "</script>", '"q"', "$x$", "}{", r"\end"]
FACTS = {"name": 'ML <for> "A" & </script> ]]>', "place": "<Bâle> & “co”, Here"}
ROOM = 'Hall "A" & <b>/1'

FILES: Files = {
    "index.md": """\
# Home

:::{event}
:::

:::{paper-list}
:::

:::{topic-map}
:::

:::{changes}
:::

:::{toctree}
alpha
beta
topic
day
:::
""",
    "alpha.md": f"""\
{WRITTEN}
==========

:::{{paper}} 7
:authors: {"; ".join(f"{name} ({AFFILIATION})" for name in BRACED)}
:topics: topic
:keywords: {"; ".join(KEYWORDS)}

{WRITTEN}
:::

:::{{change}} 2016-07-15
{WRITTEN}
:::
""",
    "beta.md": f"""\
# Beta

:::{{paper}} 8
:authors: {NAMES[0]}*
:topics: topic
:keywords: {KEYWORDS[0]}
:::
""",
    "topic.md": f"""\
{WRITTEN}
==========

:::{{topic}} {TITLE}
:order: 1

{WRITTEN}
:::
""",
    "day.md": f"""\
# Day

::::{{schedule}} 2016-07-22
:::{{session}} {TITLE}
:id: talk
:time: 9:00-10:00
:room: {ROOM}
:speakers: boss
:topics: topic

{WRITTEN}
:::

:::{{session}}
:time: 10:00-10:15
:paper: alpha
:::
::::

:::{{person}} {NAMES[1]}
:id: boss
:affiliation: {AFFILIATION}
:::

:::{{author-index}}
:::
""",
}


built = built_once(
    FILES,
    workshop=SETTINGS["workshop"] | FACTS,
    html_title=TITLE,
    workshop_page_image=("social.png", TITLE),
)


def file(built: Built, name: str) -> str:
    return (built.output / name).read_text(encoding="utf-8")


def data(built: Built, name: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(file(built, name))
    return found


# Pages -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("docname", ["index", "alpha", "beta", "topic", "day"])
def test_no_text_becomes_an_element_of_a_page(docname: str, built: Built) -> None:
    page = built.html(docname)
    assert not page.find_all(["b", "i"])
    assert not [script for script in page.select("script") if script.get_text() == "x"]
    assert page.select("head title")
    assert page.select("body")


def test_a_heading_shows_the_formula_and_a_list_its_letters(built: Built) -> None:
    for docname in ("alpha", "topic"):
        (heading,) = built.page(docname).select("h1")
        assert words(heading).removesuffix("¶").replace("Λ CDM", "ΛCDM") == TITLE
        assert len(heading.select("math")) == 1
    assert all_words(built.page("index"), ".workshop-papers .workshop-title") == [TITLE, "Beta"]


def test_names_and_keywords_are_shown_as_written(built: Built) -> None:
    page = built.page("alpha")
    assert all_words(page, ".workshop-authors > li > a") == NAMES
    assert all_words(page, ".workshop-affiliations > li") == [AFFILIATION]
    assert all_words(page, ".workshop-keywords") == [" · ".join(KEYWORDS)]


def test_a_citation_is_shown_as_the_file_has_it(built: Built) -> None:
    (entry,) = built.page("alpha").select(".workshop-bibtex")
    assert entry.get_text().strip() == file(built, "alpha.bib").strip()
    (line,) = all_words(built.page("alpha"), ".workshop-citation")
    assert line.startswith(f"{NAMES[0]}, {NAMES[1]} and {NAMES[2]} (2016). {TITLE}. ")


def test_related_papers_and_the_map_name_it(built: Built) -> None:
    (title,) = all_words(built.page("beta"), ".workshop-related .workshop-title")
    (reason,) = all_words(built.page("beta"), ".workshop-related .workshop-note")
    assert (title, reason) == (TITLE, f"Also by {NAMES[0]}; also about <b>; same topic: {TITLE}")
    assert all_words(built.page("index"), "svg title") == [TITLE, "Beta", TITLE]


# Heads -----------------------------------------------------------------------------------------


def test_the_card_says_what_the_page_says(built: Built) -> None:
    tags = dict(metas(built.html("alpha"), ""))
    for name in ("og:title", "description", "og:description", "og:image:alt", "og:site_name"):
        assert tags[name] == TITLE


def test_the_citation_tags_say_what_the_page_says(built: Built) -> None:
    tags = metas(built.html("alpha"), "citation_")
    values = {name: [c for n, c in tags if n == name] for name, _ in tags}
    assert values["citation_title"] == [TITLE]
    assert values["citation_author"] == [*NAMES[:2], r"\LaTeX $x$ 李明, Bo, Jr."]
    assert values["citation_author_institution"] == [AFFILIATION] * 3
    assert values["citation_keywords"] == ["; ".join(KEYWORDS)]


def test_no_character_in_json_ld_can_begin_or_end_an_element(built: Built) -> None:
    blocks = [
        b
        for name in ("index", "alpha")
        for b in built.html(name).select("script[type='application/ld+json']")
    ]
    assert len(blocks) == 4
    assert not [block for block in blocks if set("<>&") & set(block.get_text())]


def test_json_ld_says_what_the_page_says(built: Built) -> None:
    article = json_ld(built.html("alpha"), "ScholarlyArticle")
    assert (article["headline"], article["description"]) == (TITLE, TITLE)
    assert [author["name"] for author in article["author"]] == NAMES
    assert article["keywords"] == KEYWORDS
    assert article["about"] == [TITLE]
    crumb = json_ld(built.html("alpha"), "BreadcrumbList")["itemListElement"][-1]
    assert crumb["name"] == TITLE
    event = json_ld(built.html("index"), "Event")
    assert (event["name"], event["location"][0]["address"]) == (FACTS["name"], FACTS["place"])
    assert [session["name"] for session in event["subEvent"]] == [TITLE, TITLE]
    assert event["performer"] == [{"@type": "Person", "name": NAMES[1]}]


def words_of(name: str) -> list[str]:
    """Return the words of a name whatever their order."""
    return sorted(name.replace(",", "").split())


# Files -----------------------------------------------------------------------------------------


def test_bibtex_says_what_the_page_says(built: Built) -> None:
    entries = bibtex(file(built, "papers.bib"))
    alpha, beta = entries.values()
    assert alpha == bibtex(file(built, "alpha.bib")).popitem()[1]
    title = TITLE.replace("🔭", "[telescope]")  # what pdfLaTeX cannot print is named
    assert (alpha.fields["title"], beta.fields["title"]) == (title, "Beta")
    assert (alpha.authors, beta.authors) == (NAMES, NAMES[:1])
    assert alpha.fields["keywords"] == ", ".join(KEYWORDS)
    assert alpha.fields["booktitle"] == f"FIELD 2016 Workshop on {FACTS['name']}"
    assert alpha.fields["address"] == FACTS["place"]


def test_references_say_what_the_page_says(built: Built) -> None:
    alpha, beta = ris(file(built, "papers.ris"))
    assert [alpha] == ris(file(built, "alpha.ris"))
    assert (alpha["title"], beta["title"]) == (TITLE, "Beta")
    assert list(map(words_of, alpha["authors"])) == list(map(words_of, NAMES))
    assert alpha["keywords"] == KEYWORDS
    assert alpha["place_published"] == FACTS["place"]
    items = json.loads(file(built, "papers.csl.json"))
    assert items[:1] == json.loads(file(built, "alpha.csl.json"))
    assert [item["title"] for item in items] == [TITLE, "Beta"]
    assert len(cited(items)) == 2


def test_the_data_says_what_the_page_says(built: Built) -> None:
    found = data(built, "papers.json")
    assert violations(found, data(built, "papers.schema.json")) == []
    alpha = found["papers"][0]
    assert (alpha["title"], alpha["summary"]) == (TITLE, TITLE)
    assert [author["name"] for author in alpha["authors"]] == NAMES
    assert [author["affiliations"] for author in alpha["authors"]] == [[AFFILIATION]] * 3
    assert alpha["keywords"] == KEYWORDS
    assert (found["topics"][0]["name"], found["topics"][0]["short"]) == (TITLE, TITLE)
    assert found["event"]["name"] == FACTS["name"]


def test_the_schedule_says_what_the_page_says(built: Built) -> None:
    schedule = data(built, "schedule.json")["schedule"]
    assert frab_xml(file(built, "schedule.xml")) == frab_json(schedule)
    conference = schedule["conference"]
    assert conference["title"] == FACTS["name"]
    (talk,) = conference["days"][0]["rooms"][ROOM]
    assert (talk["title"], talk["track"], talk["description"]) == (TITLE, TITLE, TITLE)
    assert [speaker["name"] for speaker in talk["persons"]] == [NAMES[1]]


def test_the_feed_says_what_the_page_says(built: Built) -> None:
    found = atom((built.output / "changes.xml").read_bytes())
    assert found.feed.title == f"{FACTS['name']}: changes"
    (entry,) = found.entries
    assert (entry.title, entry.summary) == (TITLE, TITLE)


def test_the_calendar_says_what_the_page_says(built: Built) -> None:
    calendar = Calendar.from_ical((built.output / "program.ics").read_bytes())
    talk = calendar.events[0]
    assert talk.summary == f"{NAMES[1]}: {TITLE}"
    assert talk.description.endswith(TITLE)
    assert talk.location == f"{ROOM}, {FACTS['place']}"


def test_the_inventory_and_the_sitemap_are_whole(built: Built, tmp_path: Path) -> None:
    assert built.inventory("paper")["alpha"] == ("alpha.html", TITLE)
    assert built.inventory("session")["talk"] == ("day.html#session-talk", TITLE)
    assert len(ET.parse(built.output / "sitemap.xml").getroot()) == len(FILES)
