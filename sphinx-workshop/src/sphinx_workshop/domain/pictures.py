"""Reads the files that options name: papers' figures and posters, slides, people's photos."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import imagesize
from docutils import nodes

from ..core import urls
from ..core.checks import Subtype
from ..core.declared import DeclarationError
from ..core.values import Picture
from ..views.components import picture
from .domain import domain_of

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from sphinx.environment import BuildEnvironment

BYTES = 200_000
PIXELS = 2_000
"""How large a picture may be: lists show it, too."""
_SIDE = r"[ ,]+(\d+(?:\.\d+)?)"
_VIEW_BOX = re.compile(rf"<svg\b[^>]*\sviewBox=[\"'][-\d.]+[ ,]+[-\d.]+{_SIDE}{_SIDE}[\"']")


def read_picture(
    env: BuildEnvironment, values: Mapping[str, Any], name: str, words: str
) -> Picture | None:
    """Return the picture that an option names, or None where it names none.

    The page is read again when the file changes.

    Args:
        env: the environment of the page that is being read.
        values: the values of the directive's options; that of `alt` is there.
        name: the option that holds the path.
        words: the option that holds its caption or credit.

    Raises:
        DeclarationError: there is no such picture, or it is too large; the message has the remedy.
    """
    if name not in values:
        return None
    written = values[name]
    relative, _absolute = env.relfn2path(written)
    path = env.srcdir / relative
    env.note_dependency(relative)
    try:
        if not path.resolve().is_relative_to(env.srcdir.resolve()):
            raise ValueError("it is outside of the site’s folder; move it into that")
        width, height = _size(path)
    except ValueError as error:
        raise DeclarationError(f"{name} '{written}': {error}", Subtype.OPTION, name) from None
    return Picture(relative, values["alt"], width, height, values.get(words, ""))


def asset_address(env: BuildEnvironment, name: str, written: str) -> str:
    """Return the address at which a file of `assets/` that an option names is published.

    Raises:
        DeclarationError: there is no such file; the message has the remedy.
    """
    relative, _absolute = env.relfn2path(written)
    env.note_dependency(relative)
    address = urls.absolute(domain_of(env).event, relative)
    path = env.srcdir / relative
    is_there = path.is_file() and path.resolve().is_relative_to(env.srcdir.resolve())
    if not (is_there and urls.asset(domain_of(env).event, address)):
        message = (
            f"{name} '{written}': there is no PDF, picture or slides of this name in assets/ "
            "beside conf.py; write the path from this page’s file, or an address on the web"
        )
        raise DeclarationError(message, Subtype.OPTION, name)
    return address


def _size(path: Path) -> tuple[int, int]:
    """Return width and height of a picture in pixels."""
    if not path.is_file():
        raise ValueError("there is no such file; write its path from this page’s file")
    size = path.stat().st_size
    if size > BYTES:
        raise ValueError(f"it has {size:,} bytes, and may have at most {BYTES:,}; make it smaller")
    width, height = _measured(path)
    if min(width, height) < 1:
        raise ValueError("it is not a picture with a size; save it as PNG, JPEG, WebP or SVG")
    if max(width, height) > PIXELS:
        raise ValueError(
            f"it has {width:,} by {height:,} pixels, and may have at most {PIXELS:,} "
            "either way; scale it"
        )
    return width, height


def _measured(path: Path) -> tuple[int, int]:
    """Return width and height; of a drawing without these, those of its view box."""
    try:
        width, height = map(round, imagesize.get(path))
    except (ValueError, TypeError, OverflowError):
        width, height = -1, -1
    if min(width, height) < 1 and path.suffix.lower() == ".svg":
        box = _VIEW_BOX.search(path.read_text("utf-8", "replace"))
        width, height = (round(float(side)) for side in box.groups()) if box else (-1, -1)
    return width, height


def figure(found: Picture, uri: str) -> nodes.figure:
    """Return a picture with its caption, for the page that names it."""
    caption = [nodes.caption("", found.words)] if found.words else []
    return nodes.figure("", picture(found, "", uri), *caption, classes=["workshop-figure"])
