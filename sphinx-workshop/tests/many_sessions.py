"""A conference of any number of days, rooms and talks; all words are drawn from a few."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random

FIRST = date(2031, 6, 10)
WORDS = [
    "tide",
    "shore",
    "gull",
    "kelp",
    "dune",
    "reef",
    "sand",
    "salt",
    "wind",
    "wave",
    "fog",
    "storm",
]
SPEAKERS = 60


def days(count: int) -> list[date]:
    return [FIRST + timedelta(days=n) for n in range(count)]


def facts(count: int) -> dict[str, object]:
    """Return the facts of a conference of some days."""
    first, *_, last = [*days(count), days(count)[-1]]
    return {
        "start": str(first),
        "end": str(last),
        "timezone": "Europe/Lisbon",
        "room": "Room 1",
        "kind": "conference",
    }


def split(files: dict[str, str], day: date) -> dict[str, str]:
    """Return the pages, the schedules from a day on being on a page of their own."""
    head, mark, rest = files["program/index.md"].partition(f"::::::{{schedule}} {day}")
    home = files["index.md"].replace("program/index\n", "program/index\nprogram/tutorials\n")
    return files | {
        "index.md": home,
        "program/index.md": head,
        "program/tutorials.md": f"# Tutorials\n\n{mark}{rest}",
    }


def files(count: int, rooms: int, talks: int, described: int = 30) -> dict[str, str]:
    """Return the pages of a conference.

    Args:
        count: its days.
        rooms: its rooms.
        talks: in each room on each day, of 25 minutes.
        described: the words of each talk's description.
    """
    random = Random(count * rooms * talks)

    def words(number: int) -> str:
        return " ".join(random.choice(WORDS) for _ in range(number)).capitalize()

    def talk(day: int, room: int, n: int) -> str:
        start = timedelta(hours=9, minutes=30 * n)
        end = start + timedelta(minutes=25)
        begins, ends = (f"{str(time)[:-3]:0>5}" for time in (start, end))
        return (
            f":::::{{session}} {words(8)}\n:id: talk-{day}-{room}-{n}\n:time: {begins}-{ends}\n"
            f":room: Room {room}\n:speakers: speaker-{random.randrange(SPEAKERS)}\n\n"
            f"{words(described)}.\n:::::\n"
        )

    written = []
    for number, day in enumerate(days(count), 1):
        found = [talk(number, r, n) for r in range(1, rooms + 1) for n in range(talks)]
        written.append(f"::::::{{schedule}} {day}\n\n" + "\n".join(found) + "\n::::::\n")
    people = (
        f":::{{person}} {words(2).title()}\n:id: speaker-{n}\n:affiliation: Port\n:::\n"
        for n in range(SPEAKERS)
    )
    return {
        "index.md": "# Home\n\n:::{event}\nMany rooms.\n:::\n\n:::{toctree}\n:hidden:\n\n"
        "program/index\nprogram/speakers\n:::\n",
        "program/index.md": "# Program\n\n" + "\n".join(written),
        "program/speakers.md": "# Speakers\n\n" + "\n".join(people),
    }
