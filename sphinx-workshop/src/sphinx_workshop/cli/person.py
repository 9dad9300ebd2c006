"""The commands `rename-person` and `unlist-person`: take a former name off all pages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from ..core import author_list
from ..core.errors import CommandError
from ..core.model import Author, person_id
from ..core.suggest import suggest
from ..editing import person_edit
from ..editing.files import site_files, text_of, write_whole
from ..editing.person_name import PersonName
from ..imports import changes
from ..imports.former_names import put_present_name_in_state
from ..imports.state import NAME as STATE
from ..imports.state import read_state
from .commands import Command
from .settings import read_settings

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

Found = TypeVar("Found")

_ADDRESSES = "addresses.txt"
_BRACES = str.maketrans("", "", "{}")
_EDITED = ("conf.py", _ADDRESSES, changes.NAME)  # besides the pages


@dataclass(frozen=True, slots=True)
class _Person:
    """Who is renamed, or unlisted where there is no new name."""

    name: PersonName
    former: tuple[str, ...]
    new: str
    ids: frozenset[str]
    photos: tuple[str, ...]
    others: tuple[str, ...]  # the names of all other people

    def edited(self, path: Path, text: str) -> str:
        """Return a file's text after the edit.

        Raises:
            ValueError: a page cannot be read, or a paper would have no author.
        """
        if path.suffix != ".md":
            lines = text.splitlines(keepends=True)
            kept = (line for line in lines if self.new or not self.name.matches(line))
            return self.name.replaced("".join(kept) if path.name == _ADDRESSES else text)
        if self.new:
            return person_edit.renamed(text, self.name)
        return person_edit.unlisted(text, self.name, self.ids)


def _old(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("old", help="the name that is to go, as the site has it")


def _both(parser: argparse.ArgumentParser) -> None:
    _old(parser)
    parser.add_argument("new", help="the name that takes its place")


def _rename(chosen: argparse.Namespace) -> int:
    new = " ".join(chosen.new.split())
    try:
        found = author_list.authors(new) if new else ()
    except ValueError as error:
        raise CommandError(str(error)) from None
    if author_list.written(found[:1]) != new or not new:
        raise CommandError(f"'{new}' is not a name; write `First Last`")
    if person_id(chosen.old) == person_id(new):
        raise CommandError("the names differ in accents and capitals alone; correct the pages")
    return _replace(chosen.site, chosen.old, found[0])


def _unlist(chosen: argparse.Namespace) -> int:
    return _replace(chosen.site, chosen.old, Author(""))


def _replace(site: Path, gone: str, new: Author) -> int:
    """Read and edit all, then write all: nothing is written where a page cannot be edited."""
    read_settings(site)
    old = gone.translate(_BRACES)
    texts = {path: text for path in _files(site) if (text := text_of(path)) is not None}
    pages = {path: text for path, text in texts.items() if path.suffix == ".md"}
    person = _person(pages, old, new)
    others = {path: text for path, text in texts.items() if path in {site / f for f in _EDITED}}
    edited = _of_each(pages | others, lambda path, text: [(path, person.edited(path, text))])
    written = {path: text for path, text in edited if text != texts[path]}
    moved = {
        path: path.with_name(after)
        for path in _files(site)
        if (after := person.name.replaced(path.name)) != path.name
    }
    state = read_state(site / STATE)
    is_kept = put_present_name_in_state(state, person.name, person.new, person.ids)
    if not (written or moved or is_kept):
        hint = suggest(old, person.others)
        raise CommandError(f"nobody is named '{old}' on this site{hint}")
    if taken := [path for path in moved.values() if path.exists()]:
        raise CommandError(f"{taken[0]}: there is such a file; delete one of the two")
    state.former.add(person.former, new.name)
    # First what keeps the name away. Pages with entries last, as they know its spellings: cut
    # short, the same command goes on.
    write_whole(site / STATE, state.text())
    for path in sorted(written, key=lambda path: (bool(person_edit.entries(texts[path])), path)):
        write_whole(path, written[path])
    for path, target in moved.items():
        path.rename(target)
    _report(site, [*written, *moved.values()], person)
    return 0


def _files(site: Path) -> Iterator[Path]:
    """Yield the files that may name somebody; what earlier imports kept is read by itself."""
    yield from (path for path in site_files(site) if path != site / STATE)
    if (site / changes.NAME).is_file():
        yield site / changes.NAME


def _person(pages: Mapping[Path, str], old: str, given: Author) -> _Person:
    """Return who has a name, with all spellings.

    Raises:
        CommandError: no name is given, the new one is somebody else's, or a page cannot be read.
    """
    if not person_id(old):
        raise CommandError("no name is given that is to go; write it as the site has it")
    new = given.name
    entries = _of_each(pages, lambda _, text: person_edit.entries(text))
    authors = _of_each(pages, lambda _, text: person_edit.authors(text))
    own = [e for e in entries if person_id(old) in {e.id, *map(person_id, e.names)}]
    all_others = [name for entry in entries if entry not in own for name in entry.names]
    if own and new and person_id(new) in map(person_id, all_others):
        raise CommandError(f"'{new}' has an entry; delete one of the two entries first")
    spellings = {old, *(name for entry in own for name in entry.names)}
    former = sorted(name for name in spellings if person_id(name) != person_id(new))
    return _Person(
        PersonName(former, new, sorted({*authors, *all_others} - spellings), given.family),
        tuple(former),
        new,
        frozenset({*(entry.id for entry in own), *map(person_id, former)}),
        tuple(entry.photo for entry in own if entry.photo),
        tuple(sorted({*authors, *all_others, *(entry.name for entry in own)})),
    )


def _of_each(texts: Mapping[Path, str], read: Callable[[Path, str], list[Found]]) -> list[Found]:
    """Return what is read of each file; all that cannot be read is reported at once."""
    found: list[Found] = []
    problems = []
    for path, text in texts.items():
        try:
            found += read(path, text)
        except ValueError as error:
            problems.append(f"{path}: {error}")
    if problems:
        raise CommandError("nothing is written until this is fixed\n  " + "\n  ".join(problems))
    return found


def _report(site: Path, written: list[Path], person: _Person) -> None:
    """Print what was done, and what is left to do."""
    files = sorted(path for path in {*written, site / STATE} if path.exists())
    print(f"The name is replaced in {len(files)} files; see `git diff`:")
    for path in files:
        print(f"  {path}")
    left = [
        f"{person.name.replaced(photo)}: the picture is in no entry any more; delete it"
        for photo in person.photos
        if not person.new
    ]
    for path in _files(site):
        if person.name.may_be_in(path.relative_to(site).as_posix()):
            left.append(f"{path}: the file’s name; change it")
        for number, line in enumerate((text_of(path) or "").splitlines(), start=1):
            if person.name.may_be_in(line):
                left.append(f"{path}:{number}: {' '.join(line.split())[:100]}")
    if left:
        print(f"\nLeft to look at by hand ({len(left)}):")
        print("\n".join(f"  {line}" for line in left))
    print("\nBuild the site, and commit. What git keeps of earlier commits is a step of its own:")
    print("see “Change or remove a name” in the manual.")


RENAME = Command("Give a person another name everywhere, and keep the old one away", _both, _rename)
UNLIST = Command("Take a person off the site, and keep the name away", _old, _unlist)
