"""What pages may hold, and what they may not: links, pictures, front matter, characters, names."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import unquote

import pytest

from inline_site import links
from linted_page import PICTURE, Linted
from sphinx_workshop.site.content_lint import DIRECTIVES, FRONT_MATTER, scheme
from sphinx_workshop.site.content_lint.characters import name

if TYPE_CHECKING:
    from engine_fixtures import MakeSite


def test_links_that_lead_somewhere_and_quoted_code_are_left_alone(make_site: MakeSite) -> None:
    content = """\
[web](https://example.org/a?b=c:d) [plain](http://example.org) [mail](mailto:a@example.org)
[feed](webcal://example.org/x.ics) [here](#home) [page](index.md) `[x](javascript:y)`
![words](picture.svg)

    [x](javascript:y)
"""
    found = make_site(
        {"index.md": f"# Home\n\n{content}\n", "picture.svg": PICTURE},
        myst_heading_anchors=1,
    ).build()
    assert found.messages == []
    assert set(links(found.page("index"))) >= {"web", "plain", "mail", "feed", "here", "page"}
    assert found.page("index").select("img")


INVISIBLE = [
    *("\x01", "\x0b", "\x0c", "\x1b", "\x7f", "\x85", "\u2028", "\u202e", "\u2066", "\ufeff"),
    *("\u200b", "\u200c", "\u200d", "\u200e", "\u200f", "\u2060", "\u00ad", "\u3164", "\ufffe"),
    *("\U000e0041", "\U000e007f"),
]


@pytest.mark.parametrize("character", INVISIBLE, ids=ascii)
def test_a_character_that_nobody_sees_is_rejected_where_it_stands(
    character: str, linted: Linted
) -> None:
    (message,) = linted.messages(f"One {character}word.")
    assert message.line == 5
    start = f"the line holds an invisible character, U+{ord(character):04X} "
    assert message.text.startswith(start)
    assert character not in linted.page(f"One {character}word.").get_text()


@pytest.mark.parametrize(
    ("character", "called"),
    [
        ("\u200b", "U+200B ZERO WIDTH SPACE"),
        ("\u00ad", "U+00AD SOFT HYPHEN"),
        ("\x01", "U+0001 control character"),
        ("\ufffe", "U+FFFE no character"),
    ],
)
def test_an_invisible_character_is_called_by_its_name(character: str, called: str) -> None:
    assert name(character) == called


SCRIPTS = (
    "Zoë עברית العربية می\u200cخواهم 李明 क्\u200dष क्\u200c শ্\u200dয 👩\u200d🔬 👩🏽\u200d🔬 "
    "🏳\ufe0f\u200d🌈 🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f "
    "\u0600١ a\u0301 non\u00a0break"
)


def test_letters_of_all_scripts_and_what_joins_them_are_welcome(linted: Linted) -> None:
    assert linted.messages(SCRIPTS) == []
    assert SCRIPTS in linted.page(SCRIPTS).get_text()


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


# What is right, and was once reported -----------------------------------------------------------


CAPITALS = "[a](HTTPS://example.org/Path) <HTTPS://example.org/b> [c](webcal://example.org/x)"


def test_addresses_in_capitals_and_of_calendars_are_links(linted: Linted) -> None:
    assert linted.messages(CAPITALS) == []
    assert set(links(linted.page(CAPITALS)).values()) >= {
        "https://example.org/Path",
        "https://example.org/b",
        "webcal://example.org/x",
    }


TEXTS = [
    r"\[x\](javascript:alert(1))",
    r"\[x\]\(javascript:alert(1)\)",
    r"\<javascript:alert(1)>",
    "a javascript:alert(1) b",
    "`[x](javascript:alert(1))`",
    "```\n[x](javascript:alert(1))\n<script>\n{include}\n```",
    "```text\n:::{include} x\n:::\n```",
    "{{ text }} and {% text %}",
    "`{include}`",
    "<!-- [x](javascript:alert(1)) -->",
    "% [x](javascript:alert(1))",
]


@pytest.mark.parametrize("content", TEXTS)
def test_text_that_looks_like_an_attack_is_text(content: str, linted: Linted) -> None:
    assert linted.messages(content) == []


def test_a_pdf_and_slides_in_the_folder_for_them_can_be_linked(make_site: MakeSite) -> None:
    content = "# Home\n\n[poster](assets/a%20b.pdf) [slides](assets/talk.pptx)\n"
    site = make_site({"index.md": content, "assets/a b.pdf": "%PDF-1.7"})
    (site.source / "assets/talk.pptx").write_bytes(b"PK\x03\x04")
    found = site.build()
    assert found.messages == []
    shown = links(found.page("index"))
    for words in ("poster", "slides"):
        assert (found.output / unquote(shown[words])).is_file()


def test_a_symbolic_link_within_the_folders_is_followed(make_site: MakeSite) -> None:
    site = make_site({"index.md": "# Home\n\n![Words](b.svg)\n", "a.svg": PICTURE})
    (site.source / "b.svg").symlink_to("a.svg")
    found = site.build()
    assert found.messages == []
    assert found.page("index").select("img")


# The list ---------------------------------------------------------------------------------------


ALLOWED = {
    "an admonition": ":::{seealso}\nWords.\n:::",
    "a table": ":::{table} Words\n| a |\n| - |\n| b |\n:::",
    "a list as a table": ":::{list-table}\n* - a\n  - b\n:::",
    "a table of rows": ":::{csv-table}\n:header: a, b\n\nc, d\n:::",
    "code": "```{code-block} python\n:caption: Words\nx = 1\n```",
    "a formula": "```{math}\n:label: total\na = b\n```\n\nSee {eq}`total`.",
    "a labelled formula": "$$a = b$$ (sum)\n\nSee {eq}`sum`.",
    "a target": "(there)=\n## There\n\nSee {ref}`there` and {ref}`it <there>`.",
    "cards and tabs": "::::{tab-set}\n:::{tab-item} A\nB\n:::\n::::\n\n:::{dropdown} C\nD\n:::",
    "a button": ":::{button-link} https://example.org\nWords\n:::",
    "small roles": "H{sub}`2`O, {kbd}`Enter`, {bdg-primary}`new`, {abbr}`ML (machine learning)`",
    "an object": ":::{deadline} Submission\n:id: sub\n:when: 2016-05-23\n:::\n\n{deadline}`sub`",
    "a footnote": "Words[^1].\n\n[^1]: More.",
}


@pytest.mark.parametrize("content", ALLOWED.values(), ids=ALLOWED.keys())
def test_what_pages_need_is_on_the_list(content: str, linted: Linted) -> None:
    assert linted.messages(content) == []


def test_harmless_front_matter_is_on_the_list(make_site: MakeSite) -> None:
    above = "---\norphan: true\ntocdepth: 2\nno-search: true\n---\n\n"
    files = {"index.md": "# Home\n", "a.md": f"{above}# A\n", "b.md": "---\norphan:\n---\n\n# B\n"}
    assert make_site(files).build().messages == []


@pytest.fixture(scope="module")
def linted(tmp_path_factory: pytest.TempPathFactory) -> Linted:
    """Return a page of each content, all built together."""
    invisible = [f"One {character}word." for character in INVISIBLE]
    contents = (*invisible, SCRIPTS, CAPITALS, *TEXTS, *ALLOWED.values())
    return Linted(tmp_path_factory.mktemp("linted"), contents)


def test_the_lists_are_settings(make_site: MakeSite) -> None:
    above = "---\nauthor: Me\n---\n\n# Home\n\n"
    below = "```{epigraph}\nWords.\n```\n\n{pep}`8`\n\n:::{note}\nA.\n:::\n"
    site = make_site({"index.md": above + below})
    assert [message.line for message in site.build().messages] == [2, 7, 11]
    site.configure(
        workshop_lint_directives=[*DIRECTIVES, "epigraph"],
        workshop_lint_roles=["pep"],
        workshop_lint_front_matter=[*FRONT_MATTER, "author"],
    )
    assert site.build().messages == []
    site.configure(workshop_lint_directives=["epigraph"])
    assert [message.line for message in site.build().messages] == [13]


def test_a_link_to_a_file_that_is_no_page_names_the_remedy(make_site: MakeSite) -> None:
    site = make_site(
        {"index.md": "# Home\n\n[Read me](README.md)\n", "README.md": "# Read me\n"},
        exclude_patterns=["README.md"],
    )
    (message,) = site.build().messages
    assert message[:2] == ("index.md", 3)
    assert message.text.startswith(
        "'README.md' is not a page of the site; link to a page, or to the file's address on the web"
    )
