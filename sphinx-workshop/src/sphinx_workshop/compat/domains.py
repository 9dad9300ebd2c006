"""Gives the domains of a build.

Undocumented: `BuildEnvironment.domains` (Sphinx 1.0 to 9.0). Reason: `get_domain` returns one whose
name is known, and raises an error for others.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx.domains import Domain
    from sphinx.environment import BuildEnvironment


def all_domains(env: BuildEnvironment) -> list[Domain]:
    """Return all domains, by name."""
    return sorted(env.domains.values(), key=lambda domain: domain.name)
