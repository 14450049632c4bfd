"""The figures of all sluices in one place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from scripts.exports.inventory import FOLDER as DATA
from scripts.figures.bars import bars, dots
from scripts.figures.svg import Figure
from scripts.library.context import Site
from scripts.library.key_figures import (
    HOW,
    Counted,
    Money,
    counted_figures,
    goal_outcomes,
    money,
    of_kind,
    staffed,
)
from scripts.library.kinds import Kind
from scripts.library.library import CaseEntry
from scripts.library.queries import amount
from scripts.model.claims import GoalOutcome
from scripts.model.enums import Counts
from scripts.site.page import Context, Page
from scripts.text.swedish import kronor

PATH = "siffror/index.md"

MILLION = 1_000_000


@dataclass(frozen=True)
class CountedGroup:
    """Figures that count the same kind of thing.

    Attributes:
        id: The anchor of the group.
        heading: Its heading.
        drawing: The figures as bars; None when there are too few to compare.
        figures: The figures.
    """

    id: str
    heading: str
    drawing: Figure | None
    figures: tuple[Counted, ...]


@dataclass(frozen=True)
class KeyFiguresPage(Context):
    """The figures of all sluices.

    Attributes:
        money: Grants and what follows from them.
        money_drawing: The grants per year.
        how: Computed figure → how it is computed.
        staffed: The sluices whose staffing is known.
        staff_drawing: The number of persons in each.
        goals: Measured goals and what came of them.
        groups: The other figures, by what they count. No group is empty.
        data: The path of the table with the same figures.
    """

    template: ClassVar[str] = "key_figures.md.jinja"

    money: tuple[Money, ...]
    money_drawing: Figure | None
    how: dict[str, str]
    staffed: tuple[CaseEntry, ...]
    staff_drawing: Figure | None
    goals: tuple[tuple[CaseEntry, GoalOutcome], ...]
    groups: tuple[CountedGroup, ...]
    data: str


def key_figures(site: Site) -> Page:
    """Return the page of figures."""
    library = site.library
    rows = money(library)
    return Page(
        path=PATH,
        title="Siffror",
        description="Pengar, personer, idéer, mål och utfall för alla slussar, med vem som säger det och hur det är "
        "räknat.",
        kind=Kind.OVERVIEW,
        section="siffror",
        aliases=("Kostnad", "Bidrag per år", "Nyckeltal"),
        context=KeyFiguresPage(
            money=rows,
            money_drawing=_money_drawing(rows),
            how=HOW,
            staffed=staffed(library),
            staff_drawing=_staff_drawing(staffed(library)),
            goals=goal_outcomes(library),
            groups=tuple(_groups(counted_figures(library))),
            data=f"{DATA}/csv/siffror.csv",
        ),
    )


def _money_drawing(rows: tuple[Money, ...]) -> Figure | None:
    per_year = [(row.entry.name, row.per_year, kronor(row.per_year)) for row in rows if row.per_year]
    return bars("bidrag-per-ar", "Bidrag per år", per_year, ("Sluss", "Bidrag per år"))


def _staff_drawing(entries: tuple[CaseEntry, ...]) -> Figure | None:
    known = [(entry.name, entry.case.staff, str(entry.case.staffing or "")) for entry in entries if entry.case.staff]
    caption = "En prick är en person, oavsett hur stor del av sin tid."
    return dots("personer", "Personer som arbetade med slussen", known, ("Sluss", "Personer"), caption)


def _groups(figures: tuple[Counted, ...]) -> Iterator[CountedGroup]:
    of_ideas = of_kind(figures, Counts.IDEAS, Counts.TESTED, Counts.ADOPTED)
    for id_, heading, found in (
        ("ideer", "Idéer: in, prövade, vidare", of_ideas),
        ("utbildade", "Utbildade", of_kind(figures, Counts.TRAINED)),
        ("deltagare", "Deltagare", of_kind(figures, Counts.REACHED)),
        ("andra-tal", "Andra tal", of_kind(figures, None)),
    ):
        if found:
            rows = [
                (f"{item.entry.name}, {item.figure.unit}", item.figure.value, amount(item.figure)) for item in found
            ]
            drawn = bars(id_ + "-bild", heading, rows, ("Sluss", "Antal")) if id_ != "andra-tal" else None
            yield CountedGroup(id_, heading, drawn, found)
