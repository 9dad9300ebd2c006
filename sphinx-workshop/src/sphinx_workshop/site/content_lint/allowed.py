"""Names the directives, roles and front-matter keys that a page may use; all others are errors.

A name is on the list when nothing that it does depends on more than the page's own text: it reads
no other file, runs no code, asks no network, and writes no HTML of the page's own. The directives
and roles of the domain that `primary_domain` names are allowed as well.

The three lists are the defaults of the settings `workshop_lint_directives`, `workshop_lint_roles`
and `workshop_lint_front_matter`. A value in conf.py replaces the list; to add a name:

    from sphinx_workshop.site.content_lint import DIRECTIVES

    workshop_lint_directives = [*DIRECTIVES, "glossary"]
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ...core.suggest import suggest

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sphinx.environment import BuildEnvironment

_ADMONITIONS = (
    *("admonition", "attention", "caution", "danger", "error", "hint"),
    *("important", "note", "seealso", "tip", "warning"),
)
# Of sphinx-design, all but what writes icons as raw HTML.
_DESIGN = (
    *("accordion", "aside", "button-link", "button-ref", "card", "card-carousel"),
    *("card-footer", "card-header", "div", "dropdown", "grid", "grid-item", "grid-item-card"),
    *("step", "steps", "tab-item", "tab-set", "tab-set-code"),
)
DIRECTIVES = (
    *_ADMONITIONS,
    *_DESIGN,
    *("figure", "image"),
    *("table", "list-table", "csv-table"),  # the last without `:file:` and `:url:`
    *("code", "code-block"),
    "math",
    "toctree",
)

_COLORS = (
    *("primary", "secondary", "success", "info", "warning", "danger"),
    *("light", "muted", "dark", "white", "black"),
)
_BADGES = (
    *("bdg", "bdg-link", "bdg-ref"),
    *(
        f"bdg-{kind}{color}{line}"
        for kind in ("", "link-", "ref-")
        for color in _COLORS
        for line in ("", "-line")
    ),
)
ROLES = (
    *("any", "doc", "eq", "numref", "ref"),
    *("abbr", "code", "kbd", "math", "sub", "subscript", "sup", "superscript"),
    *_BADGES,
)

FRONT_MATTER = ("orphan", "tocdepth", "no-search", "nosearch")

_INSTEAD_OF_DIRECTIVE = {
    "eval-rst": "write the same in Markdown",
    "figure-md": "write {figure}",
    "ifconfig": "write what holds for all readers",
    "include": "write the text into this page",
    "literalinclude": "write the code into a {code-block}",
    "only": "write what holds for all readers",
    "parsed-literal": "write a {code-block}",
    "raw": "write Markdown or one of the other directives",
    "sourcecode": "write {code-block}",
}
_INSTEAD_OF_ROLE = {
    "download": "put the file into assets/, and link to it: [words](../assets/name.pdf)",
    "raw": "write Markdown",
}
_INSTEAD_OF_KEY = {
    "title": "write the title as the heading, `# Title`",
    "myst": "delete it and what belongs to it: conf.py configures Markdown for all pages",
    "html_meta": "delete it: the page's description is derived from its text",
    "substitutions": "delete it, and write the text where it belongs",
}


@dataclass(frozen=True, slots=True)
class Allowed:
    """What the pages of a site may use."""

    directives: frozenset[str]
    roles: frozenset[str]
    front_matter: tuple[str, ...]

    @classmethod
    def on(cls, env: BuildEnvironment) -> Allowed:
        """Return what the settings allow, and the primary domain has."""
        config = env.config
        # Sphinx has reported a name that no domain has, and forgotten it.
        domain = env.get_domain(config.primary_domain) if config.primary_domain else None
        return cls(
            frozenset({*config.workshop_lint_directives, *(domain.directives if domain else ())}),
            frozenset({*config.workshop_lint_roles, *(domain.roles if domain else ())}),
            tuple(config.workshop_lint_front_matter),
        )

    def directive_error(self, name: str) -> str:
        """Return what is wrong with a directive's name, and what to write; empty if nothing is."""
        if name in self.directives:
            return ""
        return _error("directive", name, self.directives, _INSTEAD_OF_DIRECTIVE)

    def role_error(self, name: str) -> str:
        """Return what is wrong with a role's name, and what to write; empty if nothing is."""
        if name in self.roles:
            return ""
        return _error("role", name, self.roles, _INSTEAD_OF_ROLE)

    def key_error(self, key: str) -> str:
        """Return what is wrong with a front-matter key, and what to do; empty if nothing is."""
        if key in self.front_matter:
            return ""
        instead = _INSTEAD_OF_KEY.get(key) or suggest(key, self.front_matter).lstrip("; ")
        known = ", ".join(self.front_matter) or "none"
        return (
            f"front matter may not set '{key}'; "
            f"{instead or f'delete the line (keys that a page may set: {known})'}"
        )


def _error(kind: str, name: str, known: frozenset[str], instead: Mapping[str, str]) -> str:
    """Return the message about a name that is not on the list."""
    if remedy := instead.get(name.lower()):
        return f"a page may not use the {kind} '{name}'; {remedy}"
    # `{py:function}` and `{workshop:paper}`: the part after the colon may be allowed by itself.
    near = suggest(name.rpartition(":")[2].lower(), known)
    return (
        f"there is no {kind} '{name}'"
        f"{near or f' that a page may use; write Markdown, or a {kind} that the guide names'}"
    )
