"""Checks files that are published as they are: pictures, PDFs and slides are what their names say.

A picture has the bytes of its kind and a limited size. An SVG file only draws.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import imagesize

from ..flaws import Flaw
from .svg import svg_flaw

if TYPE_CHECKING:
    from pathlib import Path

    from sphinx.config import Config

PICTURE_BYTES = 1_000_000
PICTURE_PIXELS = 4_000
DOCUMENT_BYTES = 50_000_000

_HEAD = 32
_ZIP = (b"PK\x03\x04",)
# By ending: the name of the kind, and how its bytes begin (an AVIF's begin with a length).
_RASTER = {
    ".avif": ("AVIF", (b"ftypavif", b"ftypavis")),
    ".gif": ("GIF", (b"GIF87a", b"GIF89a")),
    ".jpeg": ("JPEG", (b"\xff\xd8\xff",)),
    ".jpg": ("JPEG", (b"\xff\xd8\xff",)),
    ".png": ("PNG", (b"\x89PNG\r\n\x1a\n",)),
    ".webp": ("WebP", (b"WEBP",)),
}
_BEGINS_AT = {".avif": 4, ".webp": 8}
_DOCUMENTS = {
    ".key": ("Keynote", _ZIP),
    ".odp": ("OpenDocument", _ZIP),
    ".pdf": ("PDF", (b"%PDF-",)),
    ".pptx": ("PowerPoint", _ZIP),
}
PICTURES = frozenset({*_RASTER, ".svg"})
DOCUMENTS = frozenset(_DOCUMENTS)
KINDS = "PNG, JPEG, WebP, AVIF, GIF or SVG"


def file_flaw(path: Path, config: Config) -> Flaw | None:
    """Return what is wrong with a picture, a PDF or slides, in words that follow its name."""
    suffix = path.suffix.lower()
    sort = "picture" if suffix in PICTURES else "document"
    most: int = config[f"workshop_lint_{sort}_bytes"]
    size = path.stat().st_size
    if size > most:
        return Flaw(0, f"has {size:,} bytes, and may have at most {most:,}; make it smaller")
    if suffix == ".svg":
        return svg_flaw(path)
    kind, begins = (_RASTER | _DOCUMENTS)[suffix]
    if not _head(path)[_BEGINS_AT.get(suffix, 0) :].startswith(begins):
        return Flaw(0, f"is not a {kind} file, as its name says; save it as {kind}, or rename it")
    if suffix in _RASTER:
        return _pixels_flaw(path, kind, config.workshop_lint_picture_pixels)
    return None


def _head(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(_HEAD)


def _pixels_flaw(path: Path, kind: str, most: int) -> Flaw | None:
    width, height = imagesize.get(path)
    if min(width, height) < 1:
        return Flaw(0, f"is not a complete {kind} file; save it again")
    if max(width, height) > most:
        return Flaw(
            0,
            f"has {width:,} by {height:,} pixels, and may have at most {most:,} "
            "either way; scale it",
        )
    return None
