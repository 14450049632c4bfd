"""Records and cases that nobody has touched for years, out of Git's history."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from scripts.commands.upkeep.cited_urls import Spot
from scripts.errors import UsageError
from scripts.loading.dataset import Dataset
from scripts.loading.yaml_tree import as_written

NOT_AGING = {"sources"}
"""Records that state nothing. Whether a source can still be read is what the links tell."""

_COMMIT = re.compile(r"[0-9a-f]{40,64} \d+ (\d+)")


class HistoryError(UsageError):
    """Git's history cannot be read. The message says why, in Swedish."""


@dataclass(frozen=True, order=True, slots=True)
class Unchanged:
    """A record or a case, and the day it was last changed."""

    changed: date
    id: str
    spot: Spot


def unchanged(dataset: Dataset, folder: Path, since: date) -> tuple[Unchanged, ...]:
    """What has not been changed for long.

    Args:
        dataset: What was read from the folder.
        folder: The folder of data, in a repository with its whole history.
        since: The day that everything newer than it is left out.

    Returns:
        Records and cases, the oldest change first.

    Raises:
        HistoryError: When there is no history, or only the end of it.
    """
    if _git(folder, "rev-parse", "--is-shallow-repository").strip() != "false":
        raise HistoryError("bara slutet av historiken är hämtad. Hämta allt: git fetch --unshallow")
    found = [*_cases(dataset, folder), *_records(dataset, folder)]
    return tuple(sorted(item for item in found if item.changed <= since))


def years_before(day: date, years: int) -> date:
    """The same day so many years earlier; the last of February for a leap day."""
    try:
        return day.replace(year=day.year - years)
    except ValueError:
        return day.replace(year=day.year - years, day=28)


def _cases(dataset: Dataset, folder: Path) -> Iterator[Unchanged]:
    for case in dataset.cases:
        seconds = _git(folder, "log", "-1", "--format=%ct", "--", Path(case.file).name).strip()
        if seconds:
            yield Unchanged(_day(int(seconds)), case.id, Spot(case.file, 1))


def _records(dataset: Dataset, folder: Path) -> Iterator[Unchanged]:
    """A record is as new as the newest of its lines."""
    for kind, document in dataset.catalogue.items():
        path = f"catalogue/{kind}.yml"
        starts = [(node.place.line, as_written(document.at(*where, "id"))) for where, node in document.select("*")]
        if kind in NOT_AGING or not starts or not _git(folder, "ls-files", "--", path):
            continue
        changed = _blame(folder, path)
        ends = [line for line, _ in starts[1:]] + [max(changed) + 1]
        for (start, record), end in zip(starts, ends, strict=True):
            newest = max(changed.get(line, 0) for line in range(start, max(end, start + 1)))
            yield Unchanged(_day(newest), record, Spot(document.file, start))


def _blame(folder: Path, path: str) -> Mapping[int, int]:
    """Line → the second of the commit that wrote it."""
    changed: dict[int, int] = {}
    line = 0
    for text in _git(folder, "blame", "--line-porcelain", "--", path).split("\n"):
        if found := _COMMIT.match(text):
            line = int(found[1])
        elif text.startswith("committer-time "):
            changed[line] = int(text.split()[1])
    return changed


def _day(seconds: int) -> date:
    return datetime.fromtimestamp(seconds, UTC).date()


def _git(folder: Path, *arguments: str) -> str:
    git = shutil.which("git")
    if git is None:
        raise HistoryError("Git är inte installerat")
    done = subprocess.run(
        [git, "--literal-pathspecs", "-C", str(folder), *arguments],
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    if done.returncode:
        raise HistoryError(f"Git kan inte läsa historiken för {folder.as_posix()}: {done.stderr.strip()[:200]}")
    return done.stdout
