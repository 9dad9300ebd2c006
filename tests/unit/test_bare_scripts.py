"""Scripts without what says nothing to a browser."""

from __future__ import annotations

import pytest

from bare_scripts import bare


@pytest.mark.parametrize(
    ("written", "published"),
    [
        ("/** Note. */\nlet a;\n", "let a;\n"),
        ("/**\n * Notes * of / several\n * lines.\n */\nlet a;\n", "let a;\n"),
        ("// Note.\nlet a;\n  // Another.\n  let b;\n", "let a;\nlet b;\n"),
        ("f(\n  a,\n\n  b,\n);\n", "f(\na,\nb,\n);\n"),
    ],
)
def test_comments_and_indentation_are_left_out(written: str, published: str) -> None:
    assert bare(written) == published


@pytest.mark.parametrize(
    "code",
    [
        'const url = "https://example.org"; // stays\n',
        "const pattern = /^\\/*.*\\//;\n",
        "/** @type {string} */ (a).b();\nlet c; /* stays */\n",
        'const words = "/* no comment */";\n',
    ],
)
def test_what_may_be_code_stays(code: str) -> None:
    assert bare(code) == code
