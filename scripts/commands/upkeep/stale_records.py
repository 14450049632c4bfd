"""Records and cases that have not been changed for years, according to Git's history."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from scripts.commands.upkeep.cited_urls import Location
from scripts.git.git import Failure, GitError, Repository, open_repository, utc_day
from scripts.git.last_modified import record_histories
from scripts.loading.dataset import Dataset

NOT_AGING = {"sources"}
"""Records that make no statements. Whether a source still works is checked by its link."""


@dataclass(frozen=True, order=True, slots=True)
class Unchanged:
    """A record or a case with the day of its last change."""

    changed: date
    id: str
    location: Location


def unchanged(dataset: Dataset, folder: Path, since: date) -> tuple[Unchanged, ...]:
    """Find records and cases that have not been changed for long.

    Args:
        dataset: The data of the folder.
        folder: The folder of data, in a repository with its complete history.
        since: The latest day of change to include.

    Returns:
        The records and cases, oldest change first.

    Raises:
        GitError: When there is no history, or only the end of it.
    """
    repository = open_repository(folder)
    if repository.is_shallow:
        raise GitError(Failure.SHALLOW, "bara slutet av historiken är hämtad. Hämta allt: git fetch --unshallow")
    items = [*_cases(dataset, repository), *_records(dataset, repository)]
    return tuple(sorted(item for item in items if item.changed <= since))


def years_before(day: date, years: int) -> date:
    """Return the same day some years earlier; 28 February for a leap day."""
    try:
        return day.replace(year=day.year - years)
    except ValueError:
        return day.replace(year=day.year - years, day=28)


def _cases(dataset: Dataset, repository: Repository) -> Iterator[Unchanged]:
    changed = repository.changed_files()
    for case in dataset.cases:
        name = Path(case.file).name
        if name in changed:
            yield Unchanged(utc_day(changed[name]), case.id, Location(case.file, 1))


def _records(dataset: Dataset, repository: Repository) -> Iterator[Unchanged]:
    """Yield the records with their days. A record is as new as its newest line; an uncommitted line makes it new."""
    for kind, document in dataset.catalogue.items():
        if kind in NOT_AGING:
            continue
        for record in record_histories(repository, document):
            if record.changed is not None and record.is_committed:
                yield Unchanged(utc_day(record.changed), record.id, Location(document.file, record.line))
