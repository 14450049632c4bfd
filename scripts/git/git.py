"""Run Git and parse its output. No other module runs Git.

Only plumbing commands are used, whose output does not depend on a user's settings for `log`, `color` or
`core.quotePath`. The one setting that affects `blame` is overridden.
"""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from enum import Enum, auto
from pathlib import Path

from scripts.errors import UsageError
from scripts.settings import LATEST_SECOND, ROOT, child_environment

_REDIRECTING = re.compile(r"GIT_(?!CONFIG|EXEC_PATH|CEILING_DIRECTORIES|DISCOVERY_ACROSS_FILESYSTEM).*")
"""Variables that can make Git read another repository or index. Git sets them for its hooks."""

_BLAMED_LINE = re.compile(r"([0-9a-f]{40,64}) \d+ \d+")
_NOT_COMMITTED = re.compile(r"0+")


class Failure(Enum):
    """The reason that Git has no answer."""

    NOT_INSTALLED = auto()
    NO_REPOSITORY = auto()
    SHALLOW = auto()
    UNKNOWN_REVISION = auto()
    REFUSED = auto()


class GitError(UsageError):
    """Git has no answer."""

    def __init__(self, failure: Failure, message: str) -> None:
        self.failure = failure
        super().__init__(message)


@dataclass(frozen=True)
class Commit:
    """A commit and its time, in seconds since 1970."""

    hash: str
    seconds: int


@dataclass(frozen=True)
class Repository:
    """A folder in a working tree with its history. All paths are relative to the folder.

    Attributes:
        folder: The folder.
        is_shallow: Whether the beginning of the history is missing.
    """

    folder: Path
    is_shallow: bool

    def resolve(self, expression: str) -> str | None:
        """Return the hash of a revision, or None when there is no such revision."""
        done = _run(self.folder, "rev-parse", "--verify", "--quiet", "--end-of-options", expression)
        return None if done.returncode else _text(done.stdout).strip()

    def latest_commit(self) -> Commit | None:
        """Return the commit that is checked out; None in a repository without commits."""
        if self.resolve("HEAD^{commit}") is None:
            return None
        seconds, commit = _text(self._read("rev-list", "--max-count=1", "--timestamp", "HEAD")).split()
        return Commit(commit, _bounded(seconds))

    def changed_files(self) -> Mapping[str, int]:
        """Return when each file below the folder was last committed, in seconds since 1970."""
        if self.resolve("HEAD^{commit}") is None:
            return {}
        listed = _text(self._read("rev-list", "--timestamp", "HEAD", "--", ".")).splitlines()
        times = {commit: _bounded(seconds) for seconds, commit in (line.split() for line in listed)}
        arguments = ("diff-tree", "--stdin", "--root", "-r", "-z", "--name-only", "--relative", "--", ".")
        latest: dict[str, int] = {}
        now = 0
        # The output is a hash, the files changed by that commit, the next hash, and so on.
        for item in _text(self._read(*arguments, lines=times)).split("\0"):
            if item in times:
                now = times[item]
            elif item:
                latest[item] = max(latest.get(item, 0), now)
        return latest

    def changed_lines(self, path: str) -> tuple[int | None, ...]:
        """Return when each line of a file was last committed, in seconds since 1970.

        Returns:
            An item for each line, None for one that is not committed. Empty when the file is not committed.
        """
        if self.resolve(f"HEAD:./{path}") is None:
            return ()
        times: list[int | None] = []
        committed = False
        blame = self._read("blame", "--line-porcelain", "--ignore-revs-file=", "--", path)
        for line in _text(blame).split("\n"):
            if header := _BLAMED_LINE.match(line):
                committed = not _NOT_COMMITTED.fullmatch(header[1])
            elif line.startswith("committer-time "):
                times.append(_bounded(line.split()[1]) if committed else None)
        return tuple(times)

    def archive(self, commit: str) -> bytes:
        """Return the folder as it was at a commit, as a tar file; empty when it did not exist."""
        return b"" if self.resolve(f"{commit}:./") is None else self._read("archive", "--format=tar", commit)

    def _read(self, *arguments: str, lines: Mapping[str, object] | None = None) -> bytes:
        """Run a command that should succeed, and return what it prints."""
        done = _run(self.folder, *arguments, text="".join(f"{line}\n" for line in lines or ()))
        if done.returncode:
            raise _refused(self.folder, done)
        return done.stdout


def open_repository(folder: Path) -> Repository:
    """Open the repository that a folder belongs to.

    A copy of the project unpacked inside another repository counts as outside any repository.

    Raises:
        GitError: When there is no Git or no repository, or when Git refuses to read it.
    """
    done = _run(folder, "rev-parse", "--show-toplevel", "--is-shallow-repository")
    if done.returncode and b"not a git repository" not in done.stderr:
        raise _refused(folder, done)
    top, _, shallow = _text(done.stdout).removesuffix("\n").rpartition("\n")
    if done.returncode or (folder.resolve().is_relative_to(ROOT) and Path(top).resolve() in ROOT.parents):
        raise GitError(
            Failure.NO_REPOSITORY,
            f'"{folder.as_posix()}" ligger inte i något Git-arkiv, så det finns ingen historik att läsa',
        )
    return Repository(folder, shallow == "true")


def find_repository(folder: Path) -> Repository | None:
    """Open the repository that a folder belongs to; None without Git or a repository.

    Raises:
        GitError: When Git refuses to read the repository.
    """
    try:
        return open_repository(folder)
    except GitError as error:
        if error.failure in {Failure.NOT_INSTALLED, Failure.NO_REPOSITORY}:
            return None
        raise


def utc_day(seconds: int) -> date:
    """Return the UTC day of a time in seconds since 1970."""
    return datetime.fromtimestamp(seconds, UTC).date()


def _run(folder: Path, *arguments: str, text: str = "") -> subprocess.CompletedProcess[bytes]:
    git = shutil.which("git")
    if git is None:
        raise GitError(Failure.NOT_INSTALLED, "Git är inte installerat, så det går inte att läsa någon historik")
    return subprocess.run(
        [git, "--literal-pathspecs", "-C", str(folder), *arguments],
        input=text.encode(), capture_output=True, check=False,
        env=child_environment({"LC_ALL": "C"}, without=_REDIRECTING),
    )  # fmt: skip


def _refused(folder: Path, done: subprocess.CompletedProcess[bytes]) -> GitError:
    reason = " ".join(_text(done.stderr).split())[:300]
    return GitError(Failure.REFUSED, f'Git kan inte läsa historiken för "{folder.as_posix()}": {reason}')


def _text(output: bytes) -> str:
    return output.decode("utf-8", errors="replace")


def _bounded(seconds: str) -> int:
    """Read the time of a commit, which may be any number, and clamp it."""
    return min(int(seconds), LATEST_SECOND)
