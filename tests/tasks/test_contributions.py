"""The tasks that CONTRIBUTING describes: each is one edit, after which every check passes.

On this site, all are done at once; `make rebuilds` builds and checks after each, and asks the
browser's tests too. `pytest -rP tests/tasks` prints a table of them.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from html import unescape
from pathlib import Path
from typing import NamedTuple

import pytest

import conf
from contributions import SEARCH, TASKS
from engine_fixtures import MakeSite
from forked import ran
from inline_site import SETTINGS, links, parsed, words
from places import Contribution, Sources
from real_site import ROOT, built, copy_of_sources
from search_index import SearchIndex
from small_workshop import FILES
from sphinx_workshop.site_check import addresses, findings
from thorough import THOROUGH
from trees import differing


def unseen(site: Path, shown: Iterable[tuple[str, str]]) -> list[str]:
    """Return where readers of a built site do not find what they should."""
    return [
        f"{where} does not show {text!r}" for where, text in shown if not _shows(site, where, text)
    ]


def _shows(site: Path, where: str, text: str) -> bool:
    if where == SEARCH:
        return all(SearchIndex(site).find(word) for word in text.split())
    files = list(site.glob(where))
    return bool(files) and all(text in _text(file) for file in files)


def _text(file: Path) -> str:
    """Return what a file says, as its readers have it."""
    if file.suffix == ".html":
        page = parsed(file)
        values = (str(value) for node in page.find_all() for value in node.attrs.values())
        return " ".join([words(page), *values])
    if file.suffix == ".png":
        return ""
    text = file.read_text(encoding="utf-8")
    if file.suffix == ".json":
        return json.dumps(json.loads(text), ensure_ascii=False)
    return unescape(text).replace("\n ", "")


# On an invented workshop -----------------------------------------------------------------------

QUESTIONS = {
    "questions.md": "# Questions\n\n## May I come?\n\nYes.\n",
    "changes.md": "# News\n\n:::{changes}\n:::\n",
}
WORKSHOP = (
    FILES
    | QUESTIONS
    | {
        "index.md": FILES["index.md"].replace("notes\n:::", "notes\nquestions\nchanges\n:::"),
        "topics/index.md": FILES["topics/index.md"].replace("inference\nrobustness", ":glob:\n\n*"),
        "program/speakers.md": FILES["program/speakers.md"].replace(
            "Dana Fox\n", "Dana Fox\n:id: dana-fox\n"
        ),
    }
)


@pytest.mark.parametrize("name", TASKS)
def test_a_task_is_one_edit_that_every_reader_sees(name: str, started: MakeSite) -> None:
    site = started(WORKSHOP)
    before = site.folder / "build/html"
    contribution = TASKS[name](Sources(site.source, ["**"], SETTINGS["workshop"]["timezone"]))
    assert contribution
    assert len(unseen(before, contribution.shown)) == len(contribution.shown)
    contribution.apply(site.source)
    after = site.build()
    assert after.messages == []
    assert unseen(after.output, contribution.shown) == []


def replaced(file: str, old: str, new: str) -> dict[str, str]:
    """Return one file of the workshop with a passage replaced."""
    assert WORKSHOP[file].count(old) == 1
    return {file: WORKSHOP[file].replace(old, new)}


def test_an_author_corrected_on_a_paper_alone_is_joined_to_the_entry_by_a_spelling(
    make_site: MakeSite,
) -> None:
    site = make_site(WORKSHOP | replaced("papers/alpha.md", "Ann Lee*", "Ann Leigh*"))
    apart = site.build()
    assert apart.messages == []
    assert apart.page("program/speakers").find(id="person-ann-lee")
    assert (
        links(apart.page("papers/alpha"))["Ann Leigh"] == "../program/authors.html#person-ann-leigh"
    )
    site.write(replaced("program/speakers.md", ":also: A. Lee", ":also: Ann Leigh; A. Lee"))
    joined = site.build()
    assert joined.messages == []
    assert (
        links(joined.page("papers/alpha"))["Ann Leigh"] == "../program/speakers.html#person-ann-lee"
    )


def test_a_corrected_entry_with_an_id_keeps_its_address_and_its_papers(make_site: MakeSite) -> None:
    entry = "{person} Ann Lee\n"
    site = make_site(
        WORKSHOP | replaced("program/speakers.md", entry, "{person} Ann Leigh\n:id: ann-lee\n")
    )
    built = site.build()
    assert built.messages == []
    assert links(built.page("papers/alpha"))["Ann Lee"] == "../program/speakers.html#person-ann-lee"


def test_a_site_without_content_has_places_for_pages_and_pictures_alone(
    make_site: MakeSite,
) -> None:
    lists = ":::{paper-list}\n:::\n\n:::{topic-list}\n:::\n"
    toctree = ":::{toctree}\n:hidden:\n:glob:\n\n*\n:::\n"
    site = make_site({"index.md": f"# Home\n\n{lists}\n{toctree}", "notes.md": "# Notes\n"})
    sources = Sources(site.source, ["**"], SETTINGS["workshop"]["timezone"])
    found = {name for name, task in TASKS.items() if task(sources)}
    assert found == {
        "add a paper with a code link",
        "add a topic",
        "add a change",
        "add a picture",
    }


# On this site ----------------------------------------------------------------------------------


class Done(NamedTuple):
    """How a task went; there is no contribution where the site has no place for it."""

    task: str
    contribution: Contribution | None
    faults: list[str]

    def __str__(self) -> str:
        if self.contribution is None:
            return f"{self.task:38} no place for it"
        outcome = "RED" if self.faults else "green"
        return f"{self.task:38} {self.contribution.file:44} {outcome}"


def build(source: Path, folder: str = "_build") -> list[str]:
    """Build as `make html` does; return what went wrong."""
    done = built(source, folder)
    return [done.said] if done.code else []


def do(name: str, source: Path) -> Done:
    """Do a task; once a week, build and check all after it, and undo what went wrong."""
    timezone, state = str(conf.workshop["timezone"]), str(conf.workshop.get("state", "call"))
    contribution = TASKS[name](Sources(source, conf.include_patterns, timezone, state))
    if contribution is None:
        return Done(name, None, [])
    undo = contribution.apply(source)
    faults = built_with(source, [contribution]) if THOROUGH else []
    if faults:
        undo()
    return Done(name, contribution, faults)


def built_with(source: Path, made: Iterable[Contribution]) -> list[str]:
    """Build; return all that is wrong with the site, and with what it shows of contributions."""
    if faults := build(source):
        return faults
    site = source / "_build/html"
    kept = addresses.listed((ROOT / "addresses.txt").read_text(encoding="utf-8"))
    return [
        *(f"{found.page}: {found.message}" for found in findings(site)),
        *(f"{address} is missing" for address in addresses.missing(site, kept)),
        *(fault for each in made for fault in unseen(site, each.shown)),
    ]


@pytest.mark.builds
def test_all_tasks_leave_a_site_that_passes_its_tests(tmp_path: Path) -> None:
    source = copy_of_sources(tmp_path)
    done = [do(name, source) for name in TASKS]
    print("", *done, sep="\n")
    assert [f"{found.task}: {fault}" for found in done for fault in found.faults] == []
    assert built_with(source, filter(None, (found.contribution for found in done))) == []
    if THOROUGH:  # thirteen builds, each after an edit
        assert build(source, "_fresh") == []
        assert differing(source / "_build/html", source / "_fresh/html") == []
    # In a fork, which has imported what they need. Its folder goes with this test's: to look for
    # those of former runs takes long. What prints where a test hangs is a thread; a fork has none.
    options = ["-q", "--basetemp", str(tmp_path / "tests"), "-o", "faulthandler_timeout=0"]
    # One word: of two, pytest would take the folder's own pyproject.toml for its settings.
    options += ["-p", "no:cacheprovider", "-p", "no:xdist", f"--site={source}/_build/html"]
    # These ask nothing of its pages, or what was asked above; its booklet and its other states are
    # asked once a week.
    left_out = ["is_reported", "metadata_agree", *([] if THOROUGH else ["booklet", "states"])]
    options += ["-k", " and ".join(f"not {name}" for name in left_out)]
    # An edition has no journeys before it has papers.
    folders = ("tests/site", "tests/browser/site") if THOROUGH else ("tests/site",)
    existing = (folder for folder in folders if (ROOT / folder).exists())
    tests = ran(pytest.main, ROOT, *options, *existing)
    print(tests.said[-200:])
    assert tests.code == 0, tests.said[-5000:]
