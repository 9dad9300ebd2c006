"""The manual: builds without a warning, is complete, and its examples work."""

from __future__ import annotations

import re
from fnmatch import fnmatchcase
from pathlib import Path

import pytest
from bs4 import Tag
from manual_inventory import extensions, registered
from manual_texts import DIRECTIVES, FILES

from engine_fixtures import MakeSite
from html_checker import html_errors
from inline_site import Built, all_words, parsed
from manual import MANUAL, MARKDOWN, examples
from processes import output_of
from real_site import ROOT, copy_of_sources, with_environment
from sphinx_workshop.cli.__main__ import COMMANDS
from sphinx_workshop.core.field_table import TABLES
from sphinx_workshop.domain.domain import WorkshopDomain
from sphinx_workshop.domain.event import FACTS
from sphinx_workshop.site.diagnostics.rewrites import REWRITES
from sphinx_workshop.site_check import addresses, links, policy
from sphinx_workshop.site_check.built_site import BuiltSite
from stand_alone import lost
from walk import pages_of


@pytest.fixture(scope="module")
def manual(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of the manual, as `make manual` builds it: every warning is an error."""
    source = with_environment(copy_of_sources(tmp_path_factory.mktemp("manual")))
    output_of("make", "manual", folder=source)
    return source / "_build/manual"


def sections(manual: Path, page: str) -> dict[str, Tag]:
    """Return the sections of a page by their anchors."""
    found = parsed(manual / page).select("section[id]")
    return {str(section["id"]): section for section in found}


@pytest.fixture(scope="module")
def on_directives(manual: Path) -> dict[str, Tag]:
    return sections(manual, "reference/markdown.html")


# Completeness -----------------------------------------------------------------------------------


def test_every_table_of_options_is_that_of_a_directive_in_the_manual() -> None:
    assert TABLES.keys() <= set(DIRECTIVES) == registered().directives.keys()


@pytest.mark.parametrize("name", sorted(DIRECTIVES))
def test_a_directive_has_a_section_with_all_its_options(
    on_directives: dict[str, Tag], name: str
) -> None:
    options = all_words(
        on_directives[name], ":scope > .pst-scrollable-table-container td:first-child"
    )
    assert options == [f":{option}:" for option in TABLES.get(name, ())]


@pytest.mark.parametrize("name", sorted(DIRECTIVES))
def test_a_directive_and_each_option_are_in_an_example(name: str) -> None:
    text = "".join(example.text for example in examples(MARKDOWN, "markdown"))
    found = re.findall(rf"^(:+)\{{{name}\}}.*\n((?::[a-z-]+:.*\n)*)", text, re.MULTILINE)
    assert found
    used = {option for _, lines in found for option in re.findall(r"^:[a-z-]+:", lines, re.M)}
    assert {f":{option}:" for option in TABLES.get(name, ())} <= used


def test_options_that_are_required_are_marked(on_directives: dict[str, Tag]) -> None:
    for name in DIRECTIVES:
        text = on_directives[name].get_text(" ")
        for option, entry in TABLES.get(name, {}).items():
            marked = re.search(rf":{option}:\s+Required\.", text) is not None
            assert marked == entry.required, f"{name} {option}"


@pytest.mark.parametrize("name", WorkshopDomain.roles)
def test_a_role_is_described_and_in_an_example(name: str) -> None:
    text = (MANUAL / MARKDOWN).read_text(encoding="utf-8")
    assert f"| `` {{{name}}}`" in text
    assert any(f"{{{name}}}`" in example.text for example in examples(MARKDOWN, "markdown"))


def test_every_setting_fact_and_event_is_in_its_table(manual: Path) -> None:
    names = all_words(parsed(manual / "reference/settings.html"), "td:first-child code")
    assert registered().settings.keys() | FACTS.keys() <= set(names)
    assert set(extensions()) - {"sphinx_workshop"} <= set(names)
    events = all_words(parsed(manual / "reference/events.html"), "td:first-child code")
    assert events == sorted(registered().events)


def test_the_documented_settings_are_those_of_a_site_that_loads_every_extension(
    make_site: MakeSite,
) -> None:
    site = make_site(
        {"index.md": "# Home\n"},
        extensions=["myst_parser", *extensions()],
        html_theme="pydata_sphinx_theme",
    )
    loaded = {name for name in site.build().app.config.values if name.startswith("workshop")}
    assert loaded == registered().settings.keys()


def test_every_command_is_described(manual: Path) -> None:
    found = sections(manual, "reference/command-line.html")
    for name in COMMANDS:
        text = found[name].get_text()
        assert f"usage: sphinx-workshop {name}" in text
        assert "--site FOLDER" in text


def test_every_file_that_a_build_exports_is_described(small: Built) -> None:
    written = {
        path.relative_to(small.output).as_posix()
        for path in small.output.rglob("*")
        if path.suffix in {".ics", ".bib", ".ris", ".json", ".xml", ".inv", ".txt"}
        and not {"_static", "_sources"} & set(path.parts)
    }
    patterns = [re.sub("<[^>]*>", "*", file.pattern) for file in FILES]
    # The folder of pages at the root has no name.
    names = {path: (path, f"./{path}") for path in written}
    unknown = {
        path
        for path, both in names.items()
        if not any(fnmatchcase(name, pattern) for name in both for pattern in patterns)
    }
    assert unknown == set()


def test_every_property_of_the_stylesheets_is_described() -> None:
    folder = ROOT / "sphinx-workshop/src/sphinx_workshop/static/workshop"
    styles = "".join(path.read_text("utf-8") for path in sorted(folder.glob("*.css")))
    declared = re.findall(r"^  --_[a-z-]+: var\((--workshop-[a-z-]+)", styles, re.M)
    text = (MANUAL / "how-to/theming.md").read_text(encoding="utf-8")
    assert set(re.findall(r"^\| `(--workshop-[a-z-]+)`", text, re.M)) == set(declared)


# Addresses --------------------------------------------------------------------------------------


def test_the_addresses_of_the_manual_are_there(manual: Path) -> None:
    listed = addresses.listed((MANUAL / "addresses.txt").read_text(encoding="utf-8"))
    assert listed
    assert addresses.missing(manual, listed) == []


def test_every_section_that_a_message_leads_to_is_a_kept_address() -> None:
    kept = addresses.listed((MANUAL / "addresses.txt").read_text(encoding="utf-8"))
    named = {known.section for known in REWRITES} | {*DIRECTIVES, "names-in-text"}
    assert {f"reference/markdown.html#{name}" for name in named} - set(kept) == set()


def test_every_link_of_the_manual_leads_somewhere(manual: Path) -> None:
    pages = pages_of(manual)
    assert len(pages) > 15
    assert [(page.name, address) for page in pages for address in lost(manual, page)] == []


def test_the_manual_loads_nothing_from_another_site_and_runs_what_was_built(manual: Path) -> None:
    site = BuiltSite(manual)
    checks = (links.nothing_from_elsewhere, policy.inline)
    assert [(page, m) for page in site.pages for check in checks for m in check(site, page)] == []
    assert site.has_policies


def test_every_page_of_the_manual_is_valid_html(manual: Path) -> None:
    assert html_errors(pages_of(manual)) == []
