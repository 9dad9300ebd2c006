"""Makes links of web addresses, and of words with an address."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ...core import fields
from .pieces import Form

if TYPE_CHECKING:
    from .pieces import Pieces

# Not those that Markdown makes links of: `<https://…>`, `[words](https://…)`.
_BARE = re.compile(r"(?<![\w/<])(?<!\]\()https?://[^\s<>\"`\\^{}|]+", re.IGNORECASE)
_AT_END = ".,;:!?'*_~”’)]"
_PAIRS = {")": "(", "]": "["}


def web_address(text: str) -> str:
    """Return an address as a page may have it, empty where it is none of the web."""
    text = re.sub(r"\s", "%20", text.strip())
    if text.lower().startswith("www."):
        text = f"https://{text}"
    try:
        found = fields.url(text)
    except ValueError:
        return ""
    return "" if re.search(r"[<>\"`\\^{}|\x00-\x20\x7f]", found) else found


def link(address: str, words: str, pieces: Pieces) -> str:
    """Return words that lead to an address; without words, the address itself."""
    typed = pieces.shown(address).strip()
    target = web_address(typed)
    if not target:
        return f"{words} ({typed})" if words.strip() and typed else words or typed
    if not words.strip() or pieces.shown(words).strip() == typed:
        return bare(typed, target, pieces)
    before = pieces.add(Form.MARK, "[", "")
    behind = pieces.add(Form.MARK, f"]({_quoted(target)})", "")
    return f"{before}{words.strip()}{behind}"


def bare(typed: str, target: str, pieces: Pieces) -> str:
    """Return an address that is a link to itself."""
    if typed == target and re.fullmatch(r"https?://[!-~\w]+", typed) and "@" not in typed:
        return pieces.add(Form.INLINE, f"<{typed}>", typed)
    return pieces.add(Form.INLINE, f"[{_escaped(typed)}]({_quoted(target)})", typed)


def _quoted(target: str) -> str:
    return f"<{target}>" if re.search(r"[()]", target) else target


def _escaped(text: str) -> str:
    return re.sub(r"([\\`*_\[\]<>$&~])", r"\\\1", text)


def linked(text: str, pieces: Pieces) -> str:
    """Return a text with its bare addresses made links."""
    if "://" not in text:
        return text

    def address(found: re.Match[str]) -> str:
        whole = typed = found[0]
        while typed and typed[-1] in _AT_END:
            opening = _PAIRS.get(typed[-1])
            if opening and typed.count(opening) >= typed.count(typed[-1]):
                break
            typed = typed[:-1]
        shown = pieces.shown(typed)
        target = web_address(shown)
        return bare(shown, target, pieces) + whole[len(typed) :] if target else whole

    return _BARE.sub(address, text)
