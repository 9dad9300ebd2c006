"""The search answers what people type: the forty queries of `tools/search_queries.yaml`."""

from __future__ import annotations

import yaml

from search_queries import QUERIES, SHARE, answers, rank
from visits import Visit


def test_the_first_hit_is_right_for_nearly_all_that_people_type(visit: Visit) -> None:
    expected: dict[str, list[str]] = yaml.safe_load(QUERIES.read_text("utf-8"))
    found = answers(visit("search.html"), list(expected))
    wrong = [query for query, hits in found.items() if rank(hits, expected[query]) != 1]
    assert len(expected) >= 40
    assert len(wrong) <= (1 - SHARE) * len(expected), wrong
