"""Say in Markdown what changed between two builds of the site: pages, files, warnings.

    python tools/compare_builds.py BEFORE AFTER [BEFORE.log AFTER.log] >> "$GITHUB_STEP_SUMMARY"

BEFORE and AFTER are folders of HTML, the logs are what the builds printed. A page has changed if
its own content has: what stands around it on every page is reported once.
"""

import argparse
import difflib
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from bs4 import BeautifulSoup

SHOWN_PAGES, SHOWN_LINES = 30, 40
"""How many pages are shown with their differences, and how many lines of each."""

_WARNING = re.compile(r"^\S*?:\d*:? ?(?:WARNING|ERROR|CRITICAL): .*|^(?:WARNING|ERROR): .*", re.M)
_COLOR = re.compile(r"\x1b\[[0-9;]*m")
# Digests in addresses change with the file, which is reported by itself.
_DIGEST = re.compile(r"\?v=[0-9a-f]+")


@dataclass(frozen=True, slots=True)
class Page:
    """What a reader meets on a page: its title, and its own content, as HTML and as lines."""

    title: str
    content: str
    lines: tuple[str, ...]


@dataclass(slots=True)
class Comparison:
    """What differs, each path relative to the site's root."""

    added: dict[str, Page] = field(default_factory=dict)
    removed: dict[str, Page] = field(default_factory=dict)
    changed: dict[str, tuple[Page, Page]] = field(default_factory=dict)
    around: list[str] = field(default_factory=list)
    """Pages that differ outside of their own content alone."""
    files: list[str] = field(default_factory=list)


def read_page(path: Path) -> Page:
    """Return the content of a built page; a page without an article is content as a whole."""
    soup = BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser")
    heading, article = soup.find("h1"), soup.find("article") or soup
    title = (heading or soup.find("title") or soup).get_text().rstrip("#¶")
    text = (" ".join(line.split()) for line in article.get_text("\n").splitlines())
    return Page(" ".join(title.split()), _DIGEST.sub("", str(article)), tuple(filter(None, text)))


def compare(before: Path, after: Path) -> Comparison:
    """Compare two folders of HTML, file by file."""
    old, new = (
        {path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if path.is_file()}
        for folder in (before, after)
    )
    found = Comparison()
    for name in sorted(old.keys() | new.keys()):
        is_page = name.endswith(".html")
        if name not in old or name not in new:
            if is_page:
                side, paths = (found.removed, old) if name in old else (found.added, new)
                side[name] = read_page(paths[name])
            else:
                found.files.append(name)
        elif old[name].read_bytes() != new[name].read_bytes():
            if not is_page:
                found.files.append(name)
            elif (was := read_page(old[name])).content != (now := read_page(new[name])).content:
                found.changed[name] = was, now
            else:
                found.around.append(name)
    return found


def warnings(log: str) -> list[str]:
    """Return the warnings and errors that a build has printed."""
    return [found[0] for found in _WARNING.finditer(_COLOR.sub("", log))]


def fenced(lines: list[str], language: str = "") -> str:
    """Return lines as they are, in a fence that none of them can end."""
    longest = max((len(found[0]) for line in lines for found in re.finditer("`+", line)), default=0)
    fence = "`" * max(3, longest + 1)
    return "\n".join((f"{fence}{language}", *lines, fence))


def code(text: str) -> str:
    """Return text that means nothing else in Markdown, on one line of a list or table."""
    return "`` " + text.replace("`", "ˋ").replace("|", "¦").replace("\n", " ") + " ``"


def report(found: Comparison, before_log: str, after_log: str) -> Iterator[str]:
    """Yield the paragraphs of the summary."""
    yield "## What this changes on the site"
    rows = [
        *(f"| new | {code(name)} | {code(page.title)} |" for name, page in found.added.items()),
        *(f"| gone | {code(name)} | {code(page.title)} |" for name, page in found.removed.items()),
        *(f"| changed | {code(n)} | {code(now.title)} |" for n, (_, now) in found.changed.items()),
    ]
    if rows:
        yield "\n".join(("|  | page | title |", "| --- | --- | --- |", *rows))
    else:
        yield "No page’s content changes."
    if found.removed:
        yield "Addresses are promises: a page that goes needs one that leads on from its address."
    if found.around:
        yield f"What stands around the content changes on {len(found.around)} more pages."
    if found.files:
        names = ", ".join(code(name) for name in found.files[:SHOWN_PAGES])
        more = len(found.files) - SHOWN_PAGES
        yield f"Other files that change: {names}{f' and {more} more' if more > 0 else ''}."
    yield from _warnings_in_words(warnings(before_log), warnings(after_log))
    for name, (was, now) in list(found.changed.items())[:SHOWN_PAGES]:
        yield f"<details><summary>{code(name)}</summary>"
        yield fenced(_differences(was, now), "diff")
        yield "</details>"


def _differences(was: Page, now: Page) -> list[str]:
    lines = [
        line.rstrip("\n")
        for line in difflib.unified_diff(was.lines, now.lines, lineterm="", n=1)
        if not line.startswith(("---", "+++"))
    ]
    if not lines:
        return ["The words are the same: links, pictures or marks differ."]
    more = len(lines) - SHOWN_LINES
    return [*lines[:SHOWN_LINES], *([f"… and {more} more lines"] if more > 0 else [])]


def _warnings_in_words(before: list[str], after: list[str]) -> Iterator[str]:
    new = [line for line in after if line not in before]
    gone = [line for line in before if line not in after]
    yield f"Warnings: {len(after)}, before {len(before)}; {len(new)} new, {len(gone)} gone."
    if new:
        yield fenced(new)


def main() -> None:
    """Compare what the arguments name."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("before", type=Path, help="a folder of HTML")
    parser.add_argument("after", type=Path, help="a folder of HTML")
    parser.add_argument("logs", type=Path, nargs="*", help="what the two builds printed")
    given = parser.parse_args()
    logs = [path.read_text("utf-8", "replace") if path.is_file() else "" for path in given.logs]
    before_log, after_log = [*logs, "", ""][:2]
    for folder, name in ((given.after, "proposed"), (given.before, "present")):
        if not folder.is_dir():
            print(f"## There is no {name} site to compare\n\nIts build failed.\n")
            if found := warnings(after_log):
                print(fenced(found))
            return
    print("\n\n".join(report(compare(given.before, given.after), before_log, after_log)))


if __name__ == "__main__":
    main()
