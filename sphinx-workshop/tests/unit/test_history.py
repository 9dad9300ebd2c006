"""When sources changed: what git tells, what stands in for it, and never the clock."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import pytest

from repository import Repository, at
from sphinx_workshop.core.history import EPOCH, History, read_history, without_history

if TYPE_CHECKING:
    from pathlib import Path

START = date(2016, 7, 22)
MIDNIGHT = datetime(2016, 7, 22, tzinfo=UTC)


def history(repository: Repository, folder: str = "") -> History:
    return read_history(repository.folder / folder, START, {})


def dates_of(found: History) -> tuple[object, datetime]:
    return found.dates, found.otherwise


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    return Repository(tmp_path / "repository")


def test_a_file_changed_with_the_newest_commit_that_touches_it(repository: Repository) -> None:
    repository.commit(1, index="a", program_index="a")
    repository.commit(2, index="b")
    repository.commit(3, dates="a")
    assert history(repository).dates == {
        "index.md": at(2),
        "program/index.md": at(1),
        "dates.md": at(3),
    }


def test_a_file_without_a_commit_is_as_old_as_the_newest_commit(repository: Repository) -> None:
    repository.commit(1, a="1")
    repository.commit(2, b="1")
    repository.write("new.md", "x")
    assert history(repository).newest(["new.md"]) == at(2)
    assert history(repository).newest(["new.md", "a.md"]) == at(2)


def test_commits_that_touch_nothing_change_no_date(repository: Repository) -> None:
    repository.commit(1, a="1")
    repository.commit(2)
    assert dates_of(history(repository)) == ({"a.md": at(1)}, at(1))


def test_paths_are_relative_to_the_folder_of_the_sources(repository: Repository) -> None:
    repository.commit(1, site_index="a", other="a")
    repository.commit(2, other="b")
    assert dates_of(history(repository, "site")) == ({"index.md": at(1)}, at(1))


def test_names_are_read_whatever_letters_they_have(repository: Repository) -> None:
    repository.write('Médard "and" sons\t.md', "x")
    repository.commit(1)
    assert history(repository).dates == {'Médard "and" sons\t.md': at(1)}


def test_a_file_that_came_with_a_merge_has_the_date_of_its_own_commit(
    repository: Repository,
) -> None:
    repository.commit(1, a="1")
    repository.git("checkout", "--quiet", "-b", "side")
    repository.commit(2, b="1")
    repository.git("checkout", "--quiet", "main")
    repository.commit(3, a="2")
    repository.git("merge", "--quiet", "--no-ff", "--message=x", "side", day=4)
    assert history(repository).dates == {"a.md": at(3), "b.md": at(2)}


def test_a_file_that_a_merge_changed_by_hand_has_the_date_of_the_merge(
    repository: Repository,
) -> None:
    repository.commit(1, a="1")
    repository.git("checkout", "--quiet", "-b", "side")
    repository.commit(2, a="2")
    repository.git("checkout", "--quiet", "main")
    repository.commit(3, a="3")
    repository.git("merge", "--quiet", "--strategy=ours", "--no-commit", "side")
    repository.commit(4, a="2 and 3")
    assert history(repository).dates == {"a.md": at(4)}


def test_a_shallow_clone_answers_with_its_one_commit(repository: Repository) -> None:
    repository.commit(1, a="1")
    repository.commit(2, b="1")
    clone = repository.folder.with_name("clone")
    repository.git("clone", "--quiet", "--depth=1", repository.folder.as_uri(), str(clone))
    found = read_history(clone, START, {})
    assert dates_of(found) == ({"a.md": at(2), "b.md": at(2)}, at(2))


def test_the_user_s_own_settings_do_not_disturb(
    repository: Repository, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    repository.commit(1, a="1")
    settings = tmp_path / "gitconfig"
    settings.write_text("[log]\nshowSignature = true\nshowRoot = false\n[color]\nui = always\n")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(settings))
    assert history(repository).dates == {"a.md": at(1)}


def test_the_epoch_of_a_reproducible_build_wins_for_all(repository: Repository) -> None:
    repository.commit(1, a="1")
    found = read_history(repository.folder, START, {EPOCH: "86400"})
    assert found == History({}, datetime(1970, 1, 2, tzinfo=UTC))
    assert read_history(repository.folder, START, {EPOCH: ""}) == history(repository)


def test_an_epoch_that_is_no_number_is_rejected(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="yesterday"):
        read_history(tmp_path, START, {EPOCH: "yesterday"})


def test_without_a_commit_the_event_s_first_day_stands_in(
    repository: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert history(repository) == without_history(START) == History({}, MIDNIGHT)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    assert read_history(tmp_path, START, {}) == without_history(START)


def test_without_git_the_event_s_first_day_stands_in(
    repository: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    repository.commit(1, a="1")
    monkeypatch.setenv("PATH", "")
    assert history(repository) == without_history(START)


def test_the_revision_is_the_newest_commit_that_touches_the_sources(repository: Repository) -> None:
    repository.commit(1, site_index="a")
    first = repository.head()
    assert history(repository, "site").revision == first[:10]
    repository.commit(2, other="b")
    assert history(repository, "site").revision == first[:10]
    repository.commit(1, site_index="b")  # committed later, with an earlier date
    assert history(repository, "site").revision == repository.head()[:10]


def test_without_a_history_there_is_no_revision(repository: Repository) -> None:
    assert history(repository).revision == ""
    repository.commit(1, a="1")
    assert read_history(repository.folder, START, {EPOCH: "86400"}).revision == ""
