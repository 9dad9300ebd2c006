"""Gives the settings by which MyST parses the pages of a build.

Undocumented: `BuildEnvironment.myst_config`, which MyST sets at `builder-inited` (MyST-Parser 0.18
to 5.2). Reason: it is what MyST's own parser reads, made of all `myst_` settings.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    from myst_parser.config.main import MdParserConfig
    from sphinx.environment import BuildEnvironment


def myst_config(env: BuildEnvironment) -> MdParserConfig:
    """Return the settings."""
    return cast("MdParserConfig", cast("Any", env).myst_config)
