"""What the package registers: directives with their options, settings and events."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from typing import TYPE_CHECKING, Any, NamedTuple, cast

from sphinx_workshop import site

if TYPE_CHECKING:
    from collections.abc import Callable

    from sphinx_workshop.domain.directive_base import WorkshopDirective


class Setting(NamedTuple):
    """A setting: its default, and the extension that registers it."""

    default: object
    extension: str


@dataclass
class Registry:
    """Stands for Sphinx while extensions set themselves up, and keeps what they register."""

    extension: str = ""
    settings: dict[str, Setting] = field(default_factory=dict)
    events: dict[str, str] = field(default_factory=dict)
    directives: dict[str, type[WorkshopDirective]] = field(default_factory=dict)

    def add_config_value(self, name: str, default: object, *_about: object) -> None:
        """Keep a setting."""
        self.settings[name] = Setting(default, self.extension)

    def add_event(self, name: str) -> None:
        """Keep an event."""
        self.events[name] = self.extension

    def add_directive_to_domain(
        self, _domain: str, name: str, directive: type[WorkshopDirective]
    ) -> None:
        """Keep a directive."""
        self.directives[name] = directive

    def __getattr__(self, name: str) -> Callable[..., None]:
        """Accept all else that an extension asks of Sphinx."""
        return lambda *_positional, **_named: None


def extensions() -> list[str]:
    """Return the names of the package's extensions that a site may load."""
    modules = (f"{site.__name__}.{module.name}" for module in iter_modules(site.__path__))
    found = sorted(name for name in modules if hasattr(import_module(name), "setup"))
    return ["sphinx_workshop", *found]


@cache
def registered() -> Registry:
    """Return what all extensions of the package register."""
    found = Registry()
    for name in extensions():
        found.extension = name
        cast("Any", import_module(name)).setup(found)
    return found
