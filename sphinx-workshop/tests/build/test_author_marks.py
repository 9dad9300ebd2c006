"""What marks after authors' names say stands on the page, in the booklet and in papers.json."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from engine_fixtures import built_once
from inline_site import all_words

if TYPE_CHECKING:
    from inline_site import Built

HOME = """\
# Home

:::{paper-list}
:::

:::{booklet}
All of it.
:::

:::{toctree}
alpha
:::
"""
ALPHA = """\
# Alpha

:::{paper} 7
:authors: Ann Lee*= (North); Bo Ray=† (North); Cy Fox
:::
"""


built = built_once({"index.md": HOME, "alpha.md": ALPHA})


def test_the_page_has_them_in_words(built: Built) -> None:
    assert all_words(built.page("alpha"), ".workshop-authors > li") == [
        "Ann Lee (presenting) (equal contribution)",
        "Bo Ray (equal contribution) (corresponding author)",
        "Cy Fox",
    ]


def test_the_booklet_has_them_in_words(built: Built) -> None:
    (names,) = all_words(built.page("index"), ".booklet-paper .workshop-names")
    assert names == (
        "Ann Lee (presenting) (equal contribution), "
        "Bo Ray (equal contribution) (corresponding author), Cy Fox"
    )


def test_the_open_data_have_each_as_a_fact(built: Built) -> None:
    (path,) = built.output.rglob("papers.json")
    (paper,) = json.loads(path.read_bytes())["papers"]
    facts = ("presenting", "equal", "corresponding")
    assert [[author[fact] for fact in facts] for author in paper["authors"]] == [
        [True, True, False],
        [False, True, True],
        [False, False, False],
    ]
