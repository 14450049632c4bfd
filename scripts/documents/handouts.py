"""The content of each hand-out, and what is left out first when it does not fit on its paper.

An item is set whole or left out whole. The hand-out says what is left out, and gives the address of the page that has
it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from scripts.documents.blocks import Section, SourceEntry, source_entry
from scripts.documents.case import CaseRecord, case_record
from scripts.documents.serialize import cited
from scripts.documents.topic import TopicRecord, topic_record
from scripts.library.library import CaseEntry, Library, TopicEntry

SIZES = (12.0, 11.5, 11.0, 10.5, 10.0, 9.5, 9.0)
"""The sizes of type to try, in points: from large and comfortable to the smallest that is easy to read."""

Omission = tuple[str, int]
"""The id of a section, and the number of its items to keep."""

LEAST_IN_A_CASE: tuple[Omission, ...] = (
    ("similar", 0), ("background", 0), ("goals", 2), ("examples", 3), ("methods", 8), ("goals", 0), ("results", 5),
    ("examples", 1), ("success_factors", 4), ("methods", 5), ("lessons", 6), ("examples", 0), ("aftermath", 3),
    ("success_factors", 2), ("results", 3), ("methods", 3), ("lessons", 4), ("gaps", 5), ("aftermath", 1),
    ("results", 1), ("disagreements", 1), ("lessons", 2), ("success_factors", 0), ("gaps", 2), ("methods", 1),
    ("flow", 0), ("results", 0), ("disagreements", 0), ("lessons", 1),
)  # fmt: skip
"""What to leave out of a case, the least needed first. The ids are those of `SectionSpec.field`.

One item on what happened after the project, and one lesson, always stay.
"""

LEAST_IN_A_TOPIC: tuple[Omission, ...] = (
    ("elsewhere", 2), ("studies", 3), ("supporting", 6), ("elsewhere", 1), ("studies", 2), ("supporting", 4),
    ("elsewhere", 0), ("studies", 1), ("supporting", 2), ("contradicting", 1), ("studies", 0), ("supporting", 1),
)  # fmt: skip
"""What to leave out of a method, factor or lesson, the least needed first.

One case that supports it, and one that speaks against it, always stay.
"""


@dataclass(frozen=True)
class Layout:
    """A way to set a hand-out: the size of its type in points, and what is left out."""

    size: float
    left_out: tuple[Omission, ...] = ()


@dataclass(frozen=True)
class HandoutContent:
    """A hand-out.

    Attributes:
        record: What is kept of the record.
        omitted: The headings of the sections that are left out whole.
        size: The size of the type, in points.
        register: The sources that it cites, in reading order.
        numbers: The number of each source, by id.
    """

    record: CaseRecord | TopicRecord
    omitted: tuple[str, ...]
    size: float
    register: tuple[SourceEntry, ...]
    numbers: Mapping[str, int]


def most_pages(entry: CaseEntry | TopicEntry) -> int:
    """Return the number of pages that a hand-out may have."""
    return 2 if isinstance(entry, CaseEntry) else 1


def whole_record(entry: CaseEntry | TopicEntry, library: Library) -> CaseRecord | TopicRecord:
    """Return all of a record, before anything is left out."""
    return case_record(entry, library) if isinstance(entry, CaseEntry) else topic_record(entry, library)


def layouts(record: CaseRecord | TopicRecord) -> tuple[Layout, ...]:
    """Return the ways to set a record, each of which takes less room than the one before.

    Args:
        record: All of the record.

    Returns:
        First everything in smaller and smaller type, then the smallest with more and more left out, an item at a time.
    """
    order = LEAST_IN_A_CASE if isinstance(record, CaseRecord) else LEAST_IN_A_TOPIC
    steps = tuple(_one_by_one(order, {section.id: len(section.items) for section in record.sections}))
    shorter = (Layout(SIZES[-1], steps[:count]) for count in range(1, len(steps) + 1))
    return (*(Layout(size) for size in SIZES), *shorter)


def _one_by_one(order: Sequence[Omission], kept: dict[str, int]) -> Iterator[Omission]:
    for id_, least in order:
        while kept.get(id_, 0) > least:
            kept[id_] -= 1
            yield id_, kept[id_]


def handout_content(record: CaseRecord | TopicRecord, library: Library, layout: Layout) -> HandoutContent:
    """Return a record as a layout sets it.

    Args:
        record: All of the record.
        library: Everything that its sources are looked up in.
        layout: The size of the type, and what is left out.

    Returns:
        What is kept of the record, and its sources, numbered in reading order.
    """
    kept = dict(layout.left_out)
    sections = tuple(_cut(section, kept.get(section.id, len(section.items))) for section in record.sections)
    shown = replace(record, sections=tuple(section for section in sections if section.items))
    keys = cited(shown)
    return HandoutContent(
        record=shown,
        omitted=tuple(section.heading for section in sections if not section.items),
        size=layout.size,
        register=tuple(source_entry(key, library.sources[key]) for key in keys),
        numbers={key: number for number, key in enumerate(keys, start=1)},
    )


def _cut(section: Section, kept: int) -> Section:
    return replace(section, items=section.items[:kept], left_out=len(section.items) - kept)
