"""The statements that have a tag, by the place that they tell of: what was done and said there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

from scripts.library.case_content import Statement, case_content, statement
from scripts.library.library import CaseEntry, Library, TagEntry, TopicEntry
from scripts.model.catalogue import Elsewhere
from scripts.text.swedish import sort_key


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


def places(tags: Iterable[TagEntry], library: Library) -> tuple[Place, ...]:
    """Return the statements that have one of some tags.

    Args:
        tags: The tags.
        library: The library that has them.

    Returns:
        The statements of the sluices, then of other places by name, then of studies. None stands twice.
    """
    tags = tuple(tags)
    of_cases = _of_cases(library)
    sluices: dict[str, tuple[CaseEntry, dict[int, tuple[Heading, Statement]]]] = {}
    for tag in tags:
        for entry, statements in of_cases.get(tag.record.id, ()):
            # A statement that has two of the tags is the same object for both.
            sluices.setdefault(entry.id, (entry, {}))[1].update({id(item[1].claim): item for item in statements})
    elsewhere = {id(item[2].claim): item for tag in tags for item in _of_topics(tag, library)}
    others = sorted(elsewhere.values(), key=lambda item: (not item[0], sort_key(item[0])))
    by_place = groupby(others, key=lambda item: item[0])
    return (
        *(Place(entry.name, entry, _blocks(statements.values())) for entry, statements in sluices.values()),
        *(Place(name or "Studier", None, _blocks(item[1:] for item in items)) for name, items in by_place),
    )


@lru_cache(maxsize=1)
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
