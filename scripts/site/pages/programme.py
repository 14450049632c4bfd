"""The programme: what it was, when, and which municipalities and organisations took part."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from scripts import figures
from scripts.library.context import Site
from scripts.library.kinds import Kind
from scripts.library.library import CaseEntry, Library
from scripts.library.pagination import ListSlice
from scripts.library.queries import Participant, actor_name, everyone, participants
from scripts.model.editorial import Era, PreStudy
from scripts.site.page import Page
from scripts.site.pagination import paged

A_PAGE = 300
"""How many municipalities and organisations a page names."""

SIDE_BY_SIDE = 40
"""With more sluices than this, the page of the programme leads to the list of them instead of repeating it."""


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
                "cases": library.cases if len(library.cases) <= SIDE_BY_SIDE else (),
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
    yield from paged(everyone(library), A_PAGE, "kommuner/index.md", partial(_taking_part, library))


def _taking_part(library: Library, list_slice: ListSlice[Participant]) -> Page:
    named = {entry.id for one in list_slice.items for entry in one.cases}
    return Page(
        path=list_slice.first,
        title="Kommuner och organisationer",
        description="Vilka kommuner och organisationer som har varit med i en idésluss eller en förstudie.",
        template="municipalities.md.jinja",
        kind=Kind.OVERVIEW,
        section="kommuner",
        script="filter.js" if list_slice.count == 1 else "",
        context={
            "municipalities": tuple(one for one in list_slice.items if one.county),
            "organisations": tuple(one for one in list_slice.items if not one.county),
            "numbers": tuple(len(participants(library, municipal)) for municipal in (True, False)),
            "caveats": tuple(
                (entry, basis)
                for entry in library.cases
                if entry.id in named and (basis := entry.case.basis.participants) is not None and basis.note
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
