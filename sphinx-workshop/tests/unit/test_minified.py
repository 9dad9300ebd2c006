"""Scripts are published without comments and white space, and mean the same."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from sphinx_workshop.domain.front_end import STATIC

if TYPE_CHECKING:
    from pathlib import Path

SCRIPTS = sorted(STATIC.rglob("*.js"))


@pytest.mark.parametrize("script", SCRIPTS, ids=[path.name for path in SCRIPTS])
def test_no_script_nests_template_literals_which_the_minifier_breaks(script: Path) -> None:
    assert nested_literals(script.read_text("utf-8")) == []


def nested_literals(script: str) -> list[str]:
    """Return the template literals that hold another one."""
    return re.findall(r"`[^`]*\$\{[^}`]*`", script)


def test_a_nested_literal_is_found() -> None:
    assert nested_literals("let a = `one ${list.map((b) => `<${b}>`)} two`;") != []
    assert nested_literals("let a = `one ${b}`; let c = `two`;") == []
