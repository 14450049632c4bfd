"""Reading from Git does not depend on who runs it, and fails in one way."""

from __future__ import annotations

import os
import shutil
import stat
from pathlib import Path

import pytest

from scripts.git import git as module
from scripts.git.git import Failure, GitError, Repository, find_repository, open_repository
from scripts.git.last_modified import Dates, dates
from scripts.git.version import Version, read_version
from scripts.loading.dataset import read
from scripts.settings import LATEST_SECOND
from tests.conftest import change, git

METHODS = "catalogue/methods.yml"


def read_all(folder: Path) -> tuple[object, ...]:
    """Return everything that the project reads from Git about a folder."""
    repository = open_repository(folder)
    documents = read(folder).catalogue.values()
    return (
        repository.latest_commit(),
        repository.changed_files(),
        repository.changed_lines(METHODS),
        dates(folder, *documents),
        read_version(folder),
    )


def commit_all(folder: Path, when: str, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patch:
        patch.setenv("GIT_COMMITTER_DATE", when)
        git(folder, "add", "--all")
        git(folder, "commit", "--quiet", "--message", "Ändring")


def test_every_file_has_the_time_of_its_latest_commit(committed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    change(committed / METHODS, "Goda exempel", "Bra exempel")
    (committed / "å b\n.txt").touch()
    commit_all(committed, "2030-05-06T12:00:00Z", monkeypatch)
    times = open_repository(committed).changed_files()
    assert {path for path, seconds in times.items() if seconds == 1_904_299_200} == {METHODS, "å b\n.txt"}
    assert {"alfa.yml", "catalogue/tags.yml"} < set(times)


def test_every_line_has_the_time_of_its_commit_and_a_new_one_has_none(
    committed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = committed / "rader.yml"
    path.write_text("a: 1\nb: 2\nc: 3\n", encoding="utf-8")
    commit_all(committed, "2030-05-06T12:00:00Z", monkeypatch)
    change(path, "b: 2", "b: 4")
    assert open_repository(committed).changed_lines("rader.yml") == (1_904_299_200, None, 1_904_299_200)


def test_a_file_that_was_never_committed_has_no_lines(committed: Path) -> None:
    (committed / "ny.yml").write_text("a: 1\n", encoding="utf-8")
    git(committed, "add", "ny.yml")
    assert open_repository(committed).changed_lines("ny.yml") == ()
    assert open_repository(committed).changed_lines("finns-inte.yml") == ()


def test_the_settings_of_the_user_do_not_matter(committed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    change(committed / METHODS, "Goda exempel", "Bra exempel")
    change(committed / METHODS, "name_en: Good examples", "name_en: Fine examples")
    commit_all(committed, "2030-05-06T12:00:00Z", monkeypatch)
    change(committed / METHODS, "Bra exempel", "Fina exempel")
    before = read_all(committed)
    Path("ignorerade").write_text(git(committed, "rev-parse", "HEAD"), encoding="utf-8")
    for setting in (
        "log.showSignature=true", "log.showRoot=false", "log.follow=true", "log.date=relative", "log.abbrevCommit=true",
        "color.ui=always", "core.quotePath=true", "core.pager=false", "pager.log=true", "format.pretty=oneline",
        f"blame.ignoreRevsFile={Path('ignorerade').resolve()}", "blame.markIgnoredLines=true", "blame.showEmail=true",
        "blame.coloring=finns-inte", "blame.date=relative", "diff.renames=copies", "diff.noprefix=true",
    ):  # fmt: skip
        git(committed, "config", *setting.split("=", 1))
    assert read_all(committed) == before


def test_environment_variables_do_not_select_another_repository(
    committed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = read_all(committed)
    other = tmp_path / "annat"
    other.mkdir()
    git(other, "init", "--quiet")
    git(other, "commit", "--quiet", "--allow-empty", "--message", "Annat")
    for name, value in {
        "GIT_DIR": str(other / ".git"),
        "GIT_WORK_TREE": str(other),
        "GIT_INDEX_FILE": str(other / "index"),
        "GIT_OBJECT_DIRECTORY": str(other / ".git" / "objects"),
        "GIT_COMMON_DIR": str(other / ".git"),
        "GIT_PREFIX": "cases/",
        "GIT_GLOB_PATHSPECS": "1",
    }.items():
        monkeypatch.setenv(name, value)
    assert read_all(committed) == before


def test_a_copy_unpacked_inside_another_repository_has_no_history(
    small: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    project = tmp_path / "deras" / "ideslussar"
    shutil.copytree(small, project / "cases")
    git(project.parent, "init", "--quiet")
    git(project.parent, "add", "--all")
    git(project.parent, "commit", "--quiet", "--message", "Deras")
    assert find_repository(project / "cases") is not None, "a folder of data elsewhere is in its own repository"
    monkeypatch.setattr(module, "ROOT", project)
    assert find_repository(project / "cases") is None
    assert read_version(project) == Version()
    assert dates(project / "cases") == Dates()
    with pytest.raises(GitError, match="ligger inte i något Git-arkiv"):
        open_repository(project / "cases")


def test_a_repository_without_commits_has_no_history(small: Path) -> None:
    git(small.parent, "init", "--quiet")
    repository = open_repository(small)
    assert repository == Repository(small, is_shallow=False)
    assert (repository.latest_commit(), repository.changed_files(), repository.changed_lines(METHODS)) == (None, {}, ())
    assert read_version(small) == Version()


def test_a_time_that_formats_cannot_store_is_clamped(committed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    change(committed / METHODS, "Goda exempel", "Bra exempel")
    commit_all(committed, "@99999999999 +0000", monkeypatch)
    assert read_version(committed).build_time == LATEST_SECOND
    assert dates(committed).of([METHODS]) == "2106-02-07"


def test_without_git_there_is_no_history(committed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path / "tom"))
    assert find_repository(committed) is None
    with pytest.raises(GitError, match="Git är inte installerat") as caught:
        open_repository(committed)
    assert caught.value.failure is Failure.NOT_INSTALLED


def test_the_reason_for_a_refusal_is_passed_on(
    committed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = tmp_path / "bin" / "git"
    program.parent.mkdir()
    program.write_text("#!/bin/sh\necho 'fatal: detected dubious ownership' >&2\nexit 128\n", encoding="utf-8")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("PATH", str(program.parent), prepend=os.pathsep)
    for ask in (open_repository, find_repository, read_version, dates):
        with pytest.raises(
            GitError, match='Git kan inte läsa historiken för "cases": fatal: detected dubious'
        ) as caught:
            ask(committed)
        assert caught.value.failure is Failure.REFUSED
