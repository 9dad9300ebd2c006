"""Stops Sphinx from writing the parents of every page that was read again.

Undocumented: `BuildEnvironment.files_to_rebuild` (Sphinx 1.0 to 9.0). Reason: the builder adds all
pages whose toctree lists a changed page, by this attribute alone; fingerprints know which of these
really changed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx.environment import BuildEnvironment


def forget(env: BuildEnvironment) -> None:
    """Leave no parent to be written for its children's sake."""
    env.files_to_rebuild = {}
