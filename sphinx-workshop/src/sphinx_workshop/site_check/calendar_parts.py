"""Checks the calendars of the program's parts: of topics, tracks, rooms, kinds and people."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING

from ..core.grouped import grouped
from ..core.parts import By
from .calendars import read_calendar
from .comparison import missing_and_unknown
from .finding import Finding, at
from .html import all_words
from .people import with_entries

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Mapping

    from .built_site import BuiltSite


def sessions(site: BuiltSite) -> Iterator[Finding]:
    """Each topic, track, room, kind and person has a calendar with the sessions of pages."""
    nodes = site.nodes("session")
    if not nodes:
        return
    kinds = {id: [str(node.get("data-kind", ""))] for id, node in nodes.items()}
    known = {
        By.TOPIC: _grouped(site.topics_of_sessions, site.objects("workshop:topic")),
        By.KIND: _grouped(kinds, {kind for (kind,) in kinds.values()} - {"break"}),
        By.PERSON: _grouped(_involved(site), with_entries(site)),
    }
    for by, groups in known.items():
        found = _parts(site, by)
        folder = site.beside_schedule(by)
        yield from at(folder, missing_and_unknown("this folder of calendars", found, groups))
        for id in found.keys() & groups.keys():
            messages = missing_and_unknown("the calendar", found[id], groups[id])
            yield from at(f"{folder}/{id}.ics", messages)
    room = ":scope > .workshop-time .workshop-room"
    rooms = {id: all_words(node, room) for id, node in nodes.items()}
    tracks = {id: [str(track)] for id, node in nodes.items() if (track := node.get("data-track"))}
    yield from _named(site, By.ROOM, rooms)
    yield from _named(site, By.TRACK, tracks)


def _named(site: BuiltSite, by: By, names: Mapping[str, Iterable[str]]) -> Iterator[Finding]:
    """The files of rooms and tracks have names of their own: each has the sessions of one."""
    known = {frozenset(ids) for ids in grouped(names, names.__getitem__).values()}
    found = {frozenset(ids) for ids in _parts(site, by).values()}
    for ids in sorted(map(sorted, known ^ found)):
        what = "no calendar has" if frozenset(ids) in known else "a calendar has"
        message = (
            f"{what} the sessions of one {by.removesuffix('s')}, and no others: {', '.join(ids)}"
        )
        yield Finding(site.beside_schedule(by), message)


def _involved(site: BuiltSite) -> dict[str, list[str]]:
    """Return who speaks, who chairs, and who wrote what is shown, of each session."""
    found = {id: [*names] for id, names in site.people_of_sessions.items()}
    for paper in site.data.papers.values():
        for session in paper.sessions:
            found.setdefault(session.id, []).extend(author.id for author in paper.authors)
    return found


def _grouped(names: Mapping[str, Iterable[str]], known: Container[str]) -> dict[str, list[str]]:
    """Return the ids of sessions by the names that each has, of those that are known."""
    found = grouped(names, names.__getitem__)
    return {name: ids for name, ids in found.items() if name in known}


def _parts(site: BuiltSite, by: By) -> dict[str, set[str]]:
    """Return the ids of the sessions of each calendar in a folder, by the calendar's name."""
    folder = site.beside_schedule(by)
    paths = [path for path in site.files("*.ics") if posixpath.dirname(path) == folder]
    return {posixpath.basename(path).removesuffix(".ics"): _ids(site, path) for path in paths}


def _ids(site: BuiltSite, path: str) -> set[str]:
    return {
        str(entry.get("UID", "")).partition(".")[0] for entry in read_calendar(site, path).events
    }
