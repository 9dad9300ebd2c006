"""People of tables become entries of the page of their role; what stands there stays."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from conference_exports import as_csv
from dirty_texts import ABSTRACTS
from entry_pages import ORGANIZERS, SPEAKERS, page, site_with_pages
from page_words import page_text, squeezed
from sphinx_workshop.editing.page_text import directives, lines_of
from sphinx_workshop.imports import changes
from sphinx_workshop.imports.markup.characters import composed

if TYPE_CHECKING:
    from pathlib import Path

    from import_site import ImportSite

PEOPLE = as_csv(
    [
        ["Name", "Institution", "Role", "E-mail", "Bio"],
        [
            "Lee, Ann",
            'The "North"; South',
            "Invited Speaker",
            "secret@mail.example",
            "She *looks*.",
        ],
        ["", "", "", "", ""],
        ["Børge Ray", "West", "Co-Chair", "", ""],
        ["D. Fox", "North", "keynote", "", ""],
        ["李明", "", "Organizer", "", ""],
    ]
)
MINI_CONF_COMMITTEE = """\
committee:
  # - role: Developer
  - role: Organizer
    name: Ann Lee
    aff: "North: Old"
    img: ann-lee.jpg

  - role: Finance Chair
    name: Børge Ray
    aff: West
"""
MINI_CONF_SPEAKERS = """\
- UID: "1"
  title: "Of Grass"
  speaker: Ann Lee
  institution: North
  role: keynote
  abstract: We look.
  bio: |
    She looks.

    Twice.
  session: Mon
"""


@pytest.fixture
def site(tmp_path: Path) -> ImportSite:
    return site_with_pages(tmp_path)


def test_people_are_added_to_the_page_of_their_role_after_those_who_are_there(
    site: ImportSite,
) -> None:
    done = site.import_(PEOPLE)
    assert done.numbers == "people: 4 entries read; 3 written, 0 unchanged, 0 changed, 0 skipped"
    ann = (
        '\n:::{person} Ann Lee\n:id: ann-lee\n:affiliation: The "North"; South\n'
        ":roles: invited\n\nShe *looks*.\n:::\n"
    )
    assert page(site, "program/speakers") == SPEAKERS.replace(
        "\nAfter them.", f"{ann}\nAfter them."
    )
    more = (
        "\n:::{person} Børge Ray\n:id: borge-ray\n:affiliation: West\n:roles: co-chair\n:::\n"
        "\n:::{person} 李明\n:id: u674e-u660e\n:roles: organizer\n:::\n"
    )
    assert page(site, "about/organizers") == ORGANIZERS + more.replace("\n", "\r\n")
    assert "secret" not in done.out
    assert "Columns that are not read (1):\n  e-mail\n" in done.out


def test_an_entry_that_is_there_stays_and_the_difference_is_reported(site: ImportSite) -> None:
    done = site.import_(PEOPLE)
    assert "line 5: 'D. Fox' stands in" in done.out
    assert "stays as it is: affiliation is 'East College' there, and 'North' here" in done.out
    assert "D. Fox" not in page(site, "program/speakers").replace(":also: D. Fox", "")
    before = site.files()
    again = site.import_(PEOPLE)
    assert again.numbers == "people: 4 entries read; 0 written, 3 unchanged, 0 changed, 0 skipped"
    assert site.files() == before


def test_a_dry_run_prints_the_columns_and_the_rows_and_writes_nothing(site: ImportSite) -> None:
    before = site.files()
    done = site.import_(PEOPLE, "--dry-run")
    assert {k: v for k, v in site.files().items() if k != changes.NAME} == before
    assert "--columns name=name,affiliation=institution,roles=role,note=bio\n" in done.out
    assert "    roles: Invited Speaker\n" in done.out
    assert "3 written" in done.numbers
    columns = "name=Name,affiliation=Institution,roles=Role"
    assert "3 written" in site.import_(PEOPLE, f"--columns={columns}").numbers


def test_an_entry_that_was_renamed_by_hand_is_known_and_a_deleted_one_stays_deleted(
    site: ImportSite,
) -> None:
    site.import_(PEOPLE)
    path = site.folder / "about/organizers.md"
    text = page(site, "about/organizers").replace("Børge Ray", "Børge Rayleigh")
    path.write_bytes(text.partition("\r\n:::{person} 李明")[0].encode())
    done = site.import_(PEOPLE)
    assert "0 written" in done.numbers
    deleted = done.out.partition("Deleted by hand")[2]
    assert "person 'u674e-u660e' of" in deleted
    assert "--take u674e-u660e" in deleted
    assert "1 written" in site.import_(PEOPLE, "--take=u674e-u660e").numbers
    assert page(site, "about/organizers").count("{person}") == 2


def test_no_import_brings_back_a_former_name(site: ImportSite) -> None:
    site.import_(PEOPLE)
    assert site.run("rename-person", "Børge Ray", "Cleo Ray").code == 0
    assert site.run("unlist-person", "Ann Lee").code == 0
    done = site.import_(PEOPLE)
    assert "0 written" in done.numbers
    assert "it is a person who is not to be named" in done.out
    shown = done.out.encode() + b"".join(site.files().values())
    assert not any(name.encode() in shown for name in ("Børge Ray", "Ann Lee", "Lee, Ann"))
    assert "{person} Cleo Ray" in page(site, "about/organizers")


def test_an_entry_for_some_states_of_the_site_is_known_and_new_ones_are_for_all(
    site: ImportSite,
) -> None:
    page_of_one = SPEAKERS.replace(":::{person}", "::::{state} day; record\n:::{person}")
    page_of_one = page_of_one.replace("\nAfter", "::::\n\nAfter")
    site.write("program/speakers.md", page_of_one)
    done = site.import_("name,role,affiliation\nDana Fox,keynote,East College\nBo Ray,keynote,\n")
    assert done.numbers == "people: 2 entries read; 1 written, 1 unchanged, 0 changed, 0 skipped"
    bo = "\n:::{person} Bo Ray\n:id: bo-ray\n:roles: keynote\n:::\n"
    assert page(site, "program/speakers") == page_of_one + bo


def test_roles_that_are_not_known_are_asked_for(site: ImportSite) -> None:
    table = "first name,last name,role\nAnn,Lee,Finance Chair\nBo,Ray,\n"
    done = site.import_(table)
    assert "'Ann Lee' is left out: role 'Finance Chair' is none of conf.py's (keynote," in done.out
    assert "'Bo Ray' is left out: it has no role" in done.out
    assert "0 written" in done.numbers
    done = site.import_(table, "--role=organizer")
    assert "role 'Finance Chair' is not known; it becomes 'organizer'" in done.out
    assert page(site, "about/organizers").count(":roles: organizer") == 2
    assert "did you mean 'organizer'?" in site.import_(table, "--role=organiser").err


def test_mini_confs_committee_and_speakers_are_read(site: ImportSite) -> None:
    done = site.import_(MINI_CONF_COMMITTEE, "--role=organizer")
    assert "2 entries read; 2 written" in done.numbers
    assert ":affiliation: North: Old\n" in page(site, "about/organizers").replace("\r", "")
    assert "Columns that are not read (1):\n  img\n" in done.out
    site.write("about/organizers.md", "# Organizers\n")
    (site.folder / "program/imported.json").unlink()
    done = site.import_(MINI_CONF_SPEAKERS)
    assert ":roles: keynote\n\nShe looks.\n\nTwice.\n:::\n" in page(site, "program/speakers")
    assert "Columns that are not read (4):\n  uid\n  title\n  abstract\n  session\n" in done.out
    assert "line 3: the YAML is broken" in site.import_("- name: Ann\n  role: [\n").err


def test_no_biography_is_changed_silently(site: ImportSite) -> None:
    rows = [[f"Ann L{'abcdefghijklmnopqrstuvwxyz'[n % 26]}{n // 26 * 'x'} Fox", "invited", text]
            for n, text in enumerate(ABSTRACTS)]  # fmt: skip
    done = site.import_(as_csv([["Name", "Role", "Bio"], *rows]))
    assert f"{len(rows)} written" in done.numbers
    reported = site.read(changes.NAME)
    found = {
        entry.argument: page_text(entry.content.text, marks=True)
        for entry in directives(lines_of(page(site, "program/speakers")))
    }
    for name, _, typed in rows:
        before = "\n".join(f"- {line}" for line in typed.splitlines())
        assert found[name] == squeezed(composed(typed)) or before in reported, typed


def test_a_missing_page_is_named(site: ImportSite) -> None:
    (site.folder / "about/organizers.md").unlink()
    before = page(site, "program/speakers")
    done = site.import_(PEOPLE)
    assert "organizers.md: there is no such page; write one" in done.err
    assert page(site, "program/speakers") == before
