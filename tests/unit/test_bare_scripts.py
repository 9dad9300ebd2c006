"""Scripts without what says nothing to a browser."""

from __future__ import annotations

import pytest

from sphinx_workshop.site.minified import bare


@pytest.mark.parametrize(
    ("written", "published"),
    [
        ("/** Note. */\nlet a;\n", "let a;"),
        ("/**\n * Notes * of / several\n * lines.\n */\nlet a;\n", "let a;"),
        ("// Note.\nlet a;\n  // Another.\n  let b;\n", "let a;let b;"),
        ("let a; // beside the code\nlet b; /* here too */\n", "let a;let b;"),
        ("f(\n  a,\n\n  b,\n);\n", "f(a,b,);"),
        ("const f = (a) => a + 1;\n", "const f=(a)=>a+1;"),
    ],
)
def test_comments_and_needless_white_space_are_left_out(written: str, published: str) -> None:
    assert bare(written) == published


@pytest.mark.parametrize(
    "code",
    [
        'const url="https://example.org";',
        "const pattern=/^\\/*.*\\/ /;",
        'const words="/* no  comment */";',
        "const words=`// ${a} of ${b}`;",
        "const words=`a  b`;",
        "return typeof a in b",
        "a+ +b- -c",
        "let a=b\nlet c=d\nf()\n[1].g()\n(a)()",
        "if(a){}\nelse b",
        "a?.b",
    ],
)
def test_what_a_browser_reads_otherwise_stays(code: str) -> None:
    assert bare(code) == code
