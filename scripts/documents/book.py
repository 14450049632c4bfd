"""The content of the book, from cover to index."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from scripts import figures
from scripts.documents import back_matter, guide
from scripts.documents.advice import AdviceRecord, advice_record
from scripts.documents.blocks import Item, Section, one_line, passages
from scripts.documents.case import CaseRecord, case_record
from scripts.documents.serialize import cited
from scripts.documents.sheet import SheetRecord, sheet_record
from scripts.documents.svg import Drawing, drawing
from scripts.documents.topic import TopicRecord, topic_record
from scripts.library.kinds import KINDS, Words
from scripts.library.library import CaseEntry, Library, TopicEntry
from scripts.library.queries import from_elsewhere, from_sluices
from scripts.model.catalogue import Area
from scripts.text.swedish import counted, number

MAX_IN_FULL = 60
"""The maximum number of cases set in full, and of cases named on a topic. More would not fit in one book."""

ELSEWHERE = "Från forskning och andra kommuner"
ABOUT_ELSEWHERE = (
    "Ingen sluss är känd för att ha gjort så eller ha den erfarenheten. "
    "Under varje post står vems erfarenhet den bygger på."
)

SECTIONS_IN_SHORT = frozenset({"aftermath"})
"""The sections that a case keeps in a short book, by field."""


@dataclass(frozen=True)
class TopicGroup:
    """The topics of a kind that come from the sluices, those of an area of lessons, or those from elsewhere."""

    name: str
    text: str
    sources: tuple[str, ...]
    entries: tuple[TopicRecord, ...]


@dataclass(frozen=True)
class TopicChapter:
    """The chapter on a kind of topic."""

    name: str
    lead: str
    groups: tuple[TopicGroup, ...]


@dataclass(frozen=True)
class BookContent:
    """The parts of the book, in reading order.

    Attributes:
        title: Its title.
        short: Whether cases are shortened, because there are too many to set in full.
        counts: The number of cases, of topics of each kind and from elsewhere, and of terms.
        decisions: The decision sheets.
        advice: The advice.
        steps: The guide.
        roles: Reading suggestions by role.
        leading: The leading questions, with long answers.
        questions: The questions with short answers.
        programme: Statements on the programme behind the cases.
        figures: Drawings by id.
        cases: The cases.
        topics: Methods, success factors and lessons.
        glossary: The glossary.
        index: The participants.
        register: The sources cited in the parts above.
        numbers: The number of each source, by id.
    """

    title: str
    short: bool
    counts: Mapping[str, int]
    decisions: tuple[SheetRecord, ...]
    advice: tuple[AdviceRecord, ...]
    steps: tuple[guide.Step, ...]
    roles: tuple[guide.Role, ...]
    leading: tuple[guide.LeadingQuestion, ...]
    questions: tuple[guide.Question, ...]
    programme: tuple[Item, ...]
    figures: Mapping[str, Drawing]
    cases: tuple[CaseRecord, ...]
    topics: tuple[TopicChapter, ...]
    glossary: tuple[back_matter.Term, ...]
    index: tuple[back_matter.IndexPart, ...]
    register: tuple[back_matter.SourceGroup, ...] = ()
    numbers: Mapping[str, int] = field(default_factory=dict)


def book_content(library: Library) -> BookContent:
    """Return the content of the book, with sources numbered in the order of its register."""
    short = len(library.cases) > MAX_IN_FULL
    content = BookContent(
        title=_title(library),
        short=short,
        counts=_counts(library),
        decisions=tuple(sheet_record(sheet, library) for sheet in library.guidance.decisions),
        advice=tuple(advice_record(advice, library) for advice in library.guidance.advice),
        steps=guide.steps(library),
        roles=guide.roles(library),
        leading=guide.leading_questions(library),
        questions=guide.questions(library),
        programme=_programme(library),
        figures=_figures(library),
        cases=tuple(_case(entry, library, short=short) for entry in library.cases),
        topics=tuple(_chapter(words, library) for words in KINDS),
        glossary=back_matter.glossary(library),
        index=back_matter.index(library),
    )
    register = back_matter.source_groups(cited(content), library)
    in_order = (source.id for group in register for source in group.entries)
    return replace(content, register=register, numbers={key: count for count, key in enumerate(in_order, start=1)})


def _title(library: Library) -> str:
    count = counted(len(library.cases), "en kommunal idésluss", "kommunala idéslussar")
    return f"{count.capitalize()}. Vad höll, och vad lärde de sig?"


def _counts(library: Library) -> dict[str, int]:
    topics = {kind: len(entries) for kind, entries in library.topics.items()}
    elsewhere = len(from_elsewhere(library.topic_by_id.values()))
    return {"cases": len(library.cases), **topics, "elsewhere": elsewhere, "terms": len(library.guidance.glossary)}


def _programme(library: Library) -> tuple[Item, ...]:
    sections = library.guidance.programme
    return tuple(Item(passages(section.claims, library), name=one_line(section.name)) for section in sections)


def _figures(library: Library) -> dict[str, Drawing]:
    drawn = (figures.sweden(library), figures.outcomes(library), figures.projects(library))
    return {figure.id: drawing(figure) for figure in drawn if figure}


def _case(entry: CaseEntry, library: Library, *, short: bool) -> CaseRecord:
    record = case_record(entry, library)
    if not short:
        return record
    return replace(record, sections=tuple(section for section in record.sections if section.id in SECTIONS_IN_SHORT))


def _chapter(words: Words, library: Library) -> TopicChapter:
    """Return the chapter on a kind of topic: those from the sluices, with lessons by area, and then the others."""
    entries = library.topics[words.id]
    if words.id == "lessons":
        groups = [_area(area, entries, library) for area in library.areas]
    else:
        groups = [TopicGroup("Från slussarna", "", (), _topics(from_sluices(entries), library))]
    groups.append(TopicGroup(ELSEWHERE, ABOUT_ELSEWHERE, (), _topics(from_elsewhere(entries), library)))
    return TopicChapter(words.kind.plural, words.lead, tuple(group for group in groups if group.entries))


def _area(area: Area, entries: Iterable[TopicEntry], library: Library) -> TopicGroup:
    return TopicGroup(
        name=f"Område: {one_line(area.name)}",
        text=one_line(area.description),
        sources=area.origin.sources if area.origin else (),
        entries=_topics(from_sluices(entries, area.id), library),
    )


def _topics(entries: Iterable[TopicEntry], library: Library) -> tuple[TopicRecord, ...]:
    return tuple(_topic(entry, library) for entry in entries)


def _topic(entry: TopicEntry, library: Library) -> TopicRecord:
    record = topic_record(entry, library)
    return replace(record, sections=tuple(map(_shortened, record.sections)))


def _shortened(section: Section) -> Section:
    """Return a section cut to `MAX_IN_FULL` items."""
    if len(section.items) <= MAX_IN_FULL:
        return section
    lead = f"Här står {MAX_IN_FULL} av {number(len(section.items))}. Alla finns på webbplatsen."
    return replace(section, items=section.items[:MAX_IN_FULL], lead=lead)
