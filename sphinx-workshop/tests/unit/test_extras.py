"""What only some sites need is asked for where it is used, and reported where it is missing."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from sphinx_workshop.core.extras import MissingExtraError
from sphinx_workshop.imports.tables import excel_xml
from sphinx_workshop.views.qr_code import drawn

if TYPE_CHECKING:
    from engine_fixtures import MakeSite

BOOKLET = "segno is not installed; run: pip install 'sphinx-workshop[booklet]'"
IMPORT = "defusedxml is not installed; run: pip install 'sphinx-workshop[import]'"
ASSETS = "tinycss2 is not installed; run: pip install 'sphinx-workshop[assets]'"
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


def test_a_site_needs_no_extra_and_an_extension_names_its_own_when_it_is_loaded() -> None:
    code = (
        "import sys\n"
        "names = ['segno', 'click', 'defusedxml', 'tinycss2', 'fontTools', 'PIL']\n"
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
        "import atexit, sys\n"
        "from sphinx_workshop.cli.__main__ import main\n"
        "atexit.register(lambda: print('sphinx_workshop.imports' in sys.modules))\n"
        "main([sys.argv[1], '--help'])"
    )
    for command, loads in (("build", "False"), ("import", "True")):
        run = [sys.executable, "-c", code, command]
        done = subprocess.run(run, capture_output=True, text=True, check=True)
        assert done.stdout.splitlines()[-1] == loads
