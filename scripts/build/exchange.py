"""A finished folder put where an older one is, in one step: whoever looks sees the old one or the new one, whole.

Linux and macOS have such a step. Where the system or the disk has none (Windows, some network disks), the old
folder is moved away before the new one is moved there. Then there is a moment without either, and a build that is
killed in that very moment leaves the old one in its workshop, beside the site, until a later build is whole.
"""

from __future__ import annotations

import ctypes
import errno
import os
import sys
from pathlib import Path

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2
_RENAME_SWAP = 2

_NOT_HERE = {errno.ENOSYS, errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP}
"""What a system or a disk answers that has no such step."""


def put_in_place(fresh: Path, place: Path) -> None:
    """Put a finished folder in its place. What was there ends up beside where the new one was made.

    Args:
        fresh: The finished folder, in a folder that will be removed.
        place: Where it goes, on the same disk.

    Raises:
        OSError: When it cannot be put there. Then what was there still is.
    """
    try:
        _exchange(fresh, place)
    except FileNotFoundError:
        fresh.rename(place)
    except OSError as error:
        if error.errno not in _NOT_HERE:
            raise
        _one_after_the_other(fresh, place)


def _exchange(one: Path, other: Path) -> None:
    """Let two folders change places."""
    names = os.fsencode(one), os.fsencode(other)
    try:
        system = ctypes.CDLL(None, use_errno=True)
        if sys.platform == "darwin":
            failed = system.renamex_np(*names, _RENAME_SWAP)
        else:
            failed = system.renameat2(_AT_FDCWD, names[0], _AT_FDCWD, names[1], _RENAME_EXCHANGE)
    except (TypeError, AttributeError):
        # Windows has no library of that kind, and other systems no such function in it.
        raise OSError(errno.ENOSYS, os.strerror(errno.ENOSYS)) from None
    if failed:
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number), str(one), None, str(other))


def _one_after_the_other(fresh: Path, place: Path) -> None:
    if not os.path.lexists(place):
        fresh.rename(place)
        return
    old = fresh.with_name(f"{fresh.name}-old")
    place.rename(old)
    try:
        fresh.rename(place)
    except OSError:
        old.rename(place)
        raise
