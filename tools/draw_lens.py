"""Draw the site's art (hero masks, logo, favicon, social image) by tracing light past a mass.

Galaxies are mapped, isophote by isophote, by the lens equation of a singular isothermal sphere:
light from polar radius b arrives at b + E on the same side and, where b < E, at E - b on the
other, E being the Einstein radius. Lensing keeps surface brightness; so do we.

    python tools/draw_lens.py            writes the SVG files, always the same bytes
    python tools/draw_lens.py --render   also social.png, card.png and the cover, with Chromium
"""

import cmath
import html
import runpy
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from datetime import date
from math import cos, log, pi, sin, tau
from pathlib import Path
from random import Random

ROOT = Path(__file__).resolve().parent.parent
STATIC, BOOKLET = ROOT / "_static", ROOT / "booklet"
WIDTH, HEIGHT, LENS = 1600, 720, 1152 + 360j
SCALE = 2  # half a pixel is not seen; tenths would make the drawing half as heavy again
EINSTEIN = 205  # pixels, for a typical source: nearer ones are bent less, farther ones more
DAY, NIGHT = ("#1D4ED8", "#9A5B00"), ("#8FB4FF", "#F2B65A")  # accent, companion


@dataclass(frozen=True, slots=True)
class Galaxy:
    """An ellipse of light; positions are complex numbers with the lens at the origin."""

    centre: complex
    radius: float
    ratio: float = 1
    angle: float = 0
    light: float = 1
    pull: float = EINSTEIN
    scale: int = SCALE  # units a pixel in which outlines are written

    def trace(self, t: float, share: float, pull: float) -> tuple[complex, complex]:
        """Return the image of point `t` of an isophote, and its slope."""
        axis = cmath.rect(share * self.radius, self.angle)
        beta = self.centre + axis * complex(cos(t), self.ratio * sin(t))
        speed = axis * complex(-sin(t), self.ratio * cos(t))
        bend = pull * beta / abs(beta)
        slope = speed + 1j * bend * (speed / beta).imag
        return self.scale * (beta + bend), self.scale * slope

    def cubics(self, start: float, stop: float, share: float, pull: float) -> list[complex]:
        """Return Hermite cubics, three points each, halved until they follow the image."""
        middle, third = (start + stop) / 2, (stop - start) / 3
        (p, dp), (m, _), (q, dq) = (self.trace(t, share, pull) for t in (start, middle, stop))
        if abs((p + q) / 2 + (dp - dq) * third * 3 / 8 - m) < max(1.2, self.scale / 4):
            return [p + dp * third, q - dq * third, q]
        return self.cubics(start, middle, share, pull) + self.cubics(middle, stop, share, pull)

    def outline(self, share: float = 1) -> str:
        """Return the images of an isophote as path data, to be filled by evenodd."""
        data = ""
        doubled = abs(self.centre) + self.radius < self.pull  # else the second is a sliver at most
        for pull in (self.pull, -self.pull) if doubled else (self.pull,):
            path = [complex(round(z.real), round(z.imag)) for z in self.cubics(0, tau, share, pull)]
            pen, handle = path[-1], 0j
            data += "M" + joined(pen)
            for a, b, end in zip(path[::3], path[1::3], path[2::3], strict=True):
                smooth = handle and abs(a - pen - handle) < 2  # the reflected handle will do
                data += ("s" if smooth else f"c{joined(a - pen)} ") + joined(b - pen, end - pen)
                pen, handle = end, end - b
        return data.replace(" -", "-")


def joined(*points: complex) -> str:
    """Write coordinates as SVG does."""
    return " ".join(f"{v:.0f}" for z in points for v in (z.real, z.imag))


def sky() -> list[Galaxy]:
    """Return the ring and its knots, a group right behind the lens, and a wide random field."""
    random = Random(20220722)
    sources = [Galaxy(1.5 - 2j, 8.5, 0.5, 0.6), Galaxy(5 - 5j, 3, 0.6), Galaxy(-4 + 1j, 1.8, 0.6)]
    plan = [(-12 + 11j, 8.0, [1.2]), (7 - 5j, 6, [0.62]), (6 + 10j, 5, [0.8]), (-24 - 9j, 8, [1.1])]
    for k in range(24):  # along a sunflower spiral: dense, yet nowhere crowded
        z = cmath.rect(10 + 95 * (k / 24) ** 1.5, 2.4 * k + random.uniform(-0.4, 0.4))
        plan.append((z, random.uniform(2, 5.5), [0.55, 0.75, 0.9, 1.12, 1.3, 1.3]))
    for _ in range(220):
        z = complex(random.uniform(-1100, 430), random.uniform(-340, 340))
        plan.append((z, 1.3 + 4 * random.random() ** 2.5, [0.35, 0.6, 0.8, 1]))
    for z, radius, pulls in plan:
        ratio, angle, light = (random.uniform(*span) for span in ((0.3, 0.8), (0, pi), (0.5, 1)))
        sources.append(Galaxy(z, radius, ratio, angle, light, EINSTEIN * random.choice(pulls)))
    return sources


def arcs() -> str:
    """Return the mask of the lensed light, fainter towards the left, where text stands."""
    body = f'<g transform="translate({joined(LENS)})scale({1 / SCALE})" fill-rule="evenodd">'
    for galaxy in sky():
        stretch = 1 + galaxy.pull / abs(galaxy.centre)
        image = LENS + galaxy.centre * stretch
        if 0 < image.real < WIDTH and 0 < image.imag < HEIGHT:
            light = galaxy.light * (0.56 - 0.44 * cos(pi * min(1, max(0, image.real / 480 - 0.9))))
            n = max(1, min(5, round(1.1 * log(galaxy.radius * stretch))))
            for k in range(1, n + 1):  # isophotes, from wide and faint to small and bright
                outline, opacity = galaxy.outline((n - k + 0.8) / n), 0.8 * light * (k / n) ** 1.5
                body += f'\n<path opacity=".{100 * opacity:02.0f}" d="{outline}"/>'
    return svg(body + "</g>")


def mass() -> str:
    """Return the mask of the lens, a cluster of galaxies, each a soft glow and a crisp core."""
    stops = (f'<stop offset="{k * k}%" stop-opacity="{(1 - k / 10) ** 2:.2f}"/>' for k in range(11))
    body = f'<radialGradient id="g">{"".join(stops)}</radialGradient>'
    for k in range(13):
        z, radius = LENS + cmath.rect(66 * k**0.66, 0.7 + 2.4 * k), 33 - k if k else 115
        turn, ratio, core = (77 * k - 30) % 180, 0.8 - 0.06 * (k % 5), 0.35 * radius**0.6
        body += f'\n<g transform="translate({joined(z)})rotate({turn})scale(1 {ratio:.2f})">'
        body += f'<circle r="{radius}" fill="url(#g)" opacity=".75"/><circle r="{core:.1f}"/></g>'
    return svg(body)


def mark(accent: str, companion: str, style: str = "") -> str:
    """Return the mark: a mass, and the two images of one round source behind it."""
    images = Galaxy(20.5 - 20.5j, 28.5, pull=158, scale=10).outline()
    images = f'<path fill="{accent}" transform="translate(18.6 21.4)scale(.01)" d="{images}"/>'
    return svg(f'{style}{images}<circle fill="{companion}" cx="18.6" cy="21.4" r="5.3"/>', 40, 40)


def svg(body: str, width: int = WIDTH, height: int = HEIGHT) -> str:
    """Return an SVG file; of a mask, only the opacity counts."""
    size = f'width="{width}" height="{height}" viewBox="0 0 {width} {height}"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size}>{body}</svg>\n'


def facts() -> dict[str, str]:
    """Return what the pictures say, from conf.py."""
    workshop = runpy.run_path(str(STATIC.parent / "conf.py"))["workshop"]
    day = date.fromisoformat(workshop["start"])
    return {
        "name": workshop["name"],
        "conference": workshop["conference"],
        "day": f"{day.day} {day:%B %Y}",
        "place": workshop["place"] + (", and online" if workshop["online_url"] else ""),
    }


def cover(accent: str, companion: str) -> str:
    """Return the art of a cover on paper: a tall window on the sky, whose upper part is empty."""
    lens = mass().replace("<stop ", f'<stop stop-color="{companion}" ')
    body = f'<g fill="{accent}">{arcs()}</g><g fill="{companion}">{lens}</g>'
    size = 'width="148mm" height="210mm" viewBox="700 -440 760 1078"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size}>{body}</svg>\n'


def render(template: Path, picture: Path, size: str, kind: str = "") -> None:
    """Render a picture of a size: a page with the art and the facts put in."""
    text = template.read_text(encoding="utf-8")
    for name, fact in (facts() | {"kind": kind}).items():
        text = text.replace(f"{{{name}}}", html.escape(fact))
    flags = "--headless --no-sandbox --disable-gpu --hide-scrollbars --no-first-run --disable-sync"
    flags += f" --disable-background-networking --disable-component-update --window-size={size}"
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder, template.name)
        page.write_text(text.replace("{art}", arcs() + mass()), encoding="utf-8")
        options = [*flags.split(), f"--user-data-dir={folder}", f"--screenshot={picture}"]
        subprocess.run(["chromium", *options, page.as_uri()], check=True, capture_output=True)


if __name__ == "__main__":
    style = "<style>@media(prefers-color-scheme:dark){path{fill:LIGHT}circle{fill:MASS}}</style>"
    style = style.replace("LIGHT", NIGHT[0]).replace("MASS", NIGHT[1])
    files = {"lens-arcs": arcs(), "lens-mass": mass(), "favicon": mark(*DAY, style)}
    for name, text in (files | {"logo-light": mark(*DAY), "logo-dark": mark(*NIGHT)}).items():
        (STATIC / f"{name}.svg").write_text(text, encoding="utf-8", newline="\n")
    (BOOKLET / "cover.svg").write_text(cover(*DAY), encoding="utf-8", newline="\n")
    if "--render" in sys.argv:
        render(Path(__file__).with_name("social.html"), STATIC / "social.png", "1200,630")
        render(Path(__file__).with_name("social.html"), STATIC / "card.png", "1200,630", "card")
        render(BOOKLET / "cover.html", BOOKLET / "ebook" / "cover.jpg", "1200,1800")
