"""Writes XML: elements with their texts, and whole documents."""

from __future__ import annotations

import re
from xml.etree import ElementTree as ET

# Copied text may hold what no XML file may, not even escaped. <https://www.w3.org/TR/xml/#charsets>
_FORBIDDEN = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def child(
    parent: ET.Element, tag: str, text: str | None = None, /, **attributes: str
) -> ET.Element:
    """Add an element, and return it."""
    added = ET.SubElement(parent, tag, attributes)
    added.text = text or None
    return added


def document(root: ET.Element) -> str:
    """Return a document, indented."""
    ET.indent(root, " ")
    text = _FORBIDDEN.sub("", ET.tostring(root, encoding="unicode"))
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{text}\n'
