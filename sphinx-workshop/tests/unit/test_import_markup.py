"""Texts of exports become Markdown that shows what they say, or the report names the change."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from bs4 import BeautifulSoup
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from page_words import page_text, squeezed
from sphinx_workshop.editing.markdown_text import parser
from sphinx_workshop.editing.page_text import directives, lines_of
from sphinx_workshop.imports.markup import convert
from sphinx_workshop.imports.markup.characters import composed
from thorough import THOROUGH

if TYPE_CHECKING:
    from sphinx_workshop.imports.markup.convert import Converted

EXAMPLES = 5_000 if THOROUGH else 100
PROPERTY = settings(
    max_examples=EXAMPLES, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)


def reported(typed: str, found: Converted) -> bool:
    return convert.is_changed(typed, found.shown)


# What is kept, and what is read -----------------------------------------------------------------


@pytest.mark.parametrize(
    "typed",
    [
        r"$O(n\log n)$ and $x_i$, $k$-means, 3$\times$3, $ n $, $\alpha$2",
        r"sets {1,2,3}, {a: b}, \d+, \w*, [^a-z], C:\new\table, \\server\share, \foo",
        "a < b and c > d, x<y, x <b and c> d, <s> and <x>, p<0.05",
        "it costs $5 and $10, $5-$10, US$ and A$, $HOME and $PATH, ($5) or ($6)",
        "5 $ and $ 6, $7$ for $10 and US$ 5, $20; A$, $1, 2, or $3, 4",
        "$" + "1," * 200 + "; $",
        "2*3*4, A* search, *-algebras, __init__, snake_case, ~5%, x ~ y, 50% & #1",
        "R&D, AT&T, a?b=1&copy=2, &notin, x--y, --flag, 'so' and `so",
        "a) one 2. two - three + four > five # six = seven | eight",
        "::: ::::: ```x {paper} {{x}} {% y %} (a)= +++ [^1] [x] [x][y] ![",
        "see https://example.org/a_b(c)?x=1&y=2#z, and (https://example.org/).",
        "Me\u0301dard, 李明, \u0639\u0631\u0628\u064a, 👩\u200d🚀, “so” – it’s 5′ · 𝔘",
    ],
)
def test_what_is_no_markup_stays_to_the_letter(typed: str) -> None:
    for read in (convert.block, convert.line):
        found = read(typed)
        assert squeezed(found.shown) == squeezed(composed(typed))
        assert not reported(typed, found)
    assert page_text(convert.block(typed).markdown) == squeezed(composed(typed))


@pytest.mark.parametrize(
    ("typed", "markdown"),
    [
        (r"\(x^2\) and \[a = b\]", "$x^2$ and\n\n$$\na = b\n$$"),
        (r"\begin{align*} a &= b \\ c &= d \end{align*}",
         "$$\n\\begin{aligned} a &= b \\\\ c &= d \\end{aligned}\n$$"),
        (r"10$^5$ H$_2$O", "10${}^5$ H${}_2$O"),
        (r"$\nosuch{x}$ stays", r"`$\nosuch{x}$` stays"),
        (r"\texttt{FedAvg}, \textsf{Fed} \mbox{Avg}", "`FedAvg`, Fed Avg"),
        (r"\unknown{kept} \unknown{a}{b}", "kept a b"),
        (r"\citep[see][p.~2]{lee16,ray} \ref{eq:1}", r"\[see lee16, ray, p. 2\] \[eq:1\]"),
        (r"{\"o} \"{o} G\"odel Erd\H{o}s Ko\v zek \'Elie na\"{\i}ve \o{}re",
         "ö ö Gödel Erdős Kožek Élie naïve øre"),
        (r"it\'s, don\'t, said \"open\" and \"odd\"", "it's, don't, said \"open\" and \"odd\""),
        (r"\emph{a} \textbf{b \emph{c}} {\em d} \textit{x}y", "*a* **b *c*** *d* *x*y"),
        (r"50\% \& a\_b \# \$5 \{x\} 10\,000", r"50% & a_b # \$5 \{x\} 10 000"),
        ("``So'' --- it is \\ldots{} `so'", "“So” — it is … ‘so’"),
        (r"\alpha-Net, \pm 5, 5\textdegree C, \LaTeX", r"α-Net, ± 5, 5°C, \\LaTeX"),
        (r"\url{https://x.org/a_b} \href{https://x.org}{words}",
         "<https://x.org/a_b> [words](https://x.org)"),
        (r"so: \begin{itemize} \item a \item $b$ \end{itemize} end", "so:\n\n- a\n- $b$\n\nend"),
        ("one\n\ntwo\nlines", "one\n\ntwo lines"),
        ("- a\n- b *c*\n\n1. d\n2. e", "- a\n- b *c*\n\n1. d\n2. e"),
        ("**b** [w](https://x.org) `c`", "**b** [w](https://x.org) `c`"),
        ("<p>a <b>b</b></p><p>c<br>d</p>", "a **b**\n\nc\n\nd"),
        ("<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>", "- a\n\n  - b\n\n- c"),
        ("a &lt; b &amp;amp; &quot;c&quot; &#8211; &nbsp;d", 'a \\< b \\&amp; "c" – d'),
        ('<a href="https://x.org">w</a> <a href="javascript:x">v</a>',
         "[w](https://x.org) v (javascript:x)"),
        ("10<sup>5</sup> H<sub>2</sub>O x<sup>th</sup>", "10⁵ H₂O x{sup}`th`"),
        ("<script>x</script>a<!-- b -->c", "ac"),
        ("[1]: https://x.org\n", r"\[1\]: <https://x.org>"),
    ],
)  # fmt: skip
def test_markup_is_read(typed: str, markdown: str) -> None:
    assert convert.block(typed).markdown == markdown


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        (r"$O(n\log n)$-\emph{Nets} {\"o}", "O(n log n)-Nets ö"),
        ("Krishna (Dj) Lee", "Krishna (Dj) Lee"),
        ("{BigNet} *so* `x`", "BigNet *so* `x`"),
        ("", ""),
    ],
)
def test_where_there_is_text_alone_there_are_words(typed: str, words: str) -> None:
    assert convert.words(typed) == words


# Properties -------------------------------------------------------------------------------------

WORD = st.text("abcdeé李", min_size=1, max_size=4)
NUMBER = st.integers(0, 99).map(str)
FORMULA = st.sampled_from(
    [r"\alpha", "x^2", r"O(n\log n)", "a < b", r"\frac{a}{b}", "k", "p=5", r"\{x\}", r"x_{i,j}"]
)
SIGN = st.sampled_from([*"\\`*_[](){}<>$&#~^|=+-.,:;!?'\"@%/0", "--", "``", "''", "**", "\n", " "])
MACRO = st.sampled_from(
    [r"\emph{", r"\textbf{", r"\texttt{", r"\foo{", r"\cite{", r"\'e", r"\"", r"\(", r"\)", r"\[",
     r"\]", r"\begin{itemize}", r"\item ", r"\end{itemize}", r"\\", r"\d", r"\v ", "{\\bf ", "}"]
)  # fmt: skip
TAG = st.sampled_from(
    ["<b>", "</b>", "<p>", "</p>", "<ul>", "<li>", "</li>", "</ul>", "<br>", "<i>", "</i>", "<sub>",
     "</sub>", "<a href='https://x.org'>", "</a>", "&amp;", "&lt;", "<code>", "</code>", "<x>"]
)  # fmt: skip
BLOCK = st.sampled_from(
    ["\n\n", "\n- ", "\n1. ", "\n# ", "\n> ", "\n```\n", "\n    ", "\n:::\n", "\n---\n"]
)
DOLLARS = FORMULA.map(lambda source: f"${source}$")
ANY = st.lists(
    WORD | SIGN | MACRO | TAG | BLOCK | DOLLARS | st.just("https://x.org/a_b"), max_size=25
).map("".join)


@PROPERTY
@given(ANY)
@example("$x$$")
@example("\\")
@example("a <p\n> b")
@example("`a\n\nb`")
@example("<li>\n\n```\nx")
def test_a_page_shows_what_was_typed_or_the_change_is_known(typed: str) -> None:
    found = convert.block(typed)
    on_page = page_text(found.markdown, marks=True)
    assert squeezed(found.shown) == on_page
    assert reported(typed, found) == (on_page != squeezed(composed(typed)))


@PROPERTY
@given(ANY)
def test_a_text_stays_inside_of_its_directive_and_is_the_same_when_it_is_read_again(
    typed: str,
) -> None:
    found = convert.block(typed)
    page = f":::{{paper}} 1\n:pages: 1\n\n{found.markdown}\n:::\n"
    (paper,) = directives(lines_of(page))
    assert paper.end == len(lines_of(page))
    assert convert.line(typed).markdown.count("\n") == 0


MARKED = st.one_of(
    WORD,
    WORD.map(lambda word: f"*{word}*"),
    st.lists(WORD, min_size=1, max_size=3).map(lambda words: f"**{' '.join(words)}**"),
    WORD.map(lambda word: f"[{word}](https://x.org/{len(word)})"),
    WORD.map(lambda word: f"`{word}`"),
    st.sampled_from(["$x^2$", r"$\alpha$", "$k$"]),
    NUMBER,
)
LINE = st.lists(MARKED, min_size=1, max_size=6).map(" ".join)
ITEMS = st.lists(LINE, min_size=1, max_size=3)
MARKDOWN = st.lists(
    LINE | ITEMS.map(lambda items: "\n".join(f"- {item}" for item in items)), min_size=1, max_size=4
).map("\n\n".join)


@PROPERTY
@given(MARKDOWN)
def test_markdown_shows_what_a_renderer_of_markdown_shows(typed: str) -> None:
    reference = BeautifulSoup(MarkdownIt("commonmark").render(typed), "html.parser")
    page = BeautifulSoup(parser().render(convert.block(typed).markdown), "html.parser")
    assert page_text(convert.block(typed).markdown) == squeezed(reference.get_text())
    for tag in ("p", "li", "em", "strong", "a", "code"):
        there = [
            found.get_text() for found in reference.find_all(tag) if "$" not in found.get_text()
        ]
        math_aside = [found for found in page.find_all(tag) if not found.select(".math")]
        assert [squeezed(found.get_text()) for found in math_aside] == [*map(squeezed, there)]


HTML = st.recursive(
    st.one_of(WORD, NUMBER, st.sampled_from(["a &lt; b", "&amp;", "é"])),
    lambda inner: st.one_of(
        inner.map(lambda text: f"<b>{text}</b>"),
        inner.map(lambda text: f"<span class='x'>{text}</span>"),
        inner.map(lambda text: f"<a href='https://x.org'>{text}</a>"),
        st.lists(inner, min_size=1, max_size=3).map(" ".join),
    ),
    max_leaves=6,
)
HTML_PAGE = st.lists(
    HTML.map(lambda text: f"<p>{text}</p>")
    | st.lists(HTML, min_size=1, max_size=3).map(
        lambda items: f"<ul>{''.join(f'<li>{item}</li>' for item in items)}</ul>"
    ),
    min_size=1,
    max_size=3,
).map("".join)


@PROPERTY
@given(HTML_PAGE)
def test_html_shows_what_a_renderer_of_html_shows(typed: str) -> None:
    reference = BeautifulSoup(typed, "html.parser")
    found = convert.block(typed)
    page = BeautifulSoup(parser().render(found.markdown), "html.parser")
    assert page_text(found.markdown) == squeezed(reference.get_text())
    assert reported(typed, found)
    assert len(page.find_all("li")) == len(reference.find_all("li"))


PAIRS = st.lists(
    st.one_of(
        WORD.map(lambda word: (word, word)),
        WORD.map(lambda word: (rf"\emph{{{word}}}", word)),
        WORD.map(lambda word: (rf"\textsf{{{word}}}", word)),
        WORD.map(lambda word: (rf"\nosuch{{{word}}}", word)),
        WORD.map(lambda word: (rf"\texttt{{{word}}}", word)),
        WORD.map(lambda word: (rf"\cite{{{word}}}", f"[{word}]")),
        st.sampled_from(
            [(r"{\"o}", "ö"), (r"\'{e}", "é"), (r"\v{z}", "ž"), (r"5\%", "5%"), (r"\&", "&"),
             (r"a\_b", "a_b"), ("{1,2}", "{1,2}"), (r"\d+", r"\d+"), ("a < b", "a < b"),
             (r"\ldots{}", "…"), ("``q''", "“q”"), ("$5", "$5"), ("<x>", "<x>"), ("A*", "A*")]
        ),
        DOLLARS.map(lambda formula: (formula, formula)),
    ),
    min_size=1,
    max_size=10,
)  # fmt: skip


@PROPERTY
@given(PAIRS)
def test_latex_shows_what_it_means(pairs: list[tuple[str, str]]) -> None:
    typed, meant = (" ".join(parts) for parts in zip(*pairs, strict=True))
    found = convert.block(typed)
    assert page_text(found.markdown) == squeezed(composed(meant))
    assert reported(typed, found) == (squeezed(typed) != squeezed(meant))
