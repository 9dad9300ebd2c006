"""The directive by which a page names a sponsor."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..core import declared
from ..core.checks import Subtype
from ..core.field_entry import held
from ..core.field_table import TABLES
from ..core.sponsor import Sponsor, logo_size
from ..views.components import paragraph, texts, web_link
from ..views.html_element import element
from .directive_base import ObjectDirective
from .domain import domain_of
from .pictures import read_picture, shown

if TYPE_CHECKING:
    from docutils import nodes


class SponsorDirective(ObjectDirective):
    """`{sponsor} Name`; the content is a note."""

    table = TABLES[Sponsor.type]

    def own(self) -> dict[str, Any]:
        """Return the name, which a page has once."""
        name = declared.argument(self.kind, self.written)
        for record in domain_of(self.env).records.get(self.env.docname, ()):
            if isinstance(record, Sponsor) and record.title == name:
                message = "the page names it already; delete one"
                raise declared.DeclarationError(message, Subtype.DUPLICATE)
        return self.common(name, name)

    def record(self, own: dict[str, Any], body: list[nodes.Node]) -> Sponsor:
        """Return the sponsor."""
        logo = read_picture(self.env, self.options | {"alt": own["title"]}, "logo", "")
        return Sponsor(**own | held(self.table, Sponsor, self.options), logo=logo)

    def shown(self, record: Sponsor, body: list[nodes.Node]) -> list[nodes.Node]:
        """Return the logo, or the name, with the level below."""
        sign: nodes.Node = element("strong", record.title)
        if record.logo:
            width, height = logo_size(record.logo)
            sign = shown(record.logo, self.options["logo"], "")
            sign["width"], sign["height"] = str(width), str(height)
        if record.link:
            link = web_link(record.link, "")
            link.children = []
            link += sign
            sign = link
        level = paragraph(texts(record.level), "workshop-note")
        return [element("div", element("p", sign), *level, *body, classes="workshop-sponsor")]
