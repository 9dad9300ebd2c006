"""Finds the formats of papers that conf.py knows in what a source says of them."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..core.model import Event
    from ..core.vocabulary import Format
    from .records import Reading

FIELD = "format"


def name_formats(reading: Reading, event: Event) -> None:
    """Put ids of formats in the place of a source's words; words that name none are left out."""
    unknown: Counter[str] = Counter()
    found = []
    for submission in reading.submissions:
        words = submission.more.get(FIELD, "")
        named = named_format(words, event.formats) if words else ""
        unknown.update([words] if words and not named else [])
        more = {**submission.more, FIELD: named} if words else submission.more
        found.append(replace(submission, more=more))
    reading.submissions = found
    known = ", ".join(form.id for form in event.formats)
    for words, count in unknown.items():
        reading.remark(
            "file",
            f"'{words[:60]}' ({count} of the papers) names no format of conf.py, or several "
            f"({known}), and is left out; add the one that it means to --columns: "
            f"format:{words[:60]}=<format>",
        )


def named_format(words: str, formats: Iterable[Format]) -> str:
    """Return the id of the one format that words name: `Accept (Oral)` names `oral`."""
    text = words.casefold()
    known = {form.id: {form.id, form.label.casefold()} for form in formats}
    named = [
        id
        for id, names in known.items()
        if any(re.search(rf"\b{re.escape(name)}\b", text) for name in names)
    ]
    return named[0] if len(named) == 1 else ""
