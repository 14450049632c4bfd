"""Fixtures for upkeep: repositories with a history, and recorded reports."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from scripts.commands.upkeep.link_report import Answer, read_answers
from scripts.settings import ROOT
from tests.conftest import git

REPORTS = ROOT / "tests" / "data" / "lychee"

Commit = Callable[[str], None]


def recorded(name: str) -> Mapping[str, Answer]:
    """Return a recorded report."""
    return read_answers((REPORTS / f"{name}.json").read_text("utf-8"))


@pytest.fixture
def commit(small: Path) -> Commit:
    """Return a function that commits the small data on a given day."""
    git(small.parent, "init", "--quiet")

    def commit_on(day: str) -> None:
        git(small.parent, "add", "cases")
        when = f"{day}T12:00:00Z"
        dates = {"GIT_COMMITTER_DATE": when, "GIT_AUTHOR_DATE": "2001-01-01T12:00:00Z"}
        git(small.parent, "commit", "--message", "Ändring", environment=dates)

    return commit_on
