"""Adds metadata to pages (description, Open Graph, breadcrumbs), a sitemap and a robots.txt.

Knows nothing of workshops. Other extensions answer its events, each `(app, docname)`:
`page-description` with a sentence, `page-head` with more tags, `page-changed` with a date,
`page-pictures` with a list of `Picture`. What they answer must be covered by the page's
fingerprint (see `incremental`).
"""

from __future__ import annotations

import json
import re
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import quote
from xml.etree import ElementTree as ET

from docutils import nodes
from sphinx.builders.html import StandaloneHTMLBuilder

from ..compat import toctrees
from ..compat.site_builders import makes_site
from ..core.files import write_if_changed
from .mathml import plain

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata

DESCRIPTION, HEAD, CHANGED = "page-description", "page-head", "page-changed"
PICTURES = "page-pictures"
_VIEWPORT = re.compile(r'<meta name="viewport"[^>]*>\n?')
LONGEST = 200  # characters of a description: search engines show no more


class Picture(NamedTuple):
    """A picture for links: its path, what it shows, its size, and whether it is its page's."""

    path: str
    alternative: str
    size: tuple[int, int]
    of_page: bool = True


def pictures(app: Sphinx, docname: str) -> list[Picture]:
    """Return the pictures of a page and of what is on it."""
    return [picture for found in app.emit(PICTURES, docname) for picture in found]


def meta(name: str, content: str, key: str = "name") -> str:
    """Return a meta tag, its content escaped."""
    return f'<meta {key}="{escape(name)}" content="{escape(content)}">\n'


def json_ld(data: dict[str, Any]) -> str:
    """Return a JSON-LD block; no text in it can end the block or begin another."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    safe = text.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e")
    return f'<script type="application/ld+json">{safe}</script>\n'


def shortened(text: str) -> str:
    """Return the text on one line, cut at a word if it is long."""
    words = " ".join(text.split())
    if len(words) <= LONGEST:
        return words
    return words[:LONGEST].rsplit(" ", 1)[0].rstrip(" .,;:–") + "…"


def address(app: Sphinx, docname: str) -> str:
    """Return the whole address of a page: the one that Sphinx calls canonical."""
    return site(app) + app.builder.get_target_uri(docname)


def site(app: Sphinx) -> str:
    """Return the site's address, ending in a slash."""
    return f"{app.config.html_baseurl.rstrip('/')}/"


def add_metadata(
    app: Sphinx,
    pagename: str,
    templatename: str,
    context: dict[str, Any],
    doctree: nodes.document | None,
) -> None:
    """Add the tags to a page's head (`html-page-context`); pages without a source get none."""
    if doctree is None or not _on_web(app):
        return
    title = plain(app.env.titles[pagename])
    given = app.emit_firstresult(DESCRIPTION, pagename)
    description = shortened(given or _first_paragraph(doctree) or title)
    tags = [
        meta("description", description),
        meta("og:title", title, "property"),
        meta("og:type", "website" if pagename == app.config.root_doc else "article", "property"),
        meta("og:url", address(app, pagename), "property"),
        *_card(app, pagename),
        meta("og:description", description, "property"),
        meta("og:site_name", app.config.html_title, "property"),
        json_ld(_breadcrumbs(app, pagename)),
        *app.emit(HEAD, pagename),
    ]
    context["metatags"] = context.get("metatags", "") + "".join(tag for tag in tags if tag)


def drop_viewport(app: Sphinx, page: str, template: str, context: dict[str, Any], *_: Any) -> None:
    """Drop docutils' viewport tag from a page's head (`html-page-context`): a theme has its own."""
    context["metatags"] = _VIEWPORT.sub("", context.get("metatags", ""))


def _on_web(app: Sphinx) -> bool:
    """Return whether pages have an address; those of a book (`epub`) have none."""
    return makes_site(app) and bool(app.config.html_baseurl)


def _card(app: Sphinx, docname: str) -> list[str]:
    """Return the tags of the card's shape, and of its picture, the page's own or the site's."""
    image, alternative = app.config.workshop_page_image
    own = next((picture for picture in pictures(app, docname) if picture.of_page), None)
    if not (own or image):
        return [meta("twitter:card", "summary")]
    size = zip(("og:image:width", "og:image:height"), own.size if own else (), strict=False)
    return [
        meta("twitter:card", "summary_large_image"),
        meta("og:image", site(app) + quote(own.path if own else image), "property"),
        *(meta(name, str(pixels), "property") for name, pixels in size),
        meta("og:image:alt", own.alternative if own else alternative, "property"),
    ]


def _first_paragraph(doctree: nodes.document) -> str:
    return next((plain(node) for node in doctree.findall(nodes.paragraph)), "")


def _breadcrumbs(app: Sphinx, docname: str) -> dict[str, Any]:
    """Return the way from the home page as <https://schema.org/BreadcrumbList>."""
    assert isinstance(app.builder, StandaloneHTMLBuilder)
    relations = toctrees.relations_of(app.builder)
    path = [docname, *toctrees.ancestors(relations, docname)][::-1]
    return {
        "@context": "https://schema.org",
        "@type": "BreadcrumbList",
        "itemListElement": [
            {
                "@type": "ListItem",
                "position": position,
                "name": plain(app.env.titles[name]),
                "item": address(app, name),
            }
            for position, name in enumerate(path, start=1)
        ],
    }


def sitemap(app: Sphinx) -> bytes:
    """Return the sitemap: every page, with the day of its last change. <https://sitemaps.org>."""
    root = ET.Element("urlset", xmlns="http://www.sitemaps.org/schemas/sitemap/0.9")
    for docname in sorted(app.env.found_docs):
        url = ET.SubElement(root, "url")
        ET.SubElement(url, "loc").text = address(app, docname)
        if changed := app.emit_firstresult(CHANGED, docname):
            ET.SubElement(url, "lastmod").text = changed.isoformat()
    ET.indent(root, " ")
    return bytes(ET.tostring(root, encoding="utf-8", xml_declaration=True))


def robots(app: Sphinx) -> bytes:
    """Return what robots may do: everything. <https://www.rfc-editor.org/rfc/rfc9309>."""
    return f"User-agent: *\nAllow: /\nSitemap: {site(app)}sitemap.xml\n".encode()


def write_files(app: Sphinx, exception: Exception | None) -> None:
    """Write sitemap and robots.txt (`build-finished`), if they changed."""
    if exception or not _on_web(app):
        return
    for name, content in (("sitemap.xml", sitemap(app)), ("robots.txt", robots(app))):
        write_if_changed(Path(app.outdir, name), content)


def setup(app: Sphinx) -> ExtensionMetadata:
    """Register the events, the setting and the handlers."""
    app.add_config_value("workshop_page_image", ("", ""), "html", (tuple, list))
    for event in (DESCRIPTION, HEAD, CHANGED, PICTURES):
        app.add_event(event)
    app.connect("html-page-context", drop_viewport)
    app.connect("html-page-context", add_metadata)
    app.connect("build-finished", write_files)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
