"""A new edition: an empty site for another workshop, made of this one's code alone."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest
from sphinx.util.inventory import InventoryFile

import conf
from inline_site import parsed
from new_site import FACTS, empty_site, make_edition
from real_site import ROOT, run_sphinx

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

pytestmark = pytest.mark.builds


@pytest.fixture(scope="module")
def edition(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of a new edition."""
    return empty_site(tmp_path_factory.mktemp("edition"))


@pytest.fixture(scope="module")
def output(edition: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return run_sphinx(edition, tmp_path_factory.mktemp("output"))


def test_a_new_edition_builds_without_a_warning_and_tells_its_own_facts(output: Path) -> None:
    page = parsed(output / "index.html")
    heading, facts = page.find("h1"), page.select_one(".workshop-facts")
    assert heading
    assert heading.get_text() == 'Counting "Birds" & $other <things>#'
    assert facts
    assert "Tromsø, Norway" in facts.get_text()
    assert "29 March 2031" in facts.get_text()


def test_every_section_of_the_site_is_kept(output: Path) -> None:
    for page in ("about/index", "call-for-papers/index", "program/index", "program/papers/index"):
        assert parsed(output / f"{page}.html").find("h1")


def test_a_listing_with_nothing_to_list_says_so(output: Path) -> None:
    words = parsed(output / "index.html").get_text()
    for note in ("No topic yet.", "No session yet.", "No paper yet.", "Nobody is named yet."):
        assert note in words
    assert "No author yet." in parsed(output / "program/authors.html").get_text()


def old_words(site: Path) -> Iterator[str]:
    """Yield what only this edition says: its facts, names, titles and ids."""
    facts = conf.workshop
    yield from (conf.short_name, conf.repository, conf.html_baseurl, facts["uid"])
    yield from (facts["name"], facts["place"], facts["place"].partition(",")[0])
    yield from (facts["conference"], facts["conference"].partition(" ")[0])
    yield facts["conference_name"]
    yield from (word for word in facts["name"].split() if len(word) >= 10)  # `Learning` is common
    # `example` is a word of its own, `coast2031` is not.
    names = urlsplit(conf.repository).path.strip("/").split("/")
    yield from (name for name in names if any(map(str.isdigit, name)))
    inventory = InventoryFile.loads((site / "objects.inv").read_bytes(), uri="").data
    for kind in ("paper", "person", "session", "topic"):
        for id, found in inventory.get(f"workshop:{kind}", {}).items():
            if kind in {"paper", "person"} or found.display_name.count(" ") > 4:
                yield found.display_name
            if kind in {"paper", "person"}:
                yield id
            if kind == "person" and len(last := found.display_name.split()[-1]) > 5:
                yield last


def test_a_new_edition_holds_no_word_of_the_old_one(site: Path, edition: Path) -> None:
    words = sorted({re.escape(word) for word in old_words(site)})
    old = re.compile(rf"(?<![A-Za-z])({'|'.join(words)})(?![A-Za-z])")
    files = [path for path in edition.rglob("*") if path.is_file() and ".git" not in path.parts]
    assert len(files) > 100
    found = [
        f"{path.relative_to(edition)}:{number}: {match[0]}"
        for path in files
        if b"\0" not in (data := path.read_bytes())
        for number, line in enumerate(data.decode("utf-8").splitlines(), start=1)
        if (match := old.search(line))
    ]
    assert found == []


def test_what_is_a_program_stays_one(edition: Path) -> None:
    assert os.access(edition / ".ci" / "run", os.X_OK) == os.access(ROOT / ".ci" / "run", os.X_OK)


def test_a_new_edition_passes_its_tests(edition: Path) -> None:
    """The tests of inline sites, which know no edition, are left to the edition's own CI."""
    done = subprocess.run(
        [
            *(sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-p", "no:xdist"),
            *("tests/unit", "tests/site", "--ignore=tests/site/test_edition.py"),
        ],
        cwd=edition,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout[-5000:]


def test_without_a_file_of_facts_one_is_written_to_be_filled_in(tmp_path: Path) -> None:
    done = make_edition(tmp_path / "facts.toml", tmp_path / "next")
    assert (done.returncode, "Fill in" in done.stdout) == (0, True)
    again = make_edition(tmp_path / "facts.toml", tmp_path / "next")
    assert (again.returncode, "fill in the new workshop's facts" in again.stderr) == (1, True)
    assert not (tmp_path / "next").exists()


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ('place = "Tromsø, Norway"\n', "", "place is missing"),
        ("short_name", "shortname", "shortname is unknown"),
        ('"2031-03-29"', '"29 March"', "workshop['start']: '29 March' is not a day"),
        ('"2031-03-29"', "2031-03-29", "start is no text in quotes"),
        ("Europe/Oslo", "CET", "workshop['timezone']: zone 'CET' is unknown"),
        ("https://github.com/example/nest", "github", "write a whole web address"),
        ('contact = "birds@example.org"', 'contact = ""', "it is empty"),
        ("name = ", "name: ", "facts.toml: "),
    ],
)
def test_wrong_facts_are_told_and_nothing_is_written(
    old: str, new: str, told: str, tmp_path: Path
) -> None:
    assert old in FACTS
    (tmp_path / "facts.toml").write_text(FACTS.replace(old, new), encoding="utf-8")
    done = make_edition(tmp_path / "facts.toml", tmp_path / "next")
    assert done.returncode == 1
    assert told in done.stderr
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "next").exists()


def test_a_folder_that_exists_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "facts.toml").write_text(FACTS, encoding="utf-8")
    (tmp_path / "next").mkdir()
    done = make_edition(tmp_path / "facts.toml", tmp_path / "next")
    assert (done.returncode, "exists already" in done.stderr) == (1, True)
    assert list((tmp_path / "next").iterdir()) == []
