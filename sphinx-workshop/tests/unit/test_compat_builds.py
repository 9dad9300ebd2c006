"""What `compat` uses of Sphinx, docutils and sphinx-autobuild in builds is still there."""

from __future__ import annotations

import inspect
import multiprocessing
import os
import signal
import subprocess
from io import StringIO
from typing import TYPE_CHECKING

import pytest
import sphinx_autobuild.__main__
import uvicorn
from docutils import nodes
from sphinx import builders
from sphinx.errors import SphinxParallelError
from sphinx.testing.util import SphinxTestApp
from sphinx.util.logging import getLogger
from sphinx.util.parallel import parallel_available

from sphinx_app import built
from sphinx_workshop.compat import (
    autobuild,
    environment_file,
    extra_documents,
    parallel_tasks,
    warnings_log,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment


# Warnings ----------------------------------------------------------------------------------------


@pytest.fixture
def app(tmp_path: Path) -> Iterator[SphinxTestApp]:
    (tmp_path / "conf.py").touch()
    (tmp_path / "index.rst").write_text("Home\n====\n", "utf-8")
    with built(tmp_path) as app:
        yield app


def test_warnings_tell_which_page_they_are_about(app: SphinxTestApp) -> None:
    pages: set[str] = set()
    warnings_log.note_pages(app.env, pages)
    path = app.env.doc2path("index")
    node = nodes.paragraph()
    node.source, node.line = str(path), 3
    for location in ("index", ("index", 3), f"{path}:3", f"{path}:", str(path), node):
        getLogger("test").warning("of a page", location=location)
        assert pages == {"index"}, location
        pages.clear()
    for other in (None, f"{app.srcdir / 'conf.py'}:1"):
        getLogger("test").warning("of none", location=other)
        assert pages == {""}, other
        pages.clear()


# What was read ---------------------------------------------------------------------------------


def test_sphinx_keeps_what_it_has_read_in_the_file_that_is_found(app: SphinxTestApp) -> None:
    found = []
    for is_there in (True, False):
        if not is_there:
            environment_file.path(app).unlink()
        again = SphinxTestApp(srcdir=app.srcdir, warning=StringIO())
        found.append(again.fresh_env_used)
        again.cleanup()
    assert found == [False, True]


# Documents without files -----------------------------------------------------------------------


def _add(app: Sphinx, env: BuildEnvironment) -> list[str]:
    tree = env.get_doctree("index").copy()
    section = nodes.section("", nodes.title("Part", "Part"), ids=["part"])
    tree += section
    extra_documents.add(env, "part", "index", "Part")
    extra_documents.write(app.builder, "part", tree)
    return ["part"]


def test_a_document_without_a_file_is_written_below_its_source_and_forgotten(
    tmp_path: Path,
) -> None:
    (tmp_path / "conf.py").write_text("", "utf-8")
    (tmp_path / "index.rst").write_text("Home\n====\n", "utf-8")
    app = SphinxTestApp("html", srcdir=tmp_path)
    app.connect("env-updated", _add)
    app.build()
    assert app.warning.getvalue() == ""
    assert "<h1>Part" in (app.outdir / "part.html").read_text("utf-8")
    assert app.env.collect_relations()["part"][0] == "index"
    assert app.env.doc2path("part") == app.env.doc2path("index")
    extra_documents.remove(app.env, "part", "index")
    assert "part" not in {*app.env.found_docs, *app.env.all_docs, *app.env.titles}
    assert app.env.toctree_includes == {}
    app.cleanup()


# Tasks ------------------------------------------------------------------------------------------


def test_each_worker_reads_one_chunk_of_pages() -> None:
    parallel_tasks.reading()
    assert "make_chunks(docnames, nproc)" in inspect.getsource(builders.Builder._read_parallel)
    chunks = vars(builders)["make_chunks"]
    assert list(map("".join, chunks("abcdefg", 3))) == ["adg", "be", "cf"]
    assert len(chunks("abcdefg", 64)) == 7
    parallel_tasks.unbound()
    assert len(vars(builders)["make_chunks"]("x" * 800, 2)) > 2


def test_parallel_tasks_are_added_when_those_before_have_begun() -> None:
    parallel_tasks.writing()
    source = inspect.getsource(builders.Builder._write_parallel)
    assert all(name in source for name in ("ParallelTasks(nproc)", "make_chunks(docnames, nproc)"))
    assert len(vars(builders)["make_chunks"]("x" * 800, 1)) > 2
    assert "app.parallel - 1" in inspect.getsource(builders.Builder.write_documents)
    tasks = vars(builders)["ParallelTasks"](1)
    assert tasks.nproc == 2
    done: list[int] = []
    for number in range(6):
        chunk = ["page"] * number
        tasks.add_task(len, chunk, lambda _chunk, length: done.append(length))
        assert len(done) >= number - 1
        assert chunk == []
    tasks.join()
    assert sorted(done) == [0, 1, 2, 3, 4, 5]
    parallel_tasks.unbound()
    assert vars(builders)["ParallelTasks"](1).nproc == 1


@pytest.mark.parametrize("processes", [1, 2])
def test_work_is_done_in_the_background_where_a_build_may_have_a_second_process(
    app: SphinxTestApp, tmp_path: Path, processes: int
) -> None:
    app.parallel = processes
    file = tmp_path / "done"

    def write() -> None:
        file.write_text(f"{os.getpid()}", "utf-8")

    parallel_tasks.in_background(app, write)()
    is_other = file.read_text("utf-8") != f"{os.getpid()}"
    assert is_other is (processes > 1 and parallel_available)


@pytest.mark.parametrize("error", [None, ValueError()])
def test_what_is_written_beside_the_pages_is_there_for_handlers_of_a_builds_end(
    app: SphinxTestApp, tmp_path: Path, error: Exception | None
) -> None:
    file, found = tmp_path / "done", []
    app.parallel = 2
    app.connect("build-finished", lambda *_about: found.append(file.exists()))
    parallel_tasks.write_in_background(app, lambda _app: file.touch)
    parallel_tasks.write_in_background(app, lambda _app: None)
    app.emit("env-updated", app.env)
    app.emit("build-finished", error)
    assert found == [True]


@pytest.mark.parametrize(("processes", "number"), [(1, 100), (2, 0), (2, 8), (2, 100), (64, 20)])
def test_many_items_are_shared_out_among_the_processes_that_a_build_may_have(
    app: SphinxTestApp, processes: int, number: int
) -> None:
    app.parallel = processes
    parts = parallel_tasks.in_parts(app, lambda part: (os.getpid(), *part), range(number))
    assert sorted(item for _process, *part in parts for item in part) == list(range(number))
    assert parts[0][0] == os.getpid()
    used = min(processes, 2) if parallel_available and number > 8 else 1
    assert len({process for process, *_part in parts}) == used


def test_an_error_of_work_in_the_background_ends_the_wait(app: SphinxTestApp) -> None:
    def fail() -> None:
        raise OSError(28, "No space left on device", "index.json")

    app.parallel = 2
    error = SphinxParallelError if parallel_available else OSError
    with pytest.raises(error, match=r"No space left on device: 'index\.json'"):
        parallel_tasks.in_background(app, fail)()


def test_a_process_that_is_killed_ends_the_wait(app: SphinxTestApp) -> None:
    app.parallel, main = 2, os.getpid()

    def end() -> None:
        if os.getpid() == main:  # where no process can be forked
            raise EOFError
        os.kill(os.getpid(), signal.SIGKILL)

    with pytest.raises(EOFError):
        parallel_tasks.in_background(app, end)()


def test_sphinx_autobuild_builds_by_what_is_replaced(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Its command line makes our builder, and our builder's `subprocess` gets the command."""
    made: list[str] = []
    ran: list[list[str]] = []
    monkeypatch.setattr(multiprocessing, "set_start_method", made.append)
    monkeypatch.setattr(sphinx_autobuild.__main__, "Builder", sphinx_autobuild.build.Builder)
    monkeypatch.setattr(sphinx_autobuild.build, "subprocess", subprocess)
    monkeypatch.setattr(uvicorn, "run", lambda *_about, **_options: None)
    monkeypatch.setattr(autobuild, "sphinx_build", ran.append)
    monkeypatch.setattr(
        autobuild.ForkedBuilder,
        "_build_first",
        lambda forked: autobuild.build_and_report(forked.builder),
    )
    autobuild.main(["-n", str(tmp_path), str(tmp_path / "out")])
    assert made == ["forkserver"]
    assert ran == [["-n", str(tmp_path), str(tmp_path / "out")]]


def test_a_module_is_changed_when_its_file_is_written_again_or_gone(tmp_path: Path) -> None:
    file = tmp_path / "module.py"
    file.touch()
    modules = {"module": (str(file), file.stat().st_mtime_ns)}
    assert autobuild.unchanged(modules | autobuild.imported())
    os.utime(file, ns=(0, modules["module"][1] + 1))
    assert not autobuild.unchanged(modules)
    file.unlink()
    assert not autobuild.unchanged(modules)


@pytest.mark.parametrize("event", ["source-read", "html-page-context"])
@pytest.mark.parametrize(("pages", "is_alone"), [(8, True), (9, False)])
def test_a_few_pages_are_read_and_written_without_workers(
    event: str, pages: int, is_alone: bool, tmp_path: Path
) -> None:
    (tmp_path / "conf.py").touch()
    for name in ("index", *map(str, range(1, pages))):
        (tmp_path / f"{name}.rst").write_text(":orphan:\n\nPage\n====\n", "utf-8")
    (processes := tmp_path / "processes").mkdir()
    app = SphinxTestApp("html", srcdir=tmp_path, parallel=2)
    parallel_tasks.few_alone(app.builder)
    app.connect(event, lambda *_about: (processes / str(os.getpid())).touch())
    app.build()
    app.cleanup()
    assert ({path.name for path in processes.iterdir()} == {str(os.getpid())}) == is_alone
