"""The three states of a site: what is rendered in each, and what its pages say without scripts."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from inline_site import SETTINGS, Built, InlineSite, all_words, ended, only, words

if TYPE_CHECKING:
    from engine_fixtures import MakeSite
    from inline_site import Files

FILES: Files = {
    "index.md": """\
# Meadows

::::{event}
On hay.

:::{state} call
[How to submit](call.md)
:::

:::{state} record
[Program](program.md)
:::
::::

:::::{state} call
(first)=
## What to send

Send hay.
:::::

:::::{state} day
(first)=
## Today

:::{schedule}
:::
:::::

:::::{state} record
(first)=
## What was sent

Hay was sent; see [above](#first).
:::::

## Always

:::::{state} call; day
:::{toctree}
:hidden:
call
program
:::
:::::

:::::{state} record
:::{toctree}
:hidden:
program
call
:::
:::::
""",
    "call.md": """\
# Call

:::{status}
:::

:::{deadline} Hay is due
:id: submission
:when: 2016-05-23 23:59 AoE
:::

:::{deadline} Hay is stacked
:id: stacked
:when: 2016-07-22
:::
""",
    "program.md": """\
# Program

:::{person} Ann Day
:id: ann-day
:::

::::{schedule} 2016-07-22

:::{session} Mowing
:id: mowing
:speakers: ann-day
:time: 09:00-10:00
:::
::::
""",
}

DAYS = "Friday, 22 July 2016 to Saturday, 23 July 2016"


def built(make_site: MakeSite, state: str, files: Files) -> Built:
    return make_site(files, workshop=SETTINGS["workshop"] | {"state": state}).build()


@pytest.fixture(scope="module")
def states(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Built]:
    """Return the site in each of its states."""
    facts = {state: SETTINGS["workshop"] | {"state": state} for state in ("call", "day", "record")}
    return {
        state: InlineSite(tmp_path_factory.mktemp(state), FILES, {"workshop": workshop}).build()
        for state, workshop in facts.items()
    }


@pytest.mark.parametrize(
    ("state", "headings", "order"),
    [
        ("call", ["What to send", "Always"], ["call", "program"]),
        ("day", ["Today", "Always"], ["call", "program"]),
        ("record", ["What was sent", "Always"], ["program", "call"]),
    ],
)
def test_a_state_decides_about_sections_their_labels_and_the_menu(
    states: dict[str, Built], state: str, headings: list[str], order: list[str]
) -> None:
    site = states[state]
    assert site.messages == []
    page = site.page("index")
    assert [title.rstrip("¶") for title in all_words(page, "section > section > h2")] == headings
    assert only(page, "#first").name in {"section", "span"}
    assert site.app.env.toctree_includes["index"] == order


def test_of_other_states_nothing_is_in_a_page_or_in_the_search(states: dict[str, Built]) -> None:
    site = states["record"]
    published = "".join(
        path.read_text("utf-8", "replace") for path in site.output.rglob("*") if path.is_file()
    )
    assert "Hay was sent" in published
    assert "Send hay" not in published
    assert "How to submit" not in published


def test_of_other_states_directives_are_allowed_as_on_the_page(make_site: MakeSite) -> None:
    text = """
::::{state} call
:::{important}
Bring a scythe.
:::
:::{include} hay.md
:::
::::
"""
    (message,) = built(make_site, "record", FILES | {"index.md": FILES["index.md"] + text}).messages
    assert "a page may not use the directive 'include'" in message.text


def test_a_mistake_is_reported_on_its_own_line_whatever_is_left_out_above(
    make_site: MakeSite,
) -> None:
    text = FILES["index.md"] + "\nSee {session}`mowin`.\n"
    (message,) = built(make_site, "record", FILES | {"index.md": text}).messages
    assert (message.file, message.line) == ("index.md", text.count("\n"))
    assert "did you mean 'mowing'?" in message.text


def test_blocks_with_a_mistake_are_reported_and_lose_nothing(make_site: MakeSite) -> None:
    page = """\
# Hay

:::{state} recrod
It was mown.
:::

1. One

    :::{state} record
    It was dried.
    :::

:::{state} record
It was left.
"""
    site = built(make_site, "call", FILES | {"call.md": page})
    said = {message.line: message.text for message in site.messages}
    assert said.keys() == {3, 9, 13}
    wrong = "state 'recrod': choose among call, day, record; did you mean 'record'?"
    assert said[3].startswith(wrong)
    assert "it is indented; let its lines begin where those of the page do" in said[9]
    assert "is never closed" in said[13]
    assert "It was mown." in words(site.page("call"))
    assert "It was dried." in words(site.page("call"))


def test_a_wrong_state_of_the_site_is_reported_with_its_line(make_site: MakeSite) -> None:
    site = make_site(FILES)
    facts = "\n".join(f"  {name!r}: {value!r}," for name, value in SETTINGS["workshop"].items())
    conf = site.source / "conf.py"
    conf.write_text(
        f"extensions = {site.settings['extensions']!r}\nworkshop = {{\n"
        f"  'state': 'recrod',\n{facts}\n}}\n",
        encoding="utf-8",
    )
    (reported,) = ended(site)
    assert reported == (
        "ERROR: conf.py:3: workshop['state']: choose among call, day, record; "
        "did you mean 'record'?"
    )


def test_a_page_is_built_anew_when_the_state_changes(make_site: MakeSite) -> None:
    site = make_site(FILES)
    assert "What to send" in words(site.build().page("index"))
    site.configure(workshop=SETTINGS["workshop"] | {"state": "record"})
    assert "What was sent" in words(site.build().page("index"))


@pytest.mark.parametrize("offer", [".workshop-feed", ".workshop-add"])
def test_the_record_offers_neither_feeds_of_people_nor_sessions_to_calendars(
    offer: str, states: dict[str, Built]
) -> None:
    offered = {name: bool(states[name].page("program").select(offer)) for name in states}
    assert offered == {"call": True, "day": True, "record": False}


# What is said without scripts ------------------------------------------------------------------


def scripts_of_the_hour(site: Built, name: str) -> list[str]:
    """Return the scripts in a page's head that say what the hour means."""
    scripts = site.html(name).select("head script:not([src]):not([type])")
    return [words for words in map(str, scripts) if "workshop-minute" in words]


def test_hours_have_a_script_in_the_head_that_asks_for_the_readers_clock(
    states: dict[str, Built],
) -> None:
    site = states["call"]
    away = {name: str(site.html(name).head).count("workshop-away") for name in ("call", "program")}
    assert away == {"call": 0, "program": 1}  # the call has an hour anywhere on Earth alone


def test_the_record_says_in_the_page_itself_that_all_has_taken_place(
    states: dict[str, Built],
) -> None:
    site = states["record"]
    for name in ("index", "call"):
        line = only(site.page(name), ".workshop-stage")
        assert words(line) == f"The workshop took place from {DAYS}."
        assert [str(time["datetime"]) for time in line.select("time")] == [
            "2016-07-22",
            "2016-07-23",
        ]
        assert not scripts_of_the_hour(site, name)


def test_the_call_names_its_deadline_and_claims_nothing_of_the_hour(
    states: dict[str, Built],
) -> None:
    site = states["call"]
    for name in ("index", "call"):
        line = only(site.page(name), ".workshop-stage")
        assert words(line) == "Hay is due: 23 May 2016, 23:59 AoE."
        assert only(line, "time")["datetime"] == "2016-05-23T23:59-12:00"


def test_a_call_without_a_deadline_says_nothing(make_site: MakeSite) -> None:
    page = "# Call\n\n:::{status}\n:::\n"
    site = built(make_site, "call", FILES | {"call.md": page})
    assert words(only(site.page("call"), ".workshop-stage")) == ""


def test_a_script_stands_in_the_head_of_pages_with_a_line_alone(states: dict[str, Built]) -> None:
    site = states["call"]
    heads = {name: len(scripts_of_the_hour(site, name)) for name in ("index", "call", "program")}
    assert heads == {"index": 1, "call": 1, "program": 0}


def test_on_the_day_there_is_room_for_what_is_on(states: dict[str, Built]) -> None:
    site = states["day"]
    home = site.page("index")
    head = [" ".join(tag["class"]) for tag in home.select(".workshop-event > [class]")]
    assert head[:2] == ["workshop-stage", "workshop-now"]
    over = site.page("program").select(".workshop-now, .workshop-controls")
    assert [" ".join(tag["class"]) for tag in over] == ["workshop-now", "workshop-controls"]
