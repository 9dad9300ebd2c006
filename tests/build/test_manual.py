"""The manual: builds without a warning, is complete, and its examples work."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from fnmatch import fnmatchcase
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from bs4 import Tag
from manual_inventory import DERIVED, extensions, registered
from manual_texts import DIRECTIVES, FILES

from html_checker import html_errors
from inline_site import SETTINGS, all_words, parsed
from manual import MANUAL, examples, pages
from real_site import ROOT, run_sphinx
from sphinx_workshop.cli.__main__ import COMMANDS
from sphinx_workshop.core.field_table import TABLES, reference_rows
from sphinx_workshop.domain.domain import WorkshopDomain
from sphinx_workshop.domain.event import FACTS
from sphinx_workshop.site.diagnostics.rewrites import REWRITES
from sphinx_workshop.site_check import addresses, links, policy
from sphinx_workshop.site_check.built_site import BuiltSite
from stand_alone import lost
from walk import pages_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from engine_fixtures import MakeSite
    from inline_site import Built, Files

MARKDOWN = "reference/markdown.md"
PICTURE = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><path d="M0 0h1" /></svg>'


@pytest.fixture(scope="module")
def manual(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of the manual, built with every warning an error."""
    extensions = str(MANUAL / "_ext")
    return run_sphinx(MANUAL, tmp_path_factory.mktemp("manual"), PYTHONPATH=extensions)


def section(manual: Path, page: str, anchor: str) -> Tag:
    found = parsed(manual / page).find("section", id=anchor)
    assert isinstance(found, Tag), f"{page} has no section #{anchor}"
    return found


# Completeness -----------------------------------------------------------------------------------


def test_every_table_of_options_is_that_of_a_directive_in_the_manual() -> None:
    assert TABLES.keys() <= set(DIRECTIVES) == registered().directives.keys()


@pytest.mark.parametrize("name", sorted(DIRECTIVES))
def test_a_directive_has_a_section_with_all_its_options(manual: Path, name: str) -> None:
    found = section(manual, "reference/markdown.html", name)
    options = all_words(found, ":scope > .pst-scrollable-table-container td:first-child")
    assert options == [row.option for row in reference_rows(name)]


@pytest.mark.parametrize("name", sorted(DIRECTIVES))
def test_a_directive_and_each_option_are_in_an_example(name: str) -> None:
    text = "".join(example.text for example in examples(MARKDOWN, "markdown"))
    found = re.findall(rf"^(:+)\{{{name}\}}.*\n((?::[a-z-]+:.*\n)*)", text, re.MULTILINE)
    assert found
    used = {option for _, lines in found for option in re.findall(r"^:[a-z-]+:", lines, re.M)}
    assert {row.option for row in reference_rows(name)} <= used


def test_options_that_are_required_are_marked(manual: Path) -> None:
    for name in DIRECTIVES:
        for row in reference_rows(name):
            text = section(manual, "reference/markdown.html", name).get_text(" ")
            marked = re.search(rf"{row.option}\s+Required\.", text) is not None
            assert marked == row.required, f"{name} {row.option}"


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
    assert loaded - DERIVED == registered().settings.keys()


def test_every_command_is_described(manual: Path) -> None:
    for name in COMMANDS:
        text = section(manual, "reference/command-line.html", name).get_text()
        assert f"usage: sphinx-workshop {name}" in text
        assert "--site FOLDER" in text


def test_every_file_that_a_build_exports_is_described(small: Built) -> None:
    written = {
        path.relative_to(small.output).as_posix()
        for path in small.output.rglob("*")
        if path.suffix in {".ics", ".bib", ".json", ".xml", ".inv", ".txt"}
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


def test_every_property_of_the_stylesheet_is_described() -> None:
    styles = ROOT / "sphinx-workshop/src/sphinx_workshop/static/workshop/workshop.css"
    declared = re.findall(
        r"^  --_[a-z-]+: var\((--workshop-[a-z-]+)", styles.read_text("utf-8"), re.M
    )
    text = (MANUAL / "how-to/theming.md").read_text(encoding="utf-8")
    assert set(re.findall(r"^\| `(--workshop-[a-z-]+)`", text, re.M)) == set(declared)


# Addresses --------------------------------------------------------------------------------------


def test_the_addresses_of_the_manual_are_there(manual: Path) -> None:
    listed = addresses.listed((MANUAL / "addresses.txt").read_text(encoding="utf-8"))
    assert listed
    assert addresses.missing(manual, listed) == []


def test_every_section_that_a_message_leads_to_is_a_kept_address() -> None:
    kept = addresses.listed((MANUAL / "addresses.txt").read_text(encoding="utf-8"))
    named = {lesson.section for lesson in REWRITES} | {*DIRECTIVES, "names-in-text"}
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


# Examples ---------------------------------------------------------------------------------------


def built(make_site: MakeSite, files: Files, fragments: Iterator[str]) -> Built:
    """Build examples as a site; those that are no whole page are sections of one page."""
    sections = (f"## Example {n}\n\n{text}" for n, text in enumerate(fragments))
    # A heading in an example is a part of its section.
    text = "\n".join(re.sub(r"(?m)^## (?!Example \d)", "### ", each) for each in sections)
    folder = "about/examples"
    site = {f"{folder}/index.md": f"# Examples\n\n{text}", "about/topics/index.md": "# Topics\n"}
    site |= files
    listed = "\n".join(name.removesuffix(".md") for name in site)
    site["index.md"] = f"# Home\n\n:::{{toctree}}\n{listed}\n:::\n"
    site["_static/favicon.svg"] = site[f"{folder}/ring of light.svg"] = PICTURE
    return make_site(site, extensions=["sphinx_design", *SETTINGS["extensions"]]).build()


def test_every_example_of_the_reference_builds_without_a_warning(make_site: MakeSite) -> None:
    found = examples(MARKDOWN, "markdown")
    files = {example.path: example.text for example in found if example.path}
    done = built(make_site, files, (example.text for example in found if not example.path))
    assert done.messages == []
    assert done.status == 0
    assert [paper.number for paper in done.domain.program.papers.values()] == [158, 159]


HOW_TO = [name for name in pages() if name.startswith("how-to/") and examples(name, "markdown")]


@pytest.mark.parametrize("page", HOW_TO)
def test_every_example_of_a_how_to_guide_builds_without_a_warning(
    make_site: MakeSite, page: str
) -> None:
    """The objects that it names are those of the reference, without its schedule."""
    files = {e.path: e.text for e in examples(MARKDOWN, "markdown") if "{schedule}" not in e.text}
    files.pop("")
    if page.endswith("translation.md"):  # declares a person of the same id
        files.pop("program/speakers.md")
    found = examples(page, "markdown")
    files |= {example.path: example.text for example in found if example.path}
    done = built(make_site, files, (example.text for example in found if not example.path))
    assert done.messages == []
    assert done.status == 0


def test_every_step_of_the_tutorial_builds_and_ends_in_the_example(tmp_path: Path) -> None:
    steps = 0
    for example in examples("tutorial.md"):
        if example.path:
            path = tmp_path / example.path
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(example.text, encoding="utf-8")
        elif "sphinx-workshop build\n" in example.text:
            steps += 1
            command = [sys.executable, "-m", "sphinx_workshop.cli", "build"]
            done = subprocess.run(
                command, cwd=tmp_path, capture_output=True, text=True, check=False
            )
            assert done.returncode == 0, done.stdout + done.stderr
    assert steps == 4
    assert (tmp_path / "_build/html/program/papers/night-grass.html").is_file()
    whole = [path for path in (MANUAL / "example").rglob("*") if path.is_file()]
    made = {tmp_path / path.relative_to(MANUAL / "example") for path in whole}
    assert [path for path in made if not path.is_file()] == []


def test_the_mistake_in_the_tutorial_is_reported_with_the_id_that_is_meant(
    make_site: MakeSite,
) -> None:
    files = {e.path: e.text for e in examples("tutorial.md", "markdown") if e.path}
    assert "dana-fox" in files["program/index.md"]
    files["program/index.md"] = files["program/index.md"].replace("dana-fox", "dana-fix")
    facts = dict.fromkeys(("start", "end"), "2030-06-01") | {"timezone": "Europe/Paris"}
    site = make_site(files, workshop=SETTINGS["workshop"] | facts)
    (message,) = site.build().messages
    assert message.file == "program/index.md"
    assert "did you mean 'dana-fox'?" in message.text


def test_every_extra_that_is_shown_exists() -> None:
    project = tomllib.loads((MANUAL.parent / "pyproject.toml").read_text("utf-8"))["project"]
    text = "".join((MANUAL / page).read_text(encoding="utf-8") for page in pages())
    shown = set(re.findall(r"sphinx-workshop\[([a-z]+)\]", text))
    shown |= set(re.findall(r"the extra `([a-z]+)`", text))
    assert shown
    assert shown <= project["optional-dependencies"].keys()


def test_the_example_of_the_readme_builds(tmp_path: Path) -> None:
    text = (MANUAL.parent / "README.md").read_text(encoding="utf-8")
    shown = re.findall(r"^`(\S+)`:\n\n```\w+\n(.*?)^```", text, re.MULTILINE | re.DOTALL)
    assert [name for name, _ in shown] == ["conf.py", "index.md"]
    (tmp_path / "source").mkdir()
    for name, content in shown:
        (tmp_path / "source" / name).write_text(content, encoding="utf-8")
    output = run_sphinx(tmp_path / "source", tmp_path)
    assert {path.name for path in output.iterdir()} >= {"index.html", "papers.bib", "papers.json"}


PYTHON = [(page, n) for page in pages() for n, _ in enumerate(examples(page, "python"))]


@pytest.mark.parametrize(("page", "number"), PYTHON)
def test_settings_that_are_shown_exist(page: str, number: int) -> None:
    names: dict[str, Any] = {}
    exec(examples(page, "python")[number].text, names)
    shown = {name for name in names if name.startswith("workshop")}
    assert shown <= registered().settings.keys()
    assert names.get("workshop", {}).keys() <= FACTS.keys()


def test_the_handler_of_an_event_works_as_shown(make_site: MakeSite) -> None:
    (example,) = examples("reference/events.md", "python")
    site = make_site({"index.md": "# Home\n"})
    conf_py = (site.source / "conf.py").read_text(encoding="utf-8")
    site.write({"conf.py": conf_py + example.text})
    output = site.build().output
    assert "<lastmod>2030-05-01</lastmod>" in (output / "sitemap.xml").read_text("utf-8")


def test_the_workflow_that_is_shown_builds_what_it_publishes() -> None:
    (example,) = examples("tutorial.md", "yaml")
    jobs = yaml.safe_load(example.text)["jobs"]
    steps = jobs["build"]["steps"]
    assert {"run": "sphinx-workshop build"} in steps
    assert steps[-1]["with"] == {"path": "_build/html"}
    assert jobs["publish"]["needs"] == "build"
