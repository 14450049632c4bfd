"""The guide: by phase, and by who is reading."""

from __future__ import annotations

from collections.abc import Iterator

from scripts.library.context import FOLDERS, Site
from scripts.library.kinds import Kind
from scripts.library.library import Library, TopicEntry
from scripts.library.queries import strongest_first
from scripts.model.catalogue import Phase
from scripts.model.editorial import LeadingQuestion, Question, Role, Step
from scripts.site.page import Page

FOLDER = FOLDERS["guide"]


def pages(site: Site) -> Iterator[Page]:
    """The entrance, a page for each phase and one for each role."""
    guidance = site.library.guidance
    if not guidance.steps:
        return
    phases = {phase.id: phase for phase in site.library.phases}
    steps = tuple((phases[step.id], step) for step in guidance.steps)
    yield Page(
        path=f"{FOLDER}/index.md",
        title="Vägledning",
        description="Vad du kan läsa och fråga dig inför varje steg, från beslut till något som håller.",
        template="guide.md.jinja",
        kind=Kind.OVERVIEW,
        section=FOLDER,
        context={"steps": steps},
    )
    for number, (phase, step) in enumerate(steps, start=1):
        yield _phase(number, phase, step, site)
    for role in guidance.roles:
        yield _role(role, site)


def _phase(number: int, phase: Phase, step: Step, site: Site) -> Page:
    library = site.library
    after = library.guidance.steps[number] if number < len(library.guidance.steps) else None
    names = {found.id: found for found in library.phases}
    return Page(
        path=site.path_of(phase),
        title=f"Steg {number}: {phase.name}",
        description=step.lead,
        template="phase.md.jinja",
        kind=Kind.GUIDE,
        section=FOLDER,
        aliases=(phase.name_en,),
        edit=site.settings.edit_address("cases/catalogue/steps.yml"),
        facets={"skede": (phase.id,)},
        context={
            "number": number,
            "phase": phase,
            "step": step,
            "factors": _of_phase("success_factors", phase, library),
            "lessons": _of_phase("lessons", phase, library),
            "methods": _of_phase("methods", phase, library),
            "reading": tuple((library.case_by_id[reading.case], reading) for reading in step.reading),
            "next_phase": names[after.id] if after else None,
        },
    )


def _of_phase(kind: str, phase: Phase, library: Library) -> tuple[TopicEntry, ...]:
    return tuple(entry for entry in strongest_first(library.topics[kind]) if phase.id in entry.record.phases)


def _role(role: Role, site: Site) -> Page:
    library = site.library
    questions: dict[str, Question | LeadingQuestion] = {found.id: found for found in library.guidance.questions}
    questions |= {found.id: found for found in library.guidance.leading_questions}
    return Page(
        path=site.path_of(role),
        title=f"För dig som är {role.name[:1].lower()}{role.name[1:]}",
        description=role.lead,
        template="role.md.jinja",
        kind=Kind.GUIDE,
        section=FOLDER,
        edit=site.settings.edit_address("cases/catalogue/roles.yml"),
        context={
            "role": role,
            "topics": tuple(library.topic_by_id[topic] for topic in role.topics),
            "cases": tuple(library.case_by_id[case] for case in role.cases),
            "questions": tuple(questions[question] for question in role.questions),
        },
    )
