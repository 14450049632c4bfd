"""The files and folders that a check was asked for by name."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from pathlib import Path

from scripts.diagnostics import Problem
from scripts.loading.dataset import Dataset
from scripts.loading.folder import MUNICIPALITIES


def files_elsewhere(paths: Iterable[Path], folder: Path) -> tuple[Path, ...]:
    """Return the named files that are not in the folder of data. They are read as cases."""
    return tuple(path for path in paths if not path.is_dir() and not _place(path).is_relative_to(folder.resolve()))


def folders_elsewhere(paths: Iterable[Path], folder: Path) -> tuple[Path, ...]:
    """Return the named folders that have nothing to do with the folder of data: neither within it nor around it."""
    data = folder.resolve()
    return tuple(
        path
        for path in paths
        if path.is_dir() and not path.resolve().is_relative_to(data) and not data.is_relative_to(path.resolve())
    )


def within(problems: Iterable[Problem], paths: Iterable[Path]) -> tuple[Problem, ...]:
    """Return the problems of the named files and of the files in the named folders."""
    places = tuple(path.resolve() if path.is_dir() else _place(path) for path in paths)

    @cache
    def is_wanted(file: str) -> bool:
        return any(_place(Path(file)).is_relative_to(place) for place in places)

    return tuple(problem for problem in problems if is_wanted(problem.file))


def unchecked(paths: Iterable[Path], dataset: Dataset) -> tuple[Path, ...]:
    """Return the named files that are known but hold no data, such as a README."""
    files = {document.file for document in dataset.documents()} | {problem.file for problem in dataset.problems}
    checked = {_place(Path(file)) for file in files}
    return tuple(
        path for path in paths if not path.is_dir() and path.name != MUNICIPALITIES and _place(path) not in checked
    )


def _place(path: Path) -> Path:
    """Return the absolute path of a file, or of a link rather than what it leads to."""
    return path.parent.resolve() / path.name
