"""The options of sessions, rooms, topics, deadlines and listings, as entries of the field table."""

from __future__ import annotations

from functools import partial
from operator import attrgetter

from . import field_words, identifiers
from . import fields as read
from .field_entry import Exports, Field, Importing, Table, table
from .field_forms import SLIDES, TRACK, web
from .model import Feed, Paper, Person, Session, Topic
from .values import Status
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
        partial(read.choice, kinds=Status),
        "`cancelled`; or `confirmed`, which a session without it is",
        "cancelled",
        importing=Importing.NEVER,
        words=field_words.cancelled,
        leads=True,
    ),
    Field(
        "was",
        partial(read.each, converter=read.former_time),
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
        identifiers.language,
        "the language in which it is given, where that is not the site’s: a code such as `de`",
        "de",
        words=field_words.language,
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
    web("slides", SLIDES, N_("Slides"), Exports(frab="slides"), file=True),
)
"""The options of `{session}`, in the order in which a page has them."""

ROOM = table(
    Field(
        "id",
        read.slug,
        "its address, and the name of its calendar; otherwise the name’s ASCII form, `great-hall`",
        "great-hall",
        kept=False,
        importing=Importing.NEW,
    ),
    Field(
        "place",
        read.text,
        "where it is",
        "First floor, north wing",
        importing=Importing.NEW,
        words="{}",
    ),
    Field(
        "capacity",
        read.number,
        "how many people it holds",
        "300",
        importing=Importing.NEW,
        tidied=read.bare_number,
        words=field_words.capacity,
    ),
    web(
        "stream",
        "the address of its live stream",
        N_("Live stream"),
        Exports(),
        importing=Importing.NEVER,
    ),
)
"""The options of `{room}`, in the order in which an entry has them."""

TOPIC = table(
    Field(
        "order",
        read.number,
        "its place among the topics",
        "1",
        required=True,
        importing=Importing.NEVER,
    )
)

DEADLINE = table(
    Field("id", read.slug, "", "submission", required=True, kept=False, importing=Importing.NEW),
    Field(
        "when",
        read.moment,
        "a day, or a day with hour and zone: `AoE` (anywhere on Earth), `UTC`, `+02:00`, or a "
        "name such as `Europe/Paris`",
        "2022-05-23 23:59 AoE",
        required=True,
        importing=Importing.NEW,
    ),
    Field(
        "was",
        partial(read.each, converter=read.moment),
        "the former dates of a deadline that was extended, each written as `:when:`, the oldest "
        "first",
        "2022-05-09 23:59 AoE; 2022-05-16 23:59 AoE",
        importing=Importing.NEVER,  # what tables say of a date that is there stays a remark
        words=field_words.moved,
        leads=True,
    ),
    Field(
        "moved",
        partial(read.choice, kinds=("forward",)),
        "`forward`, where a date was moved to an earlier one; without it, former dates are earlier",
        "forward",
        kept=False,
        importing=Importing.NEVER,
    ),
)

LISTINGS: dict[str, Table] = {
    "schedule": table(
        Field(
            "kind",
            read.choices,
            "of a schedule without content: the kinds of sessions it lists",
            "keynote; panel",
            choices=attrgetter("kinds"),
        )
    ),
    "paper-list": table(
        Field("topic", read.slug, "the id of a topic", "inference"),
        Field(
            "kind",
            read.choice,
            "`spotlight`, `poster`, or one of conf.py’s own",
            "spotlight",
            choices=attrgetter("formats"),
        ),
    ),
    "people": table(
        Field(
            "role",
            read.choices,
            "roles, as a person’s",
            "co-chair; organizer",
            choices=attrgetter("roles"),
        )
    ),
    "calendar": table(
        Field(
            "of",
            partial(read.choice, kinds=Feed),
            "`program` or `dates`",
            "dates",
            required=True,
        )
    ),
}
"""The options of each listing that has some."""
