"""Tests the smallest workshop with other versions of Sphinx, MyST-Parser and the themes.

    make matrix                            all sessions of pinned versions
    nox -s "pinned(sphinx-8.2)"            one of them; in this folder, by the environment of make
    nox -s released                        with the newest release of everything
    nox -s prereleased                     with pre-releases, too
    nox -s released -- ../tests/browser/test_stand_alone.py

An environment has the engine's wheel, one or more themes, and what these need. The tests run in the
Python that runs nox, and call that of the environment: what the tests need is not in it.
"""

from __future__ import annotations

import sys
from pathlib import Path

import nox

HERE = Path(__file__).parent
TESTS = HERE / "tests"
STAND_ALONE = TESTS / "build" / "test_stand_alone.py"
ASSETS = TESTS / "build" / "test_assets_on_themes.py"
COMPAT = [
    *sorted((TESTS / "unit").glob("test_compat*.py")),
    TESTS / "unit" / "test_private_touches.py",
]

PYDATA = "pydata_sphinx_theme"
OLDEST = ("sphinx~=8.2.0", "myst-parser~=4.0.0")
NEWEST = ("sphinx~=9.0.0", "myst-parser~=5.2.0")
NEWER = ("sphinx~=9.1.0", "myst-parser~=5.2")  # which Python 3.11 cannot run
# sphinx-book-theme pins a version of pydata-sphinx-theme, so each theme has its environment.
THEMES = {name: (name,) for name in ("alabaster", "furo", PYDATA, "sphinx_book_theme")}
PINNED = {f"sphinx-9.0, {name}": (NEWEST, themes) for name, themes in THEMES.items()} | {
    "sphinx-8.2": (OLDEST, ("alabaster", "furo", PYDATA))
}
if sys.version_info >= (3, 12):
    PINNED["sphinx-9.1"] = (NEWER, ("alabaster", "furo", PYDATA))

nox.options.default_venv_backend = "uv|virtualenv"
nox.options.envdir = str(HERE.parent / "_build" / "nox")
nox.options.sessions = ["pinned"]


@nox.session
@nox.parametrize("name", list(PINNED), ids=list(PINNED))
def pinned(session: nox.Session, name: str) -> None:
    """Test with versions that are supported, named by their minor release."""
    versions, themes = PINNED[name]
    _test(session, themes, *versions)


@nox.session
@nox.parametrize("name", list(THEMES), ids=list(THEMES))
def released(session: nox.Session, name: str) -> None:
    """Test with the newest release of everything."""
    _test(session, THEMES[name], "--upgrade")


@nox.session
@nox.parametrize("name", list(THEMES), ids=list(THEMES))
def prereleased(session: nox.Session, name: str) -> None:
    """Test with the newest of everything, pre-releases included."""
    _test(session, THEMES[name], "--upgrade", "--pre")


def _test(session: nox.Session, themes: tuple[str, ...], *how: str) -> None:
    """Install the wheel and the themes into the session's environment, and test them."""
    wheel = str(_wheel(session))
    session.install(wheel, *(name.replace("_", "-") for name in themes), *how)
    python = str(Path(session.bin) / "python")
    session.run(python, "-m", "sphinx", "--version")
    tests = [sys.executable, "-m", "pytest", "-p", "no:cacheprovider"]
    environment = {"STAND_ALONE_PYTHON": python, "STAND_ALONE_THEMES": " ".join(themes)}
    chosen = session.posargs or [str(STAND_ALONE)]
    session.run(*tests, *chosen, env=environment, external=True)
    session.install(f"{wheel}[assets]")
    session.run(*tests, str(ASSETS), env=environment, external=True)
    if {PYDATA, "sphinx_book_theme"} & set(themes):
        # These look at the versions of the environment from inside, which has no fixtures of ours.
        session.install("pytest", "defusedxml", "sphinx-autobuild")
        session.chdir(session.create_tmp())
        alone = ("-o", "addopts=", "-p", "no:cacheprovider")
        session.run(python, "-m", "pytest", *alone, *map(str, COMPAT))


def _wheel(session: nox.Session) -> Path:
    folder = Path(session.create_tmp()) / "wheel"
    session.run(
        *(sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation"),
        *("--wheel-dir", str(folder), str(HERE)),
        external=True,
    )
    (wheel,) = folder.glob("*.whl")
    return wheel
