"""Papers' PDFs are published at their addresses, and again where Scholar looks for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from sphinx_workshop.site_check.html import metas
from trees import contents

if TYPE_CHECKING:
    from inline_site import InlineSite

SITE = "https://example.org/2016"
pytestmark = pytest.mark.usefixtures("no_epoch")


def test_pdfs_of_the_checkout_are_published_at_their_address(workshop: InlineSite) -> None:
    assets = workshop.source / "assets"
    assets.mkdir()
    (assets / "7.pdf").write_bytes(b"%PDF-1.7 one")
    (assets / "notes.txt").write_bytes(b"private")
    built = workshop.build()
    assert {n: c for n, c in contents(built.output).items() if n.startswith("assets/")} == {
        "assets/7.pdf": b"%PDF-1.7 one"
    }
    (assets / "7.pdf").write_bytes(b"%PDF-1.7 two")
    assert (workshop.build().output / "assets/7.pdf").read_bytes() == b"%PDF-1.7 two"
    (assets / "7.pdf").unlink()
    assert not (workshop.build().output / "assets/7.pdf").exists()


def test_a_paper_s_pdf_stands_beside_its_page_too_where_scholar_looks(
    workshop: InlineSite,
) -> None:
    assets = workshop.source / "assets"
    assets.mkdir()
    for name, content in (("7", b"%PDF-1.7 7"), ("99", b"%PDF-1.7 99"), ("007", b"%PDF-1.7 007")):
        (assets / f"{name}.pdf").write_bytes(content)
    built = workshop.build()
    beside = {n: c for n, c in contents(built.output).items() if n.startswith("papers/")}
    assert {n: c for n, c in beside.items() if n.endswith(".pdf")} == {
        "papers/alpha.pdf": b"%PDF-1.7 7"
    }
    tags = dict(metas(built.html("papers/alpha"), "citation_"))
    assert tags["citation_pdf_url"] == f"{SITE}/papers/alpha.pdf"
    (assets / "7.pdf").unlink()
    again = workshop.build()
    assert not (again.output / "papers/alpha.pdf").exists()
    tags = dict(metas(again.html("papers/alpha"), "citation_"))
    assert tags["citation_pdf_url"] == "https://example.org/assets/7.pdf"
