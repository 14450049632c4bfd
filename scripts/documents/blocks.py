"""Building blocks shared by the book and the hand-outs: statements, references, sections and sources.

A statement holds the ids of its sources. Numbers are assigned once all sources that a document cites are known.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from scripts.documents.svg import Drawing
from scripts.library.case_content import Statement
from scripts.library.citations import Citations, read_note
from scripts.library.context import FOLDERS, host
from scripts.library.evidence import Standing
from scripts.library.library import CaseEntry, Library, TopicEntry
from scripts.library.queries import amount
from scripts.model.claims import Claim, Figure, Source
from scripts.model.editorial import AnswerSentence
from scripts.model.enums import Stage, Stance
from scripts.text.swedish import unbroken

SHOWN_APART = frozenset({"stage", "stance", "outcome"})
"""Fields of the marks that have their own design. All others are set as text beside their statement."""


NOTABLE = frozenset({*Stage, *Stance}) - {Stage.DONE, Stance.SUPPORTS}
"""The stages and stances that are shown beside a statement on a topic."""


@dataclass(frozen=True)
class Bearing:
    """The bearing of a statement on its topic.

    Attributes:
        standing: The standing, which selects the mark.
        words: The stage and the stance, in words.
    """

    standing: Standing
    words: str


@dataclass(frozen=True)
class Passage:
    """A sourced statement, ready to set.

    Attributes:
        paragraphs: Its text.
        sources: The ids of its sources.
        who: The kinds of its sources, in words, such as `Projektets egna ord`.
        bearing: Its bearing on its topic; None where it is as expected, or where a heading says it.
        marks: Texts beside it: marks, and figures that are not shown elsewhere in the document.
    """

    paragraphs: tuple[str, ...]
    sources: tuple[str, ...]
    who: str
    bearing: Bearing | None = None
    marks: tuple[str, ...] = ()


@dataclass(frozen=True)
class Reference:
    """A name that links to a label elsewhere in the same document."""

    to: str
    name: str


@dataclass(frozen=True)
class TopicReference(Reference):
    """A reference to a topic.

    Attributes:
        standing: Its strongest standing in any sluice, which selects the mark.
        where: In how many sluices it was done, planned and contradicted, in words.
    """

    standing: Standing
    where: str


@dataclass(frozen=True)
class Item:
    """Statements under a common heading or figure.

    Attributes:
        claims: The statements.
        topic: The record that they concern.
        name: Their heading, when they concern no record.
        state: The progress of an idea, in words.
        figure: A drawing to set above them.
        others: The introduction to the names of other cases that have done the same.
        elsewhere: Those cases, when they are few enough to name.
        elsewhere_count: The number of those cases, when they are too many to name; otherwise 0.
    """

    claims: tuple[Passage, ...]
    topic: Reference | None = None
    name: str | None = None
    state: str | None = None
    figure: Drawing | None = None
    others: str = ""
    elsewhere: tuple[Reference, ...] = ()
    elsewhere_count: int = 0


@dataclass(frozen=True)
class SimilarCase:
    """A similar case, and the similarities as a sentence."""

    topic: Reference
    text: str


SectionItem = Item | Passage | SimilarCase | str


@dataclass(frozen=True)
class Section:
    """A headed part of a record, and the number of items left out for lack of room."""

    id: str
    heading: str
    items: tuple[SectionItem, ...]
    lead: str = ""
    left_out: int = 0


@dataclass(frozen=True)
class SourceEntry:
    """An entry in a list of sources."""

    id: str
    title: str
    language: str
    publisher: str
    url: str
    host: str
    read: str
    kind: str


def one_line(text: str) -> str:
    """Return a text without line breaks and with no-break spaces within numbers."""
    return unbroken(" ".join(text.split()))


def passage(claim: Claim | AnswerSentence, library: Library) -> Passage:
    """Return a statement with its sources and without marks."""
    return Passage(
        paragraphs=tuple(one_line(part) for part in re.split(r"\n\s*\n", claim.text) if part.strip()),
        sources=claim.sources,
        who=Citations(library.sources).kinds(claim.sources).capitalize(),
    )


def passages(claims: Iterable[Claim | AnswerSentence], library: Library) -> tuple[Passage, ...]:
    """Return each statement as `passage` does."""
    return tuple(passage(claim, library) for claim in claims)


def words_beside(statement: Statement, figures: Iterable[Figure]) -> tuple[str, ...]:
    """Return the texts to set beside a statement of a case.

    Args:
        statement: The statement. Marks with their own design (`SHOWN_APART`) are left out.
        figures: Those of its figures that are not shown elsewhere in the document.
    """
    marks = (mark.label for mark in statement.marks if mark.field not in SHOWN_APART)
    numbers = (f"{amount(figure)} {figure.unit}" for figure in figures)
    return tuple(map(one_line, (*marks, *numbers)))


def label(entry: CaseEntry | TopicEntry) -> str:
    """Return the label that references to a record link to."""
    kind = "cases" if isinstance(entry, CaseEntry) else entry.kind
    return f"{FOLDERS[kind]}-{entry.id}"


def reference(entry: CaseEntry | TopicEntry) -> Reference:
    """Return a reference to a record."""
    return Reference(label(entry), one_line(entry.name))


def strongest(topic: TopicEntry) -> Standing:
    """Return the strongest standing of a topic in any sluice; `MENTIONED` when no sluice mentions it."""
    return next((standing for standing in Standing if topic.mentions_as(standing)), Standing.MENTIONED)


def topic_reference(topic: TopicEntry) -> TopicReference:
    """Return a reference to a topic with its evidence."""
    to = reference(topic)
    return TopicReference(to.to, to.name, strongest(topic), topic.where)


def bearing(statement: Statement) -> Bearing | None:
    """Return the bearing of a statement on its topic; None for what readers expect: done, and in support."""
    marks = [mark.label for mark in statement.marks if mark.value in NOTABLE]
    if statement.standing is None or not marks:
        return None
    return Bearing(statement.standing, ", ".join(marks).capitalize())


def source_entry(key: str, source: Source) -> SourceEntry:
    """Return the entry of a source in a list of sources.

    Args:
        key: The id of the source.
        source: The source.
    """
    version = f", version: {source.version}" if source.version else ""
    return SourceEntry(
        id=key,
        title=one_line(source.title),
        language=source.language.value,
        publisher=f"{one_line(source.publisher + version)}.",
        url=source.url,
        host=host(source),
        read=read_note(source),
        kind=source.kind.label,
    )
