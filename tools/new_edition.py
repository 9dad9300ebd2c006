"""Make an empty site for another workshop out of this one: its code, and none of its content.

    python tools/new_edition.py FACTS FOLDER

FACTS is a file of the new workshop's facts; where there is none, one is written to be filled in.
FOLDER must not exist yet. It gets this repository's files, without content, pictures of this
edition, tests of its content (any folder `edition` under tests/) and the journeys in
tests/browser/site/, which need papers and a program; pages and conf.py's first block are made of
tools/edition/. `make edition FACTS=... INTO=...` runs this.
"""

import argparse
import json
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from string import Template

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT)]

from sphinx.errors import ConfigError  # noqa: E402

import conf  # noqa: E402
from sphinx_workshop.core import fields  # noqa: E402
from sphinx_workshop.domain.event import read_event  # noqa: E402
from sphinx_workshop.editing.markdown_text import escaped  # noqa: E402

MADE_OF = ROOT / "tools" / "edition"
CONTENT = {"index.md", "about", "call-for-papers", "program", "assets"}
JOURNEYS = ("tests", "browser", "site")
"""Tests that need papers and a program, which an empty site has not yet."""
PICTURES = {"_static/social.png", "booklet/ebook/cover.jpg"}
PROSE = {"name", "conference", "conference_name", "place"}
"""Facts that stand in sentences, where no sign of theirs may mean anything."""
README_ONLY_HERE = "## Before this site replaces the earlier one"
EVENT, AFTER_EVENT = "# The event ", "# Content "

Facts = dict[str, str]


def read_facts(path: Path) -> Facts:
    """Return the checked facts of the new edition, with those that follow from them.

    Raises:
        ValueError: something is missing, unknown or unreadable; the message names all of it.
    """
    try:
        facts = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ValueError(f"{path}: {error}") from error
    known = tomllib.loads((MADE_OF / "facts.toml").read_text(encoding="utf-8"))
    wrong = [f"{name} is unknown" for name in sorted(facts.keys() - known.keys())]
    wrong += [f"{name} is missing" for name in sorted(known.keys() - facts.keys())]
    wrong += [f"{n} is no text in quotes" for n, v in facts.items() if not isinstance(v, str)]
    if facts.get("name") == known["name"]:
        wrong.append("this is the example still; fill in the new workshop's facts")
    if wrong:
        raise ValueError("\n".join(f"{path}: {message}" for message in wrong))
    for name in ("repository", "site"):
        facts[name] = facts[name].strip().rstrip("/")
    facts["site"] += "/"
    facts["pdf_url"] = f"{facts['site']}assets/{{number}}.pdf"
    facts["id"] = facts["uid"].partition("@")[0]
    try:
        event = {name: facts.get(name, value) for name, value in conf.workshop.items()}
        read_event(event, path.parent / "assets", facts["site"])
        for name in ("repository", "short_name", "contact"):
            (fields.url if name == "repository" else fields.text)(facts[name])
    except ConfigError as error:
        raise ValueError(str(error).replace("conf.py", str(path))) from error
    except ValueError as error:
        raise ValueError(f"{path}: {error}") from error
    return facts


def kept_files() -> Iterator[PurePosixPath]:
    """Yield the files of this repository that the new edition takes over."""
    git = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(git, cwd=ROOT, check=True, capture_output=True, text=True).stdout
    for name in sorted(filter(None, listed.split("\0"))):
        path = PurePosixPath(name)
        of_this_edition = (
            path.parts[0] in CONTENT
            or name in PICTURES
            or (path.parts[0] == "tests" and "edition" in path.parts[:-1])
            or path.parts[:3] == JOURNEYS
        )
        if not of_this_edition and (ROOT / path).is_file():
            yield path


def renamed(text: str, facts: Facts) -> str:
    """Return a text with this edition's names and addresses replaced by the new one's."""
    names = {
        conf.html_baseurl: facts["site"],
        conf.html_baseurl.rstrip("/"): facts["site"].rstrip("/"),
        conf.repository: facts["repository"],
        conf.workshop["name"]: facts["name"],
        conf.workshop["conference"]: facts["conference"],
    }
    for old, new in names.items():
        text = text.replace(old, new)
    return text


def configured(text: str, facts: Facts) -> str:
    """Return conf.py with its first block, the event's facts, replaced."""
    head, _, rest = text.partition(EVENT)
    line, _, event = rest.partition("\n")
    kept = event[event.index(AFTER_EVENT) :]
    quoted = {name: json.dumps(value, ensure_ascii=False) for name, value in facts.items()}
    block = Template((MADE_OF / "event.txt").read_text(encoding="utf-8")).substitute(quoted)
    return f"{head}{EVENT}{line}\n\n{block}{kept}"


def shortened(readme: str) -> str:
    """Return the README without the picture and the section that belong to this edition."""
    lines, skipping = [], False
    for line in readme.splitlines(keepends=True):
        if line.startswith("## "):
            skipping = line.strip() == README_ONLY_HERE
        if not skipping and not any(picture in line for picture in PICTURES):
            lines.append(line)
    return "".join(lines).replace("\n\n\n", "\n\n")


def first_promises(addresses: str) -> str:
    """Return the addresses that an empty site keeps: of its pages, and of the files at its root."""
    skeleton = MADE_OF / "skeleton"
    pages = {
        p.relative_to(skeleton).with_suffix(".html").as_posix() for p in skeleton.rglob("*.md")
    }
    kept = [
        line
        for line in addresses.splitlines(keepends=True)
        if line.startswith("#") or "/" not in line or line.strip() in pages
    ]
    return "".join(kept)


def make(facts: Facts, folder: Path) -> None:
    """Write the new edition into a folder that must not exist."""
    folder.mkdir(parents=True)
    for path in kept_files():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / path, target)  # with its mode: .ci/run is a program
        data = target.read_bytes()
        if b"\0" in data or path.parts[:2] == ("tools", "edition"):
            continue
        text = renamed(data.decode("utf-8"), facts)
        if str(path) == "conf.py":
            text = configured(text, facts)
        elif str(path) == "README.md":
            text = shortened(text)
        elif str(path) == "addresses.txt":
            text = first_promises(text)
        target.write_text(text, encoding="utf-8", newline="\n")
    skeleton = MADE_OF / "skeleton"
    words = {name: escaped(text) if name in PROSE else text for name, text in facts.items()}
    for source in sorted(skeleton.rglob("*.md")):
        target = folder / source.relative_to(skeleton)
        target.parent.mkdir(parents=True, exist_ok=True)
        page = Template(source.read_text(encoding="utf-8")).substitute(words)
        target.write_text(page, encoding="utf-8", newline="\n")
    subprocess.run(["git", "init", "--quiet", "--initial-branch=main"], cwd=folder, check=True)


def main() -> None:
    """Write the file of facts if there is none; make the edition if there is."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("facts", type=Path, help="a TOML file; written if it does not exist")
    parser.add_argument("folder", type=Path, help="where the new edition goes; must not exist")
    given = parser.parse_args()
    if not given.facts.exists():
        shutil.copy(MADE_OF / "facts.toml", given.facts)
        print(f"{given.facts} is written. Fill in the new workshop's facts, and run this again.")
        return
    if given.folder.exists():
        sys.exit(f"{given.folder} exists already; name a folder that does not, or remove it.")
    try:
        facts = read_facts(given.facts)
    except ValueError as error:
        sys.exit(str(error))
    make(facts, given.folder)
    print(f"The new edition is in {given.folder}. Go there; `make html` builds it.")


if __name__ == "__main__":
    main()
