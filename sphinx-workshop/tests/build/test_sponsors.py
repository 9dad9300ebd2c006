"""Sponsors: logos that weigh the same, links, metadata, mistakes."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from inline_site import Built, InlineSite, links, words
from small_workshop import FILES, appended
from sphinx_workshop.core.sponsor import AREA, HIGHEST, WIDEST, logo_size
from sphinx_workshop.core.values import Picture
from sphinx_workshop.site_check import findings

if TYPE_CHECKING:
    from engine_fixtures import MakeSite

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


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    built = InlineSite(tmp_path_factory.mktemp("sponsors"), FILES | PAGE, {}).build()
    assert built.messages == []
    return built


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
    assert [found.message for found in findings(built.output)] == []


@pytest.mark.parametrize(("width", "height"), [(300, 100), (40, 40), (1200, 900), (90, 120)])
def test_logos_take_up_as_much_of_the_page(width: int, height: int) -> None:
    wide, high = logo_size(Picture("a.svg", "A", width, height))
    assert wide * high == pytest.approx(AREA, rel=0.1)
    assert wide / high == pytest.approx(width / height, rel=0.05)
    assert (wide <= WIDEST, high <= HIGHEST) == (True, True)


def test_metadata_name_them(built: Built) -> None:
    scripts = built.html("index").select("script[type='application/ld+json']")
    data = [json.loads(script.get_text()) for script in scripts]
    (event,) = (found for found in data if found["@type"] == "Event")
    trust, hill, brook = event["sponsor"]
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
