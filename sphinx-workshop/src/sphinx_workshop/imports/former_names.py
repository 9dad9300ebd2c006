"""Recognizes names that were taken back, without holding them: by salted digests.

What a name has become is encrypted with a key that is made of the former name, so that the file
says neither who had another name, nor whether a name was changed or left out. A digest hides a name
from those who read the file; it does not hide it from those who guess it.
"""

from __future__ import annotations

import hashlib
import secrets
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ..core.errors import CommandError
from ..core.model import person_id

if TYPE_CHECKING:
    from collections.abc import Iterable

LONGEST = 128  # bytes of a name, for all are made as long as this one

_ROUNDS = 300  # of PBKDF2: a tenth of a millisecond a name, of which an import has thousands
_SALT, _NONCE, _DIGEST = 16, 8, 16  # bytes


@dataclass(slots=True)
class FormerNames:
    """Names that were taken back.

    Attributes:
        salt: makes the digests of this site others than those of all other sites; in hexadecimals.
        names: what each name has become, encrypted, by the digest of the name.
    """

    salt: str = ""
    names: dict[str, str] = field(default_factory=dict)
    _keys: dict[str, bytes] = field(default_factory=dict, repr=False, compare=False)

    def take_back(self, former: Iterable[str], name: str) -> None:
        """Keep that some names are now another one; an empty one is that of nobody.

        Raises:
            CommandError: the name is too long.
        """
        text = name.encode()
        if len(text) > LONGEST:
            raise CommandError(f"'{name[:40]} …' is too long for a name; shorten it")
        self.salt = self.salt or secrets.token_hex(_SALT)
        # Who goes back to an earlier name has it again.
        self.names.pop(self._digest(name), None)
        for each in former:
            nonce = secrets.token_bytes(_NONCE)
            hidden = _mixed(text.ljust(LONGEST, b"\0"), self._key(each), nonce)
            self.names[self._digest(each)] = (nonce + hidden).hex()

    def current(self, name: str) -> str | None:
        """Return what a name has become: nothing where it is to be left out, None if it stands."""
        found = None
        seen: set[str] = set()
        while self.names and (digest := self._digest(name)) in self.names and digest not in seen:
            seen.add(digest)
            hidden = bytes.fromhex(self.names[digest])
            text = _mixed(hidden[_NONCE:], self._key(name), hidden[:_NONCE])
            found = name = text.rstrip(b"\0").decode()
        return found

    def _key(self, name: str) -> bytes:
        id = person_id(name)
        if id not in self._keys:
            salt = bytes.fromhex(self.salt)
            self._keys[id] = hashlib.pbkdf2_hmac("sha256", id.encode(), salt, _ROUNDS)
        return self._keys[id]

    def _digest(self, name: str) -> str:
        return hashlib.shake_256(self._key(name)).hexdigest(_DIGEST)


def _mixed(text: bytes, key: bytes, nonce: bytes) -> bytes:
    """Return a text encrypted, or the text of an encrypted one; no nonce is used twice."""
    stream = hashlib.shake_256(key + nonce).digest(len(text))
    return bytes(one ^ other for one, other in zip(text, stream, strict=True))
