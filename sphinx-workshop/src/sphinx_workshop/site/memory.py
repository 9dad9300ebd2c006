"""Holds the doctrees of few pages at a time, so that memory does not grow with the pages.

Python looks for cycles among all objects each time that their number has grown by some. A build
makes many objects that stay, and looking takes a seventh of its time: while it lasts, the
thresholds are higher. What was read is left alone while pages are written, so that doctrees, which
are cycles, can be looked for after each chunk of pages.

Sphinx makes a debugging message of each event, with all that handlers are given: the whole text of
a page. Workers keep these messages, and send them to the main process, also where none is printed.
Here, its logger makes no message that none of its handlers takes.
"""

from __future__ import annotations

import gc
import logging
from typing import TYPE_CHECKING, Any

from ..compat import doctree_caches, parallel_tasks

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata

THRESHOLDS = 20_000, 20, 100
"""How many objects more, and how often, until Python looks at the young, the older, all objects."""


def forget_doctrees(app: Sphinx, *_about: Any) -> None:
    """Forget the doctrees of the pages before (`doctree-read`, `html-page-context`)."""
    doctree_caches.clear(app.env)


def make_few_messages() -> None:
    """Have Sphinx make no message of a level that none of its handlers takes."""
    logger = logging.getLogger("sphinx")
    logger.setLevel(min((handler.level for handler in logger.handlers), default=logger.level))


def setup(app: Sphinx) -> ExtensionMetadata:
    """Connect the handlers; a process that goes on after the build is as it was before."""
    make_few_messages()
    before = gc.get_threshold()
    gc.set_threshold(*THRESHOLDS)

    def writing(*_about: Any) -> None:
        gc.freeze()
        parallel_tasks.writing()

    def ended(*_about: Any) -> None:
        gc.unfreeze()
        gc.set_threshold(*before)
        parallel_tasks.unbound()

    app.connect("env-before-read-docs", lambda *_about: parallel_tasks.reading())
    app.connect("write-started", writing)
    app.connect("build-finished", ended, priority=1000)
    app.connect("doctree-read", forget_doctrees)
    app.connect("html-page-context", forget_doctrees)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
