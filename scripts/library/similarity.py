"""Similarity between sluices, with the reasons for it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from scripts.library.evidence import Standing
from scripts.library.library import CaseEntry, Library
from scripts.model.enums import Form, Outcome
from scripts.text.swedish import counted, listed

MAX_SIMILAR = 3
"""The maximum number of similar cases to name."""

MAX_SIZE_RATIO = 1.6
"""The maximum ratio between the numbers of employees of two cases that are about equally large."""

_SAME_FORM = {
    Form.SINGLE: "också i en kommuns egen organisation",
    Form.SHARED: "också flera kommuner tillsammans",
    Form.PARALLEL: "också parallella slussar",
}

_SAME_OUTCOME = {
    Outcome.CONTINUED: "fortsatte också",
    Outcome.TRANSFORMED: "blev också något annat",
    Outcome.ENDED: "upphörde också",
}

MAX_CANDIDATES = 200
"""The number of cases above which only those that share the rarest topics are compared."""

Stand = tuple[str, Standing]
"""The id of a topic, and whether a case has done it or contradicts it. Plans and opinions do not make cases alike."""


@dataclass(frozen=True)
class SimilarCase:
    """A case that is similar to another, and the reasons in words: facts first, then shared topics."""

    entry: CaseEntry
    reasons: tuple[str, ...]


@dataclass(frozen=True)
class _Traits:
    """The traits of a case that are compared."""

    counties: frozenset[str]
    stands: tuple[Stand, ...]


@dataclass(frozen=True)
class _Index:
    """An index of a library for finding similar cases.

    Attributes:
        traits: Id of a case → its traits.
        cases_by_stand: Stand → cases that take it.
        cache: Id of a case → its similar cases, kept because a case's page and its data both need them.
    """

    traits: Mapping[str, _Traits]
    cases_by_stand: Mapping[Stand, tuple[CaseEntry, ...]]
    cache: dict[str, tuple[SimilarCase, ...]] = field(default_factory=dict)


def similar(entry: CaseEntry, library: Library) -> tuple[SimilarCase, ...]:
    """Return the cases that are most similar to a case.

    Cases are compared by form, outcome, county, number of employees and what both have done. A topic that few cases
    have done is a stronger sign of similarity, and therefore has more weight.

    Args:
        entry: The case.
        library: The library with the other cases.

    Returns:
        At most `MAX_SIMILAR` other cases with at least two similarities, the most similar first.
    """
    index = _index(library)
    if entry.id not in index.cache:
        index.cache[entry.id] = tuple(_most_similar(entry, index, library))
    return index.cache[entry.id]


def _most_similar(entry: CaseEntry, index: _Index, library: Library) -> Iterator[SimilarCase]:
    stands = index.traits[entry.id].stands
    scored = []
    for other in _candidates(entry, stands, index, library):
        facts = tuple(_shared_facts(entry, other, index))
        shared = tuple(stand for stand in stands if stand in index.traits[other.id].stands)
        weight = 2 * len(facts) + sum(2 / len(index.cases_by_stand[stand]) for stand in shared)
        if len(facts) + len(shared) > 1:
            scored.append((-weight, other.id, other, facts, shared))
    for _, _, other, facts, shared in sorted(scored, key=lambda candidate: candidate[:2])[:MAX_SIMILAR]:
        yield SimilarCase(other, (*facts, *_shared_topics(shared, index, library)))


def _candidates(entry: CaseEntry, stands: tuple[Stand, ...], index: _Index, library: Library) -> Iterable[CaseEntry]:
    """Return the cases to compare with: all other cases, or in a large library those that share the rarest stands."""
    if len(library.cases) <= MAX_CANDIDATES:
        return (other for other in library.cases if other.id != entry.id)
    candidates: dict[str, CaseEntry] = {}
    for stand in sorted(stands, key=lambda stand: len(index.cases_by_stand[stand])):
        if len(candidates) > MAX_CANDIDATES:
            break
        candidates |= {other.id: other for other in index.cases_by_stand[stand]}
    candidates.pop(entry.id, None)
    return candidates.values()


@lru_cache(maxsize=1)
def _index(library: Library) -> _Index:
    cases_by_stand: dict[Stand, dict[str, CaseEntry]] = {}
    stands: dict[str, dict[Stand, None]] = {entry.id: {} for entry in library.cases}
    for topic in library.topic_by_id.values():
        for mention in topic.mentions_as(Standing.DONE, Standing.AGAINST):
            stand = topic.id, mention.standing
            cases_by_stand.setdefault(stand, {})[mention.entry.id] = mention.entry
            stands[mention.entry.id][stand] = None
    return _Index(
        {entry.id: _Traits(counties_of(entry, library), tuple(stands[entry.id])) for entry in library.cases},
        {stand: tuple(entries.values()) for stand, entries in cases_by_stand.items()},
    )


def _shared_facts(entry: CaseEntry, other: CaseEntry, index: _Index) -> Iterator[str]:
    case, other_case = entry.case, other.case
    if case.form is other_case.form:
        yield _SAME_FORM[case.form]
    if case.aftermath.outcome is other_case.aftermath.outcome and case.aftermath.outcome in _SAME_OUTCOME:
        yield _SAME_OUTCOME[case.aftermath.outcome]
    if counties := sorted(index.traits[entry.id].counties & index.traits[other.id].counties):
        yield f"också i {listed(counties)}"
    if case.employees and other_case.employees:
        smaller, larger = sorted((case.employees, other_case.employees))
        if larger <= smaller * MAX_SIZE_RATIO:
            yield "ungefär lika många medarbetare"


def _shared_topics(shared: tuple[Stand, ...], index: _Index, library: Library) -> Iterator[str]:
    if shared:
        rarest_first = sorted(shared, key=lambda stand: len(index.cases_by_stand[stand]))
        number = counted(len(shared), "en metod, faktor eller lärdom", "metoder, faktorer och lärdomar")
        names = listed([f"”{library.topic_by_id[topic].name}”" for topic, _ in rarest_first[:2]])
        yield f"{number} gemensamt, bland annat {names}" if len(shared) > 2 else f"{number} gemensamt: {names}"


def counties_of(entry: CaseEntry, library: Library) -> frozenset[str]:
    """Return the counties of the municipalities that took part in a case, as far as they are named."""
    actors = (entry.case.coordinator, *entry.case.participants)
    return frozenset(library.municipalities[actor.municipality].county for actor in actors if actor.municipality)
