"""Pages that try to run code, to read files of the machine, or to publish what is not the site's.

Each stands in `about/`, one folder below the source folder. Beside the source folder lie files
with a secret, and a program of a page would leave a file named `ran` there.
"""

from __future__ import annotations

from attack import ANYWHERE, DEEP, NO_DIRECTIVE, NO_ROLE, UNKNOWN, Attack, above, below
from attack_links import addresses, paths


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
        "long": above("orphan: " + "[" * 9_000, "front matter may have at most 2,000 characters"),
    }


def directives(folder: str) -> dict[str, Attack]:
    """Return attacks by directives and roles."""
    passwd = [
        *("/etc/passwd", "../../../../../../../etc/passwd", "//etc/passwd", "file:///etc/passwd"),
        *(r"..\..\..\etc\passwd", f"{folder}/secret.txt", "../../secret.txt"),
    ]
    found = {
        f"include-{n}": below(f"```{{include}} {path}\n```", f"{NO_DIRECTIVE}include'")
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
        found[name] = below(text, f"{NO_DIRECTIVE}{name}'")
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
        found[f"unknown-{name.replace(':', '-')}"] = below(text, f"{UNKNOWN}{name}'")
    include = "```{include} ../../secret.txt\n```"
    quoted = "> " + include.replace("\n", "\n> ")
    listed = "10. " + include.replace("\n", "\n    ")
    message = f"{NO_DIRECTIVE}include'"
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
            "```{eval-rst}\n.. include:: ../../secret.txt\n```", f"{NO_DIRECTIVE}eval-rst'"
        ),
        "eval-rst-in-note": below(
            ":::{note}\n```{eval-rst}\n.. include:: ../../secret.txt\n```\n:::",
            f"{NO_DIRECTIVE}eval-rst'",
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
        "download": below("{download}`x <../../secret.txt>`", f"{NO_ROLE}download'"),
        "raw-role": below("{raw}`x`", f"{NO_ROLE}raw'"),
        "unknown-role": below("{nothing}`x`", "there is no role 'nothing'"),
        "role-in-heading": below("## {download}`../../secret.txt`", f"{NO_ROLE}download'"),
        "role-in-table": below(
            "| a |\n| - |\n| {download}`../../secret.txt` |", f"{NO_ROLE}download'", 2
        ),
        "role-in-title": below(
            ":::{card} {download}`../../secret.txt`\n:::", f"{NO_ROLE}download'", 1
        ),
        "role-in-caption": below(
            ":::{code-block} python\n:caption: '{download}`../../secret.txt`'\nx\n:::",
            f"{NO_ROLE}download'",
            2,
        ),
        "domain-role": below("{py:func}`x`", "there is no role 'py:func'"),
        "capital-role": below("{REF}`x`", "there is no role 'REF'"),
        "script": below("<script>alert(1)</script>", "raw HTML '<script>"),
        "html-in-note": below(":::{note}\n<b onclick=x>a</b>\n:::", "raw HTML '<b onclick=x>'", 1),
        "octicon": below("{octicon}`x`", "there is no role 'octicon'"),
    }
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
        "open-fences": below(":::{note}\n" * 2_000, DEEP, 20),
        "nested-fences": below(nested, DEEP, 20),
        "quotes": below("> " * 3_000 + "x", ""),
        "lists": below("- " * 3_000 + "x", ""),
        "quoted-notes": below(_quoted_notes(9), DEEP, 7),
        "deeper-notes": below(_quoted_notes(18), DEEP, 7),
        "deepest-notes": below(_quoted_notes(60), DEEP)._replace(line=ANYWHERE),
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
