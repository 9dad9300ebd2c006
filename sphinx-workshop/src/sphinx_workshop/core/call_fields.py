"""The options of `{topic}` and `{deadline}`, as entries of the field table."""

from __future__ import annotations

from . import field_words
from . import fields as read
from .field_entry import Field, Importing, table

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
        read.former_moments,
        "the former dates of a deadline that was extended, each written as `:when:`, the oldest "
        "first",
        "2022-05-09 23:59 AoE; 2022-05-16 23:59 AoE",
        importing=Importing.NEVER,  # what tables say of a date that is there stays a remark
        words=field_words.moved,
        leads=True,
    ),
    Field(
        "moved",
        read.forward,
        "`forward`, where a date was moved to an earlier one; without it, former dates are earlier",
        "forward",
        kept=False,
        importing=Importing.NEVER,
    ),
)
