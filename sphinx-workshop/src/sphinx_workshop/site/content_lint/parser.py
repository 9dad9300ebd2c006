"""Parses pages as MyST does, without what a page could use to run code or to reach outside.

All of a page's Markdown goes through one renderer, also what stands in directives, tables and
footnotes. So here each directive and role is looked up in the list before it is run. Front matter
cannot configure MyST: it is checked and shown, and nothing else.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from docutils import nodes
from myst_parser.mdit_to_docutils.base import token_line
from myst_parser.mdit_to_docutils.sphinx_ import SphinxRenderer
from myst_parser.parsers.mdit import create_md_parser
from myst_parser.parsers.sphinx_ import MystParser

from ...compat import markdown_links
from ...compat.myst_config import myst_config
from ..flaws import FENCES, LINKS, PAGES, ROLES, report
from . import front_matter
from .addresses import SCHEMES, is_rejected, report_link, scheme, shown
from .allowed import Allowed
from .paths import resolved
from .sizes import TOO_DEEP, check_formulas, prune

if TYPE_CHECKING:
    from collections.abc import MutableMapping

    from markdown_it.tree import SyntaxTreeNode
    from sphinx.application import Sphinx

# Sphinx makes a list of all line numbers, before it asks how many lines there are.
_HUGE = re.compile(r"^\s*:?emphasize-lines\s*:.*\d{6}", re.MULTILINE)


class PageRenderer(SphinxRenderer):
    """Renders what a page may use, and reports all else where it stands."""

    def setup_render(self, options: dict[str, Any], env: MutableMapping[str, Any]) -> None:
        super().setup_render(options, env)
        self._allowed = Allowed.on(self.sphinx_env)

    def _report(self, message: str, subtype: str, line: int, about: str) -> None:
        report(message, subtype, (self.sphinx_env.docname, line), about)

    def run_directive(
        self, name: str, first_line: str, content: str, position: int, *args: Any, **kwargs: Any
    ) -> list[nodes.Element]:
        if error := self._allowed.directive_error(name):
            self._report(error, "directive", position, FENCES)
            return []
        if _HUGE.search(content):
            message = "the lines of ':emphasize-lines:' are too many; write those of the code"
            self._report(message, "size", position, FENCES)
            return []
        return super().run_directive(name, first_line, content, position, *args, **kwargs)

    def render_restructuredtext(self, token: SyntaxTreeNode) -> None:
        if error := self._allowed.directive_error("eval-rst"):
            self._report(error, "directive", token_line(token, 0), FENCES)
        else:
            super().render_restructuredtext(token)

    def render_myst_role(self, token: SyntaxTreeNode) -> None:
        if error := self._allowed.role_error(token.meta["name"]):
            self._report(error, "role", token_line(token, 0), ROLES)
            self.current_node.append(nodes.Text(token.content))
        else:
            super().render_myst_role(token)

    def render_substitution(self, token: SyntaxTreeNode, inline: bool) -> None:
        self._report(
            "what stands between {{ and }} would be run as code; write the text itself",
            "substitution",
            token_line(token, 0),
            FENCES,
        )

    def render_front_matter(self, token: SyntaxTreeNode) -> None:
        flaws = front_matter.flaws(token.content, self._allowed)
        for flaw in flaws:
            self._report(flaw.message, "front-matter", flaw.line + 1, PAGES)
        if token.content.strip() and not flaws:
            super().render_front_matter(token)

    def render_link(self, token: SyntaxTreeNode) -> None:
        href = str(token.attrGet("href") or "")
        address = self.md.normalizeLinkText(href)
        line = token_line(token, 0)
        if is_rejected(href) or is_rejected(address):
            report_link(address, (self.sphinx_env.docname, line))
            self.render_children(token)
        elif scheme(href) in SCHEMES:
            # MyST knows schemes in small letters alone.
            token.attrs["href"] = href.replace(href.partition(":")[0], scheme(href), 1)
            self.render_link_url(token)
        elif error := self._path_error(address.partition("#")[0]):
            self._report(error, "path", line, LINKS)
            self.render_children(token)
        else:
            super().render_link(token)

    def _path_error(self, path: str) -> str:
        """Return what is wrong with the path of a page or file; empty if nothing is."""
        if not path:
            return ""
        if "\\" in path:
            return f"the path '{shown(path)}' has a backslash; write / between folders"
        env = self.sphinx_env
        found = resolved(env, path)
        if found is None:
            return f"'{shown(path)}' is not a file's path; write the path to the page's .md file"
        page = env.project.path2doc(str(found[1]))
        if found[1].is_file() and page and page not in env.found_docs:
            return (
                f"'{shown(path)}' is not a page of the site; link to a page, or to the file's "
                "address on the web, which begins with https://"
            )
        return ""


class PageParser(MystParser):
    """MyST's parser with the renderer above, and without a page's own configuration of MyST."""

    def parse(self, inputstring: str, document: nodes.document) -> None:
        env = document.settings.env
        # Directives of docutils that would read a file ask these.
        document.settings.file_insertion_enabled = False
        document.settings.raw_enabled = False
        parser = create_md_parser(myst_config(env), PageRenderer)
        # Markdown would leave a link with such an address as text; here it is one, and reported.
        markdown_links.accept_all(parser)
        parser.options["document"] = document
        try:
            parser.render(inputstring)
        except RecursionError:
            report(TOO_DEEP, "depth", (env.docname, document.current_line or 1))
            document.children = []
            parser.render("# …")  # the page has a title, and what transforms ask for
        prune(document, env.docname)
        check_formulas(document, env.docname)


def check_format(app: Sphinx, docname: str, source: list[str]) -> None:
    """Reject pages that another parser would read, which runs what it likes (`source-read`)."""
    suffix = app.env.doc2path(docname).suffix
    if suffix != ".md":
        report(
            f"a page's name ends in .md, not in {suffix}; write it in Markdown, and rename it",
            "format",
            (docname, 1),
        )
        source[0] = "Page\n====\n"
