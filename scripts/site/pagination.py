"""Pages of long lists, so that no page grows with the data.

The first page has the address of the list, and the rest come after it: `slussar/`, `slussar/sida/2/`.
No id has a slash in it, so no such address is ever another page's.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from scripts.library.pagination import ListSlice, T, list_slices
from scripts.site.page import Page


def paged(items: Sequence[T], size: int, first: str, page_of: Callable[[ListSlice[T]], Page]) -> Iterator[Page]:
    """Divide a list over pages.

    Args:
        items: The list.
        size: The most items that a page shows.
        first: The Markdown file of the first page.
        page_of: Returns the page that shows a slice of the list, as if it were the first.

    Yields:
        The pages. Search and filters find the first only: the rest hold nothing that has no page of its own.
    """
    for list_slice in list_slices(items, size, first):
        page = page_of(list_slice)
        yield page if list_slice.is_first else _following(page, list_slice)


def _following(page: Page, list_slice: ListSlice[T]) -> Page:
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
