"""Reads the objects in an `objects.inv`.

Undocumented: `sphinx.util.inventory.InventoryFile.loads` and what its items hold (Sphinx 8.2 to
9.0). Reason: only Sphinx defines the format of the file.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sphinx.util.inventory import InventoryFile

if TYPE_CHECKING:
    from collections.abc import Mapping


def items(content: bytes) -> Mapping[str, Mapping[str, Any]]:
    """Return the objects (`uri`, `display_name`) by type and name.

    Raises:
        ValueError: it is no inventory.
    """
    return InventoryFile.loads(content, uri="").data
