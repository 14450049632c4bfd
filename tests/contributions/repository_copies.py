"""Copies of this repository as others have them: without Git, and without its history."""

from __future__ import annotations

import shutil
from collections.abc import Collection
from pathlib import Path

from scripts.settings import ROOT
from tests.conftest import commit, git

NOT_COPIED = {".git", ".venv", "node_modules", "site", "site-zensical", "upkeep"}
"""What lies in the folder of the repository and is no part of it, or is linked to."""


def unpacked(folder: Path) -> Path:
    """Copy what is in the repository to a folder that Git knows nothing of, as from a zip."""

    def left_out(place: str, names: Collection[str]) -> set[str]:
        here = NOT_COPIED if Path(place) == ROOT else {"node_modules"}
        return {name for name in names if name in here or name == "__pycache__" or name.endswith("_cache")}

    shutil.copytree(ROOT, folder, ignore=left_out, symlinks=True)
    return folder


def shallow(folder: Path) -> Path:
    """Clone a copy to a folder beside it with the latest commit alone, as a job on GitHub does.

    Args:
        folder: A copy. What is in it is committed, with something else before it.

    Returns:
        The clone.
    """
    git(folder, "init", "--quiet", "--initial-branch", "main")
    git(folder, "commit", "--quiet", "--allow-empty", "--message", "Före")
    commit(folder)
    clone = folder.with_name(f"{folder.name}-clone")
    git(folder.parent, "clone", "--quiet", "--depth", "1", f"file://{folder}", str(clone))
    return clone


def link_packages(folder: Path) -> None:
    """Lend a copy the packages from npm that are installed here."""
    (folder / "node_modules").symlink_to(ROOT / "node_modules", target_is_directory=True)
