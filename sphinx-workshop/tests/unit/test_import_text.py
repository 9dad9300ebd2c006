"""Text of exports is decoded, and cleaned of LaTeX, entities, stray signs and addresses."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from sphinx_workshop.core import author_list
from sphinx_workshop.core.errors import CommandError
from sphinx_workshop.core.field_table import PAPER
from sphinx_workshop.imports import author_names, cleaning
from sphinx_workshop.imports.decoding import decode
from sphinx_workshop.imports.names import similar_names

if TYPE_CHECKING:
    from sphinx_workshop.core.model import Author

TEXT = "Kožek, Médard “quoted” naïve\nsecond line\n"


# Encodings -------------------------------------------------------------------------------------


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_unicode_is_read_with_and_without_its_mark(encoding: str) -> None:
    found = decode(TEXT.encode(encoding))
    assert found.text == TEXT
    assert not found.remarks


@pytest.mark.parametrize("end", ["le", "be"])
def test_both_orders_of_bytes_are_read(end: str) -> None:
    assert decode(f"\ufeff{TEXT}".encode(f"utf-16-{end}")).text == TEXT


@pytest.mark.parametrize("encoding", ["latin-1", "windows-1252"])
def test_latin_is_read_and_told_by_its_lines(encoding: str) -> None:
    text = "plain\nMédard naïve\nplain\n"
    found = decode(text.encode(encoding))
    assert found.text == text
    assert found.remarks == ("lines 2 are not UTF-8 and are read as Latin-1; check their accents",)


def test_one_latin_line_does_not_spoil_the_others() -> None:
    data = "Kožek\n".encode() + "Médard\n".encode("latin-1")
    assert decode(data).text == "Kožek\nMédard\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_a_file_cut_off_anywhere_is_read_or_rejected_in_words(encoding: str) -> None:
    data = TEXT.encode(encoding)
    for length in range(len(data)):
        with suppress(CommandError):
            found = decode(data[:length])
            assert TEXT.startswith(found.text) or found.remarks


@pytest.mark.parametrize(
    ("data", "told"),
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
def test_what_is_no_text_is_rejected_with_a_remedy(data: bytes, told: str) -> None:
    with pytest.raises(CommandError, match=told):
        decode(data)


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_rejected_in_words(data: bytes) -> None:
    with suppress(CommandError):
        decode(data)


# Cleaning --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        (r"$\alpha$-Net in $z=2$", "α-Net in z=2"),
        (r"{\"o}, \"o, \"{o}, G{\"o}del", "ö, ö, ö, Gödel"),
        (r"Ko\v{z}ek and Ko\v zek", "Kožek and Kožek"),
        (r"\textit{Titan} and \emph{more}", "Titan and more"),
        (r"{BigNet}: a {{Big}} one", "BigNet: a Big one"),
        (r"10$^{5}$ at 50\% \& more", "10^5 at 50% & more"),
        ("for $5 and $10, or 50% & #1", "for $5 and $10, or 50% & #1"),
        ("``So'' -- it is \\ldots", "“So” – it is …"),
        ("so -- it is", "so -- it is"),
        ("a &amp; b &lt;c&gt; &#8211; d", "a & b <c> – d"),
        ("H<sub>2</sub>O is <i>wet</i><br/>here", "H₂O is wet here"),
        ("x < y and y > z", "x < y and y > z"),
        ("“curly” ‘quotes’ and Kožek", "“curly” ‘quotes’ and Kožek"),
        ("  stray \u00a0\t spaces \n\r here ", "stray spaces here"),
        ("Me\u0301dard", "Médard"),
        ("a\x00b\x1b[1mc\u202ed\ud800e\ufffff\u200b", "ab[1mcdef"),
        ("می\u200cخواهم 👩\u200d🚀", "می\u200cخواهم 👩\u200d🚀"),
        (r"\unknown{kept} words", "kept words"),
        (r"no LaTeX: C:\ and \ alone", r"no LaTeX: C:\ and \ alone"),
        (r"\textit{broken", r"\textit{broken"),
        ("{" * 5000, "{" * 5000),
        (58.0, "58.0"),
        (None, ""),
        ({"a": "secret"}, ""),
        (["secret"], ""),
    ],
)
def test_text_is_cleaned(written: object, meant: str) -> None:
    assert cleaning.clean(written) == " ".join(meant.split())


def test_no_date_of_today_comes_out_of_latex() -> None:
    assert cleaning.clean(r"Written on \today{}, \textbf{\today}") == "Written on ,"


@given(st.text() | st.text(st.sampled_from("\\{}$^_~&;#<>'\"`@.ab %-\n")))
def test_any_text_becomes_one_printable_line(text: str) -> None:
    found = cleaning.clean(text)
    assert found == " ".join(found.split())
    found.encode()
    assert all(sign.isprintable() or sign in "\u200c\u200d" or ord(sign) > 0xAD for sign in found)


ADDRESSES = [
    "ann.lee@example.org", "a@b.co", "Ann.Lee+x@mail.example.ac.uk", "{ann,bo}@example.org",
    "{ann, bo}@example.org", "ann,bo@example.org", "mailto:ann@example.org", "<ann@example.org>",
    "(ann@example.org)", "ann&#64;example.org", "ann@example&#46;org", r"ann\@example.org",
    "ann @ example.org", "ann (at) example.org", "ann[at]example.org", "ann＠example.org",
    "http://ann@example.org/", r"\texttt{ann@example.org}", "ann@exämple.org", "a_n-n@ex-ample.org",
]  # fmt: skip


@pytest.mark.parametrize("address", ADDRESSES)
@pytest.mark.parametrize("around", ["{}", "Words {} more words", "Words; {}; more", "x ({}), y"])
def test_addresses_are_taken_out_and_told(address: str, around: str) -> None:
    text, told = cleaning.private(around.replace("{}", address))
    assert told
    for part in ("@", "＠", "example", "exämple", "ex-ample", "b.co"):
        assert part not in text


@pytest.mark.parametrize("text", ["Learning @ scale", "Look at example.org", "p@5 = 0.9", "@home"])
def test_what_is_no_address_stays(text: str) -> None:
    assert cleaning.private(text) == (text, False)


@pytest.mark.parametrize(
    ("value", "number"),
    [("58", 58), (" 58 ", 58), ("58.0", 58), (58, 58), (58.0, 58), ("058", 58), ("0", None),
     ("-1", None), ("", None), ("5.8", None), ("½", None), ("٥", None), ("9" * 50, None),
     (None, None), ([58], None), ("B1xSperKvH", "B1xSperKvH"), ("Demo-129", "Demo-129"),
     ("SkgpBJrtvS", "SkgpBJrtvS"), ("seven", None), ("a b1", None)],
)  # fmt: skip
def test_numbers_are_whole(value: object, number: int | str | None) -> None:
    assert cleaning.submission(value) == number


@pytest.mark.parametrize(
    ("value", "found"),
    [("a; b;; a", ("a", "b")), ("a, b", ("a", "b")), ("a\nb", ("a", "b")),
     (["a;b", 2], ("a,b", "2")), ("", ()), (None, ()), ("x &amp; y; z", ("x & y", "z"))],
)  # fmt: skip
def test_lists_are_split(value: object, found: tuple[str, ...]) -> None:
    assert cleaning.items(value) == found


@pytest.mark.parametrize(
    ("value", "found"),
    [("2207.00001", "2207.00001"), ("arXiv:2207.00001v2", "2207.00001"),
     ("https://arxiv.org/abs/2207.00001", "2207.00001"), ("math-ph/0601001", "math-ph/0601001"),
     ("http://arxiv.org/pdf/2207.00001v1.pdf", "2207.00001"), ("soon", "")],
)  # fmt: skip
def test_arxiv_numbers_are_found(value: str, found: str) -> None:
    assert cleaning.checked(PAPER["arxiv"], value) == found


@pytest.mark.parametrize(
    "value", ["javascript:alert(1)", "file:///etc/passwd", "data:x", "x y", "//x"]
)
def test_only_web_addresses_are_addresses(value: str) -> None:
    assert cleaning.checked(PAPER["code"], value) == ""


# Authors ---------------------------------------------------------------------------------------


def names(authors: tuple[Author, ...]) -> list[str]:
    return [author.name for author in authors]


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Lee, Ann*; Ray, Bo", ["Ann Lee", "Bo Ray"]),
        ("Marlin-Wanger, Alex ;  Ray ,  Bo", ["Alex Marlin-Wanger", "Bo Ray"]),
        ("Lee, Ann; ; ,;*; Ray, Bo;", ["Ann Lee", "Bo Ray"]),
        ("van der Berg, J. P.*", ["J. P. van der Berg"]),
        ("Lee, Jr., Bo; Ray, Ann, III", ["Bo Lee Jr.", "Ann Ray III"]),
        ("Plato*", ["Plato"]),
        ("Ko\\v{z}{\\'i}sek, Zo{\\'e}; M&eacute;dard, Cleo", ["Zoé Kožísek", "Cleo Médard"]),
        ("Lee, Ann (Annie); Ray, *Bo*", ["Ann (Annie) Lee", "Bo Ray"]),
        ("", []),
    ],
)  # fmt: skip
def test_cmts_author_names_are_turned(written: str, meant: list[str]) -> None:
    found = author_names.last_first(written, lambda _: None)
    assert names(found) == meant


def test_cmts_star_is_no_presenter() -> None:
    assert not any(a.presenting for a in author_names.last_first("Lee, A*; Ray, B", lambda _: None))


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Ann Lee* (North; South); Bo Ray", "Ann Lee* (North; South); Bo Ray"),
        ("Lee, Ann; Ray, Bo", "Ann Lee; Bo Ray"),
        ("Ann Lee, Bo Ray and Cleo Fox", "Ann Lee; Bo Ray; Cleo Fox"),
        ("Ann Lee and Bo Ray", "Ann Lee; Bo Ray"),
        ("Ann Lee; Bo Ray and Cleo Fox* (North)", "Ann Lee; Bo Ray (North); Cleo Fox* (North)"),
        ("Ann Lee; and Bo Ray", "Ann Lee; Bo Ray"),
        ("Lee, Ann", "Ann Lee"),
        ("Ann (Nan) Lee (North); Bo Ray", "Ann (Nan) Lee (North); Bo Ray"),
        ("Krishna (Dj) Lee* and Bo (B.) Ray", "Krishna (Dj) Lee*; Bo (B.) Ray"),
        ("Ann Lee", "Ann Lee"),
        ("Ann Lee (North (of it)); Bo Ray (South)*", "Ann Lee (North [of it]); Bo Ray* (South)"),
        ("Ann Lee*; Bo Ray*", "Ann Lee*; Bo Ray"),
        ("Ann Lee; Ann Lee", "Ann Lee"),
    ],
)
def test_other_author_lists_are_read(written: str, meant: str) -> None:
    marks = {"*": "presenting"}
    assert author_names.first_last(written, lambda _: None, marks) == author_list.authors(meant)


def test_what_a_page_takes_for_an_address_is_left_out_and_told_of() -> None:
    told: list[str] = []
    assert names(author_names.first_last("Ann @@@.a Lee; Bo Ray", told.append)) == [
        "Ann Lee",
        "Bo Ray",
    ]
    assert told == ["an e-mail address among the authors is left out"]


@given(st.text(st.sampled_from("ab,;()*& \\{}$@.é李\t")) | st.text())
@example("@@@.a")
@example("Ann and Bo, Jr. and the Team (North); and Cleo & D")
def test_any_author_list_makes_one_that_a_page_may_have(text: str) -> None:
    for read in (author_names.last_first, author_names.first_last):
        if found := read(text, lambda _: None):
            assert author_list.authors(author_list.written(found)) == found


# One person in two spellings -------------------------------------------------------------------


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        ("Alex Marlin-Wagner", "Alex Marlin-Wanger", "one letter"),
        ("Zoé Kožísek", "Zoe Kozisek", "accents"),
        ("Mei-Lin Sato", "Meilin Sato", "accents, hyphens"),
        ("Mei-Lin Sato", "Mei-lin Sato", "capitals"),
        ("C. Nora Fenn", "Carol Nora Fenn", "initials"),
        ("A. Lee", "Ann Lee", "initials"),
        ("Nora Fenn", "C. Nora Fenn", "initials"),
        ("Ann Lee", "Lee Ann", "order"),
        ("Johannes Weber", "Johanes Weber", "one letter"),
        ("Иван Петров", "Иван Петрова", "one letter"),
    ],
)
def test_two_spellings_of_one_person_are_found(one: str, other: str, why: str) -> None:
    ((*pair, found),) = similar_names([one, other, "Somebody Else"])
    assert pair == sorted([one, other])
    assert why in found


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Wei Li", "Wei Lu"),
        ("Ann Lee", "Bob Lee"),
        ("Ann Lee", "Ann Ray"),
        ("A. Lee", "B. Lee"),
        ("Johannes Weber", "Johannes Becker"),
        ("李明", "李雷"),
    ],
)
def test_two_people_are_two(one: str, other: str) -> None:
    assert similar_names([one, other]) == []
