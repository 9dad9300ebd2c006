"""What machines read in a page's head of papers, people (JSON-LD) and the booklet (a sentence)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..core import citations, urls
from ..core.booklet import keynotes
from ..core.field_table import TABLES
from ..core.text import long_day
from ..core.text import papers as papers_in_words
from ..core.words import gettext as _
from ..core.words import ngettext
from . import recordings
from .highwire import is_usual

if TYPE_CHECKING:
    from collections.abc import Container

    from ..core.model import Author, Paper, Person, Record
    from ..core.program import Program
    from ..core.values import Picture


def booklet_description(program: Program) -> str:
    """Return in one sentence what the booklet holds."""
    event = program.event
    topics, talks = len(program.topics), len(keynotes(program))
    papers, authors = len(program.papers), len(program.papers_by_author)
    held = (
        _("schedule"),
        ngettext("%(count)d topic", "%(count)d topics", topics) if topics else "",
        ngettext("%(count)d keynote", "%(count)d keynotes", talks) if talks else "",
        papers_in_words(papers) if papers else "",
        ngettext("%(count)d author", "%(count)d authors", authors) if authors else "",
    )
    about = ", ".join(filter(None, (event.name, long_day(event.start), event.place)))
    return _("%(event)s: %(parts)s.", event=about, parts=", ".join(filter(None, held)))


def _collection(program: Program) -> dict[str, Any]:
    """Return what papers are part of: a collection, not proceedings, for there are none."""
    known = {
        "@type": "Collection",
        "name": citations.booktitle(program),
        "editor": [{"@type": "Person", "name": p.name} for p in citations.editors(program)],
        "url": program.event.site,
    }
    return {name: value for name, value in known.items() if value}


def scholarly_article(
    program: Program, paper: Paper, pictures: Container[str] = ()
) -> dict[str, Any]:
    """Return a paper as <https://schema.org/ScholarlyArticle>.

    `pictures` has the paths of pictures for links that are published.
    """
    event = program.event
    found: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "ScholarlyArticle",
        "headline": paper.title,
        "name": paper.title,
        "author": [_author(program, author) for author in paper.authors],
        "datePublished": event.start.isoformat(),
        "dateModified": program.changed(paper).date().isoformat(),
        "inLanguage": event.language,
        "isPartOf": _collection(program),
        **_encoding(program.pdf_url(paper, event.site)),
        "url": urls.place(event, paper),
    }
    properties = _properties(paper)
    image = drawn(program, urls.beside_paper(paper, urls.PICTURE), pictures)
    known: dict[str, Any] = {
        "image": _image(program, paper.figure),
        "abstract": citations.abstract(program, paper),
        "description": citations.description(program, paper),
        "keywords": list(citations.keywords(program, paper)),
        "about": [topic.title for topic in program.known_topics(paper.topics)],
        **properties,
        "identifier": [str(paper.number), *properties.get("identifier", ())],
        **recordings.of_paper(program, paper, image),
    }
    return found | {name: value for name, value in known.items() if value}


def _properties(record: Record) -> dict[str, list[str]]:
    """Return what the field table says of an object; fields may share a property."""
    found: dict[str, list[str]] = {}
    for entry in TABLES[record.type].values():
        if value := record.value(entry.name):
            for name, text in entry.exports.json_ld.items():
                found.setdefault(name, []).append(text.format(value))
    return found


def drawn(program: Program, path: str, pictures: Container[str]) -> str:
    """Return the address of a picture for links; empty where it is not published."""
    return urls.absolute(program.event, path) if path in pictures else ""


def _image(program: Program, found: Picture | None) -> dict[str, Any]:
    """Return a picture, or nothing where there is none."""
    if found is None:
        return {}
    about = {"contentUrl": urls.picture(program, found), "description": found.alt}
    return {"@type": "ImageObject", **about, "width": found.width, "height": found.height}


def _encoding(pdf: str) -> dict[str, Any]:
    """Return where a paper's PDF is, if that is known."""
    if not pdf:
        return {}
    about = {"@type": "MediaObject", "contentUrl": pdf, "encodingFormat": "application/pdf"}
    return {"encoding": about}


_PARTS = {"family": "familyName", "given": "givenName", "suffix": "honorificSuffix"}


def _author(program: Program, author: Author) -> dict[str, Any]:
    found = program.divided(author)
    if found.is_whole:
        return {"@type": "Organization", "name": author.name}
    person: dict[str, Any] = {"@type": "Person", "name": author.name}
    if not is_usual(author, found):
        person |= {_PARTS[part]: text for part, text in found.parts.items()}
    if entry := program.entries.get(program.person_id(author.name)):
        person |= _properties(entry)
    if author.affiliations:
        person["affiliation"] = [
            {"@type": "Organization", "name": name} for name in author.affiliations
        ]
    return person


def person(program: Program, person: Person) -> dict[str, Any]:
    """Return a person with an entry as <https://schema.org/Person>."""
    found = {"@context": "https://schema.org", **named(program, person), **_properties(person)}
    at = person.affiliation
    place = at and {"@type": "Organization", "name": at}
    more = {"affiliation": place, "description": person.note, "image": _portrait(program, person)}
    return found | {name: value for name, value in more.items() if value}


def named(program: Program, person: Person) -> dict[str, Any]:
    """Return a person's name, and the address of their entry, whose page has all else."""
    found = {"@type": "Person", "name": person.title}
    if person.id in program.entries:
        found["url"] = urls.place(program.event, person)
    return found


def _portrait(program: Program, person: Person) -> dict[str, Any]:
    """Return the photo of a person, with who made it."""
    credit = person.photo.words if person.photo else ""
    return _image(program, person.photo) | ({"creditText": credit} if credit else {})
