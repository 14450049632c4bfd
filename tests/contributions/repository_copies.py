"""Copies of this repository without Git, and without its history."""

from __future__ import annotations

import shutil
from collections.abc import Collection
from pathlib import Path

from scripts.settings import ROOT
from tests.conftest import commit, git

NOT_COPIED = {".git", ".venv", "node_modules", "site", "site-zensical", "upkeep"}
"""Files at the root of the repository that are not part of it."""


def unpacked(folder: Path) -> Path:
    """Copy the repository to a folder outside Git, as if from a zip file."""

    def left_out(place: str, names: Collection[str]) -> set[str]:
        here = NOT_COPIED if Path(place) == ROOT else {"node_modules"}
        return {name for name in names if name in here or name == "__pycache__" or name.endswith("_cache")}

    shutil.copytree(ROOT, folder, ignore=left_out, symlinks=True)
    return folder


def shallow(folder: Path) -> Path:
    """Commit a copy of the repository and clone it with depth 1, as the jobs on GitHub do.

    Args:
        folder: The copy. It becomes a repository with two commits.

    Returns:
        The clone, in a folder beside the copy.
    """
    git(folder, "init", "--quiet", "--initial-branch", "main")
    git(folder, "commit", "--quiet", "--allow-empty", "--message", "Före")
    commit(folder)
    clone = folder.with_name(f"{folder.name}-clone")
    git(folder.parent, "clone", "--quiet", "--depth", "1", f"file://{folder}", str(clone))
    return clone


def link_packages(folder: Path) -> None:
    """Let a copy use the npm packages that are installed here."""
    (folder / "node_modules").symlink_to(ROOT / "node_modules", target_is_directory=True)
