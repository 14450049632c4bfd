"""When the data was last changed, out of Git's history.

The days are those of the commits and not of the build, so that two builds of one commit are the same.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from scripts.loading.dataset import Document
from scripts.loading.yaml_tree import as_written

_LINE = re.compile(r"([0-9a-f]{40,64}) \d+ (\d+)")
_NOT_COMMITTED = re.compile(r"0+")


@dataclass(frozen=True)
class Dates:
    """Days, as `2026-11-25`. Nothing is known outside a repository.

    Attributes:
        files: Of each file, by its path within the folder of data.
        records: Of each record whose lines have been looked up, by its id.
        otherwise: Of what has no day of its own; empty when there is nothing to fall back on.
    """

    files: Mapping[str, str] = field(default_factory=dict)
    records: Mapping[str, str] = field(default_factory=dict)
    otherwise: str = ""

    def of(self, files: Iterable[str]) -> str:
        """The day of the latest change to any of some files; empty when it is not known."""
        return max((self.files[file] for file in files if file in self.files), default=self.otherwise)

    def of_all(self) -> str:
        """The day of the latest change to anything in the data."""
        return self.of(file for file in self.files if file.endswith((".yml", ".csv")))


def dates(folder: Path, *documents: Document[object]) -> Dates:
    """Look up when the files of a folder were last changed.

    Without a whole history there are no days. Then that of `SOURCE_DATE_EPOCH` stands for all, when
    it is set.

    Args:
        folder: The folder of data.
        documents: Files of the catalogue whose records are to have days of their own.

    Returns:
        The days.
    """
    if _git(folder, "rev-parse", "--is-shallow-repository").strip() != "false":
        return Dates(otherwise=_epoch())
    files: dict[str, str] = {}
    for commit in _git(folder, "log", "--format=%x00%ct", "--name-only", "--relative", "--", ".").split("\0")[1:]:
        seconds, *paths = commit.split("\n")
        for path in filter(None, paths):
            files[path] = max(files.get(path, ""), _day(seconds))
    records = {id_: day for document in documents for id_, day in _records(folder, document).items()}
    return Dates(files, records, _epoch())


def _records(folder: Path, document: Document[object]) -> dict[str, str]:
    """A record is as new as the newest of its lines that have been committed."""
    days: dict[int, str] = {}
    line = 0
    for text in _git(folder, "blame", "--line-porcelain", "--", f"catalogue/{document.id}.yml").split("\n"):
        if found := _LINE.match(text):
            line = 0 if _NOT_COMMITTED.fullmatch(found[1]) else int(found[2])
        elif line and text.startswith("committer-time "):
            days[line] = _day(text.split()[1])
    starts = [(document.line(path), as_written(document.at(*path, "id"))) for path, _ in document.select("*")]
    ends = [*(start for start, _ in starts[1:]), max(days, default=0) + 1]
    found_days = {
        record: max((days.get(line, "") for line in range(start, end)), default="")
        for (start, record), end in zip(starts, ends, strict=False)
    }
    return {record: day for record, day in found_days.items() if day}


def _epoch() -> str:
    seconds = os.environ.get("SOURCE_DATE_EPOCH", "")
    return _day(seconds) if seconds.isdecimal() else ""


def _day(seconds: str) -> str:
    return datetime.fromtimestamp(int(seconds), UTC).date().isoformat()


def _git(folder: Path, *arguments: str) -> str:
    """What Git answers; nothing when it cannot."""
    git = shutil.which("git")
    if git is None:
        return ""
    command = [git, "-c", "core.quotePath=false", "-C", str(folder), *arguments]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", errors="replace", check=False)
    return "" if done.returncode else done.stdout
