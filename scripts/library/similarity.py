"""Which sluices are like each other, and in what."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from scripts.library.library import CaseEntry, Library, stance, use_id
from scripts.model.enums import Form, Outcome, Stance
from scripts.model.registry import TOPIC_KINDS
from scripts.text.swedish import counted, listed

MOST = 3
"""How many others are named."""

ABOUT_AS_MANY = 1.6
"""How many times as many employees another may have and still be called about as large."""

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

ENOUGH = 200
"""With more cases than this, only those are looked at that share what few speak of."""

Stand = tuple[str, Stance]
"""A topic, and the side taken on it."""


@dataclass(frozen=True)
class Likeness:
    """Another case, and what makes it alike, the most telling first."""

    entry: CaseEntry
    reasons: tuple[str, ...]


@dataclass(frozen=True)
class _Traits:
    """What a case is compared by."""

    counties: frozenset[str]
    stands: frozenset[Stand]


@dataclass(frozen=True)
class _Index:
    """The traits of every case, the cases that take each stand, and how many speak of each topic.

    What has been found is kept, since a case's page and its data ask for the same.
    """

    traits: Mapping[str, _Traits]
    takers: Mapping[Stand, tuple[CaseEntry, ...]]
    spoken_of_by: Mapping[str, int]
    found: dict[str, tuple[Likeness, ...]] = field(default_factory=dict)


def similar(entry: CaseEntry, library: Library) -> tuple[Likeness, ...]:
    """The cases that are most like one.

    Form, outcome, county and size count, and the topics they share. A topic that few cases speak
    of says more of how alike two are, and so weighs more.

    Args:
        entry: The case.
        library: Knows the others.

    Returns:
        Other cases with at least two reasons, `MOST` of them at the most, the most alike first.
    """
    index = _index(library)
    if entry.id not in index.found:
        index.found[entry.id] = tuple(_most_alike(entry, index, library))
    return index.found[entry.id]


def _most_alike(entry: CaseEntry, index: _Index, library: Library) -> Iterator[Likeness]:
    stands = tuple({use_id(use): stance(use) for kind in TOPIC_KINDS for use in entry.uses(kind)}.items())
    scored = []
    for other in _candidates(entry, stands, index, library):
        plain = tuple(_reasons(entry, other, index))
        shared = tuple(topic for topic, side in stands if (topic, side) in index.traits[other.id].stands)
        weight = 2 * len(plain) + sum(2 / index.spoken_of_by[topic] for topic in shared)
        if len(plain) + len(shared) > 1:
            scored.append((-weight, other.id, other, plain, shared))
    for _, _, other, plain, shared in sorted(scored, key=lambda found: found[:2])[:MOST]:
        yield Likeness(other, (*plain, *_in_common(shared, index, library)))


def _candidates(entry: CaseEntry, stands: Iterable[Stand], index: _Index, library: Library) -> Iterable[CaseEntry]:
    """The cases to compare with: all of them, or enough of those that share the rarest stands."""
    if len(library.cases) <= ENOUGH:
        return (other for other in library.cases if other.id != entry.id)
    found: dict[str, CaseEntry] = {}
    for stand in sorted(stands, key=lambda stand: len(index.takers[stand])):
        if len(found) > ENOUGH:
            break
        found |= {other.id: other for other in index.takers[stand]}
    found.pop(entry.id, None)
    return found.values()


@lru_cache(maxsize=1)
def _index(library: Library) -> _Index:
    takers: dict[Stand, dict[str, CaseEntry]] = {}
    stands: dict[str, set[Stand]] = {entry.id: set() for entry in library.cases}
    for topic in library.topic_by_id.values():
        for mention in topic.mentions:
            stand = topic.id, stance(mention.use)
            takers.setdefault(stand, {})[mention.entry.id] = mention.entry
            stands[mention.entry.id].add(stand)
    return _Index(
        {entry.id: _Traits(counties_of(entry, library), frozenset(stands[entry.id])) for entry in library.cases},
        {stand: tuple(entries.values()) for stand, entries in takers.items()},
        {topic.id: topic.spoken_of_by for topic in library.topic_by_id.values()},
    )


def _reasons(entry: CaseEntry, other: CaseEntry, index: _Index) -> Iterator[str]:
    here, there = entry.case, other.case
    if here.form is there.form:
        yield _SAME_FORM[here.form]
    if here.aftermath.outcome is there.aftermath.outcome and here.aftermath.outcome in _SAME_OUTCOME:
        yield _SAME_OUTCOME[here.aftermath.outcome]
    if counties := sorted(index.traits[entry.id].counties & index.traits[other.id].counties):
        yield f"också i {listed(counties)}"
    if here.employees and there.employees:
        smaller, larger = sorted((here.employees, there.employees))
        if larger <= smaller * ABOUT_AS_MANY:
            yield "ungefär lika många medarbetare"


def _in_common(topics: tuple[str, ...], index: _Index, library: Library) -> Iterator[str]:
    if topics:
        rare = sorted(topics, key=lambda topic: index.spoken_of_by[topic])
        number = counted(len(topics), "en metod, faktor eller lärdom", "metoder, faktorer och lärdomar")
        names = listed([f"”{library.topic_by_id[topic].name}”" for topic in rare[:2]])
        yield f"{number} gemensamt, bland annat {names}" if len(topics) > 2 else f"{number} gemensamt: {names}"


def counties_of(entry: CaseEntry, library: Library) -> frozenset[str]:
    """The counties of the municipalities that took part, as far as they are known."""
    actors = (entry.case.coordinator, *entry.case.participants)
    return frozenset(library.municipalities[actor.municipality].county for actor in actors if actor.municipality)
