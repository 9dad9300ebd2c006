"""Large programs: each day has a page of its own, which links, exports and builds know."""

from __future__ import annotations

import gzip
import json
import re
from typing import TYPE_CHECKING

import pytest

import many_sessions as many
from inline_site import SETTINGS, InlineSite, all_words, links, only, words
from sphinx_workshop.cli.addresses import addresses
from sphinx_workshop.domain import day_pages
from sphinx_workshop.site_check import findings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from engine_fixtures import MakeSite
    from inline_site import Built

PROGRAM = "program/index"
DAYS = [f"program/{day}" for day in many.days(2)]
FACTS = SETTINGS["workshop"] | many.facts(2)
TALKS = 4 * 10  # on each day
MOST_ON_A_PAGE = 60
FILES = many.files(2, 4, 10, described=3)


@pytest.fixture(scope="module", autouse=True)
def _less_on_a_page() -> Iterator[None]:
    """Let programs be large that are half as large as those whose days have pages."""
    assert day_pages.MOST_ON_A_PAGE == 150  # as the manual says
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(day_pages, "MOST_ON_A_PAGE", MOST_ON_A_PAGE)
        yield


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> InlineSite:
    return InlineSite(tmp_path_factory.mktemp("large"), FILES, {"workshop": FACTS})


@pytest.fixture(scope="module")
def large(site: InlineSite) -> Built:
    built = site.build()
    assert built.messages == []
    return built


def written(built: Built) -> dict[str, int]:
    """Return when each page of the program was written."""
    pages = (built.output / "program").glob("*.html")
    return {page.stem: page.stat().st_mtime_ns for page in pages}


def test_the_program_lists_the_days_at_their_anchors(large: Built) -> None:
    page = large.page(PROGRAM)
    assert page.select("li.workshop-session, table") == []
    heads = [str(head["id"]) for head in page.select(".workshop-day")]
    assert heads == [f"day-{day}" for day in many.days(2)]
    assert all_words(page, ".workshop-day-page") == ["40 sessions 09:00–13:55"] * 2
    assert links(only(page, f"#{heads[0]} + .workshop-day-page")) == {
        "40 sessions": f"{many.FIRST}.html"
    }


def test_a_days_page_has_its_table_its_list_and_links_to_the_other_days(large: Built) -> None:
    page = large.page(DAYS[1])
    assert words(only(page, "h1")).startswith("Program: Wednesday, 11 June 2031")
    assert len(page.select("li.workshop-session")) == TALKS
    assert len(page.select("table")) == 1
    assert "Salt" in page.text or "salt" in page.text  # what the sessions' descriptions say
    assert links(only(page, ".workshop-days")) == {
        "All days": "index.html",
        "Tuesday, 10 June 2031": f"{many.FIRST}.html",
    }
    assert words(only(page, ".workshop-days [aria-current=page]")) == "Wednesday, 11 June 2031"


def test_a_day_of_340_talks_would_be_below_300_kb_when_compressed(large: Built) -> None:
    weight = len(gzip.compress((large.output / f"{DAYS[1]}.html").read_bytes()))
    assert weight * 340 / TALKS < 300_000  # more of them compress better


def test_the_page_for_frames_leads_to_the_program_and_to_its_days(large: Built) -> None:
    page = large.html("program/embed")
    assert str(only(page, "h1 a")["href"]) == "index.html"
    assert str(only(page, "link[rel=canonical]")["href"]).endswith("/program/index.html")
    titles = {str(link["href"]).partition("#")[0] for link in page.select(".workshop-title > a")}
    assert titles == {"2031-06-10.html", "2031-06-11.html"}


def test_links_exports_and_inventory_lead_to_the_days_pages(large: Built) -> None:
    place = "program/2031-06-11.html#session-talk-2-3-4"
    assert (
        f"../{place}".removeprefix("../program/") in links(large.page("program/speakers")).values()
    )
    schedule = json.loads((large.output / "program/schedule.json").read_text("utf-8"))
    assert place in json.dumps(schedule)
    assert place in addresses(large.output)
    sitemap = (large.output / "sitemap.xml").read_text("utf-8")
    assert [f"{day}.html" in sitemap for day in DAYS] == [True, True]


def test_all_that_must_hold_of_a_site_holds(large: Built) -> None:
    assert [str(finding) for finding in findings(large.output)] == []


def test_builds_write_what_changed_and_follow_a_program_that_shrinks(
    site: InlineSite, large: Built
) -> None:
    before = written(large)
    assert written(site.build()) == before
    text = FILES[PROGRAM + ".md"]
    site.write(
        {PROGRAM + ".md": text.replace(":id: talk-2-3-4\n", ":id: talk-2-3-4\n:kind: keynote\n")}
    )
    built = site.build()
    assert built.messages == []
    assert all(written(built)[name] > before[name] for name in ("2031-06-11", "index"))
    item = only(built.page(DAYS[1]), "#session-talk-2-3-4")
    assert "Keynote" in words(item)
    short = re.sub(
        r":::::\{session\}(?:.(?!:::::\{session\}))*?:id: talk-1-[34]-.*?\n:::::\n",
        "",
        text,
        flags=re.DOTALL,
    )
    assert short.count("{session}") <= MOST_ON_A_PAGE
    site.write({PROGRAM + ".md": short})
    small = site.build()
    assert small.messages == []
    assert set(written(small)) >= {"index", "speakers"}
    assert not {"2031-06-10", "2031-06-11"} & set(written(small))
    assert len(small.page(PROGRAM).select("li.workshop-session")) == short.count("{session}")
    site.write({PROGRAM + ".md": text})
    assert len(site.build().page(DAYS[0]).select("li.workshop-session")) == TALKS


def test_other_builders_keep_the_schedule_on_its_page(make_site: MakeSite) -> None:
    site = make_site(FILES, workshop=FACTS)
    built = site.build(builder="text")
    assert built.messages == []
    assert not (built.output / f"{DAYS[0]}.txt").exists()
    assert (built.output / f"{PROGRAM}.txt").read_text("utf-8").count("min") >= 2 * TALKS


def test_of_schedules_on_two_pages_each_lists_its_own_days(make_site: MakeSite) -> None:
    files = many.split(FILES, many.days(2)[1])
    again = many.files(1, 1, 1, described=3)["program/index.md"].replace("talk-1-1-0", "encore")
    again = again.replace(":room: Room 1", ":room: Tent")
    both = make_site(files | {"program/late.md": again}, workshop=FACTS)
    both.write({"index.md": files["index.md"].replace("speakers\n", "speakers\nprogram/late\n")})
    built = both.build()
    assert built.messages == []
    assert links(built.page(PROGRAM), ".workshop-day-page a") == {"40 sessions": "2031-06-10.html"}
    assert links(built.page("program/tutorials"), ".workshop-day-page a") == {
        "40 sessions": "2031-06-11.html"
    }
    # The day has a page already, of another schedule in the same folder: nothing is lost.
    assert len(built.page("program/late").select("#session-encore")) == 1
    home, other = (
        only(built.page(name), ".workshop-controls") for name in (PROGRAM, "program/tutorials")
    )
    assert home["data-elsewhere"] == "2031-06-11.html late.html"
    assert "data-elsewhere" not in other.attrs
