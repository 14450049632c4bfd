"""The folder of data: which files there are, and what is read out of each."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Any, Generic, TypeVar

from pydantic import BaseModel

from scripts.diagnostics import Code, Problem
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
from scripts.model.registry import CATALOGUE_FILES, EDITORIAL_FILES
from scripts.model.types import SLUG, FrozenModel

T = TypeVar("T")


@dataclass(frozen=True)
class Document(Generic[T]):
    """A file that has been read.

    Attributes:
        file: The path to show.
        id: The file's name without its ending.
        root: The tree; None when the file could not be read as YAML.
        content: The model, or models; None when the file does not hold what it should.
        problems: What reading found.
    """

    file: str
    id: str
    root: Node | None
    content: T | None
    problems: tuple[Problem, ...]

    def problem(self, path: TreePath, code: Code, message: str, hint: str = "", *, at_key: bool = False) -> Problem:
        """A problem at the value of a path, or at the key that leads to it."""
        if self.root is None:
            return Problem(self.file, 1, 1, code, message, hint)
        place = key_place(self.root, path) if at_key else nearest_place(self.root, path)
        return Problem(self.file, place.line, place.column, code, message, hint)

    def line(self, path: TreePath) -> int:
        """The line that a value stands on."""
        return nearest_place(self.root, path).line if self.root else 1

    def at(self, *path: str | int) -> Node | None:
        """The value of a path, or None where there is none."""
        return None if self.root is None else value_at(self.root, path)

    def select(self, *pattern: str) -> Iterator[tuple[TreePath, Node]]:
        """Every value that a pattern leads to, with its path. See `tree.select`."""
        if self.root is not None:
            yield from select(self.root, *pattern)

    def scalars(self) -> Iterator[tuple[TreePath, Scalar]]:
        """Every single value, with its path."""
        if self.root is not None:
            yield from scalars(self.root)


Records = tuple[FrozenModel, ...]


@dataclass(frozen=True)
class Municipality:
    """One of Sweden's 290 municipalities. The point is near its centre (WGS 84)."""

    code: str
    name: str
    official_name: str
    county: str
    latitude: float
    longitude: float


@dataclass(frozen=True)
class Dataset:
    """Everything in a folder of data, as read, with its problems."""

    cases: tuple[Document[Case], ...]
    catalogue: Mapping[str, Document[Records]]
    municipalities: Mapping[str, Municipality]
    problems: tuple[Problem, ...]

    def documents(self) -> Iterator[Document[Any]]:
        """Every file that holds sourced statements or records."""
        yield from self.cases
        yield from self.catalogue.values()

    def ids(self, kind: str) -> frozenset[str]:
        """The ids of the records of a kind, also of those that have mistakes in them."""
        return frozenset(as_written(node) for _, node in self.catalogue[kind].select("*", "id"))

    def retired(self, kind: str) -> dict[str, str]:
        """The retired records of a kind, and what replaced each."""
        document = self.catalogue[kind]
        return {
            as_written(document.at(path[0], "id")): as_written(node)
            for path, node in document.select("*", "replaced_by")
        }


def read(folder: Path, extra: Iterable[Path] = (), known: Mapping[str, Document[Case]] | None = None) -> Dataset:
    """Read a folder of cases with its catalogue.

    Args:
        folder: Holds `*.yml`, `catalogue/*.yml` and `municipalities.csv`.
        extra: Case files elsewhere. One with the name of a case in the folder stands in for it.
        known: Cases that have been read and not changed since, by id. Their files are not opened.

    Returns:
        All that could be read, and the problems of reading. Never raises because of what is in
        the files.
    """
    problems: list[Problem] = []
    paths = {path.stem: path for path in [*_case_files(folder), *extra]}
    cases = tuple((known or {}).get(id_) or read_case(path) for id_, path in sorted(paths.items()))
    catalogue = {kind: _read_records(folder / "catalogue" / f"{kind}.yml", kind) for kind in CATALOGUE_FILES}
    municipalities = _read_municipalities(folder / "municipalities.csv", problems)
    problems.extend(chain.from_iterable(document.problems for document in cases))
    problems.extend(chain.from_iterable(document.problems for document in catalogue.values()))
    return Dataset(cases, catalogue, municipalities, tuple(problems))


def read_case(path: Path) -> Document[Case]:
    """Read one case file."""
    file = shown(path)
    content = _bytes(path)
    if content is None:
        return _unreadable(file, path.stem)
    parsed = parse(content, file)
    problems = [*parsed.problems]
    if path.suffix != ".yml" or not re.fullmatch(SLUG, path.stem):
        hint = f"Döp om den till {_proposed_name(path.stem)}.yml"
        problems.append(Problem(file, 1, 1, Code.FILE_NAME, f'filnamnet "{path.name}" är inget id', hint))
    case: Case | None = None
    if parsed.root is not None:
        case, found = validate(Case, parsed.root, file)
        problems.extend(found)
    return Document(file, path.stem, parsed.root, case, _first_at_each_place(problems))


def shown(path: Path) -> str:
    """A path as it is shown: relative to the folder one stands in, with forward slashes."""
    try:
        return path.resolve().relative_to(Path.cwd()).as_posix()
    except ValueError:
        return path.as_posix()


def _case_files(folder: Path) -> Iterable[Path]:
    return sorted(
        path for path in folder.glob("*") if path.suffix.lower() in {".yml", ".yaml"} and not path.name.startswith(".")
    )


def _read_records(path: Path, kind: str) -> Document[Records]:
    file = shown(path)
    content = _bytes(path)
    if content is None:
        return Document(file, kind, None, (), ()) if kind in EDITORIAL_FILES else _unreadable(file, kind)
    parsed = parse(content, file)
    if not isinstance(parsed.root, Sequence):
        first = "id" if "id" in CATALOGUE_FILES[kind].model_fields else next(iter(CATALOGUE_FILES[kind].model_fields))
        hint = f'Varje post börjar med "- {first}: …"'
        problems = parsed.problems or (Problem(file, 1, 1, Code.WRONG_TYPE, "filen ska vara en lista", hint),)
        return Document(file, kind, None, None, problems)
    records: list[BaseModel | None] = []
    problems_: list[Problem] = [*parsed.problems]
    for item in parsed.root.items:
        record, found = validate(CATALOGUE_FILES[kind], item, file)
        records.append(record)
        problems_.extend(found)
    whole = tuple(record for record in records if isinstance(record, FrozenModel))
    complete = len(whole) == len(records) and not problems_
    return Document(file, kind, parsed.root, whole if complete else None, _first_at_each_place(problems_))


def _bytes(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except OSError:
        return None


def _unreadable(file: str, stem: str) -> Document[T]:
    problem = Problem(file, 1, 1, Code.MISSING_FILE, "filen finns inte eller går inte att öppna")
    return Document(file, stem, None, None, (problem,))


def _first_at_each_place(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Keep the first problem of each place: what follows from it says nothing new."""
    kept: dict[tuple[int, int], list[Problem]] = {}
    for problem in problems:
        at_place = kept.setdefault((problem.line, problem.column), [])
        if not at_place or at_place[0].code in {Code.MISSING_KEY, Code.FILE_NAME}:
            at_place.append(problem)
    return tuple(problem for at_place in kept.values() for problem in at_place)


def _proposed_name(stem: str) -> str:
    folded = stem.lower().translate(str.maketrans("åäöéü", "aaoeu"))
    return re.sub(r"[^a-z0-9]+", "-", folded).strip("-") or "kommunens-namn"


def _read_municipalities(path: Path, problems: list[Problem]) -> dict[str, Municipality]:
    try:
        with path.open(encoding="utf-8", newline="") as lines:
            return {
                row["code"]: Municipality(
                    row["code"], row["name"], row["official_name"], row["county"], float(row["lat"]), float(row["lon"])
                )
                for row in csv.DictReader(lines)
            }
    except (OSError, KeyError, ValueError, TypeError, csv.Error):
        message = "registret över kommuner finns inte eller går inte att läsa"
        problems.append(Problem(shown(path), 1, 1, Code.MISSING_FILE, message))
        return {}
