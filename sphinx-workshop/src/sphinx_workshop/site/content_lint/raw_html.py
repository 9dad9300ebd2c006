"""Rejects raw HTML, of which nothing on a page needs any; comments are removed in silence."""

from __future__ import annotations

from typing import Any

from docutils import nodes
from sphinx.transforms import SphinxTransform

from ..flaws import report

_LINE_BREAK = "<br />\n"  # what MyST writes for one
_LATEX_LINE_BREAK = "\\\\\n"


class RejectRawHtml(SphinxTransform):
    """Removes raw nodes, and warns of each."""

    default_priority = 1  # before any other transform adds raw nodes of its own

    def apply(self, **kwargs: Any) -> None:
        """Check one document."""
        reported = False
        for node in list(self.document.findall(nodes.raw)):
            written = node.astext()
            if written == _LINE_BREAK:
                report(
                    "the line ends in a forced line break, a backslash or two spaces; delete it, "
                    "and leave a line empty where a paragraph begins",
                    "html",
                    node,
                )
            elif not (written == _LATEX_LINE_BREAK or _is_comment(written.strip())):
                # A closing tag is no second mistake.
                if not (reported and written.strip().startswith("</")):
                    _report_html(written.strip(), node)
                reported = True
            node.parent.remove(node)


def _is_comment(written: str) -> bool:
    return written.startswith("<!--") and written.find("-->") == len(written) - 3


def _report_html(written: str, node: nodes.raw) -> None:
    shown = written.splitlines()[0] if written else "raw"
    report(f"raw HTML '{shown}' is rejected; write Markdown or a directive instead", "html", node)
