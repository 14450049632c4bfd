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
from collections.abc import Container, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from scripts.diagnostics import Code, Problem
from scripts.library.urls import addresses, redirects, unread
from scripts.loading.dataset import Dataset, read
from scripts.text.suggestions import closest

READ = {".yml", ".yaml", ".csv"}
"""The endings of the files that data is read from."""


class HistoryError(Exception):
    """The earlier version cannot be had. The message is a sentence in Swedish."""


@dataclass(frozen=True)
class Gone:
    """An address that existed and does not any more.

    Attributes:
        address: The address.
        successor: The new address that its page seems to have got; empty when there is no such.
    """

    address: str
    successor: str = ""


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


def lost_addresses(before: Dataset, now: Dataset) -> tuple[Problem, ...]:
    """A problem for each address that existed and now is neither a page nor leads on to one.

    Args:
        before: The data as it was.
        now: The data as it is. What depends on a file that cannot be read is not judged.

    Returns:
        The problems, at the end of the file of redirects, with the line to add.
    """
    pages, unknown = addresses(before), unread(now)
    earlier = {**{old: pages[end] for old, end in redirects(before).items()}, **pages}
    document = now.catalogue["redirects"]
    line = max((node.place.line for _, node in document.scalars()), default=1)
    return tuple(
        Problem(
            document.file, line, 1, Code.ADDRESS_GONE,
            f'sidan "{found.address}" fanns förut, men nu leder adressen ingenstans',
            f'Lägg till "- {{old: {found.address}, new: {found.successor or _open(found.address)}}}" i {document.file}',
        )
        for found in gone(earlier, addresses(now), redirects(now))
        if _folder(found.address) not in unknown
    )  # fmt: skip


def gone(before: Mapping[str, str], now: Mapping[str, str], moved: Container[str]) -> Iterator[Gone]:
    """The addresses that have gone, in order, each with the new one that it seems to have got.

    Args:
        before: Address → title, as it was.
        now: Address → title, as it is.
        moved: The addresses that lead on.

    Yields:
        What has gone.
    """
    fresh = {address: title for address, title in now.items() if address not in before}
    for address, title in sorted(before.items()):
        if address not in now and address not in moved:
            same_kind = {new: name for new, name in fresh.items() if _folder(new) == _folder(address)}
            yield Gone(address, _successor(address, title, same_kind))


def _successor(address: str, title: str, fresh: Mapping[str, str]) -> str:
    """The new address with the same title, or else the one whose id is most like."""
    for new, name in fresh.items():
        if title and name.casefold() == title.casefold():
            return new
    ids = {new.rpartition("/")[2]: new for new in fresh}
    near = closest(address.rpartition("/")[2], ids)
    return ids[near] if near else ""


def _folder(address: str) -> str:
    return address.partition("/")[0]


def _open(address: str) -> str:
    """What a person has to fill in, when nothing can be guessed."""
    return f"{_folder(address)}/…"


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
