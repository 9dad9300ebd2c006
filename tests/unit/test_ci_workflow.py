"""What a run of CI does: when it starts, what it skips, what it builds, tests and hands over."""

from __future__ import annotations

import os
import re
import shutil
from pathlib import Path
from typing import Any

import pytest

from repository import Repository
from workflow_files import (
    PAGES_UPLOAD,
    ROOT,
    UPLOAD,
    WORKFLOWS,
    commands,
    read,
    run_bash,
    step_running,
    steps,
)


@pytest.fixture
def ci() -> dict[str, Any]:
    return read(ROOT / ".github/workflows/ci.yml")


@pytest.fixture
def preview(ci: dict[str, Any]) -> dict[str, Any]:
    """Return the step that offers the site as a preview."""
    (found,) = (s for s in steps(ci["jobs"]["site"], UPLOAD) if s["with"]["name"] == "site")
    return found


def test_every_pull_request_and_every_commit_of_main_start_one_run(ci: dict[str, Any]) -> None:
    assert ci["on"] == {"push": {"branches": ["main"]}, "pull_request": None}
    others = {path.name: read(path)["on"] for path in WORKFLOWS if path.name != "ci.yml"}
    assert others.pop("release.yml") == {"push": {"tags": ["sphinx-workshop-v*"]}}
    assert all(set(on) == {"schedule", "workflow_dispatch"} for on in others.values())


@pytest.mark.parametrize(
    ("event", "changed", "printed"),
    [
        ("pull_request", "index.md", "code=false\n"),
        ("pull_request", "conf.py", "code=true\n"),
        ("push", "index.md", "code=true\n"),
    ],
)
def test_jobs_of_the_code_are_asked_for_where_code_changed_and_on_main(
    ci: dict[str, Any], tmp_path: Path, event: str, changed: str, printed: str
) -> None:
    checkout = Repository(tmp_path / "checkout")
    (checkout.folder / "tools").mkdir()
    shutil.copy(ROOT / "tools/changed_parts.py", checkout.folder / "tools")
    checkout.commit(1)
    checkout.write(changed, "x\n")
    checkout.commit(2)
    output = tmp_path / "output"
    (step,) = (step for step in steps(ci["jobs"]["changes"]) if step.get("id") == "changes")
    done = run_bash(
        step["run"], checkout.folder, GITHUB_EVENT_NAME=event, GITHUB_OUTPUT=str(output)
    )
    assert (done.code, output.read_text("utf-8")) == (0, printed)


def test_a_change_of_content_runs_one_job_and_one_of_code_runs_all_before_the_last(
    ci: dict[str, Any],
) -> None:
    jobs = ci["jobs"]
    for name in jobs.keys() - {"changes", "site", "all", "publish", "published"}:
        assert jobs[name]["if"] == "needs.changes.outputs.code == 'true'", name
        assert jobs[name]["needs"] == "changes"
    assert not {"if", "needs"} & jobs["site"].keys()
    assert (jobs["all"]["name"], jobs["all"]["if"]) == ("All checks", "always()")
    assert set(jobs["all"]["needs"]) == set(jobs) - {"all"}


@pytest.mark.parametrize(
    ("results", "passes"),
    [
        ("success success skipped", True),
        ("success failure success", False),
        ("failure skipped skipped", False),
        ("success success cancelled", False),
    ],
)
def test_the_last_job_fails_if_one_failed_and_not_if_one_was_skipped(
    ci: dict[str, Any], tmp_path: Path, results: str, passes: bool
) -> None:
    (step,) = steps(ci["jobs"]["all"])
    assert step["env"] == {"RESULTS": "${{ join(needs.*.result, ' ') }}"}
    done = run_bash(step["run"], tmp_path, RESULTS=results)
    assert (done.code == 0) == passes


def test_the_folder_that_is_tested_is_the_one_that_is_uploaded_and_published(
    ci: dict[str, Any], preview: dict[str, Any]
) -> None:
    site = ci["jobs"]["site"]
    build, tested = (step_running(site, text) for text in ("make publish", "--site=_build/html"))
    (pages,) = steps(site, PAGES_UPLOAD)
    places = [steps(site).index(step) for step in (build, tested, preview, pages)]
    assert places == sorted(places)
    assert "_build/html" in preview["with"]["path"].split()
    assert preview["with"]["include-hidden-files"] is True
    assert (build["id"], "steps.build.outcome == 'success'" in preview["if"]) == ("build", True)
    assert pages["with"]["path"] == "_build/html"
    # Only a step that succeeded so far may hand the site to the publisher.
    assert "always" not in pages["if"]
    assert "cancelled" not in pages["if"]
    # And no other job builds it, or hands over another.
    makers = [name for name, job in ci["jobs"].items() if "make publish" in commands(job)]
    publishers = [name for name, job in ci["jobs"].items() if steps(job, PAGES_UPLOAD)]
    assert makers == publishers == ["site"]


def test_a_build_that_fails_fails_the_step_that_logs_it(ci: dict[str, Any], tmp_path: Path) -> None:
    make = tmp_path / "make"
    make.write_text("#!/bin/sh\necho page.md:3: a mistake\nexit 2\n", encoding="utf-8")
    make.chmod(0o755)
    script = step_running(ci["jobs"]["site"], "make publish")["run"]
    path = f"{tmp_path}{os.pathsep}{os.environ['PATH']}"
    done = run_bash(script, tmp_path, PATH=path, RUNNER_TEMP=str(tmp_path))
    assert done.code != 0
    assert (tmp_path / "proposed.log").read_text("utf-8") == "page.md:3: a mistake\n" == done.out


def test_the_preview_holds_a_note_on_how_to_open_it(
    ci: dict[str, Any], preview: dict[str, Any], tmp_path: Path
) -> None:
    site = ci["jobs"]["site"]
    note = next(p for p in preview["with"]["path"].split() if p.endswith("README.txt"))
    (tmp_path / "tools").mkdir()
    shutil.copy(ROOT / "tools/preview.txt", tmp_path / "tools")
    (tmp_path / note).parent.mkdir()
    assert run_bash(step_running(site, f"cp tools/preview.txt {note}")["run"], tmp_path).code == 0
    assert "python3 -m http.server --directory html" in (tmp_path / note).read_text("utf-8")


def test_every_artifact_of_the_run_has_a_name_of_its_own_and_can_be_made_again(
    ci: dict[str, Any],
) -> None:
    uploads = [step for job in ci["jobs"].values() for step in steps(job, UPLOAD)]
    names = [step["with"]["name"] for step in uploads]
    assert len(names) == len(set(names))
    assert all(step["with"]["overwrite"] is True for step in uploads)


def test_publishing_waits_for_all_checks_and_deploys_and_compares_what_was_tested(
    ci: dict[str, Any],
) -> None:
    site, publish, published = (ci["jobs"][name] for name in ("site", "publish", "published"))
    assert set(publish["needs"]) == {"site", "code", "engine", "systems"}
    assert "github.event_name == 'push' && github.ref == 'refs/heads/main'" in publish["if"]
    (deploy,), (pages,) = steps(publish, "actions/deploy-pages"), steps(site, PAGES_UPLOAD)
    assert deploy["with"]["artifact_name"] == "${{ needs.site.outputs.pages-artifact }}"
    assert site["outputs"]["pages-artifact"] == pages["with"]["name"]
    assert published["needs"] == "publish"
    assert "tools/check_deployment.py" in commands(published)
    assert "--name site " in commands(published)


def test_every_supported_python_is_tested_and_the_newest_on_other_systems(
    ci: dict[str, Any],
) -> None:
    described = (ROOT / "sphinx-workshop/pyproject.toml").read_text(encoding="utf-8")
    supported = re.findall(r'"Programming Language :: Python :: (3\.\d+)"', described)
    code, engine, systems = (ci["jobs"][name] for name in ("code", "engine", "systems"))
    assert code["strategy"]["matrix"]["python"] == supported
    assert engine["strategy"] == code["strategy"]
    assert ".ci/run" in commands(code)
    assert commands(engine).split() == ["make", "matrix"]
    assert systems["strategy"]["matrix"]["system"] == ["macos-latest", "windows-latest"]
    (python,) = steps(systems, "actions/setup-python")
    assert python["with"]["python-version"] == supported[-1]


def test_windows_which_has_no_make_runs_what_make_html_runs(ci: dict[str, Any]) -> None:
    recipe = (ROOT / "Makefile").read_text(encoding="utf-8").partition("\nhtml:")[2]
    assert "\n\t@$(WORKSHOP) build $(SETTINGS)\n" in recipe.partition("\n\n")[0] + "\n"
    assert [step["run"] for step in steps(ci["jobs"]["systems"]) if "run" in step] == [
        "python -m pip install --require-hashes -r requirements.txt",
        "python -m pip install --no-deps --no-build-isolation ./sphinx-workshop",
        "sphinx-workshop build",
    ]
