"""Makes strings of what HTML, XML, JSON, LaTeX, calendars, Markdown and browsers might obey."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hypothesis import strategies as st

from sphinx_workshop.site.content_lint import visible

if TYPE_CHECKING:
    from random import Random

PIECES = [
    "<script>alert(1)</script>", "</script>", "<!--", "-->", "]]>", "<![CDATA[", "</title>",
    "<b>", "<img src=x onerror=alert(1)>", '" onload="alert(1)', "' onload='x", "</style>",
    "<svg/onload=x>", "javascript:alert(1)", "&", "&amp;", "&#60;", "&lt;b&gt;",
    "&notanentity;", "<", ">", '"', "'", "`", "``", "\\", "\\\\", "\\n", "\\u003c", "{", "}",
    "{{", "}}", "{% x %}", "${x}", "$", "$x$", "$$", "%", "%3Cb%3E", "#", "~", "^", "_", "__",
    "*", "**", "[a](b)", "![a](b)", "[", "]", "(", ")", ":", "::", ";", ",", "\\;",
    "BEGIN:VEVENT", "END:VCALENDAR", "@", "=", "=1+1", "+1", "-1", "|", "/", "../", "//x.org",
    "http://x.org", "\\begin{x}", "\\input{/etc/passwd}", "and", "AND", "--", "---", "...",
    "1.", "- a", "é", "ß", "İ", "ı", "ﬁ", "Å", "a\u0301", "Ž", "李明", "עברית", "👩\u200d🔬",
    "\u200f", "\u00ad", "\u00a0", "\u200b", "𝔘", "\U0010ffff", "\ud7ff", "‘x’", "“x”", "–",
    "null", "NaN", "0", "{paper}`x`", ":::", "```", "---", "constructor", "__proto__",
    "x" * 300,
]  # fmt: skip

# Latin with its accents, Cyrillic, Hebrew, Arabic, Devanagari, Chinese, pictures.
SCRIPTS = [
    range(0xC0, 0x17F),
    range(0x400, 0x4FF),
    range(0x5D0, 0x5EA),
    range(0x621, 0x64A),
    range(0x905, 0x939),
    range(0x4E00, 0x9FFF),
    range(0x1F300, 0x1F5FF),
]

_SPACE = re.compile(r"\s+")


def folded(text: str) -> str:
    """Return text as it can be typed on one line: without hidden characters, white space folded."""
    return _SPACE.sub(" ", visible(text)).strip()


def hostile(random: Random, without: str = "") -> str:
    """Return a string that holds a letter, and none of some signs."""
    pieces = random.choices(PIECES, k=random.randint(1, 5))
    pieces += [chr(random.choice(random.choice(SCRIPTS))) for _ in range(random.randint(0, 3))]
    random.shuffle(pieces)
    text = random.choice(["", " "]).join(pieces)
    for sign in without:
        text = text.replace(sign, "")
    return folded(f"{text}{random.choice('abcdefgh')}{random.randint(0, 10**9)}")


def texts(without: str = "") -> st.SearchStrategy[str]:
    """Return a strategy for such strings, and for any others that can be typed on one line."""
    pieces = st.lists(st.sampled_from(PIECES), max_size=6).map("".join)
    return (
        st.builds(lambda a, b, c: folded(a + b + c), st.text(), pieces, st.text())
        .map(lambda text: folded("".join(c for c in text if c not in without)))
        .filter(bool)
    )


def as_markdown(text: str) -> str:
    """Return text as it is typed in Markdown, so that every sign stands for itself."""
    return re.sub(r"([!-/:-@\[-`{-~])", r"\\\1", text)
