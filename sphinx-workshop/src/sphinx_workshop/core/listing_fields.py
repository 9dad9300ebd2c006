"""The options of directives that list objects, in the form of the field table."""

from __future__ import annotations

from operator import attrgetter

from . import fields as read
from .field_entry import Field, Table, table
from .model import Feed

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
            lambda value: read.choice(value, Feed),
            "`program` or `dates`",
            "dates",
            required=True,
        )
    ),
}
"""The options of each listing that has some."""
