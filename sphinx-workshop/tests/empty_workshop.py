"""A workshop in Greek of which nothing is known yet: its listings have nothing to list."""

from __future__ import annotations

from written import contents, directive, page

LISTINGS = ("topic-list", "paper-list", "schedule", "people", "deadlines", "author-index")
EMPTY: dict[str, str] = {
    "index.md": page(
        "Αρχή", directive("event"), *map(directive, LISTINGS), contents("topic", "paper")
    ),
    "topic.md": page("Θέμα", directive("topic", "Θέμα", "Η αρχή.", order="1")),
    "paper.md": page("Άρθρο", directive("paper", "1", "Περίληψη.", authors="Άννα Λέου")),
}
