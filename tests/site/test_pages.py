"""What pages of the site have whatever they say: who speaks, the PDF first, quotation marks."""

from __future__ import annotations

from pathlib import Path

from inline_site import parsed
from walk import pages_of


def test_prose_has_typographic_quotation_marks(site: Path) -> None:
    straight, read = [], 0
    for path in pages_of(site):
        page = parsed(path)
        # Abstracts stay as the authors typed them, and code is code.
        for quoted in page.select("code, .workshop-abstract"):
            quoted.decompose()
        prose = [part.get_text() for part in page.select("article section > p")]
        read += len(prose)
        straight += [(path.name, text) for text in prose if "'" in text or '"' in text]
    assert read
    assert straight == []


def test_home_names_everyone_who_speaks(site: Path) -> None:
    speakers = {
        it["id"] for it in parsed(site / "program/speakers.html").select(".workshop-person")
    }
    links = parsed(site / "index.html").select('article a[href*="#person-"]')
    assert speakers
    assert speakers <= {str(link["href"]).partition("#")[2] for link in links}


def test_the_pdf_is_a_papers_first_button_and_the_only_primary_one(site: Path) -> None:
    rows = [
        [(link.get_text(), "workshop-primary" in link["class"]) for link in row.select("a")]
        for path in pages_of(site)
        for row in parsed(path).select("header.workshop-paper > .workshop-links")
    ]
    with_pdf = [row for row in rows if any(text == "PDF" for text, _primary in row)]
    assert with_pdf
    assert all(row[0] == ("PDF", True) for row in with_pdf)
    assert not any(primary for row in with_pdf for _text, primary in row[1:])
