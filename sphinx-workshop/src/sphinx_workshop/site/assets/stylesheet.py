"""A stylesheet as a tree: read by tinycss2, rid of what no page can use, written without spaces.

A rule stays if every class, id and tag of one of its selectors is known; what stands within
`:not(…)`, `:is(…)` or brackets is not asked about, so that nothing is lost by a doubt.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Any

from ...core.extras import MissingExtraError

try:
    import tinycss2
    from tinycss2 import ast
except ModuleNotFoundError:
    raise MissingExtraError("tinycss2", "assets") from None

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from .pages import Words

# At-rules whose body is rules; the body of others is declarations.
_GROUPS = frozenset({"container", "layer", "media", "scope", "starting-style", "supports"})

# A scheme (`data:`), another host, a part of the page.
_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|//|#")


class UnreadableStylesheetError(ValueError):
    """A stylesheet that cannot be read; it is not published by halves."""


@dataclass(frozen=True, slots=True)
class Declaration:
    """A property and its value, as tokens."""

    name: str
    value: tuple[Any, ...]
    important: bool = False

    def __str__(self) -> str:
        """Return the declaration as it is published."""
        return f"{self.name}:{_text(self.value)}{'!important' * self.important}"

    @property
    def words(self) -> list[str]:
        """The names and strings in the value."""
        kinds = (ast.IdentToken, ast.StringToken)
        return [token.value for token in _tokens(self.value) if isinstance(token, kinds)]

    @property
    def strings(self) -> list[str]:
        """The strings in the value."""
        return [t.value for t in _tokens(self.value) if isinstance(t, ast.StringToken)]


@dataclass(frozen=True, slots=True)
class Rule:
    """What stands before a block, and in it; a statement such as `@import` has no block."""

    head: str
    body: tuple[Rule | Declaration, ...] | None

    def __str__(self) -> str:
        """Return the rule as it is published."""
        if self.body is None:
            return f"{self.head};"
        # The last of the declarations needs no semicolon.
        parts = (f"{item};" if isinstance(item, Declaration) else str(item) for item in self.body)
        return f"{self.head}{{{''.join(parts).removesuffix(';')}}}"


def read(css: str, known: Words | None = None) -> list[Rule]:
    """Return the rules of a stylesheet that pages with the known words can use, or all of them."""
    nodes = tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True)
    return list(_rules(nodes, known))


def notices(css: str) -> list[str]:
    """Return the comments that must be kept: `/*! … */` holds a license."""
    return re.findall(r"/\*!.*?\*/", css, re.DOTALL)


def declarations(rules: Iterable[Rule | Declaration]) -> Iterator[Declaration]:
    """Yield all declarations, at any depth."""
    for item in rules:
        if isinstance(item, Declaration):
            yield item
        else:
            yield from declarations(item.body or ())


def addresses(rules: Iterable[Rule]) -> list[str]:
    """Return the files that rules ask for; addresses that begin with a scheme are left out."""
    return [token.value for token in _addresses(rules)]


def readdressed(rules: list[Rule], how: Callable[[str], str]) -> list[Rule]:
    """Let rules ask for files by other addresses."""
    for token in _addresses(rules):
        token.value = how(token.value)
        quoted = f'"{token.value}"'
        token.representation = f"url({quoted})" if token.type == "url" else quoted
    return rules


def without_unused(rules: Sequence[Rule]) -> list[Rule]:
    """Leave out the variables, animations and fonts that no declaration uses.

    A variable may be used only by another one that is not used, so this goes on until nothing
    changes.
    """
    kept = list(rules)
    while True:
        values = [item.words for item in declarations(r for r in kept if not _is_font(r))]
        names = {word for words in values for word in words}
        fonts = {" ".join(words) for words in values}
        fewer = [rule for rule in (_used(rule, names, fonts) for rule in kept) if rule]
        if fewer == kept:
            return kept
        kept = fewer


def _rules(nodes: Iterable[Any], known: Words | None) -> Iterator[Rule]:
    for node in nodes:
        match node:
            case ast.QualifiedRule():
                selectors = [s for s in _split(node.prelude) if known is None or _fits(s, known)]
                if selectors and (body := tuple(_body(node.content, known))):
                    yield Rule(",".join(_selector(selector) for selector in selectors), body)
            case ast.AtRule():
                yield from _at_rule(node, known)
            case ast.ParseError():
                raise UnreadableStylesheetError(f"line {node.source_line}: {node.message}")


def _at_rule(node: ast.AtRule, known: Words | None) -> Iterator[Rule]:
    head = f"@{node.at_keyword} {_text(node.prelude)}".strip()
    if node.content is None:
        yield Rule(head, None)
    elif node.lower_at_keyword in _GROUPS:
        inner = tinycss2.parse_rule_list(node.content, skip_comments=True, skip_whitespace=True)
        if body := tuple(_rules(inner, known)):
            yield Rule(head, body)
    else:
        yield Rule(head, tuple(_body(node.content, None)))


def _body(content: list[Any], known: Words | None) -> Iterator[Rule | Declaration]:
    nodes = tinycss2.parse_blocks_contents(content, skip_comments=True, skip_whitespace=True)
    for node in nodes:
        if isinstance(node, ast.Declaration):
            yield Declaration(node.name, tuple(node.value), node.important)
        else:
            yield from _rules([node], known)


def _addresses(rules: Iterable[Rule]) -> Iterator[Any]:
    """Yield the tokens that hold addresses: `url(name)` is one, `url("name")` holds one."""
    for item in declarations(rules):
        for token in _tokens(item.value):
            is_call = isinstance(token, ast.FunctionBlock) and token.lower_name == "url"
            for found in token.arguments if is_call else [token]:
                kinds = ast.StringToken if is_call else ast.URLToken
                if isinstance(found, kinds) and not _ELSEWHERE.match(found.value):
                    yield found


def _split(prelude: list[Any]) -> Iterator[list[Any]]:
    """Yield the selectors of a list."""
    for is_comma, part in groupby(prelude, key=lambda token: bool(token == ",")):
        if not is_comma:
            yield list(part)


def _fits(selector: list[Any], known: Words) -> bool:
    """Return whether pages may hold what a selector names."""
    before = None
    for token in selector:
        if isinstance(token, ast.HashToken) and token.value not in known.ids:
            return False
        among = known.classes if before == "." else known.tags
        if isinstance(token, ast.IdentToken) and before != ":" and token.value not in among:
            return False
        before = token
    return True


def _used(rule: Rule, names: set[str], fonts: set[str]) -> Rule | None:
    """Return what is left of a rule, if anything."""
    if rule.body is None:
        return rule
    if rule.head.startswith("@keyframes ") and rule.head.split()[1] not in names:
        return None
    if _is_font(rule):
        family = next(" ".join(d.words) for d in declarations([rule]) if d.name == "font-family")
        return rule if any(family in font for font in fonts) else None
    body = tuple(
        left
        for item in rule.body
        for left in [_used(item, names, fonts) if isinstance(item, Rule) else item]
        if left and not (isinstance(left, Declaration) and _is_idle(left, names))
    )
    return Rule(rule.head, body) if body else None


def _is_idle(item: Declaration, names: set[str]) -> bool:
    return item.name.startswith("--") and item.name not in names


def _is_font(rule: Rule) -> bool:
    return rule.head == "@font-face"


def _tokens(nodes: Iterable[Any]) -> Iterator[Any]:
    """Yield the tokens of a value, at any depth."""
    for node in nodes:
        yield node
        yield from _tokens(_inner(node))


def _inner(node: Any) -> list[Any]:
    """Return what stands in the brackets of a token."""
    inner = getattr(node, "arguments", None) or getattr(node, "content", None)
    return inner if isinstance(inner, list) else []


def _selector(selector: list[Any]) -> str:
    return re.sub(r" ?([>~]) ?", r"\1", _text(selector))


def _text(nodes: Iterable[Any]) -> str:
    """Return tokens as they are published: without comments, their spaces as one, `0.5` as `.5`."""
    kept = _kept(nodes)
    for token in _tokens(kept):
        if isinstance(token, ast.WhitespaceToken):
            token.value = " "
        if isinstance(token, (ast.NumberToken, ast.DimensionToken, ast.PercentageToken)):
            token.representation = re.sub(r"^([+-]?)0\.", r"\1.", token.representation)
        inner = _inner(token)
        inner[:] = _kept(inner)
    return str(tinycss2.serialize(kept)).strip()


def _kept(nodes: Iterable[Any]) -> list[Any]:
    """Leave out the comments, and the spaces after commas."""
    kept: list[Any] = []
    for node in nodes:
        is_idle = isinstance(node, ast.WhitespaceToken) and bool(kept) and kept[-1] == ","
        if not is_idle and not isinstance(node, ast.Comment):
            kept.append(node)
    return kept
