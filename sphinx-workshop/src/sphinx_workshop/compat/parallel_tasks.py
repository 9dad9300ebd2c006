"""Has a parallel build wait with the next chunk of pages until a worker is free to write it.

Private: `sphinx.util.parallel.ParallelTasks._join_one` and `_precvs_waiting`, and the names
`ParallelTasks` and `make_chunks` in `sphinx.builders` (Sphinx 7.2 to 9.0). Reason: the main process
resolves pages faster than workers write them, and holds the doctrees of all that wait, a seventh of
a megabyte each: at thousands of pages, most of what a build holds.
"""

from __future__ import annotations

import time
from functools import partial
from typing import Any

from sphinx import builders
from sphinx.util.parallel import ParallelTasks, make_chunks

_PAUSE = 0.02  # seconds, as Sphinx waits for its workers
_BATCH = 2  # of which chunks are half as large as of Sphinx's own, 10


class BoundedTasks(ParallelTasks):
    """Tasks of which none waits: to add one takes until a worker has begun it."""

    def add_task(self, *about: Any, **more: Any) -> None:
        """Add a task, and wait until it has begun."""
        super().add_task(*about, **more)
        while self._precvs_waiting:
            if not self._join_one():
                time.sleep(_PAUSE)


def bound() -> None:
    """Have builders make such tasks, of fewer pages, until `unbound` is called."""
    chunks = partial(make_chunks, maxbatch=_BATCH)
    vars(builders).update(ParallelTasks=BoundedTasks, make_chunks=chunks)


def unbound() -> None:
    """Have builders make Sphinx's own tasks again."""
    vars(builders).update(ParallelTasks=ParallelTasks, make_chunks=make_chunks)
