"""A new site, created from the template: it builds, passes its check, and has its own facts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest

import conf
from inline_site import parsed, words
from new_site import FACTS, PAPER, Edition, build, check, make_edition

FIELD = re.compile(r"astro|galax|\blens|cosmo|telescope|\b2022\b|icml", re.IGNORECASE)
"""What the site of this repository is about."""
ENGINE = re.compile(r"sphinx[-_]workshop|workshop(?=\[| = \{)|//workshop//")
"""The engine's own names, which are the same whatever kind of event the site is of."""


@pytest.fixture(scope="module")
def site(edition: Edition) -> Path:
    """Return the sources of a new site."""
    return edition.site


def sources(site: Path, pattern: str = "*") -> Iterator[Path]:
    """Yield the files of the new site."""
    for path in site.rglob(pattern):
        if path.is_file() and not {".git", "_build"} & set(path.relative_to(site).parts):
            yield path


def test_a_new_edition_builds_without_a_warning_and_shows_its_own_facts(edition: Edition) -> None:
    page = parsed(edition.empty / "index.html")
    heading, facts = page.select_one("h1"), page.select_one(".workshop-facts")
    assert heading
    assert heading.get_text() == 'Counting "Birds" & $other <things>#'
    assert facts
    assert "Tromsø, Norway" in facts.get_text()
    assert "29 March 2031" in facts.get_text()


@pytest.mark.parametrize("into", ["empty", "filled"])
def test_a_new_edition_passes_its_own_check(into: str, site: Path) -> None:
    assert check(site, into)[:2] == (0, "0 findings\n")


@pytest.mark.parametrize(
    ("state", "first", "there"),
    [("day", "Program", ".workshop-now"), ("record", "Papers", ".workshop-papers, .workshop-note")],
)
def test_a_new_edition_moves_on_to_its_later_states(
    state: str, first: str, there: str, site: Path
) -> None:
    page = parsed(build(site, state, f"workshop.state={state}") / "index.html")
    assert check(site, state)[:2] == (0, "0 findings\n")
    button, menu = page.select_one(".workshop-event p:last-child a"), page.select_one(".nav-link")
    assert button
    assert menu
    assert [words(button), words(menu)] == [first, first]
    assert page.select(there)


def test_a_listing_with_nothing_to_list_says_so(edition: Edition) -> None:
    pages = ("index.html", "program/papers/index.html")
    found = "".join(parsed(edition.empty / page).get_text() for page in pages)
    for note in ("No topic yet.", "No session yet.", "No paper yet.", "Nobody is named yet."):
        assert note in found
    assert "No author yet." in parsed(edition.empty / "program/authors.html").get_text()


def test_a_new_edition_is_about_twenty_files_and_no_code(site: Path) -> None:
    names = [path.name for path in sources(site)]
    assert len(names) - len(["quiet-nests.md", "addresses.txt"]) <= 26
    assert [name for name in names if name.endswith((".py", ".js", ".sh"))] == ["conf.py"]
    # No further page is begun unasked.
    assert {path.name for path in (site / "about").iterdir()} == {"index.md", "organizers.md"}


def test_a_new_edition_says_nothing_of_the_site_that_it_was_made_from(site: Path) -> None:
    own = [conf.repository, conf.html_baseurl, conf.short_name, *conf.workshop["name"].split()]
    own += [urlsplit(conf.repository).path.strip("/").partition("/")[0], conf.workshop["uid"]]
    invented = FACTS + PAPER  # may have a word of this site's name, too
    own = [word for word in own if len(word) > 3 and word not in invented]
    words = re.compile("|".join(rf"\b{re.escape(word)}\b" for word in own))
    found = [
        f"{path.relative_to(site)}:{number}: {line.strip()[:80]}"
        for path in sources(site)
        if path.name not in {".copier-answers.yml", "requirements.txt"}
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1)
        if FIELD.search(line) or words.search(line)
    ]
    assert found == []


def readable(edition: Edition) -> Iterator[tuple[Path, str]]:
    """Yield what people read: pages, as they are written and built, and the files beside them."""
    yield from ((path, path.read_text(encoding="utf-8")) for path in sources(edition.site, "*.md"))
    for path in edition.filled.rglob("*.html"):
        page = parsed(path)
        yield path, words(page)
        yield from ((path, data.get_text()) for data in page.select("script[type*=json]"))
    for pattern in ("*.ics", "*.bib", "*.ris", "*.csl.json", "changes.xml", "*.schema.json"):
        for path in edition.filled.rglob(pattern):
            yield path, path.read_text(encoding="utf-8").replace("\r\n ", "").replace("\n ", "")


def test_a_conference_is_nowhere_called_a_workshop(edition: Edition) -> None:
    found = [
        f"{path.name}: {text[max(0, match.start() - 40) : match.end() + 20]}"
        for path, text in readable(edition)
        for match in re.finditer("workshop", ENGINE.sub("", text), re.IGNORECASE)
    ]
    assert found == []


def test_citations_name_the_kind_of_event_and_pages_lead_to_their_source(edition: Edition) -> None:
    cited = (edition.filled / "program/papers/quiet-nests.bib").read_text(encoding="utf-8")
    assert "NEST 2031 Conference on Counting" in cited
    assert "Talks alone" in cited
    footer = parsed(edition.empty / "program/index.html").select("footer a")
    links = {words(link): link["href"] for link in footer}
    assert links["Edit this page"] == "https://github.com/example/nest/edit/main/program/index.md"
    assert links["Source"] == "https://github.com/example/nest"


def test_answers_are_kept_with_an_address_that_others_reach(site: Path) -> None:
    answers = (site / ".copier-answers.yml").read_text(encoding="utf-8")
    assert f"_src_path: {conf.repository}.git\n" in answers
    assert "_commit: " in answers
    assert str(site.parent) not in answers


def test_the_picture_follows_from_the_name(site: Path, tmp_path: Path) -> None:
    other = FACTS.replace("Counting", "Watching")
    (tmp_path / "facts.toml").write_text(other, encoding="utf-8")
    assert make_edition(tmp_path / "facts.toml", tmp_path / "next").code == 0
    folders = (site, tmp_path / "next")
    drawn = [(folder / "_static/picture.svg").read_text("utf-8") for folder in folders]
    assert drawn[0] != drawn[1]
    assert all("#7a3e9d" in picture for picture in drawn)


def test_four_facts_are_enough_and_further_pages_are_begun_where_they_are_asked_for(
    tmp_path: Path,
) -> None:
    needed = ("name", "start", "timezone", "repository")
    few = "".join(line for line in FACTS.splitlines(keepends=True) if line.startswith(needed))
    facts = tmp_path / "facts.toml"
    facts.write_text(few + 'pages = "conduct, sponsors,travel"\n', encoding="utf-8")
    done = make_edition(facts, tmp_path / "next")
    assert done.code == 0, done.err
    site = build(tmp_path / "next", "pages")
    names = ("code-of-conduct", "sponsors", "travel")
    titles = [words(parsed(site / f"about/{name}.html").select("h1")[0]) for name in names]
    assert [title.rstrip("#¶") for title in titles] == [
        "Code of conduct",
        "Sponsors",
        "Travel and visa",
    ]
    facts.write_text(FACTS + 'pages = "travle"\n', encoding="utf-8")
    wrong = make_edition(facts, tmp_path / "wrong")
    assert wrong.code != 0
    assert "conduct, sponsors, travel" in wrong.err


def test_without_a_file_of_facts_one_is_written_to_be_filled_in_line_by_line(
    tmp_path: Path,
) -> None:
    path = tmp_path / "facts.toml"
    done = make_edition(path, tmp_path / "next")
    assert (done.code, "Fill in" in done.out) == (0, True)
    again = make_edition(path, tmp_path / "next")
    assert (again.code, "name is empty; write the event's name" in again.err) == (1, True)
    assert not (tmp_path / "next").exists()
    lines = path.read_text(encoding="utf-8").splitlines()
    for filled in FACTS.splitlines():
        start = filled.partition("=")[0]
        (at,) = (
            n for n, line in enumerate(lines) if line.removeprefix("# ").startswith(f"{start}= ")
        )
        lines[at] = filled.replace('"2031-03-30"', "2031-03-30")  # a date of TOML's own
    path.write_text("\n".join(lines), encoding="utf-8")
    done = make_edition(path, tmp_path / "next")
    assert done.code == 0, done.err


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('start = "2031-03-29"\n', "", "start is missing"),
        ("short_name", "shortname", "shortname is unknown; did you mean 'short_name'?"),
        ('start = "2031-03-29"', 'start = "29 March"', "start: '29 March' is not a day"),
        ('start = "2031-03-29"', "start = 2031", "start: write it in quotes"),
        ("2031-03-30", "2031-03-28", "end lies before start"),
        ("Europe/Oslo", "CET", "timezone: zone 'CET' is unknown"),
        ("https://github.com/example/nest", "github", "repository: write a whole web address"),
        ("https://github.com/example/nest", "http://example.org", "begins with https://"),
        ("birds@example.org", "birds", "contact: Write an address like"),
        ("nest2031@example.github.io", "nest", "uid: write a name and a host"),
        ("#7a3e9d", "purple", "color: Write it like #1d5fa8"),
        ('"conference"', '"gathering"', "kind"),
        ("Tromsø, ", "Tromsø,\\\\n", "place: write it on one line"),
        ("name = ", "name: ", "facts.toml: "),
    ],
)
def test_wrong_facts_are_reported_and_nothing_is_written(
    old: str, new: str, message: str, tmp_path: Path
) -> None:
    assert old in FACTS
    facts = FACTS.replace(old, new.replace("\\\\", "\\"))
    (tmp_path / "facts.toml").write_text(facts, encoding="utf-8")
    done = make_edition(tmp_path / "facts.toml", tmp_path / "next")
    assert done.code == 1
    assert message in done.err
    assert "Traceback" not in done.err
    assert not (tmp_path / "next").exists()


def test_a_folder_that_exists_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "facts.toml").write_text(FACTS, encoding="utf-8")
    (tmp_path / "next").mkdir()
    done = make_edition(tmp_path / "facts.toml", tmp_path / "next")
    assert (done.code, "exists already" in done.err) == (1, True)
    assert list((tmp_path / "next").iterdir()) == []
