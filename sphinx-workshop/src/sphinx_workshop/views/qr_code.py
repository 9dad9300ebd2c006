"""A node that is an address as a QR code: from paper in one hand to the phone in the other.

The code is drawn when its page is written, so that a tree of nodes holds the address alone.
"""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.util import logging

from ..core.extras import MissingExtraError, module
from ..core.words import gettext as _

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata
    from sphinx.writers.html5 import HTML5Translator


logger = logging.getLogger(__name__)


class qr_code(nodes.General, nodes.Inline, nodes.Element):  # noqa: N801 (docutils' style)
    """The QR code of an `address`; formats without pictures leave it out."""


def drawn(address: str) -> str:
    """Return the code as an SVG element that HTML and XHTML take, with the margin it needs.

    Raises:
        MissingExtraError: segno is not installed.
    """
    drawing = BytesIO()
    module("segno", "booklet").make(address, micro=False).save(
        drawing,
        kind="svg",
        xmldecl=False,
        nl=False,
        border=4,
        dark="#000",
        light="#fff",  # a phone reads dark on light only, whatever the page's colors
        omitsize=True,
        svgclass="qr-code",
        lineclass=None,
        title=_("QR code: %(address)s", address=address),
    )
    return drawing.getvalue().decode()


def _visit(translator: HTML5Translator, node: nodes.Element) -> None:
    try:
        translator.body.append(drawn(node["address"]))
    except MissingExtraError as error:
        logger.warning("no QR code is drawn: %s", error, type="workshop", location=node, once=True)
    raise nodes.SkipNode


def _skip(translator: nodes.NodeVisitor, node: nodes.Element) -> None:
    raise nodes.SkipNode


def setup(app: Sphinx) -> ExtensionMetadata:
    """Register the node with every writer."""
    app.add_node(
        qr_code,
        html=(_visit, None),
        latex=(_skip, None),
        text=(_skip, None),
        man=(_skip, None),
        texinfo=(_skip, None),
    )
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
