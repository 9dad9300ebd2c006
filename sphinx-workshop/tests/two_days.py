"""A workshop in two rooms on two days; on the first, at two o'clock, the clock goes to three.

One session is cancelled, and another one has its place. The last one of the second day ends on the
next.
"""

from __future__ import annotations

from written import contents, directive, page, schedule, session

ZONE = "America/New_York"

FILES: dict[str, str] = {
    "index.md": page(
        "Home",
        directive("event", text="Two days."),
        directive("deadlines"),
        directive("deadline", "Submission", id="submission", when="2022-02-01 23:59 AoE"),
        directive("deadline", "Notification", id="notification", when="2022-02-20"),
        contents("program/index", "program/papers/index"),
    ),
    "program/index.md": page(
        "Program",
        schedule(
            "2022-03-13",
            session("night", "00:30-01:30", "Night watch", room="Dome"),
            session("lost-hour", "01:30-03:30", "The lost hour", room="Dome"),
            session("alpha", "03:00-04:00", paper="alpha", room="Hall"),
            session("snow", "03:15-04:00", "Late snow", room="Dome", status="cancelled"),
            session("dawn", "04:00-05:00", "Dawn <b>chorus</b> & co", room="Dome", kind="keynote"),
        ),
        schedule(
            "2022-03-14",
            session("second", "09:00-10:00", "Second day", room="Hall", kind="panel"),
            session("owls", "23:00-00:30+1", "Owls", room="Dome"),
        ),
    ),
    "program/papers/index.md": page("Papers", directive("paper-list"), contents("*", glob="")),
    "program/papers/alpha.md": page(
        "Łukasz’s alpha", directive("paper", "1", "Alpha.", authors="Łukasz Ørsted*")
    ),
    "program/papers/beta.md": page(
        "Straße of betas", directive("paper", "2", "Beta.", authors="Basil Médard")
    ),
}
