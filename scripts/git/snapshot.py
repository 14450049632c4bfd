"""The data as it was at an earlier commit, and the addresses that have gone since.

Links to a page live as long as what they are written in, so an address that has been published is
kept: as a page, or as one that leads on.
"""

from __future__ import annotations

import io
import shutil
import subprocess
import tarfile
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from scripts.errors import UsageError
from scripts.loading.dataset import Dataset, read

READ = {".yml", ".yaml", ".csv"}
"""The endings of the files that data is read from."""


class HistoryError(UsageError):
    """The earlier version cannot be had. The message is a sentence in Swedish."""


def read_at(reference: str, folder: Path) -> Dataset:
    """Read a folder of data as it was at a commit.

    Args:
        reference: What Git calls the commit: a branch, a tag or a hash.
        folder: The folder as it is now, in a working tree.

    Returns:
        What was there. Nothing, when the folder did not exist then.

    Raises:
        HistoryError: When there is no such commit, or no repository.
    """
    with _data_at(reference, folder) as earlier:
        return read(earlier)


@contextmanager
def _data_at(reference: str, folder: Path) -> Iterator[Path]:
    """A folder with the files as they were at a commit, for as long as it is needed."""
    commit = _git(folder, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{reference}^{{commit}}")
    if commit is None:
        inside = _git(folder, "rev-parse", "--git-dir") is not None
        raise HistoryError(
            f'versionen "{reference}" finns inte här. Hämta den med git fetch, eller skriv en gren, tagg eller hash'
            if inside
            else f'"{folder}" ligger inte i något Git-arkiv, så det finns ingen tidigare version'
        )
    here = f"{commit.decode().strip()}:./"
    with tempfile.TemporaryDirectory() as earlier:
        if _git(folder, "cat-file", "-e", here) is not None:
            _unpack(_git(folder, "archive", "--format=tar", commit.decode().strip()) or b"", Path(earlier))
        yield Path(earlier)


def _unpack(archive: bytes, target: Path) -> None:
    """Write the files of data. Links and everything else that a commit may hold are left out."""
    with tarfile.open(fileobj=io.BytesIO(archive)) as files:
        for member in files:
            path = target / member.name
            content = files.extractfile(member) if member.isfile() and path.suffix.lower() in READ else None
            if content is not None and target.resolve() in path.resolve().parents:
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(content.read())


def _git(folder: Path, *arguments: str) -> bytes | None:
    """What Git answers; None when it refuses or is not there."""
    git = shutil.which("git")
    if git is None:
        return None
    done = subprocess.run([git, "-C", str(folder), *arguments], capture_output=True, check=False)
    return None if done.returncode else done.stdout
