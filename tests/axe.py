"""Asks axe-core what is wrong with a page as it stands in the browser."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import AbstractContextManager
from pathlib import Path

from axe_playwright_python.base import AXE_FILE_PATH
from playwright.sync_api import Page

from serving import served
from thorough import THOROUGH
from visits import look

AXE = f"/axe-core/{AXE_FILE_PATH.name}"
"""Where `serve` has axe-core, so that a browser loads it from its memory, and compiles it once."""

_RUN = """async ([script, only, without, within, most]) => {
  // Not by a script element or as a text: the page's policy would forbid the one, and the other
  // would be compiled for each page.
  if (!window.axe) await import(script);
  // What is half under the header that stays would be a target too small.
  scrollTo({ top: 0, behavior: "instant" });
  // Texts of one look have the same color and font, on the same path of elements and grounds.
  const met = {};
  const mark = (it, above) => {
    const { display, visibility, color, font, opacity, background } = getComputedStyle(it);
    if (display === "none") return;
    const path = `${above} ${it.tagName}.${it.getAttribute("class")} ${background} ${opacity}`;
    const written = [...it.childNodes].some((one) => one.nodeType === 3 && one.data.trim());
    if (written && visibility === "visible") {
      const look = `${path} ${color} ${font}`;
      met[look] = (met[look] ?? 0) + 1;
      it.toggleAttribute("data-asked", met[look] <= most);
    }
    for (const one of it.children) mark(one, path);
  };
  if (most) mark(document.documentElement, "");
  axe.configure({ rules: [{ id: "color-contrast", selector: most ? "[data-asked]" : "*" }] });
  const levels = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"];
  const rules = axe
    .getRules([...levels, "best-practice"])
    .filter(({ tags }) => !tags.includes("deprecated") && !tags.includes(without))
    .filter(({ tags }) => !only || tags.includes(only))
    // It lists what is hidden, and judges nothing; the tests open what can be opened.
    .filter(({ ruleId }) => ruleId !== "hidden-content")
    .map(({ ruleId }) => ruleId);
  const found = await axe.run(within ?? document, {
    runOnly: { type: "rule", values: rules },
    // To read the stylesheets a second time, it would do what the policy of a page forbids.
    preload: false,
    // It would describe each element that passes, too.
    resultTypes: ["violations"],
  });
  return found.violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target }) => `${id} (${help}): ${target.join(" ")}`));
}"""


_MOST = 3
"""The number of texts of one look whose contrast is asked about; once a week, it is that of all."""

COLOR = "cat.color"
"""The rules that a mode's colors can break."""

MODES = {"dark": None if THOROUGH else COLOR, "light": None}
"""The modes, with the rules that each is asked.

Rules that are not about colors do not depend on the mode: `make test-a11y` asks them in both.
"""


def serve(sites: Mapping[str, Path]) -> AbstractContextManager[str]:
    """Serve sites, each in a folder of its name, and axe-core; see `serving.served`."""
    return served(**{"axe-core": AXE_FILE_PATH.parent}, **sites)


def violations(
    page: Page, only: str | None = None, within: str | None = None, without: str | None = None
) -> list[str]:
    """Return every violation of WCAG 2.2 A and AA, and of best practice, with its element.

    Args:
        page: the page, as it stands.
        only: the tag of the rules that are asked, if not all are.
        within: a selector of what is asked about, if not all of the page is.
        without: the tag of the rules that are not asked.
    """
    most = None if THOROUGH else _MOST
    found: list[str] = page.evaluate(_RUN, [AXE, only, without, within, most])
    return found


def violations_in_both_modes(page: Page, within: str | None = None) -> list[str]:
    """Return those of a page in each mode; it is left as it is in light mode."""
    found = []
    for mode, rules in MODES.items():
        look(page, color_scheme=mode, reduced_motion="reduce")
        found += violations(page, rules, within)
    return found
