"""What only some sites need is asked for where it is used, and reported where it is missing."""

from __future__ import annotations

import re
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from sphinx_workshop.compat import formulas
from sphinx_workshop.core import formula_words, latex
from sphinx_workshop.core.extras import MissingExtraError
from sphinx_workshop.imports.tables import excel_xml
from sphinx_workshop.views.qr_code import drawn

if TYPE_CHECKING:
    from collections.abc import Iterator

    from engine_fixtures import MakeSite

BOOKLET = "segno is not installed; run: pip install 'sphinx-workshop[booklet]'"
IMPORT = "defusedxml is not installed; run: pip install 'sphinx-workshop[import]'"
ASSETS = "tinycss2 is not installed; run: pip install 'sphinx-workshop[assets]'"
LATEX = "pylatexenc is not installed; run: pip install 'sphinx-workshop[latex]'"
SOCIAL = "pillow is not installed; run: pip install 'sphinx-workshop[social]'"

PAPER = "# Alpha\n\n:::{paper} 7\n:authors: Ann Lee*\n:::\n"
HOME = "# Home\n\n:::{toctree}\nalpha\nbook\n:::\n"


@pytest.fixture
def absent(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let Python find none of the optional packages."""
    for name in ("segno", "defusedxml", "defusedxml.ElementTree"):
        monkeypatch.setitem(sys.modules, name, None)


@pytest.mark.usefixtures("absent")
def test_a_missing_package_is_named_with_the_command_that_installs_it() -> None:
    with pytest.raises(MissingExtraError) as caught:
        drawn("https://example.org/")
    assert str(caught.value) == BOOKLET
    with pytest.raises(MissingExtraError) as caught:
        list(excel_xml("<x/>"))
    assert str(caught.value) == IMPORT


@pytest.mark.usefixtures("absent")
def test_a_booklet_without_its_package_is_reported_once(make_site: MakeSite) -> None:
    files = {"index.md": HOME, "alpha.md": PAPER, "book.md": "# Book\n\n:::{booklet}\n:::\n"}
    built = make_site(files).build()
    assert [message.text for message in built.messages] == [f"no QR code is drawn: {BOOKLET}"]


def _forget() -> None:
    for cached in (latex._encoded, latex._library, formula_words.words, formula_words._library):
        cached.cache_clear()


@pytest.fixture
def without_latex(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Let Python find no pylatexenc, and nothing be kept of what was made with it."""
    for name in ("latexencode", "latex2text"):
        monkeypatch.setitem(sys.modules, f"pylatexenc.{name}", None)
    monkeypatch.setattr(formulas, "latexwalker", None)
    _forget()
    yield
    _forget()


@pytest.mark.usefixtures("without_latex")
@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Børge Émile Ễ", r"B{\o}rge {\'{E}}mile {\~{\^{E}}}"),
        (
            "a--b {100%} \\",
            r"a-{}-b {\ensuremath{\lbrace}}100{\%}{\ensuremath{\rbrace}} {\textbackslash}",
        ),
        ("α ≤ “Иван” 李", "α ≤ “Иван” 李"),
        ("x\u0302 \u0439", "{\\^{x}} \u0439"),
    ],
)
def test_bibtex_has_macros_of_letters_and_no_others_without_its_package(
    text: str, written: str
) -> None:
    assert latex.latex(text) == written
    assert latex.missing() == LATEX


@pytest.mark.usefixtures("without_latex")
def test_formulas_are_shown_and_stay_as_typed_in_texts_without_their_package() -> None:
    assert formula_words.words(r"\alpha^2") == r"\alpha^2"
    assert "<msup>" in formulas.mathml("x^2", block=False)
    with pytest.raises(ValueError, match=r"every \\left needs a \\right"):
        formulas.mathml(r"\left( x", block=False)


def test_a_site_needs_no_extra_and_an_extension_names_its_own_when_it_is_loaded() -> None:
    code = (
        "import sys\n"
        "names = ['segno', 'click', 'defusedxml', 'tinycss2', 'fontTools', 'PIL', 'pylatexenc']\n"
        "sys.modules.update(dict.fromkeys(names))\n"
        "import sphinx_workshop, sphinx_workshop.cli.__main__ as cli; cli.parser()\n"
        "try: import sphinx_workshop.site.assets\n"
        "except ImportError as error: print(error)\n"
        "import sphinx_workshop.site.social as social\n"
        "try: social.setup(None)\n"
        "except ImportError as error: print(error)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines() == [ASSETS, SOCIAL]


def test_a_build_loads_no_imports() -> None:
    code = (
        "import sys\n"
        "from sphinx_workshop.cli.__main__ import main\n"
        "for command in ('build', 'import'):\n"
        "    try: main([command, '--help'])\n"
        "    except SystemExit: print('sphinx_workshop.imports' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert re.findall("^(True|False)$", done.stdout, re.MULTILINE) == ["False", "True"]
