"""What an import writes builds without a warning, and every file says what the source said."""

from __future__ import annotations

import csv
import json
from copy import copy
from io import StringIO
from typing import TYPE_CHECKING

import pytest
from icalendar import Calendar

from dirty_texts import ABSTRACTS, TITLES
from import_site import ImportSite, cmt
from inline_site import InlineSite, words

if TYPE_CHECKING:
    from pathlib import Path

    from inline_site import Built

ABSTRACT = r"""We learn $O(n\log n)$ lenses with \(x^2\): \[ \hat{y} = \sum_i w_i x_i \] where
{1,2,3} and \d+ stay, a < b and c > d, and 10$^5$ costs $5 or $10 (\citep{lee16}, \texttt{FedAvg}).

- first item, with **bold** words
- second at https://example.org/a_b

G\"odel's \foo{kept} <i>ends</i> &amp; $\nosuchmacro{x}$."""


DAY = """\
# Day

::::::{schedule} 2016-07-22

:::::{session}
:time: 09:00-10:00
:paper: p
:::::

::::::

:::{calendar}
:of: program
:::
"""


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """Return the site of one paper that was imported."""
    folder = tmp_path_factory.mktemp("imported")
    (folder / "from").mkdir()
    site = ImportSite(folder / "from")
    header = ["Paper ID", "Paper Title", "Author Names", "Abstract"]
    title = r"Sharp $\alpha_{\max}$: \textit{Lenses} \& Sets $\{x\}$"
    abstract = ABSTRACT.replace('"', '""')
    text = cmt([7, title, "Lee, Ann", f'"{abstract}"'], header=header)
    done = site.import_(text)
    assert done.code == 0, done.err
    page = site.page(site.ids()[0])
    home = "# Home\n\n:::{paper-list}\n:::\n\n```{toctree}\np\nday\n```\n"
    files = {"index.md": home, "p.md": page, "day.md": DAY}
    return InlineSite(folder / "site", files, {}).build()


def test_it_builds_without_a_warning(built: Built) -> None:
    assert built.messages == []


def test_formulas_are_formulas_on_the_page(built: Built) -> None:
    page = built.page("p")
    assert len(page.select("h1 math")) == 2
    lede = page.select_one(".workshop-lede")
    assert lede is not None
    assert len(lede.select("math")) == 4
    assert len(lede.select("math[display=block]")) == 1
    assert [words(code) for code in lede.select("code")] == ["FedAvg", r"$\nosuchmacro{x}$"]


def test_the_page_says_the_rest_to_the_letter(built: Built) -> None:
    lede = copy(built.page("p").select_one(".workshop-lede"))
    assert lede is not None
    for formula in lede.select("math"):
        formula.replace_with("§")
    assert words(lede) == (
        r"We learn § lenses with §: §where {1,2,3} and \d+ stay, a < b and c > d, and 10§ costs "
        "$5 or $10 ([lee16], FedAvg). first item, with bold words second at "
        r"https://example.org/a_b Gödel's kept ends & $\nosuchmacro{x}$."
    )
    assert [words(item) for item in lede.select("li strong")] == ["bold"]
    assert [a["href"] for a in lede.select("a")] == ["https://example.org/a_b"]


def test_bibtex_has_the_formula_and_data_its_words(built: Built) -> None:
    bibtex = next(built.output.rglob("papers.bib")).read_text(encoding="utf-8")
    assert r"{Sharp $\alpha_{\max}$: Lenses {\&} Sets $\lbrace x\rbrace$}" in bibtex
    papers = json.loads(next(built.output.rglob("papers.json")).read_bytes())
    assert papers["papers"][0]["title"] == "Sharp α_max: Lenses & Sets {x}"


def test_whatever_is_imported_builds_without_a_warning(tmp_path: Path) -> None:
    (tmp_path / "from").mkdir()
    site = ImportSite(tmp_path / "from")
    table = StringIO()
    rows = csv.writer(table)
    rows.writerow(["id", "title", "authors", "abstract"])
    texts = [
        *((f"Paper {n}", text) for n, text in enumerate(ABSTRACTS)),
        *((text, text) for text in TITLES),
    ]
    rows.writerows([n, title, "Ann Lee", text] for n, (title, text) in enumerate(texts, start=1))
    assert f"{len(texts)} written" in site.import_(table.getvalue()).numbers
    pages = {f"{id}.md": site.page(id) for id in site.ids()}
    home = "# Home\n\n:::{paper-list}\n:::\n\n```{toctree}\n:glob:\n\n*\n```\n"
    built = InlineSite(tmp_path / "site", {"index.md": home, **pages}, {}).build()
    assert built.messages == []


def test_whatever_talks_are_imported_build_without_a_warning(tmp_path: Path) -> None:
    (tmp_path / "from").mkdir()
    site = ImportSite(tmp_path / "from")
    program = site.folder / "program"
    site.write("program/index.md", "# Program\n\n:::{toctree}\nspeakers\n:::\n")
    site.write("program/speakers.md", "# Speakers\n")
    texts = [*((f"Talk {n}", text) for n, text in enumerate(ABSTRACTS)), *((t, t) for t in TITLES)]
    events = [
        {
            "guid": f"g{n}",
            "title": title,
            "abstract": text,
            "type": "Talk",
            "date": f"2016-07-22T{8 + n // 12:02}:{n % 12 * 5:02}:00-04:00",
            "duration": "00:05",
            "persons": [{"name": f"Ann {n % 7}. Lee"}],
        }
        for n, (title, text) in enumerate(texts, start=1)
    ]
    day = {"index": 1, "rooms": {"Hall": events}}
    done = site.import_(json.dumps({"schedule": {"conference": {"title": "W", "days": [day]}}}))
    assert f"{len(texts)} talks read" in done.numbers
    pages = {path.name: path.read_text(encoding="utf-8") for path in program.glob("*.md")}
    assert InlineSite(tmp_path / "site", pages, {}).build().messages == []


def test_calendars_and_schedules_have_formulas_in_words(built: Built) -> None:
    title = "Sharp α_max: Lenses & Sets {x}"
    calendar = Calendar.from_ical((built.output / "program.ics").read_bytes())
    assert [str(event["SUMMARY"]) for event in calendar.walk("VEVENT")] == [title]
    schedule = json.loads((built.output / "schedule.json").read_bytes())["schedule"]
    (day,) = schedule["conference"]["days"]
    assert [talk["title"] for room in day["rooms"].values() for talk in room] == [title]
