"""Makes the site searchable, by an index that the browser loads in pieces.

Sphinx's own index is one file, which grows with the site and which every page loads. This one is
split by the alphabet, so that a query loads the few pieces that hold its words. Pages are found by
what is written on them. Extensions that know more (what kind of thing a page is; things that are
no pages, but places on one) say so by handlers of the event `search-entries(app)`, which return
entries.

    search-index/index.json            the kinds, the filters, and where the pieces begin
    search-index/<digest>/words-3.json    {"lens": [entry, weight, further entry, weight, ...]}
    search-index/<digest>/entries-7.json  [[title, address, detail], ...]

Entries go by number, in the order of kinds and titles; lists of numbers hold the differences.
The digest is of all that the index is made of: a browser never mixes two indexes, and an index that
is there already is not made again.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections import Counter, defaultdict
from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import TYPE_CHECKING, Any, ClassVar, NamedTuple, cast

from docutils import nodes
from sphinx import addnodes
from sphinx.domains import Domain

from ..compat.site_builders import makes_site
from ..core.casefold import casefold
from ..core.files import keep_only, write_if_changed
from ..core.words import gettext as _

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Set
    from pathlib import Path

    from sphinx.application import Sphinx
    from sphinx.builders.html import StandaloneHTMLBuilder
    from sphinx.environment import BuildEnvironment
    from sphinx.util.typing import ExtensionMetadata

EVENT = "search-entries"
FOLDER = "search-index"

_VERSION = 1  # goes up with the format and with the weights
_BLOCK = 8  # entries in a file
_PIECE = 10_000  # characters in a file of words
_LEAD = 160  # characters of a page's text that stand for its detail

# Sphinx copies these for a search that there is not.
_SPHINX_SEARCH = ("searchtools.js", "language_data.js")


@dataclass(frozen=True, slots=True)
class Entry:
    """Something to be found: a page, or with an `anchor` a thing that stands on one.

    Attributes:
        kind: the word that readers see, and filter by.
        detail: one line that tells it from others of the same title.
        text: what else it is found by; a page is found by its content too.
        filters: names and values of the further filters that let it pass.
        echo: whether another entry has the same title with more right.
    """

    kind: str
    title: str
    docname: str
    anchor: str = ""
    detail: str = ""
    text: str = ""
    filters: tuple[tuple[str, str], ...] = ()
    echo: bool = False


class Content(NamedTuple):
    """What is written on a page; `lead` is how its prose begins, fit to be shown."""

    headings: str
    prose: str
    lead: str


class SearchDomain(Domain):
    """Keeps what is written on each page, without what extensions will add to it; no objects."""

    name = "site-search"
    label = "Site search"
    initial_data: ClassVar[dict[str, Any]] = {"contents": {}}

    @property
    def contents(self) -> dict[str, Content]:
        """What is written on each page."""
        return cast("dict[str, Content]", self.data["contents"])

    def clear_doc(self, docname: str) -> None:
        """Forget a document that is read again or gone."""
        self.contents.pop(docname, None)

    def merge_domaindata(self, docnames: Set[str], otherdata: dict[str, Any]) -> None:
        """Take over what a parallel worker has read."""
        found = otherdata["contents"]
        self.contents.update({name: found[name] for name in docnames & found.keys()})

    def resolve_any_xref(self, *_about: Any) -> list[tuple[str, nodes.reference]]:
        """Return nothing: there are no objects."""
        return []

    def process_doc(self, env: BuildEnvironment, docname: str, document: nodes.document) -> None:
        """Keep the words of a document; its own title is the entry's affair."""
        blocks = list(texts(document))
        _, *headings = [words for block, words in blocks if isinstance(block, nodes.title)] or [""]
        prose = [words for block, words in blocks if not isinstance(block, nodes.title)]
        lead = [words for block, words in blocks if _is_plain(block)]
        content = Content(" ".join(headings), " ".join(prose), _shortened(" ".join(lead)))
        self.contents[docname] = content


def texts(node: nodes.Element) -> Iterator[tuple[nodes.Element, str]]:
    """Yield the paragraphs and headings in a node, with their words."""
    for block, parts in groupby(node.findall(nodes.Text), key=_block):
        # What stands outside of them is ornament.
        if isinstance(block, nodes.TextElement) and not isinstance(block, nodes.Invisible):
            yield block, "".join(parts)


def _is_plain(block: nodes.Element) -> bool:
    """Tell whether a paragraph's words are final: references may still become titles."""
    references = block.findall(addnodes.pending_xref)
    in_text = isinstance(block, nodes.paragraph) and not isinstance(block.parent, nodes.entry)
    return in_text and all(reference["refexplicit"] for reference in references)


def _shortened(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= _LEAD else words[:_LEAD].rpartition(" ")[0] + " …"


def _block(node: nodes.Node) -> nodes.Element:
    """Return the nearest element around a node that is more than a part of a line."""
    while isinstance(node, nodes.Text | nodes.Inline):
        node = node.parent
    return cast("nodes.Element", node)


def replace_search(app: Sphinx) -> None:
    """Leave out Sphinx's index."""
    if makes_site(app):
        cast("StandaloneHTMLBuilder", app.builder).search = False


def search_page(app: Sphinx) -> list[tuple[str, dict[str, Any], str]]:
    """Return the page that Sphinx writes only with its own index."""
    return [("search", {}, "search.html")] if makes_site(app) else []


def write_index(app: Sphinx, exception: Exception | None) -> None:
    """Write the index, unless it is there."""
    if exception is not None or not makes_site(app):
        return
    for name in _SPHINX_SEARCH:
        (app.outdir / "_static" / name).unlink(missing_ok=True)
    entries, contents = _entries(app), _contents(app.env)
    digest = hashlib.sha256(repr((_VERSION, entries, sorted(contents.items()))).encode())
    folder = app.outdir / FOLDER
    version = digest.hexdigest()[:12]
    if not ((folder / version).is_dir() and (folder / "index.json").is_file()):
        _replace(folder, _index(app, entries, contents, version), version)


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


def _contents(env: BuildEnvironment) -> dict[str, Content]:
    return cast("SearchDomain", env.get_domain(SearchDomain.name)).contents


def _entries(app: Sphinx) -> list[Entry]:
    """Return all entries in their order: those of extensions, and the pages that have none."""
    entries: list[Entry] = [entry for found in app.emit(EVENT) for entry in found]
    known = {entry.docname for entry in entries if not entry.anchor}
    for docname in _contents(app.env):
        if docname not in known:
            entries.append(Entry(_("Page"), app.env.titles[docname].astext(), docname))
    # Sphinx's own word, at the top of a page, for what is not to be found.
    found = [entry for entry in entries if "nosearch" not in app.env.metadata[entry.docname]]
    return sorted(found, key=lambda e: (e.kind, casefold(e.title), e.docname, e.anchor))


def _index(
    app: Sphinx, entries: list[Entry], contents: Mapping[str, Content], version: str
) -> dict[str, Any]:
    """Return the files of the index."""
    postings: defaultdict[str, dict[int, int]] = defaultdict(dict)
    passing: defaultdict[str, defaultdict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    for number, entry in enumerate(entries):
        for word, weight in _weights(entry, contents.get(entry.docname)).items():
            postings[word][number] = weight
        for name, value in entry.filters:
            passing[name][value].append(number)
    pieces = list(_pieces(postings))
    files: dict[str, Any] = {f"{version}/words-{n}.json": piece for n, piece in enumerate(pieces)}
    for n, start in enumerate(range(0, len(entries), _BLOCK)):
        block = entries[start : start + _BLOCK]
        files[f"{version}/entries-{n}.json"] = [_shown(app, entry, contents) for entry in block]
    return files | {
        "index.json": {
            "version": version,
            "block": _BLOCK,
            "kinds": {k: len(list(e)) for k, e in groupby(entries, key=lambda e: e.kind)},
            "filters": {
                name: {value: _differences(numbers) for value, numbers in sorted(values.items())}
                for name, values in sorted(passing.items())
            },
            "words": [next(iter(piece)) for piece in pieces],
        }
    }


def _shown(app: Sphinx, entry: Entry, contents: Mapping[str, Content]) -> list[str]:
    """Return what readers see of an entry, and where it leads."""
    address = app.builder.get_target_uri(entry.docname)
    if entry.anchor:
        return [entry.title, f"{address}#{entry.anchor}", entry.detail]
    return [entry.title, address, entry.detail or contents[entry.docname].lead]


def _weights(entry: Entry, content: Content | None) -> Counter[str]:
    """Return the words that find an entry, with their weights."""
    title = _words(entry.title)
    # A short title is more about each of its words.
    weights = Counter(dict.fromkeys(title, 5 if entry.echo else 8 + 8 // (len(title) or 1)))
    weights.update(dict.fromkeys(_words(f"{entry.detail} {entry.text}"), 4))
    if content and not entry.anchor:
        weights.update(dict.fromkeys(_words(content.headings), 2))
        # Repetition says something, but not much.
        weights.update({word: min(n, 3) for word, n in Counter(_words(content.prose)).items()})
    return weights


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", casefold(text))


def _pieces(postings: Mapping[str, Mapping[int, int]]) -> Iterator[dict[str, list[int]]]:
    """Split the words, in alphabetical order, into pieces of about one size."""
    piece: dict[str, list[int]] = {}
    size = 0
    for word, weights in sorted(postings.items()):
        numbers = sorted(weights)
        posting = [
            part
            for number, gap in zip(numbers, _differences(numbers), strict=True)
            for part in (gap, weights[number])
        ]
        more = len(f'{{"{word}":{posting}}}') - (len(posting) - 1)  # JSON has no spaces here
        if piece and size + more > _PIECE:
            yield piece
            piece, size = {}, 0
        piece[word] = posting
        size += more
    if piece:
        yield piece


def _differences(numbers: Iterable[int]) -> list[int]:
    """Return rising numbers as their differences, which are shorter."""
    return [later - earlier for earlier, later in pairwise((0, *numbers))]


def setup(app: Sphinx) -> ExtensionMetadata:
    """Register the event, the collector and the handlers."""
    app.setup_extension("sphinx_workshop.site.language")
    app.add_event(EVENT)
    app.add_domain(SearchDomain)
    app.connect("builder-inited", replace_search)
    app.connect("html-collect-pages", search_page)
    app.connect("build-finished", write_index)
    return {
        "version": "1",
        "env_version": 1,
        "parallel_read_safe": True,
        "parallel_write_safe": True,
    }
