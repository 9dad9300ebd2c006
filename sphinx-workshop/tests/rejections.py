"""How converters of options reject a value."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable


def rejection(convert: Callable[[Any], object], value: str | None) -> str:
    """Return the sentence with which a converter rejects a value."""
    with pytest.raises(ValueError, match=r"\w") as caught:
        convert(value)
    return str(caught.value)
