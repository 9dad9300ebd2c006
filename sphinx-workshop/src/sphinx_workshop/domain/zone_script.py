"""Puts a script into the head of pages with hours that tells whether the reader's clock differs.

Where it does, the page's scripts put the reader's time beside each hour when they are loaded. The
style keeps a line free for it (`workshop-away`), so that nothing moves. So it does for hours
anywhere on Earth (UTC-12), where no reader's clock is.
"""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from .page_context import add_to_head, add_to_pages

if TYPE_CHECKING:
    from sphinx.application import Sphinx

_HOUR = re.compile(r'<time datetime="(\d{4}-\d\d-\d\dT[^"]*?((?!-12:00)[+-]\d\d:\d\d))"')
_SCRIPT = '<script>if({differs})document.documentElement.classList.add("workshop-away")</script>\n'


def add_script(app: Sphinx, pagename: str, context: dict[str, Any]) -> None:
    """Add the script (`html-page-context`), with one hour for each distance from UTC."""
    if hours := dict(map(reversed, _HOUR.findall(context.get("body", "")))):
        script = _SCRIPT.format(differs="||".join(map(_differs, sorted(hours.values()))))
        add_to_head(context, script)


def _differs(hour: str) -> str:
    """Return the condition that the reader's distance from UTC is another one than an hour's."""
    offset = datetime.fromisoformat(hour).utcoffset() or timedelta()
    behind = -round(offset.total_seconds() / 60)  # as `getTimezoneOffset` counts it
    return f'new Date("{hour}").getTimezoneOffset()!=={behind}'


def setup(app: Sphinx) -> None:
    """Wait for pages."""
    add_to_pages(app, add_script)
