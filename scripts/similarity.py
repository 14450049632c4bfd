"""Which sluices are like each other, and in what."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from scripts.choices import Form, Outcome
from scripts.library import CaseEntry, Library, TopicEntry, stance, use_id
from scripts.records import TOPIC_KINDS
from scripts.swedish import counted, listed

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


@dataclass(frozen=True)
class Likeness:
    """Another case, and what makes it alike, the most telling first."""

    entry: CaseEntry
    reasons: tuple[str, ...]


def similar(entry: CaseEntry, library: Library, most: int = 3) -> tuple[Likeness, ...]:
    """The cases that are most like one.

    Form, outcome, county and size count, and the topics they share. A topic that few cases speak
    of says more of how alike two are, and so weighs more.

    Args:
        entry: The case.
        library: Knows the others.
        most: How many at the most.

    Returns:
        Other cases with at least two reasons, the most alike first.
    """
    shared = _shared_topics(entry, library)
    scored = []
    for other in library.cases:
        if other.id == entry.id:
            continue
        plain = tuple(_reasons(entry, other, library))
        topics = shared.get(other.id, ())
        weight = 2 * len(plain) + sum(2 / len({mention.entry.id for mention in topic.mentions}) for topic in topics)
        reasons = (*plain, *_in_common(topics))
        if len(plain) + len(topics) > 1:
            scored.append((-weight, other.id, Likeness(other, reasons)))
    return tuple(likeness for _, _, likeness in sorted(scored, key=lambda item: item[:2])[:most])


def _shared_topics(entry: CaseEntry, library: Library) -> Mapping[str, tuple[TopicEntry, ...]]:
    """The topics that each other case takes the same stand on. Looks only at cases that share something."""
    shared: dict[str, tuple[TopicEntry, ...]] = {}
    for kind in TOPIC_KINDS:
        for topic, here in {use_id(use): stance(use) for use in entry.uses(kind)}.items():
            found = library.topic_by_id[topic]
            for other in dict.fromkeys(mention.entry.id for mention in found.mentions if stance(mention.use) is here):
                shared[other] = (*shared.get(other, ()), found)
    return shared


def _reasons(entry: CaseEntry, other: CaseEntry, library: Library) -> Iterator[str]:
    here, there = entry.case, other.case
    if here.form is there.form:
        yield _SAME_FORM[here.form]
    if here.aftermath.outcome is there.aftermath.outcome and here.aftermath.outcome in _SAME_OUTCOME:
        yield _SAME_OUTCOME[here.aftermath.outcome]
    if counties := sorted(counties_of(entry, library) & counties_of(other, library)):
        yield f"också i {listed(counties)}"
    if here.employees and there.employees:
        smaller, larger = sorted((here.employees, there.employees))
        if larger <= smaller * ABOUT_AS_MANY:
            yield "ungefär lika många medarbetare"


def _in_common(topics: tuple[TopicEntry, ...]) -> Iterator[str]:
    if topics:
        rare = sorted(topics, key=lambda topic: len({mention.entry.id for mention in topic.mentions}))
        number = counted(len(topics), "en metod, faktor eller lärdom", "metoder, faktorer och lärdomar")
        names = listed([f"”{topic.name}”" for topic in rare[:2]])
        yield f"{number} gemensamt, bland annat {names}" if len(topics) > 2 else f"{number} gemensamt: {names}"


def counties_of(entry: CaseEntry, library: Library) -> frozenset[str]:
    """The counties of the municipalities that took part, as far as they are known."""
    actors = (entry.case.coordinator, *entry.case.participants)
    return frozenset(library.municipalities[actor.municipality].county for actor in actors if actor.municipality)
