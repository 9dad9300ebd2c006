"""The command `build`: all or nothing; whatever interrupts a build, the next one is right.

    sphinx-workshop build [--site SOURCE] [--into FOLDER] [SETTING=VALUE ...]

    FOLDER/html        the site as it was last built without a fault; replaced as a whole
    FOLDER/work        what Sphinx goes on from: its pages, and what it has read
    FOLDER/unfinished  is there during a build, and after one that failed: names the pages with
                       warnings, one a line; empty where these are not known
    FOLDER/lock        held by a build and by the workers it has started, for as long as they live

Sphinx writes pages where they stand, and saves what it has read before it writes: one that was
killed would leave half a page, take it for finished, and forget which others to write; the build
after it begins from nothing. So does one whose settings, extensions or packages have changed, of
which Sphinx notices but a part. One that ended with warnings would not report them again; the build
after it reads again the pages with warnings, and goes on from all others: a mistake and its
correction cost what any two edits cost, also where no build was good before.
"""

from __future__ import annotations

import errno
import filecmp
import gc
import hashlib
import os
import shutil
import sys
from contextlib import suppress
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from sphinx.application import Sphinx
from sphinx.errors import SphinxError

from ..compat import process, warnings_log
from .build_lock import BusyError, lock
from .commands import Command

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

PACKAGE = Path(__file__).parents[1]

REMEDIES = {
    errno.ENOSPC: "free some space",
    errno.EDQUOT: "free some space",
    errno.EFBIG: "allow larger files",
    errno.EROFS: "choose a folder that can be written into",
    errno.EACCES: "let this user write there",
    errno.EPERM: "let this user write there",
}


def build(source: Path, folder: Path, settings: dict[str, str]) -> int:
    """Build incrementally, and put the whole site in its place; return the exit status."""
    work, site, unfinished = folder / "work", folder / "html", folder / "unfinished"
    tidy(site)
    made_by, makers = work / "made-by", digest(source)
    begun = made_by.is_file() and made_by.read_text("ascii") == makers
    if begun and unfinished.exists():
        begun = read_again(work, unfinished)
    unfinished.write_bytes(b"")
    if work.exists() and not begun:
        shutil.rmtree(work)
    work.mkdir(exist_ok=True)
    made_by.write_text(makers, encoding="ascii")
    # Sphinx copies these again in each build, and leaves those that are gone.
    shutil.rmtree(work / "html" / "_static", ignore_errors=True)
    pages: set[str] = set()
    if status := run_sphinx(source, work, settings, pages):
        note_failed(unfinished, pages)
        return status
    publish(work / "html", site)
    unfinished.unlink()
    return 0


def note_failed(unfinished: Path, pages: set[str]) -> None:
    """Note the pages with warnings, unless a warning is of no page: it might not come again."""
    if "" not in pages:
        unfinished.write_text("".join(f"{page}\n" for page in sorted(pages)), encoding="utf-8")


def read_again(work: Path, unfinished: Path) -> bool:
    """Have Sphinx read the noted pages again; return False where none is noted."""
    pages = unfinished.read_text(encoding="utf-8").splitlines()
    for page in pages:
        (work / "doctrees" / f"{page}.doctree").unlink(missing_ok=True)  # it reads what has no tree
    return bool(pages)


def digest(source: Path) -> str:
    """Return what the pages are made by: the settings, the engine, the packages."""
    files = [source / "requirements.txt", source / "conf.py"]
    files += sorted([*PACKAGE.rglob("*.py"), *(PACKAGE / "templates").rglob("*")])
    found = hashlib.sha256()
    for path in filter(Path.is_file, files):
        found.update(f"{path.name}\0".encode() + path.read_bytes())
    return found.hexdigest()


def run_sphinx(source: Path, work: Path, settings: dict[str, str], pages: set[str]) -> int:
    """Build with every warning an error, as `sphinx-build -n -W -j auto` does.

    Adds the documents of warnings to `pages`, "" for a warning of none.
    """
    with process.prepared(source):
        app = Sphinx(
            source,
            source,
            work / "html",
            work / "doctrees",
            "html",
            confoverrides={"nitpicky": True} | settings,
            warningiserror=True,
            parallel=os.cpu_count() or 1,
        )
        warnings_log.note_pages(app.env, pages)
        return process.built(app)


def publish(built: Path, site: Path) -> None:
    """Replace the site by a copy of what was built, unless it is one already."""
    here, there = stamps(built), stamps(site)
    same = {
        name: name
        for name in here.keys() & there.keys()
        if here[name] == there[name] or filecmp.cmp(built / name, site / name)
    }
    if len(same) == len(here) == len(there):
        return
    # A folder that is named after what it holds, as the search's, is moved with most of its files.
    gone = {(PurePath(name).name, *there[name]): name for name in there.keys() - here.keys()}
    for name in here.keys() - there.keys():
        if former_name := gone.get((PurePath(name).name, *here[name])):
            same[name] = former_name
    # A link would not do: Sphinx opens its files again, and would write into the site.
    fresh, former = beside(site, "new"), beside(site, "old")

    def copy(file: str, target: str) -> None:
        """Copy a file; one that the site has already is not read: it is linked."""
        name = file.removeprefix(f"{built}{os.sep}").replace(os.sep, "/")
        if name in same:
            with suppress(OSError):  # not every file system has links
                os.link(site / same[name], target)
                return
        shutil.copy2(file, target)

    shutil.copytree(built, fresh, copy_function=copy)
    if site.exists():
        site.rename(former)
    fresh.rename(site)
    tidy(site)


def stamps(folder: Path) -> dict[str, list[int]]:
    """Return the size and the time in nanoseconds of each file in a folder, by its path there."""
    return dict(_stamps(folder, "")) if folder.exists() else {}


def _stamps(folder: str | Path, above: str) -> Iterator[tuple[str, list[int]]]:
    for entry in os.scandir(folder):
        if entry.is_dir():
            yield from _stamps(entry.path, f"{above}{entry.name}/")
        else:
            found = entry.stat()
            yield f"{above}{entry.name}", [found.st_size, found.st_mtime_ns]


def tidy(site: Path) -> None:
    """Bring the site back where a build was killed before its last step; remove what is left."""
    fresh, former = beside(site, "new"), beside(site, "old")
    if former.exists() and not site.exists():
        former.rename(site)
    for left in (fresh, former):
        if left.exists():
            shutil.rmtree(left)


def beside(site: Path, what: str) -> Path:
    """Return where the next site is laid out, or the former one set aside."""
    return site.with_name(f"{site.name}.{what}")


def main(source: str | Path, output: str | Path, *settings: str) -> int:
    """Build, and say in a sentence what came of it."""
    folder = Path(output)
    site = folder / "html"
    remains = "There is no site yet."
    try:
        if site.exists():
            remains = f"{site} is as it was."
        with lock(folder):
            status = build(Path(source), folder, dict(s.split("=", 1) for s in settings))
    except BusyError as other:
        trouble = f"Another build works in {folder} (process {other}): wait until it has ended."
    except OSError as error:
        where = f": {error.filename}" if error.filename else ""
        remedy = REMEDIES.get(error.errno or 0, "fix that")
        trouble = (
            f"Not built: {error.strerror or error}{where}; {remedy}, and build again. {remains}"
        )
    except SphinxError as error:
        trouble = f"{error}\nNot built. {remains}"
    except KeyboardInterrupt:
        trouble = f"Interrupted. {remains}"
    else:
        print(f"The site is in {folder / 'html'}." if not status else f"Not built. {remains}")
        return status
    print(trouble, file=sys.stderr)
    return 2


def _arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--into", type=Path, default=Path("_build"), metavar="FOLDER", help="default: _build"
    )
    parser.add_argument("settings", nargs="*", metavar="SETTING=VALUE", help="as sphinx-build -D")


def _run(chosen: argparse.Namespace) -> int:
    status = main(chosen.site, chosen.into, *chosen.settings)
    gc.freeze()  # the process ends: Python would take apart, one by one, all objects of the build
    return status


BUILD = Command("Build the site; what is published changes only if all went well", _arguments, _run)
