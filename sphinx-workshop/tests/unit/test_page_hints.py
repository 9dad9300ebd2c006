"""What templates say to those who write pages is known, so that it is found where it is left."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from sphinx_workshop.core.page_hints import hint_in, page_note

TEMPLATE = Path(__file__).parents[2] / "template"
PAGES = [p for p in sorted(TEMPLATE.rglob("*.md*")) if not p.name.startswith("README")]
# In comments, too, but examples of what is written.
EXAMPLE = re.compile(r":{3,}.*|:[a-z]+: .*|")


@pytest.mark.parametrize("path", PAGES, ids=[str(p.relative_to(TEMPLATE)) for p in PAGES])
def test_a_comment_of_a_new_site_s_page_is_a_known_hint(path: Path) -> None:
    comments = re.findall(r"^% ?(.*)$", path.read_text(encoding="utf-8"), re.MULTILINE)
    unknown = [c for c in comments if not (EXAMPLE.fullmatch(c) or hint_in(c))]
    assert unknown == []


def test_pages_of_a_new_site_have_hints() -> None:
    assert any(hint_in(path.read_text(encoding="utf-8")) for path in PAGES)


@pytest.mark.parametrize("given", [{}, {"topics", "keywords"}])
def test_the_note_of_a_new_paper_is_a_known_hint(given: set[str]) -> None:
    lead, more, *options = page_note(given).splitlines()
    assert (bool(hint_in(lead)), bool(hint_in(more))) == (True, True)
    assert options


def test_a_summary_with_some_of_the_words_is_no_hint() -> None:
    assert hint_in("One or two sentences of summary are what nobody sees.") is None
