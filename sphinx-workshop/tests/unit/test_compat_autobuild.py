"""What `compat` uses of the private parts of sphinx-autobuild is still there."""

from __future__ import annotations

import multiprocessing
import os
import subprocess
from typing import TYPE_CHECKING

import sphinx_autobuild.__main__
import uvicorn

from sphinx_workshop.compat import (
    autobuild,
)

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


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
