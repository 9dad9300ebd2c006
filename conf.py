"""Settings of the site. The event's facts stand in `workshop`; everything else is Sphinx's."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent / "_ext"))

# The event -------------------------------------------------------------------------------------

repository = "https://github.com/ml4astro/icml2022"

workshop = {
    "name": "Machine Learning for Astrophysics",
    "start": "2022-07-22",
    "end": "2022-07-22",
    "timezone": "America/New_York",
    "place": "Baltimore, Maryland, USA",
    "online_url": "https://icml.cc/virtual/2022/workshop/13476",  # "" where all is on site
    "conference": "ICML 2022",
    "conference_name": "39th International Conference on Machine Learning",
    "conference_start": "2022-07-17",
    "conference_end": "2022-07-23",
    # Schedule apps want a name; no page prints it while there is one room only.
    "room": "Workshop",
    # Where a paper's PDF lies that this checkout has not in assets/<number>.pdf.
    "pdf_url": "https://ml4astro.github.io/icml2022/assets/{number}.pdf",
    # Ends the name of every calendar entry: changing it doubles the entries of all who have them.
    "uid": "icml2022@ml4astro.github.io",
}

# Content ---------------------------------------------------------------------------------------

project = f"{workshop['name']} · ICML 2022 workshop"
author = "the workshop’s organizers"
copyright = "2022, the workshop’s organizers; text under CC BY 4.0"
language = "en"

extensions = [
    "myst_parser",
    "sphinx_design",
    "content_policy",
    "freshness",
    "mathml",
    "workshop",
    "workshop.search",  # with site_search
]
primary_domain = "workshop"
include_patterns = ["index.md", "about/**", "call-for-papers/**", "program/**"]
myst_enable_extensions = ["colon_fence", "dollarmath"]
# Quotes stay as they are typed: titles are data, and must be the same in heading and listing.
smartquotes = False

# The site --------------------------------------------------------------------------------------

html_math_renderer = "mathml"
html_baseurl = "https://ml4astro.github.io/icml2022/"
html_theme = "pydata_sphinx_theme"
html_title = "ML4Astro · ICML 2022"
html_copy_source = False
html_use_index = False
