"""Reports mistakes of contributors: each once, in plain words, ordered by file, with help.

Knows nothing of workshops. `sources` runs the checks of what Markdown's own rules pass over: of
fences, options, conflicts, and of the rest. `rewrites` says in plain words what Sphinx, MyST and
docutils say in theirs, `records` leaves out what follows from another mistake, `report` prints.
Handlers of the event `template-hints(app)` return what templates say to those who write pages, and
what no page may keep as text.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from .report import Report
from .sources import HINTS, SourceChecks, check_encoding, check_files

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata


def setup(app: Sphinx) -> ExtensionMetadata:
    """Register the setting, the checks of sources, and the report at the end of a build."""
    app.add_config_value("workshop_guide", "", "", (str,))
    app.add_event(HINTS)
    report = Report()
    app.connect("builder-inited", report.begin, priority=100)
    app.connect("env-before-read-docs", partial(check_encoding, report))
    app.connect("builder-inited", check_files)
    app.connect("source-read", SourceChecks().check, priority=100)
    app.connect("build-finished", report.end, priority=900)  # after all that may warn
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
