"""The map of the sluices and of the municipalities that took part."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations
from pathlib import Path

from scripts.figures.svg import Figure, drawing, element, text
from scripts.library.library import CaseEntry, Library
from scripts.loading.dataset import Municipality
from scripts.text.swedish import listed, number, sort_key

SCALE = 20.0
"""Units of the drawing per degree of longitude."""

WEST, NORTH = 10.3, 69.4
"""The north-west corner of the map, in degrees (WGS 84)."""

RADIUS = 9.5
MOST_NUMBERED = 40
"""The most sluices drawn one by one. Above it, the map shows the number in each county."""


@dataclass
class _Marker:
    """A numbered disc. Where discs overlap it is moved aside, with a line to its place."""

    entry: CaseEntry
    at: tuple[float, float]
    x: float
    y: float


def sweden(library: Library) -> Figure | None:
    """Draw the map.

    Args:
        library: The cases and the municipalities.

    Returns:
        The figure, numbered from north to south; None when no place is known.
    """
    placed = [(entry, home) for entry in library.cases if (home := _home(entry, library))]
    if not placed:
        return None
    if len(placed) > MOST_NUMBERED:
        return _by_county([home for _, home in placed])
    placed.sort(key=lambda item: (-item[1].latitude, item[0].id))
    markers = [_Marker(entry, point, *point) for entry, home in placed for point in (_project(home),)]
    _spread(markers)
    dots = sorted({_project(municipality) for entry, _ in placed for municipality in _municipalities(entry, library)})
    title = "Idéslussarna på kartan"
    description = f"En karta över Sverige med {len(markers)} idéslussar, numrerade från norr till söder."
    parts = [
        *_land(),
        *(element("circle", class_="dot", cx=x, cy=y, r=2.6) for x, y in dots),
        *_draw(markers),
    ]
    rows = tuple(
        (
            str(position),
            marker.entry.name,
            listed([municipality.name for municipality in _municipalities(marker.entry, library)])
            or "kommunerna är inte namngivna",
            marker.entry.case.aftermath.outcome.label,
        )
        for position, marker in enumerate(markers, start=1)
    )
    return Figure(
        "karta",
        title,
        drawing("karta", title, description, _size(), parts),
        ("Nummer", "Sluss", "Kommuner", "Vad hände sedan"),
        rows,
    )


def _by_county(homes: Sequence[Municipality]) -> Figure:
    """Draw the map with a disc for each county, larger the more sluices it has."""
    counties: dict[str, list[tuple[float, float]]] = {}
    for home in homes:
        counties.setdefault(home.county, []).append(_project(home))
    most = max(map(len, counties.values()))
    parts = [*_land()]
    for points in sorted(counties.values(), key=len, reverse=True):
        x, y = (sum(axis) / len(points) for axis in zip(*points, strict=True))
        radius = RADIUS + RADIUS / 2 * math.sqrt(len(points) / most)
        parts.append(element("circle", class_="marker continued", cx=x, cy=y, r=radius))
        parts.append(text(number(len(points)), x, y + 3.9, class_="number continued", text_anchor="middle"))
    title = "Idéslussarna på kartan"
    description = f"En karta över Sverige med {number(len(homes))} idéslussar, räknade i varje län."
    return Figure(
        "karta",
        title,
        drawing("karta", title, description, _size(), parts),
        ("Län", "Slussar"),
        tuple((county, number(len(counties[county]))) for county in sorted(counties, key=sort_key)),
    )


def _land() -> Iterator[str]:
    yield from (element("path", class_="land", d=_path(ring)) for ring in _rings())


def _size() -> tuple[float, float]:
    """Return the size of the drawing."""
    bottom = max(y for ring in _rings() for _, y in ring)
    right = max(x for ring in _rings() for x, _ in ring)
    return right + 14, bottom + 14


def in_order(library: Library) -> tuple[CaseEntry, ...]:
    """Return the cases in the order of their numbers on the map."""
    placed = [(entry, home) for entry in library.cases if (home := _home(entry, library))]
    return tuple(entry for entry, _ in sorted(placed, key=lambda item: (-item[1].latitude, item[0].id)))


def _home(entry: CaseEntry, library: Library) -> Municipality | None:
    """Return the place of a case: its coordinator, else the centre of the municipalities that took part.

    A case whose municipalities no source names is placed at the coordinator of its pre-study.
    """
    coordinator = library.municipalities.get(entry.case.coordinator.municipality or "")
    if coordinator:
        return coordinator
    taking_part = sorted(_municipalities(entry, library), key=lambda municipality: municipality.latitude)
    if taking_part:
        return taking_part[len(taking_part) // 2]
    coordinators = (
        study.coordinator.municipality or "" for study in library.guidance.prestudies if study.led_to == entry.id
    )
    return next((library.municipalities[code] for code in coordinators if code in library.municipalities), None)


def _municipalities(entry: CaseEntry, library: Library) -> tuple[Municipality, ...]:
    actors = (entry.case.coordinator, *entry.case.participants)
    return tuple(library.municipalities[actor.municipality] for actor in actors if actor.municipality)


def _spread(markers: list[_Marker]) -> None:
    """Move discs apart until none overlaps another."""
    least = 2 * RADIUS + 3
    for _ in range(200):
        moved = False
        for one, other in combinations(markers, 2):
            dx, dy = other.x - one.x, other.y - one.y
            distance = math.hypot(dx, dy)
            if distance >= least:
                continue
            # Two discs at the same point are moved apart from west to east.
            dx, dy, length = (dx, dy, distance) if distance > 0.01 else (1.0, 0.3, 1.0)
            push = (least - distance) / 2 + 0.05
            one.x, one.y = one.x - dx / length * push, one.y - dy / length * push
            other.x, other.y = other.x + dx / length * push, other.y + dy / length * push
            moved = True
        if not moved:
            return


def _draw(markers: list[_Marker]) -> Iterator[str]:
    for marker in markers:
        if math.hypot(marker.x - marker.at[0], marker.y - marker.at[1]) > RADIUS / 2:
            yield element("line", class_="leader", x1=marker.at[0], y1=marker.at[1], x2=marker.x, y2=marker.y)
    for position, marker in enumerate(markers, start=1):
        outcome = marker.entry.case.aftermath.outcome.value
        yield element("circle", class_=f"marker {outcome}", cx=marker.x, cy=marker.y, r=RADIUS)
        yield text(str(position), marker.x, marker.y + 3.9, class_=f"number {outcome}", text_anchor="middle")


@cache
def _rings() -> tuple[tuple[tuple[float, float], ...], ...]:
    """Return the outline of Sweden in units of the drawing. The file names its origin."""
    outline = json.loads((Path(__file__).parent / "sweden.json").read_text("utf-8"))
    return tuple(tuple(_point(longitude, latitude) for longitude, latitude in ring) for ring in outline["rings"])


def _path(ring: tuple[tuple[float, float], ...]) -> str:
    return "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in ring) + "Z"


def _project(municipality: Municipality) -> tuple[float, float]:
    return _point(municipality.longitude, municipality.latitude)


def _point(longitude: float, latitude: float) -> tuple[float, float]:
    """Project a point with Mercator, which keeps the familiar shape of the country."""
    return (longitude - WEST) * SCALE, (_mercator(NORTH) - _mercator(latitude)) * SCALE


def _mercator(latitude: float) -> float:
    return math.degrees(math.log(math.tan(math.pi / 4 + math.radians(latitude) / 2)))
