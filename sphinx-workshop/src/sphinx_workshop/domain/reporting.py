"""Emits the warnings of the domain and its directives."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx.util import logging

if TYPE_CHECKING:
    from docutils import nodes

    from ..core.checks import Subtype

logger = logging.getLogger(__name__)


def warn(
    message: str,
    subtype: Subtype,
    location: nodes.Node | tuple[str, int],
    about: str,
    *,
    hides: bool = False,
    follows: bool = False,
) -> None:
    """Emit a warning that names file and line; under `-W` it fails the build.

    Args:
        message: the words, with the object and the remedy.
        subtype: what `suppress_warnings` calls it.
        location: where it stands.
        about: the section of `workshop_guide` that explains: a directive's name, most often.
        hides: whether every other mistake on the page follows from it.
        follows: whether it follows from any other mistake on the page.
    """
    logger.warning(
        message,
        type="workshop",
        subtype=subtype.value,
        location=location,
        extra={"about": about, "hides": hides, "follows": follows},
    )
