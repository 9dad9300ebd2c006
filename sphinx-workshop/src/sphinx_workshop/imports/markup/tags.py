"""Finds HTML's tags in a text, and makes a tree of them; `a < b` and `x<b>y` hold none."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, field

VOID = frozenset({"br", "hr", "img", "wbr"})
_MAY_STAY_OPEN = frozenset({"p", "li", "dt", "dd", "tr", "td", "th"})
BLOCKS = frozenset(
    ("p", "div", "ul", "ol", "dl", "table", "tr", "thead", "tbody", "section", "article",
     "blockquote", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "pre", "figure", "center", "dt", "dd",
     "header", "footer")
)  # fmt: skip
_INLINE = frozenset(
    ("a", "abbr", "b", "big", "cite", "code", "del", "dfn", "em", "font", "i", "ins", "kbd", "mark",
     "q", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "tt", "u", "var", "li",
     "td", "th", "html", "body", "script", "style", "title", "head", "caption", "figcaption")
)  # fmt: skip
_KNOWN = VOID | BLOCKS | _INLINE
_ATTRIBUTE = r"\s+[\w:-]+\s*=\s*(?:\"[^\"]*\"|'[^']*'|[^\s\"'<>`=]+)"
_TAG = re.compile(
    rf"<(?P<end>/?)(?P<name>[A-Za-z][A-Za-z0-9]*)(?P<more>(?:{_ATTRIBUTE})*)\s*/?>|<!--.*?-->",
    re.DOTALL,
)
_NAMED = re.compile(r"([\w:-]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'<>`=]+))")


@dataclass(slots=True)
class Element:
    """An element, with its texts and elements in order."""

    name: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: list[Element | str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Tag:
    start: int
    end: int
    name: str
    closes: bool
    attributes: dict[str, str]


def tree(text: str) -> Element | None:
    """Return the tree of a text, None where it holds no tag."""
    if "<" not in text:
        return None
    tags = _real(text, [*_tags(text)])
    if not tags:
        return None
    root = Element("")
    stack, done = [root], 0
    for tag in tags:
        if tag.start > done:
            stack[-1].children.append(text[done : tag.start])
        done = tag.end
        _place(stack, tag)
    stack[-1].children.append(text[done:])
    return root


def _place(stack: list[Element], tag: _Tag) -> None:
    if not tag.name:
        return  # a comment
    if tag.closes:
        names = [element.name for element in stack]
        if tag.name in names[1:]:
            del stack[len(names) - 1 - names[::-1].index(tag.name) :]
        return
    while stack[-1].name in _MAY_STAY_OPEN and _ends(tag.name, stack[-1].name):
        stack.pop()
    element = Element(tag.name, tag.attributes)
    stack[-1].children.append(element)
    if tag.name not in VOID and len(stack) < 40:
        stack.append(element)


def _ends(new: str, open_: str) -> bool:
    """Return whether an element ends the one that was left open before it."""
    if open_ == "p":
        return new in BLOCKS or new == "li"
    return new == open_ or {new, open_} <= {"td", "th"} or {new, open_} <= {"dt", "dd"}


def _tags(text: str) -> list[_Tag]:
    found = []
    for tag in _TAG.finditer(text):
        name = (tag["name"] or "").lower()
        if name and name not in _KNOWN:
            continue
        given = {
            key.lower(): html.unescape(next(filter(None, values), ""))
            for key, *values in _NAMED.findall(tag["more"] or "")
        }
        found.append(_Tag(tag.start(), tag.end(), name, bool(tag["end"]), given))
    return found


def _real(text: str, tags: list[_Tag]) -> list[_Tag]:
    """Return the tags that have a partner, or need none."""
    open_: dict[str, list[int]] = {}
    good = set()
    for index, tag in enumerate(tags):
        if not tag.name or tag.name in VOID:
            good.add(index)
        elif not tag.closes:
            open_.setdefault(tag.name, []).append(index)
        elif open_.get(tag.name):
            good |= {index, open_[tag.name].pop()}
    for name in _MAY_STAY_OPEN & open_.keys():
        # `x<p>y` compares; `<p>` at a line's begin, or after a sentence, begins a paragraph.
        good |= {n for n in open_[name] if not text[tags[n].start - 1 : tags[n].start].isalnum()}
    return [tag for index, tag in enumerate(tags) if index in good]
