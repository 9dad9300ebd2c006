"""Settings of the site. The event's facts stand in `workshop`; everything else is Sphinx's."""

from typing import Any
from urllib.parse import urlsplit

# The event -------------------------------------------------------------------------------------

repository = "https://github.com/ml4astro/icml2022"
html_baseurl = "https://ml4astro.github.io/icml2022/"
short_name = "ML4Astro"
workshop_page_image = (
    "_static/social.png",
    "Galaxies bent into arcs round a lens, beside the workshop’s name, date and place",
)
# What links to a paper show, where the site is built to be published: `make publish`.
workshop_social_look = {
    "background": "#0b0e16",
    "text": "#e6e9f0",
    "muted": "#9aa3b5",
    "accent": "#f2b65a",
    "picture": "_static/card.png",
}
epub_cover = ("_static/cover.jpg", "epub-cover.html")

workshop: dict[str, Any] = {
    "name": "Machine Learning for Astrophysics",
    # What the pages are for: "call" for papers, the "day" (or days) itself, or a "record" of it.
    "state": "record",
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
    # Whose words these are, as every paper's page says it. Where it is set, imports make
    # abstracts of the authors' summaries.
    "paper_note": "Summary, keywords and topics are not the authors’ words.",
    # Whose words the keywords are, "authors" or "site": imports, citations and metadata hold the
    # authors' own alone. Left out, they are the site's where there is a `paper_note`, and the
    # authors' where not.
    "keywords_by": "site",
    # How a paper is presented that no session of the schedule names; it may be left out.
    "paper_format": "poster",
    # What a citation says of the proceedings; it may be left out.
    "proceedings_note": "Non-archival",
    # Other years of the workshop: what each is called, and where its site is.
    "editions": {
        "2023": "https://ml4astro.github.io/icml2023/",
        "2025": "https://ml4astro.github.io/icml2025/",
    },
    # Ends the name of every calendar entry: changing it doubles the entries of all who have them.
    "uid": "icml2022@ml4astro.github.io",
}

# What readers type into the search and no page says: what acronyms stand for, and other words for
# a page, or for a section or an object on one.
workshop_search_acronyms = {
    "AI": "machine learning",
    "LFI": "likelihood-free inference",
    "LSST": "Rubin Observatory",
    "MCMC": "Markov chain Monte Carlo",
    "ML": "machine learning",
    "ODE": "ordinary differential equation",
    "OOD": "out of distribution",
    "PINN": "physics-informed neural network",
    "SSL": "self-supervised learning",
    "UQ": "uncertainty quantification",
    "VAE": "autoencoder",
}
workshop_search_words = {
    "about/cite": "citation reference bibtex zotero doi license",
    "about/cite#calendars": "ical ics google outlook app",
    "about/cite#feed": "rss atom news",
    "about/cite#data": "json api download dataset",
    "about/logistics": "visa hotel accommodation travel practical faq",
    "about/logistics#venue": "workshop venue location address city Baltimore date",
    "about/logistics#remote": "zoom remote online virtual stream video recording youtube",
    "about/logistics#registration": "registration ticket fee price cost attend sign up",
    "about/logistics#contact": "contact email mail question help",
    "about/organizers": "organizers organisers chairs team",
    "call-for-papers/index": "submit submission cfp",
    "call-for-papers/index#submission-format": "page limit length template latex anonymous",
    "call-for-papers/index#review": "peer review reviewers acceptance",
    "call-for-papers/dates#deadline-submission": "due",
    "program/index#session-lunch": "food meal",
    "program/index#session-panel": "discussion debate",
    "program/papers/index": "proceedings pdf",
    "program/speakers": "speaker guests",
}

# Content ---------------------------------------------------------------------------------------

project = f"{workshop['name']} · {workshop['conference']} workshop"
author = "the workshop’s organizers"
copyright = f"{workshop['start'][:4]}, the workshop’s organizers; text under CC BY 4.0"
language = "en"

extensions = [
    "myst_parser",
    "sphinx_design",
    "sphinx.ext.githubpages",  # .nojekyll
    "notfound.extension",
    "sphinx_workshop.site.memory",
    "sphinx_workshop.site.minified",
    "sphinx_workshop.site.content_lint",
    "sphinx_workshop.site.ebook",
    "sphinx_workshop.site.incremental",
    "sphinx_workshop.site.mathml",
    "sphinx_workshop.site.redirects",
    "sphinx_workshop.site.csp",
    "sphinx_workshop.site.social",
    "sphinx_workshop.site.diagnostics",
    "sphinx_workshop.site.assets",
    "sphinx_workshop",
]
primary_domain = "workshop"
source_suffix = {".md": "markdown"}
include_patterns = ["index.md", "about/**", "call-for-papers/**", "program/**"]
# Folders without pages: Sphinx would look through them in each build, the environment included.
exclude_patterns = [".*", "_build", "sphinx-workshop", "tests", "tools"]
templates_path = ["_templates"]
myst_enable_extensions = ["colon_fence", "dollarmath"]
# A new edition has no papers yet, and no topics.
suppress_warnings = ["toc.empty_glob"]
# Quotes stay as they are typed: titles are data, and must be the same in heading and listing.
smartquotes = False
trim_doctest_flags = False  # there are none to look for

# Pages that have moved: the old docname, and a link from there to the new page.
redirects: dict[str, str] = {}

# The site --------------------------------------------------------------------------------------

html_math_renderer = "mathml"
myst_update_mathjax = False  # no class on every page that keeps MathJax away
html_theme = "pydata_sphinx_theme"
html_title = f"{short_name} · {workshop['conference']}"
html_favicon = "_static/favicon.svg"
html_static_path = ["_static"]
html_css_files = ["site.css", "print.css"]
# With no word, a script serves nothing here; with one, it serves the pages that hold the word.
workshop_assets_scripts = {
    "doctools.js": "",  # keys for Sphinx's search
    "sphinx_highlight.js": "",  # marks what Sphinx's search has found
    "scripts/fontawesome.js": "",  # icons that are not the font's
    "design-tabs.js": "sd-tab-set",
}
workshop_assets_light_scripts = True
html_copy_source = False
html_use_index = False
html_permalinks_icon = "#"
html_sidebars: dict[str, list[str]] = {"**": []}
html_theme_options = {
    "navbar_start": ["site-logo"],
    "navbar_align": "right",
    "navbar_persistent": ["search-button"],
    "navbar_end": ["theme-switcher"],
    "icon_links": [],
    "show_prev_next": False,
    "shorten_urls": False,
    "back_to_top_button": False,
    "pygments_light_style": "a11y-high-contrast-light",
    "secondary_sidebar_items": {
        "about/index": ["page-toc"],
        "about/cite": ["page-toc"],
    },
    "primary_sidebar_end": [],
    # The theme writes a template twice for each page, to see whether it is empty; these are not.
    "templates_skip_empty_check": [
        "footer-links.html",
        "navbar-nav.html",
        "search-button.html",
        "site-logo.html",
        "theme-switcher.html",
    ],
    "footer_start": ["footer-links"],
    "footer_center": [],
    "footer_end": [],
}
html_context = {
    "default_mode": "auto",
    "html_short_name": short_name,
    "repository": repository,
    "edit_url": repository + "/edit/main/",
}
# The page for lost readers is served at any depth: its addresses begin at the site's root.
notfound_urls_prefix = urlsplit(html_baseurl).path
notfound_context = {
    "title": "Page not found",
    "body": f"""<section class="site-lost">
<h1>Page not found</h1>
<p>There is no page at this address. Search the site, or begin at one of these:</p>
<form role="search" action="{notfound_urls_prefix}search.html"><p>
<input class="workshop-button" type="search" name="q" size="15" aria-label="Search for a page">
<button class="workshop-button">Search</button>
</p></form>
<p><a href="{notfound_urls_prefix}index.html">Home</a>
<a href="{notfound_urls_prefix}program/index.html">Program</a>
<a href="{notfound_urls_prefix}program/papers/index.html">Accepted papers</a></p>
</section>""",
}

linkcheck_anchors = False

# What contributors read ------------------------------------------------------------------------

workshop_guide = html_baseurl + "manual/reference/markdown.html"
show_warning_types = False

# The e-book ------------------------------------------------------------------------------------

version = workshop["start"][:4]
epub_basename = "booklet"
epub_title = workshop["name"]
epub_author = author
epub_contributor = author
epub_description = (
    f"Program, topics, papers and authors of the workshop at {workshop['conference']}"
)
epub_identifier = html_baseurl
epub_scheme = "URL"
epub_uid = "workshop"
epub_css_files = ["ebook.css"]
epub_tocscope = "includehidden"
epub_tocdepth = 2
epub_show_urls = "no"
epub_use_index = False
epub_exclude_files = [".nojekyll", "program/booklet.xhtml"]  # the latter says all once more
workshop_ebook_static_path = ["booklet/ebook"]
