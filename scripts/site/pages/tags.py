"""The list of tags, and the page of each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from typing import ClassVar

from scripts.library.context import FOLDERS, Site
from scripts.library.kinds import OF_TOPICS, Kind
from scripts.library.library import CaseEntry, TagEntry, TopicEntry
from scripts.library.pagination import ListSlice
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
        groups: The topics that have it, by kind, on the first page. A group may be empty.
        list_slice: The sluices of the page.
    """

    template: ClassVar[str] = "tag.md.jinja"

    entry: TagEntry
    groups: tuple[TopicGroup, ...]
    list_slice: ListSlice[CaseEntry]


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
        yield from paged(entry.cases, PER_PAGE, site.path_of(entry), partial(_tag, entry, site))


def _tag(entry: TagEntry, site: Site, list_slice: ListSlice[CaseEntry]) -> Page:
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
            groups=tuple(groups) if list_slice.is_first else (),
            list_slice=list_slice,
        ),
    )
