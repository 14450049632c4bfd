"""Questions and answers: the three leading questions, and questions that leaders ask."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from operator import itemgetter
from typing import ClassVar

from scripts.library.context import FOLDERS, Site
from scripts.library.kinds import Kind
from scripts.library.library import CaseEntry, Library, TopicEntry
from scripts.library.queries import SHARED_BY
from scripts.model.advice import Advice
from scripts.model.editorial import CaseAnswer, LeadingQuestion, Overview, Question
from scripts.model.work_templates import WorkTemplate
from scripts.site.page import Context, Page

FOLDER = FOLDERS["questions"]

MOST_LISTED = 40
"""Maximum number of sluices to list one by one on the page of a leading question."""

MOST_TEMPLATES = 2
"""Maximum number of templates under an answer."""


@dataclass(frozen=True)
class AnswerOfCase:
    """A sluice, and its answer to a leading question."""

    entry: CaseEntry
    answer: CaseAnswer


@dataclass(frozen=True)
class TopicsOfCase:
    """A sluice, and the listed topics that it has done or learned."""

    entry: CaseEntry
    topics: tuple[TopicEntry, ...]


@dataclass(frozen=True)
class QuestionListPage(Context):
    """The list of questions. Its data comes from the library."""

    template: ClassVar[str] = "questions.md.jinja"


@dataclass(frozen=True)
class QuestionPage(Context):
    """The page of a question that leaders ask.

    Attributes:
        question: The question and its answer.
        advice: Advice that follows from it.
        templates: Templates to work with that help with the same advice, those that share most of it first.
        topics: Topics to read more about.
        cases: Sluices to read.
        others: The other questions.
    """

    template: ClassVar[str] = "question.md.jinja"

    question: Question
    advice: tuple[Advice, ...]
    templates: tuple[WorkTemplate, ...]
    topics: tuple[TopicEntry, ...]
    cases: tuple[CaseEntry, ...]
    others: tuple[Question, ...]


@dataclass(frozen=True)
class LeadingQuestionPage(Context):
    """The page of a leading question.

    Attributes:
        leading: The question and its answer.
        by_case: The answer of each sluice.
        listed: The topics that the page lists, by name.
        per_case: The listed topics by sluice; empty when the sluices are too many.
    """

    template: ClassVar[str] = "leading_question.md.jinja"

    leading: LeadingQuestion
    by_case: tuple[AnswerOfCase, ...]
    listed: tuple[TopicEntry, ...]
    per_case: tuple[TopicsOfCase, ...]


def pages(site: Site) -> Iterator[Page]:
    """Yield the list, the three leading questions, and a page for each other question."""
    guidance = site.library.guidance
    if not guidance.questions and not guidance.leading_questions:
        return
    yield Page(
        path=f"{FOLDER}/index.md",
        title="Frågor och svar",
        description="Frågor som ledare ställer om idéslussar, med korta svar och källa till varje mening.",
        kind=Kind.OVERVIEW,
        section=FOLDER,
        edit=site.settings.edit_address("cases/catalogue/questions.yml"),
        context=QuestionListPage(),
    )
    for leading in guidance.leading_questions:
        yield _leading(leading, site)
    for question in guidance.questions:
        yield _question(question, site)


def _question(question: Question, site: Site) -> Page:
    library = site.library
    return Page(
        path=site.path_of(question),
        title=question.name,
        description=question.conclusion.text if question.conclusion else question.answer[0].text,
        kind=Kind.QUESTION,
        section=FOLDER,
        aliases=question.aliases,
        edit=site.settings.edit_address("cases/catalogue/questions.yml"),
        context=QuestionPage(
            question=question,
            advice=tuple(library.advice_by_id[key] for key in question.advice),
            templates=_templates(question, library),
            topics=tuple(library.topic_by_id[key] for key in question.see if key in library.topic_by_id),
            cases=tuple(library.case_by_id[key] for key in question.see if key in library.case_by_id),
            others=tuple(other for other in library.guidance.questions if other is not question),
        ),
    )


def _templates(question: Question, library: Library) -> tuple[WorkTemplate, ...]:
    shared = [(len({*work.advice} & {*question.advice}), work) for work in library.guidance.work_templates]
    most_first = sorted((found for found in shared if found[0]), key=itemgetter(0), reverse=True)
    return tuple(work for _, work in most_first[:MOST_TEMPLATES])


def _leading(leading: LeadingQuestion, site: Site) -> Page:
    library = site.library
    listed: tuple[TopicEntry, ...] = ()
    if leading.overview is not None:
        minimum = SHARED_BY if leading.overview is Overview.LESSONS else 1
        listed = tuple(entry for entry in library.topics[leading.overview.value] if entry.evidence.done >= minimum)
    return Page(
        path=site.path_of(leading),
        title=leading.name,
        description=leading.lead,
        kind=Kind.QUESTION,
        section=FOLDER,
        edit=site.settings.edit_address("cases/catalogue/leading_questions.yml"),
        context=LeadingQuestionPage(
            leading=leading,
            by_case=tuple(AnswerOfCase(library.case_by_id[answer.case], answer) for answer in leading.by_case),
            listed=listed,
            per_case=_per_case(leading, library.cases, listed),
        ),
    )


def _per_case(
    leading: LeadingQuestion, cases: tuple[CaseEntry, ...], listed: tuple[TopicEntry, ...]
) -> tuple[TopicsOfCase, ...]:
    if leading.overview is None or len(cases) > MOST_LISTED:
        return ()
    return tuple(TopicsOfCase(entry, tuple(topic for topic in listed if entry.id in topic.done_in)) for entry in cases)
