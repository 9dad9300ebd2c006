"""What entries of the field table share: ids, web addresses, notices, schemas of their values."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from . import field_words
from . import fields as read
from .field_entry import Exports, Field, Importing

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping

    from .values import Dated


def object_schema(
    described: str, fields: Mapping[str, Any], optional: Collection[str] = ()
) -> dict[str, Any]:
    """Return the JSON Schema of an object that has these fields and no others."""
    return {
        "type": "object",
        **({"description": described} if described else {}),
        "properties": fields,
        "required": [name for name in fields if name not in optional],
        "additionalProperties": False,
    }


TEXT = {"type": "string", "minLength": 1}
URL = {"type": "string", "format": "uri"}
WEB = Exports(schema=URL)
PAGE = Exports(schema=URL, frab="web")
REVIEWS = Exports(schema=URL, frab="related", json_ld={"discussionUrl": "{}"})
SAME = Exports(schema=URL, frab="web", json_ld={"sameAs": "{}"})
NAMED_URL = object_schema("", {"url": URL, "words": TEXT})
DATED = object_schema("", {"date": {"type": "string", "format": "date"}, "words": TEXT})
SLIDES = "the address of the slides, or the path of their file in `assets/`, from this file"
POSTER = "the address of the poster, or the path of its file in `assets/`, from this file"
COUNT = {"type": "integer", "minimum": 1}
TRACK = Field(
    "track",
    read.text,
    "the name of its track, if its first topic is not a track",
    "Methods",
    words=field_words.track,
    exports=Exports(schema=TEXT),
)


def ids(name: str, of: str, help: str, example: str) -> Field:
    """Return a field that holds ids of objects."""
    return Field(name, read.slugs, help, example, names=of, written="; ".join)


def web(
    name: str,
    help: str,
    words: str,
    exports: Exports,
    *,
    listed: bool = False,
    file: bool = False,
    importing: Importing = Importing.MERGE,
) -> Field:
    """Return a field that holds a web address, or that of a `file` of the site."""
    return Field(
        name,
        read.url_or_file if file else read.url,
        help,
        "https://…",
        words=words,
        address="{}",
        importing=importing,
        listed=listed,
        exports=replace(exports, attached=file),
    )


def profile(name: str, help: str, words: str) -> Field:
    """Return a field that holds the address of a page about a person."""
    same = Exports(json_ld={"sameAs": "{}"})
    return web(name, help, words, same, importing=Importing.NEW)


def notice(
    name: str,
    help: str,
    example: str,
    words: Callable[[Dated], str],
    mark: Callable[[Dated], str],
    json_ld: dict[str, str],
) -> Field:
    """Return a field that holds a day and a reason, which are shown wherever the paper is."""
    return Field(
        name,
        read.dated,
        help,
        example,
        importing=Importing.NEVER,
        written=str,
        words=words,
        mark=mark,
        leads=True,
        exports=Exports(schema=DATED, noted=True, json_ld=json_ld),
    )


def picture(
    name: str, help: str, example: str, alt: str, words: str, words_help: str
) -> tuple[Field, ...]:
    """Return the fields of a picture, which a directive makes one value of: file and words.

    Args:
        name: of the field that holds the path.
        help: what is written there.
        example: of the path.
        alt: an example of what it shows.
        words: of the field that holds a caption or a credit.
        words_help: what is written there.
    """
    fields = (
        (name, help, example),
        ("alt", f"required with a {name}: what it shows", alt),
        (words, words_help, "Søren Öz"),
    )
    return tuple(
        Field(option, read.text, text, like, kept=False, importing=Importing.NEVER)
        for option, text, like in fields
    )
