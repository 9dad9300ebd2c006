"""Pages whose links and pictures lead out of the folders, or run code."""

from __future__ import annotations

from attack import LINK, PATH, PICTURE, Attack, below

ADDRESSES = {
    "javascript": "javascript:alert(1)",
    "capitals": "JavaScript:alert(1)",
    "data": "data:text/html;base64,PHNjcmlwdD4=",
    "vbscript": "vbscript:x",
    "file": "file:///etc/passwd",
    "ftp": "ftp://example.org/x",
}


def paths(folder: str) -> dict[str, Attack]:
    """Return attacks by links and pictures that lead out of the folders."""
    secrets = {
        "up": "../../secret.txt",
        "absolute": "/../secret.txt",
        "encoded": "%2e%2e/%2e%2e/secret.txt",
        "around": "../about/../../secret.txt",
        "passwd": "../../../../../../../../../../etc/passwd",
        "settings": "../conf.py",
        "html": "page.html",
    }
    found = {f"link-{name}": below(f"[x]({path})", PATH) for name, path in secrets.items()}
    found |= {
        "link-slashes": below("[x](..%2f..%2fsecret.txt)", "there is no page '..%2F..%2Fsecret"),
        "link-backslash": below(r"[x](..\\..\\secret.txt)", "the path '"),
        "link-path": below("[x](path:../../secret.txt)", LINK),
        "auto-path": below("<path:../../secret.txt>", LINK),
        "auto-project": below("<project:../../secret.md>", LINK),
        "link-project": below("[x](project:../../secret.md)", LINK),
        "link-inventory": below("[x](inv:#x)", LINK),
        "link-readme": below("[x](../README.md)", "'../README.md' is not a page of the site"),
        "link-page": below("[x](../../secret.md)", "'../../secret.md' is not a page of the site"),
        "link-long": below(f"[x]({'a' * 5_000})", "'" + "a" * 80 + "…' is not a file's path"),
        "link-encoded-twice": below("[x](%252e%252e/%252e%252e/secret.txt)", "there is no page '"),
        "link-null": below("[x](a%00b)", "'a\ufffdb"),
        "reference": below("[x]\n\n[x]: ../../secret.txt", PATH),
    }
    outside = "is outside the site's folders"
    pictures = {
        "up": "../../secret.png",
        "absolute": "/../secret.png",
        "encoded": "%2e%2e/%2e%2e/secret.png",
        "missing": "../../nothing.png",
    }
    for name, path in pictures.items():
        found[f"picture-{name}"] = below(f"![Words]({path})", f"{PICTURE}{path}' {outside}")
    found |= {
        "figure-up": below(
            ":::{figure} ../../secret.png\n:alt: Words\n:figwidth: image\n:::", PICTURE
        ),
        "card-up": below(":::{card}\n:img-top: ../../secret.png\n:img-alt: Words\n:::", PICTURE),
        "background-up": below(
            ":::{card}\n:img-background: ../../secret.png\n:img-alt: Words\n:::", PICTURE
        ),
        "photo-up": below(
            ":::{person} Ann Lee\n:photo: ../../secret.png\n:alt: Words\n:::",
            "person 'ann-lee': photo '../../secret.png': it is outside of the site’s folder",
            line=1,
        ),
        "picture-glob": below("![Words](../../secret.*)", PICTURE),
        "picture-web": below("![Words](https://example.org/x.png)", PICTURE),
        "picture-web-encoded": below("![Words](https%3A//example.org/x.png)", PICTURE),
        "picture-data-encoded": below("![Words](data%3Aimage/png;base64,AAAA)", PICTURE),
        "image-web-encoded": below(
            ":::{image} https%3A//example.org/x.png\n:alt: Words\n:::", PICTURE
        ),
        "picture-web-too": below("![Words](//example.org/x.png)", PICTURE),
        "picture-in-path": below("![Words](x/https://example.org/x.png)", PICTURE),
        "picture-data": below("![Words](data:image/png;base64,AAAA)", PICTURE),
        "picture-file": below("![Words](file:///etc/passwd)", PICTURE),
        "picture-text": below("![Words](page.html)", "the picture 'page.html' is of a kind that"),
        "picture-script": below("![Words](script.svg)", "the picture 'script.svg' holds <script>"),
        "picture-language": below("![Words](other.svg)", "the picture 'other.svg' holds <script>"),
        "picture-fake": below("![Words](fake.png)", "the picture 'fake.png' is not a PNG file"),
        "picture-half": below("![Words](half.png)", "the picture 'half.png' is not a complete"),
        "picture-silent": below("![](../picture.svg)", "the picture '../picture.svg' has no words"),
        "figure-silent": below(
            ":::{figure} ../picture.svg\nCaption.\n:::", "the picture '../picture.svg' has no words"
        ),
        "card-silent": below(
            ":::{card}\n:img-top: ../picture.svg\n:::", "the picture '../picture.svg' has no words"
        ),
    }
    return found


def addresses(folder: str) -> dict[str, Attack]:
    """Return each rejected address in each place where an address can stand."""
    places = {
        "link": "[x]({})",
        "bracketed": "**[x](<{}>)**",
        "definition": "[x][y]\n\n[y]: {}",
        "auto": "<{}>",
        "heading": "## [x]({})",
        "table": "| a |\n| - |\n| [x]({}) |",
        "quote": "> [x]({})",
        "list": "- [x]({})",
        "footnote": "Words[^1].\n\n[^1]: [x]({})",
        "note": ":::{{note}}\n[x]({})\n:::",
        "title": ":::{{card}} [x]({})\n:::",
        "card": ":::{{card}} Title\n:link: {}\n:::",
        "button": ":::{{button-link}} {}\nx\n:::",
        "badge": "{{bdg-link-primary}}`x <{}>`",
        "figure": ":::{{figure}} ../picture.svg\n:alt: Words\n:target: {}\n:::",
        "image": ":::{{image}} ../picture.svg\n:alt: Words\n:target: {}\n:::",
        "cell": ':::{{csv-table}}\n"[x]({})"\n:::',
        "paper-text": ":::{{change}} 2016-07-15\n[x]({})\n:::",
    }
    found = {}
    for kind, address in ADDRESSES.items():
        for place, text in places.items():
            at = text.format(address)
            line = max(n for n, part in enumerate(at.split("\n")) if address in part)
            # Directives name their first line; MyST counts a title from the line after it.
            line = {"definition": 0, "card": 0, "figure": 0, "image": 0, "title": 1}.get(
                place, line
            )
            found[f"{kind}-{place}"] = below(at, LINK, line)
    for kind in ("javascript", "file", "ftp"):
        text = f":::{{toctree}}\nx <{kind}://%0aalert(1)>\n:::"
        found[f"{kind}-contents"] = below(text, LINK)
    found["entity"] = below("[x](java&#115;cript:alert(1))", LINK)
    found["encoded"] = below("[x](javascript%3Aalert(1))", "there is no place 'javascript%3A")
    found["elsewhere"] = below("[x](//example.org)", LINK)
    return found
