"""Has a parallel build wait with the next chunk of pages until a worker is free to write it.

Private: `sphinx.util.parallel.ParallelTasks._join_one` and `_precvs_waiting`, and the name
`ParallelTasks` in `sphinx.builders` (Sphinx 7.2 to 9.0). Reason: the main process resolves pages
faster than workers write them, and holds the doctrees of all that wait: at thousands of pages, most
of what a build holds.
"""

from __future__ import annotations

import time
from typing import Any

from sphinx import builders
from sphinx.util.parallel import ParallelTasks

_PAUSE = 0.02  # seconds, as Sphinx waits for its workers


class BoundedTasks(ParallelTasks):
    """Tasks of which none waits: to add one takes until a worker has begun it."""

    def add_task(self, *about: Any, **more: Any) -> None:
        """Add a task, and wait until it has begun."""
        super().add_task(*about, **more)
        while self._precvs_waiting:
            if not self._join_one():
                time.sleep(_PAUSE)


def bound() -> None:
    """Have builders make such tasks; to call this again changes nothing."""
    vars(builders)["ParallelTasks"] = BoundedTasks
