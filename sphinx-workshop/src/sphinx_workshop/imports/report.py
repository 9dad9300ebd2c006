"""Says what an import did, or would do."""

from __future__ import annotations

import shlex
from collections import Counter
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from .changes import NAME, short
from .merge import Status

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

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
    skipped = [f"{r.where}: {r.message}" for r in reading.remarks if r.skipped]
    remarks = [f"{r.where}: {r.message}" for r in reading.remarks if not r.skipped]
    lines = [_numbers(plan, reading, len(skipped))]
    if dry_run:
        lines.append("This was a dry run: nothing is written.")
    elif not (plan.files or plan.statuses or plan.vanished):
        lines.append("Unchanged: no page is written.")
    if dry_run and reading.mapping:
        lines += ["", *_mapping(reading)]
    what = "Fields" if reading.of_talks else "Columns"
    counts = Counter(change.why for change in reading.changes).most_common()
    pairs = [f"{one} / {other} ({why})" for one, other, why in similar]
    sections: list[tuple[str, Sequence[Any], Callable[[Any], list[str]]]] = [
        ("To be written" if dry_run else "Written", plan.written, _line),
        *(
            (title, _of_status(plan, status), partial(_difference, again))
            for status, title in _TITLES.items()
        ),
        (_DELETED, plan.deleted, partial(_missing, again, "--take")),
        (_VANISHED, plan.vanished, partial(_missing, again, "--keep")),
        ("Pages that no import has written", plan.by_hand, _line),
        ("Skipped", skipped, _line),
        ("Mistakes on the pages, which a build rejects", [*map(" ".join, plan.rejected)], _line),
        ("Not as the source has it, by reasons", [f"{n}: {why}" for why, n in counts], _line),
        (f"Not as the source has it, white space aside; whole in {NAME}", reading.changes, _change),
        ("To look at", remarks, _line),
        (f"{what} that are not read", reading.unread, _line),
        ("Perhaps one person in two spellings", pairs, _line),
    ]
    for title, entries, lines_of in sections:
        limit = len(entries) if all_entries else SHORT
        if entries:
            lines.append(f"\n{title} ({len(entries)}):")
        for entry in entries[:limit]:
            lines += lines_of(entry)
        if entries[limit:]:
            lines.append(f"  … and {len(entries) - limit} more; `--all` shows them")
    return "\n".join(lines) + "\n"


def _mapping(reading: Reading) -> Iterator[str]:
    """Yield which columns are read, how the first rows come out, and how to change it."""
    yield "Columns, as found; others are named so:"
    yield f"  --columns {shlex.quote(reading.mapping)}"
    yield "The first rows, as they will be:"
    for row, values in reading.first_rows:
        yield f"  {row}"
        for name, value in values.items():
            yield f"    {name}: {_shown(' '.join(value.split()))}"


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


def _line(entry: str) -> list[str]:
    return [f"  {_shown(entry)}"]


def _change(change: Change) -> list[str]:
    before, after = map(_shown, short(change))
    return [f"  {change.where}: {change.field}", f"    - {before}", f"    + {after}"]


def _missing(again: Again, option: str, missing: Missing) -> list[str]:
    why = f": {_shown(missing.why)}" if missing.why else ""
    return [f"  {_shown(missing.place)}{why}", f"    {again(option, missing.name)}"]


def _of_status(plan: Plan, status: Status) -> list[tuple[str, FieldStatus]]:
    """Return the fields of a status, each after its object's place if that is another one."""
    found = [field for field in plan.statuses if field.status is status]
    places = [field.place for field in found]
    return [
        ("" if place == before else place, field)
        for before, place, field in zip(["", *places], places, found, strict=False)
    ]


def _difference(again: Again, entry: tuple[str, FieldStatus]) -> list[str]:
    place, found = entry
    lines = [f"  {place}"] if place else []
    lines += [f"    {found.field}", f"    - {_shown(found.page) or '(nothing)'}"]
    lines.append(f"    + {_shown(found.source)}")
    if found.status in _SETTLED:
        lines.append(f"    {again('--keep', f'{found.name}:{found.field}')}")
    return lines


def _shown(text: str) -> str:
    """Return a text for a terminal, which obeys characters that cannot be seen."""
    text = "".join(character if character.isprintable() else " " for character in text)
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]} …"
