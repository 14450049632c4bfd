"""The days on which the data was last changed, read from Git's history.

They are the days of the commits and not of the build, so that two builds of one commit are equal.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from scripts.git.git import Repository, find_repository, utc_day
from scripts.loading.dataset import Document, Records
from scripts.loading.yaml_tree import as_written


@dataclass(frozen=True)
class Dates:
    """Days, as `2026-11-25`. Nothing is known outside a repository.

    Attributes:
        files: The day of each file, by its path within the folder of data.
        records: The day of each record whose lines have been looked up, by its id.
        otherwise: The fallback for everything without a day of its own; may be empty.
    """

    files: Mapping[str, str] = field(default_factory=dict)
    records: Mapping[str, str] = field(default_factory=dict)
    otherwise: str = ""

    def of(self, files: Iterable[str]) -> str:
        """Return the day of the latest change to any of the files; empty when unknown."""
        return max((self.files[file] for file in files if file in self.files), default=self.otherwise)

    def of_all(self) -> str:
        """Return the day of the latest change to any data."""
        return self.of(file for file in self.files if file.endswith((".yml", ".csv")))


def dates(folder: Path, *documents: Document[Records], source_date_epoch: int | None = None) -> Dates:
    """Return the days of the latest changes to the files of a folder.

    Args:
        folder: The folder of data.
        documents: The files of the catalogue whose records get days of their own.
        source_date_epoch: A time in seconds since 1970, whose day is used when the history is unknown; None to leave
            such days unknown.

    Returns:
        The days. Without a complete history there is only the fallback.

    Raises:
        GitError: When Git refuses to read the history.
    """
    otherwise = "" if source_date_epoch is None else _day(source_date_epoch)
    repository = find_repository(folder)
    if repository is None or repository.is_shallow:
        return Dates(otherwise=otherwise)
    files = {path: _day(seconds) for path, seconds in repository.changed_files().items()}
    histories = (record for document in documents for record in record_histories(repository, document))
    records = {record.id: _day(record.changed) for record in histories if record.changed is not None}
    return Dates(files, records, otherwise)


@dataclass(frozen=True)
class RecordHistory:
    """A record, and when it was last changed.

    Attributes:
        id: The id of the record.
        line: The number of its first line.
        changed: When the newest of its committed lines was committed, in seconds since 1970; None without such lines.
        is_committed: Whether all of its lines are committed.
    """

    id: str
    line: int
    changed: int | None
    is_committed: bool


def record_histories(repository: Repository, document: Document[Records]) -> Iterator[RecordHistory]:
    """Yield the latest change to each record of a file.

    Args:
        repository: The folder of data.
        document: A file of the catalogue.

    Yields:
        The records in order; nothing when the file has never been committed.
    """
    starts = [(document.line(path), as_written(document.at(*path, "id"))) for path, _ in document.select("*")]
    lines = repository.changed_lines(f"catalogue/{document.id}.yml") if starts else ()
    if not lines:
        return
    ends = [*(start for start, _ in starts[1:]), len(lines) + 1]
    for (start, record), end in zip(starts, ends, strict=True):
        # Two records may share a line.
        own = lines[start - 1 : max(end - 1, start)]
        changed = max((seconds for seconds in own if seconds is not None), default=None)
        yield RecordHistory(record, start, changed, is_committed=None not in own)


def _day(seconds: int) -> str:
    return utc_day(seconds).isoformat()
