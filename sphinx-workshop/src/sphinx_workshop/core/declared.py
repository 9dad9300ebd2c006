"""What a directive declares of its object: the words after its name, and options together.

Builds and imports make records of this, and reject the same in the same words.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any

from . import divided_names, fields, page_hints
from .checks import Subtype
from .model import Deadline, Paper, Person, Room, Session, Topic
from .sponsor import Sponsor
from .values import Period
from .vocabulary import Kind

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping
    from datetime import date, timedelta
    from zoneinfo import ZoneInfo

    from .model import Event, SubmissionId
    from .values import Moment

    Values = Mapping[str, Any]

ARGUMENTS = {
    Paper.type: "the submission number",
    Topic.type: "a short name",
    Session.type: "a title",
    Room.type: "a name",
    Person.type: "a name",
    Sponsor.type: "a name",
    Deadline.type: "a title",
}
"""What is written after the names of directives."""

NO_HEADING = "the page has no title; begin it with `# Title`"
NO_SCHEDULE = "it stands outside a schedule; move it between the fences of a `{schedule}`"


class DeclarationError(ValueError):
    """What is wrong with an object as it is declared: a sentence with the remedy."""

    def __init__(self, message: str, subtype: Subtype, option: str = "") -> None:
        super().__init__(message)
        self.subtype = subtype
        self.option = option
        """The option that is wrong, empty where the object itself is."""


def argument(type: str, written: str) -> str:
    """Return the words after a directive's name.

    Raises:
        DeclarationError: there are none.
    """
    if found := " ".join(written.split()):
        return found
    raise DeclarationError(f"write {ARGUMENTS[type]} after `{{{type}}}`", Subtype.REQUIRED)


def page_id(type: str, stem: str, types: Collection[str]) -> str:
    """Return the id of an object that is a page.

    Args:
        type: the type of the object.
        stem: the file's name, without the ending.
        types: those of the objects that the page has already.

    Raises:
        DeclarationError: the file has no name of its own, or the page has such an object already.
    """
    if stem == f"new-{type}":
        message = f"name the file after the {type}, in place of '{stem}.md'"
        raise DeclarationError(message, Subtype.PLACE)
    if type in types:
        message = f"the page declares a {type} already; give each a file of its own"
        raise DeclarationError(message, Subtype.DUPLICATE)
    try:
        return fields.slug(stem)
    except ValueError as error:
        raise DeclarationError(f"rename the file: {error}", Subtype.PLACE) from None


def submission(written: str) -> SubmissionId:
    """Return the number of a paper.

    Raises:
        DeclarationError: there is none.
    """
    number = argument(Paper.type, written)
    try:
        return fields.submission(number)
    except ValueError as error:
        raise DeclarationError(f"submission number '{number}': {error}", Subtype.OPTION) from None


def person_name(written: str, values: Values) -> tuple[str, str]:
    """Return the name of a person, and the family name that stands in braces.

    Raises:
        DeclarationError: there is none, or its braces are wrong.
    """
    name = argument(Person.type, written)
    if name == page_hints.PERSON:
        raise DeclarationError("this is the template's; write the person's name", Subtype.OPTION)
    check_picture(values, "photo", ("alt", "credit"))
    try:
        return divided_names.read(name)
    except ValueError as error:
        raise DeclarationError(f"name {error}", Subtype.OPTION) from None


def check_picture(values: Values, name: str, words: Iterable[str]) -> None:
    """Check what is said of a picture.

    Args:
        values: the values of an object's options.
        name: the option that holds the picture's path.
        words: the options that say something of it; the first says what it shows.

    Raises:
        DeclarationError: nothing says what it shows, or there is no picture.
    """
    first, *_others = words = tuple(words)
    if name in values and first not in values:
        message = f"{first} is missing; say what the {name} shows"
        raise DeclarationError(message, Subtype.REQUIRED, name)
    for option in (option for option in words if option in values and name not in values):
        message = f"{option}: there is no {name}; add a line `:{name}: …`, or delete this one"
        raise DeclarationError(message, Subtype.REQUIRED, option)


def session_title(written: str, values: Values) -> str:
    """Return the title of a session, empty where its paper gives it.

    Raises:
        DeclarationError: the title or the id is missing, or the paper gives what is written.
    """
    if "paper" not in values:
        if "id" not in values:
            raise DeclarationError("id is missing; add a line `:id: …`", Subtype.REQUIRED)
        return argument(Session.type, written)
    for given in ("title" if written else "", "topics" if "topics" in values else ""):
        if given:
            message = f"its paper gives the {given}; delete it here"
            raise DeclarationError(message, Subtype.DUPLICATE, given)
    return ""


def session_times(values: Values, day: date, event: Event) -> dict[str, Any]:
    """Return start, end and former times of a session, and what it has without options for it.

    Args:
        values: the values of its options.
        day: that of its schedule.
        event: the facts of the workshop.

    Raises:
        DeclarationError: a time is on another day, is shown by no clock, or is no former one.
    """
    on, *since_midnight = values["time"]
    if on not in {None, day}:
        message = f"it is on {on}, its schedule on {day}; delete the date, or move it"
        raise DeclarationError(message, Subtype.PLACE, "time")
    now = _period("time", day, since_midnight, event.timezone)
    written = values.get("was", ())
    was = tuple(_period("was", on, times, event.timezone) for on, *times in written)
    _check_former("time", [(time, time) for time in (*was, now)])
    kind = Kind.SPOTLIGHT if values.get("paper") else Kind.TALK
    # With the word that conf.py may give it.
    own = next(known for known in event.kinds if known == kind)
    return {"start": now.start, "end": now.end, "was": was, "kind": own, "room": event.room}


def check_dates(values: Values) -> None:
    """Check the dates of a deadline.

    Args:
        values: the values of its options.

    Raises:
        DeclarationError: a former date is no former one.
    """
    # An instant is the same in all zones; a day that has got an hour is another date.
    dates = (*values.get("was", ()), values["when"])
    _check_former("date", [(date.instant or date.day, date) for date in dates])
    if "moved" in values and len(dates) == 1:
        message = "moved: there is no former date; add a line `:was: …`, or delete this one"
        raise DeclarationError(message, Subtype.REQUIRED, "moved")
    for n, (former, then) in enumerate(pairwise(dates), 2):
        if "moved" not in values and _is_later(former, then):
            what = "date that it has now" if n == len(dates) else "next one"
            message = (
                f"was: {former} is later than the {what}, {then}; correct one of them, or add a "
                "line `:moved: forward` if it was moved to an earlier date"
            )
            raise DeclarationError(message, Subtype.OPTION, "was")


def _is_later(former: Moment, then: Moment) -> bool:
    """Return whether a date is after another one; of a day and an hour of it, neither is."""
    if former.instant and then.instant:
        return former.instant > then.instant
    return former.day > then.day


def _check_former(word: str, times: Collection[tuple[object, object]]) -> None:
    """Reject a time that is the next one, too.

    Args:
        word: what messages call it.
        times: what is compared, and what is written; the oldest first, that of now at the end.
    """
    for n, ((one, written), (other, _)) in enumerate(pairwise(times), 2):
        if one == other:
            what = f"is the {word} that it has now" if n == len(times) else "is listed twice"
            message = f"was: {written} {what}; write former {word}s alone, the oldest first"
            raise DeclarationError(message, Subtype.OPTION, "was")


def _period(option: str, day: date, since_midnight: Iterable[timedelta], zone: ZoneInfo) -> Period:
    try:
        return Period(*(fields.at(day, time, zone) for time in since_midnight))
    except ValueError as error:
        raise DeclarationError(f"{option}: {error}", Subtype.OPTION, option) from None
