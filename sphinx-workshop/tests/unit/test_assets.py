"""What is left of stylesheets, fonts and pages' words."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pydata_sphinx_theme
import pytest
from fontTools.ttLib import TTFont

from sphinx_workshop.site.assets.icon_font import UnreadableFontError, icons, with_icons
from sphinx_workshop.site.assets.pages import Words
from sphinx_workshop.site.assets.stylesheet import (
    UnreadableStylesheetError,
    addresses,
    notices,
    read,
    readdressed,
    without_unused,
)

PAGE = """<html><body class="wide page"><ul id='list'><li>x</li></ul><svg class="icon"/></body>"""


def words(page: str = PAGE, script: str = "") -> Words:
    found = Words()
    found.note_page(page)
    found.note_script(script)
    return found


def purged(css: str, known: Words | None = None) -> str:
    return "".join(map(str, read(css, known)))


def without_idle(css: str) -> str:
    return "".join(map(str, without_unused(read(css))))


@pytest.mark.parametrize(
    "selector",
    [
        "li",
        ".page",
        ".wide.page",
        "#list li",
        "ul>li",
        "*",
        ":root",
        "li::before",
        "li:hover",
        "[data-mode=dark] li",
        "li:not(.never)",
        "li:is(.never,.page)",
        "body:has(.never)",
        "svg.icon:focus-visible",
    ],
)
def test_a_rule_that_a_page_can_use_stays(selector: str) -> None:
    rule = f"{selector}{{color:red}}"
    assert purged(rule, words()) == rule


@pytest.mark.parametrize("selector", ["table", ".never", "li.never", "#never", ".page .never li"])
def test_a_rule_that_no_page_can_use_goes(selector: str) -> None:
    assert purged(f"{selector} {{ color: red }}", words()) == ""


def test_of_a_list_only_the_selectors_that_fit_stay() -> None:
    assert purged(".never, li , table{color:red}", words()) == "li{color:red}"


def test_what_scripts_name_counts_as_used() -> None:
    known = words(script="""const row = make("table", { class: "wide shown" });""")
    assert purged("table.shown{color:red}", known) == "table.shown{color:red}"
    assert purged("table.hidden{color:red}", known) == ""


def test_what_a_script_writes_as_html_counts_as_used() -> None:
    known = words(script="""place.outerHTML = `<table class="wide">`;""")
    assert purged("table.wide{color:red}", known) == "table.wide{color:red}"


def test_groups_are_kept_with_what_is_left_in_them() -> None:
    css = """@media print { li { color: red } .never { color: red } }
    @media screen { .never { color: red } }"""
    assert purged(css, words()) == "@media print{li{color:red}}"


def test_nested_rules_are_read() -> None:
    css = "li { color: red; & .never { color: red } & .page { color: blue } margin: 0 }"
    assert purged(css, words()) == "li{color:red;& .page{color:blue}margin:0}"


def test_spaces_and_comments_go_and_what_they_part_stays() -> None:
    css = (
        """/* x */ li > ul { margin: 0/* none */ auto ; width: calc( 1px + x ) ;quotes: "a  b" }"""
    )
    assert purged(css) == """li>ul{margin:0 auto;width:calc( 1px + x );quotes:"a  b"}"""


def test_numbers_and_lists_are_written_short() -> None:
    css = "@media (width > 0.5rem) { :is(a, b) { margin: 0 -0.25em 10.5%; font: 0.9em x, y } }"
    short = "@media (width > .5rem){:is(a,b){margin:0 -.25em 10.5%;font:.9em x,y}}"
    assert purged(css) == short


def test_modern_values_are_left_as_they_are() -> None:
    css = "a{color:light-dark(#fff,rgb(0 0 0/50%))!important;--x:clamp(1rem,2vw + 1px,3rem)}"
    assert purged(css) == css


def test_licenses_are_found() -> None:
    assert notices("/*! License */ a{b:c} /* note */\n/*!\n * Another\n */") == [
        "/*! License */",
        "/*!\n * Another\n */",
    ]


def test_what_cannot_be_read_is_reported_with_its_line() -> None:
    with pytest.raises(UnreadableStylesheetError, match="line 2"):
        read("a{b:c}\n}")


def test_variables_that_only_unused_ones_use_go_too() -> None:
    css = ":root{--used:red;--idle:var(--idler);--idler:blue}a{color:var(--used)}"
    assert without_idle(css) == ":root{--used:red}a{color:var(--used)}"


def test_animations_and_fonts_that_nothing_uses_go() -> None:
    frames = "@keyframes {0}{{from{{top:0}}to{{top:1px}}}}"
    font = '@font-face{{font-family:"{0} Sans";src:url({0}.woff2)}}'
    uses = "a{animation:turn 1s;font:1rem/1 My\\ Sans}"
    css = frames.format("turn") + frames.format("rest") + font.format("My") + font.format("No")
    assert without_idle(css + uses) == frames.format("turn") + font.format("My") + uses


def test_files_are_asked_for_from_another_place() -> None:
    rules = read("a{b:url(x.svg),url('y.png');c:url(data:,z);d:url(#mask)}")
    assert addresses(rules) == ["x.svg", "y.png"]
    assert "".join(map(str, readdressed(rules, "f/{}".format))) == (
        'a{b:url("f/x.svg"),url("f/y.png");c:url(data:,z);d:url(#mask)}'
    )


def icon_font() -> Path:
    (path,) = Path(pydata_sphinx_theme.__file__).parent.rglob("fa-solid-900.woff2")
    return path


def test_a_font_keeps_the_icons_that_rules_show() -> None:
    path = icon_font()
    shown = icons(
        read(
            r'.sun{--icon:"\f185"}.bars:before{content:"\f0c9"}.x{quotes:"\f015"}.y{--font:"Sans";content:"Copied"}'
        )
    )
    assert shown == "\uf0c9\uf185"
    small = with_icons(path.read_bytes(), shown)
    assert len(small) < 3_000
    kept, full = TTFont(BytesIO(small)), TTFont(path)
    assert set(kept.getBestCmap()) == {0xF0C9, 0xF185}
    for name in kept.getBestCmap().values():
        assert kept["hmtx"][name] == full["hmtx"][name]
    assert with_icons(path.read_bytes(), shown) == small


def test_a_font_that_is_cut_off_or_none_cannot_be_read() -> None:
    font = icon_font().read_bytes()
    for broken in (b"", b"version https://git-lfs.github.com/spec/v1", font[:48], font[:50_000]):
        with pytest.raises(UnreadableFontError):
            with_icons(broken, "\uf185")


def test_the_version_in_an_address_names_no_class() -> None:
    words = Words()
    words.note_script('import("./now.js?v=12345fab").then((now) => now.classList.add("far"));')
    assert "far" in words.classes
    assert "fab" not in words.classes
