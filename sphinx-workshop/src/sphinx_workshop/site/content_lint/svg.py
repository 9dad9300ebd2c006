"""Checks that an SVG file only draws: no scripts, handlers, links, HTML, or outside references.

An allow-list of elements; the parser rejects DOCTYPE and entities before it expands any.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.etree.ElementTree import ParseError

from ...core.extras import MissingExtraError
from ..flaws import Flaw

try:
    from defusedxml.common import DefusedXmlException
    from defusedxml.ElementTree import DefusedXMLParser
except ModuleNotFoundError:
    raise MissingExtraError("defusedxml", "lint") from None

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

SVG = "http://www.w3.org/2000/svg"
# What drawing programs note for themselves; browsers do nothing with it.
_NOTES = {
    "http://creativecommons.org/ns#",
    "http://purl.org/dc/elements/1.1/",
    "http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd",
    "http://web.resource.org/cc/",
    "http://www.inkscape.org/namespaces/inkscape",
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
}
_ELEMENTS = frozenset(
    (
        *("circle", "clipPath", "defs", "desc", "ellipse", "feBlend", "feColorMatrix"),
        *("feComponentTransfer", "feComposite", "feConvolveMatrix", "feDiffuseLighting"),
        *("feDisplacementMap", "feDistantLight", "feDropShadow", "feFlood", "feFuncA", "feFuncB"),
        *("feFuncG", "feFuncR", "feGaussianBlur", "feMerge", "feMergeNode", "feMorphology"),
        *("feOffset", "fePointLight", "feSpecularLighting", "feSpotLight", "feTile"),
        *("feTurbulence", "filter", "g", "image", "line", "linearGradient", "marker", "mask"),
        *("metadata", "path", "pattern", "polygon", "polyline", "radialGradient", "rect", "stop"),
        *("style", "svg", "switch", "symbol", "text", "textPath", "title", "tspan", "use", "view"),
    )
)
_DRAWN = re.compile(r"data:image/(?:png|jpeg|webp|gif|avif);base64,", re.IGNORECASE)
_URL = re.compile(r"url\(([^)]*)", re.IGNORECASE)
# A backslash would write these words in other letters.
_LOADING = re.compile(r"@import|image-set|src\(|\\", re.IGNORECASE)
_REFERRING = {"href", "src", "base"}
_SHOWN = 80
_REMEDY = "save the drawing as plain SVG, without it"


class _RejectedError(Exception):
    """The file holds what a picture may not hold."""


class _Checker:
    """What the parser hands its findings to; stops at the first that does more than draw."""

    def __init__(self) -> None:
        self._style: list[str] = []
        self._begun = False

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Check an element and its attributes."""
        namespace, local = _split(tag)
        if not self._begun and (namespace, local) != (SVG, "svg"):
            raise _RejectedError(
                f'begins with <{local}>, not with <svg xmlns="{SVG}">; save it again'
            )
        self._begun = True
        if namespace not in _NOTES and (namespace != SVG or local not in _ELEMENTS):
            raise _RejectedError(f"holds <{local}>; {_REMEDY}")
        for name, value in attributes.items():
            _check_attribute(*_split(name), value)
        self._style = []

    def data(self, text: str) -> None:
        """Collect the text of an element."""
        self._style.append(text)

    def end(self, tag: str) -> None:
        """Check a style."""
        if _split(tag)[1] == "style" and _loads("".join(self._style)):
            raise _RejectedError(f"has a style that leads out of the file; {_REMEDY}")

    def pi(self, target: str, data: str) -> None:
        """Reject an instruction: it may name a style sheet."""
        raise _RejectedError(f"holds <?{target}?>; {_REMEDY}")

    def close(self) -> None:
        """Return nothing: the answer is that nothing was raised."""


def _split(tag: str) -> tuple[str, str]:
    """Return the namespace and the local name of `{namespace}name`."""
    namespace, _, local = tag.rpartition("}")
    return namespace.removeprefix("{"), local


def _check_attribute(space: str, name: str, value: str) -> None:
    inner = value.strip()
    if not space and name.lower().startswith("on"):
        raise _RejectedError(f"has a handler '{name}'; {_REMEDY}")
    if name in _REFERRING and not (inner.startswith("#") or _DRAWN.match(inner)):
        raise _RejectedError(f"refers to '{inner[:_SHOWN]}', outside itself; {_REMEDY}")
    if not space and name not in _REFERRING and _loads(value):
        raise _RejectedError(f"has '{name}' that leads out of the file; {_REMEDY}")


def _loads(style: str) -> bool:
    """Return whether a style may load something from outside the file."""
    addresses = (found[1].strip(" \t\r\n'\"") for found in _URL.finditer(style))
    return bool(_LOADING.search(style)) or any(not a.startswith("#") for a in addresses)


def svg_flaw(path: Path) -> Flaw | None:
    """Return why a file is no harmless SVG, with the line; or None."""
    parser = DefusedXMLParser(target=_Checker(), forbid_dtd=True)
    read = 0
    try:
        with path.open("rb") as file:
            for line in file:
                read += 1
                parser.feed(line)
        parser.close()
    except _RejectedError as error:
        return Flaw(read, str(error))
    except DefusedXmlException:
        return Flaw(read, f"has a DOCTYPE or an entity; {_REMEDY}")
    except ParseError as error:
        return Flaw(error.position[0], f"cannot be read as SVG ({error.msg}); save it again")
    return None
