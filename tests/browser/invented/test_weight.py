"""What a reader loads: few requests and few bytes at first, and then pages alone."""

from __future__ import annotations

import gzip
from typing import TYPE_CHECKING

import pytest

from bench.loading import visit as visited
from serving import served

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser

HOME, PROGRAM, PAPERS = "index.html", "program/index.html", "program/papers/index.html"
PAPER, TOPIC = "program/papers/hay-count.html", "call-for-papers/topics/index.html"
AUTHORS = "program/authors.html"


@pytest.mark.parametrize(
    ("page", "requests", "weight"),
    [(HOME, 6, 52_780), *((page, 5, 38_630) for page in (PROGRAM, PAPERS, PAPER, TOPIC))],
)
def test_a_first_page_is_light(
    browser: Browser, one_day: Path, page: str, requests: int, weight: int
) -> None:
    with served(site=one_day) as address:
        (load,) = visited(browser, f"{address}/site/", [page])
    assert 0 < load.requests <= requests
    assert 0 < load.sent <= weight


def test_a_further_page_is_loaded_alone(browser: Browser, one_day: Path) -> None:
    pages = [PAPER, PROGRAM, PAPERS, TOPIC, AUTHORS]
    with served(site=one_day) as address:
        _first, *later = visited(browser, f"{address}/site/", pages)
    assert [load.requests for load in later] == [1] * len(later)
    assert all(load.sent <= 5_240 for load in later)


@pytest.mark.parametrize(
    ("page", "weight"), [(HOME, 6_150), (PAPERS, 3_600), (AUTHORS, 3_700), (TOPIC, 2_700)]
)
def test_a_page_that_lists_much_is_light(one_day: Path, page: str, weight: int) -> None:
    assert len(gzip.compress((one_day / page).read_bytes())) <= weight
