"""Formulas where there is text alone."""

from __future__ import annotations

import pytest
from docutils import nodes

from sphinx_workshop.site.mathml import plain


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
