"""The commands `rename-person` and `unlist-person`: what they reject, and what they leave to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from import_site import ImportSite

if TYPE_CHECKING:
    from pathlib import Path

ALPHA = "# Alpha\n\n:::{paper} 7\n:authors: Ann Lee* (North); Mary Ann Lee; Bo Ray\n:::\n"
BETA = "# Beta\n\n:::{paper} 8\n:authors: Ann Lee\n:::\n"
SPEAKERS = """\
# Speakers

:::{person} Ann Lee
:id: captain
:photo: ann-lee.png
:alt: Ann Lee
:::

:::{person} Bo Ray
:::
"""


@pytest.fixture
def site(tmp_path: Path) -> ImportSite:
    site = ImportSite(tmp_path)
    site.write("program/papers/alpha.md", ALPHA)
    site.write("program/speakers.md", SPEAKERS)
    (site.folder / "program/ann-lee.png").write_bytes(b"\x89PNG\xff")
    return site


def test_a_name_nobody_has_is_rejected_with_the_nearest(site: ImportSite) -> None:
    before = site.files()
    done = site.run("rename-person", "Anna Lee", "Max Lee")
    assert done.code == 1
    assert "nobody is named 'Anna Lee' on this site; did you mean 'Ann Lee'?" in done.err
    assert site.files() == before


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("rename-person", "Ann Lee", ""), "write `First Last`"),
        (("rename-person", "Ann Lee", "Max Lee; Cy Fox"), "write `First Last`"),
        (("rename-person", "Ann Lee", "max@mail.example"), "e-mail address"),
        (("rename-person", "Ann Lee", "Bo Ray"), "delete one of the two entries first"),
        (("rename-person", "Ann Lee", "Ánn lee"), "correct the pages"),
        (("rename-person", " ", "Max Lee"), "write it as the site has it"),
    ],
)
def test_what_is_no_name_is_rejected(
    site: ImportSite, arguments: tuple[str, ...], message: str
) -> None:
    before = site.files()
    done = site.run(*arguments)
    assert done.code == 1
    assert message in done.err
    assert site.files() == before


def test_an_entry_for_some_states_of_the_site_is_taken_away(site: ImportSite) -> None:
    text = "# Speakers\n\n::::{state} record\n:::{person} Ann Lee\n:::\n\n:::{person} Bo Ray\n"
    site.write("program/speakers.md", f"{text}:::\n::::\n")
    assert site.run("unlist-person", "Ann Lee").code == 0
    left = text.replace(":::{person} Ann Lee\n:::\n\n", "")
    assert site.read("program/speakers.md") == f"{left}:::\n::::\n"


def test_a_block_without_an_end_is_rejected_and_nothing_is_written(site: ImportSite) -> None:
    text = "# Speakers\n\n::::{state} record\n:::{person} Ann Lee\n:::\n"
    site.write("program/speakers.md", text)
    before = site.files()
    done = site.run("unlist-person", "Ann Lee")
    assert "line 3: `{state}` has no end; close it with a line `::::`" in done.err
    assert site.files() == before


def test_a_paper_without_another_author_is_rejected_and_nothing_is_written(
    site: ImportSite,
) -> None:
    site.write("program/papers/beta.md", BETA)
    before = site.files()
    done = site.run("unlist-person", "Ann Lee")
    assert done.code == 1
    assert "beta.md: line 3: the paper has no other author" in done.err
    assert "'N. N.'" in done.err
    assert site.files() == before
    assert site.run("rename-person", "Ann Lee", "N. N.").code == 0
    assert ":authors: N. N.\n" in site.page("beta")


def test_other_people_keep_their_names(site: ImportSite) -> None:
    assert site.run("rename-person", "Ann Lee", "Max Lee").code == 0
    assert ":authors: Max Lee* (North); Mary Ann Lee; Bo Ray\n" in site.page("alpha")
    assert site.run("unlist-person", "Max Lee").code == 0
    assert ":authors: Mary Ann Lee; Bo Ray\n" in site.page("alpha")


def test_braces_of_a_former_name_go_with_it_and_those_of_the_new_one_are_written(
    site: ImportSite,
) -> None:
    site.replace("program/speakers.md", "{person} Ann Lee", "{person} {Ann} Lee")
    site.write("program/papers/beta.md", BETA.replace("Ann Lee", "Ann {Lee}"))
    assert site.run("rename-person", "Ann Lee", "Max {Rivera Lopez}").code == 0
    assert ":authors: Max {Rivera Lopez}* (North); Mary Ann Lee; Bo" in site.page("alpha")
    assert ":authors: Max {Rivera Lopez}\n" in site.page("beta")
    text = site.read("program/speakers.md")
    assert ":::{person} Max {Rivera Lopez}\n" in text
    assert ":alt: Max Rivera Lopez\n" in text
    done = site.run("unlist-person", "Max {Rivera Lopez}")
    assert done.code == 1
    assert "the paper has no other author" in done.err
    assert site.run("rename-person", "Max Rivera Lopez", "Cy Fox").code == 0
    assert ":authors: Cy Fox\n" in site.page("beta")
    assert ":::{person} Cy Fox\n" in site.read("program/speakers.md")


def test_braces_that_are_wrong_are_rejected_in_a_new_name(site: ImportSite) -> None:
    done = site.run("rename-person", "Ann Lee", "Max {} Lee")
    assert (done.code, "the braces are empty" in done.err) == (1, True)


def test_a_picture_is_renamed_with_the_person_and_left_to_be_deleted(site: ImportSite) -> None:
    assert site.run("rename-person", "Ann Lee", "Max Lee").code == 0
    text = site.read("program/speakers.md")
    assert ":::{person} Max Lee\n:id: captain\n:photo: max-lee.png\n:alt: Max Lee\n" in text
    assert (site.folder / "program/max-lee.png").is_file()
    assert not (site.folder / "program/ann-lee.png").exists()
    done = site.run("unlist-person", "Max Lee")
    assert "n-n.png: the picture is in no entry any more; delete it" in done.out


def test_other_projects_and_builds_in_the_folder_are_left_alone(site: ImportSite) -> None:
    for name in ("engine/pyproject.toml", "_build/html/index.html", ".git/config"):
        site.write(name, "Ann Lee")
    done = site.run("rename-person", "Ann Lee", "Max Lee")
    assert "Left to look at" not in done.out
    assert site.read("engine/pyproject.toml") == "Ann Lee"


def test_a_name_in_a_form_of_its_own_is_pointed_out_with_its_line(site: ImportSite) -> None:
    site.write("about.md", "# A\n\n<https://example.org/annlee>\n")
    done = site.run("rename-person", "Ann Lee", "Max Lee")
    assert done.code == 0
    assert "about.md:3: <https://example.org/annlee>" in done.out
