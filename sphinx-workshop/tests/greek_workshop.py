"""A workshop whose content has no Latin letter: each that is on a page is the engine's.

It uses every directive and role, has two days, two rooms, words of its own for kinds, and papers of
one page and of several, so that every word of the engine is shown somewhere.
"""

from __future__ import annotations

from typing import Any

from inline_site import SETTINGS
from written import contents, directive, page, schedule, session

LANGUAGE = "uk"
"""Its days and zones have no Latin letter either, and it has three forms of a plural.

Greek itself is a language that docutils lacks: where tests build, that is a warning.
"""

FACTS: dict[str, Any] = {
    "name": "Μάθηση από λιβάδια",
    "kind": "ημερίδα",
    "place": "Σπάρτη",
    "online_url": "https://example.org/live",
    "conference": "ΑΓΡΟΣ 2016",
    "conference_name": "39ο Συνέδριο",
    "start": "2016-07-22",
    "end": "2016-07-23",
    "timezone": "America/New_York",
    "paper_note": "Όλα είναι επινοημένα.",
    "proceedings_note": "Πρόχειρο",
    "keywords_by": "authors",
    "kinds": {"tutorial": "Φροντιστήριο"},
    "formats": {"oral": "Ομιλία"},
    "editions": {"2015": "https://example.org/2015/"},
}

NAMES: dict[str, Any] = {
    "project": "Λιβάδια",
    "author": "οι οργανωτές",
    "copyright": "2016, οι οργανωτές",
    "html_title": "Λιβάδια",
    "workshop_page_image": ("_static/picture.png", "Ένα λιβάδι"),
    "redirects": {"old": "index.html"},
    "workshop_booklets": True,
    "extensions": [*SETTINGS["extensions"], "sphinx_workshop.site.redirects"],
}
"""Settings beside those of `inline_site`."""


def _paper(title: str, number: int, authors: str, **options: str) -> str:
    return page(title, directive("paper", str(number), "Περίληψη.", authors=authors, **options))


FILES: dict[str, str] = {
    "index.md": page(
        "Αρχή",
        directive("event", text="Δύο ημέρες."),
        *map(directive, ("topic-list", "deadlines", "people")),
        *(directive("calendar", of=what) for what in ("program", "dates")),
        *map(directive, ("changes", "editions", "booklet-links")),
        directive("schedule", kind="keynote"),
        contents("topics/index", "program/index", "papers/index", "dates", "booklet"),
    ),
    "topics/index.md": page(
        "Θέματα", directive("topic-map"), directive("toctree", text="one\ntwo\nthree")
    ),
    "topics/one.md": page("Πρώτο θέμα", directive("topic", "Πρώτο", "Η αρχή.", order="1")),
    "topics/two.md": page("Δεύτερο θέμα", directive("topic", "Δεύτερο", "Το μέσον.", order="2")),
    "topics/three.md": page("Τρίτο θέμα", directive("topic", "Τρίτο", "Το τέλος.", order="3")),
    "papers/index.md": page(
        "Άρθρα",
        directive("paper-list"),
        directive("paper-list", kind="oral"),
        directive("change", "2016-03-01", "Νέα άρθρα."),
        contents("*", glob=""),
    ),
    "papers/alpha.md": _paper(
        *("Τα άλφα", 7, "Άννα Λέου* (Βορράς; Νότος); Μπόρις Ρέος (Βορράς)"),
        topics="one; two",
        keywords="σωμάτια; ήλιο",
        code="https://example.org/alpha",
        pages="1",
    ),
    "papers/beta.md": _paper(
        *("Τα βήτα", 3, "Μπόρις Ρέος (Βορράς)"),
        topics="one; two",
        keywords="σωμάτια; ήλιο",
        arxiv="2207.00001",
        pages="4",
    ),
    "papers/gamma.md": _paper("Τα γάμμα", 12, "Κλειώ Μέδου", topics="one", keywords="σωμάτια"),
    "papers/delta.md": _paper("Τα δέλτα", 13, "Ζωή Κανέλλου"),
    "papers/epsilon.md": _paper("Τα έψιλον", 14, "Ηρώ Λαμπρού", topics="two"),
    "program/index.md": page(
        "Πρόγραμμα",
        schedule(
            "2016-07-22",
            session("opening", "09:00-09:15", "Έναρξη", kind="intro"),
            session(
                *("main", "09:15-10:00", "Το κύριο"),
                kind="keynote",
                speakers="dana-fox; ann-lee",
                topics="one",
            ),
            session("alpha", "10:00-10:15", paper="alpha"),
            session("coffee", "10:30-11:00", "Καφές", kind="break"),
            session("beta", "11:00-11:15", paper="beta", kind="oral"),
        ),
        schedule(
            "2016-07-23",
            session("debate", "09:00-10:00", "Συζήτηση", kind="panel", room="Αίθουσα"),
            session("posters", "10:00-11:00", "Αφίσες", kind="poster-session"),
            session("lecture", "11:00-12:00", "Διάλεξη", speakers="dana-fox"),
            session("exercise", "12:00-13:00", "Άσκηση", kind="tutorial"),
        ),
        contents("people", "authors"),
    ),
    "program/people.md": page(
        "Ομιλητές",
        directive(
            "person", "Δανάη Φώκου", id="dana-fox", affiliation="Δύση", roles="keynote; co-chair"
        ),
        directive(
            "person", "Άννα Λέου", id="ann-lee", affiliation="Βορράς", roles="invited; organizer"
        ),
    ),
    "program/authors.md": page("Συγγραφείς", directive("author-index")),
    "dates.md": page(
        "Ημερομηνίες",
        "Μέχρι {when}`submission`.\n",
        directive("deadline", "Υποβολή", id="submission", when="2016-05-23 23:59 AoE"),
        directive("deadline", "Ειδοποίηση", id="notification", when="2016-06-10"),
    ),
    "booklet.md": page("Βιβλίο", directive("booklet", text="Από τους οργανωτές.")),
}
