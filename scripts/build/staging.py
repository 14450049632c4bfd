"""A folder to build in, beside the site, and never mistaken for what a build that was killed has left behind.

Whoever works in a folder holds a lock on it, which the system lets go of when the process ends, however it
ends. A folder that nobody holds is left over, and the next build that succeeds sweeps it away.

Where folders cannot be locked (on Windows, and on some network disks) nothing is swept, and `make clean` does it.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

PREFIX = ".site-build-"
"""What the folders are called, so that nobody else's is swept away."""


@contextmanager
def workshop(site: Path) -> Iterator[Path]:
    """A new folder on the same disk as a site, so that what is made in it can be put in place in one step.

    Args:
        site: The folder of the site, which may not be there yet.

    Yields:
        The folder. Afterwards it is gone, and if all went well so is what killed builds have left.
    """
    site.parent.mkdir(parents=True, exist_ok=True)
    folder, lock = _begin(site.parent)
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)
        _let_go(lock)
    # Not before the new site is in place: what is left over may hold the only whole one.
    _sweep(site.parent)


def _begin(parent: Path) -> tuple[Path, int | None]:
    """A folder that is ours. Before we hold it somebody else may sweep it away, and then we take another."""
    while True:
        folder = Path(tempfile.mkdtemp(dir=parent, prefix=PREFIX))
        lock = _hold(folder, wait=True)
        if folder.is_dir():
            return folder, lock
        _let_go(lock)


def _sweep(parent: Path) -> None:
    for folder in parent.glob(f"{PREFIX}*"):
        lock = _hold(folder, wait=False)
        if lock is not None:
            shutil.rmtree(folder, ignore_errors=True)
            _let_go(lock)


if sys.platform == "win32":

    def _hold(_folder: Path, *, wait: bool) -> int | None:  # noqa: ARG001
        return None

else:
    import fcntl

    def _hold(folder: Path, *, wait: bool) -> int | None:
        """Lock a folder; nothing when it is gone, held by another, or not to be locked at all."""
        try:
            lock = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW)
        except OSError:
            return None
        try:
            fcntl.flock(lock, fcntl.LOCK_EX if wait else fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            os.close(lock)
            return None
        return lock


def _let_go(lock: int | None) -> None:
    if lock is not None:
        os.close(lock)
