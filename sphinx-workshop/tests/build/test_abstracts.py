"""The authors' abstract stands apart from the site's summary, on the page and in every export."""

from __future__ import annotations

from typing import TYPE_CHECKING

import exported
from engine_fixtures import built_once
from inline_site import all_words, words
from mistakes import ALPHA, Mistake, each_is_reported, on_a_page, own_page
from search_index import SearchIndex
from small_workshop import FILES, appended, changed
from sphinx_workshop.site_check.html import metas

if TYPE_CHECKING:
    from engine_fixtures import Edited
    from inline_site import Built

THEIRS = "We look for alpha & find it. It is everywhere, xenon included."
SUMMARY = "Alpha is found everywhere."
ABSTRACT = """\
:::{abstract}
We look for *alpha* & find it.

It is everywhere, xenon included.
:::
"""
WRITTEN = {
    **appended("papers/alpha.md", ABSTRACT),
    **changed("papers/gamma.md", "\nGamma goes far.\n:::\n", f":::\n\n{ABSTRACT}"),
    **changed("index.md", "dates\nnotes\n", "dates\nnotes\nbooklet\n"),
    "booklet.md": "# Booklet\n\n:::{booklet}\n:::\n",
}


built = built_once(FILES | WRITTEN, jobs=2)


def test_a_page_has_the_abstract_after_the_summary_under_a_heading_of_its_own(
    built: Built,
) -> None:
    page = built.page("papers/alpha")
    assert all_words(page, ".workshop-lede") == [SUMMARY]
    (section,) = page.select("section#abstract")
    assert all_words(section, "p") == ["We look for alpha & find it.", THEIRS[29:]]
    headings = [heading.rstrip("¶").strip() for heading in all_words(page, "h2")]
    assert headings == ["Abstract", "Cite", "Related papers"]
    assert page.select(".workshop-lede ~ section#abstract ~ section#cite")
    assert not built.page("papers/beta").select("#abstract")


def test_data_and_metadata_keep_abstract_and_summary_apart(built: Built) -> None:
    beta, alpha, gamma = exported.papers(built).values()
    assert (alpha["summary"], alpha["abstract"]) == (SUMMARY, THEIRS)
    assert (gamma["summary"], gamma["abstract"]) == ("", THEIRS)
    assert "abstract" not in beta
    article = exported.article(built, "papers/alpha")
    assert (article["description"], article["abstract"]) == (SUMMARY, THEIRS)


def test_a_page_without_a_summary_is_described_by_the_abstract(built: Built) -> None:
    metadata = {
        page: dict(metas(built.html(page), "")) for page in ("papers/alpha", "papers/gamma")
    }
    assert metadata["papers/alpha"]["description"] == SUMMARY
    assert metadata["papers/gamma"]["description"] == THEIRS


def test_citations_and_schedules_have_the_abstract(built: Built) -> None:
    for reference in exported.citations(built, "papers/alpha"):
        assert reference["abstract"] == THEIRS
    alpha = exported.talks(built)["alpha"]
    assert (alpha["abstract"], alpha["description"]) == (THEIRS, SUMMARY)


def test_the_search_leads_to_the_abstract(built: Built) -> None:
    found = SearchIndex(built.output).find("xenon")
    assert {entry.title for entry in found} >= {"Alpha particles", "Gamma rays"}


def test_the_booklet_has_both_and_names_the_abstract(built: Built) -> None:
    (entry,) = built.page("booklet").select("#paper-alpha")
    assert all_words(entry, ".booklet-summary") == [SUMMARY]
    assert all_words(entry, ".booklet-abstract") == [f"Abstract: {THEIRS}"]
    (other,) = built.page("booklet").select("#paper-beta")
    assert "Abstract" not in words(other)


def test_an_abstract_that_is_deleted_is_gone_everywhere(edited: Edited) -> None:
    edited(WRITTEN)
    built = edited(WRITTEN | {"papers/alpha.md": FILES["papers/alpha.md"]})
    assert built.messages == []
    assert not built.page("papers/alpha").select("#abstract")
    assert "abstract" not in exported.papers(built)["alpha"]
    assert "xenon" not in (built.output / "papers.ris").read_text("utf-8").partition("TI  - G")[0]


MISTAKES: dict[str, Mistake] = {
    "there are two": own_page(
        f"{ALPHA}\n{ABSTRACT}\n:::{{abstract}} Once more.\n:::\n",
        "Once more",
        "abstract: the page has an abstract already; write both into one",
    ),
    "it stands before the paper": own_page(
        ALPHA.replace(":::{paper}", f"{ABSTRACT}\n:::{{paper}}"),
        ":::{abstract}",
        "abstract: no `{paper}` stands before it on this page; put it after the paper’s end",
    ),
    "it stands in the paper": own_page(
        ALPHA.replace(":::{paper}", "::::{paper}").replace("where.\n:", f"where.\n\n{ABSTRACT}::"),
        ":::{abstract}",
        "abstract: no `{paper}` stands before it",
    ),
    "its page is no paper's": on_a_page(ABSTRACT, ":::{abstract}", "no `{paper}` stands before it"),
    "it stands under a heading": own_page(
        f"{ALPHA}\n## More\n\n{ABSTRACT}",
        ":::{abstract}",
        "abstract: it stands under another heading or in another directive; put it right after",
    ),
    "it stands in another directive": own_page(
        f"{ALPHA}\n::::{{note}}\n\n{ABSTRACT}::::\n",
        ":::{abstract}",
        "abstract: it stands under another heading or in another directive; put it right after",
    ),
    "it is empty": own_page(
        f"{ALPHA}\n:::{{abstract}}\n:::\n",
        ":::{abstract}",
        "abstract: it is empty; write the authors’ abstract under it, or delete it",
    ),
    "its paper has a mistake, which alone is metadata": own_page(
        f"{ALPHA}\n{ABSTRACT}".replace("{paper} NUMBER", "{paper} x"),
        "{paper} x",
        "paper 'OWN': submission number 'x'",
    ),
}  # fmt: skip

test_an_abstract_in_a_wrong_place_is_reported_and_shown_all_the_same = each_is_reported(MISTAKES)
