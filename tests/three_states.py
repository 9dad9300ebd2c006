"""The invented workshop of one day in the three states of a site: call, day and record."""

from __future__ import annotations

from pathlib import Path

from one_day import build_one_day
from one_day_pages import PAGES

STATES = ("call", "day", "record")

HOME = """\
# Learning from Meadows

::::{event}
One day on what meadows can teach.

:::{state} call
[How to submit](call-for-papers/index.md) [Topics](#topics)
:::

:::{state} day
[Program](program/index.md) [Logistics](about/logistics.md)
:::

:::{state} record
[Papers](program/papers/index.md) [Program](program/index.md)
:::
::::

::::{state} day
## Today

:::{schedule}
:::
::::

::::{state} record
## Papers

:::{paper-list}
:kind: spotlight
:::
::::

(topics)=
## Topics

:::{topic-list}
:::

::::{state} call
## Dates

:::{deadlines}
:::
::::
"""

MENU = {
    "call": ("call-for-papers/index", "program/index", "program/papers/index", "about/index"),
    "day": ("program/index", "program/papers/index", "about/index", "call-for-papers/index"),
    "record": ("program/papers/index", "program/index", "about/index", "call-for-papers/index"),
}
NAMES = {
    "about/index": "About",
    "call-for-papers/index": "Call",
    "program/index": "Program",
    "program/papers/index": "Papers",
}
STATUS = "\n:::{status}\n:::\n"
CALL = """\
# Call for papers

::::{state} call
Send what you have mown.

:::{status}
:::
::::

:::{state} day; record
Hay was sent.
:::

:::{toctree}
:hidden:

dates
posters
topics/index
:::
"""


def _home(state: str) -> str:
    menu = "\n".join(f"{NAMES[name]} <{name}>" for name in MENU[state])
    return f"{HOME}\n:::{{toctree}}\n:hidden:\n\n{menu}\n:::\n"


def build_state(folder: Path, state: str) -> Path:
    """Build the workshop in a state; return the folder of its pages."""
    files = {"index.md": _home(state), "call-for-papers/index.md": CALL}
    if state == "call":
        files["program/papers/index.md"] = PAGES["program/papers/index.md"] + STATUS
    return build_one_day(folder, files, state=state)
