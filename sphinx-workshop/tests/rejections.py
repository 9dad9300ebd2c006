"""The converters of options, and how they reject a value."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

import pytest

from sphinx_workshop.core import author_list, fields, identifiers
from sphinx_workshop.core.vocabulary import KINDS, ROLES

Converter = Callable[[Any], object]

CONVERTERS: dict[str, Converter] = {
    "text": fields.text,
    "items": fields.items,
    "slug": fields.slug,
    "slugs": fields.slugs,
    "number": fields.number,
    "choice": partial(fields.choice, kinds=KINDS),
    "choices": partial(fields.choices, kinds=ROLES),
    "url": fields.url,
    "arxiv": identifiers.arxiv,
    "authors": author_list.authors,
    "day": fields.day,
    "zone": fields.zone,
    "time_range": fields.time_range,
    "moment": fields.moment,
}


def rejection(convert: Converter, value: str | None) -> str:
    """Return the sentence with which a converter rejects a value."""
    with pytest.raises(ValueError, match=r"\w") as caught:
        convert(value)
    return str(caught.value)
