"""A small workshop that uses every directive, role and listing: the basis of most build tests."""

from __future__ import annotations

FILES: dict[str, str] = {
    "index.md": """\
# Home

:::{event}
A day of tests.
:::

Read the [notes](notes.md) first.

:::{topic-list}
:::

:::{schedule}
:kind: keynote
:::

:::{paper-list}
:kind: spotlight
:::

:::{deadlines}
:::

:::{people}
:role: keynote; invited
:::

:::{toctree}
:hidden:

Call <topics/index>
Program <program/index>
Papers <papers/index>
dates
notes
:::
""",
    "topics/index.md": """\
# Topics

:::{toctree}
inference
robustness
:::
""",
    "topics/inference.md": """\
# Methods of inference

:::{topic} Inference
:order: 1

From data to parameters.
:::

Much remains to be done.
""",
    "topics/robustness.md": """\
# Robustness to shifts

:::{topic} Robustness
:order: 2

From one data set to another.
:::
""",
    "papers/index.md": """\
# Papers

:::{paper-list}
:::

:::{toctree}
:hidden:
:glob:

*
:::
""",
    "papers/alpha.md": """\
# Alpha particles

:::{paper} 7
:authors: Ann Lee* (North; South); Børge Ray (North)
:topics: inference
:keywords: particles; helium
:code: https://example.org/alpha

Alpha is found everywhere.
:::
""",
    "papers/beta.md": """\
# Beta decay

:::{paper} 3
:authors: Børge Ray (North); Cleo Médard*
:topics: robustness; inference
:arxiv: 2207.00001
:pages: 4

Beta is found by its absence.
:::
""",
    "papers/gamma.md": """\
# Gamma rays

:::{paper} 12
:authors: Cleo Médard*

Gamma goes far.
:::
""",
    "program/index.md": """\
# Program

::::::{schedule} 2016-07-22

:::::{session} Opening keynote
:id: opening
:time: 09:00-10:00
:kind: keynote
:speakers: dana-fox
:topics: robustness
:::::

:::::{session}
:time: 10:00-10:15
:paper: alpha
:::::

:::::{session} Coffee
:id: coffee
:time: 10:30-11:00
:kind: break

Coffee is by the door.
:::::

::::::

:::{toctree}
:hidden:

speakers
authors
:::
""",
    "program/speakers.md": """\
# Speakers

:::{person} Dana Fox
:affiliation: West
:roles: keynote
:::

:::{person} Ann Lee
:affiliation: North
:roles: invited
:also: A. Lee; Ann C. Lee
:::
""",
    "program/authors.md": """\
# Authors

:::{author-index}
:::
""",
    "dates.md": """\
# Dates

:::{deadline} Submission
:id: submission
:when: 2016-05-23 23:59 AoE
:::

:::{deadline} Notification
:id: notification
:when: 2016-06-10

By mail.
:::
""",
    "notes.md": """\
# Notes

(marked)=
## A marked place

Topics: {topic}`inference`, {topic}`the other <robustness>`.

Papers: {paper}`alpha`, {paper}`that one <gamma>`.

Sessions: {session}`opening`, {session}`alpha`.

People: {person}`dana-fox`, {person}`borge-ray`.

Deadlines: {deadline}`submission` on {when}`submission`, {when}`later <notification>`.

Pages: [](dates.md), {doc}`topics/index`, {ref}`marked`, {any}`papers/beta`.
""",
}
"""Path to text; build it by `build()`, changed by `build({path: text})`."""


def changed(path: str, old: str, new: str) -> dict[str, str]:
    """Return one file with a passage replaced; it must stand there once."""
    text = FILES[path]
    assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {path}"
    return {path: text.replace(old, new)}


def line_of(text: str, passage: str) -> int:
    """Return the number of the one line that holds a passage."""
    found = [n for n, line in enumerate(text.splitlines(), start=1) if passage in line]
    assert len(found) == 1, f"{passage!r} stands on lines {found}"
    return found[0]


def appended(path: str, text: str) -> dict[str, str]:
    """Return one file with a paragraph at its end."""
    return {path: f"{FILES[path]}\n{text}\n"}


CHANGES = {
    **appended("index.md", ":::{changes}\n:::"),
    **appended("dates.md", ":::{change} 2016-07-15\nThe *last* day is later & fixed.\n:::"),
    **appended("papers/beta.md", ":::{change} 2016-07-20\nThe second version is linked.\n:::"),
}
"""Two changes, and the home page with a list of them."""
