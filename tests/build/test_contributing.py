"""CONTRIBUTING.md: its links lead somewhere, and its templates build when they are filled in."""

from __future__ import annotations

import re
from urllib.parse import parse_qs, urlsplit

import pytest

import begin_pages
import conf
from engine_fixtures import MakeSite
from manual import MANUAL
from real_site import ROOT
from sphinx_workshop.core import page_hints
from sphinx_workshop.core.field_entry import required
from sphinx_workshop.core.field_table import PAPER, TABLES
from sphinx_workshop.site_check import addresses

GUIDE = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
LINK = re.compile(r"^\[new (\w+)\]: <\.\./\.\./new/main/(.*)>$", re.MULTILINE)


def test_messages_of_this_site_lead_to_the_manual() -> None:
    assert conf.workshop_guide == f"{conf.html_baseurl}manual/reference/markdown.html"


def test_links_to_the_manual_lead_to_addresses_that_it_keeps() -> None:
    kept = addresses.listed((MANUAL / "addresses.txt").read_text(encoding="utf-8"))
    for name in ("CONTRIBUTING.md", "README.md"):
        text = (ROOT / name).read_text(encoding="utf-8")
        linked = re.findall(re.escape(f"{conf.html_baseurl}manual/") + r"([^\s)]*)", text)
        assert linked
        assert {address or "index.html" for address in linked} - set(kept) == set()


def test_links_within_the_guide_lead_to_its_sections() -> None:
    prose = re.sub(r"^```.*?^```", "", GUIDE, flags=re.MULTILINE | re.DOTALL)
    titles = re.findall(r"^#+ (.*)$", prose, re.MULTILINE)
    anchors = {re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-") for title in titles}
    linked = set(re.findall(r"\]\(#([^)]+)\)", prose))
    assert linked
    assert linked - anchors == set()


def test_the_files_that_links_begin_on_github_are_the_templates() -> None:
    links = LINK.findall(GUIDE)
    assert [kind for kind, _ in links] == ["paper", "topic"]
    for kind, address in links:
        parts = urlsplit(address)
        query = parse_qs(parts.query, strict_parsing=True)
        assert (ROOT / parts.path / "index.md").is_file()
        assert query["filename"] == [f"new-{kind}.md"]
        template = ROOT / ".github" / "templates" / f"{kind}.md"
        assert query["value"] == [template.read_text(encoding="utf-8")], "run `make templates`"


def test_the_template_of_a_paper_names_every_option() -> None:
    template = (ROOT / ".github" / "templates" / "paper.md").read_text(encoding="utf-8")
    assert template == begin_pages.paper(), "run `make templates`"
    written = re.findall(r"^% *:([a-z]+): ", template, re.MULTILINE)
    assert [*required(PAPER), *written] == [*PAPER]


@pytest.mark.parametrize("name", ["session", "topic"])
def test_other_templates_have_options_of_the_table_in_its_order(name: str) -> None:
    template = (ROOT / ".github" / "templates" / f"{name}.md").read_text(encoding="utf-8")
    written = re.findall(r"^:([a-z]+):", template, re.MULTILINE)
    assert written == [option for option in TABLES[name] if option in written]
    assert {*required(TABLES[name])} <= {*written}


def test_the_template_of_a_topic_has_the_hint_that_is_found_where_it_is_left() -> None:
    template = (ROOT / ".github" / "templates" / "topic.md").read_text(encoding="utf-8")
    assert re.findall(r"^% (.*)$", template, re.MULTILINE) == [page_hints.TOPIC]


def test_a_topic_begun_from_the_template_builds_when_filled_in_and_not_before(
    make_site: MakeSite,
) -> None:
    template = (ROOT / ".github" / "templates" / "topic.md").read_text(encoding="utf-8")
    index = "# Home\n\n:::{toctree}\nnew-topic\n:::\n"
    site = make_site({"index.md": index, "new-topic.md": template})
    assert {message.file for message in site.build().messages} >= {"new-topic.md"}
    filled = template.replace("#\n", "# Methods\n", 1).replace("{topic}", "{topic} Methods")
    site.write(
        {
            "new-topic.md": None,
            "methods.md": filled.replace(":order:", ":order: 1"),
            "index.md": index.replace("new-topic", "methods"),
        }
    )
    assert site.build().messages == []
