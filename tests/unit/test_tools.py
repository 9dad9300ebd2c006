"""What `make check`, `audit`, `linkcheck` and `packages` rest on tells the good from the bad."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import pytest

import audit
import list_broken_links
import list_packages
from processes import ended

BIN = Path(sys.executable).parent

WORKFLOW = """\
name: x
on: {{ issues: {{ types: [opened] }} }}
permissions: {{ contents: read }}
concurrency: {{ group: x, cancel-in-progress: true }}
jobs:
  x:
    name: x
    runs-on: ubuntu-latest
    steps:
      - run: {run}
        env:
          TITLE: ${{{{ github.event.issue.title }}}}
"""


def said_of(folder: Path, run: str, *command: str) -> tuple[int, str]:
    """Return what a command says of a workflow with a step."""
    file = folder / ".github/workflows/x.yml"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(WORKFLOW.format(run=run), encoding="utf-8")
    done = ended(BIN / command[0], *command[1:], file, folder=folder)
    return done.code, done.out + done.err


ZIZMOR = ("zizmor", "--offline", "--quiet", "--persona", "pedantic")
SCHEMA = ("check-jsonschema", "--builtin-schema", "vendor.github-workflows")


def test_a_workflow_of_the_wrong_form_or_that_runs_a_strangers_words_is_rejected(
    tmp_path: Path,
) -> None:
    status, said = said_of(tmp_path, 'echo "${{ github.event.issue.title }}"', *ZIZMOR)
    assert (status != 0, "template-injection" in said) == (True, True), said
    status, said = said_of(tmp_path, 'echo "$TITLE"', *ZIZMOR)  # handed over as data
    assert status == 0, said
    status, said = said_of(tmp_path, "[make]", *SCHEMA)
    assert (status, "Schema validation errors were encountered." in said) == (1, True), said


def package(**fields: Any) -> dict[str, Any]:
    return {"name": "alpha", "version": "1.0"} | fields


@pytest.mark.parametrize(
    ("packages", "words", "sound"),
    [
        ([], "lock: not audited, because the database could not be reached", True),
        (
            [package(skip_reason="unknown")],
            "lock: not audited, because the database could not be reached",
            True,
        ),
        ([package(vulns=[])], "lock: 1 packages audited, 0 vulnerabilities", True),
        (
            [package(vulns=[{"id": "X-1", "fix_versions": ["1.1"]}]), package(skip_reason="x")],
            "lock: 1 packages audited, 1 vulnerabilities, 1 not known to the database\n"
            "  alpha 1.0: X-1; fixed in 1.1",
            False,
        ),
    ],
)
def test_an_audit_fails_only_for_what_is_known(
    packages: list[dict[str, Any]], words: str, sound: bool
) -> None:
    assert audit.report("lock", packages) == (words, sound)


def test_broken_links_are_listed_with_page_and_line(tmp_path: Path) -> None:
    links = [
        {"filename": "a.md", "lineno": 3, "status": status, "uri": f"https://{status}", "info": i}
        for status, i in (("working", ""), ("broken", "404 Not\nFound"), ("timeout", ""))
    ]
    output = tmp_path / "output.json"
    output.write_text("".join(f"{json.dumps(link)}\n" for link in links), encoding="utf-8")
    assert list_broken_links.broken_links(output.read_text("utf-8")) == [
        "- `a.md`, line 3: <https://broken> (404 Not Found)",
        "- `a.md`, line 3: <https://timeout> (timeout)",
    ]
    assert list_broken_links.main(str(tmp_path)) == 1
    output.write_text(f"{json.dumps(links[0])}\n", encoding="utf-8")
    assert list_broken_links.main(str(tmp_path)) == 0
    assert list_broken_links.main(str(tmp_path / "nowhere")) == 1


def test_only_what_is_locked_is_listed() -> None:
    lock = "# x\nmyst-parser==5.2.0 \\\n    --hash=sha256:0\nbabel==2.18 ; python_version > '3'\n"
    parts = [{"name": n, "bom-ref": n} for n in ("Babel", "myst_parser", "pytest")]
    needs = [{"ref": "Babel", "dependsOn": ["pytest", "myst_parser"]}, {"ref": "pytest"}]
    found = list_packages.only(
        {"components": parts, "dependencies": needs}, list_packages.locked(lock)
    )
    assert [part["name"] for part in found["components"]] == ["Babel", "myst_parser"]
    assert found["dependencies"] == [{"ref": "Babel", "dependsOn": ["myst_parser"]}]
