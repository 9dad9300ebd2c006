"""Each source is recognized and read; what cannot be read is reported, never by a traceback."""

from __future__ import annotations

import json
from contextlib import suppress
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from import_site import ADVICE, CMT_HEADER, cmt, cmt_row, excel, note, notes
from sphinx_workshop.core.errors import CommandError
from sphinx_workshop.core.vocabulary import KINDS, Kind
from sphinx_workshop.imports import formats

if TYPE_CHECKING:
    from sphinx_workshop.imports.records import Reading

ZONE = ZoneInfo("America/New_York")
PAIR = ([7, "Alpha", "Lee, Ann*; Ray, Bo"], [12, "Beta", "Fox, Cleo"])
COLUMNS = "number=Id,title=Name of it,authors=Who"


def read(data: str | bytes, format: str = "", columns: str = "") -> Reading:
    data = data if isinstance(data, bytes) else data.encode()
    return formats.read(data, ZONE, format, columns)


def told(reading: Reading) -> str:
    return "\n".join(f"{r.where}: {r.message}" for r in reading.remarks)


def papers(reading: Reading) -> list[tuple[int | str, str, str]]:
    return [(s.number, s.title, s.values()["authors"]) for s in reading.submissions]


BOTH = [(7, "Alpha", "Ann Lee; Bo Ray"), (12, "Beta", "Cleo Fox")]


# CMT -------------------------------------------------------------------------------------------


def test_cmts_text_is_read() -> None:
    reading = read(cmt(*PAIR))
    assert (reading.format, papers(reading), reading.remarks) == ("cmt", BOTH, [])


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("sign", ["\t", ",", ";"])
def test_any_separator_and_line_end_is_read(sign: str, end: str) -> None:
    lines = ["Paper ID", "Paper Title", "Author Names"], ["7", "Alpha", '"Lee, Ann*; Ray, Bo"']
    text = end.join(sign.join(cells) for cells in lines)
    assert papers(read(text)) == BOTH[:1]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "latin-1"])
def test_accents_outlive_every_encoding(encoding: str) -> None:
    text = cmt([7, "Naïve Möbius", "Médard, Cléo"])
    assert papers(read(text.encode(encoding))) == [(7, "Naïve Möbius", "Cléo Médard")]


def test_headers_are_found_whatever_their_case_and_order_and_whatever_stands_above() -> None:
    text = "Papers\n\nauthor names\t PAPER  id \tx\tPaper Title\nLee, Ann\t7\t\tAlpha\n"
    assert papers(read(text)) == [(7, "Alpha", "Ann Lee")]


def test_cmts_excel_export_is_read_like_its_text() -> None:
    rows = [CMT_HEADER, cmt_row(Paper_ID="7", Paper_Title="A & <c>", Author_Names="Lee, Ann*")]
    reading = read(excel(rows))
    assert papers(reading) == [(7, "A & <c>", "Ann Lee")]
    assert read(cmt(*rows[1:], header=CMT_HEADER)).submissions[0].values() == (
        reading.submissions[0].values()
    )


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "latin-1"])
def test_excel_exports_in_other_encodings_are_read(encoding: str) -> None:
    text = excel([["Paper ID", "Paper Title", "Author Names"], ["7", "Naïve", "Médard, Cléo"]])
    assert papers(read(text.encode(encoding))) == [(7, "Naïve", "Cléo Médard")]


def test_the_sheet_with_the_papers_is_found_and_numbers_of_excel_are_numbers() -> None:
    text = excel([["Paper ID", "Paper Title", "Author Names"], ["7.0", "Alpha", "Lee, Ann"]])
    rows = "<Table><Row><Cell><Data>x</Data></Cell></Row></Table>"
    other = f'<Worksheet ss:Name="Other">{rows}</Worksheet>'
    text = text.replace('<Worksheet ss:Name="Papers">', f'{other}<Worksheet ss:Name="Papers">')
    assert papers(read(text)) == [(7, "Alpha", "Ann Lee")]


def test_a_formula_is_its_result_as_text() -> None:
    header = ["Paper ID", "Paper Title", "Author Names"]
    text = excel([header, ["7", "=1+1", "Lee, Ann"]]).replace(
        '<Cell ss:Index="2"><Data ss:Type="String">=1+1',
        '<Cell ss:Index="2" ss:Formula="=SYSTEM(1)"><Data ss:Type="String">=1+1',
    )
    assert papers(read(text)) == [(7, "=1+1", "Ann Lee")]


def test_only_accepted_papers_are_kept_and_the_others_told() -> None:
    states = ["Accept", "Accept (Spotlight)", "accepted", "Reject", "", "Withdrawn", "Not accepted"]
    rows = [
        cmt_row(Paper_ID=str(n), Paper_Title=f"T{n}", Author_Names="Lee, Ann", Status=state)
        for n, state in enumerate(states, start=1)
    ]
    reading = read(cmt(*rows, header=CMT_HEADER))
    assert [s.number for s in reading.submissions] == [1, 2, 3]
    assert reading.left_out.keys() == {"4", "5", "6", "7"}
    assert "line 5: submission 4 is left out: its status is 'Reject'" in told(reading)


def test_affiliations_are_taken_where_cmt_tells_them() -> None:
    row = cmt_row(
        Paper_ID="7",
        Paper_Title="Alpha",
        Author_Names="Lee, Ann*; Ray, Bo; Fox, Cleo",
        Authors="Ann Lee (North; South (of it))*; Bo Ray; Cleo Fox (West)",
    )
    assert papers(read(cmt(row, header=CMT_HEADER))) == [
        (7, "Alpha", "Ann Lee (North; South [of it]); Bo Ray; Cleo Fox (West)")
    ]


def test_dirty_rows_are_read_or_told_one_by_one() -> None:
    rows = [
        ["7", "  Alpha   $\\beta$ ", "Marlin-Wanger, Alex ; ; Lee,  Ann*"],
        ["", "No number", "Lee, Ann"],
        ["8", " ", "Lee, Ann"],
        ["9", "No author", " ; "],
        ["7", "Twice", "Lee, Ann"],
        ["10", "Alpha β", "Ray, Bo"],
        ["x1", "Odd number", "Ray, Bo"],
        ["11", "A tab", "in\tside", "a", "b"],
        ["12", '"Unbalanced', "Ray, Bo"],
    ]
    reading = read(cmt(*rows))
    assert papers(reading) == [
        (7, "Alpha β", "Alex Marlin-Wanger; Ann Lee"),
        (10, "Alpha β", "Bo Ray"),
        (12, '"Unbalanced', "Bo Ray"),
    ]
    assert told(reading).splitlines() == [
        "line 2: an empty author is left out",
        "line 3: it has no number; write a whole number, like 58",
        "line 4: submission 8 has no title; write one",
        "line 5: an empty author is left out",
        "line 5: an empty author is left out",
        "line 5: submission 9 has no author; write one",
        "line 6: number 7 stands there already (line 2); number it anew",
        "line 7: submission 10 has the title of 7; if they are one paper, delete one of the pages",
        "line 8: 'x1' is no submission number; write a whole number, like 58",
        "line 9: it has 6 cells under 3 columns; a tab or a separator stands inside a cell: "
        "take it away, or export as XML",
    ]


def test_a_quote_that_never_ends_swallows_no_rows() -> None:
    rows = [[n, f'"Title {n}', "Lee, Ann"] for n in range(1, 30)]
    assert len(read(cmt(*rows)).submissions) == 29


def test_a_last_row_without_an_end_is_told() -> None:
    assert "last row, which may be cut off" in told(read(cmt(*PAIR)[:-3]))
    assert "cut off" not in told(read(cmt(*PAIR)))


def test_quoted_cells_may_hold_line_ends_and_tabs() -> None:
    text = 'Paper ID\tPaper Title\tAuthor Names\n7\t"Two\nlines,\ta ""tab"""\t"Lee, Ann"\n'
    assert papers(read(text)) == [(7, 'Two lines, a "tab"', "Ann Lee")]


def test_two_camera_ready_files_of_a_paper_are_told() -> None:
    row = cmt_row(
        Paper_ID="7",
        Paper_Title="Alpha",
        Author_Names="Lee, Ann",
        Files=r"7\CameraReady\a.pdf; 7\CameraReady\b.pdf",
    )
    assert "submission 7 has 2 camera-ready files" in told(read(cmt(row, header=CMT_HEADER)))


# OpenReview ------------------------------------------------------------------------------------


@pytest.mark.parametrize("api", [1, 2])
@pytest.mark.parametrize("wrapped", [True, False])
def test_openreviews_notes_are_read(api: int, wrapped: bool) -> None:
    found = note(
        7,
        r"$\alpha$",
        ["Ann Lee", " Bo  Ray "],
        authorids=["~Ann_Lee1", "bo@example.org"],
        abstract="Long.",
        keywords=["one", "two; three"],
        TLDR="Short.",
        venue="A Workshop 2016 Poster",
        pdf="/pdf/1.pdf",
        _bibtex="@misc{...}",
    )
    if api == 1:
        found["content"] = {name: field["value"] for name, field in found["content"].items()}
    reading = read(json.dumps({"notes": [found]} if wrapped else [found]))
    assert reading.format == "openreview"
    assert [s.values() for s in reading.submissions] == [
        {"title": r"$\alpha$", "authors": "Ann Lee; Bo Ray", "keywords": "one; two, three",
         "summary": "Short."}
    ]  # fmt: skip


@pytest.mark.parametrize(
    "content",
    [
        {"venueid": "W.org/2016/Rejected_Submission"},
        {"venueid": "W.org/2016/Withdrawn_Submission"},
        {"venueid": "W.org/2016/Desk_Rejected_Submission"},
        {"venueid": "W.org/2016/Submission"},
        {"venue": "Submitted to W 2016"},
        {"venue": "W 2016 Reject"},
    ],
)
def test_notes_that_are_not_accepted_are_left_out_and_told(content: dict[str, str]) -> None:
    reading = read(notes(note(7, "Alpha", ["Ann Lee"], **content)))
    assert reading.submissions == []
    assert "submission 7 is left out" in told(reading)


def test_newer_authors_with_profiles_are_read_by_their_names() -> None:
    found = note(7, "Alpha", [])
    found["content"]["authors"] = {
        "value": [{"fullname": "Ann Lee", "username": "~Ann_Lee1", "email": "a@example.org"}]
    }
    assert papers(read(notes(found))) == [(7, "Alpha", "Ann Lee")]


# pretalx ---------------------------------------------------------------------------------------


def talk(code: str = "ABC", **fields: Any) -> dict[str, Any]:
    return {
        "code": code,
        "title": {"de": "Der Vortrag", "en": "The talk"},
        "speakers": [{"code": "X", "name": "Ann Lee", "email": "ann@example.org"}],
        "submission_type": {"en": "Keynote"},
        "state": "confirmed",
        "abstract": {"en": "What it says."},
        "slots": [{"start": "2016-07-22T15:00:00+02:00", "end": "2016-07-22T14:00:00Z",
                   "room": {"name": {"en": "Hall"}}}],
    } | fields  # fmt: skip


def submissions(*talks: dict[str, Any], **page: Any) -> str:
    return json.dumps(
        {"count": len(talks), "next": None, "previous": None, "results": talks} | page
    )


def event(**fields: Any) -> dict[str, Any]:
    return {
        "guid": "g",
        "code": "ABC",
        "title": "The talk",
        "type": "Keynote",
        "date": "2016-07-22T09:00:00-04:00",
        "start": "09:00",
        "duration": "01:00",
        "room": "Hall",
        "abstract": "What it says.",
        "persons": [{"code": "X", "public_name": "Ann Lee", "email": "ann@example.org"}],
    } | fields


def test_own_kinds_are_known_by_their_words() -> None:
    kinds = (*KINDS, Kind("tutorial", "Tutorial"), Kind("talk", "Lecture"))
    types = {"Half-day tutorial": "tutorial", "Lecture": "talk", "Keynote lectures": "keynote"}
    events = [event(guid=name, type=name) for name in types]
    reading = formats.read(schedule(*events).encode(), ZONE, kinds=kinds)
    assert {talk.code: talk.kind.id for talk in reading.talks} == types


def schedule(*events: dict[str, Any]) -> str:
    day = {"index": 1, "rooms": {"Hall": events}}
    return json.dumps({"schedule": {"conference": {"title": "W", "days": [day]}}})


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (submissions(talk()), ("ABC", "")),
        (schedule(event()), ("g", "ABC")),
        (schedule(event(code=None)), ("g", "")),
        (schedule(event(guid=None)), ("ABC", "")),
    ],
)
def test_pretalx_is_read(text: str, names: tuple[str, str]) -> None:
    reading = read(text)
    assert reading.format == "pretalx"
    (found,) = reading.talks
    assert ((found.code, found.also), found.title, found.room) == (names, "The talk", "Hall")
    assert (found.speakers, found.summary, found.kind) == (
        ("Ann Lee",),
        "What it says.",
        Kind.KEYNOTE,
    )
    # Mixed offsets are one instant each.
    assert found.start == datetime(2016, 7, 22, 13, tzinfo=UTC)
    assert found.end == datetime(2016, 7, 22, 14, tzinfo=UTC)


def test_a_time_without_offset_is_in_the_workshops_zone() -> None:
    slots = [{"start": "2016-07-22T09:00:00"}]
    (found,) = read(submissions(talk(slots=slots, duration=90))).talks
    assert found.start == datetime(2016, 7, 22, 13, tzinfo=UTC)
    assert found.end == datetime(2016, 7, 22, 14, 30, tzinfo=UTC)


def test_a_talk_given_twice_is_two() -> None:
    slot = talk()["slots"][0]
    assert [t.code for t in read(submissions(talk(slots=[slot, slot]))).talks] == ["ABC", "ABC-2"]


def test_two_events_of_a_schedule_that_share_a_code_are_two() -> None:
    found = read(schedule(event(), event(guid="h"))).talks
    assert [(t.code, t.also) for t in found] == [("g", "ABC"), ("h", "ABC-2")]


@pytest.mark.parametrize(
    ("fields", "why"),
    [
        ({"state": "rejected"}, "its state is 'rejected'"),
        ({"state": "canceled"}, "its state is 'canceled'"),
        ({"slots": []}, "no time yet"),
        ({"slots": [17]}, "its slots are codes alone; save the page again with `expand="),
        ({"slots": [{"start": None}]}, "no time yet"),
        ({"slots": [{"start": "soon", "end": "later"}]}, "no time that can be read"),
        ({"slots": [{"start": "0001-01-01T00:00:00+23:00"}]}, "no time that can be read"),
        ({"slots": [{"start": "2016-07-22T09:00:00Z"}]}, "no end after its start"),
        ({"title": {"en": " "}}, "no title"),
        ({"code": None}, "neither code nor guid"),
    ],
)
def test_talks_that_cannot_be_placed_are_told(fields: dict[str, Any], why: str) -> None:
    reading = read(submissions(talk(**fields)))
    assert reading.talks == []
    assert why in told(reading)


def test_speakers_that_are_codes_alone_are_told() -> None:
    reading = read(submissions(talk(speakers=["ABCDEF"])))
    assert reading.talks[0].speakers == ()
    assert "the speakers are codes alone" in told(reading)


def test_one_page_of_several_says_so() -> None:
    reading = read(submissions(talk(), next="https://example.org/?page=2"))
    assert reading.partial
    assert "one page of several" in told(reading)


# Any CSV ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("sign", [",", ";", "\t"])
def test_any_csv_is_read_by_its_mapping(sign: str) -> None:
    cells = (
        ["Id", "Name of it", "Who", "Speaks", "Tags", "Repo", "Preprint", "Length"],
        ["7", "Alpha", '"Ann Lee (North); Bo Ray"', "Bo Ray", '"a; b"', "https://x.org/y",
         "arXiv:2207.00001v1", "8"],
    )  # fmt: skip
    text = "\n".join(sign.join(row) for row in cells)
    more = ",presenter=Speaks,keywords=Tags,code=Repo,arxiv=Preprint,pages=Length"
    assert [s.values() for s in read(text, columns=COLUMNS + more).submissions] == [
        {
            "title": "Alpha", "authors": "Ann Lee (North); Bo Ray*", "keywords": "a; b",
            "code": "https://x.org/y", "arxiv": "2207.00001", "pages": "8",
        }
    ]  # fmt: skip


def test_cells_of_a_csv_that_cannot_be_read_are_left_out_and_told() -> None:
    text = "Id,Name of it,Who,Repo,Length\n7,Alpha,Ann Lee,javascript:alert(1),eight\n"
    reading = read(text, columns=f"{COLUMNS},code=Repo,pages=Length")
    assert reading.submissions[0].values().keys() == {"title", "authors"}
    assert "line 2: the code cannot be read" in told(reading)
    assert "line 2: the number of pages cannot be read" in told(reading)


@pytest.mark.parametrize(
    ("columns", "told"),
    [
        ("number=Id", "'title' is missing"),
        ("nmber=Id", "did you mean 'number'"),
        ("number", "is no field=Column"),
        (f"{COLUMNS},keywords=Author Emails", "may hold addresses"),
        (f"{COLUMNS},summary=Reviewers", "may hold addresses"),
        ("number=Nr,title=Name of it,authors=Who", "there is no column 'Nr'"),
        (COLUMNS.replace("Who", "Whoo"), "did you mean 'who'"),
    ],
)
def test_a_mapping_that_does_not_fit_is_rejected(columns: str, told: str) -> None:
    with pytest.raises(CommandError, match=told):
        read("Id,Name of it,Who\n7,Alpha,Ann Lee\n", columns=columns)


# What is no export -----------------------------------------------------------------------------

BILLION = (
    '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>'
    '<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">&b;</Workbook>'
)
OUTSIDE = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><Workbook>&a;</Workbook>'


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (cmt([7, "x" * 2_000_000, "Lee, Ann"]), "line 2: field larger than"),
        ("Just some words.\n", "say which columns are which"),
        ("Paper ID\tPaper Title\n7\tAlpha\n", "there is no column 'Author Names'"),
        ("{}", "of no kind that is known"),
        ('{"notes": []}', "of no kind"),
        ('{"notes": [', "line 1, column 12: the JSON is broken or cut off"),
        ("[" * 100_000, "nested too deeply"),
        ("[" + "9" * 5000 + "]", "too long a number"),
        ("<!DOCTYPE html><html></html>", "web page"),
        ("<Workbook/>", "no sheet"),
        (excel([["x"]])[:-30], "line 6, column .* broken or cut off"),
        (BILLION, "document type or entities"),
        (OUTSIDE, "document type or entities"),
    ],
)
def test_what_is_no_export_is_rejected_with_a_remedy(text: str, told: str) -> None:
    with pytest.raises(CommandError, match=told) as rejected:
        read(text)
    assert any(word in str(rejected.value) for word in (*ADVICE, "of no kind", "too"))


@pytest.mark.parametrize(
    ("format", "text"),
    [("cmt", "{}"), ("openreview", cmt(*PAIR)), ("pretalx", notes(note(1, "A", ["B C"]))),
     ("openreview", submissions(talk())), ("csv", "x"), ("cmt", "some words")],
)  # fmt: skip
def test_a_forced_format_that_does_not_fit_is_rejected(format: str, text: str) -> None:
    with pytest.raises(CommandError):
        read(text, format)


EXPORTS = [
    cmt(*PAIR),
    cmt(cmt_row(Paper_ID="7", Paper_Title="Ä", Author_Names="Lée, A"), header=CMT_HEADER),
    excel([["Paper ID", "Paper Title", "Author Names"], ["7", "Älpha", "Lee, Ann"]]),
    notes(note(7, "Älpha", ["Ann Lee"], venue="W")),
    submissions(talk()),
    schedule(event()),
]


@pytest.mark.parametrize("export", EXPORTS)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_an_export_cut_off_anywhere_is_read_or_rejected_in_words(
    export: str, encoding: str
) -> None:
    data = export.encode(encoding)
    for length in range(len(data)):
        with suppress(CommandError):
            read(data[:length])


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3)
    | st.dictionaries(
        st.sampled_from(
            ["notes", "content", "title", "authors", "value", "number", "results", "code",
             "schedule", "conference", "days", "rooms", "slots", "start", "end", "state",
             "speakers", "name", "persons", "invitations", "venue", "keywords", "date", "duration",
             "en"]
        ),
        inner,
        max_size=5,
    ),
    max_leaves=12,
)  # fmt: skip


@given(JSON, st.sampled_from(["", "openreview", "pretalx"]))
def test_any_json_is_read_or_rejected_in_words(data: Any, format: str) -> None:
    with suppress(CommandError):
        read(json.dumps(data), format)


@given(JSON)
def test_any_content_of_a_note_and_of_a_talk_is_read_or_told(data: Any) -> None:
    found = note(7, "Alpha", ["Ann Lee"], venue="W", keywords=[], TLDR="", abstract="")
    for name in found["content"]:
        read(notes(found | {"content": found["content"] | {name: data}}))
    read(notes(found, {"content": data}, found | {"number": data, "invitations": data}))
    told = talk()
    for name in told:
        if name != "code":
            read(submissions(talk(**{name: data})))
    for name in ("title", "date", "duration", "persons", "room", "abstract", "type"):
        read(schedule(event(**{name: data})))


TABLE = st.lists(
    st.lists(st.sampled_from(["7", "8", "", "Lee, Ann", '"', '"a', 'b"', "\t", "\n", "x", "é"])),
    max_size=8,
).map(lambda rows: "".join("\t".join(row) + "\n" for row in rows))


@given(TABLE)
def test_any_table_under_cmts_header_is_read_or_told(rows: str) -> None:
    reading = read(cmt() + rows)
    assert all(s.number and s.title and s.authors for s in reading.submissions)


@given(st.text(max_size=300))
def test_any_text_is_read_or_rejected_in_words(text: str) -> None:
    for columns in ("", "number=a,title=b,authors=c"):
        with suppress(CommandError):
            read(text, columns=columns)
