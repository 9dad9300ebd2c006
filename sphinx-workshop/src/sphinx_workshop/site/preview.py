"""Lets builds between two edits leave what no one looks at then: the setting `workshop_preview`.

`make live` sets it in each build but its first. Such a build writes pages as all builds do. What
takes long and is seldom looked at stays as the last complete build has left it: the search index,
files for other programs, and the pages that handlers of the event `preview-leaves(app)` return,
unless such a page was itself edited. What is not there at all is made. The next build without the
setting makes up for all of it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata

EVENT = "preview-leaves"


def setup(app: Sphinx) -> ExtensionMetadata:
    """Register the setting and the event; a change of the setting alone writes nothing."""
    app.add_event(EVENT)
    app.add_config_value("workshop_preview", False, "", (bool,))
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
