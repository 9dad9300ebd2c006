"""A site with pages of speakers, organizers and dates, into which entries are imported."""

from __future__ import annotations

from typing import TYPE_CHECKING

from import_site import ImportSite

if TYPE_CHECKING:
    from pathlib import Path

SPEAKERS = """\
# Speakers

Those who speak.

:::{person} Dana Fox
:affiliation: East College
:roles: keynote
:also: D. Fox
:::

After them.
"""
ORGANIZERS = "# Organizers\r\n\r\nThey are these.\r\n"
DATES = """\
# Dates

:::{deadline} Submission deadline
:id: submission
:when: 2016-03-15 23:59 AoE
:::

:::{calendar}
:of: dates
:::
"""


PAGES = {
    "program/speakers": SPEAKERS,
    "about/organizers": ORGANIZERS,
    "call-for-papers/dates": DATES,
}


def site_with_pages(folder: Path) -> ImportSite:
    """Return a site that has the three pages."""
    site = ImportSite(folder)
    for name, text in PAGES.items():
        site.write(f"{name}.md", text)
    return site


def page(site: ImportSite, name: str) -> str:
    return site.read(f"{name}.md")
