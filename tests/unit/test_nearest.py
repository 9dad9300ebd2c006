"""Hints at what was meant."""

from __future__ import annotations

from sphinx_workshop.core.suggest import nearest


def test_nearest_names_the_most_similar_and_nothing_dissimilar() -> None:
    known = ["inference", "interpretability", "anomalies"]
    assert nearest("infrence", known) == "; did you mean 'inference'?"
    assert nearest("zzz", known) == ""
    assert nearest("inference", []) == ""
