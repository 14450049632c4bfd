"""The library: the data that has been read, with references resolved in both directions.

A library is only built from data without problems, so all its references can be resolved.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from scripts.library.evidence import Evidence, Standing
from scripts.library.pointers import PointerIndex
from scripts.loading.dataset import Municipality
from scripts.model.advice import Advice
from scripts.model.case import Case
from scripts.model.catalogue import Area, Lesson, Phase, Tag, Topic
from scripts.model.claims import FactorUse, LessonUse, MethodUse, Source, TaggedClaim, Use
from scripts.model.decisions import DecisionSheet
from scripts.model.editorial import (
    Event,
    LeadingQuestion,
    PreStudy,
    ProgrammeSection,
    Question,
    Redirect,
    Role,
    Step,
    Takeaway,
    Term,
)
from scripts.model.registry import TOPIC_KINDS
from scripts.model.stories import Activity, Story
from scripts.model.work_templates import WorkTemplate


@dataclass(frozen=True)
class CaseEntry:
    """A case, with its id and the sources that it may cite."""

    id: str
    case: Case
    sources: Mapping[str, Source]

    @property
    def name(self) -> str:
        """The short name, used in lists."""
        return str(self.case.place)

    def uses(self, kind: str) -> tuple[Use, ...]:
        """Return the uses of methods, success factors or lessons in the case.

        Args:
            kind: One of `TOPIC_KINDS`.

        Returns:
            The uses, in the order of the file.
        """
        uses: tuple[Use, ...] = getattr(self.case, kind)
        return uses


@dataclass(frozen=True)
class Mention:
    """A use of a topic, with the case that contains it and its bearing on the topic."""

    entry: CaseEntry
    use: Use
    standing: Standing


@dataclass(frozen=True)
class TopicEntry:
    """A method, factor or lesson, with its mentions in cases.

    Attributes:
        kind: One of `TOPIC_KINDS`.
        record: The record in the catalogue.
        line: The line of the record in its file.
        mentions: The mentions of the topic, in the order of the cases.
        evidence: The evidence for the topic.
    """

    kind: str
    record: Topic
    line: int
    mentions: tuple[Mention, ...]
    evidence: Evidence

    @property
    def id(self) -> str:
        """The id of the record."""
        return self.record.id

    @property
    def name(self) -> str:
        """The Swedish name."""
        return str(self.record.name)

    @property
    def area(self) -> str:
        """The id of a lesson's area; empty for methods and factors, which have no area."""
        return self.record.area if isinstance(self.record, Lesson) else ""

    @property
    def where(self) -> str:
        """In how many sluices it was done, planned and contradicted, in words."""
        return self.evidence.where(learned=self.kind != "methods")

    @property
    def is_from_sluices(self) -> bool:
        """Whether at least one sluice has done or learned it. Other topics come from research and other places."""
        return self.evidence.done > 0

    def mentions_as(self, *standings: Standing) -> tuple[Mention, ...]:
        """Return the mentions with one of some standings, in the order of the cases."""
        return tuple(mention for mention in self.mentions if mention.standing in standings)

    @cached_property
    def done_in(self) -> Mapping[str, CaseEntry]:
        """Id → case, for the cases that count as evidence."""
        return {mention.entry.id: mention.entry for mention in self.mentions_as(Standing.DONE)}

    @cached_property
    def standings(self) -> Mapping[str, Standing]:
        """Id of a case → the standing of its most telling statement: done, then against, then planned."""
        order = tuple(Standing)
        weakest_first = sorted(self.mentions, key=lambda mention: -order.index(mention.standing))
        return {mention.entry.id: mention.standing for mention in weakest_first}

    @cached_property
    def case_count(self) -> int:
        """The number of cases that mention the topic."""
        return len({mention.entry.id for mention in self.mentions})


@dataclass(frozen=True)
class TagEntry:
    """A tag, with the cases, topics and statements that have it.

    Attributes:
        record: The record in the catalogue.
        line: The line of the record in its file.
        cases: The cases that have it.
        topics: The topics that have it.
        statements: The statements that have it, each after the case or topic that contains it.
    """

    record: Tag
    line: int
    cases: tuple[CaseEntry, ...]
    topics: tuple[TopicEntry, ...]
    statements: tuple[tuple[CaseEntry | TopicEntry, TaggedClaim], ...]

    @property
    def size(self) -> int:
        """The number of cases, topics and statements that have the tag."""
        return len(self.cases) + len(self.topics) + len(self.statements)


@dataclass(frozen=True)
class Guidance:
    """The editorial content besides cases and topics. All entries keep the order of their files."""

    glossary: tuple[Term, ...] = ()
    timeline: tuple[Event, ...] = ()
    prestudies: tuple[PreStudy, ...] = ()
    questions: tuple[Question, ...] = ()
    leading_questions: tuple[LeadingQuestion, ...] = ()
    programme: tuple[ProgrammeSection, ...] = ()
    steps: tuple[Step, ...] = ()
    roles: tuple[Role, ...] = ()
    decisions: tuple[DecisionSheet, ...] = ()
    advice: tuple[Advice, ...] = ()
    takeaways: tuple[Takeaway, ...] = ()
    work_templates: tuple[WorkTemplate, ...] = ()
    stories: tuple[Story, ...] = ()
    activities: tuple[Activity, ...] = ()
    redirects: tuple[Redirect, ...] = ()


@dataclass(frozen=True, eq=False)
class Library:
    """The cases, records, sources and redirects of a dataset. Compared by identity.

    Attributes:
        cases: The cases, sorted by name.
        topics: Kind of topic → topics, sorted by name.
        tags: The tags, sorted by name.
        areas: The areas of lessons, in the order of the file.
        phases: The phases of the guide, in the order of the file.
        sources: Id → source, for the sources of all files.
        shared: Id → source, for the sources that any file may cite.
        municipalities: Code → municipality.
        guidance: The editorial content.
        redirects: Old address → address of the page that it finally leads to.
        pointers: The statements that conclusions can rest on.
    """

    cases: tuple[CaseEntry, ...]
    topics: Mapping[str, tuple[TopicEntry, ...]]
    tags: tuple[TagEntry, ...]
    areas: tuple[Area, ...]
    phases: tuple[Phase, ...]
    sources: Mapping[str, Source]
    shared: Mapping[str, Source]
    municipalities: Mapping[str, Municipality]
    guidance: Guidance
    redirects: Mapping[str, str]
    pointers: PointerIndex

    @cached_property
    def case_by_id(self) -> Mapping[str, CaseEntry]:
        """Id → case."""
        return {entry.id: entry for entry in self.cases}

    @cached_property
    def topic_by_id(self) -> Mapping[str, TopicEntry]:
        """Id → topic. Ids are unique across methods, factors and lessons."""
        return {entry.id: entry for kind in TOPIC_KINDS for entry in self.topics[kind]}

    @cached_property
    def advice_by_id(self) -> Mapping[str, Advice]:
        """Id → advice."""
        return {advice.id: advice for advice in self.guidance.advice}

    @cached_property
    def question_by_id(self) -> Mapping[str, Question | LeadingQuestion]:
        """Id → question. The leading questions share their ids with the others."""
        questions = {question.id: question for question in self.guidance.questions}
        return {**questions, **{question.id: question for question in self.guidance.leading_questions}}

    @cached_property
    def tag_by_id(self) -> Mapping[str, TagEntry]:
        """Id → tag."""
        return {entry.record.id: entry for entry in self.tags}


def use_id(use: Use) -> str:
    """Return the id of the topic that a use refers to."""
    match use:
        case MethodUse():
            return str(use.method)
        case FactorUse():
            return str(use.factor)
        case LessonUse():
            return str(use.lesson)
    raise TypeError(use)
