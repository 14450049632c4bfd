"""The content of a method, success factor or lesson in a document, with sections in the order of its page."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from scripts.documents.blocks import (
    Item,
    LevelOfEvidence,
    Passage,
    Section,
    WeighedReference,
    label,
    level_of_evidence,
    one_line,
    passage,
    passages,
    reference,
    supporters,
    weighed_reference,
    words_beside,
)
from scripts.library.case_content import statement
from scripts.library.kinds import KINDS, kind_of
from scripts.library.library import Library, Mention, TopicEntry, Use
from scripts.library.queries import by_case
from scripts.text.swedish import listed

WORDS = {words.id: words for words in KINDS}


@dataclass(frozen=True)
class TopicRecord:
    """The content of a method, success factor or lesson, in reading order.

    Attributes:
        id: Its id.
        label: The label that references link to.
        kind: Its kind, such as `Metod`.
        name: Its name.
        name_en: Its name in English.
        level: Its level of evidence.
        sluices: The number of cases that support it, in words.
        speaks: The verb phrase after that number: the cases describe a method, and support other kinds.
        aliases: Other names, separated by commas.
        phases: The phases that it belongs to, as a list in words.
        area: The area of a lesson; empty for other kinds.
        description: The description.
        sections: The sections that are not empty.
        questions: Questions for the reader.
        related: Other topics.
    """

    id: str
    label: str
    kind: str
    name: str
    name_en: str
    level: LevelOfEvidence
    sluices: str
    speaks: str
    aliases: str
    phases: str
    area: str
    description: tuple[Passage, ...]
    sections: tuple[Section, ...]
    questions: tuple[str, ...]
    related: tuple[WeighedReference, ...]


def topic_record(entry: TopicEntry, library: Library) -> TopicRecord:
    """Return the content of a method, success factor or lesson.

    Args:
        entry: The topic.
        library: The library that has the records it refers to.
    """
    record = entry.record
    related = (library.topic_by_id[key] for key in record.related if key in library.topic_by_id)
    return TopicRecord(
        id=entry.id,
        label=label(entry),
        kind=kind_of(entry).label,
        name=one_line(entry.name),
        name_en=one_line(record.name_en),
        level=level_of_evidence(entry.evidence.level),
        sluices=supporters(entry),
        speaks="beskriver metoden" if entry.kind == "methods" else "stöder detta",
        aliases=", ".join(map(one_line, record.aliases)),
        phases=listed([str(phase.name) for phase in library.phases if phase.id in record.phases]),
        area=next((area.name for area in library.areas if area.id == entry.area), ""),
        description=passages(record.description, library),
        sections=tuple(section for section in _sections(entry, library) if section.items),
        questions=tuple(map(one_line, record.questions)),
        related=tuple(map(weighed_reference, related)),
    )


def _sections(entry: TopicEntry, library: Library) -> tuple[Section, ...]:
    record = entry.record
    examples = tuple(Item(passages((claim,), library), name=one_line(claim.place)) for claim in record.elsewhere)
    return (
        Section("supporting", WORDS[entry.kind].heading, _items(entry, entry.supporting, library)),
        Section("contradicting", "Slussar som talar emot", _items(entry, entry.contradicting, library)),
        Section("studies", "Vad andra säger", passages(record.studies, library)),
        Section("elsewhere", "Exempel från andra håll", examples),
    )


def _items(topic: TopicEntry, mentions: Iterable[Mention], library: Library) -> tuple[Item, ...]:
    return tuple(
        Item(tuple(_passage(topic, use, library) for use in uses), topic=reference(case))
        for case, uses in by_case(mentions)
    )


def _passage(topic: TopicEntry, use: Use, library: Library) -> Passage:
    """Return a statement from a case, without the mark `against`, because the section heading says it."""
    content = statement(topic.kind, use, library)
    return replace(passage(use, library), marks=words_beside(content, content.figures))
