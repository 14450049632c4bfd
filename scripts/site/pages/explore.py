"""The page that lists all pages, with filters.

Without JavaScript the page is a complete list by kind. With JavaScript a form filters the list by means
of the search engine (`assets/js/explore.js`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from scripts.library.context import Site
from scripts.library.facets import KIND, facets
from scripts.library.kinds import Kind
from scripts.library.library import Library
from scripts.site.page import Context, Page

PATH = "utforska/index.md"

MOST_LISTED = 150
"""Maximum number of pages of a kind to list. With more, the page links to the list of that kind instead."""


@dataclass(frozen=True)
class FilterOption:
    """A filter value: its id in the address, its label, and the number of pages that have it."""

    id: str
    label: str
    count: int


@dataclass(frozen=True)
class Filter:
    """A facet to filter by.

    Attributes:
        id: Its id in the address.
        label: Its name.
        note: An explanation of the counts; empty when none is needed.
        options: The values that at least one page has.
    """

    id: str
    label: str
    note: str
    options: tuple[FilterOption, ...]


@dataclass(frozen=True)
class KindGroup:
    """The pages of a kind, by title."""

    kind: Kind
    pages: tuple[Page, ...]


@dataclass(frozen=True)
class ExplorePage(Context):
    """The page that lists everything.

    Attributes:
        filters: The filters.
        groups: The pages by kind.
        most_listed: Maximum number of pages of a kind to list.
        total: Number of pages.
    """

    template: ClassVar[str] = "explore.md.jinja"

    filters: tuple[Filter, ...]
    groups: tuple[KindGroup, ...]
    most_listed: int
    total: int


def explore(site: Site, others: Sequence[Page]) -> Page:
    """Return the page that lists everything.

    Args:
        site: Data and settings shared by all pages.
        others: The other pages.

    Returns:
        The page.
    """
    listed = [page for page in others if page.kind.is_listed and not page.follows]
    groups = tuple(_by_kind(listed))
    return Page(
        path=PATH,
        title="Utforska allt",
        description="Sök och filtrera bland slussar, metoder, framgångsfaktorer, lärdomar, svar och vägledning.",
        kind=Kind.OVERVIEW,
        section="utforska",
        searched=False,
        script="explore.js",
        context=ExplorePage(
            filters=tuple(_filters(listed, groups, site.library)),
            groups=groups,
            most_listed=MOST_LISTED,
            total=len(listed),
        ),
    )


def _by_kind(pages: Sequence[Page]) -> Iterator[KindGroup]:
    for kind in Kind:
        if of_kind := [page for page in pages if page.kind is kind]:
            yield KindGroup(kind, tuple(sorted(of_kind, key=lambda page: page.order)))


def _filters(pages: Iterable[Page], groups: Iterable[KindGroup], library: Library) -> Iterator[Filter]:
    counts = Counter((facet, value) for page in pages for facet, values in page.facets.items() for value in values)
    counts.update({(KIND, group.kind.value): len(group.pages) for group in groups})
    for facet in facets(library, [(group.kind.value, group.kind.plural) for group in groups]):
        options = (FilterOption(id_, label, counts[facet.id, id_]) for id_, label in facet.values)
        yield Filter(facet.id, facet.label, facet.note, tuple(option for option in options if option.count))
