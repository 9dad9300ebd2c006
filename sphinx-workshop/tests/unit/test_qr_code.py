"""QR codes are drawn once, and drawn anew where anything about them changes."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Any

import pytest
import segno
from segno import encoder

from sphinx_workshop.views import qr_code
from sphinx_workshop.views.qr_code import drawn

if TYPE_CHECKING:
    from pathlib import Path

ADDRESS = "https://example.org/papers/alpha.html"


PENALTY = 1.3
"""How much worse than the best pattern the standard's measure may call the one that is chosen."""


def never(*_about: object, **_options: object) -> None:
    pytest.fail("it is drawn again")


def pattern_of(address: str) -> int:
    """Return the pattern of a drawing: the one with which it is drawn."""
    svg = drawn(address)
    for pattern in range(8):
        drawing = BytesIO()
        code = segno.make(address, micro=False, mask=pattern)
        style: dict[str, Any] = qr_code._STYLE
        code.save(drawing, title=f"QR code: {address}", **style)
        if drawing.getvalue().decode() == svg:
            return pattern
    raise AssertionError(f"no pattern of {address} is drawn")


def penalty(code: segno.QRCode) -> int:
    """Return the standard's measure of a pattern: less is better."""
    scores: Any = encoder.mask_scores  # without types
    return int(sum(scores(code.matrix, len(code.matrix), len(code.matrix))))


def test_a_code_that_is_kept_is_the_code_that_would_be_drawn(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fresh = drawn(ADDRESS)
    assert drawn(ADDRESS, tmp_path / "codes") == fresh
    monkeypatch.setattr(segno, "make", never)
    assert drawn(ADDRESS, tmp_path / "codes") == fresh


def test_each_address_has_its_own_code(tmp_path: Path) -> None:
    addresses = [ADDRESS, f"{ADDRESS}#abstract"]
    for _ in range(2):
        assert [drawn(a, tmp_path) for a in addresses] == [drawn(a) for a in addresses]
    assert drawn(addresses[0]) != drawn(addresses[1])


def test_the_pattern_is_nearly_as_good_as_the_best() -> None:
    for name in ("halos", "a-survey-of-faint-lenses", "transients-2", "index", "zz-top-17"):
        address = f"https://example.org/workshop/program/papers/{name}.html"
        chosen = segno.make(address, micro=False, mask=pattern_of(address))
        best = segno.make(address, micro=False)
        assert penalty(chosen) <= PENALTY * penalty(best)


@pytest.mark.parametrize(
    ("owner", "name", "value"),
    [
        (segno, "__version__", "0"),
        (qr_code, "_STYLE", qr_code._STYLE | {"border": 2}),
        (qr_code, "_", lambda message, **values: f"Code : {message % values}"),
    ],
    ids=["segno", "the style", "the language"],
)
def test_a_code_is_drawn_anew_when_what_makes_it_changes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, owner: object, name: str, value: object
) -> None:
    drawn(ADDRESS, tmp_path)
    monkeypatch.setattr(owner, name, value)
    assert drawn(ADDRESS, tmp_path) == drawn(ADDRESS)
    assert len(list(tmp_path.iterdir())) == 2
