"""Settings of the site."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent / "_ext"))

project = "Machine Learning for Astrophysics · ICML 2022 workshop"
author = "the workshop’s organizers"
copyright = "2022, the workshop’s organizers; text under CC BY 4.0"
language = "en"

extensions = ["myst_parser", "content_policy", "freshness", "mathml", "page_metadata"]
include_patterns = ["index.md"]

html_math_renderer = "mathml"
html_baseurl = "https://ml4astro.github.io/icml2022/"
html_theme = "pydata_sphinx_theme"
