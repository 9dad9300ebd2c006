"""What a check reports."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """Something on a page, or in a file, that does not agree with the rest of the site.

    Attributes:
        page: the path of the page or file, relative to the site's folder.
        message: what is wrong, in one sentence.
    """

    page: str
    message: str


def at(page: str, messages: Iterable[str]) -> Iterator[Finding]:
    """Yield what messages say of a page or file."""
    return (Finding(page, message) for message in messages)


class UnreadableError(Exception):
    """A file of the site is missing, or does not have the form that it should have."""

    def __init__(self, page: str, message: str) -> None:
        super().__init__(page, message)
        self.finding = Finding(page, message)


@contextmanager
def reading(path: str, what: str = "file") -> Iterator[None]:
    """Report what goes wrong while something in a file is read.

    Raises:
        UnreadableError: the file is missing, or what is read has another form.
    """
    try:
        yield
    except OSError:
        raise UnreadableError(path, f"this {what} is missing") from None
    except (AttributeError, KeyError, SyntaxError, TypeError, ValueError) as error:
        raise UnreadableError(path, f"this {what} cannot be read: {error!r}") from None
