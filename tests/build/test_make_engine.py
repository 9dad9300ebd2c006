"""ENGINE names the engine that make installs: this repository's Makefile and the template's."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from real_site import ROOT

TEMPLATE = ROOT / "sphinx-workshop" / "template"
PYTHON = """\
#!/bin/sh
# Stands for Python: makes environments in which pip and the engine's command note their arguments.
case "$1 $2" in
  "-m venv") mkdir -p .venv/bin && rm -rf .venv/* && mkdir .venv/bin
             cp "$0" .venv/bin/python && cp "$0" .venv/bin/sphinx-workshop ;;
  "-m pip") for last; do :; done; echo "pip $last" >> log ;;
esac
"""


class Checkout:
    """A folder with a Makefile, where everything that it runs is a stand-in."""

    def __init__(self, makefile: Path, folder: Path) -> None:
        self.folder = folder
        shutil.copy(makefile, folder / "Makefile")
        for name in ("requirements.txt", "engine.txt", "sphinx-workshop/pyproject.toml"):
            (folder / name).parent.mkdir(exist_ok=True)
            (folder / name).touch()
        (folder / "python").write_text(PYTHON, encoding="utf-8")
        (folder / "python").chmod(0o755)

    def make(self, *arguments: str, env: dict[str, str] | None = None) -> list[str]:
        """Run make; return what pip was asked for."""
        log = self.folder / "log"
        log.write_text("", encoding="utf-8")
        done = subprocess.run(
            ["make", "--no-print-directory", "PYTHON=./python", *arguments],
            cwd=self.folder,
            env={"PATH": "/usr/bin:/bin"} | (env or {}),
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        return log.read_text(encoding="utf-8").splitlines()


@pytest.fixture(params=["site", "template"])
def checkout(request: pytest.FixtureRequest, tmp_path: Path) -> Checkout:
    makefile = {"site": ROOT / "Makefile", "template": TEMPLATE / "Makefile"}[request.param]
    return Checkout(makefile, tmp_path)


@pytest.fixture
def engine(tmp_path: Path) -> Path:
    """Return a folder with an engine, whose name means something to make and to the shell."""
    folder = tmp_path / "an $engine's folder"
    folder.mkdir()
    return folder


@pytest.mark.parametrize(
    ("makefile", "engine"), [(ROOT, "sphinx-workshop"), (TEMPLATE, "engine.txt")]
)
def test_without_a_word_the_sites_own_engine_is_installed(
    makefile: Path, engine: str, tmp_path: Path
) -> None:
    installed = Checkout(makefile / "Makefile", tmp_path).make("html")
    assert installed == ["pip requirements.txt", f"pip {engine}"]


def test_another_engine_is_installed_after_the_locked_requirements(
    checkout: Checkout, engine: Path
) -> None:
    assert checkout.make("html", f"ENGINE={engine}") == ["pip requirements.txt", f"pip {engine}"]


def test_the_environment_may_name_the_engine(checkout: Checkout, engine: Path) -> None:
    assert checkout.make("html", env={"ENGINE": str(engine)})[-1] == f"pip {engine}"


def test_an_engine_is_kept_until_another_is_named(
    checkout: Checkout, engine: Path, tmp_path: Path
) -> None:
    checkout.make("html", f"ENGINE={engine}")
    assert checkout.make("html") == []
    assert checkout.make("html", f"ENGINE={engine}") == []
    wheel = tmp_path / "engine.whl"
    wheel.touch()
    assert checkout.make("html", f"ENGINE={wheel}") == ["pip requirements.txt", f"pip {wheel}"]
    assert checkout.make("html") == []
    back = checkout.make("html", "ENGINE=")
    assert back[0] == "pip requirements.txt"
    assert str(tmp_path) not in back[1]
    assert checkout.make("html") == []


def test_what_does_not_need_the_engine_leaves_the_environment_alone(
    checkout: Checkout, engine: Path
) -> None:
    checkout.make("html")
    assert checkout.make("clean", f"ENGINE={engine}") == []
    assert checkout.make("html") == []


def test_the_engines_place_is_kept_in_the_environment_alone(
    checkout: Checkout, engine: Path
) -> None:
    checkout.make("html", f"ENGINE={engine}")
    files = (path for path in checkout.folder.rglob("*") if path.is_file() and path.name != "log")
    holding = [path for path in files if str(engine).encode() in path.read_bytes()]
    assert holding == [checkout.folder / ".venv" / "engine"]
