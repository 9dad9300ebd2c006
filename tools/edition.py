"""Creates the site of another workshop from the template that copier.yml describes.

    python tools/edition.py FACTS FOLDER

FACTS is a TOML file with answers to the questions of copier.yml; where there is none, one is
written to be filled in. FOLDER must not exist. `make edition FACTS=... INTO=...` runs this.
"""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
import tomllib
import warnings
from datetime import date
from pathlib import Path
from typing import Any

import yaml
from copier import run_copy
from copier.errors import DirtyLocalWarning
from sphinx.errors import ConfigError

from sphinx_workshop.cli.settings import read_settings
from sphinx_workshop.core import fields
from sphinx_workshop.core.suggest import suggest
from sphinx_workshop.domain.event import read_event

ROOT = Path(__file__).resolve().parent.parent
ANSWERS = ".copier-answers.yml"
HEAD = """\
# The facts of the new site. Fill them in, and run the same command again. A line that begins with
# `#` stands for its default: remove the `#` to say something else.
"""
CHECKED = {"note": "proceedings_note"}
"""Answers that conf.py holds by another name; others are checked by their own."""
NOT_EVENT = {"short_name", "repository", "site", "contact", "color", "license", "pages"}

Questions = dict[str, dict[str, Any]]
Facts = dict[str, str]


def questions() -> Questions:
    """Return the questions of copier.yml that are asked, by name."""
    described = yaml.safe_load((ROOT / "copier.yml").read_text(encoding="utf-8"))
    return {
        name: about
        for name, about in described.items()
        if not name.startswith("_") and about.get("when") is not False
    }


def form(asked: Questions) -> str:
    """Return a file of facts to be filled in: what has no default is empty."""
    blocks = [HEAD]
    for name, about in asked.items():
        choices = f": {', '.join(about['choices'])}" if "choices" in about else ""
        default = about.get("default", "")
        line = f'{name} = "{default}"'
        if "{{" in default:
            line = f'{name} = ""  # follows from the others'
        blocks.append(f"# {about['help']}{choices}\n{'# ' if 'default' in about else ''}{line}\n")
    return "\n".join(blocks)


def read_facts(path: Path, asked: Questions) -> Facts:
    """Return the facts of a file, without those that it leaves empty.

    Raises:
        ValueError: something is missing, unknown or unreadable; the message names all of it.
    """
    try:
        facts = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ValueError(f"{path}: {error}") from error
    needed = {name for name, about in asked.items() if "default" not in about}
    wrong = [f"{name} is unknown{suggest(name, asked)}" for name in sorted(facts.keys() - asked)]
    wrong += [f"{name} is missing" for name in asked if name in needed - facts.keys()]
    for name, value in facts.items():
        if type(value) is date:  # TOML has dates of its own, which need no quotes
            facts[name] = value.isoformat()
        elif not isinstance(value, str):
            wrong.append(f'{name}: write it in quotes, "..."')
        elif not value.isprintable():
            wrong.append(f"{name}: write it on one line")
        elif name in needed and not value.strip():
            meaning = asked[name]["help"]
            wrong.append(f"{name} is empty; write {meaning[0].lower()}{meaning[1:]}")
    raise_all(path, wrong)
    return {name: value for name, value in facts.items() if value.strip()}


def check_event(path: Path, facts: Facts) -> None:
    """Check facts as the engine checks them in conf.py.

    Raises:
        ValueError: one is wrong; the message names all that are.
    """
    given = {CHECKED.get(name, name): value for name, value in facts.items()}
    event = {name: value for name, value in given.items() if name not in NOT_EVENT}
    event.setdefault("end", event["start"])
    wrong = []
    try:
        read_event(event, path.parent / "assets", facts.get("site", ""))
    except ConfigError as error:
        messages = str(error).replace("conf.py: ", "").replace("html_baseurl", "site")
        wrong += re.sub(r"workshop\['(\w+)'\]", r"\1", messages).splitlines()
    try:
        fields.url(facts["repository"])
    except ValueError as error:
        wrong.append(f"repository: {error}")
    raise_all(path, wrong)


def raise_all(path: Path, wrong: list[str]) -> None:
    """Raise what is wrong with a file, if anything is."""
    if wrong:
        raise ValueError("\n".join(f"{path}: {message}" for message in wrong))


def create(path: Path, facts: Facts, folder: Path) -> None:
    """Write the new site into a folder that does not exist, and make it a repository.

    Raises:
        ValueError: Copier rejects an answer; nothing is written.
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", DirtyLocalWarning)  # of a template that is being edited
            run_copy(str(ROOT), folder, data=facts, defaults=True, vcs_ref="HEAD", quiet=True)
    except ValueError as error:
        message = str(error).removeprefix("Validation error for question ").replace("'", "", 2)
        raise ValueError(f"{path}: {message}") from error
    # Copier records the path of this checkout; an update needs an address that others reach too.
    source = f"_src_path: {read_settings(ROOT)['repository']}.git"
    answers = folder / ANSWERS
    text = answers.read_text(encoding="utf-8")
    text = re.sub(r"^_src_path: .*$", lambda _: source, text, flags=re.MULTILINE)
    answers.write_text(text, encoding="utf-8")
    subprocess.run(["git", "init", "--quiet", "--initial-branch=main"], cwd=folder, check=True)


def main(arguments: list[str] | None = None) -> None:
    """Write the file of facts if there is none; create the site if there is."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("facts", type=Path, help="a TOML file; written if it does not exist")
    parser.add_argument("folder", type=Path, help="where the new site goes; must not exist")
    given = parser.parse_args(arguments)
    asked = questions()
    if not given.facts.exists():
        given.facts.write_text(form(asked), encoding="utf-8")
        print(f"{given.facts} is written. Fill in the new site's facts, and run this again.")
        return
    if given.folder.exists():
        sys.exit(f"{given.folder} exists already; name a folder that does not, or remove it.")
    try:
        facts = read_facts(given.facts, asked)
        check_event(given.facts, facts)
        create(given.facts, facts, given.folder)
    except ValueError as error:
        sys.exit(str(error))
    print(f"The new site is in {given.folder}. Go there; `make html` builds it.")


if __name__ == "__main__":
    main()
