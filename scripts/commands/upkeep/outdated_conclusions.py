"""Conclusions whose basis has changed since they were last held against it, according to Git's history."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from scripts.commands.upkeep.cited_urls import Location
from scripts.git.git import open_repository, utc_day
from scripts.library.pointers import PointerIndex
from scripts.loading.dataset import Dataset, Document
from scripts.loading.yaml_tree import Path as TreePath
from scripts.loading.yaml_tree import as_written, scalars, value_at


@dataclass(frozen=True, order=True, slots=True)
class OutdatedConclusion:
    """A conclusion, and a statement under it that has changed since.

    Attributes:
        changed: The day that the statement was changed.
        pointer: The pointer to the statement.
        reviewed: The day that the conclusion was last held against its basis, as written.
        location: The line of that day.
        basis: The line of the statement.
    """

    changed: date
    pointer: str
    reviewed: str
    location: Location
    basis: Location


def outdated(dataset: Dataset, folder: Path) -> tuple[OutdatedConclusion, ...]:
    """Find conclusions that rest on a statement which was changed after the day they were reviewed.

    Args:
        dataset: The data of the folder.
        folder: The folder of data, in a repository with its complete history.

    Returns:
        One item for each such statement of a conclusion, the earliest change first. A statement that is not
        committed counts as unchanged.

    Raises:
        GitError: When there is no history.
    """
    repository = open_repository(folder)
    lines = cache(repository.changed_lines)
    index = PointerIndex(dataset)
    found = (
        OutdatedConclusion(
            day, pointer, reviewed, Location(document.file, line), Location(basis.file, basis.line(path))
        )
        for document, line, reviewed, pointers in _conclusions(dataset)
        for pointer in pointers
        for basis, path in _places(index, pointer)
        if (day := _changed(basis, path, lines(_name(basis)))) and day.isoformat() > reviewed
    )
    return tuple(sorted(set(found)))


def _conclusions(dataset: Dataset) -> Iterator[tuple[Document[Any], int, str, tuple[str, ...]]]:
    """Yield the file of each conclusion, the line and the text of its day, and its pointers."""
    for document in dataset.catalogue.values():
        for path, node in document.scalars:
            if path[-1] == "reviewed":
                pointers = (
                    as_written(pointer)
                    for key in ("rests_on", "against")
                    for _, pointer in document.select_within(path[:-1], key, "*")
                )
                yield document, node.place.line, node.raw, tuple(pointers)


def _places(index: PointerIndex, pointer: str) -> Iterator[tuple[Document[Any], TreePath]]:
    if target := index.find(pointer):
        yield from ((target.document, path) for path in target.paths)


def _changed(document: Document[Any], path: TreePath, times: Sequence[int | None]) -> date | None:
    """Return the day of the latest committed change to the lines of a value; None when it was never committed."""
    node = None if document.root is None else value_at(document.root, path)
    if node is None:
        return None
    own = {place.place.line for _, place in scalars(node)} | {node.place.line}
    # A text that is folded over several lines ends where the next value begins.
    following = min((line for line in _starts(document) if line > max(own)), default=len(times) + 1)
    committed = [seconds for seconds in times[min(own) - 1 : following - 1] if seconds is not None]
    return utc_day(max(committed)) if committed else None


def _starts(document: Document[Any]) -> frozenset[int]:
    return frozenset(node.place.line for _, node in document.scalars)


def _name(document: Document[Any]) -> str:
    """Return the path of a file within the folder of data."""
    file = Path(document.file)
    return file.name if file.parent.name != "catalogue" else f"catalogue/{file.name}"
