"""Makes Sphinx's e-book whole: valid, the same bytes each time, with nothing that it never shows.

Sphinx's builder names no page that holds formulas or drawings, as EPUB 3 wants; dates the book by
the clock; and packs the site's scripts and stylesheets. Links to files that the site publishes
beside its pages lead to the site. The settings are Sphinx's own; `workshop_ebook_static_path`
replaces `html_static_path`.
"""

from __future__ import annotations

import posixpath
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote, urljoin
from xml.etree import ElementTree as ET
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from docutils import nodes
from sphinx.builders.epub3 import Epub3Builder
from sphinx.transforms.post_transforms import SphinxPostTransform

from ..compat.html_builder import stylesheets
from .metadata import CHANGED

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata

OPF = "http://www.idpf.org/2007/opf"
DC = "http://purl.org/dc/elements/1.1/"

# What the manifest must say of pages with such elements. <https://www.w3.org/TR/epub-33/#app-item-properties-vocab>
PROPERTIES = {
    "mathml": "{http://www.w3.org/1998/Math/MathML}math",
    "svg": "{http://www.w3.org/2000/svg}svg",
}

_OLDEST = datetime(1980, 1, 1, tzinfo=UTC)  # a zip file knows no earlier day


class EbookBuilder(Epub3Builder):
    """Sphinx's builder of e-books, for the same name."""

    suffix = ".xhtml"

    def copy_static_files(self) -> None:
        """Copy the stylesheets that pages link to, and the cover: books run no scripts."""
        super().copy_static_files()
        sheets = [self.outdir / sheet.name for sheet in stylesheets(self)]
        styles = "".join(sheet.read_text("utf-8") for sheet in sheets if sheet.is_file())
        wanted = {*sheets, *(self.outdir / image for image in self.config.epub_cover[:1])}
        for path in (self.outdir / "_static").rglob("*"):
            if path.is_file() and path not in wanted and f"({path.name})" not in styles:
                path.unlink()

    def modified(self) -> datetime:
        """Return when the newest page changed; extensions answer `page-changed`."""
        days = [self.events.emit_firstresult(CHANGED, name) for name in self.env.found_docs]
        known = (datetime(day.year, day.month, day.day, tzinfo=UTC) for day in days if day)
        return max(known, default=_OLDEST)

    def content_metadata(self) -> dict[str, Any]:
        return super().content_metadata() | {"date": f"{self.modified():%FT%TZ}"}

    def toc_metadata(self, level: int, navpoints: list[Any]) -> dict[str, Any]:
        """Return what the older table of contents needs: the book's identifier, not its mark."""
        return super().toc_metadata(level, navpoints) | {"uid": self.config.epub_identifier}

    def build_content(self) -> None:
        """Write the manifest, with what Sphinx leaves out of it."""
        super().build_content()
        ET.register_namespace("", OPF)
        ET.register_namespace("dc", DC)
        path = self.outdir / "content.opf"
        package = ET.parse(path)
        for item in package.iterfind(f".//{{{OPF}}}item[@href]"):
            if found := self._properties(unquote(item.attrib["href"])):
                item.set("properties", " ".join(found))
        package.write(path, encoding="utf-8", xml_declaration=True)

    def _properties(self, name: str) -> list[str]:
        """Return what the manifest must say of a file."""
        if name in self.config.epub_cover[:1]:
            return ["cover-image"]
        if not name.endswith(self.out_suffix) or name == "nav.xhtml":
            return ["nav"] if name == "nav.xhtml" else []
        tags = {element.tag for element in ET.parse(self.outdir / name).iter()}
        return [word for word, tag in PROPERTIES.items() if tag in tags]

    def build_epub(self) -> None:
        """Pack the book; the dates in it are the content's, and the order is always the same."""
        path = self.outdir / f"{self.config.epub_basename}.epub"
        stamp = max(self.modified(), _OLDEST).timetuple()[:6]
        names = ["META-INF/container.xml", "content.opf", "toc.ncx", *self.files]
        with ZipFile(path, "w") as book:
            for name in ["mimetype", *dict.fromkeys(names)]:
                entry = ZipInfo(name, stamp)
                entry.compress_type = ZIP_STORED if name == "mimetype" else ZIP_DEFLATED
                entry.external_attr = 0o644 << 16
                book.writestr(entry, (self.outdir / name).read_bytes())


class WholeAddresses(SphinxPostTransform):
    """Lets written addresses of the site's files lead into the book, or to the site."""

    default_priority = 900  # after all references to pages are resolved
    builders = ("epub",)

    def run(self, **kwargs: Any) -> None:
        """Fix the links of one page."""
        for link in self.document.findall(nodes.reference):
            if link.get("refuri") and not link.get("internal"):
                link["refuri"] = self._whole(link["refuri"])

    def _whole(self, address: str) -> str:
        """Return an address that holds in the book."""
        path, mark, anchor = address.partition("#")
        name = posixpath.normpath(posixpath.join(posixpath.dirname(self.env.docname), path))
        if name.removesuffix(".html") in self.env.found_docs:
            return path.removesuffix(".html") + EbookBuilder.suffix + mark + anchor
        return urljoin(f"{self.config.html_baseurl}{self.env.docname}", address)


def use_own_files(app: Sphinx) -> None:
    """Leave the site's stylesheets and scripts out of the book (`builder-inited`)."""
    if isinstance(app.builder, EbookBuilder):
        app.config.html_static_path = list(app.config.workshop_ebook_static_path)


def setup(app: Sphinx) -> ExtensionMetadata:
    """Put the builder in the place of Sphinx's."""
    app.setup_extension("sphinx.builders.epub3")
    app.setup_extension("sphinx_workshop.site.metadata")
    app.add_builder(EbookBuilder, override=True)
    app.add_config_value("workshop_ebook_static_path", [], "epub", (list, tuple))
    app.connect("builder-inited", use_own_files, priority=100)
    app.add_post_transform(WholeAddresses)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
