"""The options of `{session}`, as entries of the field table."""

from __future__ import annotations

from operator import attrgetter

from . import field_words, languages
from . import fields as read
from .field_entry import Exports, Field, Importing, table
from .field_forms import TRACK, web
from .model import Paper, Person, Session, Topic
from .words import N_

SESSION = table(
    Field(
        "id",
        read.slug,
        "required, unless a paper gives it",
        "opening-talk",
        kept=False,
        importing=Importing.NEW,
    ),
    Field(
        "time",
        read.time_range,
        "`09:00-10:00`, on the schedule’s day; `23:00-01:00+1` ends on the next one",
        "09:00-10:00",
        required=True,
        kept=False,
        importing=Importing.MERGE_AS_WHEN,
    ),
    Field(
        "status",
        read.status,
        "`cancelled`; or `confirmed`, which a session without it is",
        "cancelled",
        importing=Importing.NEVER,
        words=field_words.cancelled,
        leads=True,
    ),
    Field(
        "was",
        read.former_times,
        "the former times of a session that was moved, each with its day, the oldest first",
        "2022-07-22 09:00-10:00; 2022-07-22 11:00-12:00",
        kept=False,
        importing=Importing.NEVER,
        words=field_words.moved,
        leads=True,
    ),
    Field(
        "kind",
        read.choice,
        "`intro`, `keynote`, `talk`, `spotlight`, `panel`, `poster-session`, `break`, or one of "
        "conf.py’s own",
        "keynote",
        choices=attrgetter("kinds"),
        importing=Importing.NEW,
    ),
    Field("speakers", read.slugs, "ids of people", "ann-lee; bo-ray", names=Person.type),
    Field(
        "chair",
        read.slugs,
        "ids of people who chair it",
        "ann-lee",
        names=Person.type,
        importing=Importing.NEVER,  # no source names one
    ),
    Field(
        "topics",
        read.slugs,
        "ids of topics",
        "inference; robustness",
        names=Topic.type,
        importing=Importing.NEVER,
    ),
    Field(
        "paper",
        read.slug,
        "the id of the paper presented: it gives title, speaker, topics and id",
        "sharp-shadows",
        names=Paper.type,
        importing=Importing.NEW,
    ),
    Field("room", read.text, "the name or the id of a room, where there are several", "Courtyard"),
    TRACK,
    Field(
        "language",
        languages.code,
        "the language in which it is given, where that is not the site’s: a code such as `de`",
        "de",
        words=languages.name,
    ),
    Field(
        "block",
        read.slug,
        "the id of a longer session in the same room that this one is a part of",
        "lightning-talks",
        names=Session.type,
        importing=Importing.NEW,
    ),
    web(
        "stream",
        "the address of its live stream, if its room has none",
        N_("Live stream"),
        Exports(),
        importing=Importing.NEVER,
    ),
    web("video", "the address of its recording", N_("Recording"), Exports(frab="media")),
    web("slides", "the address of its slides", N_("Slides"), Exports(frab="slides")),
)
"""The options of `{session}`, in the order in which a page has them."""
