"""A workshop of three days: two in four rooms, with a block and a change of plans; the last in one.

Its main room is `Hall`, where sessions are that name none.
"""

from __future__ import annotations

from written import page, schedule, session

FACTS = {"start": "2031-06-10", "end": "2031-06-12", "timezone": "Europe/Lisbon", "room": "Hall"}

PAPERS = {
    "tides": (3, "TIDES: Reading the Sea by Its Edges", "Ana Brás* (Port); Ole Juul (Shore)"),
    "gulls": (14, "Gulls Counted in Flight", "Ida Næss* (Shore)"),
    "kelp": (15, "Kelp Forests from Orbit", "Tom Quay*; Una Reis"),
    "fog": (92, "Learning to See through Fog", "Vera Wold*; Ana Brás (Port)"),
}
"""Id to number, title and authors."""


TUESDAY = [
    session("welcome", "09:00-09:15", "Welcome", kind="intro"),
    session("shores", "09:15-10:00", "What shores remember", kind="keynote", speakers="mia-lund"),
    session("coffee", "10:00-10:30", "Coffee", kind="break", room="Foyer"),
    session("tides", "10:30-11:00", paper="tides", room="Hall"),
    session("gulls", "10:30-10:45", paper="gulls", room="Room 2"),
    session("kelp", "10:45-11:00", paper="kelp", room="Room 2"),
    session("nets", "10:30-12:00", "Mend a net", kind="tutorial", room="Room 10"),
    session("lightning", "11:00-12:00", "Lightning talks", room="Büro"),
    session("lamp", "11:00-11:10", "A lamp for eels", room="Büro", block="lightning"),
    session("reef", "11:10-11:20", "Reefs, heard", room="Büro", block="lightning"),
    session("salt", "11:15-12:00", "Salt and time", room="Room 2", status="cancelled"),
    session("fog", "11:30-12:00", paper="fog", room="Room 2", was="2031-06-10 11:15-11:45"),
    session("lunch", "12:00-13:30", "Lunch", kind="break"),
    session("floor", "15:00-16:00", "Who owns the sea floor?", kind="panel", speakers="mia-lund"),
]
WEDNESDAY = [
    session("dunes", "09:00-10:00", "How dunes walk", room="Room 2", track="Land"),
    session("buoys", "09:30-10:30", "Buoys that talk", room="Room 10", track="Sea"),
    session("posters", "11:00-12:00", "Posters", kind="poster-session", language="pt"),
]
THURSDAY = [
    session("closing", "09:00-10:00", "What we leave", kind="keynote", speakers="mia-lund"),
    session("farewell", "10:00-10:30", "Farewell", kind="break", room="Foyer"),
]


PROGRAM = page(
    "Program",
    schedule("2031-06-10", *TUESDAY),
    schedule("2031-06-11", *WEDNESDAY),
    schedule("2031-06-12", *THURSDAY),
)

FILES: dict[str, str] = {
    "index.md": "# Home\n\n:::{event}\nThree days.\n:::\n\n:::{toctree}\n:hidden:\n\n"
    "program/index\nprogram/speakers\nprogram/authors\nprogram/papers/index\n:::\n",
    "program/index.md": PROGRAM,
    "program/speakers.md": "# Speakers\n\n:::{person} Mia Lund\n:affiliation: Shore\n"
    ":roles: keynote\n:::\n",
    "program/authors.md": "# Authors\n\n:::{author-index}\n:::\n",
    "program/papers/index.md": "# Papers\n\n:::{paper-list}\n:::\n\n:::{toctree}\n:hidden:\n"
    ":glob:\n\n*\n:::\n",
} | {
    f"program/papers/{id}.md": f"# {title}\n\n:::{{paper}} {number}\n:authors: {authors}\n\n"
    "An invented summary.\n:::\n"
    for id, (number, title, authors) in PAPERS.items()
}


def settings(given: dict[str, object]) -> dict[str, object]:
    """Return the facts of the workshop on top of others."""
    return given | FACTS | {"kinds": {"tutorial": "Tutorial"}}
