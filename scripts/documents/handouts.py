"""The content of each hand-out, and the order in which items are left out when it exceeds its page limit.

Items are never cut. The hand-out names the sections left out, and gives the address of the page that has them.
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
"""Font sizes to try, in points, from comfortable to the smallest that is easy to read."""

Omission = tuple[str, int]
"""The id of a section, and the number of its items to keep."""

LEAST_IN_A_CASE: tuple[Omission, ...] = (
    ("similar", 0), ("background", 0), ("goals", 2), ("milestones", 2), ("examples", 3), ("methods", 8), ("goals", 0),
    ("results", 5), ("milestones", 0), ("examples", 1), ("success_factors", 4), ("methods", 5), ("lessons", 6),
    ("examples", 0), ("aftermath", 3), ("success_factors", 2), ("results", 3), ("methods", 3), ("lessons", 4),
    ("gaps", 5), ("aftermath", 1), ("results", 1), ("disagreements", 1), ("lessons", 2), ("success_factors", 0),
    ("gaps", 2), ("methods", 1), ("flow", 0), ("results", 0), ("disagreements", 0), ("goal_outcomes", 0),
    ("lessons", 1), ("minute", 0),
)  # fmt: skip
"""Omissions from a case, least needed first. The ids are those of `SectionSpec.field`.

One item on the aftermath and one lesson always stay.
"""

LEAST_IN_A_TOPIC: tuple[Omission, ...] = (
    ("mentioned", 2), ("elsewhere", 2), ("studies", 3), ("done", 6), ("mentioned", 0), ("planned", 3), ("elsewhere", 1),
    ("studies", 2), ("done", 4), ("planned", 1), ("elsewhere", 0), ("studies", 1), ("done", 2), ("planned", 0),
    ("against", 1), ("done", 1), ("studies", 0),
)  # fmt: skip
"""Omissions from a method, success factor or lesson, least needed first. The ids are those of `Standing`, and others.

One case that has done it and one that speaks against it always stay.
"""


@dataclass(frozen=True)
class Layout:
    """A layout of a hand-out: the font size in points, and the omissions."""

    size: float
    left_out: tuple[Omission, ...] = ()


@dataclass(frozen=True)
class HandoutContent:
    """The content of a hand-out.

    Attributes:
        record: The record, without the items left out.
        omitted: The headings of sections left out entirely.
        size: The font size, in points.
        register: The sources that it cites, in reading order.
        numbers: The number of each source, by id.
    """

    record: CaseRecord | TopicRecord
    omitted: tuple[str, ...]
    size: float
    register: tuple[SourceEntry, ...]
    numbers: Mapping[str, int]


def most_pages(entry: CaseEntry | TopicEntry) -> int:
    """Return the page limit of a hand-out."""
    return 2 if isinstance(entry, CaseEntry) else 1


def whole_record(entry: CaseEntry | TopicEntry, library: Library) -> CaseRecord | TopicRecord:
    """Return the content of a record, with nothing left out."""
    return case_record(entry, library) if isinstance(entry, CaseEntry) else topic_record(entry, library)


def layouts(record: CaseRecord | TopicRecord) -> tuple[Layout, ...]:
    """Return the layouts of a record, each of which takes less room than the one before.

    Args:
        record: The complete record.

    Returns:
        Complete layouts in decreasing font sizes, then layouts in the smallest that each leave out one more item.
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
    """Return the content of a hand-out in a layout.

    Args:
        record: The complete record.
        library: The library that has its sources.
        layout: The font size and the omissions.

    Returns:
        The content, with sources numbered in reading order.
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
