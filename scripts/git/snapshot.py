"""The data at an earlier commit."""

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
"""The extensions of data files."""


def read_at(reference: str, folder: Path) -> Dataset:
    """Read a folder of data as it was at a commit.

    Args:
        reference: A branch, a tag or a hash.
        folder: The folder in the working tree.

    Returns:
        The data; empty when the folder did not exist then.

    Raises:
        GitError: When there is no such commit, no repository or no Git.
    """
    with _data_at(reference, folder) as earlier:
        return read(earlier)


@contextmanager
def _data_at(reference: str, folder: Path) -> Iterator[Path]:
    """Provide a temporary folder with the files at a commit."""
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
    """Extract the data files. Links and everything else in the archive are left out."""
    with tarfile.open(fileobj=io.BytesIO(archive)) as files:
        for member in files:
            path = target / member.name
            content = files.extractfile(member) if member.isfile() and path.suffix.lower() in READ else None
            if content is not None and target.resolve() in path.resolve().parents:
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(content.read())
