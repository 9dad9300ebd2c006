"""Puts scripts into the head of pages that have to run before a page is painted.

They go to `metatags`, as the feed's link does: what `add_js_file` adds, Furo has behind the
content, where it is too late.
"""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..compat.extensions import loaded
from ..core.model import State
from .domain import domain_of
from .page_head import add_to_head, add_to_pages
from .scripts import translated

if TYPE_CHECKING:
    from sphinx.application import Sphinx

_STATUS = Path(__file__).parents[1] / "templates" / "status.js"
_HOUR = re.compile(r'<time datetime="(\d{4}-\d\d-\d\dT[^"]*?([+-]\d\d:\d\d))"')
_ANYWHERE = "-12:00"
# One after the other: alternatives would be tried at each character of long pages.
_OWN_PLACES = (re.compile(r"data-controls="), re.compile(r"workshop-event\b"))


def add_status(app: Sphinx, pagename: str, context: dict[str, Any]) -> None:
    """Add the script that says what the hour means to pages that have a line for it.

    What has taken place needs none.
    """
    domain = domain_of(app.env)
    if domain.event.state is not State.RECORD and any(
        view.name == "status" for view in domain.views.get(pagename, ())
    ):
        script = translated(_STATUS.read_text("utf-8"))
        if minified := loaded(app, "sphinx_workshop.site.minified"):
            script = minified.jsmin(script)
        _add(context, script.replace("</", "<\\/"))  # no word of it can end its element


def add_zones(app: Sphinx, pagename: str, context: dict[str, Any]) -> None:
    """Add the script that gives the style of a page with hours what to keep room for.

    Where the reader's clock differs, the page's scripts put the reader's time beside each hour when
    they are loaded. The style keeps a line free for it (`workshop-away`), so that nothing moves. So
    it does for hours anywhere on Earth (UTC-12), where no reader's clock is. Above a page that has
    no place of its own for the choice of a zone, it keeps a line free for that (`data-hours`): the
    style cannot ask what comes later on a page, since browsers paint its beginning first.
    """
    body = context.get("body", "")
    # One hour is enough for each distance from UTC.
    hours = {offset: hour for hour, offset in _HOUR.findall(body)}
    if not hours:
        return
    script = "" if any(place.search(body) for place in _OWN_PLACES) else "page.dataset.hours=1;"
    if differs := [_differs(hours[offset]) for offset in hours.keys() - {_ANYWHERE}]:
        script += f'if({"||".join(sorted(differs))})page.classList.add("workshop-away")'
    _add(context, f"{{const page=document.documentElement;{script}}}")


def _differs(hour: str) -> str:
    """Return the condition that the reader's distance from UTC is another one than an hour's."""
    offset = datetime.fromisoformat(hour).utcoffset() or timedelta()
    behind = -round(offset.total_seconds() / 60)  # as `getTimezoneOffset` counts it
    return f'new Date("{hour}").getTimezoneOffset()!=={behind}'


def _add(context: dict[str, Any], script: str) -> None:
    add_to_head(context, f"<script>{script}</script>\n")


def setup(app: Sphinx) -> None:
    """Wait for pages."""
    add_to_pages(app, add_status)
    add_to_pages(app, add_zones)
