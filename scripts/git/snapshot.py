"""The data as it was at an earlier commit."""

from __future__ import annotations

import io
import tarfile
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from scripts.git.git import Failure, GitError, open_repository
from scripts.loading.dataset import Dataset, read

READ = {".yml", ".yaml", ".csv"}
"""The endings of the files that data is read from."""


def read_at(reference: str, folder: Path) -> Dataset:
    """Read a folder of data as it was at a commit.

    Args:
        reference: What Git calls the commit: a branch, a tag or a hash.
        folder: The folder as it is now, in a working tree.

    Returns:
        What was there. Nothing, when the folder did not exist then.

    Raises:
        GitError: When there is no such commit, no repository or no Git.
    """
    with _data_at(reference, folder) as earlier:
        return read(earlier)


@contextmanager
def _data_at(reference: str, folder: Path) -> Iterator[Path]:
    """A folder with the files as they were at a commit, for as long as it is needed."""
    repository = open_repository(folder)
    commit = repository.resolve(f"{reference}^{{commit}}")
    if commit is None:
        raise GitError(
            Failure.UNKNOWN_REVISION,
            f'versionen "{reference}" finns inte här. Hämta den med git fetch, eller skriv en gren, tagg eller hash',
        )
    with tempfile.TemporaryDirectory() as earlier:
        if archive := repository.archive(commit):
            _unpack(archive, Path(earlier))
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
