"""All sluices side by side: a table of facts, and matrices of what each speaks of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from scripts.library.context import Site
from scripts.library.kinds import OF_TOPICS, Kind
from scripts.library.library import CaseEntry, TopicEntry
from scripts.library.pagination import ListSlice
from scripts.library.queries import by_outcome, months, strongest_first
from scripts.site.page import Page
from scripts.site.pagination import paged

PATH = "jamfor/index.md"

A_PAGE = 24
"""How many sluices stand side by side on a page."""

ALONE_OR_TOGETHER = "en-kommun-eller-flera"
"""The question whose answer the page repeats: whether the form has to do with the outcome."""


@dataclass(frozen=True)
class Row:
    """A topic, and how each case stands to it: supports, contradicts or says nothing."""

    topic: TopicEntry
    cells: tuple[str, ...]


@dataclass(frozen=True)
class Matrix:
    """Topics of a kind against cases."""

    id: str
    title: str
    prefix: str
    rows: tuple[Row, ...]


def pages(site: Site) -> Iterator[Page]:
    """The pages that compare."""
    yield from paged(by_outcome(site.library), A_PAGE, PATH, partial(_compared, site))


def _compared(site: Site, list_slice: ListSlice[CaseEntry]) -> Page:
    library, cases = site.library, list_slice.items
    prefixes = {"methods": "metod", "success_factors": "faktor"}
    return Page(
        path=PATH,
        title="Jämför slussarna",
        description="Alla idéslussar sida vid sida: form, storlek, pengar, tid, bemanning, metoder och vad som hände.",
        template="compare.md.jinja",
        kind=Kind.OVERVIEW,
        section="jamfor",
        context={
            "cases": cases,
            "months": months,
            "municipalities": {entry.id: _municipalities(entry) for entry in cases},
            "matrices": tuple(
                Matrix(kind, OF_TOPICS[kind].plural, prefix, _rows(strongest_first(library.topics[kind]), cases))
                for kind, prefix in prefixes.items()
            ),
            "together": next(
                (q for q in library.guidance.questions if q.id == ALONE_OR_TOGETHER and list_slice.is_first), None
            ),
        },
    )


def _municipalities(entry: CaseEntry) -> int:
    """How many municipalities are named; 0 when the source does not name them."""
    actors = (entry.case.coordinator, *entry.case.participants)
    return sum(1 for actor in actors if actor.municipality)


def _rows(topics: tuple[TopicEntry, ...], cases: tuple[CaseEntry, ...]) -> tuple[Row, ...]:
    """A row for each topic that a case speaks of."""
    shown = {entry.id for entry in cases}
    rows = []
    for topic in topics:
        speaks = {mention.entry.id: "supports" for mention in topic.supporting}
        speaks |= {mention.entry.id: "contradicts" for mention in topic.contradicting}
        if shown & speaks.keys():
            rows.append(Row(topic, tuple(speaks.get(entry.id, "") for entry in cases)))
    return tuple(rows)
