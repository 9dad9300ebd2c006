"""What is released: a wheel and a sdist of the package alone, and what works without the extras."""

from __future__ import annotations

import os
import re
import sys
import tarfile
import venv
from collections.abc import Callable
from email import message_from_bytes
from email.message import Message
from functools import partial
from importlib.metadata import Distribution, distribution
from pathlib import Path
from zipfile import ZipFile

import pytest
from packaging.requirements import Requirement

import sphinx_workshop
import stand_alone
from import_site import Done
from processes import ended, output_of

PROJECT = Path(__file__).resolve().parents[2] / "sphinx-workshop"
VERSION = sphinx_workshop.__version__
INFO = f"sphinx_workshop-{VERSION}.dist-info"
COLUMNS = "number=ID,title=Title,authors=Authors"
CORE = {"sphinx", "myst-parser", "babel", "icalendar", "tzdata"}
_EXTRA = re.compile(r"""(?:module|MissingExtraError)\("[^"]+", "([a-z]+)"\)""")


def build(folder: Path, kind: str) -> Path:
    """Build a wheel or a sdist as a front end does, with what is installed."""
    folder.mkdir()
    code = f"from flit_core import buildapi; buildapi.build_{kind}({str(folder)!r})"
    output_of(sys.executable, "-c", code, folder=PROJECT, SOURCE_DATE_EPOCH="1000000000")
    (built,) = folder.iterdir()
    return built


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(tmp_path_factory.mktemp("package") / "wheel", "wheel")


@pytest.fixture(scope="module")
def sdist(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(tmp_path_factory.mktemp("package") / "sdist", "sdist")


@pytest.fixture(scope="module")
def metadata(wheel: Path) -> Message:
    with ZipFile(wheel) as archive:
        return message_from_bytes(archive.read(f"{INFO}/METADATA"))


def test_pip_builds_the_wheel(wheel: Path, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "pip", "wheel", "--no-deps", "--no-build-isolation"]
    output_of(*command, "--quiet", "--disable-pip-version-check", "--wheel-dir", tmp_path, PROJECT)
    assert [path.name for path in tmp_path.iterdir()] == [wheel.name]


def test_the_wheel_holds_all_files_of_the_package_and_no_others(wheel: Path) -> None:
    source = PROJECT / "src"
    files = {
        path.relative_to(source).as_posix()
        for path in source.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    with ZipFile(wheel) as archive:
        names = set(archive.namelist())
    about = {f"{INFO}/{name}" for name in ("METADATA", "RECORD", "WHEEL", "entry_points.txt")}
    assert names == files | about | {f"{INFO}/licenses/LICENSE"}
    for needed in (
        "py.typed",
        "exports/booklet.css",
        "locale/sphinx_workshop.pot",
        "templates/redirect.html",
    ):
        assert f"sphinx_workshop/{needed}" in names


def test_the_sdist_holds_what_the_wheel_is_built_of(wheel: Path, sdist: Path) -> None:
    with tarfile.open(sdist) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    about = {"CHANGELOG.md", "LICENSE", "PKG-INFO", "README.md", "pyproject.toml"}
    with ZipFile(wheel) as built:
        package = {f"src/{name}" for name in built.namelist() if not name.startswith(INFO)}
    assert names == about | package


@pytest.mark.parametrize("kind", ["wheel", "sdist"])
def test_two_builds_give_the_same_bytes(
    kind: str, request: pytest.FixtureRequest, tmp_path: Path
) -> None:
    built: Path = request.getfixturevalue(kind)
    assert build(tmp_path / kind, kind).read_bytes() == built.read_bytes()


def test_the_metadata_names_version_license_and_needs(metadata: Message) -> None:
    assert metadata["Name"] == "sphinx-workshop"
    assert metadata["Version"] == VERSION
    assert metadata["License-Expression"] == "MIT"
    assert metadata["Requires-Python"] == ">=3.11"
    license = (PROJECT / "LICENSE").read_text("utf-8")
    assert f"Copyright (c) {metadata['Author']}\n" in license
    assert metadata["Description-Content-Type"] == "text/markdown"
    described = metadata.get_payload(decode=True)
    assert isinstance(described, bytes)
    assert described.decode().startswith((PROJECT / "README.md").read_text("utf-8"))
    needs = [Requirement(text) for text in metadata.get_all("Requires-Dist", [])]
    assert {need.name for need in needs if "extra" not in str(need.marker)} == CORE
    assert {"Framework :: Sphinx :: Extension", "Framework :: Sphinx :: Domain"} <= set(
        metadata.get_all("Classifier", [])
    )


def test_the_version_has_an_entry_in_the_changelog() -> None:
    assert f"\n## {VERSION}\n" in (PROJECT / "CHANGELOG.md").read_text("utf-8")


def test_every_extra_that_an_error_names_exists(metadata: Message) -> None:
    sources = (path.read_text("utf-8") for path in (PROJECT / "src").rglob("*.py"))
    named = {extra for text in sources for extra in _EXTRA.findall(text)}
    assert named == set(metadata.get_all("Provides-Extra", []))


# Without the extras -----------------------------------------------------------------------------


def needed(name: str, found: dict[str, Distribution]) -> dict[str, Distribution]:
    """Add a distribution and all that it needs, without extras."""
    one = distribution(name)
    if (key := one.metadata["Name"].lower()) not in found:
        found[key] = one
        for requirement in map(Requirement, one.requires or ()):
            if requirement.marker is None or requirement.marker.evaluate({"extra": ""}):
                needed(requirement.name, found)
    return found


@pytest.fixture(scope="module")
def python(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a Python that has the wheel, what it needs, and nothing else; needs no network."""
    folder = tmp_path_factory.mktemp("fresh")
    venv.create(folder, symlinks=os.name != "nt")
    # On Windows these are `Lib/site-packages` and `Scripts`.
    (packages,) = folder.glob("[Ll]ib/**/site-packages")
    for one in needed("sphinx-workshop", {}).values():
        for top in {file.parts[0] for file in one.files or () if file.parts[0] != ".."}:
            if not (target := packages / top).exists() and "sphinx_workshop" not in top:
                target.symlink_to(Path(str(one.locate_file(top))))
    ZipFile(wheel).extractall(packages)
    (found,) = (p for p in folder.glob("*/python*") if p.stem == "python")
    return found


@pytest.fixture
def source(tmp_path: Path) -> Path:
    return stand_alone.write(tmp_path)


@pytest.fixture
def run(python: Path, source: Path) -> Callable[..., Done]:
    """Return what runs a module in the source folder; it may not find this test's packages."""
    return partial(ended, python, "-I", "-m", folder=source)


@pytest.mark.parametrize("builder", stand_alone.BUILDERS)
def test_a_workshop_is_built_with_the_wheel_and_what_it_needs(
    run: Callable[..., Done], source: Path, builder: str
) -> None:
    done = run("sphinx", "-n", "-W", "-b", builder, ".", "_build")
    assert (done.code, done.err) == (0, "")
    assert "sphinx-workshop[latex]" not in done.out
    assert r"B{\o}rge Ray" in (source / "_build" / "lectures.bib").read_text("ascii")


PARTS = {"assets": "assets", "content_lint": "lint", "minified": "assets", "redirects": "redirects"}
"""Parts of a site, by the extra that each needs."""

# To start Python and to load Sphinx takes most of the time of a build that fails at once.
BUILD_EACH = """\
import sys
from sphinx.cmd.build import main
for part in sys.argv[1:]:
    extensions = f"extensions=myst_parser,sphinx_workshop,sphinx_workshop.site.{part}"
    code = main(["-q", "-D", extensions, ".", f"_build/{part}"])
    print(f"\\n{part}: {code}", file=sys.stderr)
"""


def test_a_part_that_needs_an_extra_names_it(python: Path, source: Path) -> None:
    done = ended(python, "-I", "-c", BUILD_EACH, *PARTS, folder=source)
    said = re.findall(r"(.*?)\n(\w+): (\d)\n", done.err, re.DOTALL)
    assert [(part, code) for _, part, code in said] == [(part, "2") for part in PARTS]
    for text, part, _ in said:
        named = re.findall(r"is not installed; run: pip install 'sphinx-workshop\[(\w+)\]'", text)
        assert named == [PARTS[part]]


def test_what_citations_lack_without_an_extra_is_named_once(
    run: Callable[..., Done], source: Path
) -> None:
    page = source / "lectures" / "hay.md"
    page.write_text(page.read_text("utf-8").replace("# Hay", "# α-Hay"), "utf-8")
    for times in (1, 0):
        done = run("sphinx", "-n", "-W", ".", "_build")
        assert done.code == 0
        assert done.out.count("run: pip install 'sphinx-workshop[latex]'") == times
    assert "α-Hay" in (source / "_build" / "lectures.bib").read_text("utf-8")


def test_other_parts_need_none(run: Callable[..., Done]) -> None:
    parts = ("csp", "diagnostics", "ebook", "incremental", "mathml", "metadata")
    extensions = ",".join(f"sphinx_workshop.site.{part}" for part in parts)
    extensions = f"extensions=myst_parser,sphinx_workshop,{extensions}"
    done = run("sphinx", "-n", "-W", "-q", "-D", extensions, ".", "_build")
    assert (done.code, done.err) == (0, "")


COMMANDS = ("check .", "booklet --check", "import talks.xml --dry-run")
"""Commands, each of which needs the extra of its name."""

RUN_EACH = """\
import sys
from sphinx_workshop.cli.__main__ import main
for command in sys.argv[1:]:
    print(f"{command}: {main(command.split())}", file=sys.stderr)
"""


def test_a_command_that_needs_an_extra_names_it(python: Path, source: Path) -> None:
    (source / "talks.xml").write_text("<schedule/>", encoding="utf-8")
    (source / "objects.inv").touch()  # the folder is a built site
    done = ended(python, "-I", "-c", RUN_EACH, *COMMANDS, folder=source)
    said = re.findall(r"sphinx-workshop\[(\w+)\]'.*?\n([^\n]+: \d)\n", done.err, re.DOTALL)
    assert said == [(command.split()[0], f"{command}: 1") for command in COMMANDS]


def test_a_table_is_imported_without_an_extra(run: Callable[..., Done], source: Path) -> None:
    (source / "talks.csv").write_text("ID,Title,Authors\n1,Hay,Ann Lee\n", encoding="utf-8")
    done = run("sphinx_workshop.cli", "import", "talks.csv", "--dry-run", "--columns", COLUMNS)
    assert (done.code, done.err) == (0, "")
    assert "1 papers read" in done.out
