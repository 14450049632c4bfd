"""The list of sluices, and the page of each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from scripts import figures
from scripts.model.enums import Outcome
from scripts.library.facets import of_case
from scripts.model.facts import Actor, FactBasis
from scripts.library.library import CaseEntry, Library, TopicEntry, Use, claims, use_id
from scripts.library.kinds import Kind
from scripts.site.page import FOLDERS, Page, Site
from scripts.site.pagination import Part, paged
from scripts.library.similarity import similar
from scripts.text.swedish import kronor, listed, number, period

FOLDER = FOLDERS["cases"]

A_PAGE = 60
"""How many sluices a page of the list shows."""

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


def pages(site: Site) -> Iterator[Page]:
    """The list, and a page for each sluice."""
    yield from _index(site)
    for entry in site.library.cases:
        yield page_of_case(entry, site)


def _index(site: Site) -> Iterator[Page]:
    path = f"{FOLDER}/index.md"

    def page_of(part: Part[CaseEntry]) -> Page:
        return Page(
            path=path,
            title="Slussar",
            description="Idéslussarna: var de fanns, hur de var upplagda och vad som hände efter projektet.",
            template="cases.md.jinja",
            kind=Kind.OVERVIEW,
            section=FOLDER,
            context={
                "figure": figures.outcomes(site.library) if part.is_first else None,
                "by_outcome": {outcome: tuple(entries) for outcome, entries in groupby(part.items, key=_outcome)},
            },
        )

    yield from paged(by_outcome(site.library), A_PAGE, path, page_of)


def by_outcome(library: Library) -> tuple[CaseEntry, ...]:
    """The cases ordered by what became of them, and then by name."""
    return tuple(sorted(library.cases, key=lambda entry: tuple(Outcome).index(_outcome(entry))))


def _outcome(entry: CaseEntry) -> Outcome:
    return entry.case.aftermath.outcome


def page_of_case(entry: CaseEntry, site: Site) -> Page:
    """The page of a sluice."""
    library, case = site.library, entry.case
    return Page(
        path=site.path_of(entry),
        title=case.title,
        description=case.summary,
        template="case.md.jinja",
        kind=Kind.CASE,
        section=FOLDER,
        aliases=tuple(filter(None, (case.place, case.official_title, case.title_en))),
        edit=site.settings.edit_address(f"cases/{entry.id}.yml"),
        facets=of_case(entry, library),
        context={
            "entry": entry,
            "case": case,
            "facts": tuple(facts(entry, library)),
            "methods": by_topic(entry, "methods", library),
            "factors": by_topic(entry, "success_factors", library),
            "lessons": by_topic(entry, "lessons", library),
            "figures": tuple(result for result in case.results if result.figure),
            "tags": tuple(library.tag_by_id[tag] for tag in case.tags),
            "flow": figures.flow(case.flow) if case.flow else None,
            "similar": similar(entry, library),
        },
    )


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
        ("Deltog också", _actors(case.participants, library), basis.participants),
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


def actor_name(actor: Actor, library: Library) -> str:
    """A municipality's or organisation's name, with its unit."""
    name = library.municipalities[actor.municipality].official_name if actor.municipality else actor.organisation
    return f"{name}, {actor.unit}" if actor.unit else str(name)


def _actors(actors: Iterable[Actor], library: Library) -> str:
    """Municipalities by their short names, then organisations."""
    municipalities = [library.municipalities[actor.municipality].name for actor in actors if actor.municipality]
    return listed([*municipalities, *(actor_name(actor, library) for actor in actors if actor.organisation)])


def months(start: str, end: str | None) -> int | None:
    """How many months a project lasted, both ends counted; None when a month is not known."""
    if end is None or len(start) < len("2016-11") or len(end) < len("2016-11"):
        return None
    (first_year, first), (last_year, last) = ((int(part) for part in day.split("-")[:2]) for day in (start, end))
    return (last_year - first_year) * 12 + last - first + 1


def counts(library: Library) -> dict[str, Any]:
    """How much there is, for the start page."""
    statements = [claim for entry in library.cases for claim in claims(entry.case)]
    municipalities = {
        actor.municipality
        for entry in library.cases
        for actor in (entry.case.coordinator, *entry.case.participants)
        if actor.municipality
    }
    cited = {key for entry in library.cases for key in entry.cited()}
    return {
        "cases": len(library.cases),
        "municipalities": len(municipalities),
        "statements": len(statements),
        "sources": len(cited),
    }
