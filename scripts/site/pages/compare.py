"""The comparison of sluices: a table of facts, and matrices of their topics."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from typing import ClassVar

from scripts.library.context import Site
from scripts.library.evidence import Standing
from scripts.library.kinds import OF_TOPICS, Kind
from scripts.library.library import CaseEntry, TopicEntry
from scripts.library.pagination import ListSlice
from scripts.library.queries import by_outcome, months
from scripts.model.editorial import Question
from scripts.site.page import Context, Page
from scripts.site.pagination import paged

PATH = "jamfor/index.md"

PER_PAGE = 24
"""Sluices per page of the comparison."""

ALONE_OR_TOGETHER = "en-kommun-eller-flera"
"""Id of the question whose answer the page repeats: whether form and outcome are related."""

PREFIXES = {"methods": "metod", "success_factors": "faktor"}
"""Prefix of topic ids on the page of a sluice, by the kinds of topics that have a matrix."""


@dataclass(frozen=True)
class ComparedCase:
    """A column of the matrices and a row of the table.

    Attributes:
        entry: The sluice.
        months: Length of the project in months; None when its first or last month is not known.
        municipalities: Number of named municipalities; 0 when the source does not name them.
    """

    entry: CaseEntry
    months: int | None
    municipalities: int


@dataclass(frozen=True)
class Row:
    """A topic, and the standing of each sluice on it; None where it has not done, planned or contradicted it."""

    topic: TopicEntry
    cells: tuple[Standing | None, ...]


@dataclass(frozen=True)
class Matrix:
    """The topics of a kind against the sluices of the page.

    Attributes:
        id: Id of the kind of topic.
        title: Its name in the plural.
        prefix: Prefix of the topics' ids on the page of a sluice.
        rows: The topics that at least one of the sluices has done, planned or contradicted, by name.
    """

    id: str
    title: str
    prefix: str
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class ComparePage(Context):
    """The comparison of sluices.

    Attributes:
        cases: The sluices of the page, by outcome.
        matrices: Their methods and success factors.
        together: The question of alone or together, on the first page; None when it is not in the data.
        list_slice: The sluices of the page.
    """

    template: ClassVar[str] = "compare.md.jinja"

    cases: tuple[ComparedCase, ...]
    matrices: tuple[Matrix, ...]
    together: Question | None
    list_slice: ListSlice[CaseEntry]


def pages(site: Site) -> Iterator[Page]:
    """Yield the pages of the comparison."""
    yield from paged(by_outcome(site.library), PER_PAGE, PATH, partial(_compared, site))


def _compared(site: Site, list_slice: ListSlice[CaseEntry]) -> Page:
    library, cases = site.library, list_slice.items
    questions = (question for question in library.guidance.questions if question.id == ALONE_OR_TOGETHER)
    return Page(
        path=PATH,
        title="Jämför slussarna",
        description="Alla idéslussar sida vid sida: form, storlek, pengar, tid, bemanning, metoder och vad som hände.",
        kind=Kind.OVERVIEW,
        section="jamfor",
        context=ComparePage(
            cases=tuple(map(_compared_case, cases)),
            matrices=tuple(
                Matrix(kind, OF_TOPICS[kind].plural, prefix, _rows(library.topics[kind], cases))
                for kind, prefix in PREFIXES.items()
            ),
            together=next(questions, None) if list_slice.is_first else None,
            list_slice=list_slice,
        ),
    )


def _compared_case(entry: CaseEntry) -> ComparedCase:
    case = entry.case
    municipalities = sum(1 for actor in (case.coordinator, *case.participants) if actor.municipality)
    return ComparedCase(entry, months(case.period.start, case.period.end), municipalities)


def _rows(topics: tuple[TopicEntry, ...], cases: tuple[CaseEntry, ...]) -> tuple[Row, ...]:
    """Return a row for each topic that at least one of the cases has done, planned or contradicted."""
    rows = (Row(topic, tuple(_cell(topic, entry) for entry in cases)) for topic in topics)
    return tuple(row for row in rows if any(row.cells))


def _cell(topic: TopicEntry, entry: CaseEntry) -> Standing | None:
    standing = topic.standings.get(entry.id)
    return None if standing is Standing.MENTIONED else standing
