"""The small reader of BibTeX reads what the engine writes as a full parser does."""

from __future__ import annotations

import pytest

from readers import bibtex
from records import paper, person, program
from sphinx_workshop.core.citations import bibliography
from sphinx_workshop.core.vocabulary import Role
from sphinx_workshop.site_check.bibtex import entries


def test_entries_are_read_as_a_full_parser_reads_them() -> None:
    papers = [
        paper("alpha", "Łukasz Ørsted*; Zoë Hložan (North); Zoë Ångström-Ñandú; 李明", number=1),
        paper(
            "beta",
            "Lee, Jr.; Rock and Roll Collaboration; Ann {Lee}",
            number=2,
            title="A & B: {x} $5_% #1",
        ),
        paper(
            "gamma",
            "Ånders Ñandú",
            number=3,
            title="“Quotes” – and ‘more’ -- of `x`",
            more=(("arxiv", "1"),),
        ),
    ]
    editors = [
        person("mia", "Mia Lund Berg", family="Lund Berg", roles=(Role.EDITOR,)),
        person("salt", "Salt and Pepper Consortium", roles=(Role.EDITOR,)),
    ]
    text = bibliography(program(*papers, *editors), papers)
    assert [entry.editors for entry in entries(text)] == [[e.name for e in editors]] * 3
    read = {entry.key: (entry.authors, entry.fields["title"]) for entry in entries(text)}
    assert read == {
        key: (found.authors, " ".join(found.fields["title"].split()))
        for key, found in bibtex(text).items()
    }
    assert len(read) == 3


def test_a_value_may_be_a_word_and_the_last_field_may_lack_its_comma() -> None:
    (entry,) = entries("@misc{x,\n month = jul,\n year = 2016,\n note = {a, {b}}\n}\n")
    assert entry.fields == {"month": "jul", "year": "2016", "note": "a, b"}


@pytest.mark.parametrize("text", ["@misc{x,\n title = {a", "@misc{x,\n title = {a}, b"])
def test_an_entry_that_is_not_closed_is_an_error(text: str) -> None:
    with pytest.raises(ValueError, match="is not"):
        list(entries(text))
