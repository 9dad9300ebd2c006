"""Private parts of Sphinx, docutils, MyST and themes are used in `compat` alone, with a reason."""

from __future__ import annotations

import ast
import inspect
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from myst_parser.mdit_to_docutils.sphinx_ import SphinxRenderer
from sphinx.builders.epub3 import Epub3Builder
from sphinx.jinja2glue import BuiltinTemplateLoader

import sphinx_workshop
from sphinx_workshop.site.content_lint.parser import PageRenderer
from sphinx_workshop.site.csp import TemplateBridge
from sphinx_workshop.site.ebook import EbookBuilder

if TYPE_CHECKING:
    from collections.abc import Iterator


PACKAGE = Path(sphinx_workshop.__file__).parent

FOREIGN = ("sphinx", "docutils", "myst_parser", "markdown_it", "pydata_sphinx_theme")
# What the documents of these describe. Of `sphinx.util`, that is little.
PUBLIC = {
    "docutils": {"nodes"},
    "docutils.nodes": {"make_id"},
    "docutils.parsers.rst": {"directives", "roles"},
    "docutils.parsers.rst.directives.tables": {"CSVTable"},
    "docutils.utils": {"get_source_line"},
    "markdown_it": {"MarkdownIt"},
    "markdown_it.renderer": {"RendererHTML"},
    "markdown_it.token": {"Token"},
    "markdown_it.tree": {"SyntaxTreeNode"},
    "myst_parser.config.main": {"MdParserConfig"},
    "myst_parser.mdit_to_docutils.base": {"token_line"},
    "myst_parser.mdit_to_docutils.sphinx_": {"SphinxRenderer"},
    "myst_parser.parsers.mdit": {"create_md_parser"},
    "myst_parser.parsers.sphinx_": {"MystParser"},
    "sphinx": {"addnodes"},
    "sphinx.addnodes": {"only", "pending_xref", "toctree"},
    "sphinx.application": {"Sphinx"},
    "sphinx.builders": {"Builder"},
    "sphinx.builders.epub3": {"Epub3Builder"},
    "sphinx.builders.html": {"StandaloneHTMLBuilder"},
    "sphinx.config": {"Config"},
    "sphinx.domains": {"Domain", "ObjType"},
    "sphinx.environment": {"BuildEnvironment"},
    "sphinx.errors": {"ConfigError", "ExtensionError", "SphinxError"},
    "sphinx.jinja2glue": {"BuiltinTemplateLoader"},
    "sphinx.locale": {"get_translation"},
    "sphinx.roles": {"XRefRole"},
    "sphinx.theming": {"Theme"},
    "sphinx.transforms": {"SphinxTransform"},
    "sphinx.transforms.post_transforms": {"SphinxPostTransform"},
    "sphinx.util": {"logging"},
    "sphinx.util.docutils": {"SphinxDirective", "SphinxRole"},
    "sphinx.util.nodes": {"make_refnode"},
    "sphinx.util.typing": {"ExtensionMetadata", "RoleFunction"},
    "sphinx.writers.html5": {"HTML5Translator"},
}
# What Sphinx's reference of its API for extensions describes of the objects that go by these names,
# and, under "conventional", what it uses without a description (in its tutorials, too).
APP = {
    *("add_builder", "add_config_value", "add_css_file", "add_directive", "add_domain"),
    *("add_directive_to_domain", "add_event", "add_html_math_renderer", "add_message_catalog"),
    *("add_node", "add_post_transform", "add_source_parser", "add_transform", "connect"),
    *("confdir", "doctreedir", "emit", "emit_firstresult", "outdir", "setup_extension", "srcdir"),
    *("builder", "config", "env"),  # conventional
}
BUILDER = {
    *("events", "get_relative_uri", "get_target_uri", "name"),
    *("config", "doctreedir", "env", "outdir", "srcdir"),  # conventional: as those of `app`
}
ENV = {
    *("config", "current_document", "doc2path", "docname", "doctreedir", "found_docs", "metadata"),
    *("new_serialno", "note_dependency", "project", "relfn2path", "srcdir", "titles"),
    *("get_doctree", "get_domain"),  # conventional
}
DOCUMENTED = {
    "app": APP,
    "builder": BUILDER,
    "env": ENV,
    "sphinx_env": ENV,
    # What visitors of nodes are made of, docutils' own and those of extensions.
    "translator": {
        *("attval", "body", "builder", "encode", "starttag"),
        *("dispatch_departure", "dispatch_visit"),
    },
    "memo": (),
    "state_machine": (),
}
NAMED_TUPLES = {"_asdict", "_fields", "_make", "_replace"}


def private_touches(source: str) -> Iterator[str]:
    """Yield the uses of what is private in another package, with their lines."""
    for node in ast.walk(ast.parse(source)):
        if found := _imported(node) or _taken(node) or _called(node):
            yield f"{getattr(node, 'lineno', 0)}: {found}"


def _imported(node: ast.AST) -> str:
    if isinstance(node, ast.Import):
        names = [alias.name for alias in node.names if alias.name.partition(".")[0] in FOREIGN]
        return f"import {names[0]}" if names else ""
    if not isinstance(node, ast.ImportFrom) or node.level or not node.module:
        return ""
    if node.module.partition(".")[0] not in FOREIGN:
        return ""
    names = [a.name for a in node.names if a.name not in PUBLIC.get(node.module, ())]
    return f"from {node.module} import {names[0]}" if names else ""


def _taken(node: ast.AST) -> str:
    if not isinstance(node, ast.Attribute):
        return ""
    owner, name = ast.unparse(node.value), node.attr
    own = owner in {"self", "cls"} or name in NAMED_TUPLES or name.endswith("__")
    private = name == "__dict__" or (name.startswith("_") and not own)
    place = owner.rpartition(".")[2].lstrip("_")
    undocumented = place in DOCUMENTED and name not in DOCUMENTED[place]
    return f"{owner}.{name}" if private or undocumented else ""


def _called(node: ast.AST) -> str:
    if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name) or not node.args:
        return ""
    named = [a.value for a in node.args if isinstance(a, ast.Constant)]
    by_name = node.func.id in {"getattr", "setattr", "hasattr", "delattr"}
    private = by_name and any(str(name).startswith("_") for name in named)
    return ast.unparse(node) if private or node.func.id == "vars" else ""


@pytest.mark.parametrize(
    "line",
    [
        "builder._css_files",
        "app.env.toctree_includes",
        "app.statuscode",
        "self._env.images",
        "translator.builder.imgpath",
        "self.state.memo.section_level",
        "env.__dict__",
        "vars(roles)",
        "getattr(env, '_cache')",
        "import sphinx.util.tags",
        "from sphinx.util.console import nocolor",
        "from sphinx.builders.html._assets import _JavaScript",
    ],
)
def test_a_private_touch_is_found(line: str) -> None:
    assert list(private_touches(f"x = 1\n{line}\n"))


def test_nothing_private_is_used_outside_of_compat() -> None:
    files = [path for path in PACKAGE.rglob("*.py") if path.parent.name != "compat"]
    assert len(files) > 100
    found = [
        f"{path.relative_to(PACKAGE).as_posix()}:{touch}"
        for path in files
        for touch in private_touches(path.read_text("utf-8"))
    ]
    assert not found, "\n".join(["move these into compat/, with reason and versions:", *found])


def test_every_module_of_compat_says_what_it_uses_why_and_in_which_versions() -> None:
    tested = {
        alias.name
        for test in Path(__file__).parent.glob("test_compat*.py")
        for node in ast.walk(ast.parse(test.read_text("utf-8")))
        if isinstance(node, ast.ImportFrom) and node.module == "sphinx_workshop.compat"
        for alias in node.names
    }
    for path in (PACKAGE / "compat").glob("*.py"):
        about = ast.get_docstring(ast.parse(path.read_text("utf-8"))) or ""
        if path.stem not in {"__init__", "site_builders"}:
            assert "Reason:" in about, path.name
            assert re.search(r"\d\s+to\s+\d", about.partition("Reason:")[0]), path.name
            assert path.stem in tested, f"test_compat*.py has no test of {path.name}"


@pytest.mark.parametrize(
    ("ours", "base"),
    [
        (EbookBuilder, Epub3Builder),
        (PageRenderer, SphinxRenderer),
        (TemplateBridge, BuiltinTemplateLoader),
    ],
)
def test_a_method_that_calls_that_of_its_base_class_has_one(ours: type, base: type) -> None:
    text = inspect.getsource(ours)
    called = {
        node.attr
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.Attribute) and ast.unparse(node.value) == "super()"
    }
    assert called - {"__init__"}
    assert not [name for name in called if not hasattr(base, name)]
