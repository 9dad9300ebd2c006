"""Checks the Content Security Policy of pages, where they have one."""

from __future__ import annotations

import base64
import hashlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bs4 import Tag

    from .built_site import BuiltSite

_META = "meta[http-equiv=Content-Security-Policy]"


def policies(page: Tag) -> dict[str, list[str]]:
    """Return the directives of a page's one policy, each with what it allows."""
    (tag,) = page.select(_META)
    directives = [directive.split() for directive in str(tag["content"]).split(";")]
    return {name: sources for name, *sources in directives}


def inline(site: BuiltSite, path: str) -> Iterator[str]:
    """A page that has a policy has one, which allows its inline scripts and styles."""
    page = site.page(path)
    found = len(page.select(_META))
    if found == 0:
        if site.has_policies:
            yield "this page has no Content Security Policy, and others have one"
        return
    if found > 1:
        yield f"there are {found} Content Security Policies, and there must be one"
        return
    allowed = policies(page)
    for name, tag in (("script-src", "script"), ("style-src", "style")):
        for node in page.find_all(tag):
            if node.has_attr("src") or node.get("type") == "application/ld+json":
                continue
            if digest(node.get_text()) not in allowed.get(name, []):
                yield f"the policy forbids an inline {node.name}: {node.get_text()[:40]!r}"
    if any(page.find(None, {name: True}) for name in ("onclick", "onload", "onerror")):
        yield "an element holds a script as an attribute"


def digest(text: str) -> str:
    """Return the source expression that allows an inline script or style."""
    value = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
    return f"'sha256-{value}'"
