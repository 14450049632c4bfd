"""Pagination of long lists, so that no page grows without limit as the data grows."""

from __future__ import annotations

import posixpath
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")


NEIGHBOURS = 2
"""Number of pages to link to on each side of the current page, besides the first and the last page."""


@dataclass(frozen=True)
class ListSlice(Generic[T]):
    """The part of a list that one page shows.

    Attributes:
        items: The items, in the order of the list.
        number: The number of the page, starting at 1.
        count: The total number of pages.
        first: The Markdown file of the first page.
    """

    items: tuple[T, ...]
    number: int
    count: int
    first: str

    @property
    def is_first(self) -> bool:
        """Whether this is the first page, which also shows the content that surrounds the list."""
        return self.number == 1

    @property
    def near(self) -> tuple[int, ...]:
        """The numbers of the pages to link to: the first, the last and those around this one. 0 marks a gap."""
        around = range(max(1, self.number - NEIGHBOURS), min(self.count, self.number + NEIGHBOURS) + 1)
        linked = sorted({1, self.count, *around})
        return tuple(
            number
            for previous, current in zip((0, *linked), linked, strict=False)
            for number in ((0, current) if current - previous > 1 else (current,))
        )

    def path(self, number: int) -> str:
        """Return the Markdown file of the page with a number."""
        return self.first if number == 1 else f"{posixpath.dirname(self.first)}/sida/{number}/index.md"


def list_slices(items: Sequence[T], size: int, first: str) -> tuple[ListSlice[T], ...]:
    """Divide a list into pages.

    Args:
        items: The list.
        size: The maximum number of items per page.
        first: The Markdown file of the first page.

    Returns:
        The slices in order. An empty list gives one empty slice.
    """
    count = max(1, -(-len(items) // size))
    return tuple(
        ListSlice(tuple(items[number * size : (number + 1) * size]), number + 1, count, first)
        for number in range(count)
    )
