"""Pictures of each kind are shown; what is too large is rejected."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING
from urllib.parse import unquote

from PIL import Image

from linted_page import EXTENSIONS, PICTURE

if TYPE_CHECKING:
    from engine_fixtures import MakeSite


def picture(kind: str, width: int = 8) -> bytes:
    """Return a picture of some kind."""
    file = BytesIO()
    Image.new("RGB", (width, 8), "navy").save(file, kind)
    return file.getvalue()


def test_a_picture_of_each_kind_is_shown_whatever_it_is_called(make_site: MakeSite) -> None:
    kinds = ["png", "jpeg", "webp", "avif", "gif"]
    content = "\n\n".join(
        f"![Plan](plän.{kind}) ![Map](my%20map.{kind}) ![Map](<my map.{kind}>)\n\n"
        f":::{{figure}} plän.{kind}\n:alt: Words\n:::\n\n"
        f":::{{image}} my%20map.{kind}\n:alt: Words\n:::"
        for kind in kinds
    )
    site = make_site({"index.md": f"# Home\n\n{content}\n"}, extensions=EXTENSIONS)
    for kind in kinds:
        for file in ("plän", "my map"):
            (site.source / f"{file}.{kind}").write_bytes(picture(kind))
    found = site.build()
    assert found.messages == []
    shown = [unquote(str(image["src"])) for image in found.page("index").select("img")]
    names = ("plän", "my map", "my map", "plän", "my map")
    assert shown == [f"_images/{name}.{kind}" for kind in kinds for name in names]
    assert all((found.output / path).is_file() for path in shown)


def test_a_picture_of_many_pixels_is_rejected(make_site: MakeSite) -> None:
    site = make_site({"index.md": "# Home\n\n![Words](wide.png)\n"})
    (site.source / "wide.png").write_bytes(picture("png", width=4_001))
    (message,) = site.build().messages
    assert message[:2] == ("index.md", 3)
    assert "'wide.png' has 4,001 by 8 pixels, and may have at most 4,000" in message.text
    site.configure(workshop_lint_picture_pixels=5_000)
    assert site.build().messages == []


def test_a_picture_of_many_bytes_is_rejected(make_site: MakeSite) -> None:
    drawing = PICTURE.replace("/>", f">{' ' * 1_000_000}</svg>")
    site = make_site({"index.md": "# Home\n\n![Words](a.svg)\n", "a.svg": drawing})
    (message,) = site.build().messages
    assert "the picture 'a.svg' has 1,000,046 bytes, and may have at most 1,000,000" in message.text


def test_a_drawing_with_notes_gradients_and_a_picture_in_it_is_shown(make_site: MakeSite) -> None:
    drawing = """<?xml version="1.0" encoding="UTF-8"?>
<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"
  xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape" inkscape:label="C:\\a.svg">
<!-- drawn --><title>Words</title><style>g { fill: url(#b) }</style>
<metadata><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"/></metadata>
<defs><linearGradient id="b"><stop offset="1"/></linearGradient></defs>
<g fill="url( '#b' )" style="stroke: url(#b)"><use xlink:href="#b"/>
<image href="data:image/png;base64,AAAA"/></g></svg>"""
    site = make_site({"index.md": "# Home\n\n![Words](a.svg)\n", "a.svg": drawing})
    assert site.build().messages == []


def test_a_picture_for_the_site_s_language_is_shown_in_place_of_the_plain_one(
    make_site: MakeSite,
) -> None:
    files = {"index.md": "# Home\n\n![Words](a.svg)\n", "a.svg": PICTURE, "a.en.svg": PICTURE}
    # Sphinx looks for one language once; a name with two of them is another picture's.
    files["a.en.en.svg"] = PICTURE.replace("/>", "><script/></svg>")
    found = make_site(files, language="en").build()
    assert found.messages == []
    assert [image["src"] for image in found.page("index").select("img")] == ["_images/a.en.svg"]
