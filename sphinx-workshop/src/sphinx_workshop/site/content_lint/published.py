"""Checks the pictures that a page shows, and the files that it links to, before Sphinx reads them.

A picture without words for those who do not see it is an error as well.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

from docutils import nodes
from sphinx import addnodes
from sphinx.transforms import SphinxTransform

from ...compat.pictures import search_image_for_language
from ..flaws import LINKS, report
from .addresses import scheme, shown
from .paths import Folders, resolved
from .pictures import DOCUMENTS, KINDS, PICTURES, file_flaw

if TYPE_CHECKING:
    from sphinx.environment import BuildEnvironment


class CheckPublishedFiles(SphinxTransform):
    """Removes the pictures and links that may not be published, and warns of each."""

    default_priority = 2  # before Sphinx collects the files

    def apply(self, **kwargs: Any) -> None:
        """Check one document."""
        for image in list(self.document.findall(nodes.image)):
            if error := self._picture_error(image):
                report(error, "picture", image, LINKS)
                image.parent.remove(image)
        for link in list(self.document.findall(addnodes.download_reference)):
            path, error = linked_file(self.env, str(link["reftarget"]))
            link["reftarget"] = path  # what is checked is what Sphinx reads
            if error:
                report(error, "path", link, LINKS)
                link.replace_self(link.children)

    def _picture_error(self, image: nodes.image) -> str:
        """Return what is wrong with a picture; give it the name of its file if nothing is."""
        written = str(image["uri"])
        # Sphinx looks for `://` in what it is given, which is decoded here.
        if any(scheme(address) or "://" in address for address in (written, unquote(written))):
            return (
                f"the picture '{shown(written)}' would be fetched from elsewhere by every reader; "
                "put the file into the repository, and write its path"
            )
        path, error = picture(self.env, written)
        if error:
            return f"the picture '{shown(written)}' {error}"
        if not str(image.get("alt", "")).strip():
            return (
                f"the picture '{shown(written)}' has no words for those who do not see it; write "
                "them: ![words](path), or `:alt: words` (on a card, `:img-alt: words`)"
            )
        image["uri"] = path
        return ""


def picture(env: BuildEnvironment, written: str) -> tuple[str, str]:
    """Return a picture's path as Sphinx is to read it, and what is wrong with its file."""
    found = resolved(env, written)
    if found is None or "\\" in written or "*" in written:
        return written, "is not a file's path; write the path from this file's folder"
    path = found[0]
    # Sphinx shows `map.en.png` in place of `map.png` where there is one.
    file = Path(env.relfn2path(search_image_for_language(path, env), env.docname)[1])
    folders = Folders.of(Path(env.srcdir), env.config)
    if not folders.holds(file):
        return path, "is outside the site's folders; put it beside the page, and write its path"
    if not file.is_file():
        return path, ""  # Sphinx reports it
    if file.suffix.lower() not in PICTURES:
        return path, f"is of a kind that pages do not show; save it as {KINDS}"
    if folders.is_published(file):
        return path, ""  # checked where it lies
    flaw = file_flaw(file, env.config)
    at = f" (its line {flaw.line})" if flaw and flaw.line else ""
    return path, f"{flaw.message}{at}" if flaw else ""


def linked_file(env: BuildEnvironment, written: str) -> tuple[str, str]:
    """Return a file's path as Sphinx is to read it, and why it may not be published."""
    found = resolved(env, written)
    folders = Folders.of(Path(env.srcdir), env.config)
    if (
        found
        and folders.is_published(found[1])
        and found[1].suffix.lower() in (PICTURES | DOCUMENTS)
    ):
        return found[0], ""
    return written, (
        f"the link would publish the file '{shown(written)}'; put a PDF, slides or a picture into "
        f"{folders.assets.name}/ and link to it there, or write the file's address on the web"
    )
