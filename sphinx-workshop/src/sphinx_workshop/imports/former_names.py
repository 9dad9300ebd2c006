"""Recognizes former names by salted digests, and puts the present ones in their place.

What a name has become is encrypted with a key that is made of the former name, so that the file
says neither who had another name, nor whether a name was changed or left out. A digest hides a name
from those who read the file; it does not hide it from those who guess it.
"""

from __future__ import annotations

import hashlib
import re
import secrets
from dataclasses import dataclass, field, fields, is_dataclass, replace
from typing import TYPE_CHECKING, Any

from ..core.errors import CommandError
from ..core.model import Person, person_id
from ..editing.person_edit import without
from ..editing.person_name import PersonName
from .cleaning import clean

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from ..core.model import Author
    from .changes import Change
    from .records import Reading
    from .state import Entry, State

LONGEST = 128  # bytes of a name: all are made as long as this one

_ROUNDS = 300  # of PBKDF2: a tenth of a millisecond a name, of which an import has thousands
_SALT, _NONCE, _DIGEST = 16, 8, 16  # bytes
_WORD = re.compile(r"[^\W\d_][^\W_]*(?:[-’'.]+[^\W_]+)*\.?")
_GAP = re.compile(r"\s{1,3}|~")
_MOST = 5  # words of a name that stands in a text
_SHORT_TEXT = 60  # letters of a text that may be a name, whatever its case
_PARTICLE = 4  # letters: `van`, `de`, `zum`, `dell`
_HIDDEN = "(left out: it holds a former name)"
_PARTS = ("submissions", "talks", "entries", "remarks", "changes", "left_out", "notes")
"""What a reading has of texts."""
_NO_TEXTS = frozenset({"number", "code", "also", "url", "kind", "type", "where"})
"""What records are known by."""


@dataclass(slots=True)
class FormerNames:
    """Names that people no longer have.

    Attributes:
        salt: makes the digests of each site differ from those of others; in hexadecimal digits.
        names: what each name has become, encrypted, by the digest of the name.
    """

    salt: str = ""
    names: dict[str, str] = field(default_factory=dict)
    _keys: dict[str, bytes] = field(default_factory=dict, repr=False, compare=False)

    def add(self, former: Iterable[str], name: str) -> None:
        """Note that some names are now another one; an empty one leaves the person out.

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


def put_present_names(reading: Reading, former: FormerNames) -> None:
    """Put present names in the place of former ones, wherever the export has them.

    Who wishes not to be named is left out of author lists and speakers.
    """
    if not former.names:
        return
    people, texts = {*reading.names()}, [clean(change.before) for change in reading.changes]

    def collected(text: str) -> str:
        texts.append(text)
        return text

    for part in _PARTS:
        _with_texts(getattr(reading, part), collected)
    short = (text for text in texts if len(text) <= _SHORT_TEXT)  # a keyword has any case
    candidates = people.union(short, *map(_capitalized, texts))
    asked = {name: former.current(name) for name in sorted(candidates)}
    present = {name: now for name, now in asked.items() if now is not None}
    if not present:
        return
    others = sorted(people - present.keys())
    names = [
        PersonName([name for name in present if present[name] == now], now, others)
        for now in sorted({*present.values()})
    ]
    _replace(reading, names, present)
    reading.remark("file", f"it has former names ({len(names)}); the pages have the present ones")


def _with_texts(found: Any, text: Callable[[str], str]) -> Any:
    """Return records, or lists of them, with another text for each of theirs."""
    if isinstance(found, str):
        return text(found)
    if isinstance(found, list | tuple):
        return type(found)(_with_texts(each, text) for each in found)
    if isinstance(found, dict):
        return {name: _with_texts(each, text) for name, each in found.items()}
    if is_dataclass(found) and not isinstance(found, type):
        names = [each.name for each in fields(found) if each.name not in _NO_TEXTS]
        return replace(found, **{name: _with_texts(getattr(found, name), text) for name in names})
    return found


def _capitalized(text: str) -> Iterator[str]:
    """Yield what may be a name in a text: capital words, and short ones like `van` between."""
    words = [*_WORD.finditer(text)]
    for first, start in enumerate(words):
        if not start[0][0].isupper():
            continue
        for before, word in zip(words[first:], words[first + 1 : first + _MOST], strict=False):
            capital = word[0][0].isupper()
            if not _GAP.fullmatch(text[before.end() : word.start()]):
                break
            if not capital and len(word[0]) > _PARTICLE:
                break
            if capital:
                name = text[start.start() : word.end()].replace("~", " ")
                yield " ".join(name.split()).rstrip(".")


def _replace(reading: Reading, names: list[PersonName], present: Mapping[str, str]) -> None:
    def in_text(text: str) -> str:
        for name in names:
            text = name.replaced(text)
        return text

    def hidden(change: Change) -> Change:
        plain = clean(change.before)  # of a name written in LaTeX or HTML
        return replace(change, before=_HIDDEN) if in_text(plain) != plain else change

    def speakers(names: Iterable[str]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(filter(None, (present.get(name, name) for name in names))))

    reading.submissions = [
        replace(found, authors=(*_authors(found.authors, present),))
        for found in reading.submissions
    ]
    reading.talks = [replace(talk, speakers=speakers(talk.speakers)) for talk in reading.talks]
    reading.notes = {present.get(name, name): note for name, note in reading.notes.items()}
    reading.entries = [
        replace(found, name=present[found.name], family="")
        if found.type == Person.type and found.name in present
        else found
        for found in reading.entries
    ]
    for part in _PARTS:
        setattr(reading, part, _with_texts(getattr(reading, part), in_text))
    reading.changes = [*map(hidden, reading.changes)]
    for entry in [entry for entry in reading.entries if not entry.name]:
        reading.entries.remove(entry)
        reading.skip(entry.where, "it is a person who is not to be named")
    for found in [found for found in reading.submissions if not found.authors]:
        reading.submissions.remove(found)
        reading.skip(
            found.where,
            f"submission {found.number} has no author who is to be named; write the page by hand",
            str(found.number),
        )


def _authors(authors: Iterable[Author], present: Mapping[str, str]) -> Iterator[Author]:
    """Yield the authors under their present names, each once."""
    seen = set()
    for author in authors:
        name = present.get(author.name, author.name)
        if name and name not in seen:
            seen.add(name)
            yield replace(author, name=name, family=author.family if name == author.name else "")


def put_present_name_in_state(
    state: State, name: PersonName, new: str, ids: frozenset[str]
) -> bool:
    """Write the present name into what sources said last.

    Args:
        state: what is changed.
        name: the person's names.
        new: the present name, empty where the person is not to be named.
        ids: the ids of the person.

    Returns:
        whether there was a former name.
    """

    def value(field: str, text: str) -> str:
        if not new and field == "authors":
            text = without(text, name)
        elif not new and field == "speakers":
            text = "; ".join(id for id in text.split("; ") if id not in ids)
        return name.replaced(text)

    def entry(of: Entry) -> Entry:
        values = {field: value(field, text) for field, text in of.values.items()}
        kept = {field: text for field, text in values.items() if text}
        return replace(of, id=name.replaced(of.id), values=kept)

    before = state.text()
    state.papers = {number: entry(of) for number, of in state.papers.items()}
    state.sessions = {code: entry(of) for code, of in state.sessions.items()}
    state.people = {
        name.replaced(id): name.replaced(of)
        for id, of in state.people.items()
        if new or id not in ids
    }
    return state.text() != before
