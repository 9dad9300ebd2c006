"""People and dates of tables become entries of their pages; what stands there stays."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from conference_exports import as_csv, workbook
from dirty_texts import ABSTRACTS
from import_site import ImportSite
from page_words import page_text, squeezed
from sphinx_workshop.editing.page_text import directives, lines_of
from sphinx_workshop.imports import changes
from sphinx_workshop.imports.entries import moment_text
from sphinx_workshop.imports.markup.characters import composed

if TYPE_CHECKING:
    from pathlib import Path

    from engine_fixtures import MakeSite

SPEAKERS = """\
# Speakers

Those who speak.

:::{person} Dana Fox
:affiliation: East College
:roles: keynote
:also: D. Fox
:::

After them.
"""
ORGANIZERS = "# Organizers\r\n\r\nThey are these.\r\n"
DATES = """\
# Dates

:::{deadline} Submission deadline
:id: submission
:when: 2016-03-15 23:59 AoE
:::

:::{calendar}
:of: dates
:::
"""
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
    site = ImportSite(tmp_path)
    pages = {"program/speakers": SPEAKERS, "about/organizers": ORGANIZERS, "call/dates": DATES}
    pages["call-for-papers/dates"] = pages.pop("call/dates")
    for name, text in pages.items():
        path = tmp_path / f"{name}.md"
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(text.encode())
    return site


def page(site: ImportSite, name: str) -> str:
    return (site.folder / f"{name}.md").read_bytes().decode()


# People -----------------------------------------------------------------------------------------


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
    assert "--columns 'name=name,affiliation=institution,roles=role,note=bio'" in done.out
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


def test_names_that_were_taken_back_do_not_come_back(site: ImportSite) -> None:
    site.import_(PEOPLE)
    assert site.run("rename-person", "Børge Ray", "Cleo Ray").code == 0
    assert site.run("unlist-person", "Ann Lee").code == 0
    done = site.import_(PEOPLE)
    assert "0 written" in done.numbers
    assert "it is a person who is not to be named" in done.out
    shown = done.out.encode() + b"".join(site.files().values())
    assert not any(name.encode() in shown for name in ("Børge Ray", "Ann Lee", "Lee, Ann"))
    assert "{person} Cleo Ray" in page(site, "about/organizers")


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
    (site.folder / "about/organizers.md").write_text("# Organizers\n", encoding="utf-8")
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
    reported = (site.folder / changes.NAME).read_text(encoding="utf-8")
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


# Dates ------------------------------------------------------------------------------------------


def test_dates_are_added_after_those_that_are_there(site: ImportSite) -> None:
    table = (
        "Deadline;Date;Time zone;Notes\n"
        "Submission deadline;2016-03-16 23:59;AoE;\n"
        'Author notification;"April 12th, 2016";;"Mails go out."\n'
        "Camera ready;05/06/2016;;\n"
        "Party;2016-07-22 18:00;PST;\n"
        ";2016-07-22;;\n"
    )
    done = site.import_(table)
    assert done.numbers == "dates: 2 entries read; 1 written, 0 unchanged, 0 changed, 3 skipped"
    added = (
        "\n:::{deadline} Author notification\n:id: author-notification\n:when: 2016-04-12\n\n"
        "Mails go out.\n:::\n"
    )
    assert page(site, "call-for-papers/dates") == DATES.replace(
        "\n:::{calendar}", f"{added}\n:::{{calendar}}"
    )
    assert "when is '2016-03-15 23:59 AoE' there, and '2016-03-16 23:59 AoE' here" in done.out
    assert "line 4: 'Camera ready': '05/06/2016' is no date; write a day, like" in done.out
    assert "zone 'PST' is unknown; write AoE, UTC, +02:00 or a name" in done.out
    assert "line 6: it has no title; write one" in done.out
    assert "0 written, 1 unchanged" in site.import_(table).numbers


def test_a_date_that_stands_on_another_page_is_not_added_again(site: ImportSite) -> None:
    program = "# Program\n\n:::{deadline} Slides\n:id: slides\n:when: 2016-07-20\n:::\n"
    (site.folder / "program/index.md").write_text(program, encoding="utf-8")
    assert "0 written, 1 unchanged" in site.import_("Deadline,Date\nSlides,2016-07-20\n").numbers
    assert page(site, "call-for-papers/dates") == DATES


def test_a_list_of_talks_is_not_taken_for_dates(site: ImportSite) -> None:
    done = site.import_("id,title,date,speaker\n7,Of Grass,2016-07-22,Ann Lee\n")
    assert "the file is no export that is known; say which columns are which" in done.err


def test_dates_of_a_workbook_are_days(site: ImportSite) -> None:
    rows: list[list[object]] = [["What", "When"], ["Notification", "2016-04-12 00:00:00"]]
    done = site.import_(workbook(Dates=rows))
    assert "1 written" in done.numbers
    assert ":when: 2016-04-12\n" in page(site, "call-for-papers/dates")


@pytest.mark.parametrize(
    ("when", "zone", "read"),
    [
        ("2016-05-23", "", "2016-05-23"),
        ("2016-05-23T23:59:00", "anywhere on earth", "2016-05-23 23:59 AoE"),
        ("Monday, 23rd May 2016", "AoE", "2016-05-23"),
        ("Sept. 1, 2016, 11:59 p.m. (UTC-12)", "", "2016-09-01 23:59 -12:00"),
        ("Mar 1 2016 at 12:05am GMT+1", "", "2016-03-01 00:05 +01:00"),
        ("1 May 2016 9:00 Europe/Paris", "", "2016-05-01 9:00 Europe/Paris"),
    ],
)
def test_dates_are_read_as_they_are_written(when: str, zone: str, read: str) -> None:
    assert moment_text(when, zone) == read


@pytest.mark.parametrize(
    "when",
    [
        "",
        "soon",
        "05/06/2016",
        "31 June 2016",
        "2016-05-23 23:59",
        "Mayday 5 2016",
        "5 May",
        "9999-12-31",
    ],
)
def test_dates_that_are_not_certain_are_rejected(when: str) -> None:
    with pytest.raises(ValueError, match=r"write|is no|correct|day is out of range|must be in"):
        moment_text(when)


def test_a_date_of_a_title_that_was_there_is_left_out_and_told(site: ImportSite) -> None:
    done = site.import_("deadline,date\nHay,2016-03-01\nhay,2016-03-02\n")
    assert "line 3: 'hay' stands there already (line 2); give it another title" in done.out
    assert "1 written, 0 unchanged, 0 changed, 1 skipped" in done.numbers
    assert "Deleted by hand" not in done.out


# Builds -----------------------------------------------------------------------------------------


def test_what_is_written_builds_without_a_warning(site: ImportSite, make_site: MakeSite) -> None:
    site.import_(PEOPLE)
    site.import_("What,When,Notes\nReply,12 April 2016 17:00 UTC,See *below*: $x$.\n")
    names = ("program/speakers", "about/organizers", "call-for-papers/dates")
    files = {f"{name}.md": page(site, name) for name in names}
    listed = "\n".join(names)
    built = make_site({"index.md": f"# Home\n\n:::{{toctree}}\n{listed}\n:::\n", **files}).build()
    assert built.messages == []
    assert {"ann-lee", "borge-ray", "dana-fox"} <= built.domain.program.people.keys()
    assert "reply" in built.domain.program.deadlines
