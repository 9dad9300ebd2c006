"""Each source is recognized and read; what cannot be read is reported, never by a traceback."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from import_site import ADVICE, cmt, excel, note, notes
from pretalx_exports import event, schedule, submissions, talk
from readings import COLUMNS, papers, read, remarks_of
from sphinx_workshop.core.errors import CommandError
from sphinx_workshop.imports.decoding import decode

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
         "summary": "Long."}
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
def test_notes_that_are_not_accepted_are_left_out_and_reported(content: dict[str, str]) -> None:
    reading = read(notes(note(7, "Alpha", ["Ann Lee"], **content)))
    assert reading.submissions == []
    assert "submission 7 is left out" in remarks_of(reading)


def test_newer_authors_with_profiles_are_read_by_their_names() -> None:
    found = note(7, "Alpha", [])
    found["content"]["authors"] = {
        "value": [{"fullname": "Ann Lee", "username": "~Ann_Lee1", "email": "a@example.org"}]
    }
    assert papers(read(notes(found))) == [(7, "Alpha", "Ann Lee")]


@pytest.mark.parametrize("name", ["TLDR", "TL;DR"])
def test_a_tldr_beside_an_abstract_stands_whole_in_the_report(name: str) -> None:
    both = {"abstract": "Long.", name: "Short \\emph{words} for all."}
    reading = read(notes(note(7, "Alpha", ["Ann Lee"], **both)))
    ((_, value),) = [(s.number, s.summary) for s in reading.submissions]
    assert value == "Long."
    assert [(c.where, c.field, c.before, c.after) for c in reading.changes] == [
        ("note 1", "TL;DR", "Short \\emph{words} for all.", "")
    ]
    assert "TL;DR beside it is left out" in reading.changes[0].why


def test_a_tldr_without_an_abstract_is_the_summary() -> None:
    reading = read(notes(note(7, "Alpha", ["Ann Lee"], abstract=" ", TLDR="Short.")))
    assert [s.summary for s in reading.submissions] == ["Short."]
    assert reading.changes == []


@pytest.mark.parametrize("readers", [["everyone"], ["W.org/2016/Program_Chairs"], None])
def test_where_everyone_reads_the_reviews_their_address_is_kept(readers: object) -> None:
    found = note(7, "Alpha", ["Ann Lee"]) | {"forum": "x7", "readers": readers}
    (read_,) = read(notes(found)).submissions
    public = {"openreview": "https://openreview.net/forum?id=x7"}
    assert read_.values().items() >= (public if readers == ["everyone"] else {}).items()
    assert ("openreview" in read_.values()) == (readers == ["everyone"])


def test_a_column_of_addresses_at_openreview_is_none_of_reviews() -> None:
    rows = "id,title,authors,OpenReview\n7,Alpha,Ann Lee,https://openreview.net/forum?id=x\n"
    columns = "number=id,title=title,authors=authors,openreview=OpenReview"
    (found,) = read(rows, columns=columns).submissions
    assert found.values()["openreview"] == "https://openreview.net/forum?id=x"


def test_the_conferences_page_of_a_paper_is_known_by_its_column() -> None:
    rows = "id,title,authors,virtualsite_url\n7,Alpha,Ann Lee,https://example.org/virtual/7\n"
    (found,) = read(rows).submissions
    assert found.values()["conference"] == "https://example.org/virtual/7"


def test_what_a_field_cannot_hold_stands_whole_in_the_report() -> None:
    columns = f"{COLUMNS},code=Code,arxiv=arXiv,pages=P"
    rows = "Id,Name of it,Who,Code,arXiv,P\n7,Alpha,Ann Lee,github/x y,arXiv:2207.00001,8\n"
    reading = read(rows, columns=columns)
    assert [(c.field, c.before, c.after) for c in reading.changes] == [
        ("arXiv number", "arXiv:2207.00001", "2207.00001"), ("code", "github/x y", "")
    ]  # fmt: skip
    assert "the code cannot be read and is left out" in remarks_of(reading)


def test_an_address_among_keywords_is_left_out_and_reported() -> None:
    reading = read("id,title,authors,keywords\n7,Alpha,Ann Lee,hay; ann@mail.example\n")
    assert reading.submissions[0].keywords == ("hay",)
    assert "line 2: an e-mail address in the keywords is left out" in remarks_of(reading)


def test_a_table_s_tldr_is_treated_alike() -> None:
    rows = "id,title,authors,TL;DR,abstract\n7,Alpha,Ann Lee,Short,Long\n8,Beta,Bo Ray,Brief,\n"
    reading = read(rows)
    assert [s.summary for s in reading.submissions] == ["Long", "Brief"]
    assert [(c.field, c.before, c.after) for c in reading.changes] == [("TL;DR", "Short", "")]
    assert reading.unread == []
    chosen = read(rows, columns="number=id,title=title,authors=authors,summary=TL;DR")
    assert [s.summary for s in chosen.submissions] == ["Short", "Brief"]
    assert chosen.unread == ["abstract"]


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


def test_cells_of_a_csv_that_cannot_be_read_are_left_out_and_reported() -> None:
    text = "Id,Name of it,Who,Repo,Length\n7,Alpha,Ann Lee,javascript:alert(1),eight\n"
    reading = read(text, columns=f"{COLUMNS},code=Repo,pages=Length")
    assert reading.submissions[0].values().keys() == {"title", "authors"}
    assert "line 2: the code cannot be read" in remarks_of(reading)
    assert "line 2: the number of pages cannot be read" in remarks_of(reading)


@pytest.mark.parametrize(
    ("columns", "message"),
    [
        ("number=Id", "'title' is missing"),
        ("nmber=Id", "did you mean 'number'"),
        ("number", "is not field=Column"),
        (f"{COLUMNS},keywords=Author Emails", "may hold addresses"),
        (f"{COLUMNS},summary=Reviewers", "may hold addresses"),
        ("number=Nr,title=Name of it,authors=Who", "there is no column 'Nr'"),
        (COLUMNS.replace("Who", "Whoo"), "did you mean 'who'"),
    ],
)
def test_a_mapping_that_does_not_fit_is_rejected(columns: str, message: str) -> None:
    with pytest.raises(CommandError, match=message):
        read("Id,Name of it,Who\n7,Alpha,Ann Lee\n", columns=columns)


# What is no export -----------------------------------------------------------------------------

BILLION = (
    '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>'
    '<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">&b;</Workbook>'
)
OUTSIDE = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><Workbook>&a;</Workbook>'


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (cmt([7, "x" * 2_000_000, "Lee, Ann"]), "line 2: field larger than"),
        ("Just some words.\n", "say which columns are which"),
        ("\ufeff\n", "file is empty"),
        ("x" * 200_000, "say which columns are which"),
        ("Paper ID\tPaper Title\n7\tAlpha\n", "there is no column 'Author Names'"),
        ("{}", "of no known kind"),
        ('{"notes": []}', "of no known kind"),
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
def test_what_is_no_export_is_rejected_with_a_remedy(text: str, message: str) -> None:
    with pytest.raises(CommandError, match=message) as rejected:
        read(text)
    assert any(word in str(rejected.value) for word in (*ADVICE, "of no known kind", "too"))


# Encodings ---------------------------------------------------------------------------------------

TEXT = "Kožek, Médard “quoted” naïve\nsecond line\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_unicode_is_read_with_and_without_its_mark(encoding: str) -> None:
    assert decode(TEXT.encode(encoding)) == (TEXT, "")


@pytest.mark.parametrize("end", ["le", "be"])
def test_both_orders_of_bytes_are_read(end: str) -> None:
    assert decode(f"\ufeff{TEXT}".encode(f"utf-16-{end}"))[0] == TEXT


@pytest.mark.parametrize("encoding", ["latin-1", "windows-1252"])
def test_latin_is_read_and_reported_by_its_lines(encoding: str) -> None:
    text = "plain\nMédard naïve\nplain\n"
    remark = "lines 2 are not UTF-8 and are read as Latin-1; check their accents"
    assert decode(text.encode(encoding)) == (text, remark)


def test_one_latin_line_does_not_spoil_the_others() -> None:
    data = "Kožek\n".encode() + "Médard\x81\n".encode("latin-1")  # a byte that Windows lacks
    assert decode(data)[0] == "Kožek\nMédard\x81\n"


@pytest.mark.parametrize(
    ("data", "reported"),
    [
        (b"", "empty"),
        (b" \n\t\r\n", "empty"),
        (b"\xff\xfe", "empty"),
        (b"\xd0\xcf\x11\xe0...", "old Excel workbook"),
        (b"%PDF-1.7", "PDF"),
        (b"\x1f\x8b\x08", "compressed"),
        ("Paper ID".encode("utf-16-le"), "UTF-16 without its mark"),
        (b"\xff\xfe\x00\xd8A\x00", "not the UTF-16 that it says"),
    ],
)
def test_what_is_no_text_is_rejected_with_a_remedy(data: bytes, reported: str) -> None:
    with pytest.raises(CommandError, match=reported):
        decode(data)


# Whatever is there -------------------------------------------------------------------------------

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


@given(JSON)
def test_any_content_of_a_note_and_of_a_talk_is_read_or_reported(data: Any) -> None:
    found = note(7, "Alpha", ["Ann Lee"], venue="W", keywords=[], TLDR="", abstract="")
    for name in found["content"]:
        read(notes(found | {"content": found["content"] | {name: data}}))
    read(notes(found, {"content": data}, found | {"number": data, "invitations": data}))
    entry = talk()
    for name in entry:
        if name != "code":
            read(submissions(talk(**{name: data})))
    for name in ("title", "date", "duration", "persons", "room", "abstract", "type"):
        read(schedule(event(**{name: data})))
