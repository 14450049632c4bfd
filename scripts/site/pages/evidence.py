"""The page on evidence: how it is assessed, and the number of topics at each level."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import ClassVar

from scripts.library.context import Site
from scripts.library.evidence import Level
from scripts.library.kinds import OF_TOPICS, Kind
from scripts.library.library import Library, TopicEntry
from scripts.model.registry import TOPIC_KINDS
from scripts.site.page import Context, Page


@dataclass(frozen=True)
class LevelCount:
    """A level of evidence, and the number of topics that have it."""

    level: Level
    count: int


@dataclass(frozen=True)
class KindCounts:
    """The topics of a kind in numbers.

    Attributes:
        kind: The kind.
        by_level: Number of topics at each level, the weakest level first.
        total: Number of topics.
        connected: Number of topics that a sluice mentions.
    """

    kind: Kind
    by_level: tuple[LevelCount, ...]
    total: int
    connected: int


@dataclass(frozen=True)
class EvidencePage(Context):
    """The page on evidence.

    Attributes:
        levels: Number of topics of all kinds at each level, the weakest level first.
        by_kind: The topics of each kind in numbers.
        contradicted: The topics that a sluice contradicts.
    """

    template: ClassVar[str] = "evidence.md.jinja"

    levels: tuple[LevelCount, ...]
    by_kind: tuple[KindCounts, ...]
    contradicted: tuple[TopicEntry, ...]


def evidence(site: Site) -> Page:
    """Return the page on evidence."""
    topics = tuple(topic for kind in TOPIC_KINDS for topic in site.library.topics[kind])
    return Page(
        path="underlag/index.md",
        title="Så bedömer vi underlaget",
        description="Vad nivåerna betyder, hur de räknas fram och hur säker du kan vara.",
        kind=Kind.ABOUT,
        section="underlag",
        context=EvidencePage(
            levels=_by_level(topics),
            by_kind=tuple(_by_kind(site.library)),
            contradicted=tuple(topic for topic in topics if topic.contradicting),
        ),
    )


def _by_kind(library: Library) -> Iterator[KindCounts]:
    for kind, topics in library.topics.items():
        connected = sum(bool(topic.mentions) for topic in topics)
        yield KindCounts(OF_TOPICS[kind], _by_level(topics), len(topics), connected)


def _by_level(topics: Iterable[TopicEntry]) -> tuple[LevelCount, ...]:
    levels = [topic.evidence.level for topic in topics]
    return tuple(LevelCount(level, levels.count(level)) for level in Level)
