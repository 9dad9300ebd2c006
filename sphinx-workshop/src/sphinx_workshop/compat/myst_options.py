"""Splits a directive's block of options into names and values, with their lines.

Private: `myst_parser.parsers.options._to_tokens`, and the classes `State` and `TokenizeError`
beside it (MyST-Parser 4.0 to 5.2). Reason: an editor of options needs their lines. The function
`options_to_tokens`, which returns these, is new in MyST-Parser 5.2.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from myst_parser.parsers import options
from myst_parser.parsers.options import TokenizeError

if TYPE_CHECKING:
    from myst_parser.parsers.options import KeyToken, ValueToken

__all__ = ["TokenizeError", "tokens"]


def tokens(text: str) -> tuple[list[tuple[KeyToken, ValueToken | None]], bool]:
    """Return the options, and whether there is a comment among them.

    Raises:
        TokenizeError: they cannot be read.
    """
    state = options.State()
    return list(options._to_tokens(text, state)), state.has_comments
