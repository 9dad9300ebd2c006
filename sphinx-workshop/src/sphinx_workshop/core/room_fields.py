"""The options of `{room}`, as entries of the field table."""

from __future__ import annotations

from . import field_words
from . import fields as read
from .field_entry import Exports, Field, Importing, table
from .field_forms import web
from .words import N_

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
