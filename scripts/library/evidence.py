"""How strong the evidence is. Always computed, never typed in."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from enum import IntEnum

from scripts.model.claims import Source
from scripts.model.enums import SourceKind


class Level(IntEnum):
    """The levels of evidence, weakest first."""

    NONE = 0
    """No sluice speaks for it."""

    SINGLE = 1
    """One sluice does."""

    SEVERAL = 2
    """Two or more do, and no independent source."""

    INDEPENDENT = 3
    """Two or more do, and an independent source."""

    @property
    def label(self) -> str:
        """The level in words."""
        return ("Inget exempel bland slussarna", "Ett exempel", "Flera exempel", "Flera exempel och oberoende källa")[
            self
        ]


@dataclass(frozen=True)
class Evidence:
    """What a topic rests on.

    Attributes:
        sluices: How many speak for it.
        independent: Whether a source that speaks for it is independent of the projects.
    """

    sluices: int
    independent: bool

    @property
    def level(self) -> Level:
        """The level that follows."""
        if self.sluices < 2:
            return Level(self.sluices)
        return Level.INDEPENDENT if self.independent else Level.SEVERAL


def evidence(sluices: Collection[str], sources: Iterable[Source]) -> Evidence:
    """Weigh what speaks for a topic.

    Args:
        sluices: The ids of the cases that support it.
        sources: The sources of those statements, and of the studies of it.

    Returns:
        The evidence.
    """
    return Evidence(len(sluices), any(source.kind is SourceKind.INDEPENDENT for source in sources))
