"""A site's words come out of its own catalogs, whatever was built before in the same process."""

from __future__ import annotations

from datetime import date
from gettext import NullTranslations
from typing import TYPE_CHECKING, Any

import pytest
from sphinx.testing.util import SphinxTestApp

from bracketed_words import CLOSED, OPEN, in_brackets, site, write_words
from greek_workshop import FILES
from inline_site import InlineSite, parsed
from message_catalog import POT, collected, known, written
from sphinx_workshop.core import words
from sphinx_workshop.core.text import long_day
from sphinx_workshop.site.language import locale

if TYPE_CHECKING:
    from pathlib import Path


def test_two_sites_that_are_set_up_before_either_is_built_have_their_own_words(
    tmp_path: Path,
) -> None:
    sites = (site(tmp_path / "one", FILES), InlineSite(tmp_path / "two", FILES, {}))
    apps = [SphinxTestApp(srcdir=s.source, builddir=s.folder / "build") for s in sites]
    for app in apps:
        app.build()
    for app in apps:
        app.cleanup()
    one, two = (parsed(app.outdir / "papers/alpha.html").get_text() for app in apps)
    assert "⟦Related papers⟧" in one
    assert "Related papers" in two
    assert OPEN not in two


def test_another_word_in_the_sites_catalog_is_shown_after_the_next_build(tmp_path: Path) -> None:
    ours = site(tmp_path, FILES)
    ours.build()
    others = {"Related papers", "Cite", "Paper: %(address)s"}
    write_words(tmp_path, lambda m: f"{OPEN}other{CLOSED} {m}" if m in others else in_brackets(m))
    built = ours.build()
    page = built.html("papers/alpha")
    assert "⟦other⟧ Related papers" in page.get_text()
    assert "⟦other⟧ Cite" in page.get_text()
    assert "⟦other⟧ Paper: " in (built.output / "program/program.ics").read_text("utf-8")


@pytest.mark.parametrize(
    ("language", "written"),
    [
        ("de", "22. Juli 2016"),
        ("pt_BR", "22 de julho de 2016"),
        ("pt-BR", "22 de julho de 2016"),
        ("de_XX", "22. Juli 2016"),
        ("sr@nowhere", "22. јул 2016."),
        ("en_GB", "22 July 2016"),
        ("tlh", "22 July 2016"),
    ],
)
def test_a_language_that_babel_lacks_has_the_days_of_the_nearest(
    language: str, written: str
) -> None:
    found = words.Language(language, locale(language.replace("-", "_")), NullTranslations())
    words.choose(found)
    try:
        assert long_day(date(2016, 7, 22)) == written
    finally:
        words.choose(words.ENGLISH)


def test_the_template_for_translators_has_the_words_of_the_sources() -> None:
    def ids(catalog: Any) -> set[Any]:
        return {message.id for message in catalog if message.id}

    found = collected()
    assert ids(known()) == ids(found), "renew it by `make words`"
    assert POT.read_bytes() == written(found)
