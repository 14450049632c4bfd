"""The content of a case in a document: summary, facts, key figures and sections, in the order of its page.

It comes from `case_content`. Tags and search terms are left out, because they are of no use on paper.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from scripts import figures
from scripts.documents.blocks import (
    Item,
    Passage,
    Section,
    SectionItem,
    SimilarCase,
    bearing,
    label,
    one_line,
    passage,
    reference,
    topic_reference,
    words_beside,
)
from scripts.documents.svg import drawing
from scripts.library.case_content import Block, CaseContent, Fact, Statement, case_content
from scripts.library.case_content import Section as CaseSection
from scripts.library.kinds import WORDS, kind_of
from scripts.library.library import CaseEntry, Library
from scripts.model.case import FactBasis
from scripts.model.claims import Claim, Figure, Flow
from scripts.model.enums import Outcome
from scripts.text.swedish import number, sentence


@dataclass(frozen=True)
class Summary:
    """The summary of a case, with source ids and a note on the sources."""

    text: str
    sources: tuple[str, ...]
    note: str


@dataclass(frozen=True)
class OutcomeOfCase:
    """The outcome of a case: the stored value, which selects the symbol, and its label."""

    id: str
    label: str


@dataclass(frozen=True)
class FactLine:
    """A line of the fact box, with source ids and a note on the sources."""

    label: str
    value: str
    sources: tuple[str, ...]
    note: str


@dataclass(frozen=True)
class KeyFigure:
    """A key figure: precision in words (empty when exact), value, unit and source ids."""

    about: str
    value: str
    unit: str
    sources: tuple[str, ...]


@dataclass(frozen=True)
class CaseRecord:
    """The content of a case, in reading order."""

    id: str
    label: str
    kind: str
    name: str
    summary: Summary
    outcome: OutcomeOfCase
    facts: tuple[FactLine, ...]
    figures: tuple[KeyFigure, ...]
    sections: tuple[Section, ...]


def case_record(entry: CaseEntry, library: Library) -> CaseRecord:
    """Return the content of a case.

    Args:
        entry: The case.
        library: The library that has the records it refers to.
    """
    content = case_content(entry, library)
    case = content.case
    return CaseRecord(
        id=entry.id,
        label=label(entry),
        kind=kind_of(entry).label,
        name=one_line(case.title),
        summary=Summary(one_line(case.summary), *_sources_and_note(case.basis.summary)),
        outcome=_outcome(case.aftermath.outcome),
        facts=tuple(map(_fact_line, content.facts)),
        figures=tuple(_key_figure(figure, claim) for figure, claim in content.key_figures),
        sections=tuple(_section(section, content, library) for section in content.sections),
    )


def _outcome(outcome: Outcome) -> OutcomeOfCase:
    return OutcomeOfCase(outcome.value, outcome.label)


def _fact_line(fact: Fact) -> FactLine:
    return FactLine(fact.label, one_line(fact.value), *_sources_and_note(fact.basis))


def _sources_and_note(basis: FactBasis | None) -> tuple[tuple[str, ...], str]:
    return (basis.sources, one_line(basis.note or "")) if basis else ((), "")


def _key_figure(figure: Figure, claim: Claim) -> KeyFigure:
    about = "" if figure.precision.is_exact else figure.precision.label
    return KeyFigure(about, number(figure.value), one_line(figure.unit), claim.sources)


def _section(section: CaseSection, content: CaseContent, library: Library) -> Section:
    spec = section.spec
    return Section(spec.field, spec.heading, tuple(_items(section, content, library)), spec.lead)


def _items(section: CaseSection, content: CaseContent, library: Library) -> Iterator[SectionItem]:
    for block in section.blocks:
        yield from _block_items(block, content, library)
    yield from map(one_line, section.gaps)
    for likeness in section.similar:
        yield SimilarCase(reference(likeness.entry), sentence("; ".join(likeness.reasons)))


def _block_items(block: Block, content: CaseContent, library: Library) -> Iterator[SectionItem]:
    """Yield a block as one item, or as separate statements when it has neither topic, figure nor heading."""
    passages = tuple(_passage(statement, content, library) for statement in block.statements)
    first = block.statements[0]
    if block.topic:
        yield Item(
            passages,
            topic=topic_reference(block.topic),
            others=WORDS[block.topic.kind].others,
            elsewhere=tuple(map(reference, block.elsewhere)),
            elsewhere_count=block.elsewhere_count,
        )
    elif isinstance(first.claim, Flow):
        yield Item(passages, figure=drawing(figures.flow(first.claim)))
    elif block.heading:
        state = next((mark.label for mark in first.marks if mark.field == "outcome"), None)
        yield Item(passages, name=one_line(block.heading), state=state)
    else:
        yield from passages


def _passage(statement: Statement, content: CaseContent, library: Library) -> Passage:
    return replace(
        passage(statement.claim, library),
        bearing=bearing(statement),
        marks=words_beside(statement, _figures_beside(statement, content)),
    )


def _figures_beside(statement: Statement, content: CaseContent) -> Iterator[Figure]:
    """Yield the figures of a statement that are neither drawn nor among the key figures."""
    if not isinstance(statement.claim, Flow):
        yield from (figure for figure in statement.figures if (figure, statement.claim) not in content.key_figures)
