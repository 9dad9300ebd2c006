"""Parses XML that comes from elsewhere: without entities, and with errors that say where."""

from __future__ import annotations

import re
from io import BytesIO
from typing import TYPE_CHECKING
from xml.etree.ElementTree import ParseError

from ..core.errors import CommandError
from ..core.extras import module

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from xml.etree.ElementTree import Element


def events(text: str, names: Sequence[str]) -> Iterator[tuple[str, Element]]:
    """Yield the events `start` and `end` of elements, in the document's order.

    Raises:
        CommandError: the XML is broken, cut off, or holds entities of its own.
    """
    # The text is decoded already; what it says of its encoding holds no more.
    text = re.sub(r"^\s*<\?xml[^>]*\?>", "", text.lstrip("\ufeff"))
    iterparse = module("defusedxml.ElementTree", "import").iterparse
    forbidden = module("defusedxml.common", "import").DefusedXmlException
    data = BytesIO(text.encode("utf-8", "replace"))
    try:
        yield from iterparse(data, events=names, forbid_dtd=True)
    except ParseError as error:
        line, column = error.position
        raise CommandError(
            f"line {line}, column {column + 1}: the XML is broken or cut off here; export it again"
        ) from None
    except forbidden:
        raise CommandError(
            "the XML declares a document type or entities, which no export needs; export it again"
        ) from None
