"""A former name stands nowhere any more, and no import brings it back."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from import_site import note, notes
from imported_workshop import Workshop

if TYPE_CHECKING:
    from pathlib import Path

OLD, NEW = "Zara Quillon", "Tomás Quillon"
ADDRESSES = """\
# Published addresses

program/index.html#session-keynote-zara-quillon
program/papers/alpha.html
program/sessions/keynote-zara-quillon.ics
program/speakers.html#person-zara-quillon
"""
PROGRAM = """\
# Program

::::::{schedule} 2016-07-22

:::::{session} Keynote of Zara Quillon
:id: keynote-zara-quillon
:time: 09:00-10:00
:kind: keynote
:speakers: zara-quillon; bo-ray

With {person}`zara-quillon`, and {person}`her friend <bo-ray>`.
:::::

::::::

Hear [her](speakers.md#person-zara-quillon), **Zara
Quillon**, and Zara Quillon’s friends. {person}`She <zara-quillon>` comes.

:::{change} 2016-07-01
Zara Quillon speaks.
:::

:::{toctree}
speakers
authors
:::
"""
SPEAKERS = """\
# Speakers

:::{person} Zara Quillon
:affiliation: North
:roles: keynote
:also: Z. Quillon; Zara M. Quillon

Zara Quillon measures meadows.
:::

:::{person} Bo Ray
:roles: invited
:::
"""


def papers(*more: dict[str, Any]) -> str:
    return notes(
        note(1, "Alpha", [OLD, "Bo Ray"], abstract="By Zara Quillon and Bo Ray."),
        note(2, "Beta", ["Bo Ray", "Zara M. Quillon", "Cy Fox"], abstract="Short."),
        note(3, "Gamma", ["Cy Fox"], abstract="Short."),
        *more,
    )


def schedule() -> str:
    event = {
        "guid": "g1", "code": "C1", "title": "A talk of Zara Quillon", "type": "Talk",
        "date": "2016-07-22T11:00:00-04:00", "duration": "00:30",
        "abstract": "Zara Quillon talks.", "persons": [{"name": OLD}, {"name": "Bo Ray"}],
    }  # fmt: skip
    day = {"index": 1, "rooms": {"Hall": [event]}}
    return json.dumps({"schedule": {"conference": {"title": "W", "days": [day]}}})


@pytest.fixture
def site(tmp_path: Path) -> Workshop:
    """Return a site that has the name on every kind of page, and in what imports keep."""
    site = Workshop(tmp_path)
    site.write("program/index.md", PROGRAM)
    site.write("program/speakers.md", SPEAKERS)
    site.write("program/authors.md", "# Authors\n\n:::{author-index}\n:::\n")
    site.write("addresses.txt", ADDRESSES)
    for export in (papers(), schedule()):
        done = site.import_(export)
        assert done.code == 0, done.err
    assert places(site.folder, "zara")
    assert places(site.builds(), "zara")
    return site


def places(folder: Path, word: str) -> list[str]:
    """Return the files that hold a word, in their names or their bytes; not the export itself."""
    found = []
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        held = path.is_file() and word.encode() in path.read_bytes().lower()
        if path.name != "export.txt" and (held or word in name.lower()):
            found.append(name)
    return found


def import_everything_again(site: Workshop) -> None:
    """Import sources that still have the old name, taking all that differs."""
    more = note(4, "Delta of Zara Quillon", [OLD, "Cy Fox"], abstract="We thank Z. Quillon.")
    for export in (papers(more), schedule()):
        for options in ((), ("--update",), ("--take=all",)):
            done = site.import_(export, "--all", *options)
            assert done.code == 0, done.err
            assert "zara" not in done.out.replace(str(site.folder), "").lower()


def test_a_former_name_is_nowhere_and_stays_away(site: Workshop) -> None:
    done = site.run("rename-person", OLD, NEW)
    assert (done.code, done.err) == (0, "")
    assert "Left to look at by hand (1):" in done.out  # the export, which is no page
    assert "export.txt:1:" in done.out
    for export in (papers(), schedule()):
        assert "Unchanged: no page is written." in site.import_(export).out
    assert places(site.folder, "zara") == []
    built = site.builds()
    assert places(built, "zara") == []
    assert "program/speakers.html#person-tomas-quillon\n" in site.read("addresses.txt")
    assert ":also:" not in site.read("program/speakers.md")
    assert ":authors: Tomás Quillon; Bo Ray\n" in site.read("program/papers/alpha.md")
    assert ":authors: Bo Ray; Tomás Quillon; Cy Fox\n" in site.read("program/papers/beta.md")
    assert (built / "program/sessions/keynote-tomas-quillon.ics").is_file()
    import_everything_again(site)
    assert places(site.folder, "zara") == []
    assert places(site.builds(), "zara") == []
    delta = site.paper(4).read_text(encoding="utf-8")
    assert delta.startswith("# Delta of Tomás Quillon\n")
    assert ":authors: Tomás Quillon; Cy Fox\n" in delta
    assert "We thank Tomás Quillon." in delta


def test_who_wishes_not_to_be_named_is_nowhere_and_stays_away(site: Workshop) -> None:
    done = site.run("unlist-person", OLD)
    assert (done.code, done.err) == (0, "")
    assert places(site.folder, "zara") == []
    assert places(site.folder, "quillon") == []
    assert places(site.builds(), "quillon") == []
    assert ":authors: Bo Ray\n" in site.read("program/papers/alpha.md")
    assert ":speakers: bo-ray\n" in site.read("program/index.md")
    page = site.read("program/index.md")
    assert "With N. N., and {person}`her friend <bo-ray>`." in page
    assert "Hear her, **N. N.**, and N. N.’s friends. She comes." in page
    assert "person-" not in site.read("addresses.txt")
    import_everything_again(site)
    assert places(site.folder, "quillon") == []
    assert places(site.builds(), "quillon") == []
    assert ":authors: Cy Fox\n" in site.paper(4).read_text(encoding="utf-8")
