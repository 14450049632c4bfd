"""Pointers from conclusions to the statements they rest on, read from the YAML trees.

| pointer | names |
| --- | --- |
| `tranas/aftermath`, `tranas/flow` | the time after the project; the number of ideas at each stage |
| `hoor/funding_sek` | a fact of the fact box |
| `stockholm/results/andra-varvet` | a statement with an id, in any section of a case |
| `sundsvall/methods/idecoach` | the statements of a case on a method, factor or lesson |
| `tranas/gaps/om-planen-blev-klar` | a gap, by its first words |
| `lessons/det-tar-tid/studies/motala` | a study of a record, or an example from elsewhere; also its `description` |
| `programme/utlysningen/halften` | a statement on the programme |
| `timeline/start`, `prestudies/lund`, `glossary/idesluss` | an event, a pre-study, a definition |
| `municipalities/1267` | a municipality in the register: its population and group |
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from scripts.loading.dataset import Dataset, Document
from scripts.loading.yaml_tree import Path, as_written
from scripts.model.registry import TOPIC_KINDS
from scripts.text.suggestions import did_you_mean
from scripts.text.swedish import ascii_slug

GAP_WORDS = 8
"""The number of words of a gap that its pointer has."""

MUNICIPALITIES = "municipalities"

_LISTS = ("background", "goals", "results", "examples", "disagreements", "milestones", "goal_outcomes")
"""The sections of a case whose statements are named by their ids."""

_RECORD_KEYS = {"methods": "method", "success_factors": "factor", "lessons": "lesson"}

_BY_ID = ("timeline", "prestudies", "glossary")
"""The catalogue files whose records are themselves statements."""


def gap_id(text: str) -> str:
    """Return the id of a gap: its first words as a slug."""
    return "-".join(ascii_slug(text).split("-")[:GAP_WORDS])


@dataclass(frozen=True)
class Target:
    """What a pointer names: one or more values of a file.

    Attributes:
        document: The file.
        paths: The paths of the values in it.
    """

    document: Document[Any]
    paths: tuple[Path, ...]


@dataclass(frozen=True)
class PointerIndex:
    """The statements of a dataset, by pointer."""

    dataset: Dataset
    _cache: dict[str, Mapping[str, Target]] = field(default_factory=dict)

    @cached_property
    def _cases(self) -> Mapping[str, Document[Any]]:
        return {case.id: case for case in self.dataset.cases}

    def find(self, pointer: str) -> Target | None:
        """Return what a pointer names; None when it names nothing, or a municipality."""
        return self._within(pointer.partition("/")[0]).get(pointer)

    def is_known(self, pointer: str) -> bool:
        """Return whether a pointer names something, or may name something in a file that could not be read."""
        start, _, rest = pointer.partition("/")
        if start == MUNICIPALITIES:
            return not self.dataset.municipalities or rest in self.dataset.municipalities
        return self.find(pointer) is not None or self._is_unread(start) or self._is_misspelt(pointer)

    def suggestion(self, pointer: str) -> str:
        """Ask in Swedish whether the most similar pointer was meant; empty when none is similar."""
        start = pointer.partition("/")[0]
        if start == MUNICIPALITIES:
            return did_you_mean(pointer, (f"{MUNICIPALITIES}/{code}" for code in self.dataset.municipalities))
        known = self._within(start) or [f"{name}/…" for name in (*self._cases, *TOPIC_KINDS, "programme", *_BY_ID)]
        return did_you_mean(pointer, known)

    def _is_unread(self, start: str) -> bool:
        if start in self.dataset.catalogue:
            return self.dataset.catalogue[start].hides_ids
        case = self._cases.get(start)
        return start in self.dataset.unread_cases or (case is not None and case.is_unread)

    def _is_misspelt(self, pointer: str) -> bool:
        """Return whether a pointer may name statements of a case whose record is misspelt there."""
        case, section, *_ = (*pointer.split("/"), "")
        if case not in self._cases or section not in _RECORD_KEYS:
            return False
        known = self.dataset.ids(section)
        uses = self._cases[case].select(section, "*", _RECORD_KEYS[section])
        return any(as_written(node) not in known for _, node in uses)

    def _within(self, start: str) -> Mapping[str, Target]:
        """Return what can be pointed at in the file that the first step of a pointer names."""
        if start not in self._cache:
            found: dict[str, list[Path]] = {}
            document = self._cases.get(start) or self.dataset.catalogue.get(start)
            pairs = () if document is None else _in_case(document) if start in self._cases else _in_file(document)
            for rest, path in pairs:
                found.setdefault(f"{start}/{rest}", []).append(path)
            self._cache[start] = {key: Target(document, tuple(paths)) for key, paths in found.items() if document}
        return self._cache[start]


def _in_case(case: Document[Any]) -> Iterator[tuple[str, Path]]:
    for fact, _ in case.select("basis", "*"):
        yield str(fact[-1]), (str(fact[-1]),)
        yield str(fact[-1]), fact
    yield from ((section, (section,)) for section in ("flow", "aftermath") if case.at(section))
    yield from ((f"minute/{path[-1]}", path) for path, _ in case.select("minute", "*"))
    for section in (*_LISTS, *_RECORD_KEYS):
        for path, node in case.select(section, "*", "id"):
            yield f"{section}/{as_written(node)}", path[:-1]
    for path, node in case.select("aftermath", "details", "*", "id"):
        yield f"aftermath/{as_written(node)}", path[:-1]
    for kind, key in _RECORD_KEYS.items():
        for path, node in case.select(kind, "*", key):
            yield f"{kind}/{as_written(node)}", path[:-1]
    yield from ((f"gaps/{gap_id(as_written(node))}", path) for path, node in case.select("gaps", "*"))


def _in_file(document: Document[Any]) -> Iterator[tuple[str, Path]]:
    for path, node in document.select("*", "id"):
        record = as_written(node)
        if document.id in _BY_ID:
            yield record, path[:-1]
        for section in ("studies", "elsewhere"):
            for place, id_ in document.select_within(path[:-1], section, "*", "id"):
                yield f"{record}/{section}/{as_written(id_)}", place[:-1]
        if document.id in TOPIC_KINDS:
            yield f"{record}/description", (*path[:-1], "description")
        for place, id_ in document.select_within(path[:-1], "claims", "*", "id"):
            yield f"{record}/{as_written(id_)}", place[:-1]
