"""Long lists divided into pages, so that no page grows with the data."""

from __future__ import annotations

import posixpath
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")


AROUND = 2
"""How many parts on each side of the current one the way between them shows, besides the first and the last."""


@dataclass(frozen=True)
class Part(Generic[T]):
    """Some of a list.

    Attributes:
        items: What stands in this part.
        number: Which part it is, counted from 1.
        count: How many parts there are.
        first: The Markdown file of the first part.
    """

    items: tuple[T, ...]
    number: int
    count: int
    first: str

    @property
    def is_first(self) -> bool:
        """Whether what stands beside the list is to be shown too."""
        return self.number == 1

    @property
    def near(self) -> tuple[int, ...]:
        """The parts to lead to: the first, the last, and those around this one. 0 stands for those left out."""
        shown = sorted({1, self.count, *range(max(1, self.number - AROUND), min(self.count, self.number + AROUND) + 1)})
        return tuple(
            step
            for before, number in zip((0, *shown), shown, strict=False)
            for step in ((0, number) if number - before > 1 else (number,))
        )

    def path(self, number: int) -> str:
        """The Markdown file of a part."""
        return self.first if number == 1 else f"{posixpath.dirname(self.first)}/sida/{number}/index.md"


def parts(items: Sequence[T], size: int, first: str) -> tuple[Part[T], ...]:
    """Divide a list.

    Args:
        items: The list.
        size: How many a part holds.
        first: The Markdown file of the page that the list stands on.

    Returns:
        At least one part, also of nothing.
    """
    count = max(1, -(-len(items) // size))
    return tuple(
        Part(tuple(items[number * size : (number + 1) * size]), number + 1, count, first) for number in range(count)
    )
