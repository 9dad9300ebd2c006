"""How papers are cited: BibTeX entries, and one line of text."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING
from unicodedata import normalize

from pylatexenc.latexencode import (
    RULE_CALLABLE,
    RULE_DICT,
    RULE_REGEX,
    UnicodeToLatexConversionRule,
    UnicodeToLatexEncoder,
)

from ..core import urls
from ..core.model import person_id

if TYPE_CHECKING:
    from ..core.model import Paper
    from ..core.program import Program

# BibTeX counts braces, escaped or not; and a straight quote is neither opening nor closing.
_OWN = {ord("{"): r"\ensuremath{\lbrace}", ord("}"): r"\ensuremath{\rbrace}", ord('"'): '"'}
_LIGATURES = re.compile(r"-(?=-)|'(?=')|[`?!](?=`)")  # two of these print as one of another kind
_ACCENTS = dict(
    zip(
        "\u0300\u0301\u0302\u0303\u0304\u0306\u0307\u0308\u030a\u030b\u030c\u0323\u0327\u0328\u0331",
        "`'^~=u.\"rHvdckb",
        strict=True,
    )
) | {"\u0326": "textcommabelow"}

# What is written as it is; most titles and names, which then need no search for macros.
_PLAIN = re.compile(r"(?:[A-Za-z0-9 ,.:;()/]|-(?!-)|'(?!'))*")


def _accented(text: str, position: int) -> tuple[int, str] | None:
    r"""Return a letter that has no macro as its base under accents: `ễ` as `\~{\^{e}}`."""
    base, *marks = list(normalize("NFD", text[position]))
    if not marks or not _ACCENTS.keys() >= {*marks}:
        return None
    for mark in marks:
        base = f"\\{_ACCENTS[mark]}{{{base}}}"
    return 1, base


# Macros, each in braces, so that accents survive BibTeX and biber alike; what has none stays.
_LATEX = UnicodeToLatexEncoder(
    conversion_rules=[
        UnicodeToLatexConversionRule(RULE_DICT, _OWN),
        UnicodeToLatexConversionRule(RULE_REGEX, [(_LIGATURES, r"\g<0>{}")]),
        "defaults",
        UnicodeToLatexConversionRule(RULE_CALLABLE, _accented),
    ],
    replacement_latex_protection="braces-all",
    unknown_char_warning=False,
)


def key(program: Program, paper: Paper) -> str:
    """Return the citation key, `ghali2022halos`: unique and stable, as the paper's id is."""
    last_name = person_id(paper.authors[0].name.split()[-1])
    return f"{last_name}{program.event.start.year}{paper.id}"


def booktitle(program: Program) -> str:
    """Return what a paper was presented at: `FIELD 2022 Workshop on …`."""
    event = program.event
    return f"{event.conference} Workshop on {event.name}" if event.conference else event.name


def bibtex(program: Program, paper: Paper) -> str:
    """Return the BibTeX entry of a paper; no field is empty."""
    event = program.event
    fields = {
        # The second pair of braces protects the capitals, which no program can guess.
        "title": "{" + _latex(paper.title) + "}",
        "author": " and ".join(_name(author.name) for author in paper.authors),
        "booktitle": _latex(booktitle(program)),
        "year": str(event.start.year),
        "month": f"{event.start:%m}".lstrip("0"),
        "address": _latex(event.place),
        "eid": str(paper.number),
        "url": urls.place(event, paper) if event.site else "",
        "eprint": paper.arxiv or "",
        "archiveprefix": "arXiv" if paper.arxiv else "",
        "keywords": _latex(", ".join(paper.keywords)),
        "note": "Non-archival",
    }
    lines = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items() if value)
    return f"@inproceedings{{{key(program, paper)},\n{lines}}}\n"


def bibliography(program: Program) -> str:
    """Return the BibTeX entries of all papers."""
    return "\n".join(bibtex(program, paper) for paper in program.papers.values())


def citation(program: Program, paper: Paper) -> str:
    """Return the citation as one line of text, with all authors."""
    event = program.event
    names = [author.name for author in paper.authors]
    listed = f"{', '.join(names[:-1])} and {names[-1]}" if len(names) > 1 else names[0]
    title = paper.title if paper.title[-1] in ".?!" else f"{paper.title}."
    at = ", ".join(filter(None, (booktitle(program), event.place)))
    address = f" {urls.place(event, paper)}" if event.site else ""
    return f"{listed} ({event.start.year}). {title} {at}. No. {paper.number}.{address}"


def _name(name: str) -> str:
    """Return an author's name; one that BibTeX would take apart (`Lee, Jr.`) is kept whole."""
    whole = "," in name or "and" in name.casefold().split()
    return f"{{{_latex(name)}}}" if whole else _latex(name)


def _latex(text: str) -> str:
    return text if _PLAIN.fullmatch(text) else _encoded(text)


@lru_cache(10_000)
def _encoded(text: str) -> str:
    """Return a text for BibTeX; each is asked for on a page, in a file, and in that of all."""
    return str(_LATEX.unicode_to_latex(text))
