"""Shows that purging changes nothing that is seen: pictures of each page with and without it.

    make compare                    builds the site twice, compares, and names every difference

Every kind of page is looked at in both modes and three widths, as it comes and with all open that
can be opened, on paper and without scripts. Pictures are compared pixel by pixel. Those that differ
are kept in _build/compare, and the exit status says so.
"""

from __future__ import annotations

import base64
import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urlsplit

from playwright.sync_api import sync_playwright

import conf
from install_browser import find_headless
from real_site import ROOT, run_sphinx
from screenshots import MODES, WIDTHS, State, context, pages, picture, states, visit
from serving import served
from visits import OPTIONS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from playwright.sync_api import Browser, Page

FOLDER = ROOT / "_build" / "compare"
ATTEMPTS = 3

_COUNT = """async (pictures) => {
  const [one, other] = await Promise.all(pictures.map(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
    const image = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
    const canvas = new OffscreenCanvas(image.width, image.height).getContext("2d");
    canvas.drawImage(image, 0, 0);
    return canvas.getImageData(0, 0, image.width, image.height);
  }));
  if (one.width !== other.width || one.height !== other.height) return -1;
  const a = new Uint32Array(one.data.buffer), b = new Uint32Array(other.data.buffer);
  return a.reduce((sum, pixel, n) => sum + (pixel !== b[n]), 0);
}"""


class Shown(NamedTuple):
    """A picture of both builds, and what it shows."""

    what: str
    purged: bytes
    whole: bytes


class Looker:
    """A reader who looks at the same page of two sites."""

    def __init__(self, browser: Browser, sites: tuple[str, str], mode: str, width: int) -> None:
        self.sites, self.where = sites, f"{mode}, {width} px"
        self.reader = context(browser, mode, width).new_page()
        self.plain = context(browser, mode, width, scripts=False).new_page()

    def look(self, name: str, opened: Iterable[State]) -> Iterator[Shown]:
        """Yield what a page looks like: as it comes, on paper, without scripts, in some states."""
        yield from self._shown(name, "as it comes", self._visited)
        yield from self._shown(name, "on paper", self._printed)
        yield from self._shown(name, "without scripts", self._unscripted)
        for state in opened:
            yield from self._shown(name, state.name, partial(self._opened, state), full=False)

    def close(self) -> None:
        """Close all."""
        self.reader.context.close()
        self.plain.context.close()

    def _shown(
        self, name: str, what: str, come: Callable[[str], Page | None], *, full: bool = True
    ) -> Iterator[Shown]:
        """Yield the pictures of a page of both sites, unless none of them can look so.

        Where they differ, both are looked at again, until one looks as the other has looked.
        """
        seen: tuple[set[bytes], set[bytes]] = (set(), set())
        for _ in range(ATTEMPTS):
            pictures = [self._taken(come(site + name), full=full) for site in self.sites]
            for taken, now in zip(seen, pictures, strict=True):
                taken.add(now)
            if same := seen[0] & seen[1]:
                pictures = [same.pop()] * 2
                break
        if any(pictures):
            yield Shown(f"{name}, {self.where}, {what}", *pictures)

    def _taken(self, page: Page | None, *, full: bool) -> bytes:
        if page is None:
            return b""
        return picture(page, full=full)

    def _visited(self, address: str) -> Page:
        self.reader.emulate_media(media="null")
        visit(self.reader, address)
        return self.reader

    def _printed(self, address: str) -> Page:
        page = self._visited(address)
        page.emulate_media(media="print")
        return page

    def _unscripted(self, address: str) -> Page:
        self.plain.goto(address)
        return self.plain

    def _opened(self, state: State, address: str) -> Page | None:
        page = self._visited(address)
        return page if state.open(page) else None


def shown(browser: Browser, sites: tuple[str, str], names: list[str]) -> Iterator[Shown]:
    """Yield the pictures of pages of two sites; all is opened on one page of each folder."""
    opening = set({name.rpartition("/")[0]: name for name in reversed(names)}.values())
    for mode in MODES:
        for width in WIDTHS:
            looker = Looker(browser, sites, mode, width)
            for name in names:
                yield from looker.look(name, states() if name in opening else ())
            looker.close()


def differences(browser: Browser, found: Iterable[Shown]) -> Iterator[tuple[Shown, int]]:
    """Yield the pictures that differ, with the number of pixels; -1 stands for another size."""
    page = browser.new_page()
    for one in found:
        if one.purged != one.whole:
            pair = [base64.b64encode(image).decode() for image in (one.purged, one.whole)]
            if count := page.evaluate(_COUNT, pair) if all(pair) else -1:
                yield one, count
    page.close()


def main() -> int:
    """Build, compare, tell."""
    purged = run_sphinx(ROOT, FOLDER / "purged")
    whole = run_sphinx(ROOT, FOLDER / "whole", "-D", "workshop_assets=0")
    names = list(sys.argv[1:] or pages(whole))
    looked: list[str] = []

    def noted(found: Iterable[Shown]) -> Iterator[Shown]:
        for one in found:
            looked.append(one.what)
            yield one

    # The page for lost readers asks for everything by its whole path.
    folder = urlsplit(conf.html_baseurl).path.strip("/")
    with (
        served(**{folder: purged}) as one_address,
        served(**{folder: whole}) as other_address,
        sync_playwright() as playwright,
    ):
        browser = playwright.chromium.launch(executable_path=find_headless(), args=OPTIONS)
        sites = (f"{one_address}/{folder}/", f"{other_address}/{folder}/")
        different = 0
        for one, pixels in differences(browser, noted(shown(browser, sites, names))):
            different += 1
            print(f"{one.what}: {pixels if pixels >= 0 else 'size or state differs'}", flush=True)
            for suffix, image in (("purged", one.purged), ("whole", one.whole)):
                Path(FOLDER, f"{different}-{suffix}.png").write_bytes(image)
        browser.close()
    print(f"{len(looked)} pictures of {len(names)} pages; {different} differ")
    return int(different > 0)


if __name__ == "__main__":
    sys.exit(main())
