"""Hints at what was meant."""

from __future__ import annotations

from sphinx_workshop.core.suggest import suggest


def test_nearest_names_the_most_similar_and_nothing_dissimilar() -> None:
    known = ["inference", "interpretability", "anomalies"]
    assert suggest("infrence", known) == "; did you mean 'inference'?"
    assert suggest("zzz", known) == ""
    assert suggest("inference", []) == ""
