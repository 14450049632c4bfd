"""The parts that the book and the hand-outs have in common: statements, references, sections and sources.

A statement keeps the ids of its sources. They are numbered when it is known which sources a document cites.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from scripts.documents.svg import Drawing
from scripts.library.case_content import Statement
from scripts.library.citations import Citations
from scripts.library.context import FOLDERS, host
from scripts.library.evidence import Level
from scripts.library.library import CaseEntry, Library, TopicEntry
from scripts.library.queries import amount
from scripts.model.claims import Claim, Figure, Source
from scripts.model.editorial import AnswerSentence
from scripts.text.swedish import counted, partial_date, unbroken

SHOWN_APART = frozenset({"stance", "outcome"})
"""Marks with a look of their own. All others are set as a line of words beside their statement."""


@dataclass(frozen=True)
class Passage:
    """A sourced statement as it is set.

    Attributes:
        paragraphs: Its text.
        sources: The ids of its sources.
        who: Who is speaking in the sources, such as `Projektets egna ord`.
        against: Whether it is marked as speaking against its topic.
        marks: Other words beside it: marks, and numbers that no other part of the document shows.
    """

    paragraphs: tuple[str, ...]
    sources: tuple[str, ...]
    who: str
    against: bool = False
    marks: tuple[str, ...] = ()


@dataclass(frozen=True)
class Reference:
    """A name that leads to a label elsewhere in the same document."""

    to: str
    name: str


@dataclass(frozen=True)
class LevelOfEvidence:
    """A level of evidence: its step from 0 to 3, and its words."""

    step: int
    label: str


@dataclass(frozen=True)
class WeighedReference(Reference):
    """A reference to a topic with its level of evidence, and the number of cases that support it in words."""

    level: LevelOfEvidence
    sluices: str


@dataclass(frozen=True)
class Item:
    """Statements under a common name or figure.

    Attributes:
        claims: The statements.
        topic: The record that they are on.
        name: Their heading, where they are not on a record.
        state: How far an idea got, in words.
        figure: A drawing to set above them.
        elsewhere: Other cases that support the topic, when they are few enough to name.
        elsewhere_count: The number of other cases, when they are too many to name; otherwise 0.
    """

    claims: tuple[Passage, ...]
    topic: Reference | None = None
    name: str | None = None
    state: str | None = None
    figure: Drawing | None = None
    elsewhere: tuple[Reference, ...] = ()
    elsewhere_count: int = 0


@dataclass(frozen=True)
class SimilarCase:
    """Another case that is like this one, and in what, as a sentence."""

    topic: Reference
    text: str


SectionItem = Item | Passage | SimilarCase | str


@dataclass(frozen=True)
class Section:
    """A part of a record with a heading of its own, and the number of items that there was no room for."""

    id: str
    heading: str
    items: tuple[SectionItem, ...]
    lead: str = ""
    left_out: int = 0


@dataclass(frozen=True)
class SourceEntry:
    """A source as it stands in a list of sources."""

    id: str
    title: str
    language: str
    publisher: str
    url: str
    host: str
    read: str
    kind: str


def one_line(text: str) -> str:
    """Return a text without line breaks, and with no-break spaces within its numbers."""
    return unbroken(" ".join(text.split()))


def passage(claim: Claim | AnswerSentence, library: Library) -> Passage:
    """Return a statement that has nothing beside it but its sources."""
    return Passage(
        paragraphs=tuple(one_line(part) for part in re.split(r"\n\s*\n", claim.text) if part.strip()),
        sources=claim.sources,
        who=Citations(library.sources).kinds(claim.sources).capitalize(),
    )


def passages(claims: Iterable[Claim | AnswerSentence], library: Library) -> tuple[Passage, ...]:
    """Return several statements, as `passage` does."""
    return tuple(passage(claim, library) for claim in claims)


def words_beside(statement: Statement, figures: Iterable[Figure]) -> tuple[str, ...]:
    """Return the words to set beside a statement of a case.

    Args:
        statement: The statement, whose marks are named unless they have a look of their own.
        figures: Those of its numbers that no other part of the document shows.
    """
    marks = (mark.label for mark in statement.marks if mark.field not in SHOWN_APART)
    numbers = (f"{amount(figure)} {figure.unit}" for figure in figures)
    return tuple(map(one_line, (*marks, *numbers)))


def label(entry: CaseEntry | TopicEntry) -> str:
    """Return the label of a record within a document, for references to it."""
    kind = "cases" if isinstance(entry, CaseEntry) else entry.kind
    return f"{FOLDERS[kind]}-{entry.id}"


def reference(entry: CaseEntry | TopicEntry) -> Reference:
    """Return the name of a record as a link to it."""
    return Reference(label(entry), one_line(entry.name))


def level_of_evidence(level: Level) -> LevelOfEvidence:
    """Return a level of evidence with its words."""
    return LevelOfEvidence(int(level), level.label)


def supporters(topic: TopicEntry) -> str:
    """Return the number of cases that support a topic, in words."""
    return counted(topic.evidence.sluices, "en sluss", "slussar")


def weighed_reference(topic: TopicEntry) -> WeighedReference:
    """Return a reference to a topic with its evidence."""
    to = reference(topic)
    return WeighedReference(to.to, to.name, level_of_evidence(topic.evidence.level), supporters(topic))


def source_entry(key: str, source: Source) -> SourceEntry:
    """Return a source as it stands in a list.

    Args:
        key: Its id.
        source: The source.
    """
    language = f" på {source.language.label}" if source.language.value != "sv" else ""
    translated = ", maskinöversatt" if source.machine_translated else ""
    version = f", version: {source.version}" if source.version else ""
    return SourceEntry(
        id=key,
        title=one_line(source.title),
        language=source.language.value,
        publisher=f"{one_line(source.publisher + version)}.",
        url=source.url,
        host=host(source),
        read=f"Läst {partial_date(source.read)}{language}{translated}.",
        kind=source.kind.label,
    )
