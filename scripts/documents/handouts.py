"""What each hand-out holds, and what is left out first when it does not fit on its paper.

Nothing is cut in the middle: an item stands as it is or is left out whole, and what is left out is
said, with the way to the page that has it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from scripts.documents.blocks import Data, cited, source
from scripts.documents.case import case
from scripts.documents.topic import topic
from scripts.library.kinds import kind_of
from scripts.library.library import CaseEntry, Library, TopicEntry

SIZES = (12.0, 11.5, 11.0, 10.5, 10.0, 9.5, 9.0)
"""The sizes of type in points, from the largest that looks well to the least that is easy to read."""

Omission = tuple[str, int]
"""The id of a section, and how many of its items are kept."""


@dataclass(frozen=True)
class Layout:
    """A way to set a hand-out: the size of its type, and what is left out."""

    size: float
    left_out: tuple[Omission, ...] = ()


LEAST_IN_A_CASE: tuple[Omission, ...] = (
    ("similar", 0), ("background", 0), ("goals", 2), ("examples", 3), ("methods", 8), ("goals", 0), ("results", 5),
    ("examples", 1), ("success_factors", 4), ("methods", 5), ("lessons", 6), ("examples", 0), ("aftermath", 3),
    ("success_factors", 2), ("results", 3), ("methods", 3), ("lessons", 4), ("gaps", 5), ("aftermath", 1),
    ("results", 1), ("disagreements", 1), ("lessons", 2), ("success_factors", 0), ("gaps", 2), ("methods", 1),
    ("flow", 0), ("results", 0), ("disagreements", 0), ("lessons", 1),
)  # fmt: skip
"""What a sluice can do without, the least needed first. What became of it, and a lesson, always stand."""

LEAST_IN_A_TOPIC: tuple[Omission, ...] = (
    ("elsewhere", 2), ("studies", 3), ("supporting", 6), ("elsewhere", 1), ("studies", 2), ("supporting", 4),
    ("elsewhere", 0), ("studies", 1), ("supporting", 2), ("contradicting", 1), ("studies", 0), ("supporting", 1),
)  # fmt: skip
"""What a method, factor or lesson can do without, the least needed first. One that speaks against always stands."""


def most_pages(entry: CaseEntry | TopicEntry) -> int:
    """How many pages a hand-out may have."""
    return 2 if isinstance(entry, CaseEntry) else 1


def record(entry: CaseEntry | TopicEntry, library: Library) -> Data:
    """All there is to say of a record, before anything is left out."""
    found = case(entry, library) if isinstance(entry, CaseEntry) else topic(entry, library)
    return {**found, "kind": kind_of(entry).label}


def layouts(found: Data) -> tuple[Layout, ...]:
    """The ways to set a record, from the best to the one that takes the least room.

    Args:
        found: The record.

    Returns:
        First everything in smaller and smaller type, then the smallest with more and more left out, an item at a time.
    """
    order = LEAST_IN_A_CASE if "facts" in found else LEAST_IN_A_TOPIC
    steps = tuple(_one_by_one(order, {section["id"]: len(section["items"]) for section in found["sections"]}))
    shorter = (Layout(SIZES[-1], steps[:count]) for count in range(1, len(steps) + 1))
    return (*(Layout(size) for size in SIZES), *shorter)


def _one_by_one(order: Sequence[Omission], kept: dict[str, int]) -> Iterator[Omission]:
    for id_, least in order:
        while kept.get(id_, 0) > least:
            kept[id_] -= 1
            yield id_, kept[id_]


def handout(found: Data, library: Library, layout: Layout) -> Data:
    """A hand-out.

    Args:
        found: The record.
        library: Knows the sources.
        layout: How to set it.

    Returns:
        What is left of the record, and its sources, numbered in the order that a reader meets them.
    """
    kept = dict(layout.left_out)
    sections = [
        {
            **section,
            "items": section["items"][: kept.get(section["id"])],
            "left_out": len(section["items"]) - kept.get(section["id"], len(section["items"])),
        }
        for section in found["sections"]
    ]
    shown = {
        **found,
        "sections": [section for section in sections if section["items"]],
        "omitted": [section["heading"] for section in sections if not section["items"]],
    }
    keys = cited(shown)
    return {
        "record": shown,
        "size": layout.size,
        "register": [source(key, library.sources[key]) for key in keys],
        "numbers": {key: number for number, key in enumerate(keys, start=1)},
    }
