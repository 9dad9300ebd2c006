"""An invented workshop of one day, built with the real site's theme, styles and templates."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

from inline_site import SETTINGS, Files
from one_day_pages import PAGES
from real_site import ROOT, run_sphinx

ZONE = "America/Chicago"
FACTS = SETTINGS["workshop"] | {
    "start": "2023-10-20",
    "end": "2023-10-20",
    "timezone": ZONE,
    "conference": "FIELD 2023",
    "conference_start": "2023-10-16",
    "conference_end": "2023-10-21",
    "uid": "meadows2023@example.org",
}

TOPICS = {
    "sound": ("Sound", "Listening to what grows"),
    "sight": ("Sight", "Looking at leaves from far away"),
    "germination": ("Germination", "How a seed decides that it is spring"),
    "weather": ("Weather", "Rain, wind and other inputs"),
    "insects": ("Insects", "Small animals in large numbers"),
    "soil": ("Soil", "What lies below a meadow"),
}
"""Id to short name and title, in order."""

TALKS = ("clover", "heron", "barn-owl", "bee-flow")
"""Ids of the papers that are given as talks, in order."""

PAPERS = {
    "clover": (
        61,
        "CLOVER: Counting Leaves over Verges Every Rainy Season",
        "Zoë Ångström* (North; South); Jon Vale (East)",
        "sight",
    ),
    "heron": (7, "Waiting Herons Seen by a Moored Camera", "Ugo Pratt*; Wim Quist", "sight"),
    "barn-owl": (
        12,
        "BARN: Night Vision for Barn Owls",
        "Hana Íñiguez* (West); Otto Łęski (West)",
        "sight; sound",
    ),
    "bee-flow": (30, "Flow of Bees through a Gap", "Pia Rossi*; Kei Sato", "insects"),
    "hay-count": (
        18,
        "Hay Bales Counted from Kites",
        "Ælfrīc Söderqvist* (North); Basil Médard (South)",
        "sight; weather",
    ),
    "hay-strong": (21, "Strong Hay Bales in Weak Light", "Lou Tanner*; Ida Ueda", "weather"),
    "hedge-maps": (24, "Maps of the Hedges of a Meadow", "Nils Verne*; Ada Wolfe", "soil"),
    "overflow": (33, "Overflow in Ditches", "Max Xanthis*; Bo Yates", "weather; insects"),
    "thistle": (36, "Germinating Thistles by Gradient", "Eli Abbey*; Fay Boone", "germination"),
    "lark": (39, "Larks at Four in the Morning", "Gus Cobb*; Hal Dyer", "sound"),
    "worm": (42, "Worms and Their Graph", "Ivo Eck*; Joy Flynn", "soil; insects"),
    "frost": (45, "Late Frost, Early Warning", "Kim Grant*; Leo Hurst", "weather; germination"),
}
"""Id to number, title, authors and topics."""

KEYWORDS = {
    "worm": "soil moisture networks; burrows",
    "lark": "dawn chorus",
}

SHOWN = {"hedge-maps": "posters"}
"""Papers and the sessions that show them among others; other posters name none."""

SUMMARIES = {
    "worm": "After rain, each burrow becomes a node of a recurrent burrow network (RBN). It "
    "predicts where the next one is dug, from nothing but the weight of passing cows, and was "
    "compared with three gardeners who have watched the same meadow for forty years.",
    "frost": "An RBN in a colder place.",
}

SEARCH_ACRONYMS = {"NVG": "night vision", "WWW": "wild wet weather"}
"""What acronyms stand for: one that a title has, and one that no page has."""

SEARCH_WORDS = {
    "about/logistics": "visa hotel",
    "program/index#session-lunch": "food meal",
    "call-for-papers/posters#size": "dimensions",
}
"""Other words for a page, an object and a section."""

PEOPLE = {
    "Mira Holm": "keynote",
    "Jon Vale": "keynote",
    "Ann Berg": "invited",
    "Bea Cole": "invited",
    "Cal Dunn": "invited",
    "Dee Ekman": "invited",
}
"""Names to roles."""
LINKS = {
    "Ann Berg": ":orcid: 0000-0002-1825-0097\n:homepage: https://example.org/ann\n"
    ":github: https://example.org/code\n:mastodon: https://example.org/@ann\n"
}
"""Names to links."""


def _files() -> Files:
    speakers = "\n".join(
        f":::{{person}} {name}\n:affiliation: North\n:roles: {role}\n{LINKS.get(name, '')}:::\n"
        for name, role in PEOPLE.items()
    )
    topics = {
        f"call-for-papers/topics/{id}.md": f"# {title}\n\n:::{{topic}} {name}\n:order: {order}\n\n"
        f"{name}, in one sentence.\n:::\n"
        for order, (id, (name, title)) in enumerate(TOPICS.items(), start=1)
    }
    papers = {
        f"program/papers/{id}.md": f"# {title}\n\n:::{{paper}} {number}\n:authors: {authors}\n"
        f":topics: {topics}\n:keywords: {KEYWORDS.get(id, 'invented')}\n"
        f"{f':sessions: {SHOWN[id]}{chr(10)}' if id in SHOWN else ''}\n"
        f"{SUMMARIES.get(id, 'An invented summary.')}\n:::\n"
        for id, (number, title, authors, topics) in PAPERS.items()
    }
    return PAGES | topics | papers | {"program/speakers.md": f"# Speakers\n\n{speakers}"}


def _settings(facts: dict[str, Any]) -> str:
    """Return the real site's settings with the facts of the invented workshop, some changed."""
    head, content, rest = (ROOT / "conf.py").read_text("utf-8").partition("\n# Content ")
    assert content, "conf.py has no comment that begins with “# Content ”"
    settings = {
        "html_baseurl": "https://example.org/one-day/",
        "repository": "https://example.org/meadows",
        "short_name": "Meadows",
        "workshop": FACTS | facts,
        "workshop_search_acronyms": SEARCH_ACRONYMS,
        "workshop_search_words": SEARCH_WORDS,
    }
    lines = [f"{name} = {value!r}\n" for name, value in settings.items()]
    return f"{head}\n{''.join(lines)}{content}{rest}"


def build_one_day(folder: Path, files: Files | None = None, **facts: Any) -> Path:
    """Build the workshop with the real site's settings and code; return the folder of its pages.

    Args:
        folder: where sources and pages go.
        files: pages that replace the workshop's.
        facts: facts that replace the workshop's.
    """
    source = folder / "source"
    for part in ("_static", "_templates", "booklet"):
        shutil.copytree(ROOT / part, source / part, ignore=shutil.ignore_patterns("__pycache__"))
    for name, text in (_files() | (files or {}) | {"conf.py": _settings(facts)}).items():
        path = source / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return run_sphinx(source, folder)
