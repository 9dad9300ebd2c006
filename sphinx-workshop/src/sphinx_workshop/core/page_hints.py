"""What new pages say in comments to those who write them, and what is wrong where it stays as text.

Commands and templates take these words from here; tests compare the templates. What is left of them
on pages, `site.diagnostics` reports.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .field_entry import required
from .field_table import PAPER
from .model import Topic

if TYPE_CHECKING:
    from collections.abc import Container, Sequence

SUMMARY = "One or two sentences of summary take the place of these lines, which nobody sees."
OPTIONS = "More lines that may follow"
TOPIC = "One sentence, for cards and listings, takes the place of this line, which nobody sees."
SITE = (
    "Between the lines {state} stands what the site has in these states alone;",
    "One sentence: what is it about, and for whom?",
    "A paragraph or two: the subject, for readers who do not know it yet.",
    "Why does it take place, whom does it bring together, and whom does it welcome?",
    "Registration, taking part online, travel: one heading for each question.",
    "What to submit, in which format, by when, and what happens to a submission.",
    "One session after the other, in a form like this:",
    "One entry a person, in a form like this:",
    "One entry a sponsor, in a form like this:",
    "What is expected of everybody, and what is not accepted?",
    "What happens after a report, and who reads it?",
    "Which station, which airport, and how from there? Name the source of what may change.",
    "Who writes letters of invitation, and until when can they be asked for?",
    "One entry a person, co-chairs first, in a form like this:",
)
"""What the pages of a new site say."""
PERSON = "First Last"
"""The name in the example of an entry."""

ALL = (SUMMARY, OPTIONS, TOPIC, *SITE)


def page_note(given: Container[str], topics: Sequence[str] = ()) -> str:
    """Return what a new paper's page says: what is still to be written, and how.

    Args:
        given: the options that the page has.
        topics: the ids of the site's topics, where they are known.
    """
    more = []
    for name, entry in PAPER.items():
        if name not in given and not entry.required:
            known = f"(of {'; '.join(topics)})" if topics and entry.names == Topic.type else ""
            more.append(f"  :{name}: {known or entry.placeholder}")
    lead = [f"{OPTIONS} `:{required(PAPER)[-1]}:`:"] if more else []
    return "\n".join([SUMMARY, *lead, *more])
