"""What the picture of a link says."""

from __future__ import annotations

from typing import NamedTuple


class Card(NamedTuple):
    """The words of a picture.

    Attributes:
        path: where the picture is published, from the site's root.
        of_page: whether it is the picture of links to the page, or of something on it.
        label: what it is, and when, in a few words.
        title: its title.
        names: who gives it, in order.
        occasion: where it belongs.
    """

    path: str
    of_page: bool
    label: str
    title: str
    names: tuple[str, ...]
    occasion: str

    @property
    def alternative(self) -> str:
        """Return the words, for those who do not see them."""
        return " · ".join(filter(None, (self.title, ", ".join(self.names), self.occasion)))
