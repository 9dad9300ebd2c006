"""Reads the words of conf.py: kinds of sessions, roles of people and formats of papers.

A conference adds words of its own to the kinds of sessions, the roles of people and the formats of
papers. Each has the slug that pages write, the word that readers see and, if wanted, a shape (disc,
ring, diamond or line); without one it is shown with a square:

    workshop = {
        "kinds": {"tutorial": "Tutorial", "social": ("Social", "line")},
        "roles": {"volunteer": "Volunteer"},
        "formats": {"oral": ("Oral", "disc")},
    }

A format is a kind as well: a paper that a session with `:kind: oral` presents is an oral. The slug
of a word that the engine has gives that another word: `"kinds": {"talk": "Lecture"}`.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from sphinx.errors import ConfigError

from ..core import fields
from ..core.vocabulary import FORMATS, KINDS, ROLES, Format, Kind, Shape, Word
from ..core.words import gettext

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

AnyWord = TypeVar("AnyWord", bound=Word)

_STYLES = Path(__file__).parents[1] / "static" / "workshop"
_WORDS: tuple[Word, ...] = (*KINDS, *ROLES, *FORMATS)
_KINDS_OF_WORDS = ("kinds", "roles", "formats")


def own_words(of: type[AnyWord], written: object) -> tuple[AnyWord, ...]:
    """Return the words that conf.py declares: a dictionary of slugs to words."""
    if not isinstance(written, dict):
        raise ValueError("write a dictionary, like {'tutorial': 'Tutorial'}")
    return tuple(_word(of, id, word) for id, word in written.items())


def _word(of: type[AnyWord], id: object, written: object) -> AnyWord:
    try:
        label, shape = written if isinstance(written, (tuple, list)) else (written, None)
        if not (isinstance(id, str) and isinstance(label, str)):
            raise ValueError("write texts")
        slug = fields.slug(id)
        if slug in _style_names() - {word.id for word in _WORDS}:
            raise ValueError("the stylesheet has this name for something else; choose another")
        found = fields.choice(shape, Shape) if shape is not None else None
        return of(slug, fields.text(label), found)
    except (TypeError, ValueError) as error:
        raise ValueError(
            f"{id!r}: {error}; an entry is 'tutorial': 'Tutorial', or ('Tutorial', 'disc')"
        ) from None


@cache
def _style_names() -> frozenset[str]:
    """Return what follows `workshop-` in the classes of the engine's stylesheets."""
    texts = (path.read_text("utf-8") for path in sorted(_STYLES.glob("*.css")))
    return frozenset(name for text in texts for name in re.findall(r"\.workshop-([a-z-]+)", text))


def _all(*words: Iterable[AnyWord]) -> tuple[AnyWord, ...]:
    """Return words in their order; of those with one slug the last, at the place of the first."""
    return tuple({word.id: word for word in chain.from_iterable(words)}.values())


def _translated(words: Iterable[AnyWord]) -> Iterator[AnyWord]:
    """Yield words of the engine in the site's language."""
    return (replace(word, label=gettext(word.label)) for word in words)


def add_words(values: dict[str, Any]) -> None:
    """Put the words of conf.py among the engine's; its formats come first, as in the booklet.

    The engine's are in the site's language, and conf.py's as they are.
    """
    own: dict[str, tuple[Any, ...]] = {name: values.get(name, ()) for name in _KINDS_OF_WORDS}
    formats = tuple(form for form in own["formats"] if form not in FORMATS)
    presented = (Kind(form.id, form.label, form.shape) for form in formats)
    values["kinds"] = _all(_translated(KINDS), presented, own["kinds"])
    values["roles"] = _all(_translated(ROLES), own["roles"])
    values["formats"] = _all(formats, _translated(FORMATS), own["formats"])


def paper_format(values: Mapping[str, Any]) -> Format | None:
    """Return the format that a slug of conf.py names."""
    if not (slug := values.get("paper_format")):
        return None
    try:
        found: Format = fields.choice(slug, values["formats"])
    except ValueError as error:
        raise ConfigError(f"conf.py: workshop['paper_format']: '{slug}': {error}") from error
    return found
