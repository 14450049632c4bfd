"""Which version of the repository a site is built from."""

from __future__ import annotations

import shutil
import subprocess
from datetime import UTC, datetime
from pathlib import Path

from scripts.swedish import partial_date


def revision(root: Path) -> dict[str, str]:
    """The latest commit and its day, as what the pages' frame reads from the environment.

    The day is the commit's and not the build's, so that two builds of one commit are the same.

    Args:
        root: A folder of the repository.

    Returns:
        `BUILD_COMMIT` and `BUILD_DATE`; empty texts outside a repository or without Git.
    """
    git = shutil.which("git")
    done = git and subprocess.run(
        [git, "-C", str(root), "log", "-1", "--format=%H %ct"], capture_output=True, text=True, check=False
    )
    if not done or done.returncode:
        return {"BUILD_COMMIT": "", "BUILD_DATE": ""}
    commit, seconds = done.stdout.split()
    day = datetime.fromtimestamp(int(seconds), UTC).date().isoformat()
    return {"BUILD_COMMIT": commit, "BUILD_DATE": partial_date(day)}
