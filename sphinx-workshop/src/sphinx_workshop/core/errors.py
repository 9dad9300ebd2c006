"""Errors with a message for the person who runs a command or a build."""

from __future__ import annotations


class CommandError(Exception):
    """A command cannot do what it was asked; the message says why, and the remedy."""
