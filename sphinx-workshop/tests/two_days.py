"""A workshop in two rooms on two days; on the first, at two o'clock, the clock goes to three.

One session is cancelled, and another one has its place.
"""

from __future__ import annotations

ZONE = "America/New_York"

FILES: dict[str, str] = {
    "index.md": """\
# Home

:::{event}
Two days.
:::

:::{deadlines}
:::

:::{deadline} Submission
:id: submission
:when: 2022-02-01 23:59 AoE
:::

:::{deadline} Notification
:id: notification
:when: 2022-02-20
:::

:::{toctree}
:hidden:

program/index
program/papers/index
:::
""",
    "program/index.md": """\
# Program

::::::{schedule} 2022-03-13

:::::{session} Night watch
:id: night
:time: 00:30-01:30
:room: Dome
:::::

:::::{session} The lost hour
:id: lost-hour
:time: 01:30-03:30
:room: Dome
:::::

:::::{session}
:time: 03:00-04:00
:paper: alpha
:room: Hall
:::::

:::::{session} Late snow
:id: snow
:time: 03:15-04:00
:room: Dome
:status: cancelled
:::::

:::::{session} Dawn <b>chorus</b> & co
:id: dawn
:time: 04:00-05:00
:room: Dome
:kind: keynote
:::::

::::::

::::::{schedule} 2022-03-14

:::::{session} Second day
:id: second
:time: 09:00-10:00
:room: Hall
:kind: panel
:::::

::::::
""",
    "program/papers/index.md": """\
# Papers

:::{paper-list}
:::

:::{toctree}
:hidden:
:glob:

*
:::
""",
    "program/papers/alpha.md": """\
# Łukasz’s alpha

:::{paper} 1
:authors: Łukasz Ørsted*

Alpha.
:::
""",
    "program/papers/beta.md": """\
# Straße of betas

:::{paper} 2
:authors: Basil Médard

Beta.
:::
""",
}
