"""Drives the Firefox that is installed, by the protocol that it has built in."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from axe_playwright_python.base import AXE_SCRIPT
from marionette_driver import By, Wait, keys
from marionette_driver.errors import NoSuchElementException, StaleElementException
from marionette_driver.marionette import Marionette

# Seconds until a state that was waited for counts as missed; the socket waits for 360.
PATIENCE = 300

# What Firefox would ask its makers for, and what it would tell them.
QUIET = {
    "app.normandy.enabled": False,
    "app.update.disabledForTesting": True,
    "browser.safebrowsing.downloads.remote.enabled": False,
    "datareporting.policy.dataSubmissionEnabled": False,
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
    "services.settings.server": "data:,#remote-settings-dummy/v1",
}

# The page is there, its scripts have added what they add to such a page, and nothing more for a
# while. A script of ours that imported the page's modules would get, and start, others of its own.
_READY = """
const [done] = arguments;
const added = {
  ".workshop-bibtex": ".workshop-links button",
  ".workshop-controls": ".workshop-bar",
  ".workshop-stage": ".workshop-stage:not(:empty)",
  "article time[datetime*=T]": ".workshop-zone",
  "[data-object^='paper:']": ".workshop-star",
};
const one = (selector) => document.querySelector(selector);
const complete = () => document.readyState === "complete"
  && Object.entries(added).every(([what, addition]) => !one(what) || one(addition));
let before = -1, still = 0;
const look = () => {
  const count = document.getElementsByTagName("*").length;
  still = complete() && count === before ? still + 1 : 0;
  before = count;
  if (still > 3) done(true);
  else setTimeout(look, 50);
};
look();
"""

# The errors that the console shows: of scripts, of policies, of what could not be loaded.
_ERRORS = """
const [address] = arguments;
return Services.console.getMessageArray()
  .filter((said) => said instanceof Ci.nsIScriptError)
  .filter(({ flags }) => !(flags & Ci.nsIScriptError.warningFlag))
  .filter(({ category, sourceName, errorMessage }) =>
    category.startsWith("CSP") || `${sourceName} ${errorMessage}`.includes(address))
  .map(({ category, errorMessage }) => `${category}: ${errorMessage}`);
"""

_AXE = """
const [done] = arguments;
const rules = { "target-size": { enabled: true } };
axe.run({ preload: false, resultTypes: ["violations"], rules })
  .then(({ violations }) => done(violations.map(({ id, nodes }) => `${id}: ${nodes[0].target}`)));
"""


class Firefox:
    """A window of Firefox on a site; paths are relative to the site's root."""

    def __init__(self, driver: Any, address: str) -> None:
        self.driver, self.address = driver, address

    def go(self, path: str) -> None:
        """Open a page."""
        self.driver.navigate(self.address + path)

    def ready(self) -> None:
        """Wait until the page's scripts have done what they do at first."""
        self.driver.execute_async_script(_READY, sandbox=None)

    @property
    def path(self) -> str:
        """Where the window is."""
        return str(self.driver.get_url()).removeprefix(self.address)

    def all(self, selector: str) -> list[Any]:
        """Return the elements of a selector that are shown."""
        found = self.driver.find_elements(By.CSS_SELECTOR, selector)
        return [element for element in found if element.is_displayed()]

    def one(self, selector: str) -> Any:
        """Wait for the first element of a selector that is shown, and return it."""
        self.until(lambda: bool(self.all(selector)))
        return self.all(selector)[0]

    def link(self, words: str, within: str = "main") -> Any:
        """Return the first link of these words."""
        return next(it for it in self.all(f"{within} a") if it.text.strip() == words)

    def press(self, name: str) -> None:
        """Press a key by its name, like TAB."""
        self.driver.actions.sequence("key", "keyboard").send_keys(
            getattr(keys.Keys, name)
        ).perform()

    def until(self, holds: Callable[[], bool]) -> None:
        """Wait until something holds."""
        ignored = (NoSuchElementException, StaleElementException)
        Wait(self.driver, timeout=PATIENCE, ignored_exceptions=ignored).until(lambda _: holds())

    def evaluate(self, script: str) -> Any:
        """Return what a script of the page's own returns."""
        return self.driver.execute_script(script, sandbox=None)

    def violations(self) -> list[str]:
        """Return what axe-core finds wrong with the page."""
        self.driver.execute_script(AXE_SCRIPT, sandbox="axe", new_sandbox=True)
        found: list[str] = self.driver.execute_async_script(_AXE, sandbox="axe", new_sandbox=False)
        return found

    def errors(self) -> list[str]:
        """Return the errors of this site that the console has shown."""
        with self.driver.using_context("chrome"):
            found: list[str] = self.driver.execute_script(_ERRORS, [self.address])
            return found

    def forget_errors(self) -> None:
        """Empty the console."""
        with self.driver.using_context("chrome"):
            self.driver.execute_script("Services.console.reset();")


@contextmanager
def firefox(browser: Path, folder: Path, address: str) -> Iterator[Firefox]:
    """Start Firefox with an empty profile, and end it.

    Args:
        browser: its path.
        folder: where its profile and its log go.
        address: the site's, ending in a slash.
    """
    driver = Marionette(
        port=0,
        bin=str(browser),
        headless=True,
        prefs=QUIET,
        gecko_log=str(folder / "firefox.log"),
        workspace=str(folder),
    )
    try:
        driver.start_session()
        driver.timeout.script = PATIENCE
        yield Firefox(driver, address)
    finally:
        driver.quit(in_app=False)
        driver.cleanup()
