"""Puts all objects among Sphinx's plain labels, for `ref` on sites without this domain."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..compat import labels
from .domain import domain_of

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment


def note_labels(app: Sphinx, env: BuildEnvironment) -> None:
    """Put all objects among the plain labels, for other sites' `ref` (`env-updated`).

    A role of ours works only where this domain is installed; `ref` works in every Sphinx site.
    """
    domain = domain_of(env)
    found = {
        record.label: (record.docname, record.anchor, domain.program.title(record))
        for record in domain.program.objects()
    }
    domain.data["labels"] = labels.add(env, found)


def forget_labels(app: Sphinx, env: BuildEnvironment, docnames: list[str]) -> None:
    """Take our labels back, for pages may set labels of these names (`env-before-read-docs`)."""
    labels.remove(env, domain_of(env).data.pop("labels", ()))
