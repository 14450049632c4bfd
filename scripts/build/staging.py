"""Build in a temporary directory beside the target, and replace the target when everything is ready.

A build that is killed leaves the old site or the new one intact. The exception is the instant between the two renames:
then the old site is in the temporary directory, from where it can be restored.
"""

from __future__ import annotations

import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

PREFIX = ".site-build-"
"""The prefix of temporary directories, also used in `.gitignore` and `make clean`."""

LEFT_OVER = 24 * 60 * 60
"""The age in seconds from which a temporary directory is taken to be left by a build that was killed."""


@contextmanager
def staging_directory(site: Path) -> Iterator[Path]:
    """Make a temporary directory on the same disk as a site.

    Args:
        site: The directory of the site, which need not exist.

    Yields:
        The directory. It is removed afterwards, and after a success so are those that killed builds have left.
    """
    site.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=site.parent, prefix=PREFIX, ignore_cleanup_errors=True) as directory:
        yield Path(directory)
    for leftover in site.parent.glob(f"{PREFIX}*"):
        # Another build may just have removed its own.
        with suppress(FileNotFoundError):
            if leftover.stat().st_mtime < time.time() - LEFT_OVER:
                shutil.rmtree(leftover, ignore_errors=True)


def replace_directory(fresh: Path, target: Path) -> None:
    """Replace a directory, if it exists, with a finished one, by two renames.

    Args:
        fresh: The finished directory, in a staging directory. The old directory is moved to the same folder.
        target: The directory to replace, on the same disk.

    Raises:
        OSError: When the directory cannot be replaced. The old one is then still in place.
    """
    old = fresh.with_name(f"{fresh.name}-old")
    try:
        if target.exists():
            target.rename(old)
        fresh.rename(target)
    finally:
        # Ctrl+C may interrupt between the two renames.
        if old.exists() and not target.exists():
            old.rename(target)
