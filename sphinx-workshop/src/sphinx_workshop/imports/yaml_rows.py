"""Turns a YAML list of entries, such as Mini-Conf's speakers or committee, into a table's rows."""

from __future__ import annotations

import re
from typing import Any

from ..core.errors import CommandError
from ..core.extras import module
from .tables import MOST_ROWS, Row

# A list of mappings, perhaps under one name: `committee:` and `- role: …`.
_LIST = re.compile(r"(?:\s*(?:#.*|---)?\n|[\w-]+:[ \t]*\n)*\s*-\s+[\w-]+:(?:\s|$)")


def matches(text: str) -> bool:
    """Tell whether a text begins as such a list does."""
    return _LIST.match(text.lstrip("\ufeff").replace("\r\n", "\n")[:4000]) is not None


def rows(text: str) -> list[Row]:
    """Return the rows: first the names that entries have, then each entry's values.

    Raises:
        CommandError: the YAML is broken, or no list.
    """
    yaml = module("yaml", "import")
    try:
        data = yaml.safe_load(text.lstrip("\ufeff"))
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise CommandError(f"line {line}: the YAML is broken ({error.problem}); fix it") from None
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        raise CommandError(f"the YAML is broken ({error}); fix it") from None
    if isinstance(data, dict):
        data = next((found for found in data.values() if isinstance(found, list)), None)
    found = [entry for entry in data or () if isinstance(entry, dict)]
    if not found or len(found) > MOST_ROWS:
        raise CommandError("the YAML holds no list of entries, or too many; write `- name: …`")
    names = list(dict.fromkeys(str(name) for entry in found for name in entry))
    values = ([_text(entry.get(name)) for name in names] for entry in found)
    entries = [Row(f"entry {number}", cells) for number, cells in enumerate(values, start=1)]
    return [Row("the entries", names), *entries]


def _text(value: Any) -> str:
    if isinstance(value, list):
        return "; ".join(map(_text, value))
    return "" if value is None or isinstance(value, dict) else str(value)
