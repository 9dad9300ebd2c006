"""Puts a script into the head of pages with hours that tells the style what to keep room for.

Where the reader's clock differs, the page's scripts put the reader's time beside each hour when
they are loaded. The style keeps a line free for it (`workshop-away`), so that nothing moves. So it
does for hours anywhere on Earth (UTC-12), where no reader's clock is. Above a page that has no
place of its own for the choice of a zone, it keeps a line free for that (`data-hours`): the
style cannot ask what comes later on a page, since browsers paint its beginning first.
"""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from .page_context import add_to_head, add_to_pages

if TYPE_CHECKING:
    from sphinx.application import Sphinx

_HOUR = re.compile(r'<time datetime="(\d{4}-\d\d-\d\dT[^"]*?([+-]\d\d:\d\d))"')
_ANYWHERE = "-12:00"
_OWN_PLACE = re.compile(r"data-controls=|\bworkshop-event\b")


def add_script(app: Sphinx, pagename: str, context: dict[str, Any]) -> None:
    """Add the script (`html-page-context`), with one hour for each distance from UTC."""
    body = context.get("body", "")
    hours = {offset: hour for hour, offset in _HOUR.findall(body)}
    if not hours:
        return
    script = "" if _OWN_PLACE.search(body) else "page.dataset.hours=1;"
    if differs := [_differs(hours[offset]) for offset in hours.keys() - {_ANYWHERE}]:
        script += f'if({"||".join(sorted(differs))})page.classList.add("workshop-away")'
    add_to_head(context, f"<script>{{const page=document.documentElement;{script}}}</script>\n")


def _differs(hour: str) -> str:
    """Return the condition that the reader's distance from UTC is another one than an hour's."""
    offset = datetime.fromisoformat(hour).utcoffset() or timedelta()
    behind = -round(offset.total_seconds() / 60)  # as `getTimezoneOffset` counts it
    return f'new Date("{hour}").getTimezoneOffset()!=={behind}'


def setup(app: Sphinx) -> None:
    """Wait for pages."""
    add_to_pages(app, add_script)
