"""Says what an import did, or would do."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from itertools import chain, islice, pairwise
from typing import TYPE_CHECKING

from .changes import NAME, short
from .merge import Status

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from .changes import Change
    from .plan import FieldStatus, Missing, Plan
    from .records import Reading

SHORT = 40  # entries of a list, unless all are asked for
_LONGEST = 300  # letters of a value

_SETTLE = "the command keeps the page's, `--take` in place of `--keep` takes the source's"
_SETTLED = (Status.DIFFERS, Status.CONFLICT)  # one by one, by a command
_TITLES = {
    Status.APPLIED: "Taken from the source",
    Status.KEPT: "Kept as the pages have it",
    Status.CHANGED: "Changed by the source; `--update` takes it",
    Status.MISSING: "In the source, missing on the page; `--update` adds it",
    Status.DIFFERS: f"Different, and it is not known who changed it; {_SETTLE}",
    Status.CONFLICT: f"Changed by the source and by hand; {_SETTLE}",
}

_DELETED = "Deleted by hand; the command writes it again, `--keep` lets its changes rest"
_VANISHED = "Vanished from the source; delete it by hand, or keep it as the site's own"

Again = Callable[[str, str], str]
"""Returns the command that was run with another option, like `--keep` and `58:title`."""


def report(
    plan: Plan,
    reading: Reading,
    similar: list[tuple[str, str, str]],
    again: Again,
    *,
    dry_run: bool = False,
    all_entries: bool = False,
) -> str:
    """Return the report: first the numbers, then what is reported one by one."""
    limit = 10**9 if all_entries else SHORT
    skipped = [f"{r.where}: {r.message}" for r in reading.remarks if r.skipped]
    remarks = [f"{r.where}: {r.message}" for r in reading.remarks if not r.skipped]
    mistakes = [f"{place} {message}" for place, message in plan.rejected]
    lines = [_numbers(plan, reading, len(skipped))]
    if dry_run:
        lines.append("This was a dry run: nothing is written.")
    elif not (plan.files or plan.statuses or plan.vanished):
        lines.append("Unchanged: no page is written.")
    if dry_run and reading.mapping:
        lines += ["", *_mapping(reading)]
    lines += _list("To be written" if dry_run else "Written", plan.written, limit)
    for status, title in _TITLES.items():
        found = [n for n in plan.statuses if n.status is status]
        lines += _differences(title, found, again if status in _SETTLED else None, limit)
    lines += _missing(_DELETED, plan.deleted, "--take", again, limit)
    lines += _missing(_VANISHED, plan.vanished, "--keep", again, limit)
    lines += _list("Pages that no import has written", plan.by_hand, limit)
    lines += _list("Skipped", skipped, limit)
    lines += _list("Mistakes on the pages, which a build rejects", mistakes, limit)
    lines += _changes(reading.changes, limit)
    lines += _list("To look at", remarks, limit)
    what = "Fields" if reading.of_talks else "Columns"
    lines += _list(f"{what} that are not read", reading.unread, limit)
    pairs = [f"{one} / {other} ({why})" for one, other, why in similar]
    lines += _list("Perhaps one person in two spellings", pairs, limit)
    return "\n".join(lines) + "\n"


def _mapping(reading: Reading) -> Iterator[str]:
    """Yield which columns are read, how the first rows come out, and how to change it."""
    yield "Columns, as found; others are named so:"
    yield f"  --columns {_quoted(reading.mapping)}"
    yield "The first rows, as they will be:"
    for row, values in reading.first_rows:
        yield f"  {row}"
        for name, value in values.items():
            yield f"    {name}: {_shown(' '.join(value.split()))}"


def _quoted(text: str) -> str:
    """Return a text that a shell, and make's ARGS, take as it is."""
    return "'" + text.replace("'", "'\"'\"'") + "'"


def _numbers(plan: Plan, reading: Reading, skipped: int) -> str:
    def places(*kinds: Status) -> int:
        return len({status.place for status in plan.statuses if status.status in kinds})

    counts = {
        "written": len(plan.written),
        "unchanged": plan.unchanged,
        "changed": places(Status.APPLIED),
        "settled": places(Status.KEPT),
        "with differences": places(Status.CHANGED, Status.MISSING, Status.DIFFERS, Status.CONFLICT),
        "deleted": len(plan.deleted),
        "vanished": len(plan.vanished),
        "skipped": skipped,
    }
    always = ("written", "unchanged", "changed", "skipped")
    counted = [f"{count} {name}" for name, count in counts.items() if count or name in always]
    read, what = len(reading.submissions), "papers"
    if reading.of_talks:
        read, what = len(reading.talks), "talks"
    elif reading.of_entries:
        read, what = len(reading.entries), "entries"
    return f"{reading.format}: {read} {what} read; {', '.join(counted)}"


def _blocks(title: str, total: int, blocks: Iterable[list[str]], limit: int) -> Iterator[str]:
    """Yield a title, and the lines of the first entries of so many."""
    if total:
        yield f"\n{title}"
        yield from chain.from_iterable(islice(blocks, limit))
    if total > limit:
        yield f"  … and {total - limit} more; `--all` shows them"


def _list(title: str, entries: list[str], limit: int) -> Iterator[str]:
    blocks = ([f"  {_shown(entry)}"] for entry in entries)
    return _blocks(f"{title} ({len(entries)}):", len(entries), blocks, limit)


def _changes(changes: list[Change], limit: int) -> Iterator[str]:
    """Return how often each thing was done to fields, and the first fields, folded."""
    title = f"Not as the source has it, white space aside ({len(changes)}; whole in {NAME}):"
    counts = Counter(change.why for change in changes).most_common(limit)
    lines = [title, *(f"  {count}: {why}" for why, count in counts)]
    blocks = (
        [f"  {change.where}: {change.field}", f"    - {before}", f"    + {after}"]
        for change in changes
        for before, after in [map(_shown, short(change))]
    )
    return _blocks("\n".join(lines), len(changes), blocks, limit)


def _missing(
    title: str, found: list[Missing], option: str, again: Again, limit: int
) -> Iterator[str]:
    blocks = (
        [
            f"  {_shown(missing.place)}{': ' * bool(missing.why)}{_shown(missing.why)}",
            f"    {again(option, missing.name)}",
        ]
        for missing in found
    )
    return _blocks(f"{title} ({len(found)}):", len(found), blocks, limit)


def _differences(
    title: str, statuses: list[FieldStatus], again: Again | None, limit: int
) -> Iterator[str]:
    """Return the fields that differ, those of an object under its place."""
    blocks = (
        [
            *([f"  {found.place}"] if before is None or before.place != found.place else []),
            f"    {found.field}",
            f"    - {_shown(found.page) or '(nothing)'}",
            f"    + {_shown(found.source)}",
            *([f"    {again('--keep', f'{found.name}:{found.field}')}"] if again else []),
        ]
        for before, found in pairwise([None, *statuses])
        if found
    )
    return _blocks(f"{title} ({len(statuses)}):", len(statuses), blocks, limit)


def _shown(text: str) -> str:
    """Return a text for a terminal, which obeys characters that cannot be seen."""
    text = "".join(character if character.isprintable() else " " for character in text)
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]} …"
