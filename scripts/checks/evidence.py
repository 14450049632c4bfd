"""Rules for what may count as evidence: no reading of our own, no plan told as done, and no statement counted twice."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain, combinations
from typing import Any

from scripts.diagnostics import Code, Problem
from scripts.library.evidence import Standing, standing
from scripts.library.library import use_id
from scripts.loading.dataset import Dataset, Document
from scripts.loading.yaml_tree import Node, Path, Scalar, as_written, select, value_at
from scripts.model.case import Case
from scripts.model.catalogue import Topic
from scripts.model.claims import Use
from scripts.model.enums import Stage, Stance
from scripts.model.messages import explain
from scripts.model.registry import TOPIC_KINDS

OWN_READING = re.compile(r"vår (?:egen )?(?:läsning|tolkning)|pekar inte ut|framgår inte", re.IGNORECASE)
"""Words that say that a link to the record is the editors' own, or that the source does not say it."""

SAME_WORDS = 0.75
"""The share of the words of the shorter of two texts above which they say the same."""

_FEWEST_WORDS = 4
_WORD = re.compile(r"\w{4,}")

_RECORD_KEYS = {"methods": "method", "success_factors": "factor", "lessons": "lesson"}


@dataclass(frozen=True)
class _Statement:
    """A use of a record in a case, as written."""

    path: Path
    record: str
    words: frozenset[str]
    sources: frozenset[str]


def own_reading(dataset: Dataset) -> Iterator[Problem]:
    """Report statements on factors and lessons that support their record only by the editors' own reading."""
    for case in dataset.cases:
        for kind in ("success_factors", "lessons"):
            for path, use in case.select(kind, "*"):
                text = as_written(value_at(use, ("text",)))
                supports = as_written(value_at(use, ("stance",))) == Stance.SUPPORTS
                if supports and (match := OWN_READING.search(text)):
                    yield case.problem((*path, "stance"), explain(Code.OWN_READING, words=match.group()))


def plan_as_done(dataset: Dataset) -> Iterator[Problem]:
    """Warn of statements that are said to be done although all their sources are plans."""
    shared = dataset.catalogue["sources"]
    plans = {as_written(value_at(node, ("id",))) for _, node in shared.select("*") if _is_plan(node)}
    for case in dataset.cases:
        here = {str(path[-1]): node for path, node in case.select("sources", "*")}
        of_case = (plans - here.keys()) | {id_ for id_, node in here.items() if _is_plan(node)}
        for kind in TOPIC_KINDS:
            for path, use in case.select(kind, "*"):
                cited = {as_written(source) for _, source in select(use, "sources", "*")}
                if cited and cited <= of_case and as_written(value_at(use, ("stage",))) == Stage.DONE:
                    yield case.problem((*path, "stage"), explain(Code.PLAN_AS_DONE, source=min(cited)))


def repeated_statements(dataset: Dataset) -> Iterator[Problem]:
    """Warn of statements that stand under several records: nearly the same words, from the same source."""
    for case in dataset.cases:
        for first, second in combinations(_statements(case), 2):
            if first.record != second.record and first.sources & second.sources and _say_the_same(first, second):
                explanation = explain(Code.REPEATED, record=first.record, line=case.line(first.path))
                yield case.problem((*second.path, "text"), explanation)


def uncounted(dataset: Dataset) -> tuple[str, ...]:
    """Return the names of records that cases mention without a single use that counts, in the order of the files.

    Files with mistakes are left out.
    """
    counts: dict[str, bool] = {}
    content = chain.from_iterable(dataset.catalogue[kind].content or () for kind in TOPIC_KINDS)
    records = {record.id: record for record in content if isinstance(record, Topic)}
    for case in dataset.cases:
        for use in _uses(case.content):
            if record := records.get(use_id(use)):
                counts[record.id] = counts.get(record.id, False) or standing(use, record) is Standing.DONE
    return tuple(str(record.name) for id_, record in records.items() if counts.get(id_) is False)


def _uses(case: Case | None) -> tuple[Use, ...]:
    return (*case.methods, *case.success_factors, *case.lessons) if case else ()


def _is_plan(source: Node) -> bool:
    plan = value_at(source, ("plan",))
    return isinstance(plan, Scalar) and plan.data is True


def _statements(case: Document[Any]) -> Iterator[_Statement]:
    for kind, key in _RECORD_KEYS.items():
        for path, use in case.select(kind, "*"):
            yield _Statement(
                path,
                as_written(value_at(use, (key,))),
                frozenset(_WORD.findall(as_written(value_at(use, ("text",))).casefold())),
                frozenset(as_written(source) for _, source in select(use, "sources", "*")),
            )


def _say_the_same(first: _Statement, second: _Statement) -> bool:
    shorter = min(len(first.words), len(second.words))
    return shorter >= _FEWEST_WORDS and len(first.words & second.words) >= SAME_WORDS * shorter
