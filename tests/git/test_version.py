"""Which version a site is built from."""

from __future__ import annotations

from pathlib import Path

from scripts.git.version import revision
from tests.conftest import git


def test_outside_a_repository_there_is_no_version(tmp_path: Path) -> None:
    assert revision(tmp_path) == {"BUILD_COMMIT": "", "BUILD_DATE": ""}


def test_the_day_is_that_of_the_commit(tmp_path: Path) -> None:
    when = {"GIT_COMMITTER_DATE": "2026-12-24T23:30:00Z", "GIT_AUTHOR_DATE": "2020-01-01T00:00:00Z"}
    git(tmp_path, "init", "--quiet")
    git(tmp_path, "commit", "--quiet", "--allow-empty", "--message", "En ändring", environment=when)
    found = revision(tmp_path)
    assert len(found["BUILD_COMMIT"]) == 40
    assert found["BUILD_DATE"] == "24\u00a0december\u00a02026"
