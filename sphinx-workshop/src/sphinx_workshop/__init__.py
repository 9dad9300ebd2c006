"""A Sphinx extension for workshops: topics, papers, sessions, people and deadlines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .compat import html_builder, option_parsers, parallel_tasks
from .core import latex
from .domain import (
    day_pages,
    ebook_pages,
    embedded_schedule,
    event,
    front_end,
    head_scripts,
    html_renderer,
    page_head,
    source_lines,
    stale_pages,
    toctrees,
)
from .domain.directives import (
    AbstractDirective,
    ChangeDirective,
    DeadlineDirective,
    PageSections,
    PaperDirective,
    PersonDirective,
    RoomDirective,
    SponsorDirective,
    TopicDirective,
)
from .domain.domain import (
    WorkshopDomain,
    forget_labels,
    note_builder,
    note_history,
    note_labels,
    warn_unknown_reference,
)
from .domain.export_files import exports_to_write
from .domain.listings import LISTINGS
from .domain.placeholders import FillPlaceholders, FinishPlaceholders, Placeholder
from .domain.schedule_directives import ScheduleDirective, SessionDirective
from .views import html_element

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata

__version__ = "0.1.0"


def setup(app: Sphinx) -> ExtensionMetadata:
    """Register everything; read it as the table of contents."""
    option_parsers.make_once()
    app.setup_extension("sphinx_workshop.site.language")  # before all that makes words
    app.setup_extension("sphinx_workshop.site.preview")
    app.add_config_value("workshop", {}, "env", (dict,))
    app.add_config_value("workshop_booklets", False, "env", (bool,))
    app.connect("config-inited", event.check_facts)

    app.add_domain(WorkshopDomain)
    app.connect("builder-inited", html_builder.render_titles_once)
    app.connect("builder-inited", note_builder)
    app.connect("builder-inited", event.note_event)
    app.connect("env-get-outdated", event.outdated_pages)
    app.connect("warn-missing-reference", warn_unknown_reference)
    app.connect("env-get-outdated", note_history)
    app.connect("env-before-read-docs", forget_labels)
    day_pages.setup(app)
    app.connect("env-updated", note_labels)

    directives = {
        "topic": TopicDirective,
        "paper": PaperDirective,
        "abstract": AbstractDirective,
        "schedule": ScheduleDirective,
        "session": SessionDirective,
        "room": RoomDirective,
        "person": PersonDirective,
        "sponsor": SponsorDirective,
        "deadline": DeadlineDirective,
        "change": ChangeDirective,
        "state": source_lines.StateDirective,
    }
    for name, directive in (directives | LISTINGS).items():
        app.add_directive_to_domain(WorkshopDomain.name, name, directive)
    app.add_transform(PageSections)
    source_lines.setup(app)

    html_element.setup(app)
    html_renderer.setup(app)
    app.setup_extension("sphinx_workshop.views.qr_code")
    app.add_node(Placeholder)
    app.add_post_transform(FinishPlaceholders)
    app.add_post_transform(FillPlaceholders)
    page_head.setup(app)
    app.setup_extension("sphinx_workshop.domain.search_entries")
    front_end.setup(app)
    embedded_schedule.setup(app)
    head_scripts.setup(app)
    stale_pages.setup(app)
    toctrees.setup(app)
    ebook_pages.setup(app)
    parallel_tasks.write_in_background(app, exports_to_write)

    return {
        "version": __version__,
        # Goes up by two when records change: formulas in titles are read by pylatexenc, or not.
        "env_version": 20 + bool(latex.missing()),
        "parallel_read_safe": True,
        "parallel_write_safe": True,
    }
