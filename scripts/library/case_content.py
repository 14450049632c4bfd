"""What a case shows: its facts and its sections, in order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from scripts.library.library import CaseEntry, Library, TopicEntry, Use, use_id
from scripts.library.queries import actor_name, actor_names
from scripts.model.case import FactBasis
from scripts.text.swedish import kronor, number, period

MOST_NAMED = 8
"""How many other sluices are named beside a topic. When they are more, they are counted."""


@dataclass(frozen=True)
class Fact:
    """A line of the fact box."""

    label: str
    value: str
    basis: FactBasis | None


@dataclass(frozen=True)
class TopicUses:
    """What a case says of one topic, and the other cases that support it: by name, or how many."""

    topic: TopicEntry
    uses: tuple[Use, ...]
    elsewhere: tuple[CaseEntry, ...]
    more: int


def by_topic(entry: CaseEntry, kind: str, library: Library) -> tuple[TopicUses, ...]:
    """What the case says of methods, factors or lessons, topic by topic, in the order of the file."""
    order = {topic: position for position, topic in enumerate(dict.fromkeys(map(use_id, entry.uses(kind))))}
    uses = sorted(entry.uses(kind), key=lambda use: order[use_id(use)])
    return tuple(_topic_uses(library.topic_by_id[topic], found, entry) for topic, found in groupby(uses, key=use_id))


def _topic_uses(topic: TopicEntry, uses: Iterable[Use], entry: CaseEntry) -> TopicUses:
    others = len(topic.supporters) - (entry.id in topic.supporters)
    if others > MOST_NAMED:
        return TopicUses(topic, tuple(uses), (), others)
    found = tuple(other for other in topic.supporters.values() if other.id != entry.id)
    return TopicUses(topic, tuple(uses), found, 0)


def facts(entry: CaseEntry, library: Library) -> Iterator[Fact]:
    """The lines of the fact box.

    Args:
        entry: The case.
        library: Knows the names of municipalities.

    Yields:
        The facts that are known, each with its sources.
    """
    case, basis = entry.case, entry.case.basis
    lines: tuple[tuple[str, str, FactBasis | None], ...] = (
        ("Projektets titel", case.official_title or "", basis.official_title),
        ("Koordinator", actor_name(case.coordinator, library), basis.coordinator),
        ("Deltog också", actor_names(case.participants, library), basis.participants),
        ("Tid", period(case.period.start, case.period.end), basis.period),
        ("Läge", case.status.label, basis.status),
        ("Från Vinnova", kronor(case.funding_sek) if case.funding_sek is not None else "", basis.funding_sek),
        ("Form", case.form.label, basis.form),
        ("Medarbetare", number(case.employees) if case.employees is not None else "", basis.employees),
        ("Bemanning", case.staffing or "", basis.staffing),
        ("Vägen in för idéer", case.way_in or "", basis.way_in),
        ("Diarienummer", case.diary_number or "", basis.diary_number),
    )
    yield from (Fact(label, value, grounds) for label, value, grounds in lines if value)
