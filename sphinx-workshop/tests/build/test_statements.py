"""What pages and files say of papers and of the event follows from the data, and from conf.py."""

from __future__ import annotations

from typing import TYPE_CHECKING

import exported
from engine_fixtures import built_once
from inline_site import all_words, words

if TYPE_CHECKING:
    from bs4 import Tag

    from inline_site import Built

FACTS = {
    "name": "Ponds and Pools",
    "start": "2033-04-02",
    "end": "2033-04-02",
    "timezone": "Europe/Lisbon",
}
SAID = {
    "place": "Porto, Portugal",
    "online_url": "https://example.org/live",
    "pdf_url": "https://example.org/files/{number}.pdf",
    "paper_note": "The summary is ours.",
    "keywords_by": "site",
    "proceedings_note": "In no proceedings",
    "paper_format": "poster",
}
"""All that conf.py may say, and need not."""

PAPER = """\
# TITLE

:::{paper} NUMBER
:authors: Ann Lee*
:keywords: frogs

What frogs do.
:::
"""
FILES = {
    "index.md": "# Home\n\n:::{event}\n:::\n\n:::{paper-list}\n:::\n\n:::{booklet-links}\n:::\n\n"
    "```{toctree}\npapers/reed\npapers/toad\nprogram\nauthors\nbooklet\nspotlights\n```\n",
    "papers/reed.md": PAPER.replace("TITLE", "Reed").replace("NUMBER", "1"),
    "papers/toad.md": PAPER.replace("TITLE", "Toad").replace("NUMBER", "2"),
    "program.md": "# Program\n\n::::{schedule} 2033-04-02\n\n:::{session}\n:time: 09:00-09:30\n"
    ":paper: toad\n:::\n\n::::\n",
    "authors.md": "# Authors\n\n:::{author-index}\n:::\n",
    "booklet.md": "# Booklet\n\n:::{booklet}\n:::\n",
    "spotlights.md": "# Kinds\n\n:::{paper-list}\n:kind: poster\n:::\n\n"
    ":::{schedule}\n:kind: panel\n:::\n",
}


# Of one, conf.py says what it must, and one paper has its PDF; of the other, it says all.
silent = built_once(FILES | {"assets/1.pdf": "%PDF-1.4\n"}, workshop=FACTS)
said = built_once(FILES, workshop=FACTS | SAID)


def pdf_links(page: Tag) -> list[str]:
    links = [str(link["href"]) for link in page.select("a[href]")]
    return [link for link in links if link.endswith(".pdf")]


def test_a_pdf_is_linked_where_there_is_one(silent: Built, said: Built) -> None:
    assert pdf_links(silent.page("papers/reed")) == ["../assets/1.pdf"]
    assert pdf_links(said.page("papers/toad")) == ["https://example.org/files/2.pdf"]


def test_where_no_pdf_is_known_nothing_names_one(silent: Built) -> None:
    assert pdf_links(silent.html("papers/toad")) == []
    assert "pdf" not in exported.papers(silent)["toad"]
    assert "encoding" not in exported.article(silent, "papers/toad")
    assert not silent.html("papers/toad").select('meta[name="citation_pdf_url"]')
    assert exported.talks(silent)["toad"]["attachments"] == []
    assert [link for link in pdf_links(silent.html("booklet")) if "/2.pdf" in link] == []


def test_the_format_of_a_paper_without_a_session_is_said_where_conf_py_says_it(
    silent: Built, said: Built
) -> None:
    assert all_words(silent.page("papers/reed"), ".workshop-chip") == []
    assert "format" not in exported.papers(silent)["reed"]
    assert "Posters" not in words(silent.page("booklet"))
    assert "Posters" in words(said.page("booklet"))
    assert all_words(said.page("papers/reed"), ".workshop-chip") == ["Poster"]
    assert exported.papers(said)["reed"]["format"] == "poster"
    for site in (silent, said):
        assert all_words(site.page("papers/toad"), ".workshop-chip") == ["Spotlight"]
        assert {"Reed", "Toad"} <= {*all_words(site.page("booklet"), "h3, h4")}


def test_the_note_on_whose_words_these_are_is_conf_pys(silent: Built, said: Built) -> None:
    for page in ("papers/reed", "papers/toad"):
        assert "The summary is ours." not in words(silent.page(page))
        assert "The summary is ours." in words(said.page(page))


def test_an_abstract_is_the_authors_own(silent: Built, said: Built) -> None:
    own, ours = (exported.article(site, "papers/toad") for site in (silent, said))
    assert (own["abstract"], own["keywords"]) == ("What frogs do.", ["frogs"])
    assert ours["description"] == "What frogs do."
    assert not {"abstract", "keywords"} & ours.keys()
    for site, text in ((silent, ("What frogs do.", "")), (said, ("", "What frogs do."))):
        talk = exported.talks(site)["toad"]
        assert (talk["abstract"], talk["description"]) == text


def test_a_list_of_a_kind_that_has_none_promises_none(silent: Built) -> None:
    text = words(silent.page("spotlights"))
    assert "No paper of this kind." in text
    assert "No session of this kind." in text
    assert "yet" not in text


def test_nothing_is_announced_that_the_data_do_not_have(silent: Built) -> None:
    for page in ("index", "program", "papers/reed", "booklet"):
        assert "announced" not in words(silent.page(page)).casefold()
