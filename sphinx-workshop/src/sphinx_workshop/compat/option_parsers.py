"""Makes docutils' default settings once for all pages of a kind, and copies them for each page.

Private: `sphinx.util.docutils._get_settings`, which `sphinx.builders.html` imports by name (Sphinx
9.0; where it is not there, it is not needed), and the name `get_default_settings` in
`myst_parser.mdit_to_docutils.base` (MyST-Parser 4.0 to 5.2). Reason: the two make a parser of 74
command-line options for each page, only to ask it for its defaults: a tenth of the time of a full
build. The settings name no stylesheets of docutils: Sphinx links none, but for each title, each
table of contents and each page, docutils looks where they are.
"""

from __future__ import annotations

from copy import copy
from functools import wraps
from inspect import unwrap
from typing import TYPE_CHECKING, Any

from docutils.utils import DependencyList
from myst_parser.mdit_to_docutils import base
from sphinx.builders import html
from sphinx.util import docutils

if TYPE_CHECKING:
    from collections.abc import Callable

    from docutils.frontend import Values

_MAKERS = (
    (docutils, "_get_settings"),
    (html, "_get_settings"),
    (base, "get_default_settings"),
)


def make_once() -> None:
    """Have each make the settings of a kind once; to call this again forgets what they made.

    Sphinx's settings hold the environment of a site: none is kept for the sites after it.
    """
    for module, name in _MAKERS:
        if make := vars(module).get(name):
            setattr(module, name, _once(unwrap(make)))


def _once(make: Callable[..., Values]) -> Callable[..., Values]:
    """Return a function that calls another once for the same classes and defaults."""
    made: dict[str, Values] = {}

    @wraps(make)
    def settings(*components: Any, **options: Any) -> Values:
        kinds = [part if isinstance(part, type) else type(part) for part in components]
        key = repr((kinds, sorted(options.items(), key=repr)))
        if key not in made:
            made[key] = make(*components, **options)
            if "stylesheet_path" in vars(made[key]):
                made[key].stylesheet_path = []
        return _copied(made[key])

    return settings


def _copied(settings: Values) -> Values:
    """Return settings that a page may change: lists are its own, and so is what it depends on."""
    own = copy(settings)
    vars(own).update({k: v.copy() for k, v in vars(own).items() if isinstance(v, list)})
    own.record_dependencies = DependencyList()
    return own
