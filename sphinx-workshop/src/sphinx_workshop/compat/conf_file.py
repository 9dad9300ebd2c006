"""Evaluates a conf.py outside of a build.

Undocumented: `sphinx.config.eval_config_file` and `sphinx.util.tags.Tags` (Sphinx 7.2 to 9.0).
Reason: a command that reads one setting need not start an application and load its extensions.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sphinx.config import eval_config_file
from sphinx.util.tags import Tags

if TYPE_CHECKING:
    from pathlib import Path


def evaluated(path: Path) -> dict[str, Any]:
    """Return all names that a conf.py sets.

    Raises:
        ConfigError: it cannot be evaluated.
    """
    return eval_config_file(path, Tags())
