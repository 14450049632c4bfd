"""Load a folder of data: the cases, the catalogue and the municipalities."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from pathlib import Path
from typing import Any, Generic, TypeVar

from pydantic import BaseModel

from scripts.diagnostics import Code, Problem
from scripts.loading.file_names import is_id, proposed_id
from scripts.loading.folder import CATALOGUE, MUNICIPALITIES, case_files, shown
from scripts.loading.validation import validate
from scripts.loading.yaml_parser import parse
from scripts.loading.yaml_tree import (
    Node,
    Scalar,
    Sequence,
    as_written,
    key_place,
    nearest_place,
    scalars,
    select,
    value_at,
)
from scripts.loading.yaml_tree import Path as TreePath
from scripts.model.case import Case
from scripts.model.messages import Explanation, explain
from scripts.model.registry import CATALOGUE_FILES, EDITORIAL_FILES
from scripts.model.types import FrozenModel

T = TypeVar("T")

_HIDING = frozenset({Code.SYNTAX, Code.DUPLICATE_KEY, Code.ANCHOR_OR_TAG, Code.NESTING})
"""The problems that can leave a part of a file unread while the rest is read."""


@dataclass(frozen=True)
class Document(Generic[T]):
    """A file that has been read.

    Attributes:
        file: The path to show.
        id: The name of the file without its extension.
        root: The tree; None when the file could not be read as YAML.
        content: The model, or models; None when the file is not valid, or was not read.
        problems: The problems of loading.
    """

    file: str
    id: str
    root: Node | None
    content: T | None
    problems: tuple[Problem, ...]

    @property
    def is_unread(self) -> bool:
        """Whether nothing in the file could be read."""
        return self.root is None and self.content is None

    @cached_property
    def hides_ids(self) -> bool:
        """Whether records may have ids that could not be read, so that the ids are not all known."""
        return (
            self.is_unread
            or any(problem.code in _HIDING for problem in self.problems)
            or any(not is_id(as_written(value_at(record, ("id",)))) for _, record in self.select("*"))
        )

    def problem(self, path: TreePath, explanation: Explanation, *, at_key: bool = False) -> Problem:
        """Create a problem at the value of a path, or at the key that leads to it."""
        if self.root is None:
            return Problem(self.file, 1, 1, *explanation)
        place = key_place(self.root, path) if at_key else nearest_place(self.root, path)
        return Problem(self.file, place.line, place.column, *explanation)

    def line(self, path: TreePath) -> int:
        """Return the line of a value."""
        return nearest_place(self.root, path).line if self.root else 1

    def at(self, *path: str | int) -> Node | None:
        """Return the value of a path, or None."""
        return None if self.root is None else value_at(self.root, path)

    def select(self, *pattern: str) -> Iterator[tuple[TreePath, Node]]:
        """Yield every value that a pattern matches, with its path. See `yaml_tree.select`."""
        if self.root is not None:
            yield from select(self.root, *pattern)

    def select_within(self, path: TreePath, *pattern: str) -> Iterator[tuple[TreePath, Node]]:
        """Yield every value that a pattern matches within the value of a path, with its path in the file."""
        if (node := self.at(*path)) is not None:
            yield from (((*path, *rest), value) for rest, value in select(node, *pattern))

    @cached_property
    def scalars(self) -> tuple[tuple[TreePath, Scalar], ...]:
        """Every scalar, with its path. Kept because many rules go through them all."""
        return () if self.root is None else tuple(scalars(self.root))


Records = tuple[FrozenModel, ...]


@dataclass(frozen=True)
class Municipality:
    """One of Sweden's 290 municipalities.

    Attributes:
        code: Statistics Sweden's code, four digits.
        name: The short name.
        official_name: The name with the word for municipality.
        county: The name of its county.
        latitude: Of a point near its centre, in degrees (WGS 84).
        longitude: Of the same point.
        population: The number of inhabitants at the end of `population_year` (Statistics Sweden).
        population_year: The year that the number is from.
        group: The code of its group in the division of 2023 by the association of municipalities (SKR), such as `B3`.
        group_name: The name of the group.
    """

    code: str
    name: str
    official_name: str
    county: str
    latitude: float
    longitude: float
    population: int
    population_year: int
    group: str
    group_name: str


@dataclass(frozen=True)
class Dataset:
    """A loaded folder of data, with its problems.

    Attributes:
        cases: The files of cases.
        catalogue: The files of the catalogue, by stem.
        municipalities: The municipalities, by code; empty when the register could not be read.
        problems: The problems of reading.
        unread_cases: The ids that cases in files which were not read should have.
    """

    cases: tuple[Document[Case], ...]
    catalogue: Mapping[str, Document[Records]]
    municipalities: Mapping[str, Municipality]
    problems: tuple[Problem, ...]
    unread_cases: frozenset[str] = frozenset()

    def documents(self) -> Iterator[Document[Any]]:
        """Yield every file of cases and of the catalogue."""
        yield from self.cases
        yield from self.catalogue.values()

    def unread_files(self) -> frozenset[str]:
        """The files that could not be read at all."""
        read = {document.file for document in self.documents() if document.root is not None}
        return frozenset(problem.file for problem in self.problems if problem.file not in read)

    def ids(self, kind: str) -> frozenset[str]:
        """Return the ids of the records of a kind, also of those with mistakes."""
        return frozenset(as_written(node) for _, node in self.catalogue[kind].select("*", "id"))

    def retired(self, kind: str) -> dict[str, str]:
        """Return the retired records of a kind, and the successor of each."""
        document = self.catalogue[kind]
        return {
            as_written(document.at(path[0], "id")): as_written(node)
            for path, node in document.select("*", "replaced_by")
        }


def read(folder: Path, extra: Iterable[Path] = (), known: Mapping[str, Document[Case]] | None = None) -> Dataset:
    """Load a folder of cases with its catalogue.

    Args:
        folder: The folder with `*.yml`, `catalogue/*.yml` and `municipalities.csv`.
        extra: Case files elsewhere. One with the name of a case in the folder replaces it.
        known: Cases by id that have not changed since they were loaded. Their files are not opened.

    Returns:
        Everything that could be loaded, and the problems. Never raises because of the content of a file.
    """
    files = case_files(folder, extra)
    problems = [*files.problems]
    paths = sorted(files.paths, key=lambda path: path.stem)
    cases = tuple((known or {}).get(path.stem) or read_case(path) for path in paths)
    catalogue = {
        kind: _read_records(folder / CATALOGUE / f"{kind}.yml", kind, is_missed=kind in files.unread)
        for kind in CATALOGUE_FILES
    }
    municipalities = _read_municipalities(folder / MUNICIPALITIES, problems)
    problems.extend(chain.from_iterable(document.problems for document in cases))
    problems.extend(chain.from_iterable(document.problems for document in catalogue.values()))
    return Dataset(cases, catalogue, municipalities, tuple(problems), files.unread)


def read_case(path: Path) -> Document[Case]:
    """Load one case file."""
    file = shown(path)
    content = _bytes(path)
    if content is None:
        return _unreadable(file, path.stem)
    parsed = parse(content, file)
    problems = [*parsed.problems]
    if not is_id(path.stem) or path.suffix != ".yml":
        variant = "ending" if is_id(path.stem) else ""
        name = explain(Code.FILE_NAME, variant, name=path.name, proposed=f"{proposed_id(path.name)}.yml")
        problems.append(Problem(file, 1, 1, *name))
    case: Case | None = None
    if parsed.root is not None:
        case, case_problems = validate(Case, parsed.root, file)
        problems.extend(case_problems)
    return Document(file, path.stem, parsed.root, case, _first_at_each_place(problems))


def _read_records(path: Path, kind: str, *, is_missed: bool) -> Document[Records]:
    file = shown(path)
    content = _bytes(path)
    if content is None:
        if kind not in EDITORIAL_FILES:
            return _unreadable(file, kind)
        # What is there under another name has a problem of its own.
        return Document(file, kind, None, None if is_missed else (), ())
    parsed = parse(content, file)
    if not isinstance(parsed.root, Sequence):
        first = "id" if "id" in CATALOGUE_FILES[kind].model_fields else next(iter(CATALOGUE_FILES[kind].model_fields))
        problems = parsed.problems or (Problem(file, 1, 1, *explain(Code.WRONG_TYPE, "records", first=first)),)
        return Document(file, kind, None, None, problems)
    records: list[BaseModel | None] = []
    problems_: list[Problem] = [*parsed.problems]
    for item in parsed.root.items:
        record, record_problems = validate(CATALOGUE_FILES[kind], item, file)
        records.append(record)
        problems_.extend(record_problems)
    whole = tuple(record for record in records if isinstance(record, FrozenModel))
    complete = len(whole) == len(records) and not problems_
    return Document(file, kind, parsed.root, whole if complete else None, _first_at_each_place(problems_))


def _bytes(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except OSError:
        return None


def _unreadable(file: str, stem: str) -> Document[T]:
    return Document(file, stem, None, None, (Problem(file, 1, 1, *explain(Code.MISSING_FILE)),))


def _first_at_each_place(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Keep the first problem at each place, since the others follow from it."""
    kept: dict[tuple[int, int], list[Problem]] = {}
    for problem in problems:
        at_place = kept.setdefault((problem.line, problem.column), [])
        if not at_place or at_place[0].code in {Code.MISSING_KEY, Code.FILE_NAME}:
            at_place.append(problem)
    return tuple(problem for at_place in kept.values() for problem in at_place)


def _read_municipalities(path: Path, problems: list[Problem]) -> dict[str, Municipality]:
    try:
        with path.open(encoding="utf-8", newline="") as lines:
            register = {
                row["code"]: Municipality(
                    row["code"],
                    row["name"],
                    row["official_name"],
                    row["county"],
                    float(row["lat"]),
                    float(row["lon"]),
                    int(row["population"]),
                    int(row["population_year"]),
                    row["group"],
                    row["group_name"],
                )
                for row in csv.DictReader(lines)
            }
    except (OSError, KeyError, ValueError, TypeError, csv.Error):
        register = {}
    if not register:
        problems.append(Problem(shown(path), 1, 1, *explain(Code.MISSING_FILE, "municipalities")))
    return register
