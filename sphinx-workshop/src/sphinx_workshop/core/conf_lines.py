"""Finds the lines of conf.py on which the keys of a dictionary stand, for messages about them."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def key_lines(path: Path, name: str) -> dict[str, int]:
    """Map the keys of a dictionary that a file of Python writes out to the lines they stand on.

    Args:
        path: the file; one that is not there, or is no Python, has no such lines.
        name: the variable that the dictionary is assigned to.
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
            isinstance(target, ast.Name) and target.id == name for target in targets
        ):
            keys = (key for key in value.keys if isinstance(key, ast.Constant))
            found |= {str(key.value): key.lineno for key in keys}
    return found
