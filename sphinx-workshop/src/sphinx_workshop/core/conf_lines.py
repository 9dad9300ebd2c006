"""Finds the lines of conf.py on which the workshop's facts stand, for messages about them."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def fact_lines(path: Path) -> dict[str, int]:
    """Map the facts that a conf.py writes out, `workshop = {…}`, to the lines they stand on.

    A file that is not there, or is no Python, has no such lines.
    """
    try:
        tree = ast.parse(path.read_bytes())
    except (OSError, SyntaxError, ValueError):
        return {}
    found: dict[str, int] = {}
    for node in tree.body:
        targets = node.targets if isinstance(node, ast.Assign) else [getattr(node, "target", None)]
        value = getattr(node, "value", None)
        if isinstance(value, ast.Dict) and any(
            isinstance(target, ast.Name) and target.id == "workshop" for target in targets
        ):
            keys = (key for key in value.keys if isinstance(key, ast.Constant))
            found |= {str(key.value): key.lineno for key in keys}
    return found
