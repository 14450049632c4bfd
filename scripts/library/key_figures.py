"""The figures of the sluices beside each other: money, staff, ideas, goals and trained people.

What is computed here is the editors' own computation. It is shown as such, with how it was made.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from scripts.library.library import CaseEntry, Library
from scripts.library.queries import amount, months
from scripts.model.case import Case
from scripts.model.claims import Figure, GoalOutcome, TaggedClaim
from scripts.model.enums import Counts

MONTHS_A_YEAR = 12

LEAST_SHARE = 2
"""The least total cost is this many times the grant, since the call let the grant cover at most half."""

HOW = {
    "per_year": "Bidraget delat på antalet månader från den första till den sista, båda räknade, gånger tolv.",
    "least_total": "Bidraget gånger två. Utlysningen lät det täcka högst halva kostnaden. Om villkoret följdes "
    "är inte känt.",
    "per_inhabitant": "Bidraget delat på antalet invånare i de kommuner som var med, enligt SCB. Bara där alla är "
    "namngivna kommuner. Invånarna är fler i dag än under projektet.",
    "per_employee": "Bidraget delat på antalet medarbetare, där det är känt.",
}
"""Computed figure → how it is computed."""

COMPUTED = {
    "per_year": "Bidrag per år, kronor",
    "least_total": "Minsta hela kostnad, kronor",
    "per_inhabitant": "Bidrag per invånare, kronor",
    "per_employee": "Bidrag per medarbetare, kronor",
}
"""Computed figure → its name in the table of all numbers."""


@dataclass(frozen=True)
class Money:
    """The grant of a sluice and what follows from it, in kronor. None where something is not known.

    Attributes:
        entry: The sluice.
        grant: The grant.
        months: The months of the project, the first and the last included.
        per_year: The grant per year.
        least_total: The least total cost, if the rule of the call was kept.
        per_inhabitant: The grant per inhabitant of the municipalities.
        per_employee: The grant per employee.
    """

    entry: CaseEntry
    grant: int
    months: int | None
    per_year: int | None
    least_total: int
    per_inhabitant: float | None
    per_employee: float | None


def money(library: Library) -> tuple[Money, ...]:
    """Return the money of every sluice whose grant is known, the smallest grant per year first."""
    found = (_money(entry, entry.case.funding_sek, library) for entry in library.cases if entry.case.funding_sek)
    return tuple(sorted(found, key=lambda row: (row.per_year is None, row.per_year or row.grant)))


def _money(entry: CaseEntry, grant: int, library: Library) -> Money:
    case = entry.case
    length = months(case.period.start, case.period.end)
    inhabitants = _inhabitants(case, library)
    return Money(
        entry,
        grant,
        length,
        round(grant * MONTHS_A_YEAR / length) if length else None,
        grant * LEAST_SHARE,
        round(grant / inhabitants, 1) if inhabitants else None,
        round(grant / case.employees, 1) if case.employees else None,
    )


def _inhabitants(case: Case, library: Library) -> int | None:
    """Return how many live in the municipalities of a case; None when one of the actors is not a municipality."""
    codes = {actor.municipality for actor in (case.coordinator, *case.participants)}
    if None in codes:
        return None
    return sum(library.municipalities[code].population for code in codes if code)


@dataclass(frozen=True)
class Counted:
    """A number of a sluice, the statement that has it, and the field of the case that it stands in."""

    entry: CaseEntry
    figure: Figure
    claim: TaggedClaim
    field: str


def counted_figures(library: Library) -> tuple[Counted, ...]:
    """Return every number of the results and of the flow of ideas, by sluice."""
    return tuple(chain.from_iterable(map(_counted, library.cases)))


def _counted(entry: CaseEntry) -> Iterator[Counted]:
    if flow := entry.case.flow:
        yield from (Counted(entry, figure, flow, "flow") for figure in flow.stages)
    for result in entry.case.results:
        if result.figure:
            yield Counted(entry, result.figure, result, "results")


def of_kind(figures: tuple[Counted, ...], *kinds: Counts | None) -> tuple[Counted, ...]:
    """Return the figures that count one of some things; None for those that count something of their own."""
    return tuple(item for item in figures if item.figure.counts in kinds)


def goal_outcomes(library: Library) -> tuple[tuple[CaseEntry, GoalOutcome], ...]:
    """Return every measured goal and what came of it, each after its sluice."""
    return tuple((entry, outcome) for entry in library.cases for outcome in entry.case.goal_outcomes)


def staffed(library: Library) -> tuple[CaseEntry, ...]:
    """Return the sluices whose staffing is known, those with a known number first, the smallest first."""
    known = (entry for entry in library.cases if entry.case.staff or entry.case.staffing)
    return tuple(sorted(known, key=lambda entry: (entry.case.staff is None, entry.case.staff or 0)))


@dataclass(frozen=True)
class FigureRow:
    """A number of a sluice, as a row of the table of all numbers.

    Attributes:
        entry: The sluice.
        what: What it counts.
        value: The number, in words when it is not exact.
        sources: The ids of its sources; none for computed numbers.
        how: How it is computed; empty for numbers from sources.
    """

    entry: CaseEntry
    what: str
    value: float | str
    sources: tuple[str, ...] = ()
    how: str = ""


def all_figures(library: Library) -> Iterator[FigureRow]:
    """Yield every number: money, staff, what was counted, and goals with what came of them."""
    for row in money(library):
        yield FigureRow(row.entry, "Bidrag från Vinnova, kronor", row.grant, _sources(row.entry, "funding_sek"))
        for field, what in COMPUTED.items():
            if (value := getattr(row, field)) is not None:
                yield FigureRow(row.entry, what, value, how=HOW[field])
    for entry in library.cases:
        if entry.case.staff is not None:
            yield FigureRow(entry, "Personer", entry.case.staff, _sources(entry, "staff"))
    for item in counted_figures(library):
        what = f"{item.figure.counts.label}: {item.figure.unit}" if item.figure.counts else item.figure.unit
        yield FigureRow(item.entry, what, amount(item.figure), item.claim.sources)
    for entry, goal in goal_outcomes(library):
        yield FigureRow(entry, f"Mål: {goal.goal}", goal.outcome, goal.sources)


def _sources(entry: CaseEntry, field: str) -> tuple[str, ...]:
    basis = getattr(entry.case.basis, field)
    return basis.sources if basis else ()
