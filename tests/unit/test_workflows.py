"""What the workflows do: when they start, what they skip, what they build, test and hand over."""

from __future__ import annotations

import os
import re
from pathlib import Path, PurePosixPath
from typing import Any

import pytest
import yaml

from processes import output_of
from workflow_files import ROOT, UPLOAD, WORKFLOWS, commands, read, run_bash, step_running, steps

# Which of Dependabot's ecosystems reads a lock file.
ECOSYSTEMS = {"requirements.txt": "uv", "package-lock.json": "npm"}
OTHER_LOCKS = re.compile(r"(uv|poetry|Pipfile|yarn|Gemfile)\.lock|pnpm-lock\.yaml")

each_workflow = pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)


# Every workflow ---------------------------------------------------------------------------------


@each_workflow
def test_every_action_is_pinned_by_its_commit_and_names_its_version(path: Path) -> None:
    lines = re.findall(r"^.*\buses: .*$", path.read_text(encoding="utf-8"), re.M)
    assert lines
    for line in lines:
        assert re.search(r"uses: [\w-]+/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$", line), line


@each_workflow
def test_a_workflow_may_only_read_and_fails_where_a_command_of_a_pipe_fails(path: Path) -> None:
    workflow = read(path)
    assert workflow["permissions"] == {"contents": "read"}  # unless a job says otherwise
    assert workflow["defaults"]["run"]["shell"] == "bash"
    assert not [s for job in workflow["jobs"].values() for s in steps(job) if "shell" in s]
    assert run_bash("false | cat", path.parent).code != 0


@each_workflow
def test_what_is_uploaded_must_be_there(path: Path) -> None:
    for step in (step for job in read(path)["jobs"].values() for step in steps(job, UPLOAD)):
        expected = "ignore" if step.get("if") == "failure()" else "error"
        assert step["with"].get("if-no-files-found") == expected, step


# Once a week ------------------------------------------------------------------------------------


@pytest.mark.parametrize(("status", "output"), [(0, "failed=no\n"), (1, "failed=yes\n")])
def test_the_newest_of_everything_opens_an_issue_where_it_fails(
    tmp_path: Path, status: int, output: str
) -> None:
    newest = read(ROOT / ".github/workflows/weekly.yml")["jobs"]["newest"]
    make = tmp_path / "make"
    make.write_text(f"#!/bin/sh\necho $*\nexit {status}\n", encoding="utf-8")
    make.chmod(0o755)
    path, given = f"{tmp_path}{os.pathsep}{os.environ['PATH']}", tmp_path / "output"
    script = step_running(newest, "SESSION=prereleased")["run"]
    done = run_bash(script, tmp_path, PATH=path, GITHUB_OUTPUT=str(given))
    assert (done.code, given.read_text("utf-8")) == (0, output)
    issue = step_running(newest, "gh issue create")
    assert issue["if"] == "steps.test.outputs.failed == 'yes'"
    assert newest["permissions"]["issues"] == "write"


# Releases of the engine -------------------------------------------------------------------------


@pytest.fixture
def release() -> dict[str, Any]:
    return read(ROOT / ".github/workflows/release.yml")


@pytest.mark.parametrize(
    ("tag", "changes", "error"),
    [
        ("sphinx-workshop-v1.20.3", "## 1.20.3\n", ""),
        ("sphinx-workshop-v1.20.3", "## 1.20.3 (2030-06-01)\n", ""),
        ("sphinx-workshop-v1.20.4", "## 1.20.3\n", "the tag is sphinx-workshop-v1.20.4, and"),
        ("sphinx-workshop-v1.20.3", "## 1.20\n## 1.20.30\n", "CHANGELOG.md has no entry"),
    ],
)
def test_a_tag_has_to_equal_the_version_and_to_be_in_the_changelog(
    release: dict[str, Any], tmp_path: Path, tag: str, changes: str, error: str
) -> None:
    package = tmp_path / "sphinx-workshop" / "src" / "sphinx_workshop"
    package.mkdir(parents=True)
    (package / "__init__.py").write_text('x = 1\n__version__ = "1.20.3"\n', encoding="utf-8")
    (tmp_path / "sphinx-workshop" / "CHANGELOG.md").write_text(changes, encoding="utf-8")
    script = step_running(release["jobs"]["build"], "__version__")["run"]
    done = run_bash(script, tmp_path, GITHUB_REF_NAME=tag)
    assert (done.code != 0) == bool(error)
    assert error in done.out


def test_what_is_published_is_what_was_built_once_and_attested(release: dict[str, Any]) -> None:
    build, publish = release["jobs"]["build"], release["jobs"]["publish"]
    (upload,) = steps(build, UPLOAD)
    made = commands(publish)
    assert publish["needs"] == "build"
    assert "uv build" not in made
    assert f"--name {upload['with']['name']} " in made
    assert made.index("pypi_attestations sign") < made.index("uv publish --trusted-publishing")


def test_only_the_job_that_publishes_may_ask_for_a_token(release: dict[str, Any]) -> None:
    allowed = {name: job.get("permissions", {}) for name, job in release["jobs"].items()}
    assert {name for name, has in allowed.items() if "id-token" in has} == {"publish"}


# Dependabot -------------------------------------------------------------------------------------


def test_every_lock_file_is_watched() -> None:
    listed = output_of("git", "ls-files", "-z", "-co", "--exclude-standard", folder=ROOT)
    paths = [PurePosixPath("/", name) for name in filter(None, listed.split("\0"))]
    locks = {(ECOSYSTEMS[p.name], str(p.parent)) for p in paths if p.name in ECOSYSTEMS}
    assert not [path for path in paths if OTHER_LOCKS.fullmatch(path.name)]
    updates = yaml.safe_load((ROOT / ".github/dependabot.yml").read_text("utf-8"))["updates"]
    watched = {
        (update["package-ecosystem"], folder)
        for update in updates
        for folder in update.get("directories", [update.get("directory")])
    }
    template = "/sphinx-workshop/template/.github/workflows"
    assert watched == locks | {("github-actions", "/"), ("github-actions", template)}
