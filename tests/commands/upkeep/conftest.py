"""What the tests of the upkeep share: repositories with a history, and recorded reports."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from scripts.commands.upkeep.link_report import Answer, read_answers
from scripts.settings import ROOT

REPORTS = ROOT / "tests" / "data" / "lychee"

Commit = Callable[[str], None]


def recorded(name: str) -> Mapping[str, Answer]:
    """What a recorded report says."""
    return read_answers((REPORTS / f"{name}.json").read_text("utf-8"))


def git(folder: Path, *arguments: str, **environment: str) -> None:
    """Run Git without the settings of whoever runs the tests."""
    command = [shutil.which("git") or "git", "-c", "user.name=Test", "-c", "user.email=test@example.org"]
    alone = {"HOME": str(folder), "GIT_CONFIG_NOSYSTEM": "1", **environment}
    subprocess.run([*command, "-C", str(folder), *arguments], check=True, env=alone, capture_output=True)


@pytest.fixture
def commit(small: Path) -> Commit:
    """Puts the small data in a repository. Each call commits what has changed, on a day of one's choosing."""
    git(small.parent, "init", "--quiet")

    def on(day: str) -> None:
        when = f"{day}T12:00:00Z"
        git(small.parent, "add", "cases")
        git(
            small.parent,
            "commit",
            "--message",
            "Ändring",
            GIT_COMMITTER_DATE=when,
            GIT_AUTHOR_DATE="2001-01-01T12:00:00Z",
        )

    return on
