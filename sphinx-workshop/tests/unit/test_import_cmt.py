"""CMT's exports are read, as text and as Excel's XML."""

from __future__ import annotations

import pytest

from import_site import CMT_HEADER, cmt, cmt_row, excel
from readings import BOTH, PAIR, papers, read, remarks_of


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("sign", ["\t", ",", ";"])
def test_any_separator_and_line_end_is_read(sign: str, end: str) -> None:
    lines = ["Paper ID", "Paper Title", "Author Names"], ["7", "Alpha", '"Lee, Ann*; Ray, Bo"']
    text = end.join(sign.join(cells) for cells in lines)
    assert papers(read(text)) == BOTH[:1]


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


def test_only_accepted_papers_are_kept_and_the_others_reported() -> None:
    states = ["Accept", "Accept (Spotlight)", "accepted", "Reject", "", "Withdrawn", "Not accepted"]
    rows = [
        cmt_row(Paper_ID=str(n), Paper_Title=f"T{n}", Author_Names="Lee, Ann", Status=state)
        for n, state in enumerate(states, start=1)
    ]
    reading = read(cmt(*rows, header=CMT_HEADER))
    assert [s.number for s in reading.submissions] == [1, 2, 3]
    assert reading.left_out.keys() == {"4", "5", "6", "7"}
    assert "line 5: submission 4 is left out: its status is 'Reject'" in remarks_of(reading)


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


def test_dirty_rows_are_read_or_reported_one_by_one() -> None:
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
    assert remarks_of(reading).splitlines() == [
        "line 2: an empty author is left out",
        "line 3: it has no number; write a whole number, like 58",
        "line 4: submission 8 has no title; write one",
        "line 5: an empty author is left out",
        "line 5: an empty author is left out",
        "line 5: submission 9 has no author; write one",
        "line 6: number 7 is taken already (line 2); give it another number",
        "line 7: submission 10 has the title of 7; if they are one paper, delete one of the pages",
        "line 8: 'x1' is not a submission number; write a whole number, like 58",
        "line 9: it has 6 cells under 3 columns; a tab or a separator stands inside a cell: "
        "take it away, or export as XML",
    ]


def test_a_last_row_without_an_end_is_reported() -> None:
    assert "last row, which may be cut off" in remarks_of(read(cmt(*PAIR)[:-3]))
    assert "cut off" not in remarks_of(read(cmt(*PAIR)))


def test_quoted_cells_may_hold_line_ends_and_tabs() -> None:
    text = 'Paper ID\tPaper Title\tAuthor Names\n7\t"Two\nlines,\ta ""tab"""\t"Lee, Ann"\n'
    assert papers(read(text)) == [(7, 'Two lines, a "tab"', "Ann Lee")]


def test_two_camera_ready_files_of_a_paper_are_reported() -> None:
    row = cmt_row(
        Paper_ID="7",
        Paper_Title="Alpha",
        Author_Names="Lee, Ann",
        Files=r"7\CameraReady\a.pdf; 7\CameraReady\b.pdf",
    )
    assert "submission 7 has 2 camera-ready files" in remarks_of(read(cmt(row, header=CMT_HEADER)))
