"""The classes of Sphinx and MyST that are extended have the methods that ours call of them."""

from __future__ import annotations

import ast
import inspect

import pytest
from myst_parser.mdit_to_docutils.sphinx_ import SphinxRenderer
from sphinx.builders.epub3 import Epub3Builder
from sphinx.jinja2glue import BuiltinTemplateLoader

from sphinx_workshop.site.content_lint.parser import PageRenderer
from sphinx_workshop.site.csp import TemplateBridge
from sphinx_workshop.site.ebook import EbookBuilder


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
