"""Adds labels to those of the standard domain, and removes them.

Undocumented: the dictionary `StandardDomain.labels` is written to (Sphinx 2.0 to 9.0). Reason:
`StandardDomain.note_hyperlink_target` sets anonymous labels alone, which have no title to print.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sphinx.domains.std import StandardDomain
    from sphinx.environment import BuildEnvironment


def _standard(env: BuildEnvironment) -> StandardDomain:
    return cast("StandardDomain", env.get_domain("std"))


def add(env: BuildEnvironment, labels: Mapping[str, tuple[str, str, str]]) -> list[str]:
    """Add labels (name to document, anchor and title) whose names are free; return these names."""
    known = _standard(env).labels
    free = sorted(labels.keys() - known.keys())
    known.update({name: labels[name] for name in free})
    return free


def remove(env: BuildEnvironment, names: Iterable[str]) -> None:
    """Remove labels that are there."""
    for name in names:
        _standard(env).labels.pop(name, None)


def names(env: BuildEnvironment) -> set[str]:
    """Return all names that the role `ref` knows."""
    standard = _standard(env)
    return {*standard.labels, *standard.anonlabels}
