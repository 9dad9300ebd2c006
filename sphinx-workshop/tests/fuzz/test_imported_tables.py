"""Whatever stands in tables of papers, people and dates: what is imported builds, as is said."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from conference_exports import as_csv
from imported_workshop import OF_ALL, Workshop
from inline_site import InlineSite
from thorough import THOROUGH

PAGES = {
    "index.md": OF_ALL,
    "about/organizers.md": "# Organizers\n",
    "call-for-papers/dates.md": "# Dates\n",
}
DIRT = st.lists(
    st.sampled_from(
        [
            *("Ann Lee", "Bo", "(North)", "(A; B)", "*", "†", ";", ",", "|", " and ", "&"),
            *("\n", "\n\n", "$x^2$", "$", "\\(z\\)", "\\[", "\\emph{", "}", "\\cite{k}"),
            *("\\'e", '"', "'", "`", "```", "~~~", ":::", "::::", "{paper}", "`x`"),
            *(":topics: a", "role: b", "# h", "- l", "1. n", "> q", "| t |", "<b>"),
            *("<script>", "<!--", "&amp;", "&#64;", "@", "a@mail.example"),
            *("http://x.example/z", "[a](b)", "![i](p.png)", "[r]: u", "^[f]", "[^1]", "% c"),
            *("+++", "---", "===", "\\", "~", "\u200b", "\u202e", "é", "e\u0301", "中"),
            *("\x07", "\t", " ", "{{ x }}", "(t)=", "=", ":", "a_b_", "First Last"),
            *("New paper", "Index", "con"),
        ]
    ),
    max_size=8,
).map("".join)
DAYS = [
    "2016-03-01", "2016-03-01 23:59 AoE", "March 3, 2016", "3 March 2016 11:59 pm (UTC-12)", "soon",
    "05/06/2016", "", "2016-02-30", "9999-12-31", "0001-01-01", "2016-03-13 02:30 America/New_York",
    "2016-11-06 01:30 America/New_York", "2016-03-01 24:00 UTC", "2016-03-01 12:00 +99:00",
]  # fmt: skip
ROLES = ["organizer", "keynote", "Co-Chair", "", "PC", "organizer; keynote", "chair|organizer"]
TABLES = st.tuples(
    st.lists(st.tuples(DIRT, DIRT, DIRT, DIRT, DIRT), min_size=3, max_size=12),
    st.lists(st.tuples(DIRT, DIRT, st.sampled_from(ROLES), DIRT), min_size=3, max_size=12),
    st.lists(
        st.tuples(DIRT, st.sampled_from(DAYS), st.sampled_from(["", "AoE", "UTC", "CET"]), DIRT),
        min_size=3,
        max_size=12,
    ),
)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> InlineSite:
    return InlineSite(tmp_path_factory.mktemp("built"), {}, {})


@settings(
    max_examples=100 if THOROUGH else 5,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
@given(TABLES)
def test_whatever_a_dry_run_calls_clean_builds(
    tmp_path_factory: pytest.TempPathFactory,
    built: InlineSite,
    tables: tuple[list[tuple[str, ...]], list[tuple[str, ...]], list[tuple[str, ...]]],
) -> None:
    site = Workshop(tmp_path_factory.mktemp("dirt"), built)
    for name, text in PAGES.items():
        site.write(name, text)
    papers, people, dates = tables
    clean = ["99", "Clean", "Ann Lee", "Words.", "hay", ""]
    numbered = [[str(n), *row] for n, row in enumerate(papers, start=1)]
    exports = (
        as_csv([["id", "title", "authors", "abstract", "keywords", "TLDR"], clean, *numbered]),
        as_csv([["name", "affiliation", "role", "bio"], *people]),
        as_csv([["deadline", "date", "timezone", "notes"], *dates]),
    )
    for export in exports:
        dry = site.import_(export, "--dry-run", "--all")
        done = site.import_(export, "--all")
        assert (dry.code, done.code) == (0, 0), dry.err + done.err
        assert dry.numbers == done.numbers
        assert "which a build rejects" not in dry.out
        assert "Unchanged: no page is written." in site.import_(export).out
    site.builds()
