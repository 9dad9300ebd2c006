"""Formats and tracks of papers come from a table: by their own words, or as the mapping says."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from import_site import ImportSite
from sphinx_workshop.core.vocabulary import FORMATS, Format
from sphinx_workshop.imports.columns import mapping
from sphinx_workshop.imports.paper_words import named_format

if TYPE_CHECKING:
    from pathlib import Path

COLUMNS = "number=id,title=title,authors=authors,format=decision"
TABLE = """\
id,title,authors,decision,track
1,Alpha,Ann Lee,Accept (Oral),Plants and soil
2,Beta,Bo Ray,Accept as poster,Water
3,Gamma,Cy Ng,Accept (long),Plants and soil
4,Delta,Di Fox,Accept (long),Elsewhere
"""


@pytest.fixture
def site(tmp_path: Path) -> ImportSite:
    found = ImportSite(tmp_path)
    found.configure(formats={"oral": "Oral"})
    found.write("call-for-papers/topics/plants.md", "# Plants\n")
    return found


def option(site: ImportSite, id: str, name: str) -> str:
    """Return an option of a paper's page, empty where it has none."""
    return site.page(id).partition(f"\n:{name}: ")[2].partition("\n")[0]


def test_a_value_that_names_a_format_needs_no_mapping(site: ImportSite) -> None:
    site.import_(TABLE, "--columns", COLUMNS)
    formats = [option(site, id, "format") for id in ("alpha", "beta", "gamma")]
    assert formats == ["oral", "poster", ""]


def test_values_that_name_no_format_are_reported_once_with_what_to_write(site: ImportSite) -> None:
    done = site.import_(TABLE, "--columns", COLUMNS)
    assert (
        "file: 'Accept (long)' (2 of the papers) names no format of conf.py, or several (oral, "
        "spotlight, poster), and is left out; add the one that it means to --columns: "
        "format:Accept (long)=<format>"
    ) in done.out


def test_a_mapping_names_values_of_formats_and_tracks(site: ImportSite) -> None:
    values = "format:accept (LONG)=spotlight,topics=track,topics:Plants and soil=plants"
    for count in ("4 written, 0 unchanged", "0 written, 4 unchanged"):
        done = site.import_(TABLE, "--columns", f"{COLUMNS},{values}")
        assert count in done.numbers
    assert option(site, "gamma", "format") == "spotlight"
    topics = [option(site, id, "topics") for id in ("alpha", "beta", "gamma")]
    assert topics == ["plants", "", "plants"]
    assert "'Water' is not the id of a topic, and is left out" in done.out
    assert "topics:Water=inference" in done.out


def test_the_dry_run_prints_the_values_of_the_mapping(site: ImportSite) -> None:
    values = f"{COLUMNS},format:accept (long)=spotlight"
    done = site.import_(TABLE, "--dry-run", "--columns", values)
    assert f"--columns '{values}'" in done.out
    assert mapping(values) == mapping(mapping(values).written())


def test_a_column_of_formats_is_recognized(site: ImportSite) -> None:
    site.import_("id,title,authors,Presentation\n1,Alpha,Ann Lee,Spotlight\n")
    assert option(site, "alpha", "format") == "spotlight"


def test_values_may_be_named_where_the_columns_are_recognized(site: ImportSite) -> None:
    table = "id,title,authors,Presentation\n1,Alpha,Ann Lee,Long\n"
    site.import_(table, "--columns=format:Long=oral")
    assert option(site, "alpha", "format") == "oral"


@pytest.mark.parametrize(
    ("written", "reported"),
    [
        ("format:=oral", "'format:=oral' names no value; write format:Accept (long)=oral"),
        ("format:Long=An Oral", "an id has lower-case letters"),
        ("title:Long=oral", "there is no field 'title:Long'"),
    ],
)
def test_a_value_that_cannot_be_named_is_rejected(
    written: str, reported: str, site: ImportSite
) -> None:
    done = site.import_(TABLE, "--columns", f"{COLUMNS},{written}")
    assert done.code == 1
    assert reported in done.err
    assert site.ids() == []


@pytest.mark.parametrize(
    ("words", "id"),
    [
        ("poster", "poster"),
        ("Accept (Poster)", "poster"),
        ("SPOTLIGHT talk", "spotlight"),
        ("oral presentation", "long-oral"),
        ("long-oral", "long-oral"),
        ("spotlight and poster", ""),
        ("posterior", ""),
        ("accept", ""),
    ],
)
def test_words_name_a_format_by_its_id_or_its_word(words: str, id: str) -> None:
    assert named_format(words, [*FORMATS, Format("long-oral", "Oral")]) == id
