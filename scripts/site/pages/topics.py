"""Methods, success factors and lessons: the lists, and the page of each record."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from scripts.library.context import FOLDERS, Site
from scripts.library.facets import of_topic
from scripts.library.kinds import KINDS, Kind, Words
from scripts.library.library import CaseEntry, TopicEntry, Use
from scripts.library.pagination import ListSlice
from scripts.library.queries import by_case, strongest_first
from scripts.model.catalogue import Area
from scripts.site.page import Page
from scripts.site.pagination import paged

A_PAGE = 40
"""How many sluices a page of a topic hears."""

NAMED = 12
"""How many sluices a list of topics names beside each."""


def pages(site: Site) -> Iterator[Page]:
    """The three lists, and a page for each method, factor and lesson."""
    for words in KINDS:
        entries = site.library.topics[words.id]
        yield _index(words, entries, site)
        for entry in entries:
            yield from _topic(words, entry, site)


def _index(words: Words, entries: tuple[TopicEntry, ...], site: Site) -> Page:
    groups: tuple[tuple[Area | None, tuple[TopicEntry, ...]], ...] = ((None, strongest_first(entries)),)
    if words.id == "lessons":
        groups = tuple((area, strongest_first(entries, area.id)) for area in site.library.areas)
    return Page(
        path=f"{FOLDERS[words.id]}/index.md",
        title=words.kind.plural,
        description=words.description,
        template="topics.md.jinja",
        kind=Kind.OVERVIEW,
        section=FOLDERS[words.id],
        context={"words": words, "groups": groups, "named": NAMED},
    )


def _topic(words: Words, entry: TopicEntry, site: Site) -> Iterator[Page]:
    supporting, contradicting = by_case(entry.supporting), by_case(entry.contradicting)
    heard = (*((True, *said) for said in supporting), *((False, *said) for said in contradicting))

    def page_of(list_slice: ListSlice[tuple[bool, CaseEntry, tuple[Use, ...]]]) -> Page:
        return replace(
            whole,
            context={
                **whole.context,
                "supporting": tuple(said for supports, *said in list_slice.items if supports),
                "contradicting": tuple(said for supports, *said in list_slice.items if not supports),
            },
        )

    whole = _page(words, entry, site)
    yield from paged(heard, A_PAGE, whole.path, page_of)


def _page(words: Words, entry: TopicEntry, site: Site) -> Page:
    """The page of a topic, but for what the cases say of it."""
    record, library = entry.record, site.library
    phases = {phase.id: phase for phase in library.phases}
    areas = {area.id: area for area in library.areas}
    return Page(
        path=site.path_of(entry),
        title=record.name,
        description=record.description[0].text,
        template="topic.md.jinja",
        kind=words.kind,
        section=FOLDERS[words.id],
        aliases=(*record.aliases, record.name_en),
        edit=site.settings.edit_address(f"cases/catalogue/{entry.kind}.yml", entry.line),
        facets=of_topic(entry, library),
        context={
            "words": words,
            "entry": entry,
            "record": record,
            "area": areas.get(entry.area),
            "phases": tuple(phases[phase] for phase in record.phases),
            "related": tuple(library.topic_by_id[key] for key in record.related if key in library.topic_by_id),
            "tags": tuple(library.tag_by_id[tag] for tag in record.tags),
        },
    )
