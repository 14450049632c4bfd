"""The list of tags, and the page of each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from typing import ClassVar

from scripts.library.backlinks import advice_on
from scripts.library.context import FOLDERS, Site
from scripts.library.kinds import OF_TOPICS, Kind
from scripts.library.library import CaseEntry, TagEntry, TopicEntry
from scripts.library.pagination import ListSlice
from scripts.library.tagged_statements import Place, places
from scripts.model.advice import Advice
from scripts.site.page import Context, Page
from scripts.site.pages.cases import PER_PAGE
from scripts.site.pagination import paged

FOLDER = FOLDERS["tags"]


@dataclass(frozen=True)
class TopicGroup:
    """The topics of a kind that have a tag."""

    kind: Kind
    topics: tuple[TopicEntry, ...]


@dataclass(frozen=True)
class TagListPage(Context):
    """The list of tags.

    Attributes:
        entries: The tags in use.
    """

    template: ClassVar[str] = "tags.md.jinja"

    entries: tuple[TagEntry, ...]


@dataclass(frozen=True)
class TagPage(Context):
    """The page of a tag.

    Attributes:
        entry: The tag.
        places: The statements of the page that have it, by place.
        cases: The sluices of the page that have it.
        groups: The topics that have it, by kind, on the first page. A group may be empty.
        advice: The advice that has it, on the first page.
        list_slice: The places and sluices of the page.
    """

    template: ClassVar[str] = "tag.md.jinja"

    entry: TagEntry
    places: tuple[Place, ...]
    cases: tuple[CaseEntry, ...]
    groups: tuple[TopicGroup, ...]
    advice: tuple[Advice, ...]
    list_slice: ListSlice[Place | CaseEntry]


def pages(site: Site) -> Iterator[Page]:
    """Yield the list, and a page for each tag in use."""
    entries = tuple(entry for entry in site.library.tags if entry.size)
    yield Page(
        path=f"{FOLDER}/index.md",
        title="Taggar",
        description="Allt på webbplatsen, ordnat efter ämne.",
        kind=Kind.OVERVIEW,
        section=FOLDER,
        context=TagListPage(entries=entries),
    )
    for entry in entries:
        items = (*places((entry,), site.library), *entry.cases)
        yield from paged(items, PER_PAGE, site.path_of(entry), partial(_tag, entry, site))


def _tag(entry: TagEntry, site: Site, list_slice: ListSlice[Place | CaseEntry]) -> Page:
    record = entry.record
    groups = (
        TopicGroup(page, tuple(topic for topic in entry.topics if topic.kind == kind))
        for kind, page in OF_TOPICS.items()
    )
    return Page(
        path=list_slice.first,
        title=f"Tagg: {record.name}",
        description=record.description,
        kind=Kind.TAG,
        section=FOLDER,
        aliases=(*record.aliases, record.name_en),
        edit=site.settings.edit_address("cases/catalogue/tags.yml", entry.line),
        context=TagPage(
            entry=entry,
            places=tuple(item for item in list_slice.items if isinstance(item, Place)),
            cases=tuple(item for item in list_slice.items if isinstance(item, CaseEntry)),
            groups=tuple(groups) if list_slice.is_first else (),
            advice=advice_on(entry, site.library) if list_slice.is_first else (),
            list_slice=list_slice,
        ),
    )
