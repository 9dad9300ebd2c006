"""What `compat` uses of the private parts of Sphinx, docutils, MyST and a theme is still there."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

import myst_parser
import pydata_sphinx_theme
import pytest
from docutils.parsers.rst import Directive
from docutils.parsers.rst import directives as docutils_directives
from markdown_it.renderer import RendererHTML
from myst_parser.config.main import MdParserConfig
from myst_parser.parsers.directives import parse_directive_text
from myst_parser.parsers.mdit import create_md_parser
from sphinx.util.logging import getLogger

from sphinx_app import built, html
from sphinx_workshop.compat import (
    conf_file,
    directives,
    doctree_caches,
    domains,
    extensions,
    formulas,
    inventories,
    labels,
    markdown_links,
    matching,
    myst_config,
    myst_options,
    pictures,
    process,
    pydata_theme,
    toctrees,
    warnings_log,
)
from sphinx_workshop.core.fences import is_option_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.testing.util import SphinxTestApp


DOT = (
    b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x00\x00\x00\x00:~\x9bU"
    b"\x00\x00\x00\nIDATx\x9cc`\x00\x00\x00\x02\x00\x01H\xaf\xa4q\x00\x00\x00\x00IEND\xaeB`\x82"
)
PAGES = {
    "index.md": "# Home\n\n```{toctree}\n:glob:\nfield/*\n```\n\n![A dot](dot.png)\n",
    "field/one.md": "# One\n",
    "field/two.md": "# Two\n",
}


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SphinxTestApp]:
    """Return an application that has built three pages with the theme of pydata."""
    source = tmp_path_factory.mktemp("compat")
    for name, text in PAGES.items():
        (source / name).parent.mkdir(exist_ok=True)
        (source / name).write_text(text, "utf-8")
    (source / "dot.png").write_bytes(DOT)
    (source / "conf.py").write_text("wanted = tags.has('never')\nproject = 'Meadows'\n", "utf-8")
    settings = {
        "extensions": ["myst_parser"],
        "html_theme": "pydata_sphinx_theme",
        "templates_path": [],  # the theme appends to it, and else to the default of later sites
    }
    with built(source, **settings) as app:
        yield app


# Sphinx -----------------------------------------------------------------------------------------


def test_conf_file_evaluates_what_knows_sphinx_s_tags(app: SphinxTestApp) -> None:
    found = conf_file.evaluated(app.srcdir / "conf.py")
    assert (found["project"], found["wanted"]) == ("Meadows", False)


def test_doctree_caches_hold_doctrees_until_they_are_cleared(app: SphinxTestApp) -> None:
    app.env.get_doctree("field/one")
    kept = [vars(app.env)[name] for name in doctree_caches._CACHES]
    assert any("field/one" in cache for cache in kept), "Sphinx caches doctrees elsewhere"
    doctree_caches.clear(app.env)
    assert not any(kept)


def test_domains_are_all_there(app: SphinxTestApp) -> None:
    assert {"std", "py"} <= {domain.name for domain in domains.all_domains(app.env)}


def test_inventories_are_read(app: SphinxTestApp) -> None:
    found = inventories.items((app.outdir / "objects.inv").read_bytes())
    item = found["std:doc"]["field/one"]
    assert (item.uri, item.display_name) == ("field/one.html", "One")


def test_labels_are_those_that_ref_resolves(app: SphinxTestApp) -> None:
    standard: Any = app.env.get_domain("std")
    assert labels.add(app.env, {"meadow": ("index", "", "Meadow")}) == ["meadow"]
    assert labels.add(app.env, {"meadow": ("other", "", "Other")}) == []
    assert standard.labels["meadow"] == ("index", "", "Meadow")
    assert {"meadow", "genindex"} <= labels.names(app.env)
    labels.remove(app.env, ["meadow", "never-there"])
    assert "meadow" not in labels.names(app.env)


def test_matching_reads_patterns_as_the_settings_do() -> None:
    assert matching.Matcher(["**/papers/*"])("x/papers/y")
    assert not matching.patmatch("x/papers/y", "x/*")


def test_pictures_are_known_by_the_names_they_are_written_under(app: SphinxTestApp) -> None:
    assert pictures.written_names(app.env) == {"dot.png"}
    names = [pictures.written_name(app.env, path) for path in ("dot.png", "gone.png")]
    assert names == ["dot.png", ""]
    app.env.current_document.docname = "index"
    assert pictures.search_image_for_language("dot.png", app.env) == "dot.png"
    assert (pictures.folder(app) / "dot.png").is_file()
    assert pictures.address(html(app), "a dot.png").endswith("_images/a%20dot.png")


def test_extensions_and_events_are_those_of_the_build(app: SphinxTestApp) -> None:
    assert extensions.loaded(app, "myst_parser") is myst_parser
    assert extensions.loaded(app, "sphinx_workshop") is None
    assert extensions.version(app, "myst_parser") == myst_parser.__version__
    assert extensions.has_event(app, "source-read")
    assert not extensions.has_event(app, "source-written")


def test_process_is_prepared_for_one_build(tmp_path: Path) -> None:
    before = set(vars(docutils_directives)["_directives"])
    with process.prepared(tmp_path):
        docutils_directives.register_directive("of-one-build", Directive)
        assert "of-one-build" in vars(docutils_directives)["_directives"]
    assert set(vars(docutils_directives)["_directives"]) == before


def test_toctrees_tell_which_pages_list_which(app: SphinxTestApp) -> None:
    assert toctrees.included(app.env)["index"] == ["field/one", "field/two"]
    assert toctrees.contents(app.env)["field/one"].astext() == "One"
    assert toctrees.relations(app.env)["field/two"] == ["index", "field/one", None]
    assert toctrees.relations_of(html(app)) == toctrees.relations(app.env)


def test_warnings_pass_filters_before_and_after_sphinx_s_own(app: SphinxTestApp) -> None:
    seen: list[str] = []

    class Last(logging.Filter):
        def filter(self, record: logging.LogRecord) -> bool:
            seen.append("last")
            return False

    def first(record: logging.LogRecord) -> bool:
        seen.append("first")
        return True

    handlers = list(warnings_log.warning_handlers())
    assert handlers, "Sphinx prints warnings by another class of handler"
    before = [list(handler.filters) for handler in handlers]
    last = Last()
    warnings_log.add_filters(first, last)
    getLogger("test").warning("held back")
    assert seen == ["first", "last"] * len(handlers)
    assert "held back" not in app.warning.getvalue()
    warnings_log.emit(logging.makeLogRecord({"msg": "let go", "levelno": logging.WARNING}), last)
    assert "let go" in app.warning.getvalue()
    for handler, filters in zip(handlers, before, strict=True):
        handler.filters[:] = filters


# docutils ---------------------------------------------------------------------------------------


def test_formulas_become_mathml() -> None:
    assert "<msup>" in formulas.tex2mathml("x^2", as_block=False)
    with pytest.raises(formulas.MathError):
        formulas.tex2mathml(r"\nosuchcommand", as_block=False)


def test_directives_of_tables_and_figures_have_the_options_of_theirs() -> None:
    assert {"width", "figwidth"} <= {*(directives.Figure.option_spec or ())}
    assert {"file", "url", "delim"} <= {*(directives.CSVTable.option_spec or ())}
    for table in (directives.ListTable, directives.RSTTable):
        assert {"widths", "align"} <= {*(table.option_spec or ())}


# MyST -------------------------------------------------------------------------------------------


def test_myst_config_is_what_the_build_parses_with(app: SphinxTestApp) -> None:
    assert isinstance(myst_config.myst_config(app.env), MdParserConfig)


def test_myst_options_are_split_with_their_lines() -> None:
    found, has_comments = myst_options.tokens("name: 'x'\nother: y #z\nlast:")
    assert [key.value for key, _value in found] == ["name", "other", "last"]
    assert [key.start.line for key, _value in found] == [0, 1, 2]
    assert [value and value.value for _key, value in found] == ["x", "y", ""]
    assert has_comments
    with pytest.raises(myst_options.TokenizeError) as caught:
        myst_options.tokens("name: 'x")
    assert caught.value.problem_mark.line == 0


# Before 5.2, MyST reads the fence of a nested directive as an option, too.
FENCES = [] if myst_parser.__version__ < "5.2" else ["::: {note}", ":::"]


@pytest.mark.parametrize("line", [":name: x", "  :name:", "text", *FENCES])
def test_an_option_line_is_what_myst_reads_as_one(line: str) -> None:
    class Named(Directive):
        has_content = True
        option_spec: ClassVar[dict[str, Any]] = {"name": str}

    found = parse_directive_text(Named, "", f"{line}\nbody")
    assert is_option_line(line) == (found.body == ["body"])


def test_markdown_links_to_any_address_are_links() -> None:
    parser = create_md_parser(MdParserConfig(), RendererHTML)
    assert "<a" not in parser.render("[x](javascript:y)")
    markdown_links.accept_all(parser)
    assert "<a" in parser.render("[x](javascript:y)")


# Themes -----------------------------------------------------------------------------------------


def test_pydata_theme_links_its_files_by_macros(app: SphinxTestApp) -> None:
    found = pydata_theme.linked_files(app)
    assert any(name.endswith(".css") for name in found["head_pre_assets"])
    assert any(name.endswith(".js") for name in found["body_post"])


def test_the_light_script_finds_what_the_theme_s_templates_hold(app: SphinxTestApp) -> None:
    folder = Path(pydata_sphinx_theme.__file__).parent / "theme" / "pydata_sphinx_theme"
    templates = "".join(path.read_text("utf-8") for path in folder.rglob("*.html"))
    script = pydata_theme.LIGHT_SCRIPT.read_text("utf-8")
    parts = {
        *("data-bs-toggle=", "dropdown-menu", "dropdown-item", "theme-change-button", "data-mode"),
        *("pst-page-toc-nav", "pst-header", "bd-docs-nav", "bd-sidebar"),
    }
    for part in parts:
        assert part in templates, part
        assert part.removeprefix("data-").rstrip("=") in script, part
    for name in ("mode", "theme"):
        assert f'documentElement.dataset.{name} = localStorage.getItem("{name}") ||' in templates
    assert ".pst-js-only { display: none !important; }" in templates
    choice = (folder / pydata_theme.COLOR_MODE).read_text("utf-8")
    assert pydata_theme.color_mode(html(app)).count("theme-change-button")
    assert "dropdown-menu" in choice
    assert "theme-change-button" in choice
    for side in ("primary", "secondary"):
        for part in (f"{side}-toggle", f"pst-{side}-sidebar-modal", f"pst-{side}-sidebar"):
            assert part in templates, part
    code = "".join(path.read_text("utf-8") for path in folder.parents[1].rglob("*.py"))
    for part in pydata_theme.UNSERVED:
        assert part in templates + code, part
