"""A stranger's pages are built: what they try is reported where it stands, and does not happen."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest
from lxml import html

from attack import ANYWHERE, SECRET
from attacks import all_attacks
from inline_site import SETTINGS, InlineSite

if TYPE_CHECKING:
    from pathlib import Path

    from inline_site import Built, Message

SVG = '<svg xmlns="http://www.w3.org/2000/svg">{}</svg>'
SCRIPT = SVG.format("\n<script>alert(1)</script>")
EXTENSIONS = [*SETTINGS["extensions"], "sphinx_design"]
INDEX = "# Home\n\n:::{toctree}\n:glob:\n\nabout/*\n:::\n"
PNG = b"\x89PNG\r\n\x1a\n"


def secrets(folder: Path) -> None:
    """Put secrets beside the source folder."""
    for name in ("secret.txt", "secret.md", "secret.csv", "secret.png", "secret.svg", "secret.pdf"):
        (folder / name).write_text(f"{SECRET}\n", encoding="utf-8")


def leaked(output: Path) -> list[str]:
    """Return the files of a build that hold the secret, or a line of the machine's accounts."""
    return [
        path.relative_to(output).as_posix()
        for path in output.rglob("*")
        if path.is_file()
        and any(text in path.read_bytes() for text in (SECRET.encode(), b"root:x:0"))
    ]


@pytest.fixture(scope="module")
def attacked(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Built]:
    """Return a folder, and what one build of all attacks in it gave."""
    folder = tmp_path_factory.mktemp("attacks")
    secrets(folder)
    files = {f"about/{name}.md": attack.page for name, attack in all_attacks(str(folder)).items()}
    files |= {
        "index.md": INDEX,
        "README.md": "# Read me\n",
        "picture.svg": SVG.format(""),
        "about/script.svg": SCRIPT,
        "about/other.svg": SVG.format(""),
        "about/other.en.svg": SCRIPT,
        "about/fake.png": "<html><script>alert(1)</script>",
        "about/other-format.rst": "X\n=\n\n.. include:: ../../secret.txt\n",
        "about/page.html": "<script>alert(1)</script>",
    }
    settings = {
        "extensions": EXTENSIONS,
        "language": "en",
        "include_patterns": ["index.md", "picture.svg", "about/**"],
    }
    site = InlineSite(folder, files, settings)
    (site.source / "about/half.png").write_bytes(PNG)
    return folder, site.build(jobs=2)


def test_every_attack_is_reported_once_where_it_stands(attacked: tuple[Path, Built]) -> None:
    folder, built = attacked
    found: defaultdict[str, list[Message]] = defaultdict(list)
    for message in built.messages:
        found[message.file].append(message)
    (message,) = found["about/other-format.rst"]
    assert message.text.startswith("this file is not built, because pages are Markdown")
    through = {}
    for name, attack in all_attacks(str(folder)).items():
        if not attack.message:  # a page that is odd, and does no harm
            continue
        messages = found[f"about/{name}.md"]
        said = [
            (m.line if attack.line else ANYWHERE, m.text[: len(attack.message)]) for m in messages
        ]
        if said != [(attack.line, attack.message)]:
            through[name] = messages
    assert through == {}
    assert built.status == 1


def test_no_attack_publishes_a_secret_or_runs(attacked: tuple[Path, Built]) -> None:
    folder, built = attacked
    assert leaked(built.output) == []
    assert not (folder / "ran").exists()


def test_no_attack_becomes_a_link_or_a_picture(attacked: tuple[Path, Built]) -> None:
    _, built = attacked
    addresses = {
        str(address)
        for path in built.output.glob("about/*.html")
        for _, _, address, _ in html.parse(path).getroot().iterlinks()
    }
    assert {urlsplit(address).scheme for address in addresses} == {"", "https"}
    assert not [address for address in addresses if "example.org/x" in address]


SVGS = {
    "script": "<script>alert(1)</script>",
    "handler": '<g onload="alert(1)"/>',
    "capitals": '<g ONLOAD="alert(1)"/>',
    "html": "<foreignObject><p>x</p></foreignObject>",
    "xhtml": '<script xmlns="http://www.w3.org/1999/xhtml">alert(1)</script>',
    "link": '<a href="https://example.org"><text>x</text></a>',
    "use": '<use href="https://example.org/x.svg#a"/>',
    "xlink": '<g xmlns:x="http://www.w3.org/1999/xlink"><image x:href="//example.org/a"/></g>',
    "data": '<image href="data:image/svg+xml;base64,AAAA"/>',
    "javascript": '<image href="javascript:alert(1)"/>',
    "animation": '<animate attributeName="href" to="javascript:alert(1)"/>',
    "import": "<style>@import 'https://example.org/x.css';</style>",
    "style": "<style>g { fill: url(https://example.org/x) }</style>",
    "escaped": r"<style>g { fill: u\72l(https://example.org/x) }</style>",
    "fill": "<g fill=\"url( 'https://example.org/x')\"/>",
    "sheet": '<?xml-stylesheet href="https://example.org/x.css"?>',
}


def files(folder: Path) -> dict[str, tuple[bytes, int, str]]:
    """Return files that may not be published: their bytes, the line, and what is said."""
    found: dict[str, tuple[bytes, int, str]] = {
        f"_static/{name}.svg": (SVG.format(f"\n{text}").encode(), 2, f"'{name}.svg' h")
        for name, text in SVGS.items()
    }
    for name in ("use", "xlink", "data", "javascript"):
        found[f"_static/{name}.svg"] = (*found[f"_static/{name}.svg"][:2], f"'{name}.svg' refers")
    doctype = f'<!DOCTYPE svg [<!ENTITY x SYSTEM "{folder}/secret.txt">]>{SVG.format("&x;")}'
    run = f"{{{{ cycler.__init__.__globals__.os.popen('touch {folder}/ran').read() }}}}"
    return found | {
        "_static/doctype.svg": (doctype.encode(), 1, "'doctype.svg' has a DOCTYPE"),
        "_static/.hidden.svg": (SCRIPT.encode(), 2, "'.hidden.svg' holds <script>"),
        "_static/other.svg": (b"<html/>", 1, "'other.svg' begins with <html>"),
        "_static/text.svg": (b"words", 1, "'text.svg' cannot be read as SVG"),
        "_static/page.html": (b"<script>alert(1)</script>", 0, "'page.html' is of a kind that"),
        "_static/run.css_t": (run.encode(), 0, "'run.css_t' is of a kind that"),
        "_static/run.jinja": (run.encode(), 0, "'run.jinja' is of a kind that"),
        "_static/in/fake.png": (b"<html>", 0, "'fake.png' is not a PNG file"),
        "_static/fake.pdf": (b"<html>", 0, "'fake.pdf' is not a PDF file"),
        "assets/8.pdf": (b"<html>", 0, "'8.pdf' is not a PDF file"),
        "assets/talk.pptx": (b"<html>", 0, "'talk.pptx' is not a PowerPoint file"),
        "assets/9.pdf": (
            b"%PDF-" + bytes(2_000),
            0,
            "'9.pdf' has 2,005 bytes, and may have at",
        ),
        "assets/large.svg": (b" " * 1_001, 0, "'large.svg' has 1,001 bytes, and may have at"),
    }


WITHIN = {"_static/within.svg": "source/about/within.svg"}
LINKS = {
    "about/page.md": "secret.md",
    "about/picture.svg": "secret.svg",
    "about/folder": "",
    "about/loop": "source/about",
    "about/nowhere.md": "nothing",
    "about/circle.md": "source/about/circle.md",
    "about/settings.png": "source/conf.py",
    "index.md": "secret.md",
    "_static/secret.svg": "secret.svg",
    "_static/folder": "",
    "assets/7.pdf": "secret.pdf",
}


@pytest.mark.parametrize("root", ["assets", "_static", "about"])
def test_a_folder_that_is_a_symbolic_link_is_reported(root: str, tmp_path: Path) -> None:
    secrets(tmp_path)
    site = published_site(tmp_path, {"index.md": "# Home\n"})
    for folder in ("assets", "_static", "about"):
        if folder == root:
            (site.source / folder).symlink_to(tmp_path)
        else:
            (site.source / folder).mkdir()
    built = site.build()
    assert [(m.file, m.line) for m in built.messages] == [(root, 0)]
    assert built.messages[0].text.startswith(f"'{root}' is a symbolic link to '{tmp_path}'")
    assert leaked(built.output) == []


def published_site(folder: Path, texts: dict[str, str]) -> InlineSite:
    """Return a site with folders for all kinds of files."""
    settings = {
        "extensions": EXTENSIONS,
        "html_static_path": ["_static"],
        "include_patterns": ["index.md", "about/**"],
        "workshop_lint_picture_bytes": 1_000,
        "workshop_lint_document_bytes": 2_000,
    }
    return InlineSite(folder, texts, settings)


@pytest.fixture(scope="module")
def planted(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Built]:
    """Return a folder, and what one build of its files and symbolic links gave."""
    folder = tmp_path_factory.mktemp("files")
    secrets(folder)
    site = published_site(folder, {"about/index.md": "# About\n"})
    site.configure(html_favicon="_static/secret.svg")
    for name, (content, _, _) in files(folder).items():
        path = site.source / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    site.write({"about/within.svg": SCRIPT})
    for name, target in (LINKS | WITHIN).items():
        (site.source / name).symlink_to(folder / target)
    return folder, site.build()


def test_every_file_that_is_not_what_its_name_says_is_reported(
    planted: tuple[Path, Built],
) -> None:
    folder, built = planted
    found = {m.file: (m.line, m.text) for m in built.messages if "symbolic link" not in m.text}
    expected = {name: (line, words) for name, (_, line, words) in files(folder).items()}
    expected["_static/within.svg"] = (2, "'within.svg' holds <script>")
    assert {n: (line, expected[n][1]) for n, (line, text) in found.items()
            if text.startswith(expected[n][1])} == expected  # fmt: skip


def test_every_symbolic_link_that_leads_out_is_reported(planted: tuple[Path, Built]) -> None:
    _, built = planted
    found = [message for message in built.messages if "symbolic link" in message.text]
    assert sorted(message.file for message in found) == sorted(LINKS)
    assert all("put the files themselves here" in message.text for message in found)


def test_such_files_end_the_build_before_anything_is_read_published_or_run(
    planted: tuple[Path, Built],
) -> None:
    folder, built = planted
    assert (built.status, built.read, built.written) == (2, [], [])
    assert leaked(built.output) == []
    assert not (folder / "ran").exists()
