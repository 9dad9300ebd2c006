"""Sponsors: logos that weigh the same, links, metadata, mistakes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import exported
from engine_fixtures import built_once
from inline_site import links, words
from small_workshop import FILES, appended
from sphinx_workshop.core.sponsor import AREA, HIGHEST, WIDEST, logo_size
from sphinx_workshop.core.values import Picture

if TYPE_CHECKING:
    from engine_fixtures import MakeSite
    from inline_site import Built

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {} {}"/>'
PAGE = appended(
    "notes.md",
    """\
:::{sponsor} Meadow <Trust>
:level: Gold
:link: https://example.org/trust
:logo: wide logo.svg
:::

:::{sponsor} Hill & Sons
:logo: tall.svg
:::

:::{sponsor} Brook
:link: https://example.org/brook
:::
""",
) | {"wide logo.svg": SVG.format(300, 100), "tall.svg": SVG.format(40, 40)}


built = built_once(FILES | PAGE)


def test_a_page_shows_logos_or_names_with_level_and_link(built: Built) -> None:
    trust, hill, brook = built.page("notes").select(".workshop-sponsor")
    assert words(trust) == "Gold"
    assert links(brook) == {"Brook": "https://example.org/brook"}
    (anchor,) = trust.select("a")
    assert anchor["href"] == "https://example.org/trust"
    (logo,) = anchor.select("img")
    assert (logo["alt"], logo["loading"]) == ("Meadow <Trust>", "lazy")
    assert [img["alt"] for img in hill.select("img")] == ["Hill & Sons"]
    assert (built.output / "_images/tall.svg").is_file()


@pytest.mark.parametrize(("width", "height"), [(300, 100), (40, 40), (1200, 900), (90, 120)])
def test_logos_take_up_as_much_of_the_page(width: int, height: int) -> None:
    wide, high = logo_size(Picture("a.svg", "A", width, height))
    assert wide * high == pytest.approx(AREA, rel=0.1)
    assert wide / high == pytest.approx(width / height, rel=0.05)
    assert (wide <= WIDEST, high <= HIGHEST) == (True, True)


def test_metadata_name_them(built: Built) -> None:
    trust, hill, brook = exported.event(built)["sponsor"]
    assert trust["logo"].endswith("/_images/wide%20logo.svg")
    assert (trust["name"], hill.get("url")) == ("Meadow <Trust>", None)
    assert brook == {
        "@type": "Organization",
        "name": "Brook",
        "url": "https://example.org/brook",
    }


def test_mistakes_are_reported_where_they_stand(make_site: MakeSite) -> None:
    text = PAGE["notes.md"].replace("tall.svg", "gone.svg").replace("/brook", "/brook\n:lvl: Gold")
    text += "\n:::{sponsor} Meadow <Trust>\n:::\n"
    site = make_site(FILES | PAGE | {"notes.md": text, "tall.svg": SVG})
    lines = text.splitlines()
    found = {lines[m.line - 1]: m.text for m in site.build().messages if m.file == "notes.md"}
    gone = "sponsor 'Hill & Sons': logo 'gone.svg': there is no such file"
    assert found[":logo: gone.svg"].startswith(gone)
    assert "there is no option 'lvl'; did you mean 'level'?" in found[":lvl: Gold"]
    assert "the page names it already" in found[":::{sponsor} Meadow <Trust>"]
