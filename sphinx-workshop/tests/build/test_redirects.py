"""An address whose page has moved leads to where it is now."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from sphinx.errors import ConfigError

from inline_site import SETTINGS, links

if TYPE_CHECKING:
    from engine_fixtures import MakeSite
    from inline_site import InlineSite

FILES = {
    "index.md": "# Home\n\n:::{toctree}\nnew/page\n:::\n",
    "new/page.md": "# A new page\n\n(place)=\n## A place\n",
}


def site(make_site: MakeSite, **redirects: str) -> InlineSite:
    extensions = [*SETTINGS["extensions"], "sphinx_workshop.site.redirects"]
    return make_site(FILES, extensions=extensions, redirects=redirects)


def test_the_old_address_leads_on_by_itself_and_by_a_link_and_is_in_no_list(
    make_site: MakeSite,
) -> None:
    moved = {"old/page": "../new/page.html#place", "gone": "new/page.html"}
    built = site(make_site, **moved).build()
    assert built.messages == []
    for old, target in moved.items():
        page = built.html(old)
        (refresh,) = page.select("meta[http-equiv=refresh]")
        assert refresh["content"] == f"0; url={target}"
        assert links(page) == {target: target}
        assert page.select("meta[name=robots][content=noindex]")
        assert page.select("meta[http-equiv=Content-Security-Policy]")
        assert not page.select("script")
    assert "gone" not in (built.output / "sitemap.xml").read_text("utf-8")
    for path in (built.output / "search-index").rglob("*.json"):
        assert "gone" not in path.read_text("utf-8")


@pytest.mark.parametrize(
    ("old", "target", "said"),
    [
        ("gone", "nowhere.html", "'gone' leads to 'nowhere.html', and there is no page"),
        ("a/b", "new/page.html", "there is no page 'a/new/page.html'"),
        ("index", "new/page.html", "'index' is a page; remove one of the two"),
    ],
)
def test_a_redirect_that_leads_nowhere_or_replaces_a_page_is_an_error(
    old: str, target: str, said: str, make_site: MakeSite
) -> None:
    with pytest.raises(ConfigError, match=said):
        site(make_site, **{old: target}).build()


def test_a_book_is_built_of_a_site_with_redirects(make_site: MakeSite) -> None:
    workshop = site(make_site, gone="new/page.html")
    workshop.configure(copyright="2016", version="1")  # which books need
    built = workshop.build(builder="epub")
    assert built.messages == []
