"""Draws the picture of a link: a title, names and an occasion over the site's own drawing.

Bytes are made to be the same on every machine with the same packages: the font is that of a
package, FreeType and quantizing count in integers, and the PNG is compressed by runs alone (RLE),
since other ways of zlib-ng find matches that differ by processor. Neither Pillow nor zlib-ng
promises it: tests compare builds on one machine, and none has compared two processors.
"""

from __future__ import annotations

import io
import zlib
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from ...core.extras import module
from ...core.words import ngettext

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import ModuleType

    from PIL.Image import Image
    from PIL.ImageDraw import ImageDraw
    from PIL.ImageFont import FreeTypeFont

WIDTH, HEIGHT = 1200, 630
MARGIN = 72
BESIDE_PICTURE = 720
"""Pixels that text may take, from the left, where there is a drawing at the right."""

_COLORS, _SHADES = 24, 7
"""How many colors the ground has, and how many lie between it and a color of the text."""

_TITLE_SIZES = (70, 62, 56, 50, 45, 41, 37, 34, 31)
_TITLE_HEIGHT = 300
_LINE = 1.14
_NAMES_SIZE, _NAMES_LINES = 30, 2
_SMALL = 26
_BOLD, _REGULAR = 700, 400


Color = tuple[int, int, int]

_READABLE = 4.5
"""The contrast that text needs on its ground (WCAG 2.2, AA)."""


class Card(NamedTuple):
    """The words of a picture.

    Attributes:
        path: where the picture is published, from the site's root.
        of_page: whether it is the picture of links to the page, or of something on it.
        label: what it is, and when, in a few words.
        title: its title.
        names: who gives it, in order.
        occasion: where it belongs.
        notices: what is said before all else, each a line: that it is cancelled.
    """

    path: str
    of_page: bool
    label: str
    title: str
    names: tuple[str, ...]
    occasion: str
    notices: tuple[str, ...] = ()

    @property
    def alternative(self) -> str:
        """Return the words, for those who do not see them."""
        words = (*self.notices, self.title, ", ".join(self.names), self.occasion)
        return " · ".join(filter(None, words))


class Look(NamedTuple):
    """The colors, as CSS writes them, and the drawing that text stands over, if there is one."""

    background: str = "#14171f"
    text: str = "#ffffff"
    muted: str = "#a3abbc"
    accent: str = "#8fb4ff"
    picture: str = ""


def pillow(name: str) -> ModuleType:
    """Return a module of Pillow."""
    found: ModuleType = module(f"PIL.{name}", "social")
    return found


def problem(name: str, value: str, folder: Path) -> str:
    """Return what is wrong with a value of the look, and the remedy; nothing where it is right."""
    if name != "picture":
        try:
            parts = len(pillow("ImageColor").getrgb(value))
        except ValueError:
            parts = 0
        return "" if parts == 3 else "is not an opaque color; write one like #14171f"
    images = pillow("Image")
    try:
        with images.open(folder / value) as picture:
            size = picture.size
    except FileNotFoundError:
        return "is not a file; write its path from the folder of conf.py"
    except images.UnidentifiedImageError:
        return "is not a picture that can be read; save it as PNG"
    wanted = (WIDTH, HEIGHT)
    return (
        "" if size == wanted else "is {} × {} pixels; it has to be {} × {}".format(*size, *wanted)
    )


@cache
def font_file() -> Path:
    """Return the file of the font."""
    package = module("fontpkg_source_sans_3", "social")
    return Path(str(package.__file__)).parent / "files" / "SourceSans3[wght].ttf"


@cache
def _characters() -> frozenset[int]:
    fonts = module("fontTools.ttLib", "social")
    with fonts.TTFont(font_file(), lazy=True) as font:
        return frozenset(font.getBestCmap())


def missing(card: Card) -> str:
    """Return the characters of a card's words that the font does not have, each once."""
    words = "".join((*card.notices, card.label, card.title, *card.names, card.occasion))
    return "".join(sorted({one for one in words if ord(one) not in _characters()}))


@lru_cache(64)
def _font(size: int, weight: int) -> FreeTypeFont:
    fonts = pillow("ImageFont")
    font: FreeTypeFont = fonts.truetype(font_file(), size, layout_engine=fonts.Layout.BASIC)
    font.set_variation_by_axes([weight])
    return font


@cache
def _ground(look: Look) -> Image:
    """Return what every text stands over."""
    images = pillow("Image")
    ground: Image = images.new("RGB", (WIDTH, HEIGHT), look.background)
    if look.picture:
        with images.open(look.picture) as picture:
            ground.paste(picture.convert("RGB"))
    else:
        pillow("ImageDraw").Draw(ground).rectangle((0, 0, 15, HEIGHT), fill=look.accent)
    return ground


@cache
def _palette(look: Look) -> Image:
    """Return an image with the few colors that all pictures have: as small as they may be."""
    images, colors = pillow("Image"), pillow("ImageColor")
    few = _ground(look).quantize(_COLORS, method=images.Quantize.MEDIANCUT)
    found = (few.getpalette() or [])[: 3 * _COLORS]
    ground = colors.getrgb(look.background)
    for color in (colors.getrgb(look.text), colors.getrgb(look.muted), _label_color(look)):
        for n in range(1, _SHADES + 1):
            found += _mixed(ground, color, n / _SHADES)
    palette: Image = images.new("P", (1, 1))
    palette.putpalette(found)
    return palette


def drawn(card: Card, look: Look) -> bytes:
    """Return a card as a PNG."""
    images = pillow("Image")
    image = _ground(look).copy()
    draw = pillow("ImageDraw").Draw(image)
    width = (BESIDE_PICTURE if look.picture else WIDTH - MARGIN) - MARGIN
    small = _font(_SMALL, _BOLD)
    said = [*(_cut(words, small, width) for words in card.notices), card.label]
    _write(draw, said, small, MARGIN - 8, _label_color(look))
    more = round(len(card.notices) * _SMALL * _LINE)
    font, lines = _title(card.title, width, _TITLE_HEIGHT - more)
    below = _write(draw, lines, font, MARGIN + 42 + more, look.text)
    names = _font(_NAMES_SIZE, _REGULAR)
    _write(draw, _names(card.names, names, width), names, below + 22, look.muted)
    _write(draw, [card.occasion], _font(_SMALL, _REGULAR), HEIGHT - MARGIN - 22, look.muted)
    few = image.quantize(palette=_palette(look), dither=images.Dither.NONE)
    png = io.BytesIO()
    few.save(png, "PNG", compress_type=zlib.Z_RLE, compress_level=9)
    return png.getvalue()


def _label_color(look: Look) -> Color:
    """Return the accent as it can be read: as much of the text's color in it as that needs."""
    colors = pillow("ImageColor")
    ground, accent, text = map(colors.getrgb, (look.background, look.accent, look.text))
    shares = (_mixed(accent, text, n / 10) for n in range(11))
    return next((c for c in shares if _contrast(c, ground) >= _READABLE), text)


def _mixed(one: Color, other: Color, share: float) -> Color:
    """Return a color between two, with a share of the other."""
    red, green, blue = (round(a + (b - a) * share) for a, b in zip(one, other, strict=True))
    return red, green, blue


def _contrast(one: Color, other: Color) -> float:
    """Return how well a color is seen on another: <https://www.w3.org/TR/WCAG22/#contrast-minimum>."""
    dark, light = sorted(map(_luminance, (one, other)))
    return (light + 0.05) / (dark + 0.05)


def _luminance(color: Color) -> float:
    linear = [c / 3294.6 if c <= 10 else ((c / 255 + 0.055) / 1.055) ** 2.4 for c in color]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _write(
    draw: ImageDraw, lines: list[str], font: FreeTypeFont, top: float, color: str | Color
) -> float:
    """Write lines from the top on; return where the next would begin."""
    for line in lines:
        draw.text((MARGIN, top), line, font=font, fill=color)
        top += font.size * _LINE
    return top


def _title(title: str, width: int, height: int) -> tuple[FreeTypeFont, list[str]]:
    """Return the largest font in which a title has room, and its lines."""
    for size in _TITLE_SIZES:
        font = _font(size, _BOLD)
        lines = list(_wrapped(title.split(), font, width))
        fits = all(font.getlength(line) <= width for line in lines)
        if fits and len(lines) * size * _LINE <= height:
            return font, lines
    most = int(height / (size * _LINE))
    if len(lines) > most:
        lines = [*lines[: most - 1], f"{lines[most - 1]} …"]
    return font, [_cut(line, font, width) for line in lines]


def _wrapped(words: list[str], font: FreeTypeFont, width: int) -> Iterator[str]:
    """Yield words in lines, each as long as it may be; a long word is a line by itself."""
    line = ""
    for word in words:
        longer = f"{line} {word}".strip()
        if line and font.getlength(longer) > width:
            yield line
            line = word
        else:
            line = longer
    yield line


def _cut(line: str, font: FreeTypeFont, width: int) -> str:
    """Return a line cut where it is too long, with an ellipsis."""
    if font.getlength(line) <= width:
        return line
    while line and font.getlength(f"{line}…") > width:
        line = line[:-1]
    return f"{line.rstrip()}…"


def _names(names: tuple[str, ...], font: FreeTypeFont, width: int) -> list[str]:
    """Return the names in lines; where they are too many, how many others there are."""
    for shown in range(len(names), 0, -1):
        others = len(names) - shown
        text = ", ".join(name.replace(" ", "\N{NO-BREAK SPACE}") for name in names[:shown])
        if others:
            more = ngettext("and %(count)d other", "and %(count)d others", others)
            text = f"{text} {more}"
        lines = list(_wrapped(text.split(" "), font, width))
        if len(lines) <= _NAMES_LINES and all(font.getlength(line) <= width for line in lines):
            return lines
    return [_cut(names[0], font, width)] if names else []
