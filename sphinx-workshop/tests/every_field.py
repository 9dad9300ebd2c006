"""A workshop of three days, four rooms and two languages, with every field of the field table.

It is that of `three_days` with the fields that this has not. For each field, `SIGNS` has what tells
it in pages and exports: a regular expression.
"""

from __future__ import annotations

import three_days
from written import directive, page

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {} {}"><path d="M0 0h9"/></svg>'
PAPER = """\
# TIDES: Reading the Sea by Its Edges

:::{paper} 3
:authors: Ana Brás* (Port); Ole Juul (Shore); Mia Lund
:topics: coasts
:track: Ebb
:keywords: ebbing
:format: lantern
:sessions: posters
:withdrawn: 2031-07-01 Salted data
:erratum: 2031-07-02 Swapped axes
:award: Pearl award
:board: 77
:code: https://example.org/tides-code
:arxiv: 3106.00001
:doi: 10.1000/tides
:openreview: https://example.org/tides-reviews
:project: https://example.org/tides-project
:conference: https://example.org/tides-conference
:video: https://example.org/tides-video
:slides: https://example.org/tides-slides
:poster: https://example.org/tides-poster
:later: https://example.org/tides-later Journal article
:figure: ../../assets/tides.svg
:alt: Two coastlines
:caption: Seen from orbit.
:pages: 41

An invented summary.
:::
"""
TOPICS = {
    "call/coasts.md": "# Where land ends\n\n:::{topic} Coasts\n:order: 1\n\nOf coasts.\n:::\n",
    "call/gales.md": "# When wind rises\n\n:::{topic} Gales\n:order: 2\n\nOf wind.\n:::\n",
}
SPEAKERS = page(
    "Speakers",
    directive(
        "person", "Mia Lund", "Mia Lund reads lighthouses.",
        id="mia-lund", affiliation="Lighthouse", roles="co-chair", also="M. Lundstrand",
        homepage="https://example.org/mia", github="https://github.com/mia-example",
        scholar="https://example.org/mia-scholar", mastodon="https://example.org/@mia-toots",
        bluesky="https://example.org/mia-sky", photo="../assets/mia.svg",
        alt="A woman with a lamp", credit="Pia Foto",
    ),
    directive("person", "Ana Brás", orcid="0000-0002-1825-0097"),
    directive("person", "Ole Stuhl"),
    directive("person", "Ruth Vang", roles="editor"),
    directive("person", "Kai Net"),
)  # fmt: skip
OFFICE = {"place": "Upper landing", "capacity": "77", "stream": "https://example.org/office-stream"}
ROOMS = page(
    "Rooms",
    directive("room", "Hall"),
    directive("room", "Büro", id="office", **OFFICE),
    *(directive("room", name) for name in ("Room 2", "Room 10", "Foyer")),
)
MOVED = {"when": "2031-05-23", "was": "2031-05-25", "moved": "forward"}
DATES = page("Dates", directive("deadline", "Submission", id="submission", **MOVED))
SPONSOR = {"level": "Coral", "link": "https://example.org/salt", "logo": "../assets/salt.svg"}
SPONSORS = page("Sponsors", directive("sponsor", "Salt Works", **SPONSOR))
_SESSIONS = (
    (
        ':id: nets\n:time: 10:30-12:00\n:kind: tutorial\n',
        ":id: nets\n:time: 10:30-12:00\n:kind: tutorial\n:speakers: kai-net\n:chair: ole-stuhl\n"
        ":track: Knots\n:language: pt\n:stream: https://example.org/nets-stream\n"
        ":video: https://example.org/nets-video\n:slides: https://example.org/nets-slides\n",
    ),
    (":id: reef\n", ":id: reef\n:topics: gales\n"),
    (":paper: kelp\n", ":paper: kelp\n:status: cancelled\n"),
)  # fmt: skip
_LISTED = "\ncall/dates\ncall/coasts\ncall/gales\nabout/rooms\nabout/sponsors\n:::\n"


def files() -> dict[str, str]:
    """Return the files of the workshop."""
    program = three_days.PROGRAM
    for old, new in _SESSIONS:
        assert old in program
        program = program.replace(old, new)
    index = three_days.FILES["index.md"]
    return three_days.FILES | {
        "index.md": index.removesuffix("\n:::\n").replace(
            "Three days.\n:::\n",
            "Three days.\n:::\n\n:::{people}\n:::\n\n:::{deadlines}\n:::\n\n:::{schedule}\n:::\n",
        )
        + _LISTED,
        "program/index.md": program,
        "program/speakers.md": SPEAKERS,
        "program/papers/tides.md": PAPER,
        "call/dates.md": DATES,
        "about/rooms.md": ROOMS,
        "about/sponsors.md": SPONSORS,
        "assets/tides.svg": SVG.format(60, 40),
        "assets/mia.svg": SVG.format(40, 40),
        **TOPICS,
        "assets/salt.svg": SVG.format(90, 30),
    }


SIGNS = {
    "paper": {
        "authors": "Brás", "topics": "Coasts|coasts|Where land ends", "track": "Ebb",
        "keywords": "ebbing", "format": "Lantern|lantern",
        "sessions": r'\.\./index\.html#session-posters|data-shows="paper:tides|"id": "posters"',
        "withdrawn": "Salted", "erratum": "Swapped", "award": "Pearl",
        "board": "Board 77|\"board\": \"77\"",
        "code": "tides-code", "arxiv": "3106.00001", "doi": "10.1000/tides",
        "openreview": "tides-reviews", "project": "tides-project", "conference": "tides-conference",
        "video": "tides-video",
        "slides": "tides-slides", "poster": "tides-poster", "later": "tides-later",
        "figure": "tides.svg", "alt": "Two coastlines", "caption": "Seen from orbit",
        "pages": "41 pages|\"pages\": 41",
    },
    "session": {
        "id": 'id="session-gulls"|#session-gulls|gulls\\.test2016|gulls\\.ics',
        "time": "10:30|T093000Z|T10:30",
        "status": "Cancelled|CANCELLED|cancelled",
        "was": "Moved from|previousStartDate", "kind": "Tutorial", "speakers": "Kai Net",
        "chair": "Ole Stuhl", "topics": "Gales|gales", "paper": "Gulls Counted", "room": "Room 2",
        "track": "Knots", "language": "Portuguese|\"pt\"",
        "block": "Part of|RELTYPE=PARENT|superEvent[^}]*Lightning",
        "stream": "nets-stream", "video": "nets-video", "slides": "nets-slides",
    },
    "room": {
        "id": "room-office|rooms/office|\"office\"", "place": "Upper landing",
        "capacity": "for 77 people|apacity\": ?77", "stream": "office-stream",
    },
    "person": {
        "id": 'id="person-mia-lund"|#person-mia-lund', "affiliation": "Lighthouse",
        "also": "Lundstrand",
        "roles": "Editor|editor = |\"editors?\":", "orcid": "0000-0002-1825-0097",
        "homepage": "example.org/mia\"", "github": "mia-example", "scholar": "mia-scholar",
        "mastodon": "@mia-toots", "bluesky": "mia-sky", "photo": "mia.svg",
        "alt": "A woman with a lamp", "credit": "Pia Foto",
    },
    "topic": {"order": "no sign: it is the order of lists"},
    "deadline": {
        "id": 'id="deadline-submission"|#deadline-submission|submission\\.test2016',
        "when": "23 May 2031|2031-05-23|20310523",
        "was": "25 May 2031", "moved": "no sign: it says that an earlier date is meant",
    },
    "sponsor": {"level": "Coral", "link": "example.org/salt", "logo": "salt.svg"},
}  # fmt: skip
