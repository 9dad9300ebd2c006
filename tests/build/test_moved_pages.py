"""An address whose page has moved leads to where it is now."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from sphinx.errors import ConfigError

from inline_site import SETTINGS, links

if TYPE_CHECKING:
    from conftest import MakeSite
    from inline_site import InlineSite

FILES = {
    "index.md": "# Home\n\n:::{toctree}\nnew/page\n:::\n",
    "new/page.md": "# A \\<new> page\n\n(place)=\n## A place\n",
}


def site(make_site: MakeSite, **moved: str) -> InlineSite:
    extensions = [
        *SETTINGS["extensions"],
        "sphinx_workshop.site.redirects",
        "sphinx_workshop.site.csp",
    ]
    return make_site(FILES, extensions=extensions, moved_pages=moved)


def test_the_old_address_leads_on_by_itself_and_by_a_link(make_site: MakeSite) -> None:
    built = site(make_site, **{"old/page": "new/page#place", "gone": "new/page"}).build()
    assert built.messages == []
    (refresh,) = built.html("old/page").select("meta[http-equiv=refresh]")
    assert refresh["content"] == "0; url=../new/page.html#place"
    assert links(built.page("old/page")) == {"A <new> page": "../new/page.html#place"}
    assert links(built.page("gone")) == {"A <new> page": "new/page.html"}
    assert built.html("gone").select("meta[name=robots][content=noindex]")
    assert built.html("gone").select("meta[http-equiv=Content-Security-Policy]")


def test_it_is_neither_in_the_sitemap_nor_in_the_search(make_site: MakeSite) -> None:
    built = site(make_site, gone="new/page").build()
    assert "gone" not in (built.output / "sitemap.xml").read_text("utf-8")
    for path in (built.output / "search-index").rglob("*.json"):
        assert "gone" not in path.read_text("utf-8")


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("gone", "nowhere", "'gone' leads to 'nowhere', and there is no such page"),
        ("index", "new/page", "'index' is a page; take it out of one of the two"),
    ],
)
def test_a_move_that_leads_nowhere_or_hides_a_page_is_refused(
    old: str, new: str, said: str, make_site: MakeSite
) -> None:
    with pytest.raises(ConfigError, match=f"moved_pages in conf.py: {said}"):
        site(make_site, **{old: new}).build()
