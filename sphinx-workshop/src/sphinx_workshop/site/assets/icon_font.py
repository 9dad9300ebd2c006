"""An icon font with no more icons than a stylesheet asks for, made by fontTools."""

from __future__ import annotations

import logging
from io import BytesIO
from typing import TYPE_CHECKING

from ...core.extras import module
from .stylesheet import declarations

if TYPE_CHECKING:
    from collections.abc import Iterable

    from .stylesheet import Rule


class UnreadableFontError(ValueError):
    """A font that cannot be read."""


def icons(rules: Iterable[Rule]) -> str:
    """Return the characters that rules put on the page: in `content`, or in a variable for it.

    Icons stand alone there; longer strings are words, or names of fonts.
    """
    return "".join(
        sorted(
            {
                string
                for item in declarations(rules)
                if item.name == "content" or item.name.startswith("--")
                for string in item.strings
                if len(string) == 1
            }
        )
    )


def with_icons(font: bytes, characters: str) -> bytes:
    """Return a font with these characters alone, drawn as before.

    Raises:
        UnreadableFontError: with what is wrong with the font.
    """
    subset = module("fontTools.subset", "assets")  # it takes long to load
    logging.getLogger(subset.__name__).setLevel(logging.WARNING)  # it reports every table
    options = subset.Options()
    options.flavor = "woff2"
    options.layout_features = []
    options.name_IDs = ["0", "13", "14"]  # whose it is, and its license
    subsetter = subset.Subsetter(options)
    subsetter.populate(text=characters)
    made = BytesIO()
    try:
        full = subset.load_font(BytesIO(font), options)
        subsetter.subset(full)
        subset.save_font(full, made, options)
    except Exception as error:  # fontTools and brotli raise many kinds of errors of broken fonts
        raise UnreadableFontError(str(error)) from error
    return made.getvalue()
