"""The library: the data that has been read, with references resolved in both directions.

A library is only built from data without problems, so all its references can be resolved.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from scripts.library.evidence import Evidence, Standing, evidence, standing
from scripts.library.urls import redirects
from scripts.loading.dataset import Dataset, Municipality
from scripts.model.case import Case
from scripts.model.catalogue import Area, Lesson, Phase, Tag, Topic
from scripts.model.claims import Claim, FactorUse, LessonUse, MethodUse, Source, Use
from scripts.model.editorial import (
    Event,
    LeadingQuestion,
    PreStudy,
    ProgrammeSection,
    Question,
    Redirect,
    Role,
    Step,
    Term,
)
from scripts.model.registry import EDITORIAL_FILES, TOPIC_KINDS
from scripts.model.types import FrozenModel
from scripts.text.swedish import sort_key


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
    statements: tuple[tuple[CaseEntry | TopicEntry, Claim], ...]

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

    @cached_property
    def case_by_id(self) -> Mapping[str, CaseEntry]:
        """Id → case."""
        return {entry.id: entry for entry in self.cases}

    @cached_property
    def topic_by_id(self) -> Mapping[str, TopicEntry]:
        """Id → topic. Ids are unique across methods, factors and lessons."""
        return {entry.id: entry for kind in TOPIC_KINDS for entry in self.topics[kind]}

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


def build_library(dataset: Dataset) -> Library:
    """Resolve the references of a dataset.

    Args:
        dataset: Data without problems.

    Returns:
        The library. Cases, topics and tags are sorted by name in Swedish order.
    """
    records: dict[str, tuple[Any, ...]] = {kind: document.content or () for kind, document in dataset.catalogue.items()}
    shared: dict[str, Source] = {source.id: source for source in records["sources"]}
    cases = _by_name(
        CaseEntry(document.id, document.content, {**shared, **document.content.sources})
        for document in dataset.cases
        if document.content is not None
    )
    uses = _uses(cases)
    topics = {
        kind: _by_name(
            _topic(kind, record, dataset.catalogue[kind].line((position,)), uses.get((kind, record.id), ()), shared)
            for position, record in enumerate(records[kind])
            if record.replaced_by is None
        )
        for kind in TOPIC_KINDS
    }
    all_topics = [entry for kind in TOPIC_KINDS for entry in topics[kind]]
    tagged_cases, tagged_topics = _by_tag(cases), _by_tag(all_topics)
    statements = _statements_by_tag((*cases, *all_topics))
    tags = tuple(
        TagEntry(
            record,
            dataset.catalogue["tags"].line((position,)),
            tuple(tagged_cases.get(record.id, ())),
            tuple(tagged_topics.get(record.id, ())),
            tuple(statements.get(record.id, ())),
        )
        for position, record in enumerate(records["tags"])
        if record.replaced_by is None
    )
    return Library(
        cases=cases,
        topics=topics,
        tags=tuple(sorted(tags, key=lambda entry: sort_key(entry.record.name))),
        areas=records["areas"],
        phases=records["phases"],
        sources={**shared, **{key: source for entry in cases for key, source in entry.case.sources.items()}},
        shared=shared,
        municipalities=dataset.municipalities,
        guidance=Guidance(**{kind: records[kind] for kind in EDITORIAL_FILES}),
        redirects=redirects(dataset),
    )


def _by_name(entries: Iterable[Any]) -> tuple[Any, ...]:
    return tuple(sorted(entries, key=lambda entry: sort_key(entry.name)))


def _uses(cases: Iterable[CaseEntry]) -> dict[tuple[str, str], list[tuple[CaseEntry, Use]]]:
    """Return the uses of topics in cases, by the kind and the id of the topic."""
    uses: dict[tuple[str, str], list[tuple[CaseEntry, Use]]] = {}
    for entry in cases:
        for kind in TOPIC_KINDS:
            for use in entry.uses(kind):
                uses.setdefault((kind, use_id(use)), []).append((entry, use))
    return uses


def _by_tag(entries: Iterable[Any]) -> dict[str, list[Any]]:
    tagged: dict[str, list[Any]] = {}
    for entry in entries:
        for tag in (entry.case if isinstance(entry, CaseEntry) else entry.record).tags:
            tagged.setdefault(tag, []).append(entry)
    return tagged


def _statements_by_tag(
    entries: Iterable[CaseEntry | TopicEntry],
) -> dict[str, list[tuple[CaseEntry | TopicEntry, Claim]]]:
    tagged: dict[str, list[tuple[CaseEntry | TopicEntry, Claim]]] = {}
    for entry in entries:
        for claim in _claims(entry.case if isinstance(entry, CaseEntry) else entry.record):
            for tag in claim.tags:
                tagged.setdefault(tag, []).append((entry, claim))
    return tagged


def _claims(value: object) -> Iterator[Claim]:
    """Yield the statements in a part of a case or of a record, at any depth."""
    if isinstance(value, Claim):
        yield value
    match value:
        case FrozenModel():
            for field in type(value).model_fields:
                yield from _claims(getattr(value, field))
        case tuple():
            for item in value:
                yield from _claims(item)


def _topic(
    kind: str, record: Topic, line: int, uses: Iterable[tuple[CaseEntry, Use]], shared: Mapping[str, Source]
) -> TopicEntry:
    mentions = tuple(Mention(entry, use, standing(use, record)) for entry, use in uses)
    return TopicEntry(
        kind,
        record,
        line,
        mentions,
        evidence(
            ((m.entry.id, m.standing, _cited(m.use, m.entry.sources)) for m in mentions),
            (_cited(study, shared) for study in record.studies),
        ),
    )


def _cited(claim: Claim, sources: Mapping[str, Source]) -> tuple[Source, ...]:
    return tuple(sources[key] for key in claim.sources)
