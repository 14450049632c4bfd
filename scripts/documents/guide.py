"""The guide, the leading questions and the short answers of the book."""

from __future__ import annotations

from dataclasses import dataclass

from scripts.documents.blocks import (
    Item,
    Passage,
    Reference,
    TopicReference,
    one_line,
    passage,
    passages,
    reference,
    topic_reference,
)
from scripts.library.context import FOLDERS
from scripts.library.kinds import OF_TOPICS
from scripts.library.library import CaseEntry, Library, TopicEntry
from scripts.library.queries import SHARED_BY, from_elsewhere, from_sluices
from scripts.model import editorial
from scripts.model.editorial import CaseAnswer, Overview, Reading

KINDS_IN_GUIDE = ("success_factors", "lessons", "methods")
"""The kinds of topics in a step, in order: success factors and lessons before methods."""


@dataclass(frozen=True)
class TopicList:
    """The topics of one kind in a step, each part in alphabetical order.

    Attributes:
        name: The kind, in the plural.
        sluices: The topics that at least one sluice has done or learned.
        elsewhere: The topics that rest on research and on other municipalities.
    """

    name: str
    sluices: tuple[TopicReference, ...]
    elsewhere: tuple[TopicReference, ...]


@dataclass(frozen=True)
class Step:
    """A step of the guide: questions to ask, topics, and cases to read."""

    name: str
    lead: str
    questions: tuple[str, ...]
    records: tuple[TopicList, ...]
    reading: tuple[Item, ...]


@dataclass(frozen=True)
class Role:
    """Reading suggestions for a role."""

    name: str
    lead: str
    advice: tuple[Reference, ...]
    cases: tuple[Reference, ...]
    questions: tuple[Reference, ...]


@dataclass(frozen=True)
class LeadingQuestion:
    """A leading question with its long answer.

    Attributes:
        label: The label that references lead to.
        name: The question.
        lead: The scope of the answer.
        together: The answer across all cases.
        strength: The strength of the evidence, in words.
        by_case: Statements from each case.
        heading: The heading of `listed`.
        listed: Topics that answer the question, in alphabetical order.
        unknown: Gaps in the answer.
    """

    label: str
    name: str
    lead: str
    together: tuple[Passage, ...]
    strength: str
    by_case: tuple[Item, ...]
    heading: str
    listed: tuple[TopicReference, ...]
    unknown: tuple[str, ...]


@dataclass(frozen=True)
class Question:
    """A question with its short answer, and references to read on."""

    label: str
    name: str
    answer: tuple[Passage, ...]
    see: tuple[Reference, ...]


def steps(library: Library) -> tuple[Step, ...]:
    """Return the steps of the guide, in order."""
    names = {phase.id: phase.name for phase in library.phases}
    return tuple(
        Step(
            name=one_line(names[step.id]),
            lead=one_line(step.lead),
            questions=tuple(map(one_line, step.questions)),
            records=tuple(_of_step(kind, step.id, library) for kind in KINDS_IN_GUIDE),
            reading=tuple(_on_case(reading, library) for reading in step.reading),
        )
        for step in library.guidance.steps
    )


def _of_step(kind: str, step: str, library: Library) -> TopicList:
    entries = [entry for entry in library.topics[kind] if step in entry.record.phases]
    parts = (tuple(map(topic_reference, part)) for part in (from_sluices(entries), from_elsewhere(entries)))
    return TopicList(OF_TOPICS[kind].plural, *parts)


def _on_case(claim: Reading | CaseAnswer, library: Library) -> Item:
    return Item((passage(claim, library),), topic=reference(library.case_by_id[claim.case]))


def roles(library: Library) -> tuple[Role, ...]:
    """Return the roles, in order."""
    return tuple(
        Role(
            name=one_line(role.name),
            lead=one_line(role.lead),
            advice=tuple(
                Reference(f"{FOLDERS['advice']}-{key}", one_line(library.advice_by_id[key].name)) for key in role.advice
            ),
            cases=tuple(reference(library.case_by_id[key]) for key in role.cases),
            questions=tuple(
                Reference(_label(key), one_line(library.question_by_id[key].name)) for key in role.questions
            ),
        )
        for role in library.guidance.roles
    )


def leading_questions(library: Library) -> tuple[LeadingQuestion, ...]:
    """Return the leading questions, in order."""
    return tuple(_leading_question(question, library) for question in library.guidance.leading_questions)


def _leading_question(question: editorial.LeadingQuestion, library: Library) -> LeadingQuestion:
    return LeadingQuestion(
        label=_label(question.id),
        name=one_line(question.name),
        lead=one_line(question.lead),
        together=passages(question.together, library),
        strength=one_line(question.strength),
        by_case=tuple(_on_case(answer, library) for answer in question.by_case),
        heading="Lärdomar som minst två slussar har dragit"
        if question.overview is Overview.LESSONS
        else "Metoder som slussar använde",
        listed=_overview(question.overview, library) if question.overview else (),
        unknown=tuple(map(one_line, question.unknown)),
    )


def _overview(overview: Overview, library: Library) -> tuple[TopicReference, ...]:
    """Return the lessons that several sluices share, or the methods that at least one sluice has used."""
    least = SHARED_BY if overview is Overview.LESSONS else 1
    entries = library.topics[overview.value]
    return tuple(topic_reference(entry) for entry in entries if entry.evidence.done >= least)


def questions(library: Library) -> tuple[Question, ...]:
    """Return the questions with short answers, in order."""
    entries: dict[str, CaseEntry | TopicEntry] = {**library.topic_by_id, **library.case_by_id}
    return tuple(
        Question(
            label=_label(question.id),
            name=one_line(question.name),
            answer=passages(question.answer, library),
            see=tuple(reference(entries[key]) for key in question.see if key in entries),
        )
        for question in library.guidance.questions
    )


def _label(question: str) -> str:
    return f"{FOLDERS['questions']}-{question}"
