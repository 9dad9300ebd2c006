"""Docutils' default settings are made once, and each page has its own copy."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import sphinx
from docutils.frontend import get_default_settings
from docutils.utils import get_stylesheet_list
from myst_parser.mdit_to_docutils import base
from myst_parser.parsers.sphinx_ import MystParser
from sphinx.builders import html
from sphinx.util import docutils
from sphinx.writers.html import HTMLWriter

from sphinx_workshop.compat import option_parsers

if TYPE_CHECKING:
    import pytest
    from docutils.frontend import Values

MYST: Any = MystParser
WRITER: Any = HTMLWriter


def asked() -> Values:
    """Return what MyST asks for."""
    found: Values = vars(base)["get_default_settings"](MYST)
    return found


def without_dependencies(settings: Values) -> dict[str, Any]:
    return {k: value for k, value in vars(settings).items() if k != "record_dependencies"}


def test_sphinx_and_myst_ask_for_settings_that_are_made_once() -> None:
    option_parsers.make_once()
    option_parsers.make_once()
    names = [(base, "get_default_settings")]
    if sphinx.version_info >= (9,):
        names += [(docutils, "_get_settings"), (html, "_get_settings")]
    for module, name in names:
        once = getattr(module, name)
        assert not hasattr(once.__wrapped__, "__wrapped__")


def test_settings_are_made_once_for_the_same_classes_and_defaults() -> None:
    made = []

    def make(*kinds: object, defaults: dict[str, int]) -> Values:
        made.append((kinds, defaults))
        settings = get_default_settings()
        vars(settings).update(defaults)
        return settings

    once = option_parsers._once(make)
    for _ in range(2):
        assert once(MystParser, defaults={"width": 1}).width == 1
        assert once(MystParser(), defaults={"width": 1}).width == 1
        assert once(MystParser, defaults={"width": 2}).width == 2
    assert len(made) == 2


def test_settings_that_were_made_for_a_site_are_not_kept_for_the_next(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    made = []

    def make(kind: object) -> Values:
        made.append(kind)
        return get_default_settings()

    monkeypatch.setattr(base, "get_default_settings", make)
    for _ in range(2):
        option_parsers.make_once()
        asked()
        asked()
    assert made == [MYST, MYST]


def test_settings_of_a_page_are_those_of_docutils_and_its_own() -> None:
    option_parsers.make_once()
    first = asked()
    assert without_dependencies(first) == without_dependencies(get_default_settings(MYST))
    first.record_dependencies.add("data.csv")
    first._config_files.append("docutils.conf")
    first.width = 3
    second = asked()
    assert second.record_dependencies.list == []
    assert without_dependencies(second) == without_dependencies(get_default_settings(MYST))


def test_a_writer_looks_for_no_stylesheet_of_docutils() -> None:
    option_parsers.make_once()
    assert get_stylesheet_list(get_default_settings(WRITER))
    for module in (docutils, html):
        if make := vars(module).get("_get_settings"):
            settings = make(WRITER, defaults={}, read_config_files=True)
            assert get_stylesheet_list(settings) == []
