"""Pages, exports and metadata agree, and what was published is there, whatever the pages say."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

from conf import html_baseurl
from inline_site import parsed
from readers import violations
from real_site import ROOT
from sphinx_workshop.site_check import addresses, findings
from sphinx_workshop.site_check.built_site import BuiltSite


def test_pages_exports_and_metadata_agree(site: Path) -> None:
    assert [f"{finding.page}: {finding.message}" for finding in findings(site)] == []


def test_every_published_address_is_there_or_leads_on(site: Path) -> None:
    published = addresses.listed((ROOT / "addresses.txt").read_text("utf-8"))
    assert len(published) > 10
    assert addresses.missing(site, published) == [], "name old and new address in redirects"


def test_the_site_names_the_address_that_it_is_served_at(built: BuiltSite) -> None:
    assert built.base == html_baseurl


def test_a_page_that_does_not_exist_has_links_that_work_at_any_depth(site: Path) -> None:
    links = parsed(site / "404.html").select("a[href], link[rel=stylesheet]")
    hrefs = [str(node["href"]) for node in links]
    inside = (urlsplit(html_baseurl).path, "#", "https://", "mailto:")
    assert hrefs
    assert all(href.startswith(inside) for href in hrefs), hrefs


def test_no_page_loads_the_search_index_of_sphinx(site: Path) -> None:
    words = ("searchindex.js", "searchtools.js", "language_data.js", "modulepreload")
    pages = list(site.rglob("*.html"))
    assert pages
    texts = {page: page.read_text(encoding="utf-8") for page in pages}
    assert [(page, word) for page, text in texts.items() for word in words if word in text] == []


@pytest.fixture(scope="module")
def schemas(built: BuiltSite) -> dict[str, Any]:
    """Return the schema of the papers' data, by the path of the data; none without papers."""
    return {path: built.json(path.replace(".json", ".schema.json")) for path in data_files(built)}


def data_files(built: BuiltSite) -> list[str]:
    return [built.data_file] if built.data_file else []


def test_there_are_data_of_papers_as_soon_as_there_is_a_paper(built: BuiltSite) -> None:
    assert len(data_files(built)) == bool(built.objects("workshop:paper"))


def test_the_papers_data_keep_to_the_schema_beside_them(
    built: BuiltSite, schemas: dict[str, Any]
) -> None:
    for path, schema in schemas.items():
        data = built.json(path)
        assert violations(data, schema) == []
        assert data["$schema"] == schema["$id"]


def test_every_field_of_the_papers_data_is_documented(schemas: dict[str, Any]) -> None:
    for schema in schemas.values():
        paper = schema["properties"]["papers"]["items"]["properties"]
        fields = {**paper, **paper["authors"]["items"]["properties"]}
        assert [
            k for k, it in fields.items() if "description" not in it | it.get("items", {})
        ] == []
