"""The programme: what it was, when, and which municipalities and organisations took part."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from scripts import figures
from scripts.facts import Actor
from scripts.guidance import Era, PreStudy
from scripts.library import CaseEntry, Library
from scripts.pages.cases import actor_name
from scripts.pages.kinds import Kind
from scripts.pages.page import Page, Site
from scripts.swedish import sort_key


@dataclass(frozen=True)
class Participant:
    """A municipality or organisation, with what it took part in."""

    name: str
    county: str
    cases: tuple[CaseEntry, ...]
    prestudies: tuple[PreStudy, ...]


def pages(site: Site) -> Iterator[Page]:
    """The programme, its timeline, and those who took part."""
    library, guidance = site.library, site.library.guidance
    if guidance.programme:
        yield Page(
            path="programmet/index.md",
            title="Programmet Idéslussar i kommuner",
            description="Utlysningen, förstudierna, de tolv projekten, uppföljningen och studien, med källor.",
            template="programme.md.jinja",
            kind=Kind.ABOUT,
            section="programmet",
            edit=site.settings.edit_address("cases/catalogue/programme.yml"),
            context={
                "cases": tuple(sorted(library.cases, key=lambda entry: sort_key(entry.name))),
                "prestudies": tuple(_prestudy(study, library) for study in guidance.prestudies),
                "timeline": figures.projects(library),
            },
        )
    if guidance.timeline:
        yield Page(
            path="tidslinje/index.md",
            title="Tidslinje",
            description="Vad som hände före, under och efter programmet Idéslussar i kommuner.",
            template="timeline.md.jinja",
            kind=Kind.OVERVIEW,
            section="tidslinje",
            edit=site.settings.edit_address("cases/catalogue/timeline.yml"),
            context={
                "eras": tuple((era, tuple(event for event in guidance.timeline if event.era is era)) for era in Era)
            },
        )
    yield Page(
        path="kommuner/index.md",
        title="Kommuner och organisationer",
        description="Vilka kommuner och organisationer som har varit med i en idésluss eller en förstudie.",
        template="municipalities.md.jinja",
        kind=Kind.OVERVIEW,
        section="kommuner",
        script="filter.js",
        context={
            "municipalities": participants(library, True),
            "organisations": participants(library, False),
            "caveats": tuple(
                (entry, basis)
                for entry in library.cases
                if (basis := entry.case.basis.participants) is not None and basis.note
            ),
        },
    )


@dataclass(frozen=True)
class _PreStudyLine:
    study: PreStudy
    coordinator: str
    participants: tuple[str, ...]
    led_to: CaseEntry | None


def _prestudy(study: PreStudy, library: Library) -> _PreStudyLine:
    names = tuple(actor_name(actor, library) for actor in study.participants)
    return _PreStudyLine(
        study, actor_name(study.coordinator, library), names, library.case_by_id.get(study.led_to or "")
    )


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
