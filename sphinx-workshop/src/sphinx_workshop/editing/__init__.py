"""Edits of Markdown in place: what is not changed stays byte for byte."""
