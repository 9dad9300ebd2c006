"""The written pages of the invented workshop of one day, its schedule among them."""

from __future__ import annotations

from inline_site import Files

_SESSIONS = """\
:::::{session} Welcome
:id: welcome
:time: 08:30-08:45
:kind: intro
:::::

:::::{session} What orchids hear, and the silence they like
:id: keynote-holm
:time: 08:45-09:45
:kind: keynote
:speakers: mira-holm
:topics: sound
:::::

:::::{session} Morning tea
:id: tea
:time: 09:45-10:00
:kind: break
:::::

:::::{session}
:time: 10:00-10:15
:paper: clover
:::::

:::::{session}
:time: 10:15-10:30
:paper: heron
:::::

:::::{session} Germination as a decision
:id: keynote-vale
:time: 11:00-12:00
:kind: keynote
:speakers: jon-vale
:topics: germination
:::::

:::::{session} Lunch
:id: lunch
:time: 12:00-13:00
:kind: break
:::::

:::::{session}
:time: 13:00-13:15
:paper: barn-owl
:::::

:::::{session}
:time: 13:15-13:30
:paper: bee-flow
:::::

:::::{session} Who owns a meadow?
:id: panel
:time: 13:30-14:30
:kind: panel
:::::

:::::{session} Posters in the barn
:id: posters
:time: 14:45-16:15
:kind: poster-session
:::::
"""

SESSIONS = _SESSIONS.count("{session}")
"""How many sessions there are; the first is `welcome`, the last `posters`."""

PAGES: Files = {
    "index.md": """\
# Learning from Meadows

:::{event}
One day on what meadows can teach.

[Program](program/index.md) [Call for papers](call-for-papers/index.md)
:::

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
:role: invited
:::

:::{toctree}
:hidden:

About <about/index>
Call <call-for-papers/index>
Program <program/index>
Papers <program/papers/index>
:::
""",
    "about/index.md": """\
# Why meadows

They have waited long enough.

:::{toctree}
:hidden:

logistics
:::
""",
    "about/logistics.md": """\
# Logistics

Register at the [gate of the meadow](https://example.org/gate), or ask in the
[call](../call-for-papers/index.md).
""",
    "call-for-papers/index.md": """\
# Call for papers

The {deadline}`submission deadline <submission>` is {when}`submission`.

:::{topic-list}
:::

:::{toctree}
:hidden:

dates
posters
topics/index
:::
""",
    "call-for-papers/dates.md": """\
# Important dates

:::{deadline} Submission deadline
:id: submission
:when: 2023-08-14 23:59 AoE
:::

:::{deadline} Author notification
:id: notification
:when: 2023-09-01
:::

:::{deadline} Camera-ready deadline
:id: camera-ready
:when: 2023-09-20
:::
""",
    "call-for-papers/posters.md": "# Poster instructions\n\n## Size\n\nOf a barn door.\n",
    "call-for-papers/topics/index.md": (
        "# Topics\n\n:::{topic-list}\n:::\n\n:::{toctree}\n:hidden:\n:glob:\n\n*\n:::\n"
    ),
    "program/index.md": (
        "# Program\n\n:::{calendar}\n:of: program\n:::\n\n:::{booklet-links}\n:::\n\n"
        f"::::::{{schedule}} 2023-10-20\n\n{_SESSIONS}\n::::::\n\n"
        ":::{toctree}\n:hidden:\n\nspeakers\nauthors\nbooklet\n:::\n"
    ),
    "program/authors.md": "# Authors\n\n:::{author-index}\n:::\n",
    "program/booklet.md": "# Program and abstracts\n\n:::{booklet}\nIn one piece.\n:::\n",
    "program/papers/index.md": (
        "# Accepted papers\n\n:::{paper-list}\n:::\n\n:::{toctree}\n:hidden:\n:glob:\n\n*\n:::\n"
    ),
}
