"""Mistakes on the pages of papers are reported by file and line, each once, with the remedy."""

from __future__ import annotations

import pytest

from inline_site import Built
from planted import Planted, build, path_of, reported
from real_site import ROOT
from sphinx_workshop.core import page_hints
from sphinx_workshop.core.field_table import PAPER

TEMPLATE = (ROOT / ".github/templates/paper.md").read_text(encoding="utf-8")
COMMENT = "".join(line for line in TEMPLATE.splitlines(keepends=True) if line.startswith("%"))


def paper(number: int, options: str, line: int = 0, message: str = "", name: str = "") -> Planted:
    """Return a paper with some options, the first of which is on line 4."""
    text = f"# Paper {number}\n\n:::{{paper}} {number}\n{options}\n\nSummary.\n:::\n"
    return Planted(text, line, message, name)


PAPERS: dict[str, Planted] = {
    # Authors -------------------------------------------------------------------------------------
    "joined by a word": paper(
        101,
        ":authors: Ann Lee and Bob Ray",
        4,
        "paper 'joined-by-a-word': authors 'Ann Lee and Bob Ray' joins "
        "authors; put a semicolon between them: 'Ann Lee; Bob Ray'",
    ),
    "joined by a sign": paper(
        102,
        ":authors: Eve Orr; Ann Lee & Bob Ray (North)",
        4,
        "paper 'joined-by-a-sign': authors 'Ann Lee & Bob "
        "Ray' joins authors; put a semicolon between them: 'Ann Lee; Bob Ray'",
    ),
    "joined by a comma": paper(
        103,
        ":authors: Ann Lee, V. Rao",
        4,
        "paper 'joined-by-a-comma': authors 'Ann Lee, V. Rao' holds a comma; "
        "put semicolons between authors, first names first",
    ),
    "no author": paper(
        104, ":authors:", 4, "paper 'no-author': authors is empty; write it after `:authors:`"
    ),
    "a misspelled option is not missing as well": paper(
        105,
        ":author: Ann Lee",
        4,
        "paper 'a-misspelled-option-is-not-missing-as-well': there is no option "
        "'author'; did you mean 'authors'?",
    ),
    # Options -------------------------------------------------------------------------------------
    "no space": paper(
        106,
        ":authors: Ann Lee\n:pages: 4\n:topics:inference",
        6,
        "':topics:inference' lacks a space; write ':topics: inference'",
    ),
    "a tab": paper(
        107,
        ":authors: Ann Lee\n:topics:\tinference",
        5,
        "':topics:' has a tab behind it; write ':topics: inference'",
    ),
    "a no-break space": paper(
        108,
        ":authors: Ann Lee\n:topics:\u00a0inference",
        5,
        "':topics:' has a no-break space behind it; write ':topics: inference'",
    ),
    "no second colon": paper(
        109,
        ":authors: Ann Lee\n:topics inference",
        5,
        "':topics inference' lacks a colon; write ':topics: inference'",
    ),
    "a space before the name": paper(
        110,
        ":authors: Ann Lee\n: topics: inference",
        5,
        "': topics: inference' has a space before the name; delete it",
    ),
    "no first colon": paper(
        111,
        ":authors: Ann Lee\ntopics: inference",
        5,
        "paper 'no-first-colon': 'topics: inference' lacks its first colon; write "
        "':topics: inference'",
    ),
    "an open quote": paper(
        112,
        ':authors: Ann Lee\n:keywords: "light; dark',
        5,
        "the value of ':keywords:' begins with a quote that nothing closes; close it, or delete it",
    ),
    "words after a quote": paper(
        113,
        ':authors: Ann Lee\n:keywords: "light" and dark',
        5,
        "the value of ':keywords:' cannot be read; put all of it between single quotes, like "
        "'words'",
    ),
    "a number sign": paper(
        114,
        ":authors: Ann Lee (Laboratory #3)",
        4,
        "the value of ':authors:' is lost from ' #' on; put all of it between single quotes, like "
        "'words'",
    ),
    "an unknown topic under a long list": paper(
        115,
        ":authors: Ann Lee;\n  Bob Ray;\n  Cleo Fox\n:topics: infrence",
        7,
        "paper 'an-unknown-topic-under-a-long-list' names unknown topic 'infrence'; did you mean "
        "'inference'?",
    ),
    "two bad topics and no more": paper(
        116,
        ":topics: a, b\n:authors: Ann Lee",
        4,
        "paper 'two-bad-topics-and-no-more': topics 'a, b': put semicolons between ids, not commas",
    ),
    "text between options": paper(
        117,
        ":authors: Ann Lee (North,\nSouth)\n:topics: inference",
        5,
        "paper 'text-between-options': 'South)' stands between options; indent it if it goes on "
        "with the value above it, or move it under them and an empty line",
    ),
    "a name cut in two": paper(
        118,
        ":authors: Bob Ray; Ann\nLee\n:topics: inference",
        5,
        "paper 'a-name-cut-in-two': 'Lee' stands between options; indent it if it goes on with the "
        "value above it, or move it under them and an empty line",
    ),
    # Templates, and pages out of place -----------------------------------------------------------
    "the template as it is": Planted(
        TEMPLATE,
        3,
        "paper 'the-template-as-it-is': nothing is filled in yet; write the title after `#`, the "
        "submission number after `{paper}`, `:authors:`, and the summary",
    ),
    "the template's comment as text": Planted(
        "# Paper 122\n\n:::{paper} 122\n:authors: Ann Lee\n\n"
        + COMMENT.replace("% ", "", 1)
        + ":::\n",
        6,
        f"'{page_hints.SUMMARY}' is the template's, for those who write the page; write your own "
        "text in its place, or begin the line with '%'",
    ),
    "all of the template's comment as text": Planted(
        "# Paper 123\n\n:::{paper} 123\n:authors: Ann Lee\n\n"
        + COMMENT.replace("% ", "")
        + ":::\n",
        6,
        f"'{page_hints.SUMMARY}' is the template's, for those who write the page; write your own "
        "text in its place, or begin the line with '%'",
    ),
    "an option as the template has it": paper(
        124,
        f":authors: Ann Lee\n:keywords: {PAPER['keywords'].placeholder}",
        5,
        "paper 'an-option-as-the-template-has-it': keywords "
        f"'{PAPER['keywords'].placeholder}': this is the template's; write a value in its place",
    ),
    "the template's name": paper(
        119,
        ":authors: Ann Lee",
        3,
        "paper 'new-paper': name the file after the paper, in place of 'new-paper.md'",
        name="new-paper.md",
    ),
    "a page among papers": Planted(
        "# A page\n\nWords.\n",
        1,
        "the page is among papers and declares none; add a `{paper}` under its title, or move the "
        "page to another folder",
    ),
    "an empty page among papers": Planted(
        "", 1, "the page is empty; begin it with '# Title', or delete the file"
    ),
    "a paper without a title": Planted(
        ":::{paper} 120\n:authors: Ann Lee\n:::\n",
        1,
        "the page has no title; begin it with '# Title'",
    ),
    "a misspelled directive among papers": Planted(
        "# A page\n\n:::{papre} 121\n:authors: Ann Lee\n:::\n",
        3,
        "there is no directive 'papre'; did you mean 'paper'?",
    ),
}

HARMLESS: dict[str, Planted] = {
    "authors on indented lines": paper(
        201, ":authors: Ann Lee* (North;\n  South: a place); Bob\n    Ray\n:topics: inference"
    ),
    "authors on lines that begin with a colon": paper(
        202, ":authors: Ann Lee*\n:  (North; South: a place);\n:\tBob Ray\n:topics: inference"
    ),
    "authors on lines that end with semicolons": paper(
        203, ":authors: Ann Lee* (North; South: a place);\nBob Ray\n:topics: inference"
    ),
    "authors below their option": paper(
        204, ":topics: inference\n:authors:\n  Ann Lee* (North; South: a place);\n  Bob Ray"
    ),
    "authors between dashes": Planted(
        "# Paper 205\n\n:::{paper} 205\n---\nauthors: >-\n  Ann Lee* (North; South: a place);\n"
        "  Bob Ray\ntopics: inference\n---\nSummary.\n:::\n"
    ),
}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """Return the site of all papers."""
    return build(PAPERS | HARMLESS, "papers", tmp_path_factory.mktemp("papers"))


@pytest.mark.parametrize("title", PAPERS)
def test_a_mistake_at_a_paper_is_reported_once_with_line_and_remedy(
    title: str, built: Built
) -> None:
    page = PAPERS[title]
    assert reported(built, path_of(title, page, "papers")) == [(page.line, page.message)]


@pytest.mark.parametrize("title", HARMLESS)
def test_an_author_list_may_stand_on_several_lines(title: str, built: Built) -> None:
    path = path_of(title, HARMLESS[title], "papers")
    assert reported(built, path) == []
    found = built.domain.program.papers[path.removeprefix("papers/").removesuffix(".md")]
    assert [author.name for author in found.authors] == ["Ann Lee", "Bob Ray"]
    assert found.authors[0].affiliations == ("North", "South: a place")
    assert (found.topics, found.summary) == (("inference",), "Summary.")


def test_nothing_is_reported_of_other_pages(built: Built) -> None:
    planted = {path_of(title, page, "papers") for title, page in (PAPERS | HARMLESS).items()}
    assert [message for message in built.messages if message.file not in planted] == []
