"""What scripts say is put into them in the site's language, when they are published."""

from __future__ import annotations

import re
from contextlib import contextmanager
from gettext import GNUTranslations
from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from babel import Locale
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo

from sphinx_workshop.core import words
from sphinx_workshop.domain.front_end import STATIC
from sphinx_workshop.domain.scripts import translated

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SCRIPTS = sorted(STATIC.rglob("*.js"))


@contextmanager
def language(
    tag: str, messages: dict[str | tuple[str, str], str | tuple[str, ...]]
) -> Iterator[None]:
    """Speak a language that has some messages."""
    catalog, file = Catalog(locale=tag), BytesIO()
    for message, text in messages.items():
        catalog.add(message, text)
    write_mo(file, catalog)
    file.seek(0)
    rule = catalog.plural_forms
    words.choose(words.Language(tag, Locale.parse(tag), GNUTranslations(file), rule))
    try:
        yield
    finally:
        words.choose(words.ENGLISH)


@pytest.mark.parametrize(
    ("call", "published"),
    [
        ('say(_("Close"));', 'say("Close");'),
        ('_("Say “no” to \\"x\\"")', '"Say “no” to \\"x\\""'),
        ('_("Star: %(title)s", { title: words })', "`Star: ${words}`"),
        ('_("A `b` ${c} %(d)s", { d })', "`A \\`b\\` \\${c} ${d}`"),
        ('_("%(n)s more", {\n  n: Math.min(1, two(3)),\n})', "`${Math.min(1, two(3))} more`"),
        ('_parts("At %(hour)s.", { hour })', '["At ",hour,"."]'),
        ('[..._parts("%(a)s to %(b)s", { ...a, b: c })]', '[...[...a," to ",c]]'),
        ('_parts("%(now)s!", { now: strong(_("Now")) })', '[strong("Now"),"!"]'),
        ('_n("%(count)d paper", "%(count)d papers")', '["%d paper","%d papers"]'),
        ("forms[_plural(number)]", "forms[+(number!=1)]"),
        ("toLocaleDateString(_language)", 'toLocaleDateString("en-GB")'),
        ("for (const _ of all) f(_); make_(x); $_(x)", None),
    ],
)
def test_english_scripts_have_the_messages_themselves(call: str, published: str | None) -> None:
    assert translated(call) == (call if published is None else published)


def test_another_language_has_its_own_words_in_its_own_order() -> None:
    messages: dict[str | tuple[str, str], str | tuple[str, ...]] = {
        "Close": "Schließen",
        "%(start)s to %(end)s": "bis %(end)s, ab %(start)s",
    }
    with language("de_AT", messages):
        assert translated('_("Close")') == '"Schließen"'
        assert translated('_parts("%(start)s to %(end)s", { start, end })') == (
            '["bis ",end,", ab ",start]'
        )
        assert translated('f(_("Not there"), _language)') == 'f("Not there", "de-AT")'


def test_a_plural_has_all_forms_of_the_language_and_its_rule() -> None:
    stars = ("%(count)d star", "%(count)d stars")
    with language("uk", {stars: ("%(count)d зірка", "%(count)d зірки", "%(count)d зірок")}):
        forms = translated('_n("%(count)d star", "%(count)d stars")')
        assert forms == '["%d зірка","%d зірки","%d зірок"]'
        rule = translated("_plural(many)")
        assert rule.startswith("+(")
        assert "many%10==1" in rule
        missing = translated('_n("%(count)d day", "%(count)d days")')
        assert missing == '["%d day","%d days","%d days"]'


def test_no_catalog_brings_code() -> None:
    evil = '`${alert(1)}` %(other)s " \\ %(title)s'
    with language("de", {"Star: %(title)s": evil}):
        found = translated('_("Star: %(title)s", { title: words })')
    assert found == '`\\`\\${alert(1)}\\` %(other)s " \\\\ ${words}`'


@pytest.mark.parametrize("script", SCRIPTS, ids=[path.name for path in SCRIPTS])
def test_every_call_is_replaced_and_no_literal_nested(script: Path) -> None:
    published = translated(script.read_text("utf-8"))
    assert not re.search(r"(?<![\w$])_(\(|n\(|parts\b|plural\b|language\b)", published)
    assert not re.search(r"`[^`]*\$\{[^}`]*`", published)  # which the minifier breaks


@pytest.mark.parametrize("script", SCRIPTS, ids=[path.name for path in SCRIPTS])
def test_every_class_is_written_whole_so_that_its_styles_stay(script: Path) -> None:
    code = script.read_text("utf-8")
    assert not re.search(r"\b(workshop|site)-(\$\{|[\"'] ?\+)", code)  # which the purging misses


@pytest.mark.parametrize("script", SCRIPTS, ids=[path.name for path in SCRIPTS])
def test_no_sentence_stands_in_a_script_as_it_is(script: Path) -> None:
    code = re.sub(r"/\*.*?\*/|//[^\n]*", "", script.read_text("utf-8"), flags=re.DOTALL)
    code = re.sub(r"_(n|parts)?\([^)]*\)|new Error\([^)]*\)", "", code)
    strings = re.findall(r"\"([^\"\n]*)\"|`([^`]*)`", code)
    found = [text for pair in strings for text in pair if re.match(r"[A-Z][a-z]+( [a-z]+)*$", text)]
    no_words = {"Mac", "Escape", "Kolkata", "Kathmandu", "Yangon", "Kyiv"}
    assert [text for text in found if text not in no_words] == []
