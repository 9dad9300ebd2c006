"""Removes e-mail addresses from texts: no page may show them."""

from __future__ import annotations

import html
import re

_HOST = r"[^\W_](?:[\w-]{0,80}[^\W_])?(?:\.[^\W_](?:[\w-]{0,80}[^\W_])?)+"
_NAME = r"(?:\{[^{}]{0,300}\}|[\w.+%'&=~!#/|,-]{0,300}[\w+%'&=~!#|-])"  # `{ann,bo}@…` too
_AT = r"(?:\\?[@＠﹫]|[(\[{]\s*at\s*[)\]}])"
_SOME_AT = re.compile(_AT, re.IGNORECASE)
_ADDRESSES = re.compile(rf"(?:mailto:)?{_NAME}\s*{_AT}\s*{_HOST}", re.IGNORECASE)
_EMPTY_BRACKETS = re.compile(r"\(\s*[;,]?\s*\)|\[\s*\]|<\s*>")


def without_addresses(text: str) -> tuple[str, bool]:
    """Return a text without e-mail addresses, and whether it held any."""
    if not _SOME_AT.search(text):
        return text, False
    found = _ADDRESSES.sub("", text)
    if found == text:
        return text, False
    return _EMPTY_BRACKETS.sub("", found), True


def removed(text: str) -> tuple[str, bool]:
    """Return a text without addresses, be they written in entities, and whether it held any."""
    found, had = without_addresses(text)
    decoded = html.unescape(found)
    if decoded == found or not without_addresses(decoded)[1]:
        return found, had
    return without_addresses(decoded)[0], True
