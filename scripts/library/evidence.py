"""The strength of the evidence for a topic. It is always computed, and never stored in the data."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from enum import IntEnum

from scripts.model.claims import Source
from scripts.model.enums import SourceKind


class Level(IntEnum):
    """The levels of evidence, weakest first."""

    NONE = 0
    """No sluice supports the topic."""

    SINGLE = 1
    """One sluice supports the topic."""

    SEVERAL = 2
    """Two or more sluices support the topic, but no independent source."""

    INDEPENDENT = 3
    """Two or more sluices and at least one independent source support the topic."""

    @property
    def label(self) -> str:
        """The level in Swedish."""
        return ("Inget exempel bland slussarna", "Ett exempel", "Flera exempel", "Flera exempel och oberoende källa")[
            self
        ]


@dataclass(frozen=True)
class Evidence:
    """The evidence for a topic.

    Attributes:
        sluices: The number of sluices that support it.
        independent: Whether any of the supporting sources is independent of the projects.
    """

    sluices: int
    independent: bool

    @property
    def level(self) -> Level:
        """The level of the evidence."""
        if self.sluices < 2:
            return Level(self.sluices)
        return Level.INDEPENDENT if self.independent else Level.SEVERAL


def evidence(sluices: Collection[str], sources: Iterable[Source]) -> Evidence:
    """Return the evidence for a topic.

    Args:
        sluices: The ids of the cases that support it.
        sources: The sources of the supporting statements and of the studies of the topic.

    Returns:
        The evidence.
    """
    return Evidence(len(sluices), any(source.kind is SourceKind.INDEPENDENT for source in sources))
