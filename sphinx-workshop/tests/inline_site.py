"""Builds small sites out of inline Markdown, and reads what came out."""

from __future__ import annotations

import functools
import logging
import os
import re
from dataclasses import dataclass, field
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, ClassVar, NamedTuple, cast

import sphinx.jinja2glue
import sphinx.registry
import sphinx.theming
from bs4 import BeautifulSoup, Tag
from jinja2 import FileSystemBytecodeCache
from jinja2.sandbox import SandboxedEnvironment
from sphinx.testing.util import SphinxTestApp
from sphinx.util.console import strip_colors
from sphinx.util.inventory import InventoryFile

from forked import NEEDED, built_by_sphinx
from sphinx_workshop.core.words import chosen
from sphinx_workshop.domain import scripts
from sphinx_workshop.domain.script_bundle import bundled
from sphinx_workshop.domain.scripts import translated
from sphinx_workshop.site.content_lint.files import RejectedFilesError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from types import CodeType

    from sphinx_workshop.domain.domain import WorkshopDomain

Files = dict[str, str]

SETTINGS: dict[str, Any] = {
    "project": "Test",
    "extensions": [
        "myst_parser",
        "sphinx_workshop.site.content_lint",
        "sphinx_workshop.site.incremental",
        "sphinx_workshop.site.mathml",
        "sphinx_workshop.site.diagnostics",
        "sphinx_workshop",
    ],
    "primary_domain": "workshop",
    "source_suffix": {".md": "markdown"},
    "myst_enable_extensions": ["colon_fence", "dollarmath"],
    "nitpicky": True,
    "show_warning_types": False,
    "workshop_guide": "https://example.org/guide",
    "smartquotes": False,
    "html_theme": "basic",
    "html_baseurl": "https://example.org/2016/",
    "html_math_renderer": "mathml",
    "html_copy_source": False,
    "html_use_index": False,
    "workshop": {
        "name": "Learning from Meadows",
        "place": "Springfield, Oregon, USA",
        "online_url": "https://example.org/live",
        "conference": "FIELD 2016",
        "conference_name": "39th International Conference on Fields",
        "conference_start": "2016-07-17",
        "conference_end": "2016-07-23",
        "start": "2016-07-22",
        "end": "2016-07-23",
        "timezone": "America/New_York",
        "room": "Hall",
        "pdf_url": "https://example.org/assets/{number}.pdf",
        "keywords_by": "authors",
        "paper_note": "Summary, keywords and topics are invented. Corrections are welcome.",
        "proceedings_note": "Not archived",
        "paper_format": "poster",
        "uid": "test2016@example.org",
    },
}
NEEDED.extend(
    [
        *(*SETTINGS["extensions"], "sphinx_workshop.site.language"),
        *("sphinx_workshop.site.search", "sphinx_workshop.domain.search_entries"),
        *("myst_parser.sphinx_ext.main", "myst_parser.sphinx_ext.myst_refs"),
        *("myst_parser.sphinx_ext.mathjax", "pylatexenc.latexencode", "jinja2.ext"),
    ]
)

_LOGGED = re.compile(r"(?:(.+?)(?::(\d+))?: )?(?:WARNING|ERROR|CRITICAL): (.*)")


# Hundreds of builds in one process look for entry points, and nothing is installed meanwhile.
for _module in (sphinx.registry, sphinx.theming):
    if find := vars(_module).get("entry_points"):
        vars(_module)["entry_points"] = functools.cache(find)


class _Compiled(FileSystemBytecodeCache):
    """Keeps compiled templates for the next sites, in this process and in its forks."""

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        return super().get_cache_key(name, filename and os.path.realpath(filename))


class _Environment(SandboxedEnvironment):
    """Compiles what is no file once for all sites: the themes' style sheets and scripts."""

    _strings: ClassVar[dict[str, CodeType]] = {}

    def compile(self, source: Any, name: Any = None, filename: Any = None, *flags: Any) -> Any:
        if not isinstance(source, str) or name or filename or any(flags):
            return super().compile(source, name, filename, *flags)
        if source not in self._strings:
            self._strings[source] = super().compile(source)
        return self._strings[source]


# Templates are seen from each site by another path, and stay as they are.
_templates = TemporaryDirectory(ignore_cleanup_errors=True)
vars(sphinx.jinja2glue)["SandboxedEnvironment"] = functools.partial(
    _Environment, bytecode_cache=_Compiled(_templates.name)
)

# Nor do scripts change; and no test looks at messages for those who debug.
_bundled = functools.cache(lambda modules: bundled(dict(modules)))
vars(scripts)["bundled"] = lambda modules: _bundled(tuple(modules.items()))
_translated = functools.cache(lambda script, _tag, _catalogs: translated(script))
vars(scripts)["translated"] = lambda script: (
    _translated(script, chosen().tag, digest) if (digest := chosen().digest) else translated(script)
)
logging.disable(logging.DEBUG)


class Message(NamedTuple):
    """A warning as its reader sees it; the file is relative to the source folder."""

    file: str
    line: int
    text: str


@dataclass(frozen=True)
class Built:
    """What one build gave."""

    source: Path
    output: Path
    status: int
    messages: list[Message]
    read: list[str]
    written: list[str]
    app: SphinxTestApp = field(repr=False)

    @property
    def domain(self) -> WorkshopDomain:
        return cast("WorkshopDomain", self.app.env.get_domain("workshop"))

    def page(self, docname: str) -> Tag:
        """Return the parsed content of a page, without the theme's frame: look, do not touch."""
        html = self.html(docname)
        found = html.find("div", class_="body") or html.find("article")
        assert isinstance(found, Tag)
        return found

    def html(self, docname: str) -> BeautifulSoup:
        """Return a parsed page, which other tests get, too: look, do not touch."""
        path = self.output / f"{docname}.html"
        about = path.stat()
        return parsed_once(path, about.st_mtime_ns, about.st_size)

    def inventory(self, kind: str) -> dict[str, tuple[str, str]]:
        """Map the names of a kind in `objects.inv` (`paper`, `std:label`) to address and title."""
        content = (self.output / "objects.inv").read_bytes()
        name = kind if ":" in kind else f"workshop:{kind}"
        items = InventoryFile.loads(content, uri="").data.get(name, {})
        return {name: (item.uri, item.display_name) for name, item in items.items()}


class InlineSite:
    """A source folder of a few files, built as often as a test wants."""

    def __init__(self, folder: Path, files: Files, settings: dict[str, Any]) -> None:
        self.folder = folder
        self.source = folder / "source"
        self.settings = SETTINGS | settings
        self.write(files)
        self.configure()

    def write(self, changes: Mapping[str, str | None]) -> None:
        """Write files; None deletes one."""
        for name, text in changes.items():
            path = self.source / name
            if text is None:
                path.unlink()
            else:
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(text, encoding="utf-8")

    def hold(self, files: Files) -> None:
        """Let the folder hold these pages and no others; those that are right stay untouched."""
        pages = {path.relative_to(self.source).as_posix() for path in self.source.rglob("*.md")}
        wrong = {n: t for n, t in files.items() if n not in pages or self.text(n) != t}
        self.write(dict.fromkeys(pages - files.keys()) | wrong)

    def text(self, name: str) -> str:
        return (self.source / name).read_text(encoding="utf-8")

    def configure(self, **settings: Any) -> None:
        """Write conf.py, with some settings changed."""
        self.settings |= settings
        lines = (f"{name} = {value!r}\n" for name, value in self.settings.items())
        self.write({"conf.py": "".join(lines)})

    def build(self, into: str = "build", jobs: int = 1, builder: str = "html") -> Built:
        """Build incrementally, if something was built into the folder before."""
        written: list[str] = []
        read: list[str] = []
        app = SphinxTestApp(
            builder,
            srcdir=self.source,
            builddir=self.folder / into,
            warning=StringIO(),
            warningiserror=True,
            parallel=jobs,
        )
        try:
            app.connect("env-before-read-docs", lambda _app, _env, names: read.extend(names))
            app.connect("html-page-context", lambda _app, name, *_: written.append(name))
            app.build()
        except RejectedFilesError:
            app.statuscode = 2
        finally:
            app.cleanup()
        messages = list(_messages(app.warning.getvalue(), self.source))
        output = Path(app.outdir)
        return Built(self.source, output, app.statuscode, messages, read, written, app)


def _messages(log: str, source: Path) -> Iterable[Message]:
    for line in strip_colors(log).splitlines():
        logged = _LOGGED.fullmatch(line)
        assert logged, f"not a warning: {line}"
        file, number, text = logged.groups()
        yield Message((file or "").removeprefix(f"{source}/"), int(number or 0), text)


def ended(site: InlineSite) -> list[str]:
    """Build in a process of its own, which has to fail; return what it tells, line by line."""
    code, said = built_by_sphinx(site.source, "-b", "html", site.source, site.folder / "out")
    assert code == 2, said
    return strip_colors(said).splitlines()


def parsed(path: Path) -> BeautifulSoup:
    return BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser")


@functools.lru_cache(maxsize=64)
def parsed_once(path: Path, _written: int, _size: int) -> BeautifulSoup:
    """Return a page, parsed once in a module of tests as long as it stays as it is."""
    return parsed(path)


def only(node: Tag, selector: str) -> Tag:
    """Return the one element that a selector finds."""
    (found,) = node.select(selector)
    return found


def words(node: Tag) -> str:
    """Return the text of an element with its white space folded."""
    return " ".join(node.get_text().split())


def all_words(node: Tag, selector: str) -> list[str]:
    return [words(found) for found in node.select(selector)]


def links(node: Tag, selector: str = "a") -> dict[str, str]:
    """Map the words of links to their addresses."""
    return {words(found): str(found["href"]) for found in node.select(selector)}
