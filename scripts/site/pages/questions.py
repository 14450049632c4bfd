"""Answers: the three leading questions, and those that leaders ask."""

from __future__ import annotations

from collections.abc import Iterator

from scripts.library.context import FOLDERS, Site
from scripts.library.kinds import Kind
from scripts.library.library import CaseEntry, TopicEntry
from scripts.library.queries import SHARED_BY, strongest_first
from scripts.model.editorial import LeadingQuestion, Overview, Question
from scripts.site.page import Page

FOLDER = FOLDERS["questions"]
SIDE_BY_SIDE = 40
"""With more sluices than this, what each answers is left to the pages that compare them."""


def pages(site: Site) -> Iterator[Page]:
    """The list, the three leading questions, and a page for each other question."""
    guidance = site.library.guidance
    if not guidance.questions and not guidance.leading_questions:
        return
    yield Page(
        path=f"{FOLDER}/index.md",
        title="Frågor och svar",
        description="Frågor som ledare ställer om idéslussar, med korta svar och källa till varje mening.",
        template="questions.md.jinja",
        kind=Kind.OVERVIEW,
        section=FOLDER,
        edit=site.settings.edit_address("cases/catalogue/questions.yml"),
    )
    for leading in guidance.leading_questions:
        yield _leading(leading, site)
    for question in guidance.questions:
        yield _question(question, site)


def _question(question: Question, site: Site) -> Page:
    library = site.library
    topics = tuple(library.topic_by_id[key] for key in question.see if key in library.topic_by_id)
    return Page(
        path=site.path_of(question),
        title=question.name,
        description=question.answer[0].text,
        template="question.md.jinja",
        kind=Kind.QUESTION,
        section=FOLDER,
        aliases=question.aliases,
        edit=site.settings.edit_address("cases/catalogue/questions.yml"),
        context={
            "question": question,
            "topics": topics,
            "cases": tuple(library.case_by_id[key] for key in question.see if key in library.case_by_id),
            "others": tuple(other for other in library.guidance.questions if other is not question),
        },
    )


def _leading(leading: LeadingQuestion, site: Site) -> Page:
    library = site.library
    listed: tuple[TopicEntry, ...] = ()
    if leading.overview is not None:
        entries = strongest_first(library.topics[leading.overview.value])
        least = SHARED_BY if leading.overview is Overview.LESSONS else 1
        listed = tuple(entry for entry in entries if entry.evidence.sluices >= least)
    return Page(
        path=site.path_of(leading),
        title=leading.name,
        description=leading.lead,
        template="leading_question.md.jinja",
        kind=Kind.QUESTION,
        section=FOLDER,
        edit=site.settings.edit_address("cases/catalogue/leading_questions.yml"),
        context={
            "leading": leading,
            "by_case": tuple((library.case_by_id[answer.case], answer) for answer in leading.by_case),
            "listed": listed,
            "per_case": _per_case(leading, library.cases, listed),
        },
    )


def _per_case(
    leading: LeadingQuestion, cases: tuple[CaseEntry, ...], listed: tuple[TopicEntry, ...]
) -> tuple[tuple[CaseEntry, tuple[TopicEntry, ...]], ...]:
    """Each case with those of the listed topics that it supports."""
    if leading.overview is None or len(cases) > SIDE_BY_SIDE:
        return ()
    supporters = {topic.id: {mention.entry.id for mention in topic.supporting} for topic in listed}
    return tuple((entry, tuple(topic for topic in listed if entry.id in supporters[topic.id])) for entry in cases)
