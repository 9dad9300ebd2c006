"""Refuses what content may not hold: raw HTML, unsafe links, pictures from elsewhere, hidden signs.

Nothing on the site needs raw HTML. A link may lead to the web, to a mailbox, or into the site; an
address such as `javascript:` is no link. A picture of another site would be a request to it, by
each reader, unasked. Signs that no editor shows break lines where none seems to end, or make a
reviewer read another order than the machine does.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.transforms import SphinxTransform
from sphinx.util import logging

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata

logger = logging.getLogger(__name__)

SCHEMES = {"https", "http", "mailto", "webcal"}

# Browsers skip white space and control characters in an address before they look for its scheme.
_SKIPPED = re.compile(r"[\x00-\x20\x7f-\xa0\u2028\u2029]+")
_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)
# Markdown leaves a link as it is written, where it does not like the address.
_LEFT = re.compile(
    r"(?:\]\(\s*<?|\]:\s*<?|<)((?:javascript|vbscript|data|file):[^\s)>]*)", re.IGNORECASE
)


def scheme(address: str) -> str:
    """Return the scheme that a browser reads in an address; empty for one within the site."""
    bare = _SKIPPED.sub("", address)
    found = _SCHEME.match(bare)
    if found is None:
        # Two slashes, or what a browser takes for them, begin the name of another site.
        return "//" if re.match(r"[/\\]{2}", bare) else ""
    return found[1].lower()


# Controls, other ends of lines, what turns the direction of writing, and what is no character.
_NONE = "\ufdd0-\ufdef" + "".join(
    chr(plane + end) for plane in range(0, 0x110000, 0x10000) for end in (0xFFFE, 0xFFFF)
)
HIDDEN = re.compile(f"[\0-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufeff{_NONE}]")


def refuse_hidden_signs(app: Sphinx, docname: str, source: list[str]) -> None:
    """Warn of signs that nobody sees, and take them out (`source-read`)."""
    for number, line in enumerate(source[0].split("\n"), start=1):
        for sign in sorted(set(HIDDEN.findall(line))):
            message = (
                f"the line holds a sign that no one sees, U+{ord(sign):04X}; delete it, or type "
                "the words around it again"
            )
            logger.warning(
                "%s", message, type="content", subtype="hidden", location=(docname, number)
            )
    source[0] = HIDDEN.sub(" ", source[0])


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
                _warn(
                    f"raw HTML '{shown}' is refused; write Markdown or a directive instead",
                    "html",
                    node,
                )
            node.parent.remove(node)


class RefuseAddresses(SphinxTransform):
    """Takes the address from links and pictures that may not have it, and warns of each."""

    default_priority = 2  # before Sphinx looks for the pictures

    def apply(self, **kwargs: Any) -> None:
        """Check one document."""
        for link in self.document.findall(nodes.reference):
            address = str(link.get("refuri", ""))
            if scheme(address) not in SCHEMES | {""}:
                _warn_of_link(address, link)
                link["refuri"] = ""
        for image in list(self.document.findall(nodes.image)):
            if scheme(image["uri"]):
                _warn(
                    f"the picture '{image['uri']}' would be fetched from elsewhere by every "
                    "reader; put the file into the repository, and write its path",
                    "picture",
                    image,
                )
                image.parent.remove(image)
        for block, text in self._texts():
            for left in _LEFT.finditer(text):
                _warn_of_link(left[1], block)

    def _texts(self) -> Iterator[tuple[nodes.Element, str]]:
        """Yield the paragraphs and headings with their words, without what is quoted as code."""
        for block in self.document.findall(nodes.TextElement):
            if not isinstance(block, nodes.Inline | nodes.FixedTextElement):
                shown = (t for t in block.findall(nodes.Text) if not _is_code(t.parent))
                yield block, "".join(shown)


def _is_code(node: nodes.Node) -> bool:
    return isinstance(node, nodes.literal | nodes.math)


def _warn_of_link(address: str, node: nodes.Node) -> None:
    message = (
        f"the link to '{address}' is refused; write an address that begins with https:// or "
        "mailto:, or the path of a page"
    )
    _warn(message, "link", node)


def _warn(message: str, subtype: str, node: nodes.Node) -> None:
    about = {"link": "links-and-pictures"}.get(subtype, "pages")
    logger.warning(
        "%s", message, type="content", subtype=subtype, location=node, extra={"about": about}
    )


def setup(app: Sphinx) -> ExtensionMetadata:
    """Register the handler and the transforms."""
    app.connect("source-read", refuse_hidden_signs)
    app.add_transform(RefuseRawHtml)
    app.add_transform(RefuseAddresses)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
