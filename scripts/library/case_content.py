"""The content of a case as all outputs show it: its facts, and its statements section by section.

The page, the hand-out, the book, the API, the tables and the preview of a pull request all read it from here.
A new field of a case or of a statement is added here once, and is then shown by all of them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from scripts.library.case_outline import FACT_FIELDS, SECTIONS, STATEMENT_NAMES, SectionSpec, section_claims
from scripts.library.evidence import Standing, standing
from scripts.library.library import CaseEntry, Library, TagEntry, TopicEntry, use_id
from scripts.library.queries import actor_name, actor_names, size_of_municipalities
from scripts.library.similarity import SimilarCase, similar
from scripts.model.case import Case, FactBasis
from scripts.model.claims import (
    Aftermath,
    Disagreement,
    Example,
    Figure,
    Flow,
    GoalOutcome,
    Milestone,
    Result,
    TaggedClaim,
    Use,
)
from scripts.model.editorial import Takeaway
from scripts.model.enums import Choice, ExampleOutcome
from scripts.model.registry import TOPIC_KINDS
from scripts.text.swedish import kronor, number, partial_date, period

UNDATED = "Källan är odaterad"
"""The mark of an idea in progress whose source does not say when, so that nobody reads it as today."""

MOST_NAMED = 8
"""The maximum number of other cases to name beside a topic. A larger number of cases is only counted."""


@dataclass(frozen=True)
class Fact:
    """A line of the fact box: the field that it shows, its label, its value in words, and its sources."""

    field: str
    label: str
    value: str
    basis: FactBasis | None


@dataclass(frozen=True)
class Mark:
    """A mark beside a statement: the field that it comes from, the stored value and the label."""

    field: str
    value: str
    label: str


@dataclass(frozen=True)
class Statement:
    """A sourced statement of a case, with everything that is shown beside its text.

    Attributes:
        field: The field of the case that contains it, such as `methods` or `aftermath.details`.
        claim: The text and its sources.
        about: The name of an idea, or the subject that sources disagree on; empty for other statements.
        topic: The method, factor or lesson that it is about.
        standing: Its bearing on the topic; None for statements without one.
        marks: Marks such as its stage and stance, or the outcome of an idea.
        figures: Its numbers, in order.
        tags: Its own tags.
    """

    field: str
    claim: TaggedClaim
    about: str = ""
    topic: TopicEntry | None = None
    standing: Standing | None = None
    marks: tuple[Mark, ...] = ()
    figures: tuple[Figure, ...] = ()
    tags: tuple[TagEntry, ...] = ()


@dataclass(frozen=True)
class Block:
    """A group of statements in a section, such as those about one method.

    Attributes:
        statements: The statements.
        heading: Their common heading; empty when they have none.
        topic: The method, factor or lesson that they are about.
        elsewhere: Other cases that have done the same, when there are at most `MOST_NAMED`.
        elsewhere_count: The number of other cases that have done the same, when there are more; otherwise 0.
    """

    statements: tuple[Statement, ...]
    heading: str = ""
    topic: TopicEntry | None = None
    elsewhere: tuple[CaseEntry, ...] = ()
    elsewhere_count: int = 0


@dataclass(frozen=True)
class Section:
    """A section with its content: blocks of statements, gaps, or similar cases."""

    spec: SectionSpec
    blocks: tuple[Block, ...] = ()
    gaps: tuple[str, ...] = ()
    similar: tuple[SimilarCase, ...] = ()

    def __len__(self) -> int:
        """Return the number of items. An empty section is not shown."""
        return len(self.blocks) + len(self.gaps) + len(self.similar)


@dataclass(frozen=True)
class CaseContent:
    """The content of a case, from top to bottom.

    Attributes:
        entry: The case.
        aliases: Other names to search for it by.
        facts: The lines of the fact box, without those that have no value.
        key_figures: The results that have a figure, each after that figure.
        sections: The sections that are not empty.
        tags: Its tags.
        takeaway: What a leader can take from it, by the editors; None when they have not said.
    """

    entry: CaseEntry
    aliases: tuple[str, ...]
    facts: tuple[Fact, ...]
    key_figures: tuple[tuple[Figure, TaggedClaim], ...]
    sections: tuple[Section, ...]
    tags: tuple[TagEntry, ...]
    takeaway: Takeaway | None

    @property
    def case(self) -> Case:
        """The case as read from its file."""
        return self.entry.case

    @property
    def statements(self) -> tuple[Statement, ...]:
        """The statements of all sections, in order."""
        return tuple(
            statement for section in self.sections for block in section.blocks for statement in block.statements
        )

    @property
    def similar(self) -> tuple[SimilarCase, ...]:
        """The similar cases, the most similar first."""
        return tuple(similar_case for section in self.sections for similar_case in section.similar)


def case_content(entry: CaseEntry, library: Library) -> CaseContent:
    """Collect the content of a case.

    Args:
        entry: The case.
        library: The library that contains the case.

    Returns:
        The content, in the order of the page.
    """
    case = entry.case
    sections = (_section(spec, entry, library) for spec in SECTIONS)
    return CaseContent(
        entry,
        aliases=tuple(filter(None, (case.place, case.official_title, case.title_en))),
        facts=tuple(facts(case, library)),
        key_figures=tuple((result.figure, result) for result in case.results if result.figure),
        sections=tuple(section for section in sections if section),
        tags=tuple(library.tag_by_id[tag] for tag in case.tags),
        takeaway=next((takeaway for takeaway in library.guidance.takeaways if takeaway.case == entry.id), None),
    )


def facts(case: Case, library: Library) -> Iterator[Fact]:
    """Yield the lines of the fact box that have a value."""
    lines = {
        "official_title": ("Projektets titel", case.official_title),
        "coordinator": ("Koordinator", actor_name(case.coordinator, library)),
        "participants": ("Deltog också", actor_names(case.participants, library)),
        "period": ("Tid", period(case.period.start, case.period.end)),
        "status": ("Läge", case.status.label),
        "funding_sek": ("Från Vinnova", None if case.funding_sek is None else kronor(case.funding_sek)),
        "form": ("Form", case.form.label),
        "employees": ("Medarbetare", None if case.employees is None else number(case.employees)),
        "staffing": ("Bemanning", case.staffing),
        "staff": ("Antal personer", None if case.staff is None else number(case.staff)),
        "way_in": ("Vägen in för idéer", case.way_in),
        "diary_number": ("Diarienummer", case.diary_number),
    }
    for field in FACT_FIELDS:
        label, value = lines[field]
        if value:
            yield Fact(field, label, value, getattr(case.basis, field))
    if size := size_of_municipalities(case, library):
        yield Fact("population", "Invånare", size, None)


def _section(spec: SectionSpec, entry: CaseEntry, library: Library) -> Section:
    case = entry.case
    if spec.field == "gaps":
        return Section(spec, gaps=case.gaps)
    if spec.field == "similar":
        return Section(spec, similar=similar(entry, library))
    statements = (statement(field, claim, library) for field, claim in section_claims(case, spec))
    if spec.field in TOPIC_KINDS:
        by_topic = groupby(statements, key=lambda statement: statement.topic)
        return Section(spec, tuple(_topic_block(topic, tuple(group), entry) for topic, group in by_topic if topic))
    return Section(spec, tuple(Block((statement,), heading=statement.about) for statement in statements))


def _topic_block(topic: TopicEntry, statements: tuple[Statement, ...], entry: CaseEntry) -> Block:
    others = tuple(other for other in topic.done_in.values() if other.id != entry.id)
    if len(others) > MOST_NAMED:
        return Block(statements, topic.name, topic, elsewhere_count=len(others))
    return Block(statements, topic.name, topic, others)


def statement(field: str, claim: TaggedClaim, library: Library) -> Statement:
    """Return a claim of a field, such as `methods`, with everything that is shown beside it."""
    about = STATEMENT_NAMES[field] if field.startswith("minute.") else ""
    content = Statement(
        field, claim, about, marks=tuple(_marks(claim)), tags=tuple(library.tag_by_id[tag] for tag in claim.tags)
    )
    match claim:
        case Use():
            topic = library.topic_by_id[use_id(claim)]
            return replace(content, topic=topic, standing=standing(claim, topic.record))
        case Example():
            return replace(content, about=claim.title)
        case Disagreement():
            return replace(content, about=claim.about)
        case GoalOutcome():
            return replace(content, about=f"{claim.goal} blev {claim.outcome}")
        case Milestone():
            return replace(content, about=partial_date(claim.date).capitalize())
        case Result(figure=Figure() as figure):
            return replace(content, figures=(figure,))
        case Flow():
            return replace(content, figures=claim.stages)
    return content


def _marks(claim: TaggedClaim) -> Iterator[Mark]:
    """Yield the marks that are shown beside a statement."""
    match claim:
        case Use():
            yield _mark("stage", claim.stage)
            yield _mark("stance", claim.stance)
        case Example() | Aftermath():
            yield _mark("outcome", claim.outcome)
            if claim.as_of:
                yield Mark("as_of", claim.as_of, f"Läget {partial_date(claim.as_of)}")
            elif claim.outcome is ExampleOutcome.IN_PROGRESS:
                yield Mark("as_of", "", UNDATED)


def _mark(field: str, choice: Choice) -> Mark:
    return Mark(field, choice.value, choice.label)
