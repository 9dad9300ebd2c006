"""What contributors do to a site, each by one edit of one file, wherever its pages have a place.

A task finds its place by structure: any paper without a code link, any session with a gap after
it. It knows no content, and returns None where the pages have no such place.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import UTC, date, timedelta
from zoneinfo import ZoneInfo

from places import Contribution, Page, Place, Sources
from sphinx_workshop.core import author_list, fields, urls
from sphinx_workshop.core.field_table import PAPER, PERSON, SESSION
from sphinx_workshop.core.model import Author, person_id
from sphinx_workshop.editing import paper_page, schedule_page
from sphinx_workshop.editing.page_text import Edit, option_edit
from sphinx_workshop.editing.schedule_page import WrittenSession

SEARCH = "search"
"""Stands for the search index among the places where a contribution is shown."""

QUARTER = timedelta(minutes=15)
NIGHT = timedelta(hours=24)
CITATIONS = (urls.BIBTEX, urls.RIS, urls.CSL)
Task = Callable[[Sources], Contribution | None]


def _authors(place: Place) -> tuple[Author, ...]:
    return author_list.authors(place.directive.option("authors"))


def _written(place: Place, authors: tuple[Author, ...]) -> Edit:
    return place.option("authors", author_list.written(authors), [*PAPER])


def _where_authors_are(sources: Sources, paper: Page) -> list[str]:
    """Return what must show an author of a paper."""
    return [
        paper.html,
        *sources.listing("paper-list"),
        *sources.listing("author-index"),
        *(f"**/{name}{ending}" for name in (paper.stem, "papers") for ending in CITATIONS),
        "**/papers.json",
        SEARCH,
    ]


def _everywhere(places: Iterable[str], text: str) -> tuple[tuple[str, str], ...]:
    return tuple((place, text) for place in places)


def correct_an_author(sources: Sources) -> Contribution | None:
    """Correct an author's name on a paper; of one who has an entry, if there is one."""
    named = sources.speakers
    authors = [
        (person_id(author.name) not in sources.entries, number, place)
        for place in sources.all("paper")
        if len(_authors(place)) > 1
        for number, author in enumerate(_authors(place))
        if (id := person_id(author.name)) in sources.entries
        or (id not in named and not sources.mentions(id))
    ]
    if not authors:
        return None
    _, number, place = min(authors, key=lambda found: found[0])
    corrected = list(_authors(place))
    name = f"{corrected[number].name.split()[0]} Quokkavale"
    corrected[number] = replace(corrected[number], name=name)
    shown = _everywhere(_where_authors_are(sources, place.page), "Quokkavale")
    return Contribution(place.page.file, _written(place, tuple(corrected)), shown)


def correct_a_person(sources: Sources) -> Contribution | None:
    """Correct the name at the entry of a person with an id."""
    place = next((p for p in sources.all("person") if p.directive.option("id")), None)
    if place is None:
        return None
    found = place.directive
    name = f"{found.argument.split()[0]} Quokkamoor"
    edit = Edit(found.start, found.start + 1, f"{found.fence}{{person}} {name}\n")
    return Contribution(place.page.file, edit, _everywhere([place.page.html, SEARCH], "Quokkamoor"))


def add_a_coauthor(sources: Sources) -> Contribution | None:
    """Add an author at the end of a paper's list."""
    place = next(reversed(sources.all("paper")), None)
    if place is None:
        return None
    authors = (*_authors(place), Author("Søren Quokkaby", ("Institute of Shade",)))
    shown = _everywhere(_where_authors_are(sources, place.page), "Quokkaby")
    return Contribution(place.page.file, _written(place, authors), shown)


def add_a_paper(sources: Sources) -> Contribution | None:
    """Add the page of a paper, with a topic and a link to code."""
    folder = sources.folder_of("paper")
    if folder is None:
        return None
    page = Page(f"{folder}quokka-census", [])
    numbers = [int(place.directive.argument) for place in sources.all("paper")]
    topics = [place.page for place in sources.all("topic")][:1]
    values = {
        "title": "A census of quokkas",
        "authors": "Ada Quokkaton* (University of the Shade); Li Wei",
        "topics": "; ".join(topic.stem for topic in topics),
        "code": "https://example.org/quokka-census",
        "summary": "Quokkas are counted by their shadows.",
    }
    text = paper_page.new_paper_page(max(numbers, default=0) + 1, values)
    shown = _everywhere(_where_authors_are(sources, page), "Quokkaton")
    lists = [*sources.listing("paper-list"), *(topic.html for topic in topics), "**/papers.json"]
    shown += _everywhere([page.html, *lists], values["title"])
    shown += _everywhere([page.html, "**/papers.json"], values["code"])
    return Contribution(page.file, Edit(0, 0, text), shown)


def add_a_code_link(sources: Sources) -> Contribution | None:
    """Add a link to code to a paper that has none."""
    papers = sources.all("paper")
    place = next((p for p in papers if not p.directive.option("code")), None)
    if place is None:
        return None
    code = "https://example.org/quokka-code"
    edit = place.option("code", code, [*PAPER])
    return Contribution(
        place.page.file, edit, _everywhere([place.page.html, "**/papers.json"], code)
    )


def move_a_session(sources: Sources) -> Contribution | None:
    """Move a session by a quarter of an hour, or let it begin later where there is no gap."""
    for page in dict.fromkeys(place.page.name for place in sources.all("schedule")):
        sessions = schedule_page.SchedulePage(sources.folder / f"{page}.md").sessions
        for rest in (QUARTER, timedelta(0)):
            for session in sessions:
                start, end = session.start + QUARTER, session.end + rest
                if start < end <= NIGHT and not _busy(sessions, session, end):
                    return _moved(sources, page, session, start, end)
    return None


def _busy(sessions: Iterable[WrittenSession], moved: WrittenSession, end: timedelta) -> bool:
    """Return whether another session is in the room before a moved one ends."""
    room = moved.values.get("room")
    there = (s for s in sessions if s.day == moved.day and s.values.get("room") == room)
    return any(moved.start < other.start < end for other in there)


def _moved(
    sources: Sources, page: str, session: WrittenSession, start: timedelta, end: timedelta
) -> Contribution:
    clock = schedule_page.clock
    time = f"{clock(start)}-{clock(end)}"
    edit = option_edit(session.place, "time", time, [*SESSION])
    instant = fields.at(session.day, start, ZoneInfo(sources.timezone))
    shown = (
        (f"{page}.html", f"{clock(start)}–{clock(end)}"),
        ("**/schedule.json", f'"date": "{instant.isoformat()}"'),
        (f"**/sessions/{session.id}.ics", f"DTSTART:{instant.astimezone(UTC):%Y%m%dT%H%M%SZ}"),
    )
    return Contribution(f"{page}.md", edit, shown)


def add_a_topic(sources: Sources) -> Contribution | None:
    """Add the page of a topic."""
    folder = sources.folder_of("topic")
    if folder is None:
        return None
    page = Page(f"{folder}quokkas", [])
    order = max((int(p.directive.option("order")) for p in sources.all("topic")), default=0) + 1
    text = f"# What quokkas see\n\n:::{{topic}} Quokka optics\n:order: {order}\n\nSeen.\n:::\n"
    lists = [*sources.listing("topic-list"), "**/papers.json"]
    shown = ((page.html, "What quokkas see"), *_everywhere([*lists, SEARCH], "Quokka optics"))
    return Contribution(page.file, Edit(0, 0, text), shown)


def add_a_speaker(sources: Sources) -> Contribution | None:
    """Add a speaker, with a note, after the others."""
    people = sources.all("person")
    speaking = {"keynote", "invited"}
    found = [p for p in people if speaking & {*p.directive.option("roles").split("; ")}] or people
    if not found:
        return None
    place = found[-1]
    text = (
        "\n:::{person} Åsa Quokkström\n:id: asa-quokkstrom\n:affiliation: Shade College\n"
        ":roles: invited\n\nSpeaks about quokkas at dusk.\n:::\n"
    )
    edit = Edit(place.directive.end, place.directive.end, text)
    people_lists = [
        list_.page.html
        for list_ in sources.all("people")
        if "invited" in list_.directive.option("role")
    ]
    shown = _everywhere([place.page.html, *people_lists, SEARCH], "Quokkström")
    shown += ((place.page.html, "Speaks about quokkas at dusk."),)
    return Contribution(place.page.file, edit, shown)


def add_a_question(sources: Sources) -> Contribution | None:
    """Add a question at the end of the page that asks most."""

    def questions(page: Page) -> int:
        return sum(line.startswith("## ") and line.rstrip().endswith("?") for line in page.lines)

    page = max(sources.pages, key=questions)
    if not questions(page):
        return None
    question = "May I bring a quokka?"
    edit = page.appended(f"## {question}\n\nYes, on a lead.")
    return Contribution(page.file, edit, _everywhere([page.html], question))


def add_a_deadline(sources: Sources) -> Contribution | None:
    """Add a deadline, on the day of another."""
    place = next(reversed(sources.all("deadline")), None)
    if place is None:
        return None
    when = place.directive.option("when")
    text = f"\n:::{{deadline}} Quokka registration\n:id: quokka-registration\n:when: {when}\n:::\n"
    edit = Edit(place.directive.end, place.directive.end, text)
    pages = [place.page.html, *sources.listing("deadlines"), "**/dates.ics"]
    shown = (*_everywhere(pages, "Quokka registration"), (SEARCH, "quokka"))
    return Contribution(place.page.file, edit, shown)


def add_a_change(sources: Sources) -> Contribution | None:
    """Say what changed on a page, on the day after the last change."""
    days = [fields.day(place.directive.argument) for place in sources.all("change")]
    day = max(days, default=date(2001, 1, 1)) + timedelta(days=1)
    papers = sources.all("paper")
    page = papers[0].page if papers else sources.pages[0]
    text = "The quokkas are counted."
    edit = page.appended(f":::{{change}} {day}\n{text}\n:::")
    return Contribution(
        page.file, edit, _everywhere([page.html, *sources.listing("changes"), "changes.xml"], text)
    )


def add_a_picture(sources: Sources) -> Contribution | None:
    """Add a picture to a page of text, and its file beside the page."""
    objects = {place.page.name for place in sources.places}
    page = next((page for page in sources.pages if page.name not in objects), None)
    if page is None:
        return None
    edit = page.appended("![A quokka in the shade](quokka.png)")
    shown = ((page.html, "A quokka in the shade"), ("_images/quokka.png", ""))
    return Contribution(page.file, edit, shown, (f"{page.folder}quokka.png",))


def add_a_spelling(sources: Sources) -> Contribution | None:
    """Add another spelling of the name of a person who has one only."""
    people = sources.all("person")
    place = next((p for p in people if not p.directive.option("also")), None)
    if place is None:
        return None
    name = f"{place.directive.argument.split()[0]} Quokkanova"
    edit = place.option("also", name, [*PERSON])
    return Contribution(place.page.file, edit, ((SEARCH, "Quokkanova"),))


TASKS: dict[str, Task] = {
    "correct an author's name": correct_an_author,
    "correct the name at a person's entry": correct_a_person,
    "add a co-author": add_a_coauthor,
    "add a paper with a code link": add_a_paper,
    "add a code link": add_a_code_link,
    "move a session": move_a_session,
    "add a topic": add_a_topic,
    "add a speaker with a note": add_a_speaker,
    "add a question": add_a_question,
    "add a deadline": add_a_deadline,
    "add a change": add_a_change,
    "add a picture": add_a_picture,
    "add another spelling of a name": add_a_spelling,
}
