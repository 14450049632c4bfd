"""Long lists divided over several pages, so that no page grows with the data."""

from __future__ import annotations

import posixpath
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")


NEIGHBOURS = 2
"""Pages linked to on each side of the current one, besides the first and the last."""


@dataclass(frozen=True)
class ListSlice(Generic[T]):
    """The items of a list that one page shows.

    Attributes:
        items: The items, in the order of the list.
        number: The number of the page, counted from 1.
        count: The number of pages that the list is divided over.
        first: The Markdown file of the first page.
    """

    items: tuple[T, ...]
    number: int
    count: int
    first: str

    @property
    def is_first(self) -> bool:
        """Whether this is the first page, which also shows what stands beside the list."""
        return self.number == 1

    @property
    def near(self) -> tuple[int, ...]:
        """Numbers of the pages to link to: the first, the last and those around this one. 0 marks a gap."""
        around = range(max(1, self.number - NEIGHBOURS), min(self.count, self.number + NEIGHBOURS) + 1)
        shown = sorted({1, self.count, *around})
        return tuple(
            step
            for before, number in zip((0, *shown), shown, strict=False)
            for step in ((0, number) if number - before > 1 else (number,))
        )

    def path(self, number: int) -> str:
        """Return the Markdown file of a page of the list, by its number."""
        return self.first if number == 1 else f"{posixpath.dirname(self.first)}/sida/{number}/index.md"


def list_slices(items: Sequence[T], size: int, first: str) -> tuple[ListSlice[T], ...]:
    """Divide a list.

    Args:
        items: The list.
        size: The most items that a page shows.
        first: The Markdown file of the first page.

    Returns:
        At least one slice, also of an empty list.
    """
    count = max(1, -(-len(items) // size))
    return tuple(
        ListSlice(tuple(items[number * size : (number + 1) * size]), number + 1, count, first)
        for number in range(count)
    )
