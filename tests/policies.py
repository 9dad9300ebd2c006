"""Reads the Content Security Policy of a page."""

from __future__ import annotations

from bs4 import BeautifulSoup


def policies(page: str) -> dict[str, list[str]]:
    """Return the directives of a page's one policy, each with what it allows."""
    (tag,) = BeautifulSoup(page, "html.parser").select("meta[http-equiv=Content-Security-Policy]")
    directives = [directive.split() for directive in str(tag["content"]).split(";")]
    return {name: sources for name, *sources in directives}
