"""Writes the pages of invented workshops: directives with options, in the order that is given."""

from __future__ import annotations


def page(title: str, *parts: str) -> str:
    """Return a page with a heading; an empty line stands before each part."""
    return "\n".join([f"# {title}\n", *parts])


def directive(name: str, argument: str = "", text: str = "", **options: str) -> str:
    """Return a directive; an option that is empty is one without a value."""
    lines = [f":::{{{name}}} {argument}", *(f":{key}: {value}" for key, value in options.items())]
    body = ["", text] if options and text else [text] if text else []
    return "\n".join([*map(str.rstrip, lines), *body, ":::\n"])


def contents(*names: str, **options: str) -> str:
    """Return a hidden table of contents."""
    return directive("toctree", text="\n".join(names), hidden="", **options)


def session(id: str, time: str, title: str = "", **options: str) -> str:
    """Return a session; one that presents a paper has the paper's id."""
    given = {"time": time} | options if options.get("paper") else {"id": id, "time": time} | options
    return f"::{directive('session', title, **given).rstrip()}::\n"


def schedule(day: str, *sessions: str) -> str:
    return "\n".join([f"::::::{{schedule}} {day}\n", *sessions, "::::::\n"])
