"""The programme, its timeline, and the municipalities and organisations that took part."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from typing import ClassVar

from scripts import figures
from scripts.figures import Figure
from scripts.library.context import Site
from scripts.library.kinds import Kind
from scripts.library.library import CaseEntry, Library
from scripts.library.pagination import ListSlice
from scripts.library.queries import Participant, actor_name, all_participants, participants
from scripts.model.case import FactBasis
from scripts.model.editorial import Era, Event, PreStudy
from scripts.site.page import Context, Page
from scripts.site.pagination import paged

PER_PAGE = 300
"""Municipalities and organisations per page."""

MOST_LISTED = 40
"""Maximum number of sluices to list. With more, the page of the programme links to the list of sluices instead."""


@dataclass(frozen=True)
class PreStudyRow:
    """A row of the table of pre-studies.

    Attributes:
        study: The pre-study.
        coordinator: Name of its coordinator.
        participants: Names of the other participants.
        led_to: The sluice that it led to; None when there is none, as far as is known.
    """

    study: PreStudy
    coordinator: str
    participants: tuple[str, ...]
    led_to: CaseEntry | None


@dataclass(frozen=True)
class ProgrammePage(Context):
    """The page of the programme.

    Attributes:
        cases: The sluices; none when they are too many to list.
        prestudies: The pre-studies, in the order of the file.
        timeline: Figure of the periods of the projects; None when there are none.
    """

    template: ClassVar[str] = "programme.md.jinja"

    cases: tuple[CaseEntry, ...]
    prestudies: tuple[PreStudyRow, ...]
    timeline: Figure | None


@dataclass(frozen=True)
class EraEvents:
    """The events of an era, in the order of the file."""

    era: Era
    events: tuple[Event, ...]


@dataclass(frozen=True)
class TimelinePage(Context):
    """The timeline.

    Attributes:
        eras: The eras, in order.
    """

    template: ClassVar[str] = "timeline.md.jinja"

    eras: tuple[EraEvents, ...]


@dataclass(frozen=True)
class ParticipantsNote:
    """A caveat about the participants of a sluice, with its sources."""

    entry: CaseEntry
    basis: FactBasis


@dataclass(frozen=True)
class ParticipantsPage(Context):
    """The municipalities and organisations that took part.

    Attributes:
        municipalities: The municipalities of the page.
        organisations: The organisations of the page.
        municipality_count: Number of municipalities on all pages.
        organisation_count: Number of organisations on all pages.
        notes: Caveats about the sluices that are named on the page.
        list_slice: The municipalities and organisations of the page.
    """

    template: ClassVar[str] = "municipalities.md.jinja"

    municipalities: tuple[Participant, ...]
    organisations: tuple[Participant, ...]
    municipality_count: int
    organisation_count: int
    notes: tuple[ParticipantsNote, ...]
    list_slice: ListSlice[Participant]


def pages(site: Site) -> Iterator[Page]:
    """Yield the page of the programme, the timeline, and the list of participants."""
    library, guidance = site.library, site.library.guidance
    if guidance.programme:
        yield Page(
            path="programmet/index.md",
            title="Programmet Idéslussar i kommuner",
            description="Utlysningen, förstudierna, de tolv projekten, uppföljningen och studien, med källor.",
            kind=Kind.ABOUT,
            section="programmet",
            edit=site.settings.edit_address("cases/catalogue/programme.yml"),
            context=ProgrammePage(
                cases=library.cases if len(library.cases) <= MOST_LISTED else (),
                prestudies=tuple(_prestudy(study, library) for study in guidance.prestudies),
                timeline=figures.projects(library),
            ),
        )
    if guidance.timeline:
        yield Page(
            path="tidslinje/index.md",
            title="Tidslinje",
            description="Vad som hände före, under och efter programmet Idéslussar i kommuner.",
            kind=Kind.OVERVIEW,
            section="tidslinje",
            edit=site.settings.edit_address("cases/catalogue/timeline.yml"),
            context=TimelinePage(
                eras=tuple(
                    EraEvents(era, tuple(event for event in guidance.timeline if event.era is era)) for era in Era
                )
            ),
        )
    yield from paged(all_participants(library), PER_PAGE, "kommuner/index.md", partial(_participants, library))


def _prestudy(study: PreStudy, library: Library) -> PreStudyRow:
    return PreStudyRow(
        study=study,
        coordinator=actor_name(study.coordinator, library),
        participants=tuple(actor_name(actor, library) for actor in study.participants),
        led_to=library.case_by_id.get(study.led_to or ""),
    )


def _participants(library: Library, list_slice: ListSlice[Participant]) -> Page:
    named = {entry.id for participant in list_slice.items for entry in participant.cases}
    return Page(
        path=list_slice.first,
        title="Kommuner och organisationer",
        description="Vilka kommuner och organisationer som har varit med i en idésluss eller en förstudie.",
        kind=Kind.OVERVIEW,
        section="kommuner",
        script="filter.js" if list_slice.count == 1 else "",
        context=ParticipantsPage(
            municipalities=tuple(participant for participant in list_slice.items if participant.county),
            organisations=tuple(participant for participant in list_slice.items if not participant.county),
            municipality_count=len(participants(library, municipal=True)),
            organisation_count=len(participants(library, municipal=False)),
            notes=tuple(
                ParticipantsNote(entry, basis)
                for entry in library.cases
                if entry.id in named and (basis := entry.case.basis.participants) is not None and basis.note
            ),
            list_slice=list_slice,
        ),
    )
