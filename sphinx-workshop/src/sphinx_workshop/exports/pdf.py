"""Prints a page of the site on A5: page numbers, running heads, bookmarks, tags for screen readers.

The bytes depend on the page, the stylesheet and the packages alone: no clock, no fonts of the
machine, except for characters that the booklet's fonts do not have.
"""

from __future__ import annotations

import logging
import os
import sys
from contextlib import contextmanager
from datetime import datetime
from logging.handlers import BufferingHandler
from pathlib import Path
from typing import TYPE_CHECKING

import fontpkg_source_sans_3
import fontpkg_source_serif_4
from cssselect2 import ElementWrapper
from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import URLFetcher

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree import ElementTree as ET

STYLESHEET = Path(__file__).with_name("booklet.css")
EPOCH = "SOURCE_DATE_EPOCH"
VARIANT = "pdf/ua-1"  # tagged: ISO 14289


def font_faces() -> Iterator[str]:
    """Yield the rules that name the booklet's fonts; a file holds all weights."""
    for package in (fontpkg_source_sans_3, fontpkg_source_serif_4):
        for file in sorted(Path(package.ROOT, "files").glob("*.ttf")):
            style = "italic" if "Italic" in file.stem else "normal"
            yield (
                f'@font-face {{ font-family: "{package.FAMILY}"; font-style: {style};'
                f' src: url("{file.as_uri()}") }}'
            )


def keep_content(page: ET.Element) -> None:
    """Leave of a page its metadata and its content, without the site's frame and look."""
    head, body = page.find("head"), page.find("body")
    content = page.find(".//article")
    if head is None or body is None or content is None:
        raise ValueError("it has no <article>, where pages of the site have their content")
    head[:] = [node for node in head if node.tag in {"meta", "title"}]
    body[:] = [content]


def address(page: ET.Element) -> str:
    """Return the page's own address, from which its links to other pages start."""
    link = page.find("head/link[@rel='canonical']")
    if link is None or not link.get("href"):
        raise ValueError("it does not say its address; set html_baseurl in conf.py")
    return link.attrib["href"]


def page_word(page: ET.Element) -> str:
    """Return the rule for the word before numbers of pages, where it is not the style's own."""
    word = next((node.attrib["data-page"] for node in page.iterfind(".//ul[@data-page]")), "")
    if not word:
        return ""
    text = word.replace("\\", r"\\").replace('"', r"\"")
    number = r'"\2009" target-counter(attr(href), page)'
    return f'ul.booklet-numbers a::after {{ content: " {text}" {number} }}'


@contextmanager
def stopped_clock(page: ET.Element) -> Iterator[None]:
    """Let the page's last change stand for now, with which the engine stamps the fonts' files."""
    changed = page.find("head/meta[@name='dcterms.modified']")
    if changed is None:
        raise ValueError("it does not say when it changed, as the page with {booklet} does")
    instant = datetime.fromisoformat(changed.attrib["content"])
    former = os.environ.get(EPOCH)
    os.environ[EPOCH] = former or f"{instant.timestamp():.0f}"
    try:
        yield
    finally:
        if former is None:
            del os.environ[EPOCH]


def print_page(path: Path, style: Path | None = None) -> Path:
    """Print a page beside it, and return the PDF's path.

    Args:
        path: the built page.
        style: a stylesheet of the site, over the engine's own.

    Raises:
        ValueError: it is not a page of the site, or the engine complained.
    """
    # What the engine complains of: a rule it does not know, a picture without words.
    heard = BufferingHandler(sys.maxsize)
    heard.setLevel(logging.WARNING)
    logging.getLogger("weasyprint").addHandler(heard)
    own = URLFetcher(allowed_protocols={"file"})  # nothing is loaded from elsewhere
    fonts = FontConfiguration()
    document = HTML(filename=path, encoding="utf-8", url_fetcher=own)
    page = document.etree_element
    names = [STYLESHEET, *([style] if style else [])]
    sheets = [
        CSS(string="\n".join([*font_faces(), page_word(page)]), font_config=fonts, url_fetcher=own),
        *(CSS(filename=name, font_config=fonts, url_fetcher=own) for name in names),
    ]
    document.base_url = address(page)
    keep_content(page)
    document.wrapper_element = ElementWrapper.from_html_root(page, content_language=None)
    with stopped_clock(page):
        made = document.write_pdf(stylesheets=sheets, font_config=fonts, pdf_variant=VARIANT)
    logging.getLogger("weasyprint").removeHandler(heard)
    if heard.buffer:
        raise ValueError("; ".join(record.getMessage() for record in heard.buffer))
    printed = path.with_suffix(".pdf")
    printed.write_bytes(made)
    return printed
