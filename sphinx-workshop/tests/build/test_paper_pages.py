"""A paper's page shows all that is known of the paper."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from inline_site import SETTINGS, Built, all_words, links, only, words
from small_workshop import FILES

if TYPE_CHECKING:
    from engine_fixtures import MakeSite


def test_the_citation_ends_with_the_papers_address_as_a_link(small: Built) -> None:
    address = "https://example.org/2016/papers/alpha.html"
    line = only(small.page("papers/alpha"), ".workshop-citation")
    assert words(line).endswith(f". {address}")
    assert links(line) == {address: address}


def test_a_papers_page_links_its_session_with_day_time_and_zone(small: Built) -> None:
    presented = links(only(small.page("papers/alpha"), ".workshop-presented"))
    when = "Friday, 22 July 2016, 10:00–10:15 Eastern Time (UTC−4)"
    assert presented[when] == "../program/index.html#session-alpha"
    assert not small.page("papers/beta").select(".workshop-presented")


def test_a_papers_page_offers_its_citation_in_each_format_bibtex_first(small: Built) -> None:
    shown = links(small.page("papers/alpha"), ".workshop-bibtex ~ .workshop-links a")
    assert list(shown.items()) == [
        ("Download BibTeX", "alpha.bib"),
        ("RIS", "alpha.ris"),
        ("CSL-JSON", "alpha.csl.json"),
    ]
    folder = small.output / "papers"
    assert (folder / "alpha.ris").read_bytes().startswith(b"TY  - CPAPER\r\n")
    assert len(json.loads((folder / "alpha.csl.json").read_bytes())) == 1
    assert (small.output / "papers.ris").read_text("utf-8").count("ER  - ") == 3
    assert len(json.loads((small.output / "papers.csl.json").read_bytes())) == 3


def test_a_pdf_that_the_checkout_holds_is_linked_beside_the_site(started: MakeSite) -> None:
    site = started(FILES)
    site.write({"assets/7.pdf": "%PDF-"})
    built = site.build()
    assert links(built.page("papers/alpha"))["PDF"] == "../assets/7.pdf"
    assert links(built.page("papers/beta"))["PDF"] == "https://example.org/assets/3.pdf"


def test_formulas_are_mathml_without_any_script_in_titles_and_summaries_too(
    make_site: MakeSite,
) -> None:
    text = "A $\\sigma_8$ in a line.\n\n$$\\frac{a}{b}$$\n"
    paper = f"# On $H_0$\n\n:::{{paper}} 1\n:authors: Ann Lee\n\nWe find $a < b$.\n:::\n\n{text}"
    built = make_site({"index.md": paper}).build()
    assert built.messages == []
    page = built.page("index")
    assert len(page.select("h1 math, .workshop-lede math")) == 2
    inline, block = page.select("section > p > math, section > math, section > div > math")[-2:]
    assert all_words(inline, "msub > *") == ["σ", "8"]
    assert inline.get("display") != "block"
    assert block.get("display") == "block"
    assert block.find("mfrac")
    assert not built.html("index").select("script[src*=athjax], script[src*=tex]")


@pytest.mark.parametrize(("note", "shown"), [("Summaries are ours.", 1), ("", 0)])
def test_a_paper_says_whose_words_its_summary_is(
    make_site: MakeSite, note: str, shown: int
) -> None:
    bare = {"papers/bare.md": "# Bare\n\n:::{paper} 99\n:authors: Ann Lee\n:::\n"}
    workshop = SETTINGS["workshop"] | {"paper_note": note}
    built = make_site(FILES | bare, workshop=workshop).build()
    assert all_words(built.page("papers/alpha"), "footer .workshop-note") == [note] * shown
    # There are no words to be anybody's.
    assert not built.page("papers/bare").select("footer .workshop-note")
