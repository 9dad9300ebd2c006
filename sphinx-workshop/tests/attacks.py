"""Pages that try to run code, to read files of the machine, or to publish what is not the site's.

Each stands in `about/`, one folder below the source folder. Beside the source folder lie files
with a secret, and a program of a page would leave a file named `ran` there.
"""

from __future__ import annotations

from typing import NamedTuple

ANYWHERE = 0
"""The line is where Python gives up, which depends on what has called what."""
SECRET = "7f3c9e21-secret-4b"
ADDRESSES = {
    "javascript": "javascript:alert(1)",
    "capitals": "JavaScript:alert(1)",
    "data": "data:text/html;base64,PHNjcmlwdD4=",
    "vbscript": "vbscript:x",
    "file": "file:///etc/passwd",
    "ftp": "ftp://example.org/x",
}
_LINK, _PICTURE, _PATH = "the link to '", "the picture '", "the link would publish the file '"
_NO_DIRECTIVE, _NO_ROLE = "a page may not use the directive '", "a page may not use the role '"
_UNKNOWN = "there is no directive '"
_DEEP = "too many lists, quotes or fences stand in each other here"


class Attack(NamedTuple):
    """A page, the line that is to be named, and how the message begins."""

    page: str
    line: int
    message: str


def below(text: str, message: str, line: int = 0) -> Attack:
    """Return a page with the text under its heading, from line 3."""
    return Attack(f"# Page\n\n{text}\n", line + 3, message)


def above(lines: str, message: str, line: int = 2) -> Attack:
    """Return a page with lines of front matter."""
    return Attack(f"---\n{lines}\n---\n\n# Page\n", line, message)


def _run(folder: str) -> str:
    """Return Python that a template engine would run."""
    return f"{{{{ cycler.__init__.__globals__.os.popen('touch {folder}/ran').read() }}}}"


def front_matter(folder: str) -> dict[str, Attack]:
    """Return attacks by the lines at the top."""
    substitution = f"myst:\n  enable_extensions: [substitution]\n---\n\n# Page\n\n{_run(folder)}\n"
    bomb = "\n".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 10))
    return {
        "substitution": Attack(f"---\n{substitution}", 2, "front matter may not set 'myst'"),
        "substitutions": above(
            "substitutions: {x: '{include}'}", "front matter may not set 'substitutions'"
        ),
        "html-meta": above(
            "myst:\n  html_meta:\n    http-equiv=refresh: 0; url=https://example.org",
            "front matter may not set 'myst'",
        ),
        "old-html-meta": above(
            "html_meta:\n  http-equiv=refresh: 0", "front matter may not set 'html_meta'"
        ),
        "url-schemes": above(
            "orphan: true\nmyst: {url_schemes: [javascript]}",
            "front matter may not set 'myst'",
            3,
        ),
        "bomb": above(f"a0: &a0 [x, x]\n{bomb}", "front matter may have no & and *"),
        "alias": above("orphan: &x true", "front matter may have no & and *"),
        "tag": above("orphan: !!python/object/apply:os.system [ls]", "front matter may have no"),
        "nested": above("orphan: {a: b}", "front matter: 'orphan' is one word or number"),
        "author": above("author: '{raw}`x`'", "front matter may not set 'author'"),
        "quoted": above('"my\\x73t": {}', "front matter may not set 'myst'"),
        "merged": above("<<: {myst: 1}", "front matter may not set '<<'"),
        "list": above("- myst", "the lines between --- at the top cannot be read"),
        "unclosed": above("a: [", "the lines between --- at the top cannot be read"),
        "much": above("orphan: " + "[" * 100_000, "the line has 100,008 characters"),
        "long": above("orphan: " + "[" * 9_000, "front matter may have 2,000 characters"),
    }


def directives(folder: str) -> dict[str, Attack]:
    """Return attacks by directives and roles."""
    passwd = [
        *("/etc/passwd", "../../../../../../../etc/passwd", "//etc/passwd", "file:///etc/passwd"),
        *(r"..\..\..\etc\passwd", f"{folder}/secret.txt", "../../secret.txt"),
    ]
    found = {
        f"include-{n}": below(f"```{{include}} {path}\n```", f"{_NO_DIRECTIVE}include'")
        for n, path in enumerate(passwd)
    }
    simple = {
        "literalinclude": "```{literalinclude} ../../secret.txt\n```",
        "raw": "```{raw} html\n:file: ../../secret.txt\n```",
        "only": "```{only} html\nx\n```",
        "ifconfig": "```{ifconfig} True\nx\n```",
        "figure-md": "```{figure-md}\n![x](../../secret.png)\n```",
    }
    for name, text in simple.items():
        found[name] = below(text, f"{_NO_DIRECTIVE}{name}'")
    unknown = {
        "meta": "```{meta}\n:http-equiv=refresh: 0\n```",
        "py:function": "```{py:function} f()\n```",
        "std:glossary": "```{std:glossary}\nx\n  y\n```",
        "workshop:event": "```{workshop:event}\n```",
        "NOTE": "```{NOTE}\nx\n```",
        "Code-Block": "```{Code-Block} python\nx\n```",
        "role": "```{role} raw-html(raw)\n:format: html\n```",
        "default-role": "```{default-role} download\n```",
        "default-domain": "```{default-domain} py\n```",
        "highlight": "```{highlight} python\n```",
        "replace": "```{replace} x\n```",
        "contents": "```{contents}\n```",
        "nothing": "```{nothing}\n```",
    }
    for name, text in unknown.items():
        found[f"unknown-{name.replace(':', '-')}"] = below(text, f"{_UNKNOWN}{name}'")
    include = "```{include} ../../secret.txt\n```"
    quoted = "> " + include.replace("\n", "\n> ")
    listed = "10. " + include.replace("\n", "\n    ")
    message = f"{_NO_DIRECTIVE}include'"
    table = "\n".join(f"     {line}" for line in include.splitlines()).strip()
    found |= {
        "in-note": below(f":::{{note}}\n{include}\n:::", message, 1),
        "in-notes": below(f"::::{{note}}\n\n:::{{tip}}\n{include}\n:::\n::::", message, 3),
        "in-quote": below(quoted, message),
        "in-list": below(listed, message),
        "in-container": below(f"::: plain\n{include}\n:::", message, 1),
        "in-footnote": below(
            f"Words[^1].\n\n[^1]: {include.replace(chr(10), chr(10) + '    ')}", message, 2
        ),
        "in-list-table": below(f":::{{list-table}}\n* - a\n* - {table}\n:::", message, 2),
        "in-card": below(f"::::{{card}} Title\n{include}\n::::", message, 1),
        "in-tab": below(
            f":::::{{tab-set}}\n\n::::{{tab-item}} A\n{include}\n::::\n:::::", message, 3
        ),
        "in-figure": below(
            f"::::{{figure}} ../picture.svg\n:alt: Words\n\nCaption.\n\n{include}\n::::", message, 5
        ),
        "eval-rst": below(
            "```{eval-rst}\n.. include:: ../../secret.txt\n```", f"{_NO_DIRECTIVE}eval-rst'"
        ),
        "eval-rst-in-note": below(
            ":::{note}\n```{eval-rst}\n.. include:: ../../secret.txt\n```\n:::",
            f"{_NO_DIRECTIVE}eval-rst'",
            1,
        ),
        "url-table": below(
            ":::{csv-table}\n:header: a\n:url: http://127.0.0.1:9/x.csv\n:::",
            "csv-table: a page may not use ':url:'",
            2,
        ),
        "file-table": below(
            ":::{csv-table}\n:file: ../../secret.csv\n:::",
            "csv-table: a page may not use ':file:'",
            1,
        ),
        "download": below("{download}`x <../../secret.txt>`", f"{_NO_ROLE}download'"),
        "raw-role": below("{raw}`x`", f"{_NO_ROLE}raw'"),
        "unknown-role": below("{nothing}`x`", "there is no role 'nothing'"),
        "role-in-heading": below("## {download}`../../secret.txt`", f"{_NO_ROLE}download'"),
        "role-in-table": below(
            "| a |\n| - |\n| {download}`../../secret.txt` |", f"{_NO_ROLE}download'", 2
        ),
        "role-in-title": below(
            ":::{card} {download}`../../secret.txt`\n:::", f"{_NO_ROLE}download'", 1
        ),
        "role-in-caption": below(
            ":::{code-block} python\n:caption: '{download}`../../secret.txt`'\nx\n:::",
            f"{_NO_ROLE}download'",
            2,
        ),
        "domain-role": below("{py:func}`x`", "there is no role 'py:func'"),
        "capital-role": below("{REF}`x`", "there is no role 'REF'"),
        "script": below("<script>alert(1)</script>", "raw HTML '<script>"),
        "html-in-note": below(":::{note}\n<b onclick=x>a</b>\n:::", "raw HTML '<b onclick=x>'", 1),
        "octicon": below("{octicon}`x`", "there is no role 'octicon'"),
    }
    return found


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
    found = {f"link-{name}": below(f"[x]({path})", _PATH) for name, path in secrets.items()}
    found |= {
        "link-slashes": below("[x](..%2f..%2fsecret.txt)", "there is no page '..%2F..%2Fsecret"),
        "link-backslash": below(r"[x](..\\..\\secret.txt)", "the path '"),
        "link-path": below("[x](path:../../secret.txt)", _LINK),
        "auto-path": below("<path:../../secret.txt>", _LINK),
        "auto-project": below("<project:../../secret.md>", _LINK),
        "link-project": below("[x](project:../../secret.md)", _LINK),
        "link-inventory": below("[x](inv:#x)", _LINK),
        "link-readme": below("[x](../README.md)", "'../README.md' is no page of the site"),
        "link-page": below("[x](../../secret.md)", "'../../secret.md' is no page of the site"),
        "link-long": below(f"[x]({'a' * 5_000})", "'" + "a" * 80 + "…' is no path of a file"),
        "link-encoded-twice": below("[x](%252e%252e/%252e%252e/secret.txt)", "there is no page '"),
        "link-null": below("[x](a%00b)", "'a\ufffdb"),
        "reference": below("[x]\n\n[x]: ../../secret.txt", _PATH),
    }
    outside = "is outside the site's folders"
    pictures = {
        "up": "../../secret.png",
        "absolute": "/../secret.png",
        "encoded": "%2e%2e/%2e%2e/secret.png",
        "missing": "../../nothing.png",
    }
    for name, path in pictures.items():
        found[f"picture-{name}"] = below(f"![Words]({path})", f"{_PICTURE}{path}' {outside}")
    found |= {
        "figure-up": below(
            ":::{figure} ../../secret.png\n:alt: Words\n:figwidth: image\n:::", _PICTURE
        ),
        "card-up": below(":::{card}\n:img-top: ../../secret.png\n:img-alt: Words\n:::", _PICTURE),
        "background-up": below(
            ":::{card}\n:img-background: ../../secret.png\n:img-alt: Words\n:::", _PICTURE
        ),
        "photo-up": below(
            ":::{person} Ann Lee\n:photo: ../../secret.png\n:alt: Words\n:::", _PICTURE
        ),
        "picture-glob": below("![Words](../../secret.*)", _PICTURE),
        "picture-web": below("![Words](https://example.org/x.png)", _PICTURE),
        "picture-web-encoded": below("![Words](https%3A//example.org/x.png)", _PICTURE),
        "picture-data-encoded": below("![Words](data%3Aimage/png;base64,AAAA)", _PICTURE),
        "image-web-encoded": below(
            ":::{image} https%3A//example.org/x.png\n:alt: Words\n:::", _PICTURE
        ),
        "picture-web-too": below("![Words](//example.org/x.png)", _PICTURE),
        "picture-in-path": below("![Words](x/https://example.org/x.png)", _PICTURE),
        "picture-data": below("![Words](data:image/png;base64,AAAA)", _PICTURE),
        "picture-file": below("![Words](file:///etc/passwd)", _PICTURE),
        "picture-text": below("![Words](page.html)", "the picture 'page.html' is of no kind"),
        "picture-script": below("![Words](script.svg)", "the picture 'script.svg' holds <script>"),
        "picture-language": below("![Words](other.svg)", "the picture 'other.svg' holds <script>"),
        "picture-fake": below("![Words](fake.png)", "the picture 'fake.png' is no PNG file"),
        "picture-half": below("![Words](half.png)", "the picture 'half.png' is no whole PNG file"),
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
            found[f"{kind}-{place}"] = below(at, _LINK, line)
    for kind in ("javascript", "file", "ftp"):
        text = f":::{{toctree}}\nx <{kind}://%0aalert(1)>\n:::"
        found[f"{kind}-contents"] = below(text, _LINK)
    found["entity"] = below("[x](java&#115;cript:alert(1))", _LINK)
    found["encoded"] = below("[x](javascript%3Aalert(1))", "there is no place 'javascript%3A")
    found["elsewhere"] = below("[x](//example.org)", _LINK)
    return found


def _quoted_notes(depth: int) -> str:
    """Return notes in quotes in notes."""
    text = "x"
    for n in range(depth):
        marks = ":" * (n + 3)
        lines = f"{marks}{{note}}\n{text}\n{marks}".split("\n")
        text = "\n".join(f"{'> ' * 10}{line}" for line in lines)
    return text


def sizes(folder: str) -> dict[str, Attack]:
    """Return pages that are large, deep or hidden."""
    nested = "\n".join(f"{':' * (n + 3)}{{note}}" for n in range(200, 0, -1))
    return {
        "large-title": Attack(f"# {'a' * 1_000_000}\n", 1, "the page has 1,000,003 bytes"),
        "long-line": Attack(f"# Page\n\n{'*a ' * 50_000}\n", 3, "the line has 150,000 characters"),
        "open-fences": below(":::{note}\n" * 2_000, _DEEP, 20),
        "nested-fences": below(nested, _DEEP, 20),
        "quotes": below("> " * 3_000 + "x", ""),
        "lists": below("- " * 3_000 + "x", ""),
        "quoted-notes": below(_quoted_notes(9), _DEEP, 7),
        "deeper-notes": below(_quoted_notes(18), _DEEP, 7),
        "deepest-notes": below(_quoted_notes(60), _DEEP)._replace(line=ANYWHERE),
        "braces": below(f"${'{' * 5_000}x{'}' * 5_000}$", "the formula is nested too deep"),
        "roots": below("$$" + "\\sqrt" * 2_000 + "x$$", "the formula is nested too deep"),
        "brackets": below("[" * 19_000, ""),
        "emphasis": below(
            "```{code-block} python\n:emphasize-lines: 1-99999999999\nx\n```",
            "the lines of ':emphasize-lines:' are too many",
        ),
        "zero-width": below("One\u200bword.", "the line holds an invisible character, U+200B"),
    }


def all_attacks(folder: str) -> dict[str, Attack]:
    """Return all attacks by a page, each with a name that is a file's."""
    groups = (front_matter, directives, paths, addresses, sizes)
    return {
        f"{group.__name__}-{name}".lower(): attack
        for group in groups
        for name, attack in group(folder).items()
    }
