"""One entry of the field table is enough: directive, page and exports follow it."""

from __future__ import annotations

from shutil import copytree
from typing import TYPE_CHECKING

import pytest

import exported
from engine_fixtures import built_once
from inline_site import all_words, links
from readers import violations
from small_workshop import FILES, changed
from sphinx_workshop.core import fields
from sphinx_workshop.core.field_entry import Exports, Field
from sphinx_workshop.core.field_table import PAPER, PERSON, SESSION
from sphinx_workshop.site_check import findings
from sphinx_workshop.views.field_views import FIELD_VIEWS
from sphinx_workshop.views.html_element import element

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from docutils import nodes

    from engine_fixtures import MakeSite
    from inline_site import Built

BADGE = Field(
    "badge",
    fields.text,
    "the prize that the paper won",
    "Best paper",
    words="{}",
    exports=Exports(
        schema={"type": "string", "minLength": 1},
        bibtex={"badge": "{}"},
        highwire="citation_badge",
        json_ld={"badge": "{}"},
    ),
)
DEMO = Field(
    "demo", fields.url, "the demo", "https://…", words="Demo", address="{}",
    exports=Exports(schema={"type": "string", "format": "uri"}, frab="slides", attached=True),
)  # fmt: skip
ALPHA = "papers/alpha.md"
GIVEN = ":badge: Best & paper\n:demo: https://example.org/ä\n"
WRITTEN = changed(ALPHA, "\nAlpha is", f"{GIVEN}\nAlpha is")


@pytest.fixture(scope="module", autouse=True)
def _added() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(PAPER, "badge", BADGE)
        patch.setitem(PAPER, "demo", DEMO)
        yield


built = built_once(FILES | WRITTEN, jobs=2)


def test_a_page_shows_the_words_of_an_entry(built: Built) -> None:
    assert "Best & paper" in all_words(built.page("papers/alpha"), ".workshop-label span")


def test_a_page_links_the_address_of_an_entry(built: Built) -> None:
    shown = links(built.page("papers/alpha"), ".workshop-links a")
    assert shown["Demo"] == "https://example.org/ä"


def test_exports_have_an_added_field_under_its_names(built: Built) -> None:
    papers = exported.papers(built)
    assert papers["alpha"]["badge"] == "Best & paper"
    assert papers["alpha"]["demo"] == "https://example.org/%C3%A4"
    assert "badge" not in papers["beta"]
    assert r"badge = {Best {\&} paper}" in (built.output / "papers/alpha.bib").read_text("utf-8")
    head = built.html("papers/alpha")
    assert [tag["content"] for tag in head.select("meta[name=citation_badge]")] == ["Best & paper"]
    assert exported.article(built, "papers/alpha")["badge"] == ["Best & paper"]


def test_schedules_for_apps_attach_an_added_file_to_the_paper_s_session(built: Built) -> None:
    talks = exported.talks(built).values()
    demo = {"title": "Demo", "url": "https://example.org/%C3%A4", "type": "slides"}
    assert [talk["title"] for talk in talks if demo in talk["attachments"]] == ["Alpha particles"]
    assert not any(demo in talk["links"] for talk in talks)


def test_the_schema_describes_an_added_field(built: Built) -> None:
    data, schema = (exported.data(built, f"papers.{end}") for end in ("json", "schema.json"))
    assert violations(data, schema) == []
    next(paper for paper in data["papers"] if paper["id"] == "alpha")["badge"] = 1
    assert violations(data, schema)


def test_a_wrong_value_of_an_added_field_and_an_option_like_it_are_reported(
    make_site: MakeSite,
) -> None:
    wrong = (
        WRITTEN[ALPHA].replace("https://example.org/ä", "nowhere").replace(":badge:", ":badges:")
    )
    badges, demo = make_site(FILES | {ALPHA: wrong}).build().messages
    assert (badges.file, demo.file) == (ALPHA, ALPHA)
    assert "; did you mean 'badge'?" in badges.text
    assert demo.text.startswith("paper 'alpha': demo 'nowhere': write a whole web address")


def test_a_view_of_its_own_shows_what_words_cannot(
    make_site: MakeSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    def medal(entry: Field, value: str) -> nodes.Node:
        return element("span", value, classes="medal")

    monkeypatch.setitem(FIELD_VIEWS, "badge", medal)
    page = make_site(FILES | WRITTEN).build().page("papers/alpha")
    assert all_words(page, ".workshop-label .medal") == ["Best & paper"]


def test_sessions_and_people_show_added_fields_too(
    make_site: MakeSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    for table in (SESSION, PERSON):
        monkeypatch.setitem(table, "demo", DEMO)
    line = ":demo: https://example.org/s\n"
    changes = {
        **changed("program/index.md", ":id: opening\n", f":id: opening\n{line}"),
        **changed("program/speakers.md", ":affiliation: West\n", f":affiliation: West\n{line}"),
    }
    site = make_site(FILES | changes).build()
    assert site.messages == []
    for page, place in (("index", ".workshop-session"), ("speakers", ".workshop-person")):
        shown = links(site.page(f"program/{page}"), f"{place} .workshop-links a")
        assert shown["Demo"] == "https://example.org/s"


def test_the_check_of_a_site_compares_added_fields(built: Built, tmp_path: Path) -> None:
    site = copytree(built.output, tmp_path / "site")
    page = site / "papers/alpha.html"
    text = page.read_text("utf-8").replace("<span>Best &amp; paper</span>", "")
    page.write_text(text.replace("https://example.org/ä", "https://example.org/o"), "utf-8")
    messages = [found.message for found in findings(site) if "alpha" in found.page]
    assert any("badge" in message for message in messages)
    assert any("no link to the demo" in message for message in messages)
