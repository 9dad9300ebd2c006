"""Refuses what content may not hold: raw HTML. Nothing on the site needs it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.transforms import SphinxTransform
from sphinx.util import logging

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata

logger = logging.getLogger(__name__)


class RefuseRawHtml(SphinxTransform):
    """Removes raw nodes, and warns of each; comments are removed in silence."""

    default_priority = 1  # before any other transform adds raw nodes of its own

    def apply(self, **kwargs: Any) -> None:
        """Check one document."""
        told = False
        for node in list(self.document.findall(nodes.raw)):
            written = node.astext().strip()
            comment = written.startswith("<!--") and written.find("-->") == len(written) - 3
            # A closing tag is no second mistake.
            if not (comment or (told and written.startswith("</"))):
                told = True
                shown = written.splitlines()[0] if written else "raw"
                logger.warning(
                    "raw HTML '%s' is refused; write Markdown or a directive instead",
                    shown,
                    type="content",
                    subtype="html",
                    location=node,
                    extra={"about": "pages"},
                )
            node.parent.remove(node)


def setup(app: Sphinx) -> ExtensionMetadata:
    """Register the transform."""
    app.add_transform(RefuseRawHtml)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
