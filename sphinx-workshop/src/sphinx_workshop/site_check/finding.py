"""What a check reports."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """Something on a page, or in a file, that does not agree with the rest of the site.

    Attributes:
        page: the path of the page or file, relative to the site's folder.
        message: what is wrong, in one sentence.
    """

    page: str
    message: str


class UnreadableError(Exception):
    """A file of the site is missing, or does not have the form that it should have."""

    def __init__(self, page: str, message: str) -> None:
        super().__init__(page, message)
        self.finding = Finding(page, message)
