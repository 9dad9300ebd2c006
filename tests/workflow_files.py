"""Reads the workflows of GitHub Actions, and runs their steps."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

from import_site import Done
from processes import ended

ROOT = Path(__file__).resolve().parents[1]
WORKFLOWS = sorted((ROOT / ".github/workflows").glob("*.yml"))
UPLOAD, PAGES_UPLOAD = "actions/upload-artifact", "actions/upload-pages-artifact"


def read(path: Path) -> dict[str, Any]:
    workflow = yaml.safe_load(path.read_text(encoding="utf-8"))
    workflow["on"] = workflow.pop(True)  # YAML 1.1 takes this key for a truth value
    return dict(workflow)


def steps(job: dict[str, Any], action: str = "") -> list[dict[str, Any]]:
    """Return a job's steps, or those that use an action."""
    found: list[dict[str, Any]] = job["steps"]
    return [s for s in found if not action or s.get("uses", "").startswith(f"{action}@")]


def commands(job: dict[str, Any]) -> str:
    return "\n".join(step.get("run", "") for step in job["steps"])


def step_running(job: dict[str, Any], command: str) -> dict[str, Any]:
    (found,) = (step for step in steps(job) if command in step.get("run", ""))
    return found


def run_bash(script: str, folder: Path, **environment: str) -> Done:
    """Run a step as GitHub runs `shell: bash`."""
    shell = ("bash", "--noprofile", "--norc", "-eo", "pipefail", "-c")
    return ended(*shell, script, folder=folder, **environment)
