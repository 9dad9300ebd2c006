"""The fields of objects: each is declared here once, and all else derives from it.

An entry of `PAPER` is an option of `{paper}`, an argument of `sphinx-workshop paper`, a column of
imports, a line of the page in its order, a key of `papers.json` and of its schema, a row of the
reference. What pages show of it, the entry says by `words` and `address`, or a function in
`views.field_views.FIELD_VIEWS`. A record holds a field that it has no attribute for in
`Record.more`. For citations, Highwire tags and JSON-LD, `Exports` has the names.
"""

from __future__ import annotations

from operator import attrgetter

from . import author_list, field_words, identifiers
from . import fields as read
from .call_fields import DEADLINE, TOPIC
from .field_entry import Exports, Field, Importing, Table, table
from .field_forms import COUNT, NAMED_URL, SAME, TEXT, WEB, ids, notice, web
from .listing_fields import LISTINGS
from .model import Deadline, Paper, Person, Room, Session, Topic
from .room_fields import ROOM
from .words import N_

_DOI = "https://doi.org/{}"
_ORCID = "https://orcid.org/{}"
_ARXIV = "https://arxiv.org/abs/{}"
_KINDS, _ROLES, _FORMATS = attrgetter("kinds"), attrgetter("roles"), attrgetter("formats")

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
    Field("keywords", read.items, "keywords", "first keyword; second keyword", written="; ".join),
    Field(
        "format",
        read.choice,
        "how the paper is presented, where the schedule does not say it: `spotlight`, `poster`, or "
        "one of conf.py’s own",
        "spotlight",
        choices=_FORMATS,
    ),
    ids(
        "sessions",
        Session.type,
        "ids of sessions that show it among other papers",
        "first-posters",
    ),
    notice(
        "withdrawn",
        "the day on which the authors withdrew the paper, and why",
        "2022-08-01 The data were wrong",
        field_words.withdrawn,
        {"creativeWorkStatus": "Withdrawn on {0.day}: {0.words}"},
    ),
    notice(
        "erratum",
        "the day on which a mistake was found in the paper, and what is right",
        "2022-08-01 In Table 2, the unit is the hour",
        field_words.corrected,
        {"correction": "{0.day}: {0.words}"},
    ),
    Field(
        "award",
        read.text,
        "the award that the paper won",
        "Best paper award",
        words=str,
        leads=True,
        exports=Exports(schema=TEXT, json_ld={"award": "{}"}),
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
    web("code", "the address of the code", N_("Code"), WEB, listed=True),
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
        exports=Exports(
            schema=TEXT,
            bibtex={"eprint": "{}", "archiveprefix": "arXiv"},
            highwire="citation_arxiv_id",
            json_ld={"sameAs": _ARXIV},
        ),
    ),
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
            json_ld={"sameAs": _DOI},
        ),
    ),
    web("openreview", "the address of its reviews", N_("OpenReview"), WEB),
    web("project", "the address of its own page, or of its documentation", N_("Project page"), WEB),
    web("video", "the address of a recording", N_("Recording"), WEB, listed=True),
    web("slides", "the address of the slides", N_("Slides"), WEB, listed=True),
    web("poster", "the address of the poster", N_("Poster"), WEB),
    Field(
        "later",
        read.named_url,
        "the address of a later version, which is another work, and after it what that is",
        "https://doi.org/10.1000/183 Journal version",
        label="later version",
        written=str,
        words=attrgetter("words"),
        address="{0.url}",
        exports=Exports(schema=NAMED_URL),
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

SESSION = table(
    Field(
        "id",
        read.slug,
        "required, unless a paper gives it",
        "opening-talk",
        kept=False,
        importing=Importing.NEVER,
    ),
    Field(
        "time",
        read.time_range,
        "`09:00-10:00`, on the schedule’s day; `23:00-01:00+1` ends on the next one",
        "09:00-10:00",
        required=True,
        kept=False,
        importing=Importing.NEVER,  # but with the day, as `when`
    ),
    Field(
        "status",
        read.status,
        "`cancelled`; or `confirmed`, which a session without it is",
        "cancelled",
        importing=Importing.NEVER,
        words=field_words.cancelled,
        leads=True,
    ),
    Field(
        "was",
        read.former_times,
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
        choices=_KINDS,
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
        importing=Importing.NEVER,
    ),
    Field("room", read.text, "the name or the id of a room, where there are several", "Courtyard"),
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
    ),
    web("video", "the address of its recording", N_("Recording"), Exports(frab="media")),
    web("slides", "the address of its slides", N_("Slides"), Exports(frab="slides")),
)
"""The options of `{session}`, in the order in which a page has them."""

PERSON = table(
    Field(
        "id",
        read.slug,
        "keeps the person’s address when the name is corrected; otherwise the name’s ASCII form, "
        "`maria-rivera`",
        "maria-rivera",
        kept=False,
    ),
    Field("affiliation", read.text, "the affiliation", "First University"),
    Field(
        "roles",
        read.choices,
        "`keynote`, `invited`, `co-chair`, `organizer`, or some of conf.py’s own",
        "keynote",
        choices=_ROLES,
    ),
    Field(
        "also",
        author_list.spellings,
        "other spellings, so that one human is one entry",
        "M. Rivera; Mary R.",
    ),
    Field(
        "orcid",
        identifiers.orcid,
        "the ORCID iD alone",
        "0000-0002-1825-0097",
        tidied=identifiers.bare_orcid,
        words="ORCID",
        address=_ORCID,
        exports=Exports(json_ld={"sameAs": _ORCID}),
    ),
    web("homepage", "the address of the person’s own page", N_("Homepage"), SAME),
    web("github", "the address of the person’s account at GitHub", "GitHub", SAME),
    Field("photo", read.text, "a picture’s path, from this file", "maria.jpg", kept=False),
    Field("alt", read.text, "required with a photo: what it shows", "Maria Rivera", kept=False),
)
"""The options of `{person}`, in the order in which an entry has them."""

TABLES: dict[str, Table] = {
    Paper.type: PAPER,
    Session.type: SESSION,
    Room.type: ROOM,
    Person.type: PERSON,
    Topic.type: TOPIC,
    Deadline.type: DEADLINE,
    **LISTINGS,
}
"""The options of each directive that has some."""
