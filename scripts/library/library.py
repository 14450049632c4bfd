"""Everything that has been read, linked both ways.

A library is only made out of data without problems, so every reference in it leads somewhere.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from scripts.library.evidence import Evidence, evidence
from scripts.library.urls import redirects
from scripts.loading.dataset import Dataset, Municipality
from scripts.model.case import Case
from scripts.model.catalogue import Area, Factor, Lesson, Method, Phase, Tag
from scripts.model.claims import FactorUse, LessonUse, MethodUse, Source
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
from scripts.model.enums import Stance
from scripts.model.registry import EDITORIAL_FILES, TOPIC_KINDS
from scripts.text.swedish import sort_key

Topic = Method | Factor | Lesson
Use = MethodUse | FactorUse | LessonUse


@dataclass(frozen=True)
class CaseEntry:
    """A case, with its id and every source it may cite."""

    id: str
    case: Case
    sources: Mapping[str, Source]

    @property
    def name(self) -> str:
        """The short name, for lists."""
        return str(self.case.place)

    def uses(self, kind: str) -> tuple[Use, ...]:
        """What the case says of methods, success factors or lessons."""
        uses: tuple[Use, ...] = getattr(self.case, kind)
        return uses


@dataclass(frozen=True)
class Mention:
    """A place in a case that speaks of a topic."""

    entry: CaseEntry
    use: Use


@dataclass(frozen=True)
class TopicEntry:
    """A method, factor or lesson, with the cases that speak of it."""

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
        """The id of a lesson's area. Methods and factors have none: empty."""
        return self.record.area if isinstance(self.record, Lesson) else ""

    @cached_property
    def supporting(self) -> tuple[Mention, ...]:
        """The mentions that speak for it."""
        return tuple(mention for mention in self.mentions if stance(mention.use) is Stance.SUPPORTS)

    @cached_property
    def contradicting(self) -> tuple[Mention, ...]:
        """The mentions that speak against it."""
        return tuple(mention for mention in self.mentions if stance(mention.use) is Stance.CONTRADICTS)

    @cached_property
    def supporters(self) -> Mapping[str, CaseEntry]:
        """The cases that speak for it, by id."""
        return {mention.entry.id: mention.entry for mention in self.supporting}

    @cached_property
    def spoken_of_by(self) -> int:
        """How many cases speak of it, for or against."""
        return len({mention.entry.id for mention in self.mentions})


@dataclass(frozen=True)
class TagEntry:
    """A tag, with what carries it."""

    record: Tag
    line: int
    cases: tuple[CaseEntry, ...]
    topics: tuple[TopicEntry, ...]

    @property
    def size(self) -> int:
        """How many pages carry the tag."""
        return len(self.cases) + len(self.topics)


@dataclass(frozen=True)
class Guidance:
    """What the editors have written beside cases and topics, in the order of the files."""

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
    """All cases, records and sources, with the addresses that have moved. Equal to nothing but itself.

    The shared sources are those that any file may cite. A redirect says where an old address leads in the end.
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
        """The cases."""
        return {entry.id: entry for entry in self.cases}

    @cached_property
    def topic_by_id(self) -> Mapping[str, TopicEntry]:
        """Methods, factors and lessons share one set of ids."""
        return {entry.id: entry for kind in TOPIC_KINDS for entry in self.topics[kind]}

    @cached_property
    def tag_by_id(self) -> Mapping[str, TagEntry]:
        """The tags."""
        return {entry.record.id: entry for entry in self.tags}


def use_id(use: Use) -> str:
    """The id of the record that a use speaks of."""
    match use:
        case MethodUse():
            return str(use.method)
        case FactorUse():
            return str(use.factor)
        case LessonUse():
            return str(use.lesson)


def stance(use: Use) -> Stance:
    """Whether a use speaks for its record or against it. To use a method is to speak for it."""
    return Stance.SUPPORTS if isinstance(use, MethodUse) else use.stance


def build_library(dataset: Dataset) -> Library:
    """Link everything.

    Args:
        dataset: Data without problems.

    Returns:
        The library. Cases, records and tags are sorted by name in the Swedish way.
    """
    records: dict[str, tuple[Any, ...]] = {kind: found.content or () for kind, found in dataset.catalogue.items()}
    shared: dict[str, Source] = {source.id: source for source in records["sources"]}
    cases = _by_name(
        CaseEntry(document.id, document.content, {**shared, **document.content.sources})
        for document in dataset.cases
        if document.content is not None
    )
    mentions = _mentions(cases)
    topics = {
        kind: _by_name(
            _topic(kind, record, dataset.catalogue[kind].line((position,)), mentions.get((kind, record.id), ()), shared)
            for position, record in enumerate(records[kind])
            if record.replaced_by is None
        )
        for kind in TOPIC_KINDS
    }
    every_topic = [entry for kind in TOPIC_KINDS for entry in topics[kind]]
    tagged_cases, tagged_topics = _by_tag(cases), _by_tag(every_topic)
    tags = tuple(
        TagEntry(
            record,
            dataset.catalogue["tags"].line((position,)),
            tuple(tagged_cases.get(record.id, ())),
            tuple(tagged_topics.get(record.id, ())),
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


def _mentions(cases: Iterable[CaseEntry]) -> dict[tuple[str, str], list[Mention]]:
    """What cases say, by the kind and the id of what they say it of."""
    found: dict[tuple[str, str], list[Mention]] = {}
    for entry in cases:
        for kind in TOPIC_KINDS:
            for use in entry.uses(kind):
                found.setdefault((kind, use_id(use)), []).append(Mention(entry, use))
    return found


def _by_tag(entries: Iterable[Any]) -> dict[str, list[Any]]:
    found: dict[str, list[Any]] = {}
    for entry in entries:
        for tag in (entry.case if isinstance(entry, CaseEntry) else entry.record).tags:
            found.setdefault(tag, []).append(entry)
    return found


def _topic(
    kind: str, record: Topic, line: int, mentions: Iterable[Mention], shared: Mapping[str, Source]
) -> TopicEntry:
    mentions = tuple(mentions)
    supporting = [mention for mention in mentions if stance(mention.use) is Stance.SUPPORTS]
    sources = [mention.entry.sources[key] for mention in supporting for key in mention.use.sources]
    sources += [shared[key] for study in record.studies for key in study.sources]
    return TopicEntry(kind, record, line, mentions, evidence({m.entry.id for m in supporting}, sources))
