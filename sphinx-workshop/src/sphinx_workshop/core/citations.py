"""How papers are cited: BibTeX entries, one line of text, and what other formats share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from . import urls
from .divided_names import divided
from .field_table import PAPER, noted
from .latex import latex
from .model import WordsBy, person_id
from .text import paper_number
from .vocabulary import Role
from .words import gettext as _

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..core.program import Program
    from .model import Author, Paper, Person

# BibTeX's own macros: a style prints them in its language, and a number as it is.
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def key(program: Program, paper: Paper) -> str:
    """Return the citation key, `ghali2022halos`: unique and stable, as the paper's id is."""
    last_name = person_id(program.divided(paper.authors[0]).family.split()[-1])
    return f"{last_name}{program.event.start.year}{paper.id}"


def booktitle(program: Program) -> str:
    """Return what a paper was presented at: `FIELD 2022 Workshop on …`."""
    event = program.event
    if not event.conference:
        return event.name
    # Translators: the kind is "Workshop", or what conf.py calls the event.
    return _(
        "%(conference)s %(kind)s on %(name)s",
        conference=event.conference,
        kind=event.kind_in_titles,
        name=event.name,
    )


def keywords(program: Program, paper: Paper) -> tuple[str, ...]:
    """Return the authors' own keywords; a citation holds no others."""
    return paper.keywords if program.event.keywords_by is WordsBy.AUTHORS else ()


def abstract(program: Program, paper: Paper) -> str:
    """Return the authors' own words: the abstract, or a summary that is theirs; else nothing."""
    return paper.abstract or ("" if program.event.paper_note else paper.summary)


def description(program: Program, paper: Paper) -> str:
    """Return the summary, where that is not the authors' own words already."""
    return "" if paper.summary == abstract(program, paper) else paper.summary


def note(program: Program, paper: Paper) -> str:
    """Return the number, that it is withdrawn or wrong, and what the event says of proceedings."""
    parts = (paper_number(paper.number), *warnings(paper), program.event.proceedings_note)
    return ". ".join(filter(None, parts))


def warnings(paper: Paper) -> list[str]:
    """Return the words of the fields that citations note, without a stop at the end."""
    return [entry.said(value).rstrip(".") for entry, value in noted(paper)]


def editors(program: Program) -> list[Person]:
    """Return the editors of the papers' collection: people with an entry that says so."""
    return [person for person in program.entries.values() if Role.EDITOR in person.roles]


def bibtex(program: Program, paper: Paper) -> str:
    """Return the BibTeX entry of a paper; no field is empty."""
    event = program.event
    fields = {
        # The second pair of braces protects the capitals, which no program can guess.
        "title": "{" + (paper.title_latex or latex(paper.title)) + "}",
        "author": " and ".join(_name(program, author) for author in paper.authors),
        "editor": " and ".join(_name(program, person) for person in editors(program)),
        "booktitle": latex(booktitle(program)),
        "year": str(event.start.year),
        "month": _MONTHS[event.start.month - 1],
        "address": latex(event.place),
        "url": urls.place(event, paper) if event.site else "",
        **{name: latex(text) for name, text in table_fields(paper, "bibtex").items()},
        # Not a summary: the page shows the entry under it.
        "abstract": latex(paper.abstract),
        "keywords": latex(", ".join(keywords(program, paper))),
        # Not in `eid`: styles print that beside the pages.
        "note": latex(note(program, paper)),
    }
    lines = "".join(
        f"  {name} = {value if name == 'month' else f'{{{value}}}'},\n"
        for name, value in fields.items()
        if value
    )
    return f"@inproceedings{{{key(program, paper)},\n{lines}}}\n"


def table_fields(paper: Paper, format: str) -> dict[str, str]:
    """Return what the field table puts into an entry of a format: `bibtex`, `csl` or `ris`."""
    return {
        name: text.format(value)
        for entry in PAPER.values()
        if (value := paper.value(entry.name))
        for name, text in getattr(entry.exports, format).items()
    }


def bibliography(program: Program, papers: Iterable[Paper]) -> str:
    """Return the BibTeX entries of papers."""
    return "\n".join(bibtex(program, paper) for paper in papers)


def citation(program: Program, paper: Paper) -> str:
    """Return the citation as one line of text, with all authors."""
    event = program.event
    names = [author.name for author in paper.authors]
    listed = names[0]
    if len(names) > 1:
        # Translators: the end of a list of authors.
        listed = _("%(names)s and %(last)s", names=", ".join(names[:-1]), last=names[-1])
    title = paper.title if paper.title[-1] in ".?!" else f"{paper.title}."
    at = ", ".join(filter(None, (booktitle(program), event.place)))
    address = f" {urls.place(event, paper)}" if event.site else ""
    numbered = ". ".join([paper_number(paper.number), *warnings(paper)])
    return f"{listed} ({event.start.year}). {title} {at}. {numbered}.{address}"


def _name(program: Program, author: Author | Person) -> str:
    """Return a person's name, the family name first where BibTeX might divide it otherwise."""
    name, found = author.name, program.divided(author)
    if found.is_whole or (found.suffix and not found.given):
        return f"{{{latex(name)}}}"
    *others, _last = found.family.split()
    if found == divided(name) and not (others or found.suffix or name[0].islower()):
        return latex(name)
    # Before a comma, small words are a prefix, with all that stands before the last of them.
    small = [word[0].islower() for word in others]
    family = latex(found.family)
    family = family if small == sorted(small, reverse=True) else f"{{{family}}}"
    suffix = latex(found.suffix)
    suffix = f"{{{suffix}}}" if "," in suffix else suffix
    return ", ".join(filter(None, (family, suffix, latex(found.given))))
