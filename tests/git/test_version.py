"""The version that a site is built from."""

from __future__ import annotations

from pathlib import Path

from scripts.git.version import Version, read_version
from tests.conftest import git


def test_outside_a_repository_there_is_no_version(tmp_path: Path) -> None:
    assert read_version(tmp_path) == Version("", "", 0)


def test_outside_a_repository_the_time_can_be_given(tmp_path: Path) -> None:
    assert read_version(tmp_path, 1_000_000_000) == Version("", "", 1_000_000_000)


def test_the_day_and_the_time_are_those_of_the_commit(tmp_path: Path) -> None:
    when = {"GIT_COMMITTER_DATE": "2026-12-24T23:30:00Z", "GIT_AUTHOR_DATE": "2020-01-01T00:00:00Z"}
    git(tmp_path, "init", "--quiet")
    git(tmp_path, "commit", "--quiet", "--allow-empty", "--message", "En ändring", environment=when)
    commit = git(tmp_path, "rev-parse", "HEAD")
    assert read_version(tmp_path) == Version(commit, "24\u00a0december\u00a02026", 1_798_155_000)
    assert read_version(tmp_path, 0) == Version(commit, "24\u00a0december\u00a02026", 0)
