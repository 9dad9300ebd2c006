"""Checks a built site: what its pages and its exports say must agree, whatever they say.

It reads only what was built: pages, `objects.inv`, calendars, JSON, XML, BibTeX and RIS. It knows
no address of a site; it finds pages and files by the inventory, by links and by exports' names.
What fields a paper has, and what pages and exports call them, `core.field_table` says.

    sphinx-workshop check FOLDER [--addresses LIST]

Each module holds the checks of one subject; `checks.py` lists them all.
"""

from __future__ import annotations

from . import addresses
from .checks import findings
from .finding import Finding

__all__ = ["Finding", "addresses", "findings"]
