"""Methods, success factors and lessons: the lists, and the page of each record."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from itertools import groupby
from typing import ClassVar

from scripts.library.backlinks import advice_on
from scripts.library.context import FOLDERS, Site
from scripts.library.evidence import Standing
from scripts.library.facets import of_topic
from scripts.library.kinds import KINDS, LEADS, Kind, Words
from scripts.library.library import CaseEntry, TagEntry, TopicEntry
from scripts.library.pagination import ListSlice
from scripts.library.queries import by_case, from_elsewhere, from_sluices, whose_experience
from scripts.model.advice import Advice
from scripts.model.catalogue import Area, Phase
from scripts.model.claims import Use
from scripts.site.page import Context, Page
from scripts.site.pagination import paged

PER_PAGE = 40
"""Sluices per page of a topic."""

MOST_NAMED = 12
"""Maximum number of sluices to name with each topic of a list."""


@dataclass(frozen=True)
class AreaGroup:
    """The topics of an area, by name. The area is None for kinds of topics that have no areas."""

    area: Area | None
    topics: tuple[TopicEntry, ...]


@dataclass(frozen=True)
class ElsewhereTopic:
    """A topic that no sluice is known to have done, and whose experience it rests on, in words."""

    topic: TopicEntry
    whose: str


@dataclass(frozen=True)
class TopicListPage(Context):
    """The list of methods, success factors or lessons.

    Attributes:
        words: The words for the kind of topic.
        groups: The topics that at least one sluice has done or learned, by area. No group is empty.
        elsewhere: The other topics, by name.
        most_named: Maximum number of sluices to name with each topic.
    """

    template: ClassVar[str] = "topics.md.jinja"

    words: Words
    groups: tuple[AreaGroup, ...]
    elsewhere: tuple[ElsewhereTopic, ...]
    most_named: int


@dataclass(frozen=True)
class CaseStatements:
    """The statements of a sluice on a topic that have the same standing."""

    entry: CaseEntry
    standing: Standing
    uses: tuple[Use, ...]


@dataclass(frozen=True)
class StandingGroup:
    """The statements of sluices that have the same standing.

    Attributes:
        standing: The standing.
        heading: Its heading.
        lead: An introduction; empty when none is needed.
        cases: The statements, by sluice.
    """

    standing: Standing
    heading: str
    lead: str
    cases: tuple[CaseStatements, ...]


@dataclass(frozen=True)
class TopicPage(Context):
    """The page of a method, success factor or lesson.

    Attributes:
        words: The words for the kind of topic.
        entry: The topic.
        area: Its area; None for methods and success factors.
        phases: Its phases.
        tags: Its tags.
        whose: Whose experience it rests on, in words; empty when sluices have done or learned it.
        groups: The statements of the sluices of the page, by standing. No group is empty.
        related: Related topics.
        advice: The advice that gathers it.
        list_slice: The sluices of the page.
    """

    template: ClassVar[str] = "topic.md.jinja"

    words: Words
    entry: TopicEntry
    area: Area | None
    phases: tuple[Phase, ...]
    tags: tuple[TagEntry, ...]
    whose: str
    groups: tuple[StandingGroup, ...]
    related: tuple[TopicEntry, ...]
    advice: tuple[Advice, ...]
    list_slice: ListSlice[CaseStatements]


def pages(site: Site) -> Iterator[Page]:
    """Yield the three lists, and a page for each method, factor and lesson."""
    for words in KINDS:
        topics = site.library.topics[words.id]
        yield _list(words, topics, site)
        for topic in topics:
            yield from paged(_statements(topic), PER_PAGE, site.path_of(topic), partial(_topic, words, topic, site))


def _list(words: Words, topics: tuple[TopicEntry, ...], site: Site) -> Page:
    library = site.library
    areas: tuple[Area | None, ...] = library.areas if words.id == "lessons" else (None,)
    groups = (AreaGroup(area, from_sluices(topics, area.id if area else "")) for area in areas)
    return Page(
        path=f"{FOLDERS[words.id]}/index.md",
        title=words.kind.plural,
        description=words.description,
        kind=Kind.OVERVIEW,
        section=FOLDERS[words.id],
        context=TopicListPage(
            words=words,
            groups=tuple(group for group in groups if group.topics),
            elsewhere=tuple(
                ElsewhereTopic(topic, whose_experience(topic, library)) for topic in from_elsewhere(topics)
            ),
            most_named=MOST_NAMED,
        ),
    )


def _statements(topic: TopicEntry) -> tuple[CaseStatements, ...]:
    """Return the statements of each sluice on a topic, by standing: first those that count."""
    return tuple(
        CaseStatements(entry, standing, uses)
        for standing in Standing
        for entry, uses in by_case(topic.mentions_as(standing))
    )


def _groups(words: Words, statements: tuple[CaseStatements, ...]) -> tuple[StandingGroup, ...]:
    by_standing = groupby(statements, key=lambda item: item.standing)
    return tuple(
        StandingGroup(standing, words.heading_of(standing), LEADS[standing], tuple(items))
        for standing, items in by_standing
    )


def _topic(words: Words, entry: TopicEntry, site: Site, list_slice: ListSlice[CaseStatements]) -> Page:
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
            whose="" if entry.is_from_sluices else whose_experience(entry, library),
            groups=_groups(words, list_slice.items),
            related=tuple(library.topic_by_id[key] for key in record.related if key in library.topic_by_id),
            advice=advice_on(entry, library),
            list_slice=list_slice,
        ),
    )
