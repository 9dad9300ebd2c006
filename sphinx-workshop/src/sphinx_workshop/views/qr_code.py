"""A node that is an address as a QR code: from paper in one hand to the phone in the other.

The code is drawn when its page is written, so that a tree of nodes holds the address alone.

Most of the time of a drawing goes into the choice of one of eight patterns, each of which a phone
reads; the standard prefers the one that looks least like the marks in the corners. Addresses of one
folder and one length get the pattern that is best for a model of them: by the standard's measure,
it is 1 to 5 % worse than the best on average, where a pattern for all may be 16 % worse.
"""

from __future__ import annotations

from functools import cache
from io import BytesIO
from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.util import logging

from ..core.extras import MissingExtraError, module
from ..core.words import gettext as _

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata
    from sphinx.writers.html5 import HTML5Translator


logger = logging.getLogger(__name__)


class QrCode(nodes.General, nodes.Inline, nodes.Element):
    """The QR code of an `address`; formats without pictures leave it out."""


_STYLE: dict[str, Any] = {
    "kind": "svg",
    "xmldecl": False,
    "nl": False,
    "border": 4,
    "dark": "#000",
    "light": "#fff",  # a phone reads dark on light only, whatever the page's colors
    "omitsize": True,
    "svgclass": "qr-code",
    "lineclass": None,
}

_MODEL = "a"
"""What stands for each character of a file's name where a pattern is chosen."""


def drawn_by() -> str:
    """Return the version of what draws codes, or nothing where it is not installed."""
    try:
        return str(module("segno", "booklet").__version__)
    except MissingExtraError:
        return ""


def drawn(address: str) -> str:
    """Return the code as an SVG element that HTML and XHTML take, with the margin it needs.

    Args:
        address: what a phone opens.

    Raises:
        MissingExtraError: segno is not installed.
    """
    segno, title = module("segno", "booklet"), _("QR code: %(address)s", address=address)
    drawing = BytesIO()
    folder, slash, name = address.rpartition("/")
    pattern = _pattern(segno, folder + slash + _MODEL * len(name))
    segno.make(address, micro=False, mask=pattern).save(drawing, title=title, **_STYLE)
    return drawing.getvalue().decode()


@cache
def _pattern(segno: Any, address: str) -> int:
    """Return the number of the pattern that is best for an address."""
    return int(segno.make(address, micro=False).mask)


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
        QrCode,
        html=(_visit, None),
        latex=(_skip, None),
        text=(_skip, None),
        man=(_skip, None),
        texinfo=(_skip, None),
    )
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
