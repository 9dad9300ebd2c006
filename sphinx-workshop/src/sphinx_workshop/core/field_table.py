"""The fields of objects: each is declared here once, and all else derives from it.

An entry of `PAPER` is an option of `{paper}`, an argument of `sphinx-workshop paper`, a column of
imports, a line of the page in its order, a key of `papers.json` and of its schema, a row of the
reference. What pages show of it, the entry says by `words` and `address`, or a function in
`views.field_views.FIELD_VIEWS`. A record holds a field that it has no attribute for in
`Record.more`. For citations, Highwire tags and JSON-LD, `Exports` has the names.
"""

from __future__ import annotations

from operator import attrgetter

from . import author_list
from . import fields as read
from .field_entry import Exports, Field, Importing, Table, table
from .listing_fields import LISTINGS
from .model import Deadline, Paper, Person, Session, Topic
from .words import N_, ngettext
from .words import gettext as _


def _ids(name: str, of: str, help: str, example: str) -> Field:
    """Return a field that holds ids of objects."""
    return Field(name, read.slugs, help, example, names=of, written="; ".join)


def _web(name: str, help: str, words: str, exports: Exports, *, listed: bool = False) -> Field:
    """Return a field that holds a web address."""
    return Field(
        name,
        read.url,
        help,
        "https://…",
        words=words,
        address="{}",
        listed=listed,
        exports=exports,
    )


def _board(board: str) -> str:
    # Translators: the board on which a poster hangs: "Board 12".
    return _("Board %(board)s", board=board)


def _pages(count: int) -> str:
    return ngettext("%(count)d page", "%(count)d pages", count)


_TEXT = {"type": "string", "minLength": 1}
_URL = {"type": "string", "format": "uri"}
_WEB = Exports(schema=_URL)
_SAME = Exports(json_ld={"sameAs": "{}"})
_NAMED_URL = {
    "type": "object",
    "properties": {"url": _URL, "words": _TEXT},
    "required": ["url", "words"],
    "additionalProperties": False,
}
_COUNT = {"type": "integer", "minimum": 1}
_DOI = "https://doi.org/{}"
_ORCID = "https://orcid.org/{}"
_ARXIV = "https://arxiv.org/abs/{}"
_KINDS, _ROLES, _FORMATS = attrgetter("kinds"), attrgetter("roles"), attrgetter("formats")

PAPER = table(
    Field(
        "authors",
        author_list.authors,
        "all names in order; affiliations in parentheses. After a name, `*` says who presents, `=` "
        "who contributed equally, `†` who is the corresponding author: `Ann Lee*=† (A University)`",
        "First Last* (Affiliation; Affiliation); Second Last",
        required=True,
        written=author_list.written,
    ),
    _ids("topics", Topic.type, "ids of topics, the most important first", "inference; robustness"),
    Field("keywords", read.items, "keywords", "first keyword; second keyword", written="; ".join),
    Field(
        "format",
        read.choice,
        "how the paper is presented, where the schedule does not say it: `spotlight`, `poster`, or "
        "one of conf.py’s own",
        "spotlight",
        choices=_FORMATS,
    ),
    _ids(
        "sessions",
        Session.type,
        "ids of sessions that show it among other papers",
        "first-posters",
    ),
    Field(
        "award",
        read.text,
        "the award that the paper won",
        "Best paper award",
        words=str,
        leads=True,
        exports=Exports(schema=_TEXT, json_ld={"award": "{}"}),
    ),
    Field(
        "board",
        read.text,
        "the board on which the poster hangs",
        "12",
        tidied=read.bare_number,
        words=_board,
        exports=Exports(schema=_TEXT),
    ),
    _web("code", "the address of the code", N_("Code"), _WEB, listed=True),
    Field(
        "arxiv",
        read.arxiv,
        "the arXiv number alone",
        "2207.00001",
        label="arXiv number",
        tidied=read.bare_arxiv,
        words="arXiv:{}",
        address=_ARXIV,
        listed=True,
        exports=Exports(
            schema=_TEXT,
            bibtex={"eprint": "{}", "archiveprefix": "arXiv"},
            highwire="citation_arxiv_id",
            json_ld={"sameAs": _ARXIV},
        ),
    ),
    Field(
        "doi",
        read.doi,
        "the DOI of this very paper, alone",
        "10.1000/182",
        label="DOI",
        tidied=read.bare_doi,
        words="DOI",
        address=_DOI,
        exports=Exports(
            schema=_TEXT,
            bibtex={"doi": "{}"},
            csl={"DOI": "{}"},
            ris={"DO": "{}"},
            highwire="citation_doi",
            json_ld={"sameAs": _DOI},
        ),
    ),
    _web("openreview", "the address of its reviews", N_("OpenReview"), _WEB),
    _web(
        "project", "the address of its own page, or of its documentation", N_("Project page"), _WEB
    ),
    _web("video", "the address of a recording", N_("Recording"), _WEB, listed=True),
    _web("slides", "the address of the slides", N_("Slides"), _WEB, listed=True),
    _web("poster", "the address of the poster", N_("Poster"), _WEB),
    Field(
        "later",
        read.named_url,
        "the address of a later version, which is another work, and after it what that is",
        "https://doi.org/10.1000/183 Journal version",
        label="later version",
        written=str,
        words=attrgetter("words"),
        address="{0.url}",
        exports=Exports(schema=_NAMED_URL),
    ),
    Field(
        "pages",
        read.number,
        "how many pages the PDF has",
        "8",
        label="number of pages",
        tidied=read.bare_number,
        words=_pages,
        exports=Exports(schema=_COUNT),
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
    Field("room", read.text, "where the day has more rooms than one", "Courtyard"),
    Field(
        "block",
        read.slug,
        "the id of a longer session in the same room that this one is a part of",
        "lightning-talks",
        names=Session.type,
        importing=Importing.NEW,
    ),
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
        "also", read.items, "other spellings, so that one human is one entry", "M. Rivera; Mary R."
    ),
    Field(
        "orcid",
        read.orcid,
        "the ORCID iD alone",
        "0000-0002-1825-0097",
        tidied=read.bare_orcid,
        words="ORCID",
        address=_ORCID,
        exports=Exports(json_ld={"sameAs": _ORCID}),
    ),
    _web("homepage", "the address of the person’s own page", N_("Homepage"), _SAME),
    _web("github", "the address of the person’s account at GitHub", "GitHub", _SAME),
    Field("photo", read.text, "a picture’s path, from this file", "maria.jpg", kept=False),
    Field("alt", read.text, "required with a photo: what it shows", "Maria Rivera", kept=False),
)
"""The options of `{person}`, in the order in which an entry has them."""

TABLES: dict[str, Table] = {
    Paper.type: PAPER,
    Session.type: SESSION,
    Person.type: PERSON,
    Topic.type: table(
        Field("order", read.number, "its place among the topics", "1", required=True)
    ),
    Deadline.type: table(
        Field("id", read.slug, "", "submission", required=True, kept=False),
        Field(
            "when",
            read.moment,
            "a day, or a day with hour and zone: `AoE` (anywhere on Earth), `UTC`, `+02:00`, or a "
            "name such as `Europe/Paris`",
            "2022-05-23 23:59 AoE",
            required=True,
        ),
    ),
    **LISTINGS,
}
"""The options of each directive that has some."""
