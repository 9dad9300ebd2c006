"""Settings of the manual, which is built by the package that it describes.

Its directives are in `_ext`, which has to be in PYTHONPATH; `make manual` sees to that.
"""

import runpy
from pathlib import Path

import sphinx_workshop

HERE = Path(__file__).parent

project = "sphinx-workshop"
author = "the sphinx-workshop contributors"
copyright = "the sphinx-workshop contributors; MIT License"
version = release = sphinx_workshop.__version__
language = "en"

extensions = [
    "myst_parser",
    "sphinx_workshop",
    "sphinx_workshop.site.assets",
    "sphinx_workshop.site.csp",
    "sphinx_workshop.site.minified",
    "manual_reference",
]
primary_domain = "workshop"
myst_enable_extensions = ["colon_fence", "dollarmath"]
myst_heading_anchors = 3
exclude_patterns = ["_build", "_ext"]
smartquotes = False

# The tutorial's result is a part of the manual: its facts are the manual's.
workshop = runpy.run_path(str(HERE / "example" / "conf.py"))["workshop"]

html_theme = "pydata_sphinx_theme"
html_title = f"sphinx-workshop {version}"
html_static_path = ["_static"]
html_css_files = ["manual.css"]
html_favicon = "_static/favicon.svg"
html_copy_source = False
html_use_index = False
html_permalinks_icon = "#"
html_sidebars: dict[str, list[str]] = {
    page: [] for page in ("index", "search", "tutorial", "flow", "versions", "changelog")
}
html_theme_options = {
    "logo": {"text": "sphinx-workshop"},
    "header_links_before_dropdown": 7,
    "navbar_persistent": ["search-button"],
    "navbar_end": ["theme-switcher"],
    "icon_links": [],
    "back_to_top_button": False,
    "primary_sidebar_end": [],
    "secondary_sidebar_items": ["page-toc"],
    "footer_start": ["copyright"],
    "footer_end": [],
}
html_context = {"default_mode": "auto"}
