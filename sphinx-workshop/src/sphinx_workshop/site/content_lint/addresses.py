"""Rejects links that run or reveal something: an address leads to the web, a mailbox or the site.

Markdown's own links are checked by the parser, those that directives make by a transform.
"""

from __future__ import annotations

import re
from typing import Any

from docutils import nodes
from sphinx import addnodes
from sphinx.transforms import SphinxTransform

from ..flaws import LINKS, report

SCHEMES = {"https", "http", "mailto", "webcal"}

# Browsers skip white space and control characters in an address before they look for its scheme.
_SKIPPED = re.compile(r"[\x00-\x20\x7f-\xa0\u2028\u2029]+")
_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)
_SHOWN = 80


def scheme(address: str) -> str:
    """Return the scheme that a browser reads in an address; empty for one within the site."""
    bare = _SKIPPED.sub("", address)
    found = _SCHEME.match(bare)
    if found is None:
        # Two slashes, or what a browser reads as them, begin the name of another site.
        return "//" if re.match(r"[/\\]{2}", bare) else ""
    return found[1].lower()


def is_rejected(address: str) -> bool:
    """Return whether an address leads neither to the web, nor to a mailbox, nor into the site."""
    return scheme(address) not in {*SCHEMES, ""}


def shown(address: str) -> str:
    """Return an address as messages print it."""
    printed = "".join(c if c.isprintable() else "\ufffd" for c in address[:_SHOWN])
    return printed if len(address) <= _SHOWN else f"{printed}…"


def report_link(address: str, location: nodes.Node | tuple[str, int]) -> None:
    """Report a link whose address is rejected."""
    report(
        f"the link to '{shown(address)}' is rejected; write an address that begins with https:// "
        "or mailto:, or the path of a page",
        "link",
        location,
        LINKS,
    )


class RejectAddresses(SphinxTransform):
    """Takes the address from the links of directives that may not have it, and warns of each."""

    default_priority = 2

    def apply(self, **kwargs: Any) -> None:
        """Check one document."""
        for link in self.document.findall(nodes.reference):
            address = str(link.get("refuri", ""))
            if is_rejected(address):
                report_link(address, link)
                link["refuri"] = ""
        for contents in self.document.findall(addnodes.toctree):
            rejected = [ref for _, ref in contents["entries"] if is_rejected(str(ref))]
            for address in rejected:
                report_link(address, contents)
            contents["entries"] = [e for e in contents["entries"] if e[1] not in rejected]
