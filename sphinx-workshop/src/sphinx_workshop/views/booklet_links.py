"""Where the booklet is: links from other pages to all its forms."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING

from docutils import nodes

from ..core import urls
from .components import joined, web_link
from .html_element import element, in_html

if TYPE_CHECKING:
    from ..core.program import Program

_FORMS = {".html": "on one page", ".pdf": "as a PDF", ".epub": "as an e-book"}


def booklet_links(program: Program, page: str) -> list[nodes.Node]:
    """The ways to take the program along, of those that are published."""
    if program.booklet_page is None:
        return []
    paths = [f"{program.booklet_page}.html", *urls.booklets(program)]
    links = (web_link(urls.relative(path, page), _FORMS[PurePath(path).suffix]) for path in paths)
    content = [nodes.Text("Program and abstracts to take along: "), *joined(links)]
    return [in_html(element("p", *content, classes="booklet-links"))]
