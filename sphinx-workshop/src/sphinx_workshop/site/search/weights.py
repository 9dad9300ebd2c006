"""Keeps the weights of words from build to build: of an edit, nearly all entries are as before.

To weigh the words of all entries takes most of the time of an index. Each entry's weights are kept
as bytes: as dictionaries, those of all entries would take ten times their room in memory.
"""

from __future__ import annotations

import hashlib
import pickle
from typing import TYPE_CHECKING, cast

from ...core.files import keep, kept

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path


class KeptWeights:
    """The weights of a former build, and of this one.

    Args:
        file: where they are kept.
        about: all that the weights of every entry rest on.
    """

    def __init__(self, file: Path, about: object) -> None:
        self._file = file
        self._about = hashlib.sha256(repr(about).encode())
        self._former = kept(file, dict[bytes, bytes]())
        self._kept: dict[bytes, bytes] = {}

    def of(self, entry: object, weigh: Callable[[], Mapping[str, int]]) -> Mapping[str, int]:
        """Return the weights of an entry, by `weigh` where it is not as it was.

        Args:
            entry: all else that the weights rest on; its `repr` must differ from those of others.
            weigh: returns the weights.
        """
        digest = self._about.copy()
        digest.update(repr(entry).encode())
        key = digest.digest()
        known = self._former.get(key)
        if known is None:
            weights = dict(weigh())
            self._kept[key] = pickle.dumps(weights)
            return weights
        self._kept[key] = known
        return cast("Mapping[str, int]", pickle.loads(known))

    def keep(self) -> None:
        """Keep the weights of this build."""
        if self._kept != self._former:
            keep(self._file, self._kept)
