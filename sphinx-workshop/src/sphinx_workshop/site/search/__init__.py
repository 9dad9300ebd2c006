"""Makes the site searchable, by an index that the browser loads in pieces.

Sphinx's own index is one file, which grows with the site and which every page loads. This one is
split by the alphabet, so that a query loads the few pieces that hold its words. Pages and their
sections are found by what is written on them. Extensions that know more (what kind of thing a page
is; things that are no pages, but places on one) say so by handlers of the event
`search-entries(app)`, which return entries.

    search-index/index.json            kinds, filters, stop words, and where the pieces begin
    search-index/<digest>/words-3.json    {"lens": [entry, weight, further entry, weight, ...]}
    search-index/<digest>/spelling-0.json "lens lensing survey ...", for words with a mistake
    search-index/<digest>/entries-7.json  [[title, address, detail, piece of texts], ...]
    search-index/<digest>/texts-9.json    {entry: what is written there}, for excerpts
    search-index/<digest>/listed.json     {"paper:alpha": entry}, for lists that can be filtered

Entries go by number, in the order of kinds and titles; lists of numbers hold the differences.
The digest is of all that the index is made of: a browser never mixes two indexes, and an index that
is there already is not made again.

The site adds words by two settings: `workshop_search_acronyms`, what acronyms stand for, and
`workshop_search_words`, other words for a page, or for a section or an object on one.
"""

from __future__ import annotations

import hashlib
import json
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ...compat import parallel_tasks
from ...compat.html_builder import leave_out_search
from ...compat.site_builders import makes_site
from ...core.files import keep_only, write_if_changed
from .content import SearchDomain, contents_of, texts
from .entries import EVENT, OTHER_WORDS, Entry, all_entries
from .index import Index
from .weights import KeptWeights

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata

__all__ = ["EVENT", "FOLDER", "Entry", "setup", "texts"]

FOLDER = "search-index"

_WEIGHTS = "search/weights.pickle"  # in Sphinx's own folder
_ACRONYMS = "workshop_search_acronyms"
_VERSION = 2  # goes up with the format and with the weights

# Sphinx copies these for a search that there is not.
_SPHINX_SEARCH = ("searchtools.js", "language_data.js")


def replace_search(app: Sphinx) -> None:
    """Leave out Sphinx's index."""
    if makes_site(app):
        leave_out_search(app)


def search_page(app: Sphinx) -> list[tuple[str, dict[str, Any], str]]:
    """Return the page that Sphinx writes only with its own index."""
    return [("search", {}, "search.html")] if makes_site(app) else []


def index_to_write(app: Sphinx) -> Callable[[], None] | None:
    """Return what writes the index; a preview leaves the index of the last complete build."""
    is_left = app.config.workshop_preview and (app.outdir / FOLDER / "index.json").is_file()
    if is_left or not makes_site(app):
        return None
    return partial(write_index, app, all_entries(app))  # which finds mistakes in settings


def delete_sphinx_search(app: Sphinx, exception: Exception | None) -> None:
    """Delete the scripts of Sphinx's search (`build-finished`)."""
    if exception is None and makes_site(app):
        for name in _SPHINX_SEARCH:
            (app.outdir / "_static" / name).unlink(missing_ok=True)


def write_index(app: Sphinx, entries: Sequence[Entry]) -> None:
    """Write the index of some entries, unless it is there."""
    folder, contents = app.outdir / FOLDER, contents_of(app.env)
    meanings: dict[str, str] = app.config[_ACRONYMS]
    index = Index(entries, contents, meanings, app.builder.get_target_uri)
    about = (
        _VERSION,
        entries,
        sorted(contents.items()),
        sorted(meanings.items()),
        sorted(index.stop),
    )
    digest = hashlib.sha256(repr(about).encode())
    version = digest.hexdigest()[:12]
    if not ((folder / version).is_dir() and (folder / "index.json").is_file()):
        kept = KeptWeights(Path(app.doctreedir, _WEIGHTS), (_VERSION, index.about))
        _replace(folder, index.files(version, kept), version)
        kept.keep()


def _replace(folder: Path, index: Mapping[str, Any], version: str) -> None:
    """Write an index; most pieces of a former one stay as they are."""
    # index.json is deleted first and written last: an index that was cut short has none.
    (folder / "index.json").unlink(missing_ok=True)
    former = next((path for path in folder.glob("*") if path.is_dir()), None)
    if former is not None and not (folder / version).exists():
        former.rename(folder / version)
    for name, data in index.items():
        text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
        write_if_changed(folder / name, text.encode())
    keep_only(folder, index)


def setup(app: Sphinx) -> ExtensionMetadata:
    """Register the event, the settings, the collector and the handlers."""
    app.setup_extension("sphinx_workshop.site.language")
    app.setup_extension("sphinx_workshop.site.preview")
    app.add_event(EVENT)
    app.add_config_value(_ACRONYMS, {}, "", (dict,))
    app.add_config_value(OTHER_WORDS, {}, "", (dict,))
    app.add_domain(SearchDomain)
    app.connect("builder-inited", replace_search)
    app.connect("html-collect-pages", search_page)
    app.connect("build-finished", delete_sphinx_search)
    parallel_tasks.write_in_background(app, index_to_write)
    return {
        "version": "2",
        "env_version": 2,
        "parallel_read_safe": True,
        "parallel_write_safe": True,
    }
