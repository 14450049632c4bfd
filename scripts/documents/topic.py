"""The content of a method, success factor or lesson in a document, with sections in the order of its page."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from scripts.documents.blocks import (
    Item,
    Passage,
    Section,
    TopicReference,
    bearing,
    label,
    one_line,
    passage,
    passages,
    reference,
    strongest,
    topic_reference,
    words_beside,
)
from scripts.library.case_content import statement
from scripts.library.evidence import Standing
from scripts.library.kinds import WORDS, kind_of
from scripts.library.library import Library, Mention, TopicEntry
from scripts.library.queries import by_case, whose_experience
from scripts.model.claims import Use
from scripts.model.enums import Stage
from scripts.text.swedish import listed


@dataclass(frozen=True)
class TopicRecord:
    """The content of a method, success factor or lesson, in reading order.

    Attributes:
        id: Its id.
        label: The label that references link to.
        kind: Its kind, such as `Metod`.
        name: Its name.
        name_en: Its name in English.
        standing: Its strongest standing in any sluice, which selects the mark.
        where: In how many sluices it was done, planned and contradicted, in words.
        who: Who says so, in words; empty when nobody does.
        whose: Whose experience it rests on, when no sluice is known to have done it; otherwise empty.
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
    standing: Standing
    where: str
    who: str
    whose: str
    aliases: str
    phases: str
    area: str
    description: tuple[Passage, ...]
    sections: tuple[Section, ...]
    questions: tuple[str, ...]
    related: tuple[TopicReference, ...]


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
        standing=strongest(entry),
        where=entry.where,
        who=entry.evidence.who,
        whose="" if entry.is_from_sluices else one_line(whose_experience(entry, library)),
        aliases=", ".join(map(one_line, record.aliases)),
        phases=listed([str(phase.name) for phase in library.phases if phase.id in record.phases]),
        area=next((area.name for area in library.areas if area.id == entry.area), ""),
        description=passages(record.description, library),
        sections=tuple(section for section in _sections(entry, library) if section.items),
        questions=tuple(map(one_line, record.questions)),
        related=tuple(map(topic_reference, related)),
    )


def _sections(entry: TopicEntry, library: Library) -> tuple[Section, ...]:
    record, words = entry.record, WORDS[entry.kind]
    examples = tuple(Item(passages((claim,), library), name=one_line(claim.place)) for claim in record.elsewhere)
    return (
        *(
            Section(standing.value, words.heading_of(standing), _items(entry, entry.mentions_as(standing), library))
            for standing in Standing
        ),
        Section("studies", "Vad andra säger", passages(record.studies, library)),
        Section("elsewhere", "Exempel från andra håll", examples),
    )


def _items(topic: TopicEntry, mentions: Iterable[Mention], library: Library) -> tuple[Item, ...]:
    return tuple(
        Item(tuple(_passage(topic, use, library) for use in uses), topic=reference(case))
        for case, uses in by_case(mentions)
    )


def _passage(topic: TopicEntry, use: Use, library: Library) -> Passage:
    """Return a statement from a case, with its bearing where the section heading does not say it."""
    content = statement(topic.kind, use, library)
    in_heading = content.standing is not Standing.MENTIONED and use.stage is not Stage.PRESTUDY
    return replace(
        passage(use, library),
        bearing=None if in_heading else bearing(content),
        marks=words_beside(content, content.figures),
    )
