"""A public schedule is fetched as a whole or not at all; a copy of it is kept."""

from __future__ import annotations

import json
import re
from contextlib import redirect_stderr, redirect_stdout
from io import StringIO
from typing import TYPE_CHECKING

import pytest

from import_site import Done, ImportSite, note, site_of_talks
from pretalx_server import BROKEN, Pretalx, serve, talk
from sphinx_workshop.cli.__main__ import main
from sphinx_workshop.imports import online

if TYPE_CHECKING:
    from pathlib import Path

TALKS = [talk(number) for number in range(8)]
COPY = "_build/pretalx-meadows.json"


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ImportSite:
    monkeypatch.setenv("no_proxy", "*")
    return site_of_talks(tmp_path)


@pytest.fixture
def pauses(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """Return the pauses between tries, none of which is made."""
    made: list[float] = []
    monkeypatch.setattr("time.sleep", made.append)
    return made


def fetched(site: ImportSite, pretalx: Pretalx, path: str = "/api/events/meadows/") -> Done:
    with serve(pretalx) as server:
        return site.run("import", f"{server}{path}")


@pytest.mark.parametrize(
    "path",
    ["/api/events/meadows/", "/api/events/meadows/schedules/latest", "/meadows/schedule/",
     "/meadows/talk/T00001/"],
)  # fmt: skip
def test_all_pages_of_an_event_become_sessions_and_the_copy_says_the_same(
    site: ImportSite, path: str
) -> None:
    pretalx = Pretalx(TALKS)
    done = fetched(site, pretalx, path)
    assert (done.code, done.err) == (0, "")
    assert done.numbers.startswith("pretalx: 8 talks read; ")
    page = site.read("program/index.md")
    assert re.findall(r"\{session\} (.*)", page) == [found["title"] for found in TALKS]
    assert len(pretalx.asked) == 3
    assert f"FROM={site.folder / COPY} reads it again" in done.out
    again = site.run("import", site.folder / COPY)
    assert "8 talks read; 0 written" in again.numbers
    assert "one page of several" not in again.out


def test_a_server_before_2025_shows_talks_alone(site: ImportSite) -> None:
    room = {"en": "Hall"}
    legacy = [
        talk(n, submission_type={"en": "Talk"}, slots=None)
        | {"slot": {"room_id": 7, "room": room} | {k: t["slots"][0][k] for k in ("start", "end")}}
        for n, t in enumerate(TALKS)
    ]
    pretalx = Pretalx(legacy, hidden=("submissions",))
    done = fetched(site, pretalx)
    assert done.numbers.startswith("pretalx: 8 talks read; ")
    assert pretalx.asked[1] == "/api/events/meadows/talks/"


def test_a_busy_server_and_broken_connections_are_asked_again(
    site: ImportSite, pauses: list[float]
) -> None:
    pretalx = Pretalx(TALKS, faults=[429, 503, BROKEN, 0, BROKEN, 502])
    done = fetched(site, pretalx)
    assert done.code == 0, done.err
    assert "8 talks read" in done.numbers
    assert len(pretalx.asked) == 3 + 5
    assert pauses[:2] == sorted(pauses[:2])


@pytest.mark.parametrize("fault", [429, 500, BROKEN])
def test_a_server_that_stays_broken_ends_in_one_message_and_writes_nothing(
    site: ImportSite, pauses: list[float], fault: int | str
) -> None:
    before = site.files()
    pretalx = Pretalx(TALKS, faults=[0, *[fault] * 50])
    done = fetched(site, pretalx)
    assert (done.code, done.out) == (1, "")
    assert f"was tried {online.TRIES} times; try again later, or save the file" in done.err
    assert (done.err.count("\n"), " at 0x" in done.err) == (1, False)
    assert len(pretalx.asked) == 1 + online.TRIES
    assert pauses == sorted(pauses)
    assert len(set(pauses)) > 2
    assert site.files() == before


def test_talks_that_move_between_pages_are_neither_lost_nor_doubled(site: ImportSite) -> None:
    before = site.files()
    moved = [*TALKS[:3], TALKS[2], *TALKS[3:7]]  # the eighth is nowhere
    done = fetched(site, Pretalx(moved))
    assert "7 of 8 talks came: the schedule was changed meanwhile; import again" in done.err
    assert site.files() == before


@pytest.mark.parametrize(
    ("path", "reported"),
    [
        ("/api/events/others/", "is not public, or not there (status 404)"),
        ("/somewhere/else/", "is not an address that is read; these are"),
        ("/export/missing.json", "is not public, or not there (status 404)"),
    ],
)
def test_other_addresses_are_answered_by_what_is_read(
    site: ImportSite, path: str, reported: str
) -> None:
    done = fetched(site, Pretalx(TALKS), path)
    assert (done.code, done.err.count("\n")) == (1, 1)
    assert reported in done.err


def test_a_page_that_is_no_list_of_talks_is_rejected(site: ImportSite) -> None:
    files = {"/api/events/meadows/submissions/": b"<html>Log in</html>"}
    done = fetched(site, Pretalx(TALKS, files=files))
    assert "is not a list of talks as pretalx has it" in done.err


def test_a_file_that_an_address_names_is_kept_and_read(site: ImportSite) -> None:
    paper = [{"pid": 7, "title": "Alpha", "authors": [{"name": "Ann Lee"}], "status": "accepted"}]
    data = json.dumps(paper).encode()
    done = fetched(site, Pretalx([], files={"/x/papers.json": data}), "/x/papers.json?all=1")
    assert "1 papers read; 1 written" in done.numbers
    assert (site.folder / "_build/127.0.0.1-papers.json").read_bytes() == data


@pytest.mark.parametrize(
    ("address", "venue"),
    [
        ("https://openreview.net/group?id=Field.cc/2016/Workshop", "Field.cc/2016/Workshop"),
        ("https://api2.openreview.net/notes", "<venue>"),
    ],
)
def test_openreview_answers_with_how_to_save_a_file(
    site: ImportSite, address: str, venue: str
) -> None:
    done = site.run("import", address)
    assert "403" in done.err
    assert "note.to_json() | {'number': note.number}" in done.err
    assert f"get_all_notes(content={{'venueid': '{venue}'}})" in done.err
    assert f"https://api2.openreview.net/notes?content.venueid={venue}&limit=1000" in done.err
    assert "FROM=notes.json" in done.err


def test_notes_that_were_saved_without_numbers_are_known_by_their_ids(site: ImportSite) -> None:
    saved = {k: v for k, v in note(7, "Alpha", ["Ann Lee"]).items() if k != "number"}
    done = site.import_(json.dumps([saved | {"forum": "B1xSperKvH"}]))
    assert "1 written" in done.numbers
    assert ":::{paper} B1xSperKvH\n" in site.page("alpha")


class Terminal(StringIO):
    """Holds what a terminal shows."""

    def isatty(self) -> bool:
        return True


def test_the_progress_is_shown_on_a_terminal(site: ImportSite) -> None:
    said, shown = StringIO(), Terminal()
    with serve(Pretalx(TALKS)) as server, redirect_stdout(said), redirect_stderr(shown):
        address = f"{server}/api/events/meadows/"
        assert main(["import", "--site", str(site.folder), address]) == 0
    assert "Fetching" in shown.getvalue()
    assert "100%" in shown.getvalue()
    assert "Fetching" not in said.getvalue()
