"""The commit that a site is built from."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from scripts.git.git import find_repository, utc_day
from scripts.text.swedish import partial_date


@dataclass(frozen=True)
class Version:
    """The commit and time of a build. Both come from Git, so that two builds of one commit are equal.

    Attributes:
        commit: The hash of the commit; empty outside a repository or without Git.
        date: The day of the commit in Swedish; empty outside a repository or without Git.
        build_time: The time to write into files that hold one, in seconds since 1970.
    """

    commit: str = ""
    date: str = ""
    build_time: int = 0


def read_version(root: Path, source_date_epoch: int | None = None) -> Version:
    """Read the version that is checked out.

    Args:
        root: The repository.
        source_date_epoch: The time of the build, in seconds since 1970; None to use that of the commit.

    Raises:
        GitError: When Git refuses to read the repository.
    """
    repository = find_repository(root)
    latest = repository.latest_commit() if repository else None
    if latest is None:
        return Version(build_time=source_date_epoch or 0)
    return Version(
        commit=latest.hash,
        date=partial_date(utc_day(latest.seconds).isoformat()),
        build_time=latest.seconds if source_date_epoch is None else source_date_epoch,
    )
