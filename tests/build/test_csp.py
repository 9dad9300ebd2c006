"""Every page carries a policy that names what is inline on it by its hash, and allows no more."""

from __future__ import annotations

import base64
import hashlib
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from sphinx.errors import ExtensionError

from engine_fixtures import MakeSite
from inline_site import SETTINGS, parsed
from real_site import ROOT, run_sphinx
from sphinx_workshop.site.csp import secured
from sphinx_workshop.site_check.policy import policies

EXTENSIONS = [*SETTINGS["extensions"], "sphinx_workshop.site.csp"]
FILES = {"index.md": "# Home\n\n:::{toctree}\nother\n:::\n", "other.md": "# Other\n"}


def sources(page: str, directive: str) -> list[str]:
    """Return what the policy of a rendered page allows."""
    return policies(BeautifulSoup(secured(page, "page"), "html.parser"))[directive]


def sha256(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def page(body: str, head: str = '<meta charset="utf-8">') -> str:
    return f"<!DOCTYPE html>\n<html><head>{head}<title>x</title></head><body>{body}</body></html>"


def test_inline_scripts_and_styles_are_named_by_their_hashes() -> None:
    script, style = ' if (1 < 2 && "é") f("<b>");\n', "\n a > b { color: red }"
    inline = page(f"<script>{script}</script><noscript><style>{style}</style></noscript>")
    assert sources(inline, "script-src") == ["'self'", sha256(script)]
    assert sources(inline, "style-src") == ["'self'", sha256(style)]


@pytest.mark.parametrize(
    "harmless",
    [
        '<script src="a.js"></script>',
        '<script type="application/ld+json">{"a": 1}</script>',
        "<!-- <script>out()</script> -->",
        """<p title="<script>words()</script>" lang='>'>x</p>""",
        '<p title="on=off">onclick=go</p>',
        "",
    ],
)
def test_files_data_and_words_that_look_like_a_handler_need_no_hash(
    harmless: str,
) -> None:
    assert sources(page(harmless), "script-src") == ["'self'"]


def test_a_style_attribute_is_allowed_as_it_stands_and_no_other() -> None:
    found = sources(page('<p style="width: 50%; content: &quot;a&quot;">x</p>'), "style-src")
    assert found == ["'self'", "'unsafe-hashes'", sha256('width: 50%; content: "a"')]
    assert "'unsafe-hashes'" not in sources(page("<p>x</p>"), "style-src")


@pytest.mark.parametrize(
    "handled",
    [
        '<p onclick="alert(1)">x</p>',
        "<P TITLE='>' ONCLICK\n= alert(1)>x</P>",
        '<p title="x"onclick=alert(1)>x</p>',
        "<svg/onclick=alert(1)>",
        "<a title=<b onclick=alert(1)>x",
    ],
)
def test_an_event_handler_stops_the_build(handled: str) -> None:
    with pytest.raises(ExtensionError, match="page 'page' has the attribute 'onclick'"):
        secured(page(handled), "page")


def test_the_policy_stands_before_all_that_it_governs() -> None:
    text = secured(page("", '<meta charset="utf-8"><script>x</script>'), "page")
    assert text.index("charset") < text.index("Content-Security-Policy") < text.index("<script>")
    assert "Content-Security-Policy" in secured(page("", "<title>x</title>"), "page")


def test_what_is_no_page_is_left_alone() -> None:
    assert secured('<?xml version="1.0"?><a/>', "feed") == '<?xml version="1.0"?><a/>'


def test_every_page_of_a_site_has_its_policy_and_says_nothing_to_other_sites(
    make_site: MakeSite,
) -> None:
    built = make_site(FILES, extensions=EXTENSIONS).build(jobs=2)
    assert built.messages == []
    for name in ("index", "other", "search"):
        html = built.html(name)
        found = policies(html)
        assert found["default-src"] == ["'self'"]
        assert found["object-src"] == found["frame-src"] == found["base-uri"] == ["'none'"]
        assert "'unsafe-inline'" not in str(found)
        assert "'unsafe-eval'" not in str(found)
        (referrer,) = html.select("meta[name=referrer]")
        assert referrer["content"] == "same-origin"


def test_a_server_that_adds_a_script_has_pages_without_a_policy(
    make_site: MakeSite, tmp_path: Path
) -> None:
    """`make live` serves what this option gives, with a script that reloads the page."""
    recipe = (ROOT / "Makefile").read_text("utf-8").partition("\nlive:")[2].partition("\n\n")[0]
    option = "-D workshop_csp=0"
    assert option in recipe
    site = make_site(FILES, extensions=EXTENSIONS)
    served = run_sphinx(site.source, tmp_path, *option.split())
    assert not parsed(served / "index.html").select("meta[http-equiv]")
    # And the site that is published has them again, in the same folder.
    published = run_sphinx(site.source, tmp_path)
    assert parsed(published / "index.html").select("meta[http-equiv]")
