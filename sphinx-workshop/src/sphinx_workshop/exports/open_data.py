"""The papers as data: what `papers.json` holds, and the JSON Schema that describes it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..core import author_list, citations, urls
from ..core.field_forms import NAMED_URL, TEXT, URL, object_schema
from ..core.field_table import PAPER, PERSON, given
from ..core.model import WordsBy
from ..core.text import notice
from ..core.values import Dated, NamedUrl, Status

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..core.model import Author, Paper, Person
    from ..core.program import Program
    from ..core.values import Picture


VERSION = 2
"""The version of the schema; the first one had no number, and all its fields are kept."""


def papers(program: Program) -> dict[str, Any]:
    """Return all papers, with all that their pages say."""
    event = program.event
    editors = [_name(program, person.id, person) for person in citations.editors(program)]
    return {
        "$schema": urls.absolute(program.event, urls.papers(program, ".schema.json")),
        "version": VERSION,
        "event": {
            "name": event.name,
            **({"conference": event.conference} if event.conference else {}),
            "start": event.start.isoformat(),
            "end": event.end.isoformat(),
            "timezone": str(event.timezone),
            "url": urls.page(program.event, "index"),
            **({"notice": notice(event)} if event.notice else {}),
        },
        "topics": [
            {
                "id": topic.id,
                "name": topic.title,
                "short": topic.short,
                "url": urls.place(program.event, topic),
            }
            for topic in program.topics.values()
        ],
        **({"editors": editors} if editors else {}),
        "papers": [_paper(program, paper) for paper in program.papers.values()],
    }


def _name(program: Program, id: str, person: Author | Person) -> dict[str, Any]:
    """Return the id of a person, the name and its parts, and the addresses at their entry."""
    entry = program.entries.get(id)
    links = {e.name: urls.uri(e.url(v)) for e, v in (given(entry) if entry else ()) if e.address}
    parts = program.divided(person).parts
    return {"id": id, "name": person.name, **parts, **({"links": links} if links else {})}


def _paper(program: Program, paper: Paper) -> dict[str, Any]:
    """Return one paper; what is unknown is left out."""
    found: dict[str, Any] = {
        "id": paper.id,
        "number": paper.number,
        "title": paper.title,
        "url": urls.place(program.event, paper),
        **({"pdf": pdf} if (pdf := program.pdf_url(paper, program.event.site)) else {}),
        **({"format": form.id} if (form := program.format(paper)) else {}),
        "sessions": [
            {
                "id": session.id,
                "start": session.start.isoformat(),
                "end": session.end.isoformat(),
                "url": urls.place(program.event, session),
                **({"room": room} if (room := program.shown_room(session)) else {}),
                **({"status": session.status.value} if session.is_cancelled else {}),
            }
            for session in program.sessions_of_paper(paper)
        ],
        "authors": [
            {
                **_name(program, program.person_id(author.name), author),
                "affiliations": list(author.affiliations),
                **author_list.facts(author),
            }
            for author in paper.authors
        ],
        "topics": list(paper.topics),
        "keywords": list(paper.keywords),
        "summary": paper.summary,
        **({"figure": _figure(program, paper.figure)} if paper.figure else {}),
        **({"abstract": paper.abstract} if paper.abstract else {}),
        "bibtex_key": citations.key(program, paper),
    }
    for name, schema in _more().items():
        if (value := paper.value(name)) is not None:
            # The field that holds several has been one: `later` stays the first of them.
            found[name] = _json(value[0] if PAPER[name].several else value, schema)
    if versions := paper.value("later"):
        found["later_versions"] = [_json(version, NAMED_URL) for version in versions]
    return found


def _figure(program: Program, found: Picture) -> dict[str, str]:
    """Return a paper's picture."""
    about = {"url": urls.picture(program, found), "alt": found.alt, "caption": found.words}
    return {name: text for name, text in about.items() if text}


def _more() -> dict[str, Mapping[str, Any]]:
    """Return the schemas of the fields that the field table adds, by name."""
    return {
        entry.name: {**entry.exports.schema, "description": entry.help}
        for entry in PAPER.values()
        if entry.exports.schema is not None
    }


def _json(value: Any, schema: Mapping[str, Any]) -> Any:
    """Return a field's value as the schema has it."""
    if isinstance(value, NamedUrl):
        return {"url": urls.uri(value.url), "words": value.words}
    if isinstance(value, Dated):
        return {"date": value.day.isoformat(), "words": value.words}
    return urls.uri(value) if schema.get("format") == "uri" else value


_ID = {"type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$"}
_REFERENCE = {"type": "string", "format": "uri-reference"}
_DAY = {"type": "string", "format": "date"}
_INSTANT = {"type": "string", "format": "date-time"}
_UNKNOWN = ("family", "given", "suffix", "links")  # of some people
_OF = {WordsBy.AUTHORS: "the authors' own", WordsBy.SITE: "this site's reading"}


def _list(items: dict[str, Any]) -> dict[str, Any]:
    return {"type": "array", "items": items}


def schema(program: Program) -> dict[str, Any]:
    """Return the JSON Schema of `papers.json` (draft 2020-12).

    Where the site's address is unknown, addresses begin at its root.
    """
    summary_by = WordsBy.SITE if program.event.paper_note else WordsBy.AUTHORS
    address = URL if program.event.site else _REFERENCE
    facts = {"pdf": program.event.pdf_url, "format": program.event.paper_format}
    unknown = [name for name, known in facts.items() if not known]
    links = {entry.name: URL for entry in PERSON.values() if entry.address}
    name = {
        "id": _ID | {"description": "the same for one person in all papers"},
        "name": TEXT | {"description": "the name as it is printed"},
        "family": TEXT | {"description": "the family name, by which a person is sorted"},
        "given": TEXT | {"description": "what stands before the family name"},
        "suffix": TEXT | {"description": "what stands after the family name, like Jr."},
        "links": object_schema("the addresses at the person's entry", links, links),
    }
    author = {
        **name,
        "affiliations": _list(TEXT) | {"description": "as the paper prints them"},
        **{
            mark.fact: {"type": "boolean", "description": mark.words.strip("()")}
            for mark in author_list.MARKS
        },
    }
    session = {"id": _ID, "start": _INSTANT, "end": _INSTANT, "url": address, "room": TEXT}
    session["status"] = {"const": Status.CANCELLED.value}
    figure = {"url": address, "alt": TEXT, "caption": TEXT}
    paper = {
        "id": _ID | {"description": "the stem of its page's address"},
        "number": {
            "anyOf": [{"type": "integer", "minimum": 1}, {"type": "string", "minLength": 1}],
            "description": "the submission number, or the id that a submission system gives",
        },
        "title": TEXT | {"description": "as the paper prints it"},
        "url": address | {"description": "the paper's page"},
        "pdf": address | {"description": "the paper itself"},
        "format": {
            "enum": [form.id for form in program.event.formats],
            "description": "how the paper is presented",
        },
        "sessions": _list(
            object_schema(
                "when the paper is presented, alone or among others", session, ("room", "status")
            )
        ),
        "authors": _list(object_schema("an author, in the paper's order", author, _UNKNOWN))
        | {"minItems": 1},
        "topics": _list(_ID) | {"description": "ids of `topics`"},
        "keywords": _list(TEXT) | {"description": _OF[program.event.keywords_by]},
        "figure": object_schema("a picture, and what it shows", figure, ("caption",)),
        "summary": {"type": "string", "description": _OF[summary_by]},
        "abstract": TEXT | {"description": _OF[WordsBy.AUTHORS]},
        "bibtex_key": TEXT | {"description": "the key of its BibTeX entry"},
        **_more(),
        "later_versions": _list(NAMED_URL) | {"description": "all of them; `later` is the first"},
    }
    optional = ("abstract", "figure", *_more(), "later_versions", *unknown)
    event = {
        "name": TEXT,
        "conference": TEXT,
        "start": _DAY,
        "end": _DAY,
        "timezone": TEXT | {"description": "an IANA name"},
        "url": address,
        "notice": TEXT | {"description": "that it is cancelled or postponed, and why"},
    }
    topic = {"id": _ID, "name": TEXT, "short": TEXT, "url": address}
    root = {
        "$schema": address,
        "version": {"const": VERSION, "description": "goes up with the names of fields"},
        "event": object_schema(
            f"the {program.event.kind}",
            event,
            ("notice",) if program.event.conference else ("notice", "conference"),
        ),
        "topics": _list(object_schema("an open problem that the call names", topic)),
        "editors": _list(object_schema("an editor of the papers' collection", name, _UNKNOWN)),
        "papers": _list(object_schema("an accepted paper", paper, optional)),
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": urls.absolute(program.event, urls.papers(program, ".schema.json")),
        "title": f"The papers of the {program.event.kind}",
    } | object_schema("papers, topics and the event", root, ("editors",))
