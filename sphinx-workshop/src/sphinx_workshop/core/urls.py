"""Where the files for machines lie: paths relative to the site's root, and whole addresses."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING
from urllib.parse import quote, unquote, urlsplit
from uuid import NAMESPACE_URL, uuid5

from .model import Paper

if TYPE_CHECKING:
    from .model import Event, Record, Session
    from .parts import Part
    from .program import Program
    from .values import Picture

CHANGES_FEED = "changes.xml"
"""The path of the feed of changes."""
BIBTEX, RIS, CSL = ".bib", ".ris", ".csl.json"
"""How the files of citations end, of one paper and of all."""
ASSETS = (".pdf", ".pptx", ".odp", ".png", ".jpg", ".jpeg", ".webp")
"""How the files of slides and posters end; others are not published, for a page could be one."""
CALENDAR, PICTURE = ".ics", ".png"
"""How the files of calendars end, and those of pictures for links."""


def program_calendar(program: Program) -> str:
    """Return the path of the calendar of all sessions."""
    return beside_schedule(program, "program.ics")


def beside_session(session: Session, ending: str) -> str:
    """Return the path of a file about one session: named by its id, in a folder beside its page."""
    return _beside(session.docname, f"sessions/{session.id}{ending}")


def part_calendar(program: Program, part: Part) -> str:
    """Return the path of the calendar of a part of the program."""
    return beside_schedule(program, f"{part.by}/{part.id}.ics")


def dates_calendar(program: Program) -> str:
    """Return the path of the deadlines' calendar, beside the page that declares them."""
    return _beside(min(d.docname for d in program.deadlines.values()), "dates.ics")


def beside_paper(paper: Paper, ending: str) -> str:
    """Return the path of a file about one paper: named as its page, beside it."""
    return paper.docname + ending


def papers(program: Program, ending: str) -> str:
    """Return the path of a file about all papers: named as their folder, beside it."""
    # Each page asks, and of thousands of papers the first is enough: records stand by their pages.
    first = next(record for record in program.records if isinstance(record, Paper))
    return f"{posixpath.dirname(first.docname) or 'papers'}{ending}"


def booklets(program: Program) -> list[str]:
    """Return the paths of the booklet in the forms that are published beside its page."""
    page = program.booklet_page
    return (
        [page + ending for ending in (".pdf", ".epub")] if page and program.event.booklets else []
    )


def beside_schedule(program: Program, name: str) -> str:
    """Return the path of a file about the whole program, beside the schedule's page."""
    return _beside(schedule(program), name)


def schedule(program: Program) -> str:
    """Return the page of the schedule, which lists the days where these have pages of their own."""
    written = program.pages.get("schedule")
    return written or min(session.docname for session in program.sessions.values())


def embedded_schedule(program: Program) -> str:
    """Return the page that shows the schedule in frames on other sites."""
    return beside_schedule(program, "embed")


def _beside(docname: str, name: str) -> str:
    return posixpath.join(posixpath.dirname(docname), name)


def relative(event: Event, path: str, docname: str) -> str:
    """Return the address of a file, or of a page's folder, as a page links to it."""
    # Of paths that begin at a root, no working directory is asked for.
    found = posixpath.relpath(f"/{path}", f"/{posixpath.dirname(page_path(event, docname))}")
    return quote(f"{found}/" if not path or path.endswith("/") else found)


def picture(program: Program, found: Picture) -> str:
    """Return the whole address of a picture."""
    return absolute(program.event, program.picture_path(found.path))


def absolute(event: Event, path: str) -> str:
    """Return the whole address of a file; from the site's root where the site's own is unknown."""
    return event.site + quote(path)


def asset(event: Event, address: str) -> str:
    """Return the path of a file in `assets/` that is published at an address, or nothing."""
    is_ours = address.startswith(absolute(event, "assets/")) and address.endswith(ASSETS)
    return unquote(address.removeprefix(event.site)) if is_ours else ""


def page_path(event: Event, docname: str) -> str:
    """Return the address of a page from the site's root, as Sphinx's builders make it."""
    if event.page_ending == "/" and posixpath.basename(docname) == "index":
        return docname.removesuffix("index")
    return docname + event.page_ending


def page(event: Event, docname: str) -> str:
    """Return the whole address of a page."""
    return absolute(event, page_path(event, docname))


def place(event: Event, record: Record) -> str:
    """Return the whole address of an object: its page, and its place there."""
    return page(event, record.docname) + (f"#{record.anchor}" if record.anchor else "")


def feed(event: Event, path: str) -> str:
    """Return the `webcal:` address by which calendars subscribe to a file."""
    return urlsplit(absolute(event, path))._replace(scheme="webcal").geturl()


def google(event: Event, path: str) -> str:
    """Return the address at which Google Calendar asks whether to subscribe to a file.

    Google documents none; this one is widely used, takes `webcal:` addresses, and redirects to the
    calendar of whoever is signed in.
    """
    return f"https://calendar.google.com/calendar/render?cid={quote(feed(event, path), safe='')}"


def guid(event: Event, name: str) -> str:
    """Return a UUID for a thing of this site; the same in every build."""
    return str(uuid5(NAMESPACE_URL, (event.site or f"{event.uid}/") + name))


def host(address: str) -> str:
    """Return the name of the site that a web address leads to, as readers know it."""
    return (urlsplit(address).hostname or "").removeprefix("www.")


def uri(address: str) -> str:
    """Return a web address with all that is no ASCII, or has no place in one, encoded."""
    return quote(address, safe=":/?#[]@!$&'()*+,;=%")
