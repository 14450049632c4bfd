"""The list of tags, and the page of each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
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


CaseStatements = tuple[CaseEntry, list[tuple[Heading, Statement]]]
"""A case, and statements in it, each after the heading that it stands under."""


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
    of_cases = _of_cases(site.library)
    for entry in entries:
        items = (*_places(entry, of_cases.get(entry.record.id, ()), site.library), *entry.cases)
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


def _of_cases(library: Library) -> Mapping[str, Sequence[CaseStatements]]:
    """Return the statements of cases by the id of a tag that they have, each after the heading that it stands under."""
    by_tag: dict[str, dict[str, CaseStatements]] = {}
    tagged = {target.id for tag in library.tags for target, _ in tag.statements}
    for entry in library.cases:
        for section in case_content(entry, library).sections if entry.id in tagged else ():
            for block in section.blocks:
                anchor = f"{section.spec.prefix}-{block.topic.id}" if block.topic else section.spec.id
                heading = Heading(block.heading or section.spec.heading, entry, anchor)
                for item in block.statements:
                    for tag in item.tags:
                        of_case = by_tag.setdefault(tag.record.id, {}).setdefault(entry.id, (entry, []))
                        of_case[1].append((heading, item))
    return {tag: tuple(of_case.values()) for tag, of_case in by_tag.items()}


def _places(tag: TagEntry, of_cases: Iterable[CaseStatements], library: Library) -> tuple[Place, ...]:
    """Return the statements that have a tag: of the sluices, then of other places by name, then of studies."""
    sluices = (Place(entry.name, entry, _blocks(statements)) for entry, statements in of_cases)
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
