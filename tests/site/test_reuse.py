"""The lines that a page offers to copy make another site refer to this one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from inline_site import parsed
from other_site import build_other_site, external_links

if TYPE_CHECKING:
    from pathlib import Path

    from bs4 import Tag

    from sphinx_workshop.site_check.built_site import BuiltSite


@pytest.fixture(scope="module")
def page(built: BuiltSite) -> Tag:
    """Return the page that offers the settings of another site."""
    for path in built.documents:
        content = built.content(path)
        if "intersphinx_mapping" in content.get_text() and content.select(".highlight-markdown"):
            return content
    pytest.skip("no page offers lines to copy")


@pytest.mark.builds
def test_the_lines_to_copy_work_in_another_site(
    built: BuiltSite, page: Tag, tmp_path: Path
) -> None:
    def lines(language: str) -> str:
        return "\n\n".join(b.get_text() for b in page.select(f".highlight-{language} pre"))

    # The lines name the published site: here its inventory is the one just built.
    settings = lines("python").replace("None", repr(str(built.folder / "objects.inv")))
    settings = settings.replace('"sphinx.ext', '"myst_parser", "sphinx.ext')
    files = {
        "index.md": f"# Elsewhere\n\n{lines('markdown')}\n```{{toctree}}\npage\n```\n",
        "page.rst": f"Elsewhere too\n=============\n\n{lines('rst')}",
    }
    other = build_other_site(tmp_path, f'{settings}\nhtml_theme = "basic"\n', files)
    found = [
        link
        for name in ("index", "page")
        for link in external_links(parsed(other / f"{name}.html"))
    ]
    assert found
    for _, address in found:
        assert address.startswith(built.base)
        name, _, anchor = built.relative(address).partition("#")
        assert (built.folder / name).is_file()
        assert not anchor or anchor in built.outline(name).ids
