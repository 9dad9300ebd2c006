"""Mistakes that Markdown accepts are reported by file and line, each once, with the remedy."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from planted import Planted, build, path_of, reported
from small_workshop import FILES, appended

if TYPE_CHECKING:
    from engine_fixtures import MakeSite
    from inline_site import Built

KEEP = (
    "keep one of the two versions, and delete the lines that begin with '<<<<<<<', '=======' and "
    "'>>>>>>>'"
)
LOST = (
    "nobody sees a line that begins with '%'; write '\\%' for a percent sign, or put empty lines "
    "around a comment"
)
FRONT = "the lines between --- at the top cannot be read; delete them: pages here need none"

PAGES: dict[str, Planted] = {
    # Merge conflicts -----------------------------------------------------------------------------
    "a conflict in text": Planted(
        "# Page\n\n<<<<<<< HEAD\nOne.\n=======\nTwo.\n>>>>>>> main\n",
        3,
        f"a merge conflict was left here (lines 3 to 7); {KEEP}",
    ),
    "a conflict in options hides what follows from it": Planted(
        "# Page\n\n:::{deadline} Late\n:id: late\n<<<<<<< HEAD\n:when: 2016-01-01\n||||||| base\n"
        ":when: 2021-01-01\n=======\n:when: 2016-01-02\n>>>>>>> main\n:::\n",
        5,
        f"a merge conflict was left here (lines 5 to 11); {KEEP}",
    ),
    "a conflict of which one line is left": Planted(
        "# Page\n\nOne.\n\n=======\n\nTwo.\n", 5, f"a merge conflict was left here; {KEEP}"
    ),
    "an end of a conflict": Planted(
        "# Page\n\nOne.\n>>>>>>> 1a2b3c4 (Add one)\n",
        4,
        f"a merge conflict was left here; {KEEP}",
    ),
    # Titles --------------------------------------------------------------------------------------
    "an empty page": Planted(
        "", 1, "the page is empty; begin it with '# Title', or delete the file"
    ),
    "a page with a comment alone": Planted(
        "% Later.\n", 1, "the page is empty; begin it with '# Title', or delete the file"
    ),
    "a page without a title": Planted(
        "Words.\n", 1, "the page has no title; begin it with '# Title'"
    ),
    "a page that begins with a section": Planted(
        "## Section\n\nWords.\n", 1, "the page has no title; begin it with '# Title'"
    ),
    "an empty title": Planted("\n#\n\nWords.\n", 2, "the title is empty; write it after '#'"),
    "two titles": Planted(
        "# One\n\nWords.\n\n# Two\n",
        5,
        "the page has a second title (the first is on line 1); begin a section with '## '",
    ),
    "a title that a line of equals signs makes": Planted(
        "# One\n\nWords.\n=======\n",
        3,
        "the line of '=' below it makes this a second title (the first is on line 1); delete that "
        "line, or begin this one with '## ' for a section",
    ),
    # Text that is lost, or left as text ----------------------------------------------------------
    "a percent sign that hides a line": Planted("# Page\n\nAbout\n% 30 of all\ncases.\n", 4, LOST),
    "a percent sign before a paragraph": Planted("# Page\n\n% 30 of all\ncases.\n", 3, LOST),
    "a percent sign in a directive": Planted(
        "# Page\n\n:::{note}\n:class: x\n\nAbout\n% 30\n:::\n", 7, LOST
    ),
    "a picture whose path holds a space": Planted(
        "# Page\n\nWords, and\n![A map](my map.png).\n",
        4,
        "'![A map](my map.png)' is not a picture, because its path has a space; write "
        "'![A map](<my map.png>)'",
    ),
    "a picture with a space before its path": Planted(
        "# Page\n\n![A map] (map.png)\n",
        3,
        "'![A map] (map.png)' is not a picture; delete the space between ']' and '('",
    ),
    "a link with a space before its address": Planted(
        "# Page\n\nSee `this\ncode` or\n[the page] (https://example.org/x).\n",
        5,
        "'[the page] (https://example.org/x)' is not a link; delete the space between ']' and '('",
    ),
    "a link to a page whose path holds a space": Planted(
        "# Page\n\n:::{note}\nSee [it](my notes.md).\n:::\n",
        4,
        "'[it](my notes.md)' is not a link, because its path has a space; "
        "write '[it](<my notes.md>)'",
    ),
    "a hint of a template": Planted(
        "# Page\n\nWords.\n\nMore words, and\none sentence: what is it about, and for whom?\n",
        6,
        "'one sentence: what is it about, and for whom?' is the template's, for those who write "
        "the page; write your own text in its place, or begin the line with '%'",
    ),
    "a hint of a template on two lines": Planted(
        "# Page\n\n:::{note}\nWhat to submit, in which format,\nby when, and what happens to a "
        "submission.\n:::\n",
        4,
        "'What to submit, in which format, by when, and what happens to a submission.' is the "
        "template's, for those who write the page; write your own text in its place, or begin the "
        "line with '%'",
    ),
    "a person of a template": Planted(
        "# Page\n\n:::{person} First Last\n:affiliation: A University\n:::\n",
        3,
        "person 'first-last': this is the template's; write the person's name",
    ),
    # Formulas ------------------------------------------------------------------------------------
    "a formula with an open brace": Planted(
        "# Page\n\nWords and\nmore, $\\frac{1}{2$, words.\n",
        4,
        "formula '\\frac{1}{2' cannot be read: Unexpected end of stream, was expecting '}'",
    ),
    "a formula with a brace too many": Planted(
        "# Page\n\n*So $x}$.*\n",
        3,
        "formula 'x}' cannot be read: Unexpected mismatching closing brace: '}'",
    ),
    "a formula without an argument": Planted(
        "# Page\n\n| a |\n| - |\n| $\\frac{1}$ |\n",
        5,
        "formula '\\frac{1}' cannot be read: End of input while parsing arguments of macro "
        '"frac"',
    ),
    "a formula in a directive": Planted(
        "# Page\n\n```{math}\n\\left( x\n```\n",
        3,
        "formula '\\left( x' cannot be read: every \\left needs a \\right",
    ),
    "a formula in columns": Planted(
        "# Page\n\n$a & b$ in lines.\n",
        3,
        "formula 'a & b' cannot be read: '&' and '\\\\' stand between \\begin{aligned} and "
        "\\end{aligned}, '_' and '^' after a symbol",
    ),
    "a formula with an unknown command": Planted(
        "# On $\\nosuch$\n",
        1,
        "formula '\\nosuch' cannot be read: Unknown LaTeX command \"\\nosuch\".",
    ),
    "a formula that is not closed": Planted(
        "# Page\n\nThe angle is $\\alpha and no more.\n",
        3,
        "'$\\alpha' begins a formula that no '$' ends; add it",
    ),
    # Tables --------------------------------------------------------------------------------------
    "a table of rows with an open quote": Planted(
        '# Page\n\n:::{csv-table} T\n:header: a, b\n\n1, "2\n:::\n',
        3,
        'Error with CSV data in "csv-table" directive: unexpected end of data',
    ),
    "a table with an empty option": Planted(
        "# Page\n\n:::{csv-table} T\n:delim:\n\n1, 2\n:::\n",
        3,
        'Error with CSV data in "csv-table" directive: "delimiter" must be a 1-character string',
    ),
    "a table whose option cannot be read": Planted(
        "# Page\n\n:::{table} T\n:align: middle\n\n| a | b |\n| - | - |\n| c | d |\n:::\n",
        4,
        "'table': Invalid option value for 'align': middle: \"middle\" unknown; choose from "
        '"left", "center", or "right"',
    ),
    "a list as a table with uneven rows": Planted(
        "# Page\n\n:::{list-table}\n\n* - a\n  - b\n* - c\n:::\n",
        3,
        'Error parsing content block for the "list-table" directive: uniform two-level bullet list '
        "expected, but row 2 does not contain the same number of items as row 1 (1 vs 2).",
    ),
    # Front matter, and options between dashes -----------------------------------------------------
    "front matter that is not YAML": Planted("---\na: b\nc: [\n---\n# Page\n", 3, FRONT),
    "front matter that is a list": Planted("---\n- a\n---\n# Page\n", 2, FRONT),
    "options between dashes that cannot be read": Planted(
        "# Page\n\n:::{deadline} Late\n---\nid: late\nwhen: 'x\n---\n:::\n",
        6,
        "'deadline': Invalid options format: found unexpected end of stream",
    ),
    # Files ---------------------------------------------------------------------------------------
    "a page with another ending": Planted(
        "# Page\n",
        1,
        "this file is not built, because pages are Markdown; name it 'other.md'",
        name="other.markdown",
    ),
    "a page in another markup": Planted(
        "Page\n====\n",
        1,
        "this file is not built, because pages are Markdown; name it 'page.md'",
        name="page.rst",
    ),
}

HARMLESS: dict[str, Planted] = {
    "a title with a line under it": Planted("Page\n=======\n\nWords.\n"),
    "a conflict that is quoted": Planted(
        "# Page\n\n```{code-block} text\n<<<<<<< HEAD\n=======\n>>>>>>> main\n% x\n```\n\n"
        "```\n=======\n% 30\n```\n"
    ),
    "longer lines of signs": Planted("# Page\n\n```text\nx\n```\n\n>>>>>>>> quoted\n"),
    "comments that stand alone": Planted(
        "# Page\n\n% A comment\n% of two lines\n\nWords: 30 % of all.\n\n% Another.\n"
    ),
    "signs that are escaped": Planted(
        "# Page\n\n\\% 30, \\[x\\](my map.png), \\!\\[x\\](a b.png), \\$\\alpha.\n"
    ),
    "hints of a template in comments and code": Planted(
        "# Page\n\n% One sentence: what is it about, and for whom?\n\n"
        "`One sentence: what is it about, and for whom?`\n"
    ),
    "what is quoted as code": Planted(
        "# Page\n\n`![x](my map.png)` `[x] (https://example.org)` `$\\alpha`\n"
    ),
    "brackets and parentheses in prose": Planted(
        "# Page\n\nSee [1] (and others), f[x](a, b), [sic] (2016), an array[0] (the first).\n"
    ),
    "a link that is one, before parentheses": Planted(
        "# Page\n\n[x](https://example.org) (https://example.org/2)\n"
    ),
    "formulas that can be read": Planted(
        "# Page\n\n$\\left\\{ x \\right.$ $[0, 1)$ $\\text{a}_{b}^2$ $50\\%$\n\n"
        "$$\\begin{cases} 1 & x<0 \\\\ 0 & x \\end{cases}$$\n"
    ),
    "sections under a title": Planted("# Page\n\n## One\n\n```\n# Two\n```\n\n## Three\n"),
}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """Return the site of all pages."""
    return build(PAGES | HARMLESS, "plants", tmp_path_factory.mktemp("planted"))


@pytest.mark.parametrize("title", PAGES)
def test_a_mistake_on_a_page_is_reported_once_with_line_and_remedy(
    title: str, built: Built
) -> None:
    page = PAGES[title]
    found = reported(built, path_of(title, page, "plants"))
    assert found == [(page.line, page.message)]


@pytest.mark.parametrize("title", HARMLESS)
def test_what_looks_like_a_mistake_and_is_none_is_not_reported(title: str, built: Built) -> None:
    assert reported(built, path_of(title, HARMLESS[title], "plants")) == []


def test_nothing_is_reported_of_other_pages(built: Built) -> None:
    planted = {path_of(title, page, "plants") for title, page in (PAGES | HARMLESS).items()}
    assert [message for message in built.messages if message.file not in planted] == []


def test_a_page_with_a_conflict_is_read_in_its_first_version(built: Built) -> None:
    assert "late" in built.domain.program.deadlines


def test_a_figure_whose_width_is_empty_is_reported_and_shown(make_site: MakeSite) -> None:
    # docutils alone ends the build with a traceback there.
    drawing = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"></svg>'
    text = ":::{figure} map.svg\n:alt: A map\n:figwidth:\n:::"
    built = make_site(FILES | appended("notes.md", text) | {"map.svg": drawing}).build()
    (message,) = built.messages
    assert "Invalid option value for 'figwidth'" in message.text
    assert built.page("notes").find("figure")
