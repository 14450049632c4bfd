"""Long lists in parts, each a page of its own, so that no page grows with the data.

The first part has the address of the list, and the rest come after it: `slussar/`, `slussar/sida/2/`.
No id has a slash in it, so no such address is ever another page's.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from scripts.library.pagination import ListSlice, T, list_slices
from scripts.site.page import Page


def paged(items: Sequence[T], size: int, first: str, page_of: Callable[[ListSlice[T]], Page]) -> Iterator[Page]:
    """A page for each part of a list.

    Args:
        items: The list.
        size: How many a page holds.
        first: The Markdown file of the first page.
        page_of: Makes the page that shows a part, as if it were the first.

    Yields:
        The pages. Search and filters find the first only: the rest hold nothing that has no page of its own.
    """
    for list_slice in list_slices(items, size, first):
        page = page_of(list_slice)
        page = replace(page, context={**page.context, "list_slice": list_slice})
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
