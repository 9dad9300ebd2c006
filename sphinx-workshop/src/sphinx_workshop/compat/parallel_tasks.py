"""Has parallel builds start no workers for a few pages, and pass each page between them once.

Private: `sphinx.util.parallel.ParallelTasks._join_one` and `_precvs_waiting`, the names
`ParallelTasks` and `make_chunks` in `sphinx.builders` (Sphinx 7.2 to 9.0), and `_read_parallel`,
`_read_serial`, `_write_parallel` and `_write_serial` of builders (Sphinx 7.2 to 9.0). Undocumented:
`sphinx.util.parallel`; `Sphinx.parallel`, the number of processes of a build (Sphinx 1.3 to 9.0).

Reason: Sphinx has a worker read even a single page, and pickles the whole environment to take over
what it has read.

While many pages are read, a worker begins with all that was read before, and returns all that it
holds. With one chunk for each worker, that is what it has read; with Sphinx's chunks, of which
there are the more the more pages there are, a page comes back with every chunk after its own.

While they are written, the main process resolves pages faster than workers write them, and holds
the doctrees of all that wait, a seventh of a megabyte each: at thousands of pages, most of what a
build holds. It waits with the next chunk until a worker is free, and has Python free the chunk
before, of which the worker has a copy, and which Python would not look at soon. Since it waits,
there is one worker more than Sphinx has, which starts one fewer than it was asked for.

Between reading and writing, one process is at work, and again at the end. What can be written
without the pages is written by processes of its own from the moment when all is read; handlers of
the end can have work on many files done by several.
"""

from __future__ import annotations

import gc
import time
from functools import partial, wraps
from typing import TYPE_CHECKING, Any, TypeVar

from sphinx import builders
from sphinx.util.parallel import ParallelTasks, SerialTasks, make_chunks, parallel_available

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from sphinx.application import Sphinx
    from sphinx.builders import Builder

Item = TypeVar("Item")
Result = TypeVar("Result")

_PAUSE = 0.02  # seconds, as Sphinx waits for its workers
_FEW = 8  # pages that are read or written in less time than another process takes to start


class BoundedTasks(ParallelTasks):
    """Tasks of which none waits: to add one takes until a worker has begun it."""

    def __init__(self, nproc: int) -> None:
        super().__init__(nproc + 1)

    def add_task(self, *about: Any, **more: Any) -> None:
        """Add a task, wait until it has begun, and free its chunk, of which it has a copy then."""
        super().add_task(*about, **more)
        while self._precvs_waiting:
            if not self._join_one():
                time.sleep(_PAUSE)
        _task, chunk, *_ended = about
        chunk.clear()
        gc.collect()


def divide(pages: Sequence[Item], workers: int) -> list[Sequence[Item]]:
    """Return a chunk of pages for each worker; they take pages in turn, so long ones are spread."""
    return [pages[n::workers] for n in range(min(workers, len(pages)))]


def reading() -> None:
    """Have a builder's workers read one chunk each, until `unbound` is called."""
    vars(builders).update(make_chunks=divide)


def writing() -> None:
    """Have a builder make bounded tasks of Sphinx's own chunks, until `unbound` is called."""
    vars(builders).update(ParallelTasks=BoundedTasks, make_chunks=make_chunks)


def unbound() -> None:
    """Have builders make Sphinx's own tasks again."""
    vars(builders).update(ParallelTasks=ParallelTasks, make_chunks=make_chunks)


def few_alone(builder: Builder) -> None:
    """Have the main process read and write the pages where they are few."""
    for name in ("_read", "_write"):
        by_workers, alone = (getattr(builder, name + how) for how in ("_parallel", "_serial"))
        setattr(builder, f"{name}_parallel", _by_number(by_workers, alone))


def _by_number(
    by_workers: Callable[..., None], alone: Callable[[Sequence[str]], None]
) -> Callable[..., None]:
    @wraps(by_workers)
    def work(docnames: Sequence[str], nproc: int) -> None:
        if len(docnames) > _FEW:
            by_workers(docnames, nproc)
        else:
            alone(docnames)

    return work


def write_in_background(
    app: Sphinx, prepare: Callable[[Sphinx], Callable[[], None] | None]
) -> None:
    """Have files written beside the pages; they are there when `build-finished` is handled.

    Args:
        app: the application.
        prepare: a handler of `env-updated` that returns the work, or None where there is none.
            No page reads what the work writes, and nothing else writes it.
    """
    waiting: list[Callable[[], None]] = []

    def begin(*_about: Any) -> None:
        if work := prepare(app):
            waiting.append(in_background(app, work))

    def end(*_about: Any) -> None:
        while waiting:
            waiting.pop()()

    app.connect("env-updated", begin, priority=900)  # when all is read
    app.connect("build-finished", end, priority=100)  # before handlers that look for files or warn


def in_background(app: Sphinx, work: Callable[[], Result]) -> Callable[[], Result]:
    """Do work in a process beside a parallel build's own.

    Returns:
        What waits until it is done, and returns its result.

    Raises:
        SphinxParallelError: while it is waited for, with the error that the work has raised.
        EOFError: while it is waited for, where the process has been killed.
    """
    results: list[Result] = []
    tasks = ParallelTasks(1) if parallel_available and app.parallel > 1 else SerialTasks()
    tasks.add_task(work, None, lambda *about: results.append(about[-1]))

    def wait() -> Result:
        tasks.join()
        return results[0]

    return wait


def in_parts(
    app: Sphinx, work: Callable[[Sequence[Item]], Result], items: Sequence[Item]
) -> list[Result]:
    """Do work on parts of many items in as many processes as the build has; here alone on few.

    Returns:
        The result of each part, of which this process does the first.

    Raises:
        SphinxParallelError: with the error that the work has raised in another process.
    """
    first, *others = divide(items, min(app.parallel, len(items) // _FEW)) or [items]
    waiting = [in_background(app, partial(work, part)) for part in others]
    return [work(first), *(wait() for wait in waiting)]
