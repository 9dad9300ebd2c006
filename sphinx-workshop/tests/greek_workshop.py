"""A workshop whose content has no Latin letter: each that is on a page is the engine's.

It uses every directive and role, has two days, two rooms, words of its own for kinds, and papers of
one page and of several, so that every word of the engine is shown somewhere.
"""

from __future__ import annotations

from typing import Any

from inline_site import SETTINGS

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

FILES: dict[str, str] = {
    "index.md": """\
# Αρχή

:::{event}
Δύο ημέρες.
:::

:::{topic-list}
:::

:::{deadlines}
:::

:::{people}
:::

:::{calendar}
:of: program
:::

:::{calendar}
:of: dates
:::

:::{changes}
:::

:::{editions}
:::

:::{booklet-links}
:::

:::{schedule}
:kind: keynote
:::

:::{toctree}
:hidden:

topics/index
program/index
papers/index
dates
booklet
:::
""",
    "topics/index.md": """\
# Θέματα

:::{topic-map}
:::

:::{toctree}
one
two
three
:::
""",
    "topics/one.md": "# Πρώτο θέμα\n\n:::{topic} Πρώτο\n:order: 1\n\nΗ αρχή.\n:::\n",
    "topics/two.md": "# Δεύτερο θέμα\n\n:::{topic} Δεύτερο\n:order: 2\n\nΤο μέσον.\n:::\n",
    "topics/three.md": "# Τρίτο θέμα\n\n:::{topic} Τρίτο\n:order: 3\n\nΤο τέλος.\n:::\n",
    "papers/index.md": """\
# Άρθρα

:::{paper-list}
:::

:::{paper-list}
:kind: oral
:::

:::{change} 2016-03-01
Νέα άρθρα.
:::

:::{toctree}
:hidden:
:glob:

*
:::
""",
    "papers/alpha.md": """\
# Τα άλφα

:::{paper} 7
:authors: Άννα Λέου* (Βορράς; Νότος); Μπόρις Ρέος (Βορράς)
:topics: one; two
:keywords: σωμάτια; ήλιο
:code: https://example.org/alpha
:pages: 1

Περίληψη.
:::
""",
    "papers/beta.md": """\
# Τα βήτα

:::{paper} 3
:authors: Μπόρις Ρέος (Βορράς)
:topics: one; two
:keywords: σωμάτια; ήλιο
:arxiv: 2207.00001
:pages: 4

Περίληψη.
:::
""",
    "papers/gamma.md": """\
# Τα γάμμα

:::{paper} 12
:authors: Κλειώ Μέδου
:topics: one
:keywords: σωμάτια

Περίληψη.
:::
""",
    "papers/delta.md": "# Τα δέλτα\n\n:::{paper} 13\n:authors: Ζωή Κανέλλου\n\nΠερίληψη.\n:::\n",
    "papers/epsilon.md": """\
# Τα έψιλον

:::{paper} 14
:authors: Ηρώ Λαμπρού
:topics: two

Περίληψη.
:::
""",
    "program/index.md": """\
# Πρόγραμμα

::::::{schedule} 2016-07-22

:::::{session} Έναρξη
:id: opening
:time: 09:00-09:15
:kind: intro
:::::

:::::{session} Το κύριο
:id: main
:time: 09:15-10:00
:kind: keynote
:speakers: dana-fox; ann-lee
:topics: one
:::::

:::::{session}
:time: 10:00-10:15
:paper: alpha
:::::

:::::{session} Καφές
:id: coffee
:time: 10:30-11:00
:kind: break
:::::

:::::{session}
:time: 11:00-11:15
:paper: beta
:kind: oral
:::::

::::::

::::::{schedule} 2016-07-23

:::::{session} Συζήτηση
:id: debate
:time: 09:00-10:00
:kind: panel
:room: Αίθουσα
:::::

:::::{session} Αφίσες
:id: posters
:time: 10:00-11:00
:kind: poster-session
:::::

:::::{session} Διάλεξη
:id: lecture
:time: 11:00-12:00
:speakers: dana-fox
:::::

:::::{session} Άσκηση
:id: exercise
:time: 12:00-13:00
:kind: tutorial
:::::

::::::

:::{toctree}
:hidden:

people
authors
:::
""",
    "program/people.md": """\
# Ομιλητές

:::{person} Δανάη Φώκου
:id: dana-fox
:affiliation: Δύση
:roles: keynote; co-chair
:::

:::{person} Άννα Λέου
:id: ann-lee
:affiliation: Βορράς
:roles: invited; organizer
:::
""",
    "program/authors.md": "# Συγγραφείς\n\n:::{author-index}\n:::\n",
    "dates.md": """\
# Ημερομηνίες

Μέχρι {when}`submission`.

:::{deadline} Υποβολή
:id: submission
:when: 2016-05-23 23:59 AoE
:::

:::{deadline} Ειδοποίηση
:id: notification
:when: 2016-06-10
:::
""",
    "booklet.md": "# Βιβλίο\n\n:::{booklet}\nΑπό τους οργανωτές.\n:::\n",
}
