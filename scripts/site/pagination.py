"""Long lists in parts, each a page of its own, so that no page grows with the data.

The first part has the address of the list, and the rest come after it: `slussar/`, `slussar/sida/2/`.
No id has a slash in it, so no such address is ever another page's.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from scripts.library.pagination import Part, T, parts
from scripts.site.page import Page


def paged(items: Sequence[T], size: int, first: str, page_of: Callable[[Part[T]], Page]) -> Iterator[Page]:
    """A page for each part of a list.

    Args:
        items: The list.
        size: How many a page holds.
        first: The Markdown file of the first page.
        page_of: Makes the page that shows a part, as if it were the first.

    Yields:
        The pages. Search and filters find the first only: the rest hold nothing that has no page of its own.
    """
    for part in parts(items, size, first):
        page = page_of(part)
        page = replace(page, context={**page.context, "part": part})
        yield page if part.is_first else _following(page, part)


def _following(page: Page, part: Part[T]) -> Page:
    return replace(
        page,
        path=part.path(part.number),
        title=f"{page.title}, sida {part.number} av {part.count}",
        description=f"{page.description} Sida {part.number} av {part.count}.",
        follows=page.path,
        aliases=(),
        facets={},
        searched=False,
    )
