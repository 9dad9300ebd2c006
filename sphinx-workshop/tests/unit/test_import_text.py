"""Text of exports is cleaned of LaTeX, entities, stray signs and addresses."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinx_workshop.core.field_table import PAPER
from sphinx_workshop.imports import cleaning


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
        ("{" * 1500, "{" * 1500),
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
def test_addresses_are_taken_out_and_reported(address: str, around: str) -> None:
    written = around.replace("{}", address)
    text, reported = cleaning.private(written), cleaning.has_address(written)
    assert reported
    for part in ("@", "＠", "example", "exämple", "ex-ample", "b.co"):
        assert part not in text


@pytest.mark.parametrize("text", ["Learning @ scale", "Look at example.org", "p@5 = 0.9", "@home"])
def test_what_is_no_address_stays(text: str) -> None:
    assert (cleaning.private(text), cleaning.has_address(text)) == (text, False)


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
