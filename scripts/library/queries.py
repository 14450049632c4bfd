"""Queries on the library that several outputs share."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

from scripts.library.library import CaseEntry, Library, Mention, TopicEntry
from scripts.model.case import Actor, Case
from scripts.model.claims import Claim, Figure, Use
from scripts.model.editorial import PreStudy
from scripts.model.enums import Outcome
from scripts.text.swedish import listed, number, sort_key


def by_outcome(library: Library) -> tuple[CaseEntry, ...]:
    """Return the cases ordered by outcome, and then by name."""
    return tuple(sorted(library.cases, key=lambda entry: tuple(Outcome).index(outcome_of(entry))))


def outcome_of(entry: CaseEntry) -> Outcome:
    """Return the outcome of a sluice after its project ended."""
    return entry.case.aftermath.outcome


def actor_name(actor: Actor, library: Library) -> str:
    """Return the full name of a municipality or organisation, with its unit."""
    name = library.municipalities[actor.municipality].official_name if actor.municipality else actor.organisation
    return f"{name}, {actor.unit}" if actor.unit else str(name)


def actor_names(actors: Iterable[Actor], library: Library) -> str:
    """Return the names of actors as a list in words: municipalities by their short names, then organisations."""
    municipalities = [library.municipalities[actor.municipality].name for actor in actors if actor.municipality]
    return listed([*municipalities, *(actor_name(actor, library) for actor in actors if actor.organisation)])


def size_of_municipalities(case: Case, library: Library) -> str:
    """Return how many live in the municipalities of a case, and for a single one its group; empty when none is named.

    Returns:
        For example "17 680 (2025), pendlingskommun nära större stad". The numbers are Statistics Sweden's, and the
        groups those of the association of municipalities (SKR).
    """
    actors = (case.coordinator, *case.participants)
    codes = dict.fromkeys(actor.municipality for actor in actors if actor.municipality)
    named = [library.municipalities[code] for code in codes]
    if not named:
        return ""
    year = max(municipality.population_year for municipality in named)
    if len(named) == 1:
        group = named[0].group_name
        return f"{number(named[0].population)} ({year}), {group[:1].lower()}{group[1:]}"
    if len(named) <= MOST_SIZES:
        return f"{listed([f'{m.name} {number(m.population)}' for m in named])} ({year})"
    sizes = sorted(municipality.population for municipality in named)
    return f"{number(sizes[0])}–{number(sizes[-1])} i {len(named)} kommuner ({year})"


def amount(figure: Figure) -> str:
    """Return a number in words, with the precision of its source: `172`, `cirka 200`."""
    return number(figure.value) if figure.precision.is_exact else f"{figure.precision.label} {number(figure.value)}"


def months(start: str, end: str | None) -> int | None:
    """Return the duration of a project in months.

    Args:
        start: The start of the project: year, month or day, such as `2016`, `2016-11` or `2016-11-07`.
        end: The end in the same form, or None.

    Returns:
        The number of months, including the first and the last; None when either month is unknown.
    """
    if end is None or len(start) < len("2016-11") or len(end) < len("2016-11"):
        return None
    (first_year, first), (last_year, last) = ((int(part) for part in day.split("-")[:2]) for day in (start, end))
    return (last_year - first_year) * 12 + last - first + 1


@dataclass(frozen=True)
class Participant:
    """A municipality or organisation, with the cases and pre-studies that it took part in."""

    name: str
    county: str
    cases: tuple[CaseEntry, ...]
    prestudies: tuple[PreStudy, ...]


def all_participants(library: Library) -> tuple[Participant, ...]:
    """Return the participating municipalities, followed by the participating organisations."""
    return (*participants(library, True), *participants(library, False))


@lru_cache(maxsize=2)
def participants(library: Library, municipal: bool) -> tuple[Participant, ...]:
    """Return the participating municipalities or organisations, sorted by name in Swedish order.

    Args:
        library: The library with the cases and pre-studies.
        municipal: Whether to return municipalities; otherwise organisations.

    Returns:
        The participants. The county of an organisation is empty.
    """
    cases: dict[str, list[CaseEntry]] = {}
    studies: dict[str, list[PreStudy]] = {}
    for entry in library.cases:
        for actor in (entry.case.coordinator, *entry.case.participants):
            cases.setdefault(_participant_id(actor, municipal), []).append(entry)
    for study in library.guidance.prestudies:
        for actor in (study.coordinator, *study.participants):
            studies.setdefault(_participant_id(actor, municipal), []).append(study)
    ids = {id_ for id_ in (*cases, *studies) if id_}
    municipalities = library.municipalities
    return tuple(
        Participant(
            municipalities[id_].name if municipal else id_,
            municipalities[id_].county if municipal else "",
            tuple(cases.get(id_, ())),
            tuple(studies.get(id_, ())),
        )
        for id_ in sorted(ids, key=lambda id_: sort_key(municipalities[id_].name if municipal else id_))
    )


def _participant_id(actor: Actor, municipal: bool) -> str:
    """Return the code of a municipality or the name of an organisation; empty for an actor of the other kind."""
    return (actor.municipality if municipal else actor.organisation) or ""


MOST_SIZES = 5
"""The maximum number of municipalities whose populations are given one by one."""

SHARED_BY = 2
"""The minimum number of sluices for a lesson to be called shared."""


def from_sluices(entries: Iterable[TopicEntry], area: str = "") -> tuple[TopicEntry, ...]:
    """Return the topics that at least one sluice has done or learned, in unchanged order.

    Args:
        entries: Topics.
        area: The id of an area to restrict the result to; all areas when empty.
    """
    return tuple(entry for entry in entries if entry.is_from_sluices and area in {"", entry.area})


def from_elsewhere(entries: Iterable[TopicEntry]) -> tuple[TopicEntry, ...]:
    """Return the topics that no sluice is known to have done, which rest on research and on other places."""
    return tuple(entry for entry in entries if not entry.is_from_sluices)


def whose_experience(entry: TopicEntry, library: Library) -> str:
    """Return whose experience a topic rests on when no sluice is known to have done it, in words.

    Returns:
        The places of its examples and the publishers of its studies, such as "Exempel från Helsingfors. Studier från
        RISE"; the publishers of its description when it has neither.
    """
    record = entry.record
    places = listed(tuple(dict.fromkeys(example.place for example in record.elsewhere)))
    studies = _publishers(record.studies, library)
    if not places and not studies:
        return f"Beskrivet av {_publishers(record.description, library)}"
    return ". ".join(filter(None, (places and f"Exempel från {places}", studies and f"Studier från {studies}")))


def _publishers(claims: Iterable[Claim], library: Library) -> str:
    keys = (key for claim in claims for key in claim.sources)
    return listed(tuple(dict.fromkeys(library.shared[key].publisher for key in keys)))


def by_case(mentions: Iterable[Mention]) -> tuple[tuple[CaseEntry, tuple[Use, ...]], ...]:
    """Group mentions by case.

    Args:
        mentions: Mentions in the order of the cases.

    Returns:
        Each case, with its uses of the topic.
    """
    groups = (tuple(group) for _, group in groupby(mentions, key=lambda mention: mention.entry.id))
    return tuple((group[0].entry, tuple(mention.use for mention in group)) for group in groups)
