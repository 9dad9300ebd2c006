"""The lines that a page offers to copy make another site refer to this one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from bs4 import Tag

from inline_site import parsed
from other_site import build_other_site, external_links
from sphinx_workshop.site_check.built_site import BuiltSite


def offering(built: BuiltSite) -> Iterator[Tag]:
    """Yield the pages that offer the settings of another site."""
    for path in built.documents:
        content = built.content(path)
        if "intersphinx_mapping" in content.get_text() and content.select(".highlight-markdown"):
            yield content


@pytest.mark.builds
def test_the_lines_to_copy_work_in_another_site(built: BuiltSite, tmp_path: Path) -> None:
    for number, page in enumerate(offering(built)):
        (folder := tmp_path / str(number)).mkdir()
        check_lines(built, page, folder)


def check_lines(built: BuiltSite, page: Tag, folder: Path) -> None:
    """Build another site with the lines that a page offers; its links lead to what is there."""

    def lines(language: str) -> str:
        return "\n\n".join(b.get_text() for b in page.select(f".highlight-{language} pre"))

    # The lines name the published site: here its inventory is the one just built.
    settings = lines("python").replace("None", repr(str(built.folder / "objects.inv")))
    settings = settings.replace('"sphinx.ext', '"myst_parser", "sphinx.ext')
    files = {
        "index.md": f"# Elsewhere\n\n{lines('markdown')}\n```{{toctree}}\npage\n```\n",
        "page.rst": f"Elsewhere too\n=============\n\n{lines('rst')}",
    }
    other = build_other_site(folder, f'{settings}\nhtml_theme = "basic"\n', files)
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
