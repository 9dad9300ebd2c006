"""One entry of the field table is enough: commands, imports and the reference follow it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from records import EVENT
from sphinx_workshop.cli.__main__ import main
from sphinx_workshop.core import fields
from sphinx_workshop.core.field_entry import Field, Importing
from sphinx_workshop.core.field_table import PAPER, TABLES

if TYPE_CHECKING:
    from import_site import ImportSite

BADGE = Field("badge", fields.text, "the prize that the paper won", "Best paper")
EVERY = [(kind, entry) for kind, table in TABLES.items() for entry in table.values()]
NAMES = [f"{kind} {entry.name}" for kind, entry in EVERY]
GIVEN = ["--title=Alpha", "--number=7", "--authors=Ann Lee", "--id=alpha"]
HEADER = "Id,Title,Authors,Prize"
COLUMNS = "number=Id,title=Title,authors=Authors,badge=Prize"


@pytest.fixture
def _badge(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(PAPER, "badge", BADGE)


@pytest.mark.parametrize(("kind", "entry"), EVERY, ids=NAMES)
def test_every_example_can_be_read(kind: str, entry: Field) -> None:
    entry.value(entry.example, EVENT)


@pytest.mark.parametrize(("kind", "entry"), EVERY, ids=NAMES)
def test_an_entry_has_the_name_of_its_key(kind: str, entry: Field) -> None:
    assert TABLES[kind][entry.name] is entry


@pytest.mark.usefixtures("_badge")
def test_the_command_writes_an_added_field_and_checks_it(site: ImportSite) -> None:
    done = site.run("paper", *GIVEN, "--badge= Best  paper")
    assert done.code == 0, done.err
    assert ":authors: Ann Lee\n:badge: Best paper\n" in site.page("alpha")
    assert site.run("paper", *GIVEN[:-1], "--id=beta", "--badge= ").code == 1


@pytest.mark.usefixtures("_badge")
def test_a_new_page_names_an_added_field_with_its_example(site: ImportSite) -> None:
    assert site.run("paper", *GIVEN).code == 0
    assert "%   :badge: (the prize that the paper won, like Best paper)\n" in site.page("alpha")


@pytest.mark.usefixtures("_badge")
def test_help_explains_an_added_field(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["paper", "--help"])
    help_text = " ".join(capsys.readouterr().out.split())
    assert "--badge BADGE the prize that the paper won, like Best paper" in help_text


@pytest.mark.usefixtures("_badge")
def test_an_import_reads_an_added_field_and_merges_it(site: ImportSite) -> None:
    first = site.import_(f"{HEADER}\n7,Alpha,Ann Lee,Best paper\n", "--columns", COLUMNS)
    assert first.code == 0, first.err
    assert ":badge: Best paper\n" in site.page("alpha")
    update = ("--columns", COLUMNS, "--update=badge")
    site.import_(f"{HEADER}\n7,Alpha,Ann Lee,Best poster\n", *update)
    assert ":badge: Best poster\n" in site.page("alpha")
    site.edit("alpha", "Best poster", "Runner-up")
    site.import_(f"{HEADER}\n7,Alpha,Ann Lee,Best poster\n", *update)
    assert ":badge: Runner-up\n" in site.page("alpha")


def test_a_field_that_is_never_imported_is_no_column(
    site: ImportSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    entry = Field("badge", fields.text, "", "Best paper", importing=Importing.NEVER)
    monkeypatch.setitem(PAPER, "badge", entry)
    done = site.import_(f"{HEADER}\n7,Alpha,Ann Lee,Best paper\n", "--columns", COLUMNS)
    assert done.code == 1
    assert "there is no field 'badge'" in done.err
