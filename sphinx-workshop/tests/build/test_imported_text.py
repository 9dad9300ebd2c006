"""What an import writes builds without a warning, and every file says what the source said."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from import_site import ImportSite, cmt
from inline_site import InlineSite, words

if TYPE_CHECKING:
    from inline_site import Built

ABSTRACT = r"""We learn $O(n\log n)$ lenses with \(x^2\): \[ \hat{y} = \sum_i w_i x_i \] where
{1,2,3} and \d+ stay, a < b and c > d, and 10$^5$ costs $5 or $10 (\citep{lee16}, \texttt{FedAvg}).

- first item, with **bold** words
- second at https://example.org/a_b

G\"odel's \foo{kept} <i>ends</i> &amp; $\nosuchmacro{x}$."""


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """Return the site of one paper that was imported."""
    folder = tmp_path_factory.mktemp("imported")
    (folder / "from").mkdir()
    site = ImportSite(folder / "from")
    header = ["Paper ID", "Paper Title", "Author Names", "Abstract"]
    title = r"Sharp $\alpha_{\max}$: \textit{Lenses} \& Sets $\{x\}$"
    abstract = ABSTRACT.replace('"', '""')
    text = cmt([7, title, "Lee, Ann", f'"{abstract}"'], header=header)
    done = site.import_(text)
    assert done.code == 0, done.err
    page = site.page(site.ids()[0])
    files = {"index.md": "# Home\n\n:::{paper-list}\n:::\n\n```{toctree}\np\n```\n", "p.md": page}
    return InlineSite(folder / "site", files, {}).build()


def test_it_builds_without_a_warning(built: Built) -> None:
    assert built.messages == []


def test_formulas_are_formulas_on_the_page(built: Built) -> None:
    page = built.page("p")
    assert len(page.select("h1 math")) == 2
    lede = page.select_one(".workshop-lede")
    assert lede is not None
    assert len(lede.select("math")) == 4
    assert len(lede.select("math[display=block]")) == 1
    assert [words(code) for code in lede.select("code")] == ["FedAvg", r"$\nosuchmacro{x}$"]


def test_the_page_says_the_rest_to_the_letter(built: Built) -> None:
    lede = built.page("p").select_one(".workshop-lede")
    assert lede is not None
    for formula in lede.select("math"):
        formula.replace_with("§")
    assert words(lede) == (
        r"We learn § lenses with §: §where {1,2,3} and \d+ stay, a < b and c > d, and 10§ costs "
        "$5 or $10 ([lee16], FedAvg). first item, with bold words second at "
        r"https://example.org/a_b Gödel's kept ends & $\nosuchmacro{x}$."
    )
    assert [words(item) for item in lede.select("li strong")] == ["bold"]
    assert [a["href"] for a in lede.select("a")] == ["https://example.org/a_b"]


def test_bibtex_has_the_formula_and_data_its_words(built: Built) -> None:
    bibtex = next(built.output.rglob("papers.bib")).read_text(encoding="utf-8")
    assert r"{Sharp $\alpha_{\max}$: Lenses {\&} Sets $\lbrace x\rbrace$}" in bibtex
    papers = json.loads(next(built.output.rglob("papers.json")).read_bytes())
    assert papers["papers"][0]["title"] == "Sharp α_max: Lenses & Sets {x}"
