"""Draws a picture for links to each thing that extensions name, as networks show one beside a link.

Knows nothing of workshops. Other extensions answer the event `social-cards`, `(app, docname)`, with
what is on a page: a list of `Card`. `workshop_social_pictures` turns it on: a site that is
published needs pictures, and other builds would only take longer. What is drawn is kept in Sphinx's
own folder, under a digest of all that it shows.
"""

from __future__ import annotations

import hashlib
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

from sphinx.errors import ConfigError
from sphinx.util import logging

from ...compat.site_builders import makes_site
from ...core.files import forget, keep_only, write_if_changed
from ...core.suggest import suggest
from ..metadata import PICTURES, Picture
from . import drawing
from .drawing import Card

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.config import Config
    from sphinx.util.typing import ExtensionMetadata

__all__ = ["CARDS", "Card"]

CARDS = "social-cards"
_FORM = 1
"""Goes up when the same words and colors are drawn in another way."""
_KEPT, _LIST = "social", "workshop-social.txt"

logger = logging.getLogger(__name__)


def check_look(app: Sphinx, config: Config) -> None:
    """Reject colors and a drawing that cannot be used (`config-inited`)."""
    given, known = config.workshop_social_look, drawing.Look._fields
    for name, value in given.items():
        if name not in known:
            raise ConfigError(
                f"workshop_social_look in conf.py: there is no '{name}'; choose among "
                f"{', '.join(known)}{suggest(name, known)}"
            )
        about = f"workshop_social_look in conf.py: {name} '{value}'"
        if problem := drawing.problem(name, value, Path(app.confdir)):
            raise ConfigError(f"{about} {problem}")


def _look(app: Sphinx) -> drawing.Look:
    look = drawing.Look(**app.config.workshop_social_look)
    return look._replace(picture=str(Path(app.confdir, look.picture))) if look.picture else look


def _cards(app: Sphinx, docname: str) -> list[Card]:
    """Return what extensions name of a page, if pictures are wanted."""
    if not (makes_site(app) and app.config.workshop_social_pictures):
        return []
    return [card for cards in app.emit(CARDS, docname) for card in cards]


def pictures(app: Sphinx, docname: str) -> list[Picture]:
    """Return the pictures of a page, and of what is on it (`page-pictures`)."""
    size = (drawing.WIDTH, drawing.HEIGHT)
    cards = (card for card in _cards(app, docname) if not drawing.missing(card))
    return [Picture(c.path, c.alternative, size, c.of_page) for c in cards]


def write_pictures(app: Sphinx, exception: Exception | None) -> None:
    """Draw what is not kept, and delete what does not belong any more (`build-finished`)."""
    if exception is not None or not makes_site(app):
        return
    kept = Path(app.doctreedir, _KEPT)
    cards = []
    for docname in sorted(app.env.found_docs):
        for card in _cards(app, docname):
            if characters := drawing.missing(card):
                logger.info(
                    "%s: no picture is drawn of “%s”, because the font has no “%s”; links show the "
                    "picture of the site",
                    docname,
                    card.title,
                    characters,
                )
            else:
                cards.append(card)
    look = _look(app)
    common = _common(look)
    names = {card.path: hashlib.sha256(f"{common}{card!r}".encode()).hexdigest() for card in cards}
    for card in cards:
        file = kept / names[card.path]
        if not file.is_file():
            write_if_changed(file, drawing.drawn(card, look))
        write_if_changed(Path(app.outdir, card.path), file.read_bytes())
    if cards:
        keep_only(kept, set(names.values()))
    forget(Path(app.outdir), Path(app.doctreedir, _LIST), names)


def _common(look: drawing.Look) -> str:
    """Return what all pictures rest on, beside their words."""
    picture = Path(look.picture).read_bytes() if look.picture else b""
    packages = [version(name) for name in ("pillow", "fontpkg-source-sans-3")]
    about = (_FORM, look._replace(picture=""), hashlib.sha256(picture).hexdigest(), packages)
    return repr(about)


def setup(app: Sphinx) -> ExtensionMetadata:
    """Register the event, the settings and the handlers; ask for the packages first."""
    drawing.pillow("Image")
    drawing.font_file()
    app.setup_extension("sphinx_workshop.site.metadata")
    app.setup_extension("sphinx_workshop.site.language")
    app.add_event(CARDS)
    app.add_config_value("workshop_social_pictures", False, "html", (bool,))
    app.add_config_value("workshop_social_look", {}, "", (dict,))
    app.connect("config-inited", check_look)
    app.connect(PICTURES, pictures)
    app.connect("build-finished", write_pictures)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
