"""Mistakes in a source that Markdown's own rules pass over."""

from __future__ import annotations

import pytest

from sphinx_workshop.site.diagnostics.fence_checks import misread_fences
from sphinx_workshop.site.diagnostics.option_checks import check_options
from sphinx_workshop.site.flaws import FENCES, Flaw

SCHEDULE = """\
::::::{schedule} 2016-07-22

:::::{session} One
:id: one
:time: 9:00-10:00
:::::

:::::{session} Two
:id: two
:time: 10:00-11:00
:::::

::::::
"""


def flaws(text: str) -> list[Flaw]:
    lines = text.split("\n")
    return [*misread_fences(lines), *check_options(lines)]


def messages(text: str) -> list[tuple[int, str]]:
    return [(flaw.line, flaw.message) for flaw in flaws(text)]


@pytest.mark.parametrize(
    "text",
    [
        SCHEDULE,
        "",
        "words\n\n---\n\nmore words",
        "```\n:::{person}\n```",
        "~~~~{code-block} md\n:::{person}\n~~~~",
        "````md\n```{person}\n````",
        "a line with ```code``` in it\n",
        "``` code ``` that begins a line",
        ":::{person} A\n:id: a\n\n:id: is no option here\n:::",
        ":::{person} A\n:id: a\n:::::",
        "    :::{person} is code, since it is indented",
        "```md\n::{person} A\n```",
        "::{person}`a` is a role after two colons",
        "::: plain\n```md\n:::{person}\n```\n:::",
        ":::{admonition} A\n:class: x\n\n```{note}\nwords\n```\n:::",
    ],
)
def test_what_markdown_takes_as_meant_is_no_flaw(text: str) -> None:
    assert flaws(text) == []


def test_a_code_fence_left_open_is_reported_at_its_line() -> None:
    assert messages("# P\n\n````python\nx\n```\n") == [
        (3, "'````python' is never closed; end it with a line '````'")
    ]


@pytest.mark.parametrize("end", ["\n:::\n\n:::{person} B\n:id: b\n:::\n", "\n::\n", ""])
def test_a_fence_of_two_colons_is_reported_where_it_begins_however_it_ends(end: str) -> None:
    assert messages(f"# P\n\n::{{person}} A\n:id: a\n{end}") == [
        (3, "'::{person} A' has two colons, and needs three; write ':::{person} A'")
    ]


def test_of_sessions_one_of_which_has_no_end_that_one_is_reported() -> None:
    opened = SCHEDULE.replace(":time: 9:00-10:00\n:::::\n", ":time: 9:00-10:00\n")
    assert messages(opened) == [
        (
            3,
            "':::::{session} One' is not closed before ':::::{session} Two' opens on line 7; end "
            "it with a line ':::::', or give it more of them if it holds the other",
        )
    ]


def test_a_fence_that_holds_others_and_has_no_more_characters_is_reported() -> None:
    ((line, message),) = messages(SCHEDULE.replace("::::::", ":::::"))
    assert line == 1
    assert "give it more of them" in message


def test_colons_that_close_nothing_are_reported_where_they_stand() -> None:
    ((line, message),) = messages("# P\n\n:::\n\n:::{person} A\n:id: a\n:::\n")
    assert line == 3
    assert message.startswith("':::' is not closed before ':::{person} A' opens on line 5")


def test_what_colons_alone_put_into_a_box_is_looked_into() -> None:
    assert messages("::: plain\n```{person} A\n:id: a\n:id: b\n```\n:::") == [
        (4, "option 'id' is given twice, first on line 3; delete one")
    ]


def test_a_missing_end_of_the_outer_fence_is_reported() -> None:
    ((line, message),) = messages(SCHEDULE.removesuffix("::::::\n"))
    assert (line, message[:26]) == (1, "'::::::{schedule} 2016-07-")


def test_an_option_written_twice_is_reported_with_its_first_line() -> None:
    assert flaws(":::{person} A\n:id: a\n:roles: keynote\n:id: b\n:::") == [
        Flaw(4, "option 'id' is given twice, first on line 2; delete one", FENCES)
    ]
