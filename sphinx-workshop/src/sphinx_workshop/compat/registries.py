"""Names the directives and roles that docutils knows.

Private: `docutils.parsers.rst.directives._directives` and `roles._roles` (docutils 0.20 to 0.22).
Reason: docutils looks names up, and has no way to list them.
"""

from __future__ import annotations

from docutils.parsers.rst import directives, roles


def directive_names() -> set[str]:
    """Return the names of the directives that are registered with docutils."""
    return set(vars(directives)["_directives"])


def role_names() -> set[str]:
    """Return the names of the roles that are registered with docutils."""
    return set(vars(roles)["_roles"])
