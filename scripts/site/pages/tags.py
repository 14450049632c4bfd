"""The list of tags, and the page of each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import groupby
from typing import ClassVar

from scripts.library.case_content import Statement, case_content, statement
from scripts.library.context import FOLDERS, Site
from scripts.library.kinds import OF_TOPICS, Kind
from scripts.library.library import CaseEntry, Library, TagEntry, TopicEntry
from scripts.library.pagination import ListSlice
from scripts.model.catalogue import Elsewhere
from scripts.site.page import Context, Page
from scripts.site.pages.cases import PER_PAGE
from scripts.site.pagination import paged
from scripts.text.swedish import sort_key

FOLDER = FOLDERS["tags"]


@dataclass(frozen=True)
class TopicGroup:
    """The topics of a kind that have a tag."""

    kind: Kind
    topics: tuple[TopicEntry, ...]


@dataclass(frozen=True)
class Heading:
    """A heading that statements stand under.

    Attributes:
        name: A topic, an idea or a section of a page.
        page: The page that it is on.
        anchor: Its place on the page; empty for the page itself.
    """

    name: str
    page: CaseEntry | TopicEntry
    anchor: str


@dataclass(frozen=True)
class TaggedBlock:
    """The statements under a heading that have a tag."""

    heading: Heading
    statements: tuple[Statement, ...]


@dataclass(frozen=True)
class Place:
    """The statements about a sluice, about another place or in studies.

    Attributes:
        name: Its name.
        entry: The sluice; None for other places and for studies.
        blocks: The statements, by heading.
    """

    name: str
    entry: CaseEntry | None
    blocks: tuple[TaggedBlock, ...]


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
        list_slice: The places and sluices of the page.
    """

    template: ClassVar[str] = "tag.md.jinja"

    entry: TagEntry
    places: tuple[Place, ...]
    cases: tuple[CaseEntry, ...]
    groups: tuple[TopicGroup, ...]
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
        items = (*_places(entry, site.library), *entry.cases)
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
            list_slice=list_slice,
        ),
    )


def _places(tag: TagEntry, library: Library) -> tuple[Place, ...]:
    """Return the statements that have a tag: of the sluices, then of other places by name, then of studies."""
    targets = dict.fromkeys(target.id for target, _ in tag.statements)
    cases = (library.case_by_id[id_] for id_ in targets if id_ in library.case_by_id)
    sluices = (Place(entry.name, entry, _blocks(_of_case(tag, entry, library))) for entry in cases)
    others = sorted(_of_topics(tag, library), key=lambda item: (not item[0], sort_key(item[0])))
    elsewhere = groupby(others, key=lambda item: item[0])
    return (
        *sluices,
        *(Place(name or "Studier", None, _blocks(item[1:] for item in items)) for name, items in elsewhere),
    )


def _blocks(statements: Iterable[tuple[Heading, Statement]]) -> tuple[TaggedBlock, ...]:
    """Group statements by the heading that they stand under."""
    by_heading = groupby(statements, key=lambda item: (item[0].name, item[0].page.id, item[0].anchor))
    groups = (tuple(items) for _, items in by_heading)
    return tuple(TaggedBlock(group[0][0], tuple(item for _, item in group)) for group in groups)


def _of_case(tag: TagEntry, entry: CaseEntry, library: Library) -> Iterator[tuple[Heading, Statement]]:
    """Yield the statements of a case that have a tag, each after the heading that it stands under."""
    for section in case_content(entry, library).sections:
        for block in section.blocks:
            anchor = f"{section.spec.prefix}-{block.topic.id}" if block.topic else section.spec.id
            heading = Heading(block.heading or section.spec.heading, entry, anchor)
            yield from ((heading, item) for item in block.statements if any(own is tag for own in item.tags))


def _of_topics(tag: TagEntry, library: Library) -> Iterator[tuple[str, Heading, Statement]]:
    """Yield the statements of topics that have a tag.

    Yields:
        The place that a statement tells of, empty for a study; the heading that it stands under; and the statement.
    """
    for topic, claim in tag.statements:
        if isinstance(topic, TopicEntry):
            place = claim.place if isinstance(claim, Elsewhere) else ""
            heading = Heading(topic.name, topic, "andra-hall" if place else "")
            yield place, heading, statement("elsewhere" if place else "studies", claim, library)
