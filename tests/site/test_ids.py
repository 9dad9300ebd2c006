"""Whoever has a published address has an id that a corrected name leaves as it is."""

from __future__ import annotations

import conf
from places import Sources
from real_site import ROOT
from sphinx_workshop.core.model import person_id
from sphinx_workshop.site_check import addresses


def test_a_person_with_a_published_address_has_an_id() -> None:
    listed = addresses.listed((ROOT / "addresses.txt").read_text(encoding="utf-8"))
    anchors = {address.partition("#")[2] for address in listed}
    sources = Sources(ROOT, conf.include_patterns, str(conf.workshop["timezone"]))
    missing = [
        f"{place.page.file}:{place.directive.start + 1}: add a line `:id: {id}`"
        for place in sources.all("person")
        if not place.directive.option("id")
        and f"person-{(id := person_id(place.directive.argument))}" in anchors
    ]
    assert missing == []
