"""A paper's page shows all that is known of the paper."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from inline_site import SETTINGS, Built, all_words, links, only, words
from small_workshop import FILES

if TYPE_CHECKING:
    from engine_fixtures import MakeSite


BORGE = "../program/authors.html#person-borge-ray"


def test_a_papers_page_shows_all_authors_in_order_each_linked(small: Built) -> None:
    authors = only(small.page("papers/beta"), ".workshop-authors")
    assert list(links(authors).items()) == [
        ("Børge Ray", BORGE),
        ("Cleo Médard", "../program/authors.html#person-cleo-medard"),
    ]


def test_a_papers_page_numbers_affiliations_and_says_who_presents(small: Built) -> None:
    page = small.page("papers/alpha")
    assert all_words(page, ".workshop-authors > li") == ["Ann Lee1, 2 (presenting)", "Børge Ray1"]
    assert all_words(page, ".workshop-affiliations > li") == ["North", "South"]


def test_a_papers_page_shows_number_pages_topics_keywords_and_summary(small: Built) -> None:
    alpha, beta = small.page("papers/alpha"), small.page("papers/beta")
    assert "No. 7" in words(only(alpha, ".workshop-label"))
    assert "4 pages" in words(only(beta, ".workshop-label"))
    assert all_words(beta, ".workshop-topics > li") == ["Robustness", "Inference"]
    assert "particles · helium" in words(alpha)
    assert "Alpha is found everywhere." in words(alpha)


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


@pytest.mark.parametrize(
    ("paper", "there"),
    [
        ("alpha", {"PDF": "https://example.org/assets/7.pdf", "Code": "https://example.org/alpha"}),
        (
            "beta",
            {
                "PDF": "https://example.org/assets/3.pdf",
                "arXiv:2207.00001": "https://arxiv.org/abs/2207.00001",
            },
        ),
    ],
)
def test_a_papers_page_links_pdf_code_and_arxiv(
    paper: str, there: dict[str, str], small: Built
) -> None:
    found = links(only(small.page(f"papers/{paper}"), "header .workshop-links"))
    assert there.items() <= found.items()
    assert ("Code" in found, "arXiv:2207.00001" in found) == (
        "Code" in there,
        "arXiv:2207.00001" in there,
    )


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


def test_a_pdf_that_the_checkout_holds_is_linked_beside_the_site(make_site: MakeSite) -> None:
    site = make_site(FILES)
    site.write({"assets/7.pdf": "%PDF-"})
    built = site.build()
    assert links(built.page("papers/alpha"))["PDF"] == "../assets/7.pdf"
    assert links(built.page("papers/beta"))["PDF"] == "https://example.org/assets/3.pdf"


def test_formulas_are_mathml_without_any_script(make_site: MakeSite) -> None:
    text = "# P\n\nA $\\sigma_8$ in a line.\n\n$$\\frac{a}{b}$$\n"
    built = make_site({"index.md": text}).build()
    page = built.page("index")
    inline, block = page.select("math")
    assert all_words(inline, "msub > *") == ["σ", "8"]
    assert inline.get("display") != "block"
    assert block.get("display") == "block"
    assert block.find("mfrac")
    assert not built.html("index").select("script[src*=athjax], script[src*=tex]")


def test_a_formula_in_a_papers_title_and_summary_is_shown(make_site: MakeSite) -> None:
    text = "# On $\\sigma_8$\n\n:::{paper} 1\n:authors: Ann Lee\n\nWe find $a < b$.\n:::\n"
    built = make_site({"index.md": text}).build()
    assert built.messages == []
    assert len(built.page("index").select("math")) == 2


@pytest.mark.parametrize(
    ("note", "paper", "shown"),
    [
        ("Summaries are ours.", "alpha", ["Summaries are ours."]),
        ("Summaries are ours.", "bare", []),  # there are no words to be anybody's
        ("", "alpha", []),
    ],
)
def test_a_paper_says_whose_words_its_summary_is(
    make_site: MakeSite, note: str, paper: str, shown: list[str]
) -> None:
    bare = {"papers/bare.md": "# Bare\n\n:::{paper} 99\n:authors: Ann Lee\n:::\n"}
    workshop = SETTINGS["workshop"] | {"paper_note": note}
    built = make_site(FILES | bare, workshop=workshop).build()
    assert all_words(built.page(f"papers/{paper}"), "footer .workshop-note") == shown
