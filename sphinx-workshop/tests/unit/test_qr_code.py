"""The pattern of a QR code is one that phones read well."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import segno
from segno import encoder

from sphinx_workshop.views import qr_code
from sphinx_workshop.views.qr_code import drawn

PENALTY = 1.3
"""How much worse than the best pattern the standard's measure may call the one that is chosen."""


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


def test_the_pattern_is_nearly_as_good_as_the_best() -> None:
    for name in ("halos", "a-survey-of-faint-lenses", "transients-2", "index", "zz-top-17"):
        address = f"https://example.org/workshop/program/papers/{name}.html"
        chosen = segno.make(address, micro=False, mask=pattern_of(address))
        best = segno.make(address, micro=False)
        assert penalty(chosen) <= PENALTY * penalty(best)
