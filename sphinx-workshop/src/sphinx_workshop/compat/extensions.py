"""Says which extensions a build has loaded, and which events they define.

Undocumented: `Sphinx.extensions`, with the `module` and `version` of each, and
`EventManager.events` (Sphinx 1.3 to 9.0). Reason: the parts of the engine can be left out, and
those that are there are to work with each other; `connect` raises an error for an unknown event.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def loaded(app: Sphinx, name: str) -> Any:
    """Return the module of an extension, or None where it is not loaded."""
    return app.extensions[name].module if name in app.extensions else None


def version(app: Sphinx, name: str) -> str:
    """Return what an extension that is loaded calls its version."""
    return str(app.extensions[name].version)


def has_event(app: Sphinx, name: str) -> bool:
    """Return whether an event is defined, once all extensions are loaded (`config-inited`)."""
    return name in app.events.events
