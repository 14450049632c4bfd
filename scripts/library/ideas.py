"""The named ideas of all sluices, and the fields of activity that they belong to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from scripts.library.case_content import Statement, statement
from scripts.library.library import CaseEntry, Library
from scripts.model.claims import Example
from scripts.model.enums import ExampleOutcome
from scripts.model.stories import Activity


@dataclass(frozen=True)
class Idea:
    """A named idea.

    Attributes:
        entry: The sluice that it came to.
        example: What is known of it.
        statement: The same with the marks that are shown beside it.
        activities: The fields of activity that it belongs to.
    """

    entry: CaseEntry
    example: Example
    statement: Statement
    activities: tuple[Activity, ...]


def ideas(library: Library) -> tuple[Idea, ...]:
    """Return the named ideas, those that came furthest first, and then by sluice."""
    order = tuple(FURTHEST_FIRST)
    found = (
        Idea(entry, example, statement("examples", example, library), _activities(example, library))
        for entry in library.cases
        for example in entry.case.examples
    )
    return tuple(sorted(found, key=lambda idea: order.index(idea.example.outcome)))


def by_outcome(found: tuple[Idea, ...]) -> Mapping[ExampleOutcome, int]:
    """Return the number of ideas of each outcome, those that came furthest first."""
    counts = Counter(idea.example.outcome for idea in found)
    return {outcome: counts[outcome] for outcome in FURTHEST_FIRST if counts[outcome]}


def _activities(example: Example, library: Library) -> tuple[Activity, ...]:
    return tuple(
        activity for activity in library.guidance.activities if not set(activity.tags).isdisjoint(example.tags)
    )


FURTHEST_FIRST = (
    ExampleOutcome.ADOPTED,
    ExampleOutcome.TESTED,
    ExampleOutcome.IN_PROGRESS,
    ExampleOutcome.IDEA,
    ExampleOutcome.DROPPED,
    ExampleOutcome.UNKNOWN,
)
"""The outcomes of ideas, in the order that they are shown."""
