"""The words of the reference about what the package registers; `manual_reference` prints them."""

from __future__ import annotations

from typing import NamedTuple


class Event(NamedTuple):
    """How a handler of an event is called, and what it returns."""

    handler: str
    returns: str


class File(NamedTuple):
    """A file that a build writes: a pattern, `*` for any name, what it holds, and when."""

    pattern: str
    content: str
    when: str


DIRECTIVES = {
    *("paper", "abstract", "schedule", "session", "room", "topic", "person", "deadline"),
    "sponsor",
    *(
        "change",
        "paper-list",
        "topic-list",
        "topic-map",
        "people",
        "deadlines",
        "calendar",
        "changes",
    ),
    *("author-index", "event", "status", "booklet", "booklet-links", "editions", "state"),
}
"""Those that have a section in `reference/markdown.md`."""

FACTS = {
    "name": "The event’s name.",
    "state": "What the pages are for: `call` for papers, the `day` of the event, or a `record` of "
    "it. See [states](../how-to/states.md). Default: `call`, whatever the date: a build does not "
    "depend on the day on which it is made.",
    "start": "The first day, for example `2030-06-01`.",
    "end": "The last day.",
    "timezone": "The zone in which times are written: an IANA name, for example `Europe/Paris`.",
    "place": "City and country.",
    "online_url": "Where the event can be followed online.",
    "room": "The room of sessions that name none. Default: `Main room`, in the site’s language.",
    "kind": "What the event is, in one word: `workshop`, `conference`, `school`. Default: "
    "`workshop`, in the site’s language.",
    "conference": "The short name of the conference that the event is part of.",
    "conference_name": "That conference’s full name.",
    "conference_start": "That conference’s first day.",
    "conference_end": "That conference’s last day.",
    "pdf_url": "Where a paper’s PDF is that is not in `assets/<number>.pdf`: an address with "
    "`{number}` for the submission number.",
    "uid": "The end of every calendar entry’s UID, for example `meadows2030@example.org`. After a "
    "change, subscribers have every entry twice. Default: made from the name, the year and the "
    "host of `html_baseurl`.",
    "paper_note": "A note on every paper’s page about who wrote the summaries. Where it is set, "
    "imports make abstracts of the authors’ summaries.",
    "keywords_by": "Who chose the keywords, `authors` or `site`. Citations and metadata contain "
    "only the authors’. Default: `site` where there is a `paper_note`, otherwise `authors`.",
    "proceedings_note": "What a citation says about the proceedings, for example `Non-archival`.",
    "editions": "The other years of the event: a dictionary that maps the name of each to the "
    "address of its site.",
    "cancelled": "The day on which the event was cancelled, and why: `2030-05-02 The hall burnt "
    "down`. Every page shows it at the top; in calendars, sessions and deadlines are cancelled, "
    "and metadata, feed and files for apps say so.",
    "postponed": "The same for an event whose new days are not known yet: sessions on the former "
    "days are cancelled in calendars, deadlines are not. When the days are known, delete it, and "
    "give each session its former time in `:was:`.",
    "kinds": "More kinds of sessions: a dictionary of ids to words, or to words and a shape. "
    "See [how to add them](../how-to/schedule.md#add-kinds-of-your-own).",
    "roles": "More roles of people, in the same form.",
    "formats": "More formats of papers, in the same form; each is a kind as well.",
    "paper_format": "The format of papers that no session presents, for example `poster`. Without "
    "it, pages do not say how these are presented.",
}

SETTINGS = {
    "workshop": "The facts of the event: see [facts](#facts).",
    "workshop_booklets": "Whether pages link the booklet as PDF and EPUB. Set it when both files "
    "exist: see [`sphinx-workshop booklet`](command-line.md).",
    "workshop_assets": "Whether stylesheets, scripts and icon fonts are reduced to what pages use.",
    "workshop_assets_keep": "Classes to keep although no page and no script names them as a whole.",
    "workshop_assets_light_scripts": "Whether a script of 3 kB replaces the theme’s own, "
    "which contain all of Bootstrap. Only on `pydata_sphinx_theme`: see "
    "[how](../how-to/theming.md#publish-less-of-the-theme).",
    "workshop_assets_own_paths": "Folders, besides those of `html_static_path`, whose files are "
    "published unchanged.",
    "workshop_assets_scripts": "Scripts, by name in `_static`, that only pages with a certain word "
    "load; with an empty word, no page does.",
    "workshop_csp": "Whether pages have a Content Security Policy. A server that adds scripts to "
    "pages, such as sphinx-autobuild, needs `False`.",
    "workshop_ebook_static_path": "Folders that replace `html_static_path` in the EPUB.",
    "workshop_guide": "The address of a page that explains mistakes. Messages end with it and the "
    "anchor of a section: see [messages](../how-to/update.md#link-messages-to-this-manual).",
    "workshop_lint_assets": "The folder of PDFs and slides, from the source folder.",
    "workshop_lint_directives": "The directives that a page may use, besides those of the primary "
    "domain.",
    "workshop_lint_document_bytes": "The largest size of a linked document.",
    "workshop_lint_front_matter": "The keys that front matter may set.",
    "workshop_lint_line_length": "The largest number of characters in a line.",
    "workshop_lint_page_bytes": "The largest size of a page’s source.",
    "workshop_lint_picture_bytes": "The largest size of a picture.",
    "workshop_lint_picture_pixels": "The largest width and height of a picture.",
    "workshop_lint_roles": "The roles that a page may use, besides those of the primary domain.",
    "workshop_preview": "Whether a build leaves search, booklet and files for other programs as "
    "the last complete build wrote them. `make live` sets it in each build except the first.",
    "workshop_search_acronyms": 'What acronyms stand for: a dictionary, such as `{"VAE": '
    '"variational autoencoder"}`. See [the search](../how-to/search.md#add-acronyms).',
    "workshop_search_words": "Other words for a page, or for a section or an object on one: a "
    "dictionary. See [the search](../how-to/search.md#add-other-words).",
    "workshop_social_pictures": "Whether pictures for links are drawn: see "
    "[pictures for links](../how-to/theming.md#draw-pictures-for-links).",
    "workshop_social_look": "Their `background`, `text`, `muted` and `accent`, as colors, and a "
    "`picture` behind the text: its path from the folder of conf.py.",
    "workshop_page_image": "The picture of links to the site (Open Graph): its path from the "
    "site’s root, and what it shows.",
}

DEFAULTS = {
    "workshop_lint_directives": "[a list](#what-pages-may-use)",
    "workshop_lint_roles": "[a list](#what-pages-may-use)",
    "workshop_lint_front_matter": "[a list](#what-pages-may-use)",
}
"""The defaults that are too long for a table."""

EVENTS = {
    "page-fingerprint": Event(
        "(app, docname)",
        "a string that changes whenever the page must be written again because of a change "
        "elsewhere",
    ),
    "preview-leaves": Event(
        "(app)",
        "the documents that a build with `workshop_preview` leaves as they are, unless they were "
        "edited themselves",
    ),
    "template-hints": Event(
        "(app)",
        "what a template says to those who write pages: texts that no page may keep",
    ),
    "page-description": Event(
        "(app, docname)",
        "the page’s description for search engines, or `None`; the first result counts",
    ),
    "page-head": Event("(app, docname)", "tags for the page’s head, or an empty text"),
    "page-changed": Event(
        "(app, docname)", "the day of the page’s last change, or `None`; the first result counts"
    ),
    "page-pictures": Event(
        "(app, docname)",
        "a list of `sphinx_workshop.site.metadata.Picture`: the page’s, and those of what is on it",
    ),
    "social-cards": Event(
        "(app, docname)",
        "a list of `sphinx_workshop.site.social.Card`, each of which is drawn",
    ),
    "search-entries": Event("(app)", "a list of `sphinx_workshop.site.search.Entry`"),
}

_ALWAYS = "always"
_SESSIONS = "if there is a session"
_PAPERS = "if there is a paper"
_BASE = "if `html_baseurl` is set"

FILES = (
    File("changes.xml", "the feed of changes (Atom)", _ALWAYS),
    File("<schedule’s folder>/program.ics", "the calendar of all sessions", _SESSIONS),
    File("<schedule’s folder>/topics/<topic>.ics", "the sessions on a topic", "if there are some"),
    File("<schedule’s folder>/rooms/<room>.ics", "those in a room", "if there are two rooms"),
    File("<schedule’s folder>/kinds/<kind>.ics", "those of a kind, except breaks", _SESSIONS),
    File(
        "<schedule’s folder>/people/<person>.ics",
        "those in which a person speaks or chairs, or that show a paper of the person’s",
        "per person with an entry and a session",
    ),
    File("<schedule’s folder>/sessions/<session>.ics", "one session’s calendar", "per session"),
    File(
        "<schedule’s folder>/embed.html",
        "the schedule without header and menu, for [frames on other sites]"
        "(../how-to/schedule.md#show-it-on-another-site)",
        _SESSIONS,
    ),
    File("<schedule’s folder>/schedule.json", "the program for schedule apps (frab)", _SESSIONS),
    File("<schedule’s folder>/schedule.xml", "the same as XML", _SESSIONS),
    File("<deadlines’ folder>/dates.ics", "the calendar of deadlines", "if there is a deadline"),
    File("<papers’ folder>/<paper>.bib", "one paper’s BibTeX entry", "per paper"),
    File("<papers’ folder>/<paper>.ris", "the same as RIS", "per paper"),
    File("<papers’ folder>/<paper>.csl.json", "the same as CSL-JSON", "per paper"),
    File("<papers’ folder>.bib", "the BibTeX entries of all papers", _PAPERS),
    File("<papers’ folder>.ris", "the same as RIS", _PAPERS),
    File("<papers’ folder>.csl.json", "the same as CSL-JSON", _PAPERS),
    File("<papers’ folder>.json", "papers and topics as data", _PAPERS),
    File("<papers’ folder>.schema.json", "the JSON Schema of that file", _PAPERS),
    File(
        "<papers’ folder>/<paper>.png",
        "the picture for links to the paper",
        "with `workshop_social_pictures`",
    ),
    File(
        "<schedule’s folder>/sessions/<session>.png",
        "that of a session without a paper",
        "likewise",
    ),
    File("assets/<number>.pdf", "a paper’s PDF", "if the source folder has it"),
    File("<papers’ folder>/<paper>.pdf", "the same, where Google Scholar wants it", "likewise"),
    File("search-index/*", "the search index, in parts", _ALWAYS),
    File("objects.inv", "all objects, for other Sphinx sites (intersphinx)", _ALWAYS),
    File("sitemap.xml", "the addresses of all pages", _BASE),
    File("robots.txt", "the address of the sitemap", _BASE),
)
