"""The way of each field, from the page to the exports, is what the manual's table says."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import every_field
import exported
import three_days
from inline_site import SETTINGS, Built, InlineSite
from readers import json_ld, linked
from search_index import SearchIndex
from sphinx_workshop.core.field_entry import Importing
from sphinx_workshop.core.field_table import TABLES
from sphinx_workshop.core.program_fields import LISTINGS
from sphinx_workshop.site.search.words import stop_words, words_of
from sphinx_workshop.site_check import findings

if TYPE_CHECKING:
    from collections.abc import Callable

TABLE = Path(__file__).parents[2] / "docs" / "reference" / "fields.md"
HOMES = {
    "paper": "program/papers/tides.html", "session": "program/index.html",
    "room": "about/rooms.html", "person": "program/speakers.html", "topic": "call/coasts.html",
    "deadline": "call/dates.html", "sponsor": "about/sponsors.html",
}  # fmt: skip
IMPORTED = {
    Importing.MERGE: "yes", Importing.MERGE_AS_WHEN: "yes", Importing.NEW: "new ones",
    Importing.NEVER: "",
}  # fmt: skip
OBJECTS = [kind for kind in TABLES if kind not in LISTINGS]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    facts = three_days.settings(SETTINGS["workshop"]) | {"formats": {"lantern": "Lantern"}}
    site = InlineSite(tmp_path_factory.mktemp("every"), every_field.files(), {"workshop": facts})
    built = site.build()
    assert built.messages == []
    return built


def read(built: Built, pattern: str) -> str:
    """Return all files whose paths match; the folded lines of calendars are whole."""
    paths = sorted(built.output.rglob(pattern))
    return "\n".join(path.read_text("utf-8").replace("\r\n ", "") for path in paths)


def lists(built: Built, kind: str) -> str:
    """Return the bodies of the pages that only list objects of a type."""
    pages = {built.output / HOMES[kind], built.output / "search.html"}
    names = (path for path in sorted(built.output.rglob("*.html")) if path not in pages)
    found = (built.html(p.relative_to(built.output).with_suffix("").as_posix()) for p in names)
    return "\n".join(str(page.body) for page in found)


def data(built: Built) -> str:
    """Return what the papers' JSON says of papers and editors; it lists all topics, too."""
    found = exported.data(built, "papers.json")
    return json.dumps({name: found[name] for name in ("editors", "papers")}, ensure_ascii=False)


def metadata(built: Built, kind: str) -> str:
    """Return what machines read in the heads of home, of a paper's page and of an object's own."""
    pages = {"index", "program/papers/tides", HOMES[kind].removesuffix(".html")}
    heads = (built.html(name).select("script[type], meta") for name in sorted(pages))
    return "\n".join(str(tag) for head in heads for tag in head)


WAYS: dict[str, Callable[[Built, str], str]] = {
    "page": lambda built, kind: str(built.html(HOMES[kind].removesuffix(".html")).body),
    "lists": lists,
    "calendars": lambda built, _kind: read(built, "*.ics"),
    "apps": lambda built, _kind: read(built, "schedule.json"),
    "data": lambda built, _kind: data(built),
    "citations": lambda built, _kind: read(built, "tides.bib") + read(built, "tides.ris")
    + read(built, "tides.csl.json"),
    "metadata": metadata,
}  # fmt: skip


def table(built: Built) -> str:
    """Return the table in Markdown, as it is observed."""
    rows = [["object", "option", "import", *list(WAYS)[:2], "search", *list(WAYS)[2:]]]
    for kind in OBJECTS:
        texts = {way: found(built, kind) for way, found in WAYS.items()}
        for name, entry in TABLES[kind].items():
            sign = every_field.SIGNS[kind][name]
            seen = ["yes" if re.search(sign, texts[way]) else "" for way in WAYS]
            seen.insert(2, "yes" if _is_found(built, kind, sign) else "")
            rows.append([kind, f"`:{name}:`", IMPORTED[entry.importing], *seen])
    rows.insert(1, ["---"] * len(rows[0]))
    return "\n".join(
        f"| {' | '.join(row)} |".replace("|  |", "| |").replace("|  |", "| |") for row in rows
    )


def _is_found(built: Built, kind: str, sign: str) -> bool:
    """Return whether the search finds an object of a type by all words of a sign's first part."""
    index = SearchIndex(built.output)
    words = set(words_of(sign.partition("|")[0].replace("\\", ""))) - stop_words()
    found = ({hit.address for hit in index.find(w) if hit.kind.lower() == kind} for w in words)
    return bool(words and set.intersection(*found))


def test_the_workshop_has_every_field() -> None:
    assert {kind: {*signs} for kind, signs in every_field.SIGNS.items()} == {
        kind: {*TABLES[kind]} for kind in OBJECTS
    }
    text = "\n".join(every_field.files().values())
    for kind in OBJECTS:
        assert [name for name in TABLES[kind] if f":{name}: " not in text] == []


def test_the_manuals_table_is_what_is_observed(built: Built) -> None:
    observed = table(built)
    assert observed in TABLE.read_text("utf-8"), f"write this into {TABLE.name}:\n{observed}"


@pytest.mark.parametrize(
    ("page", "kind", "found"),
    [
        ("program/papers/tides", "ScholarlyArticle", {"tides-video"}),
        ("index", "Event", {"tides-video", "nets-video"}),
    ],
)
def test_a_processor_of_linked_data_reads_the_recordings(
    page: str, kind: str, found: set[str], built: Built
) -> None:
    videos = linked(json_ld(built.html(page), kind), "VideoObject")
    said = [
        [
            video[f"https://schema.org/{name}"][0]["@value"]
            for name in ("name", "description", "url")
        ]
        for video in videos
    ]
    assert all(map(all, said))
    assert {url.rpartition("/")[2] for _, _, url in said} == found


def test_the_site_agrees_with_itself(built: Built) -> None:
    assert [found.message for found in findings(built.output)] == []
