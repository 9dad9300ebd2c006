"""Text from elsewhere is mere text on a page; formulas are words where there is text alone."""

from __future__ import annotations

import pytest
from docutils import nodes
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from sphinx_workshop.editing.markdown_text import (
    WIDTH,
    escaped,
    heading,
    paragraph,
    parser,
    plain_line,
    plain_text,
)
from sphinx_workshop.editing.page_text import directives, first_heading, lines_of, option_line
from sphinx_workshop.site.mathml import plain

# Signs that mean something to Markdown, to MyST, to YAML and to HTML come more often than others.
SIGNS = st.sampled_from("\\`*_[](){}<>&$#:;%|~^=+-.!\"'@0129ab yz\u00e9\u674e/?,")
WORDS = st.lists(
    st.text(st.one_of(SIGNS, st.characters(exclude_categories=["C", "Z"])), min_size=1), min_size=1
)
TEXTS = WORDS.map(lambda words: " ".join("".join(words).split())).filter(bool) | st.lists(
    st.sampled_from(
        [":::", "```", "{paper}", "---", "1.", "#", "(a)=", "%", "+++", "***", "<b>", "&amp;",
         "$x$", "$$", "[a](b)", "[^1]", "|", "|-|", "{doc}`x`", "==", "- ", ">", "~~", "text"]
    ),
    min_size=1,
).map(" ".join).map(lambda text: " ".join(text.split()))  # fmt: skip


def block_types(markdown: str) -> set[str]:
    return {token.type for token in parser().parse(markdown)}


@given(TEXTS)
def test_a_heading_prints_the_text_and_nothing_else(text: str) -> None:
    assert block_types(heading(escaped(text))) <= {"heading_open", "inline", "heading_close"}
    found = first_heading(lines_of(heading(escaped(text)) + "\n"))
    assert found is not None
    assert found.text == text


@given(TEXTS)
def test_a_heading_holds_no_markup(text: str) -> None:
    inline = next(
        token for token in parser().parse(heading(escaped(text))) if token.type == "inline"
    )
    assert {child.type for child in inline.children or ()} <= {"text"}


@given(TEXTS)
def test_a_paragraph_prints_the_text_and_is_one_paragraph(text: str) -> None:
    assert block_types(paragraph(text)) <= {"paragraph_open", "inline", "paragraph_close"}
    assert plain_text(paragraph(text)) == text


@given(st.lists(TEXTS, min_size=8, max_size=30).map(" ".join))
def test_a_long_paragraph_is_one_wherever_its_lines_end(text: str) -> None:
    assert block_types(paragraph(text)) <= {"paragraph_open", "inline", "paragraph_close"}
    assert plain_text(paragraph(text)) == text


@given(TEXTS)
def test_a_text_stays_inside_the_directive_that_holds_it(text: str) -> None:
    page = f":::{{paper}} 1\n:pages: 1\n\n{paragraph(text)}\n:::\n"
    (found,) = directives(lines_of(page))
    assert (found.name, found.end) == ("paper", len(lines_of(page)))
    assert found.option("pages") == "1"
    assert plain_text(found.content.text) == text


@given(TEXTS)
def test_an_option_gives_back_its_value(text: str) -> None:
    page = f":::{{paper}} 1\n{option_line('keywords', text)}\n:::\n"
    (found,) = directives(lines_of(page))
    assert found.options.keys() == {"keywords"}
    assert found.option("keywords") == text


@given(TEXTS)
def test_html_is_no_html(text: str) -> None:
    assert "<b>" not in MarkdownIt("commonmark").render(paragraph(f"{text} <b>"))


def test_common_text_is_written_as_it_reads() -> None:
    text = "GaN-based “lenses”: 5% (or 10) of a_b, e.g. it's 3/4 – done!"
    assert paragraph(text) == text


def test_long_text_is_folded() -> None:
    assert all(len(line) <= WIDTH for line in paragraph("word " * 100).splitlines())


@pytest.mark.parametrize(
    ("markdown", "words"),
    [
        ("*one* [two](x.md)", "one two"),
        (r"$\Lambda$CDM", "ΛCDM"),
        ("`code` &amp; more", "code & more"),
        (r"a \* b", "a * b"),
    ],
)
def test_markup_in_a_heading_is_read_as_its_words(markdown: str, words: str) -> None:
    assert plain_line(markdown) == words


@pytest.mark.parametrize(
    ("formula", "words"),
    [
        (r"\Lambda", "Λ"),
        (r"H_0", "H_0"),
        (r"\alpha<\beta", "α<β"),
        (r"10^{-3}\,\mathrm{Mpc}", "10^-3 Mpc"),
        (r"\frac{a}{b}", "a/b"),
        (r"\unknown", r"\unknown"),
    ],
)
def test_a_formula_in_words_is_in_unicode(formula: str, words: str) -> None:
    title = nodes.title("", "", nodes.Text("On "), nodes.math(formula, formula), nodes.Text("CDM"))
    before = title.pformat()
    assert plain(title) == f"On {words}CDM"
    assert title.pformat() == before


def test_a_formula_on_a_line_of_its_own_is_too() -> None:
    block = nodes.math_block("", r"E = m c^2")
    assert plain(block) == "E = m c^2"


def test_words_are_on_one_line_and_keep_their_characters() -> None:
    text = nodes.paragraph("", "a\n<b>  & $5 \\alpha “c”")
    assert plain(text) == "a <b> & $5 \\alpha “c”"


def test_a_comment_has_no_words() -> None:
    body = nodes.paragraph("", "", nodes.Text("Words"), nodes.comment("", "for those who edit"))
    assert plain(body) == "Words"
    assert plain(nodes.comment("", "for those who edit")) == ""
