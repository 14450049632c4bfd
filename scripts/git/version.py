"""Which version of the repository a site is built from."""

from __future__ import annotations

import os
import shutil
import subprocess
from datetime import UTC, datetime
from pathlib import Path

from scripts.text.swedish import partial_date


def revision(root: Path) -> dict[str, str]:
    """The latest commit and its day, as what the pages' frame reads from the environment.

    The day is the commit's and not the build's, so that two builds of one commit are the same.

    Args:
        root: A folder of the repository.

    Returns:
        `BUILD_COMMIT` and `BUILD_DATE`; empty texts outside a repository or without Git.
    """
    commit, seconds = _latest(root)
    if not commit:
        return {"BUILD_COMMIT": "", "BUILD_DATE": ""}
    day = datetime.fromtimestamp(seconds, UTC).date().isoformat()
    return {"BUILD_COMMIT": commit, "BUILD_DATE": partial_date(day)}


def moment(root: Path) -> int:
    """The second that is written into files which want one, so that two builds of one commit are the same.

    Args:
        root: A folder of the repository.

    Returns:
        `SOURCE_DATE_EPOCH` where it is set, else the time of the latest commit; 0 where there is none.
    """
    asked_for = os.environ.get("SOURCE_DATE_EPOCH", "")
    return int(asked_for) if asked_for.isdecimal() else _latest(root)[1]


def _latest(root: Path) -> tuple[str, int]:
    """The latest commit and its second; nothing and 0 outside a repository or without Git."""
    git = shutil.which("git")
    done = git and subprocess.run(
        [git, "-C", str(root), "log", "-1", "--format=%H %ct"], capture_output=True, text=True, check=False
    )
    if not done or done.returncode:
        return "", 0
    commit, seconds = done.stdout.split()
    return commit, int(seconds)
