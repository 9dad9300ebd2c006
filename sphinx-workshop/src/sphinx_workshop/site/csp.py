"""Adds a Content Security Policy and a referrer policy to the head of every page.

A page may load and run what the site holds, and what was inline when the page was rendered: each
inline script and style is named by its hash, so that text which slips through an escape somewhere
does not run. Nothing may come from another site. Hosts of static files let no one choose headers;
a `meta` element does the same, if it stands before what it governs.

`workshop_csp = False` leaves it out. A server that puts scripts of its own into the pages, as
the one that reloads them while you write, needs that.
"""

from __future__ import annotations

import base64
import hashlib
import re
from html.parser import HTMLParser
from typing import TYPE_CHECKING, Any

from jinja2 import FileSystemBytecodeCache
from sphinx.errors import ConfigError, ExtensionError
from sphinx.jinja2glue import BuiltinTemplateLoader

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sphinx.application import Sphinx
    from sphinx.builders import Builder
    from sphinx.config import Config
    from sphinx.theming import Theme
    from sphinx.util.typing import ExtensionMetadata

REFERRER = "same-origin"

_HEAD = re.compile(r"<head\b[^>]*>(\s*<meta charset=[^>]*>)?", re.IGNORECASE)
# What is read of a page, as a parser of HTML takes it apart: comments, scripts and styles, tags.
_PARTS = re.compile(
    r"""<!--.*?-->|<(script|style)\b.*?</\1\s*>|<[a-z](?:[^>"']++|"[^"]*"|'[^']*')*+>""",
    re.IGNORECASE | re.DOTALL,
)
_INLINE = re.compile(r"""[\s"'/](?:style|on\w+)\s*=""", re.IGNORECASE)
# Of `script`, only these types run; others are data, which no policy concerns.
_SCRIPTS = {"", "module", "text/javascript", "application/javascript", "importmap"}


class Inline(HTMLParser):
    """Gathers what a page holds inline: scripts, styles, `style` attributes, event handlers."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.scripts: list[str] = []
        self.styles: list[str] = []
        self.attributes: list[str] = []
        self.handlers: list[str] = []
        self._inside: list[str] | None = None
        # The parser is slow, and few tags have to do with this.
        for part in _PARTS.finditer(page):
            if part[1] or _INLINE.search(part[0]):
                self.feed(part[0])
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note the attributes, and where an inline script or style begins."""
        given = {name: value or "" for name, value in attrs}
        self.handlers += [name for name in given if name.startswith("on")]
        if "style" in given:
            self.attributes.append(given["style"])
        runs = tag == "script" and "src" not in given and given.get("type", "").lower() in _SCRIPTS
        if runs or tag == "style":
            self._inside = self.scripts if tag == "script" else self.styles
            self._inside.append("")

    def handle_data(self, data: str) -> None:
        """Add to the script or style that is open."""
        if self._inside is not None:
            self._inside[-1] += data

    def handle_endtag(self, tag: str) -> None:
        """Note where it ends."""
        if tag in {"script", "style"}:
            self._inside = None


def policy(inline: Inline) -> str:
    """Return the policy of a page that holds this inline."""
    styles = _hashes(inline.styles)
    if inline.attributes:
        styles += ["'unsafe-hashes'", *_hashes(inline.attributes)]  # these attributes, no others
    sources = {
        "default-src": ["'self'"],  # Firefox fetches the page that `rel=next` names, by this
        "script-src": ["'self'", *_hashes(inline.scripts)],
        "style-src": ["'self'", *styles],
        "img-src": ["'self'", "data:"],  # the theme's stylesheets draw small pictures so
        "form-action": ["'self'"],
        "frame-src": ["'none'"],
        "object-src": ["'none'"],
        "base-uri": ["'none'"],
    }
    return "; ".join(" ".join((name, *values)) for name, values in sources.items())


def _hashes(texts: Iterable[str]) -> list[str]:
    """Return the sources that stand for these very texts, as a browser computes them."""
    digests = {hashlib.sha256(text.encode()).digest() for text in texts}
    return sorted(f"'sha256-{base64.b64encode(digest).decode()}'" for digest in digests)


def secured(page: str, name: str) -> str:
    """Return a rendered page with its policies; what is not a page of HTML stays as it is."""
    head = _HEAD.search(page)
    if head is None:
        return page
    inline = Inline(page)
    if inline.handlers:
        raise ExtensionError(
            f"page '{name}' has the attribute '{inline.handlers[0]}', which its policy forbids; "
            "listen to the event in a script instead"
        )
    tags = (
        f'\n<meta http-equiv="Content-Security-Policy" content="{policy(inline)}">'
        f'\n<meta name="referrer" content="{REFERRER}">'
    )
    return page.replace(head[0], head[0] + tags, 1)


class TemplateBridge(BuiltinTemplateLoader):
    """Renders pages as Sphinx does, and adds their policies; keeps compiled templates."""

    secured = False

    def init(
        self, builder: Builder, theme: Theme | None = None, dirs: list[str] | None = None
    ) -> None:
        """Prepare the templates of a builder."""
        super().init(builder, theme, dirs)
        # An e-book is a StandaloneHTMLBuilder too, but its pages are XHTML, and are not served.
        self.secured = builder.config.workshop_csp and builder.name in {"html", "dirhtml"}
        # A line with a Jinja tag alone leaves nothing in a page: some 100 bytes less, compressed.
        self.environment.trim_blocks = self.environment.lstrip_blocks = True
        folder = builder.doctreedir / "trimmed-templates"
        folder.mkdir(parents=True, exist_ok=True)
        self.environment.auto_reload = False  # each page would look whether a template has changed
        self.environment.bytecode_cache = FileSystemBytecodeCache(str(folder))

    def render(self, template: str, context: dict[str, Any]) -> Any:
        """Return the text of a page (`str`; Sphinx's own bases disagree), with its policies."""
        text = super().render(template, context)
        return secured(text, str(context.get("pagename", template))) if self.secured else text


def use_bridge(app: Sphinx, config: Config) -> None:
    """Choose the template bridge (`config-inited`).

    No event of Sphinx is emitted for a page that is rendered; rewriting the files at the end of a
    build would leave pages without a policy where the build is interrupted. Where no policy is
    wanted, the bridge still keeps compiled templates.
    """
    if not config.template_bridge:
        config.template_bridge = f"{__name__}.{TemplateBridge.__name__}"
    elif config.workshop_csp:
        raise ConfigError(
            f"conf.py: template_bridge is '{config.template_bridge}', and {__name__} brings "
            "its own; remove one of the two"
        )


def setup(app: Sphinx) -> ExtensionMetadata:
    """Register the setting and the handler."""
    app.add_config_value("workshop_csp", True, "html", (bool,))
    app.connect("config-inited", use_bridge)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
