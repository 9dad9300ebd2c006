"""The fields of objects: each is declared here once, and all else derives from it.

An entry of `PAPER` is an option of `{paper}`, an argument of `sphinx-workshop paper`, a column of
imports, a line of the page in its order, a key of `papers.json` and of its schema, a row of the
reference. What pages show of it, the entry says by `words` and `address`, or a function in
`views.field_views.FIELD_VIEWS`. A record holds a field that it has no attribute for in
`Record.more`. For citations, Highwire tags and JSON-LD, `Exports` has the names.
"""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING, Any

from . import author_list, field_words, identifiers
from . import fields as read
from .field_entry import Exports, Field, Importing, Table, table
from .field_forms import (
    COUNT,
    NAMED_URL,
    PAGE,
    POSTER,
    REVIEWS,
    SAME,
    SLIDES,
    TEXT,
    TRACK,
    WEB,
    ids,
    notice,
    picture,
    profile,
    web,
)
from .model import Deadline, Paper, Person, Room, Session, Topic
from .program_fields import DEADLINE, LISTINGS, ROOM, SESSION, TOPIC
from .sponsor import SPONSOR, Sponsor
from .words import N_

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .model import Record
    from .program import Program

__all__ = ["PAPER", "PERSON", "SESSION", "TABLES", "addresses", "given", "notices", "streams"]

_DOI = "https://doi.org/{}"
_ORCID = "https://orcid.org/{}"
_ARXIV = "https://arxiv.org/abs/{}"
_ROLES, _FORMATS = attrgetter("roles"), attrgetter("formats")

PAPER = table(
    Field(
        "authors",
        author_list.authors,
        "all names in order; affiliations in parentheses. After a name, `*` says who presents, `=` "
        "who contributed equally, `†` who is the corresponding author: `Ann Lee*=† (A College)`; "
        "braces are for a family name of several words: `Maria {Rivera Lopez}`",
        "First Last* (Affiliation; Affiliation); Second Last",
        required=True,
        written=author_list.written,
    ),
    ids("topics", Topic.type, "ids of topics, the most important first", "inference; robustness"),
    TRACK,
    Field("keywords", read.items, "keywords", "first keyword; second keyword", written="; ".join),
    Field(
        "format",
        read.choice,
        "how the paper is presented, where the schedule does not say it: `spotlight`, `poster`, or "
        "one of conf.py’s own",
        "spotlight",
        choices=_FORMATS,
    ),
    ids("sessions", Session.type, "ids of sessions that show it among others", "first-posters"),
    Field(
        "award",
        read.text,
        "the award that the paper won",
        "Best paper award",
        words=str,
        leads=True,
        exports=Exports(schema=TEXT, json_ld={"award": "{}"}),
    ),
    notice(
        "withdrawn",
        "the day on which the authors withdrew the paper, and why",
        "2022-08-01 The data were wrong",
        field_words.withdrawn,
        field_words.day_withdrawn,
        {"creativeWorkStatus": "Withdrawn on {0.day}: {0.words}"},
    ),
    notice(
        "erratum",
        "the day on which a mistake was found in the paper, and what is right",
        "2022-08-01 In Table 2, the unit is the hour",
        field_words.corrected,
        field_words.day_corrected,
        {"correction": "{0.day}: {0.words}"},
    ),
    Field(
        "board",
        read.text,
        "the board on which the poster hangs",
        "12",
        tidied=read.bare_number,
        words=field_words.board,
        exports=Exports(schema=TEXT),
    ),
    Field(
        "arxiv",
        identifiers.arxiv,
        "the arXiv number alone",
        "2207.00001",
        label="arXiv number",
        tidied=identifiers.bare_arxiv,
        words="arXiv:{}",
        address=_ARXIV,
        listed=True,
        mark="arXiv",
        exports=Exports(
            schema=TEXT,
            bibtex={"eprint": "{}", "archiveprefix": "arXiv"},
            highwire="citation_arxiv_id",
            json_ld={"sameAs": _ARXIV},
            frab="article",
        ),
    ),
    web("code", "the address of the code", N_("Code"), PAGE, listed=True),
    Field(
        "doi",
        identifiers.doi,
        "the DOI of this very paper, alone",
        "10.1000/182",
        label="DOI",
        tidied=identifiers.bare_doi,
        words="DOI",
        address=_DOI,
        exports=Exports(
            schema=TEXT,
            bibtex={"doi": "{}"},
            csl={"DOI": "{}"},
            ris={"DO": "{}"},
            highwire="citation_doi",
            json_ld={"sameAs": _DOI, "identifier": _DOI},
            frab="article",
        ),
    ),
    web("openreview", "the address of its reviews", N_("OpenReview"), REVIEWS),
    web("project", "the address of its own page or documentation", N_("Project page"), PAGE),
    web("conference", "the address of its page at the conference", N_("Conference page"), SAME),
    web("video", "the address of a recording", N_("Recording"), WEB, listed=True),
    web("slides", SLIDES, N_("Slides"), WEB, listed=True, file=True),
    web("poster", POSTER, N_("Poster"), WEB, file=True),
    Field(
        "later",
        read.named_urls,
        "the addresses of later versions, which are other works, each followed by what it is",
        "https://doi.org/10.1000/183 Journal version; https://… Extended preprint",
        label="later version",
        written=read.joined,
        several=True,
        words=attrgetter("words"),
        address="{0.url}",
        exports=Exports(schema=NAMED_URL, frab="article"),
    ),
    *picture(
        "figure",
        "a picture’s path, from this file, for the page and for lists of papers",
        "../../assets/158.png",
        "A photograph of a shadow",
        "caption",
        "what its caption says",
    ),
    Field(
        "pages",
        read.number,
        "how many pages the PDF has",
        "8",
        label="number of pages",
        tidied=read.bare_number,
        words=field_words.pages,
        exports=Exports(schema=COUNT),
    ),
)
"""The options of `{paper}`, in the order in which a page has them."""

PERSON = table(
    Field(
        "id",
        read.slug,
        "keeps the person’s address when the name is corrected; otherwise the name’s ASCII form, "
        "`maria-rivera`",
        "maria-rivera",
        kept=False,
        importing=Importing.NEW,
    ),
    Field("affiliation", read.text, "the affiliation", "First University", importing=Importing.NEW),
    Field(
        "roles",
        read.choices,
        "`keynote`, `invited`, `co-chair`, `organizer`, or some of conf.py’s own",
        "keynote",
        choices=_ROLES,
        importing=Importing.NEW,
    ),
    Field(
        "also",
        author_list.spellings,
        "other spellings, so that one person has one entry",
        "M. Rivera; Mary R.",
        importing=Importing.NEVER,
    ),
    Field(
        "orcid",
        identifiers.orcid,
        "the ORCID iD alone",
        "0000-0002-1825-0097",
        importing=Importing.NEW,
        tidied=identifiers.bare_orcid,
        words="ORCID",
        address=_ORCID,
        exports=Exports(json_ld={"sameAs": _ORCID, "identifier": _ORCID}),
    ),
    profile("homepage", "the address of the person’s own page", N_("Homepage")),
    profile("github", "the address of the person’s account at GitHub", "GitHub"),
    profile("scholar", "the address of the person’s profile at Google Scholar", "Google Scholar"),
    profile("mastodon", "the address of the person’s account on a Mastodon server", "Mastodon"),
    profile("bluesky", "the address of the person’s account at Bluesky", "Bluesky"),
    *picture(
        "photo",
        "a picture’s path, from this file",
        "maria.jpg",
        "Maria Rivera",
        "credit",
        "who made the photo",
    ),
)
"""The options of `{person}`, in the order in which an entry has them."""

TABLES: dict[str, Table] = {
    Paper.type: PAPER,
    Session.type: SESSION,
    Room.type: ROOM,
    Person.type: PERSON,
    Sponsor.type: SPONSOR,
    Topic.type: TOPIC,
    Deadline.type: DEADLINE,
    **LISTINGS,
}
"""The options of each directive that has some."""


def given(record: Record) -> Iterator[tuple[Field, Any]]:
    """Yield the fields that have words for their values, with each value, in the table's order."""
    for entry in TABLES[record.type].values():
        if not entry.words:
            continue
        value = record.value(entry.name)
        for one in value or () if entry.several else (value,):
            if one and entry.said(one):
                yield entry, one


def notices(record: Record) -> list[str]:
    """Return what is said before all else: an award, that it is withdrawn, moved, cancelled."""
    return [entry.said(value) for entry, value in given(record) if entry.leads]


def noted(paper: Paper) -> list[tuple[Field, Any]]:
    """Return what is said wherever a paper is named: that it is withdrawn, or has an erratum."""
    return [(entry, value) for entry, value in given(paper) if entry.exports.noted]


def marks(paper: Paper) -> list[str]:
    """Return the same without the reasons, for lists in which a paper is a line or a number."""
    return [entry.marked(value) for entry, value in noted(paper)]


def streams(program: Program, session: Session) -> list[tuple[Field, Any]]:
    """Return the stream of a session's room, if it has none itself, as `addresses` has others."""
    room = program.room_of(session)
    found = room.stream if room and not session.value("stream") else None
    return [(ROOM["stream"], found)] if found else []


def addresses(session: Session, paper: Paper | None) -> Iterator[tuple[Field, Any]]:
    """Yield the fields of a session that lead somewhere: with its own values, else its paper's.

    Args:
        session: the session.
        paper: the paper that it presents alone.
    """
    for entry in SESSION.values():
        value = session.value(entry.name) or (paper and paper.value(entry.name))
        if entry.address and value:
            yield entry, value
