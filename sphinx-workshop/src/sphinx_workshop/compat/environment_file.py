"""Finds the file in which Sphinx keeps what a build has read.

Undocumented: `sphinx.application.ENV_PICKLE_FILENAME` (Sphinx 8.2 to 9.0). Reason: after an error
Sphinx deletes the file, and the next build would begin from nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx.application import ENV_PICKLE_FILENAME

if TYPE_CHECKING:
    from pathlib import Path

    from sphinx.application import Sphinx


def path(app: Sphinx) -> Path:
    """Return the path of the file, which need not be there yet."""
    return app.doctreedir / ENV_PICKLE_FILENAME
