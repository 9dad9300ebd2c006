"""The examples of the manual build, and its settings exist."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from manual_inventory import registered

from engine_fixtures import MakeSite
from inline_site import SETTINGS, Built, Files
from manual import MANUAL, MARKDOWN, examples, pages
from real_site import build, run_sphinx
from sphinx_workshop.domain.event import FACTS

PICTURE = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><path d="M0 0h1" /></svg>'


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
    assert [paper.number for paper in done.domain.program.papers.values()] == [158, 159, 160]


HOW_TO = [name for name in pages() if name.startswith("how-to/") and examples(name, "markdown")]


@pytest.mark.parametrize("page", HOW_TO)
def test_every_example_of_a_how_to_guide_builds_without_a_warning(
    make_site: MakeSite, page: str
) -> None:
    """The objects that it names are those of the reference, without its schedule and rooms."""
    files = {
        e.path: re.sub(r"(?m)^:sessions: .*\n", "", e.text)
        for e in examples(MARKDOWN, "markdown")
        if not re.search("{schedule}|:::{room}", e.text)
    }
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
            build(tmp_path, tmp_path / "_build")
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
