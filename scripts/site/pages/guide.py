"""The guide: a page for each phase and each role."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from scripts.library.context import FOLDERS, Site
from scripts.library.kinds import Kind
from scripts.library.library import CaseEntry, Library, TopicEntry
from scripts.library.queries import from_elsewhere, from_sluices
from scripts.model.advice import Advice
from scripts.model.catalogue import Phase
from scripts.model.editorial import LeadingQuestion, Question, Reading, Role, Step
from scripts.site.page import Context, Page

FOLDER = FOLDERS["guide"]


@dataclass(frozen=True)
class GuideStep:
    """A phase and its step in the guide."""

    phase: Phase
    step: Step


@dataclass(frozen=True)
class PhaseTopics:
    """The topics of a kind in a phase, by name.

    Attributes:
        from_sluices: Those that at least one sluice has done or learned.
        from_elsewhere: The others.
    """

    from_sluices: tuple[TopicEntry, ...]
    from_elsewhere: tuple[TopicEntry, ...]


@dataclass(frozen=True)
class CaseReading:
    """A sluice to read, and why."""

    entry: CaseEntry
    reading: Reading


@dataclass(frozen=True)
class GuidePage(Context):
    """The start page of the guide.

    Attributes:
        steps: The steps, in order.
    """

    template: ClassVar[str] = "guide.md.jinja"

    steps: tuple[GuideStep, ...]


@dataclass(frozen=True)
class PhasePage(Context):
    """The page of a phase.

    Attributes:
        step: The step of the guide on the phase.
        factors: The success factors of the phase.
        lessons: Its lessons.
        methods: Its methods.
        readings: Sluices to read.
        number: The place of the step, from 1.
        count: The number of steps.
        advice: What to arrange in the step, in order.
        before: The phase of the step before; None for the first.
        after: The phase of the next step; None for the last.
    """

    template: ClassVar[str] = "phase.md.jinja"

    step: Step
    factors: PhaseTopics
    lessons: PhaseTopics
    methods: PhaseTopics
    readings: tuple[CaseReading, ...]
    number: int
    count: int
    advice: tuple[Advice, ...]
    before: Phase | None
    after: Phase | None


@dataclass(frozen=True)
class RolePage(Context):
    """The page of a role.

    Attributes:
        role: The role.
        advice: Advice to begin with, in order.
        cases: Sluices to read.
        questions: Questions to read the answers to.
    """

    template: ClassVar[str] = "role.md.jinja"

    role: Role
    advice: tuple[Advice, ...]
    cases: tuple[CaseEntry, ...]
    questions: tuple[Question | LeadingQuestion, ...]


def pages(site: Site) -> Iterator[Page]:
    """Yield the start page of the guide, a page for each phase and one for each role."""
    guidance = site.library.guidance
    if not guidance.steps:
        return
    phases = {phase.id: phase for phase in site.library.phases}
    steps = tuple(GuideStep(phases[step.id], step) for step in guidance.steps)
    yield Page(
        path=f"{FOLDER}/index.md",
        title="Vägledning",
        description="Vad du kan läsa och fråga dig inför varje steg, från beslut till något som håller.",
        kind=Kind.OVERVIEW,
        section=FOLDER,
        context=GuidePage(steps=steps),
    )
    for position in range(len(steps)):
        yield _phase(position, steps, site)
    for role in guidance.roles:
        yield _role(role, site)


def _phase(position: int, steps: tuple[GuideStep, ...], site: Site) -> Page:
    library, phase, step = site.library, steps[position].phase, steps[position].step
    return Page(
        path=site.path_of(phase),
        title=f"Steg {position + 1}: {phase.name}",
        description=step.lead,
        kind=Kind.GUIDE,
        section=FOLDER,
        aliases=(phase.name_en,),
        edit=site.settings.edit_address("cases/catalogue/steps.yml"),
        facets={"skede": (phase.id,)},
        context=PhasePage(
            step=step,
            factors=_of_phase("success_factors", phase, library),
            lessons=_of_phase("lessons", phase, library),
            methods=_of_phase("methods", phase, library),
            readings=tuple(CaseReading(library.case_by_id[reading.case], reading) for reading in step.reading),
            number=position + 1,
            count=len(steps),
            advice=tuple(library.advice_by_id[key] for key in step.advice),
            before=steps[position - 1].phase if position else None,
            after=steps[position + 1].phase if position + 1 < len(steps) else None,
        ),
    )


def _of_phase(kind: str, phase: Phase, library: Library) -> PhaseTopics:
    topics = tuple(entry for entry in library.topics[kind] if phase.id in entry.record.phases)
    return PhaseTopics(from_sluices(topics), from_elsewhere(topics))


def _role(role: Role, site: Site) -> Page:
    library = site.library
    return Page(
        path=site.path_of(role),
        title=f"För dig som är {role.name[:1].lower()}{role.name[1:]}",
        description=role.lead,
        kind=Kind.GUIDE,
        section=FOLDER,
        edit=site.settings.edit_address("cases/catalogue/roles.yml"),
        context=RolePage(
            role=role,
            advice=tuple(library.advice_by_id[key] for key in role.advice),
            cases=tuple(library.case_by_id[case] for case in role.cases),
            questions=tuple(library.question_by_id[key] for key in role.questions),
        ),
    )
