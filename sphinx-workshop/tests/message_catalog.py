"""Collects the words for readers from the package's sources, for translators.

    make words    or, in the engine's folder, python tests/message_catalog.py

writes `locale/sphinx_workshop.pot` of the package again. The file does not say when: the same
sources make the same bytes.
"""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

import sphinx_workshop
from sphinx_workshop.site.language import CATALOG, LOCALE

if TYPE_CHECKING:
    from collections.abc import Callable

PACKAGE = Path(sphinx_workshop.__file__).parent
POT = LOCALE / f"{CATALOG}.pot"

METHODS = [("**.py", "python"), ("templates/**.html", "jinja2"), ("**.js", "javascript")]
"""How words are found in files, by patterns of their paths in the package."""

KEYWORDS = {
    **dict.fromkeys(("_", "gettext", "N_", "_parts", "workshop_text")),
    **dict.fromkeys(("ngettext", "_n"), (1, 2)),
}
"""The functions whose arguments are words, with the places of singular and plural."""

NOTE = "Translators:"
"""What begins a comment, in the sources, that is for translators."""

_MADE = (b'"POT-Creation-Date', b'"Generated-By')
_ISSUES = "https://github.com/ml4astro/icml2022/issues"
_HEADER = "# The words for readers of sphinx-workshop, for translators."


def collected() -> Catalog:
    """Return the words that the sources have."""
    catalog = Catalog(
        project="sphinx-workshop",
        version=sphinx_workshop.__version__,
        header_comment=_HEADER,
        msgid_bugs_address=_ISSUES,
    )
    for name, _line, message, comments, context in extract_from_dir(
        PACKAGE, METHODS, keywords=KEYWORDS, comment_tags=(NOTE,), strip_comment_tags=True
    ):
        catalog.add(message, None, [(name, 0)], auto_comments=comments, context=context)
    return catalog


def known() -> Catalog:
    """Return the words that translators get."""
    return read_po(BytesIO(POT.read_bytes()))


def translated(translate: Callable[[str], str], language: str) -> Catalog:
    """Return a catalog of all words in a language, each as a function gives it."""
    catalog = Catalog(locale=language)
    for message in known():
        if message.id:
            if isinstance(message.id, str):
                words: str | tuple[str, ...] = translate(message.id)
            else:
                one, many = map(translate, message.id)
                words = (one, *(many for _ in range(catalog.num_plurals - 1)))
            catalog.add(message.id, words)
    return catalog


def written(catalog: Catalog) -> bytes:
    """Return a catalog as a file, without the hour and the version with which it was made."""
    file = BytesIO()
    write_po(file, catalog, sort_by_file=True, include_lineno=False, width=100)
    lines = file.getvalue().splitlines(keepends=True)
    return b"".join(line for line in lines if not line.startswith(_MADE))


if __name__ == "__main__":
    POT.parent.mkdir(exist_ok=True)
    POT.write_bytes(written(collected()))
