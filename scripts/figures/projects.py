"""The periods of the projects as a figure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator

from scripts.figures.svg import Figure, drawing, element, text
from scripts.library.library import CaseEntry, Library
from scripts.model.enums import Status
from scripts.text.swedish import number, period, sort_key

WIDTH, ROW, TOP = 480.0, 38.0, 26.0
"""Sizes in units of the drawing, with room for a label above each bar."""

MOST_BARS = 40
"""The most cases drawn one by one. Above it, the years are drawn instead."""


def projects(library: Library) -> Figure | None:
    """Draw a bar for each case from its first month to its last, or for each year when there are many cases.

    Args:
        library: The cases.

    Returns:
        The figure, ordered by start and name; None when there are no cases.
    """
    if not library.cases:
        return None
    if len(library.cases) > MOST_BARS:
        return _by_year(library)
    cases = sorted(library.cases, key=lambda entry: (entry.case.period.start, sort_key(entry.name)))
    first = int(min(entry.case.period.start for entry in cases)[:4])
    last = int(max(entry.case.period.end or entry.case.period.start for entry in cases)[:4]) + 1
    height = TOP + ROW * len(cases) + 8

    def x(moment: float) -> float:
        return (moment - first) / (last - first) * (WIDTH - 4) + 2

    parts = [*_axis(first, last, height, x)]
    for row, entry in enumerate(cases):
        parts += _bar(entry, TOP + row * ROW, x)
    title = "När projekten pågick"
    description = f"Ett streck för varje projekt, mellan {first} och {last - 1}."
    is_cut_short = any(entry.case.status is Status.DISCONTINUED for entry in cases)
    return Figure(
        "projekttider",
        title,
        drawing("projekttider", title, description, (WIDTH, height), parts),
        ("Sluss", "Tid", "Läge"),
        tuple((e.name, period(e.case.period.start, e.case.period.end), e.case.status.label) for e in cases),
        "Streckad linje är planerad tid för ett projekt som avbröts." if is_cut_short else "",
    )


def _by_year(library: Library) -> Figure:
    """Draw a bar for each year, as long as the number of projects that ran then."""
    going = Counter(year for entry in library.cases for year in _project_years(entry))
    years, most = sorted(going), max(going.values())
    parts = []
    for row, year in enumerate(years):
        y, length = row * ROW, going[year] / most * (WIDTH - 60)
        parts.append(text(str(year), 1, y + 14, class_="label"))
        parts.append(element("rect", class_="bar continued", x=1, y=y + 19, width=length, height=9, rx=2))
        parts.append(text(number(going[year]), length + 8, y + 28, class_="label"))
    title = "Hur många projekt som pågick"
    description = "Ett streck för varje år. " + ", ".join(f"{year}: {number(going[year])}" for year in years) + "."
    return Figure(
        "projekttider",
        title,
        drawing("projekttider", title, description, (WIDTH, ROW * len(years) + 8), parts),
        ("År", "Projekt"),
        tuple((str(year), number(going[year])) for year in years),
    )


def _project_years(entry: CaseEntry) -> range:
    """Return the years of a project, the first and the last included."""
    first, last = entry.case.period.start, entry.case.period.end or entry.case.period.start
    return range(int(first[:4]), int(last[:4]) + 1)


def _axis(first: int, last: int, height: float, x: Callable[[float], float]) -> Iterator[str]:
    for year in range(first, last):
        yield element("line", class_="tick", x1=x(year), y1=16, x2=x(year), y2=height)
        yield text(str(year), x(year) + 3, 12, class_="axis")


def _bar(entry: CaseEntry, y: float, x: Callable[[float], float]) -> Iterator[str]:
    start, end = _moment(entry.case.period.start), _moment(entry.case.period.end, last=True)
    planned = " planned" if entry.case.status is Status.DISCONTINUED else ""
    yield text(entry.name, x(start) + 1, y + 14, class_="label")
    yield element(
        "rect",
        class_=f"bar {entry.case.aftermath.outcome.value}{planned}",
        x=x(start), y=y + 19, width=max(3.0, x(end) - x(start)), height=9, rx=2,
    )  # fmt: skip


def _moment(date: str | None, *, last: bool = False) -> float:
    """Return the first or the last day of a date as a year with a fraction."""
    if date is None:
        return 0.0
    year, *rest = (int(part) for part in date.split("-"))
    if not rest:
        return year + (1 if last else 0)
    return year + (rest[0] - (0 if last else 1)) / 12
