"""Titles and abstracts with the dirt that real exports have; the papers are invented."""

# ruff: noqa: E501 - each text stands on a line of its own, as a cell of a table has it

from __future__ import annotations

TITLES = [
    "Meadow-Net: Learning $\\alpha$-Stable Grass in $O(n\\log n)$",
    "A* Search over {L}awns with {GAN}s",
    "G\\\"odel, {\\'E}lie and Erd\\H{o}s on \\textit{Grass} \\& Hay",
    "When 2*3*4 < 5_000: snake_case, __init__ and C:\\new",
    "“Curly” – ‘quotes’ &amp; H<sub>2</sub>O at 50\\%",
    "From $5 to $10: Prices of Hay",
    "\\texttt{HayStack}: {{Find}} \\emph{Needles} #1",
]
ABSTRACTS = [
    "We bound the error by $\\mathcal{O}(\\sqrt{n}/\\epsilon^{2})$, where $n$ is the number of cows.",
    "Let \\(f\\colon X\\to Y\\) be a map and \\[ \\int_0^1 f(x)\\,dx = 1. \\] Then $$a^2+b^2=c^2$$ holds.",
    "\\begin{align} a &= b \\label{eq:1} \\\\ c &= d \\nonumber \\end{align} See \\eqref{eq:1}.",
    "Accuracy rises by 10\\% (from 5$\\times$10$^{-3}$ to H$_2$O) at $\\nosuchmacro{x}$ and $\\mathbbm{1}$.",
    "As shown by \\citet{rivera14} and others \\citep[see][p.~2]{lee16,oz15}, \\unknown{kept} stays.",
    "\\textbf{Bold} and \\emph{nested \\textbf{words}}, {\\em switched}, \\textsc{Caps}, \\mbox{boxed}.",
    "Sets {1,2,3}, regexes \\d+ and [^a-z]*, paths C:\\new\\table and \\\\server\\share, JSON {\"a\": 1}.",
    "We need a < b and c > d; p<0.05, x<y>z, <s> tokens and vectors <x>, <y>.",
    "It costs $5 or $10, $5-$10, US$ and A$; `$HOME` and $PATH are paths, ~5% of ~10.",
    "2*3*4, A* and B* search, *-algebras, snake_case, __init__, _private_, 5 * 6 * 7, **bold** x.",
    "First paragraph.\n\nSecond paragraph,\nin two lines.\n\n- one\n- two\n\n1. first\n2. second",
    "See https://example.org/a_b(c)?x=1&y=2#z, <https://example.org>, [words](https://example.org/w).",
    "<p>Hello <b>bold</b> &amp; <i>it</i>;<br/>next &lt;x&gt;</p><ul><li>one</li><li>two</li></ul>",
    "<p>It is <a href=\"https://example.org/?a=1&amp;b=2\">a link</a> x<sup>2</sup>, y<sub>i</sub>.",
    "It\\'s said that \\\"open\\\" models don\\'t; ``so'' they --- say -- at 3--5 \\ldots{} `now'.",
    "Na\\\"{\\i}ve Erd\\H{o}s, Ko\\v zek, \\c{C}a\\u{g}l\\i, \\O{}re, \\ss, Sm{\\o}rg{\\aa}s, \\'Elan.",
    "Code `x = [1]` and ```y``` and\n```python\nfor x in y:\n    pass\n```\nand $a_{`b`}$.",
    "# Heading\n> quote\n---\n    indented\n===\n| a | b |\n|---|---|\n:::{note}\n:::\n(a)=\n+++\n% x",
    "{{ jinja }} {% tag %} {paper}`x` {doc}`/etc` [^1] [x][y] ![pic](http://example.org/p.png) <!-- c -->",
    "Me\u0301dard’s “curly”\u00a0text\u2009with\u200bzero\u00adwidth, 李明, \u0639\u0631\u0628\u064a, 𝔘 👩\u200d🚀, 5′ · ½.",
    "\\begin{itemize}\n\\item One $x$\n\\item \\emph{Two}\n\\end{itemize}\n\\section{Not} here \\footnote{A note.}",
    "\\url{https://example.org/a\\_b} \\href{https://example.org}{there} \\alpha-Net \\pm 5 \\LaTeX\\ works.",
    "$a$$b$, $unclosed, $ spaced $, \\$5, $$, $x$2, {unclosed, unclosed}, \\textbf{unclosed, \\begin{x}",
    "a &notit; &copy=2 AT&T R&D &#8211; &#x3b1; &nbsp; &amp;lt; &unknown; a;b",
    "pages: 8 of them\n:arxiv: none", ":topics: meadows\n\n:code: x", "a line\n:keywords: b; c",
    "\\", "$", "*", "<", "`", "{", "- ", "1.", "#", "\\(", "$$$$",
]  # fmt: skip
