"""Methods, success factors and lessons: the lists, and the page of each record."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from typing import ClassVar

from scripts.library.context import FOLDERS, Site
from scripts.library.facets import of_topic
from scripts.library.kinds import KINDS, Kind, Words
from scripts.library.library import CaseEntry, TagEntry, TopicEntry, Use
from scripts.library.pagination import ListSlice
from scripts.library.queries import by_case, strongest_first
from scripts.model.catalogue import Area, Phase
from scripts.model.enums import Stance
from scripts.site.page import Context, Page
from scripts.site.pagination import paged

PER_PAGE = 40
"""Sluices per page of a topic."""

MOST_NAMED = 12
"""Maximum number of sluices to name with each topic of a list."""


@dataclass(frozen=True)
class AreaGroup:
    """The topics of an area, the best supported first. The area is None for kinds of topics that have no areas."""

    area: Area | None
    topics: tuple[TopicEntry, ...]


@dataclass(frozen=True)
class TopicListPage(Context):
    """The list of methods, success factors or lessons.

    Attributes:
        words: The words for the kind of topic.
        groups: The topics by area.
        most_named: Maximum number of sluices to name with each topic.
    """

    template: ClassVar[str] = "topics.md.jinja"

    words: Words
    groups: tuple[AreaGroup, ...]
    most_named: int


@dataclass(frozen=True)
class CaseStance:
    """The statements of a sluice in support of a topic, or against it."""

    entry: CaseEntry
    stance: Stance
    uses: tuple[Use, ...]


@dataclass(frozen=True)
class TopicPage(Context):
    """The page of a method, success factor or lesson.

    Attributes:
        words: The words for the kind of topic.
        entry: The topic.
        area: Its area; None for methods and success factors.
        phases: Its phases.
        tags: Its tags.
        supporting: The statements of the sluices of the page in support of it.
        contradicting: The statements of the sluices of the page against it.
        related: Related topics.
        list_slice: The sluices of the page.
    """

    template: ClassVar[str] = "topic.md.jinja"

    words: Words
    entry: TopicEntry
    area: Area | None
    phases: tuple[Phase, ...]
    tags: tuple[TagEntry, ...]
    supporting: tuple[CaseStance, ...]
    contradicting: tuple[CaseStance, ...]
    related: tuple[TopicEntry, ...]
    list_slice: ListSlice[CaseStance]


def pages(site: Site) -> Iterator[Page]:
    """Yield the three lists, and a page for each method, factor and lesson."""
    for words in KINDS:
        topics = site.library.topics[words.id]
        yield _list(words, topics, site)
        for topic in topics:
            yield from paged(_stances(topic), PER_PAGE, site.path_of(topic), partial(_topic, words, topic, site))


def _list(words: Words, topics: tuple[TopicEntry, ...], site: Site) -> Page:
    groups: tuple[AreaGroup, ...] = (AreaGroup(None, strongest_first(topics)),)
    if words.id == "lessons":
        groups = tuple(AreaGroup(area, strongest_first(topics, area.id)) for area in site.library.areas)
    return Page(
        path=f"{FOLDERS[words.id]}/index.md",
        title=words.kind.plural,
        description=words.description,
        kind=Kind.OVERVIEW,
        section=FOLDERS[words.id],
        context=TopicListPage(words=words, groups=groups, most_named=MOST_NAMED),
    )


def _stances(topic: TopicEntry) -> tuple[CaseStance, ...]:
    """Return the statements of each sluice in support of a topic, followed by those against it."""
    return (
        *(CaseStance(entry, Stance.SUPPORTS, uses) for entry, uses in by_case(topic.supporting)),
        *(CaseStance(entry, Stance.CONTRADICTS, uses) for entry, uses in by_case(topic.contradicting)),
    )


def _topic(words: Words, entry: TopicEntry, site: Site, list_slice: ListSlice[CaseStance]) -> Page:
    record, library = entry.record, site.library
    phases = {phase.id: phase for phase in library.phases}
    areas = {area.id: area for area in library.areas}
    return Page(
        path=list_slice.first,
        title=record.name,
        description=record.description[0].text,
        kind=words.kind,
        section=FOLDERS[words.id],
        aliases=(*record.aliases, record.name_en),
        edit=site.settings.edit_address(f"cases/catalogue/{entry.kind}.yml", entry.line),
        facets=of_topic(entry, library) if list_slice.is_first else {},
        context=TopicPage(
            words=words,
            entry=entry,
            area=areas.get(entry.area),
            phases=tuple(phases[phase] for phase in record.phases),
            tags=tuple(library.tag_by_id[tag] for tag in record.tags),
            supporting=tuple(item for item in list_slice.items if item.stance is Stance.SUPPORTS),
            contradicting=tuple(item for item in list_slice.items if item.stance is Stance.CONTRADICTS),
            related=tuple(library.topic_by_id[key] for key in record.related if key in library.topic_by_id),
            list_slice=list_slice,
        ),
    )
