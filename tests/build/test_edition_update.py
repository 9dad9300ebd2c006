"""`copier update` brings what has changed in the template to a site that people have filled."""

from __future__ import annotations

import shutil
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from copier import run_copy, run_update

from new_site import FACTS, Edition, add_content, build, check, commit_all, git
from real_site import ROOT

TEMPLATE = Path("sphinx-workshop/template")
NEW_SETTING = "html_show_sphinx = False\n"


def edit(path: Path, old: str, new: str) -> None:
    """Replace a text that stands in a file once."""
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1, f"{path.name} holds {old!r} {text.count(old)} times"
    path.write_text(text.replace(old, new), encoding="utf-8")


def release(template: Path, version: str) -> None:
    commit_all(template, version)
    git(template, "tag", version)


def write_template(folder: Path) -> Path:
    """Return a repository with the template, as it is here, at its first version."""
    shutil.copytree(ROOT / TEMPLATE, folder / TEMPLATE)
    shutil.copy(ROOT / "copier.yml", folder)
    git(folder, "init", "--quiet")
    release(folder, "v1.0.0")
    return folder


def change_template(template: Path) -> None:
    """Release a second version, in which pages, settings, Makefile and workflow have changed."""
    skeleton = template / TEMPLATE
    for page in skeleton.rglob("*.md*"):
        page.write_text(f"{page.read_text(encoding='utf-8')}\nOf the second version.\n", "utf-8")
    edit(
        skeleton / "conf.py.jinja",
        "html_use_index = False\n",
        f"html_use_index = False\n{NEW_SETTING}",
    )
    edit(skeleton / "Makefile", "PORT ?= 8000\n", "PORT ?= 8080\n")
    edit(skeleton / ".github/workflows/site.yml", "timeout-minutes: 15", "timeout-minutes: 25")
    edit(skeleton / "engine.txt", "==", "==9")
    (skeleton / "_static/site.css.jinja").write_text("/* new */\n", encoding="utf-8")
    release(template, "v2.0.0")


def fill(site: Path) -> None:
    """Edit every page by hand, add a paper, and change a setting and the workflow."""
    for page in site.rglob("*.md"):
        page.write_text(page.read_text(encoding="utf-8") + "\nWritten by hand.\n", encoding="utf-8")
    add_content(site)
    edit(site / "conf.py", '"Talks alone"', '"By hand"')
    edit(site / ".github/workflows/site.yml", 'python-version: "3.11"', 'python-version: "3.13"')
    commit_all(site, "Fill the site")


def addresses(built: Path) -> set[str]:
    """Return the paths of all pages and files that people link to."""
    paths = (path.relative_to(built) for path in built.rglob("*") if path.is_file())
    return {path.as_posix() for path in paths if not path.parts[0].startswith(("_", "search-"))}


def texts(site: Path) -> Iterator[tuple[str, str]]:
    for name in git(site, "ls-files", "--cached", "--others", "--exclude-standard").splitlines():
        yield name, (site / name).read_text(encoding="utf-8")


class Updated:
    """A site before and after its update."""

    def __init__(self, folder: Path) -> None:
        template = write_template(folder / "template")
        self.site = folder / "site"
        run_copy(str(template), self.site, data=tomllib.loads(FACTS), defaults=True, quiet=True)
        git(self.site, "init", "--quiet")
        fill(self.site)
        self.before = dict(texts(self.site))
        change_template(template)
        run_update(self.site, defaults=True, overwrite=True, quiet=True)
        self.after = dict(texts(self.site))


@pytest.fixture(scope="module")
def updated(tmp_path_factory: pytest.TempPathFactory) -> Updated:
    return Updated(tmp_path_factory.mktemp("updated"))


def test_an_update_has_no_conflict(updated: Updated) -> None:
    marks = ("<<<<<<<", ">>>>>>>")
    assert [name for name, text in updated.after.items() if any(m in text for m in marks)] == []
    assert updated.after.keys() == updated.before.keys()
    assert "_commit: v2.0.0\n" in updated.after[".copier-answers.yml"]


def test_an_update_leaves_pages_pictures_and_addresses_as_they_are(updated: Updated) -> None:
    own = [name for name in updated.before if name.endswith((".md", ".css", ".svg"))]
    assert len(own) > 10
    for name in [*own, "addresses.txt"]:
        assert updated.after[name] == updated.before[name], name


def test_an_update_merges_settings_makefile_and_workflow(updated: Updated) -> None:
    after = updated.after
    assert NEW_SETTING in after["conf.py"]
    assert '"By hand"' in after["conf.py"]
    assert "PORT ?= 8080\n" in after["Makefile"]
    workflow = after[".github/workflows/site.yml"]
    assert "timeout-minutes: 25" in workflow
    assert 'python-version: "3.13"' in workflow
    assert after["engine.txt"] == updated.before["engine.txt"].replace("==", "==9")


def test_an_updated_site_builds_and_keeps_its_addresses(updated: Updated, edition: Edition) -> None:
    """The other site, of the same facts and content, was never updated."""
    assert addresses(build(updated.site, "after")) == addresses(edition.filled)
    assert check(updated.site, "after")[:2] == (0, "0 findings\n")
