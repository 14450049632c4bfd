"""Pagination of long lists, so that no page grows with the data.

The first page has the address of the list, and later pages have addresses beneath it: `slussar/`,
`slussar/sida/2/`. Ids contain no slash, so these addresses cannot collide with those of other pages.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from scripts.library.pagination import ListSlice, T, list_slices
from scripts.site.page import Page


def paged(items: Sequence[T], size: int, first: str, page_of: Callable[[ListSlice[T]], Page]) -> Iterator[Page]:
    """Yield the pages of a list.

    Args:
        items: The list.
        size: Maximum number of items per page.
        first: Path of the Markdown file of the first page.
        page_of: Returns the page of a slice, with the path and title of the first page.

    Yields:
        The pages. Only the first is searched and filtered, since every item of the later ones has its own page.
    """
    for list_slice in list_slices(items, size, first):
        page = page_of(list_slice)
        yield page if list_slice.is_first else _later_page(page, list_slice)


def _later_page(page: Page, list_slice: ListSlice[T]) -> Page:
    return replace(
        page,
        path=list_slice.path(list_slice.number),
        title=f"{page.title}, sida {list_slice.number} av {list_slice.count}",
        description=f"{page.description} Sida {list_slice.number} av {list_slice.count}.",
        follows=page.path,
        aliases=(),
        facets={},
        searched=False,
    )
