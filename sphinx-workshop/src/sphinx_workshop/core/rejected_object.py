"""An object that a mistake keeps out of the records, and what can be read of it all the same."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class RejectedObject:
    """Keeps the object's name known, and lets its other mistakes be found in the same build.

    Attributes:
        type: the type of its record.
        id: the name by which others name it.
        docname: the document that declares it.
        line: where, counted from 1.
        values: the fields that have no mistake, by their names.
    """

    type: str
    id: str
    docname: str
    line: int
    values: Mapping[str, Any] = field(default_factory=dict)

    def value(self, name: str) -> Any:
        """Return the value of a field, None where none can be read."""
        return self.values.get(name)
