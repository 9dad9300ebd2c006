"""CONTRIBUTING.md's reference: complete, and every example in it builds."""

from __future__ import annotations

import posixpath
import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import parse_qs, urlsplit

import pytest
from docutils.nodes import make_id
from markdown_it import MarkdownIt

import conf
from inline_site import SETTINGS
from real_site import ROOT
from sphinx_workshop.core.field_entry import required
from sphinx_workshop.core.field_table import PAPER, TABLES, reference_rows
from sphinx_workshop.domain.directives import (
    ChangeDirective,
    DeadlineDirective,
    PaperDirective,
    PersonDirective,
    TopicDirective,
)
from sphinx_workshop.domain.domain import WorkshopDomain
from sphinx_workshop.domain.listings import LISTINGS
from sphinx_workshop.domain.schedule_directives import ScheduleDirective, SessionDirective
from sphinx_workshop.editing.paper_page import page_note
from sphinx_workshop.site.diagnostics.rewrites import REWRITES

if TYPE_CHECKING:
    from conftest import MakeSite
    from sphinx_workshop.domain.directive_base import WorkshopDirective

DIRECTIVES: dict[str, type[WorkshopDirective]] = {
    "paper": PaperDirective,
    "schedule": ScheduleDirective,
    "session": SessionDirective,
    "topic": TopicDirective,
    "person": PersonDirective,
    "deadline": DeadlineDirective,
    "change": ChangeDirective,
} | LISTINGS
EXAMPLES_PAGE = "about/examples/index.md"


class Section(NamedTuple):
    """A heading of the guide, the Markdown under it up to the next, and its examples' fences."""

    title: str
    text: str
    examples: list[tuple[str, str]]  # the path that the example is for, or ""; and its text


@cache
def sections() -> dict[str, Section]:
    """Return the guide's sections by the anchor that GitHub gives their headings."""
    source = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    lines = source.splitlines(keepends=True)
    tokens = MarkdownIt("commonmark").parse(source)
    starts = [
        (tokens[n + 1].content, token.map[0])
        for n, token in enumerate(tokens)
        if token.type == "heading_open" and token.map
    ]
    found: dict[str, Section] = {}
    for (title, start), (_, end) in zip(starts, [*starts[1:], ("", len(lines))], strict=True):
        examples = [
            (token.info.removeprefix("markdown").strip(), token.content)
            for token in tokens
            if token.type == "fence"
            and token.info.startswith("markdown")
            and token.map
            and start < token.map[0] < end
        ]
        anchor = re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-")
        assert anchor not in found, f"two headings are called {title}"
        found[anchor] = Section(title, "".join(lines[start:end]), examples)
    return found


def options_in(anchor: str) -> set[str]:
    return set(re.findall(r"^\| `:([a-z-]+):` \|", sections()[anchor].text, re.MULTILINE))


def test_every_directive_of_the_domain_is_among_those_that_are_checked() -> None:
    sources = (ROOT / "sphinx-workshop/src/sphinx_workshop/__init__.py").read_text(encoding="utf-8")
    registered = set(re.findall(r'^        "([a-z-]+)": \w+Directive,$', sources, re.MULTILINE))
    assert registered | LISTINGS.keys() == DIRECTIVES.keys()


@pytest.mark.parametrize("name", DIRECTIVES)
def test_a_directive_is_in_the_reference_with_all_its_options(name: str) -> None:
    assert options_in(name) == set(DIRECTIVES[name].table)


@pytest.mark.parametrize("name", DIRECTIVES)
def test_required_options_are_said_to_be_required(name: str) -> None:
    text = sections()[name].text
    for option in required(DIRECTIVES[name].table):
        assert re.search(rf"^\| `:{option}:` \| required", text, re.MULTILINE), option


@pytest.mark.parametrize("name", DIRECTIVES)
def test_the_reference_says_of_options_what_the_table_says(name: str) -> None:
    rows = (
        f"| `{row.option}` | {': '.join(filter(None, ['required' * row.required, row.help]))} |"
        for row in reference_rows(name)
    )
    table = [line for line in sections()[name].text.splitlines() if line.startswith("| `:")]
    assert table == list(rows)


@pytest.mark.parametrize("name", DIRECTIVES)
def test_a_directive_and_each_option_stand_in_an_example(name: str) -> None:
    every = "".join(text for found in sections().values() for _, text in found.examples)
    examples = re.findall(rf"^(:+)\{{{name}\}}.*\n((?::[a-z-]+:.*\n)*)", every, re.MULTILINE)
    assert examples
    used = {option for _, lines in examples for option in re.findall(r"^:([a-z-]+):", lines, re.M)}
    assert set(DIRECTIVES[name].table) <= used


@pytest.mark.parametrize("name", WorkshopDomain.roles)
def test_a_role_is_in_the_reference_with_an_example(name: str) -> None:
    section = sections()["names-in-text"]
    assert f"| `` {{{name}}}`" in section.text
    assert f"{{{name}}}`" in section.examples[0][1]


def test_every_section_that_a_message_leads_to_is_there() -> None:
    named = {lesson.section for lesson in REWRITES} | {*DIRECTIVES, "names-in-text"}
    assert named - sections().keys() == set()


def test_messages_lead_to_the_guide_of_this_repository() -> None:
    assert conf.workshop_guide == f"{conf.repository}/blob/main/CONTRIBUTING.md"


def test_links_within_the_guide_lead_to_its_sections() -> None:
    source = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    prose = re.sub(r"^```.*?^```", "", source, flags=re.MULTILINE | re.DOTALL)
    anchors = set(re.findall(r"\]\(#([^)]+)\)", prose))
    assert anchors
    assert anchors - sections().keys() == set()


LINK = re.compile(r"^\[new (\w+)\]: <\.\./\.\./new/main/(.*)>$", re.MULTILINE)


def test_the_files_that_links_begin_on_github_are_the_templates() -> None:
    links = LINK.findall((ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8"))
    assert [kind for kind, _ in links] == ["paper", "topic"]
    for kind, address in links:
        parts = urlsplit(address)
        query = parse_qs(parts.query, strict_parsing=True)
        assert (ROOT / parts.path / "index.md").is_file()
        assert query["filename"] == [f"new-{kind}.md"]
        template = ROOT / ".github" / "templates" / f"{kind}.md"
        assert query["value"] == [template.read_text(encoding="utf-8")]


def test_the_template_of_a_paper_names_every_option() -> None:
    needed = "".join(f":{name}:\n" for name in required(PAPER))
    note = "".join(f"% {line}\n" for line in page_note({}).splitlines())
    template = (ROOT / ".github" / "templates" / "paper.md").read_text(encoding="utf-8")
    assert template == f"#\n\n:::{{paper}}\n{needed}\n{note}:::\n"


@pytest.mark.parametrize("name", ["session", "topic"])
def test_other_templates_have_options_of_the_table_in_its_order(name: str) -> None:
    template = (ROOT / ".github" / "templates" / f"{name}.md").read_text(encoding="utf-8")
    written = re.findall(r"^:([a-z]+):", template, re.MULTILINE)
    assert written == [option for option in TABLES[name] if option in written]
    assert {*required(TABLES[name])} <= {*written}


@pytest.mark.parametrize("name", ["paper", "session"])
def test_make_passes_every_option_on_to_the_command(name: str) -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    recipe = re.search(rf"^{name}: .*\n((?:\t.*\n)+)", makefile, re.MULTILINE)
    exported = re.search(r"^TYPED := (.*)", makefile, re.MULTILINE)
    assert recipe
    assert exported
    passed = dict(re.findall(r'--([a-z]+)="\$\$([A-Z_]+)"', recipe[1]))
    assert TABLES[name].keys() <= passed.keys()
    assert {*passed.values()} <= {*exported[1].split()}


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


def test_every_example_builds_without_a_warning(make_site: MakeSite) -> None:
    files: dict[str, str] = {}
    fragments: list[str] = []
    for found in sections().values():
        for path, text in found.examples:
            if path:
                files[path] = text
            else:
                fragments.append(f"## Example {make_id(found.title)} {len(fragments)}\n\n{text}")
    # Fragments are sections of one page.
    headed = [text.replace("\n## Rules", "\n### Rules") for text in fragments]
    files[EXAMPLES_PAGE] = "# Examples\n\n" + "\n".join(headed)
    files["about/topics/index.md"] = "# Topics\n"
    pages = "\n".join(posixpath.splitext(path)[0] for path in files)
    files["index.md"] = f"# Home\n\n:::{{toctree}}\n{pages}\n:::\n"
    picture = (ROOT / "_static" / "favicon.svg").read_text(encoding="utf-8")
    files["_static/favicon.svg"] = files["about/examples/ring of light.svg"] = picture
    built = make_site(files, extensions=["sphinx_design", *SETTINGS["extensions"]]).build()
    assert built.messages == []
    assert built.status == 0
    assert [paper.number for paper in built.domain.program.papers.values()] == [158, 159]
