"""Questions to the library that several outputs ask."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

from scripts.library.library import CaseEntry, Library, Mention, TopicEntry, Use
from scripts.model.case import Actor
from scripts.model.claims import Figure
from scripts.model.editorial import PreStudy
from scripts.model.enums import Outcome
from scripts.text.swedish import listed, number, sort_key


def by_outcome(library: Library) -> tuple[CaseEntry, ...]:
    """The cases ordered by what became of them, and then by name."""
    return tuple(sorted(library.cases, key=lambda entry: tuple(Outcome).index(outcome_of(entry))))


def outcome_of(entry: CaseEntry) -> Outcome:
    """Return what became of a sluice."""
    return entry.case.aftermath.outcome


def actor_name(actor: Actor, library: Library) -> str:
    """A municipality's or organisation's name, with its unit."""
    name = library.municipalities[actor.municipality].official_name if actor.municipality else actor.organisation
    return f"{name}, {actor.unit}" if actor.unit else str(name)


def actor_names(actors: Iterable[Actor], library: Library) -> str:
    """Municipalities by their short names, then organisations."""
    municipalities = [library.municipalities[actor.municipality].name for actor in actors if actor.municipality]
    return listed([*municipalities, *(actor_name(actor, library) for actor in actors if actor.organisation)])


def amount(figure: Figure) -> str:
    """Write a number as exactly as its source has it: `172`, `cirka 200`."""
    return number(figure.value) if figure.precision.is_exact else f"{figure.precision.label} {number(figure.value)}"


def months(start: str, end: str | None) -> int | None:
    """How many months a project lasted, both ends counted; None when a month is not known."""
    if end is None or len(start) < len("2016-11") or len(end) < len("2016-11"):
        return None
    (first_year, first), (last_year, last) = ((int(part) for part in day.split("-")[:2]) for day in (start, end))
    return (last_year - first_year) * 12 + last - first + 1


@dataclass(frozen=True)
class Participant:
    """A municipality or organisation, with what it took part in."""

    name: str
    county: str
    cases: tuple[CaseEntry, ...]
    prestudies: tuple[PreStudy, ...]


def everyone(library: Library) -> tuple[Participant, ...]:
    """Every municipality that is named, and then every organisation."""
    return (*participants(library, True), *participants(library, False))


@lru_cache(maxsize=2)
def participants(library: Library, municipal: bool) -> tuple[Participant, ...]:
    """Every municipality, or every organisation, that is named, sorted by name in the Swedish way."""
    cases: dict[str, list[CaseEntry]] = {}
    studies: dict[str, list[PreStudy]] = {}
    for entry in library.cases:
        for actor in (entry.case.coordinator, *entry.case.participants):
            cases.setdefault(_key(actor, municipal), []).append(entry)
    for study in library.guidance.prestudies:
        for actor in (study.coordinator, *study.participants):
            studies.setdefault(_key(actor, municipal), []).append(study)
    names = {key for key in (*cases, *studies) if key}
    known = library.municipalities
    return tuple(
        Participant(
            known[key].name if municipal else key,
            known[key].county if municipal else "",
            tuple(cases.get(key, ())),
            tuple(studies.get(key, ())),
        )
        for key in sorted(names, key=lambda key: sort_key(known[key].name if municipal else key))
    )


def _key(actor: Actor, municipal: bool) -> str:
    return (actor.municipality if municipal else actor.organisation) or ""


SHARED_BY = 2
"""How many sluices a lesson needs to be called shared."""


def strongest_first(entries: tuple[TopicEntry, ...], area: str = "") -> tuple[TopicEntry, ...]:
    """The entries of an area, or all; the best supported first, then the most sluices, then by name."""
    chosen = (entry for entry in entries if not area or entry.area == area)
    return tuple(sorted(chosen, key=lambda entry: (-entry.evidence.level, -entry.evidence.sluices)))


def by_case(mentions: Iterable[Mention]) -> tuple[tuple[CaseEntry, tuple[Use, ...]], ...]:
    """Mentions in the order of cases, as each case with all it says."""
    return tuple(
        (found[0].entry, tuple(mention.use for mention in found))
        for found in (tuple(group) for _, group in groupby(mentions, key=lambda mention: mention.entry.id))
    )
