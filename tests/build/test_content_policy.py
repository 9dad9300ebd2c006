"""Links that run or reveal something, and pictures from elsewhere, are refused where they stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from inline_site import SETTINGS, links
from sphinx_workshop.site.content_lint import scheme

if TYPE_CHECKING:
    from conftest import MakeSite
    from inline_site import Built

EXTENSIONS = [*SETTINGS["extensions"], "sphinx_design"]
PICTURE = '<svg xmlns="http://www.w3.org/2000/svg"/>'


def built(make_site: MakeSite, content: str) -> Built:
    """Build a page whose fifth line begins with the content."""
    files = {"index.md": f"# Home\n\nText.\n\n{content}\n", "picture.svg": PICTURE}
    return make_site(files, extensions=EXTENSIONS).build()


@pytest.mark.parametrize(
    "content",
    [
        "[words](javascript:alert(1))",
        "[words](JavaScript:alert(1))",
        "[words](java&#115;cript:alert(1))",
        "**[words](<javascript:alert(1)>)**",
        "<javascript:alert(1)>",
        "<data:text/html,x>",
        "[words](vbscript:x)",
        "[words](file:///etc/passwd)",
        "[words](ftp://example.org/x)",
        "[words][name]\n\n[name]: javascript:alert(1)",
        "## [words](javascript:alert(1))",
        "| a |\n| - |\n| [words](javascript:alert(1)) |",
        "```{eval-rst}\n`words <javascript:alert(1)>`_\n```",
        ":::{card} Card\n:link: javascript:alert(1)\n:::",
        ":::{button-link} javascript:alert(1)\nwords\n:::",
        ":::{figure} picture.svg\n:target: javascript:alert(1)\n:alt: words\n:::",
    ],
)
def test_a_link_that_runs_or_reveals_is_refused_where_it_stands(
    content: str, make_site: MakeSite
) -> None:
    found = built(make_site, content)
    (message,) = found.messages
    assert message.file == "index.md"
    assert 5 <= message.line <= 8
    assert message.text.startswith("the link to '")
    assert message.text.endswith(
        "or the path of a page (https://example.org/guide#links-and-pictures)"
    )
    assert found.status == 1
    schemes = {scheme(address) for address in links(found.page("index")).values()}
    assert schemes <= {"", "https"}


@pytest.mark.parametrize(
    "address", ["https://example.org/x.png", "//example.org/x.png", "data:image/png;base64,AAAA"]
)
def test_a_picture_that_readers_would_fetch_from_elsewhere_is_refused(
    address: str, make_site: MakeSite
) -> None:
    found = built(make_site, f"![words]({address})")
    (message,) = found.messages
    assert message[:2] == ("index.md", 5)
    assert message.text.startswith(f"the picture '{address}' would be fetched from elsewhere")
    assert not found.page("index").select("img")


def test_links_that_lead_somewhere_and_quoted_code_are_left_alone(make_site: MakeSite) -> None:
    content = """\
[web](https://example.org/a?b=c:d) [plain](http://example.org) [mail](mailto:a@example.org)
[feed](webcal://example.org/x.ics) [here](#home) [page](index.md) `[x](javascript:y)`
![words](picture.svg)

    [x](javascript:y)
"""
    found = make_site(
        {"index.md": f"# Home\n\n{content}\n", "picture.svg": PICTURE},
        myst_url_schemes=["http", "https", "mailto", "webcal"],
        myst_heading_anchors=1,
    ).build()
    assert found.messages == []
    assert set(links(found.page("index"))) >= {"web", "plain", "mail", "feed", "here", "page"}
    assert found.page("index").select("img")


@pytest.mark.parametrize(
    "sign", ["\x01", "\x0b", "\x0c", "\x1b", "\x7f", "\x85", "\u2028", "\u202e", "\u2066", "\ufeff"]
)
def test_a_sign_that_nobody_sees_is_refused_where_it_stands(sign: str, make_site: MakeSite) -> None:
    found = built(make_site, f"One {sign}word.")
    (message,) = found.messages
    assert message[:2] == ("index.md", 5)
    assert message.text.startswith(f"the line holds a sign that no one sees, U+{ord(sign):04X};")
    assert sign not in found.page("index").get_text()


def test_letters_of_all_scripts_and_what_joins_them_are_welcome(make_site: MakeSite) -> None:
    words = (
        "Zoë עברית العربية\u200f 李明 क्\u200dष 👩\u200d🔬 a\u0301 soft\u00adhyphen non\u00a0break"
    )
    found = built(make_site, words)
    assert found.messages == []
    assert words in found.page("index").get_text()


@pytest.mark.parametrize(
    ("address", "read"),
    [
        ("java\nscript:alert(1)", "javascript"),
        ("\x01 JAVASCRIPT:alert(1)", "javascript"),
        ("https://example.org", "https"),
        ("//example.org", "//"),
        ("\\\\example.org", "//"),
        ("a/b:c", ""),
        ("#a:b", ""),
        ("", ""),
    ],
)
def test_an_address_is_read_as_browsers_read_it(address: str, read: str) -> None:
    assert scheme(address) == read
