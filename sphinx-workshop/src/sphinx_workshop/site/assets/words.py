"""The words by which stylesheets may know the elements of pages: classes, ids and tags."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_ATTRIBUTE = re.compile(r"""\s(class|id)=(?:"([^"]*)"|'([^']*)')""")
_TAG = re.compile(r"<([a-z][\w-]*)")
_QUOTED = re.compile(r"""["'`]([a-z][\w-]*)["'`]""")
_WORD = re.compile(r"[A-Za-z_][\w-]*")


@dataclass(frozen=True, slots=True)
class Words:
    """What is known of the pages, and of what their scripts may make."""

    classes: set[str] = field(default_factory=set)
    ids: set[str] = field(default_factory=set)
    tags: set[str] = field(default_factory=set)

    def note_page(self, html: str) -> None:
        """Take over the words of a page's elements."""
        self.tags.update(found[1] for found in _TAG.finditer(html))
        for name, *values in {found.groups("") for found in _ATTRIBUTE.finditer(html)}:
            words = "".join(values).split()
            (self.classes if name == "class" else self.ids).update(words)

    def note_script(self, script: str, unused: Iterable[str] = ()) -> None:
        """Take over the words of a script but the unused, and as tags those that are a string."""
        found = set(_WORD.findall(script)).difference(unused)
        self.classes.update(found)
        self.ids.update(found)
        self.tags.update(_QUOTED.findall(script))
