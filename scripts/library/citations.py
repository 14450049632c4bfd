"""Numbering of the sources on a page, in the order that they are first cited."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from scripts.model.claims import Source
from scripts.model.enums import SourceKind
from scripts.text.swedish import listed


@dataclass
class Citations:
    """The source numbers of a page: assigned while the page is rendered, and listed at its end."""

    sources: Mapping[str, Source]
    _numbers: dict[str, int] = field(default_factory=dict)

    def number(self, key: str) -> int:
        """Return the number of a source, and assign the next number when it has none."""
        return self._numbers.setdefault(key, len(self._numbers) + 1)

    def source(self, key: str) -> Source:
        """Return the source with an id."""
        return self.sources[key]

    def kinds(self, keys: Iterable[str]) -> str:
        """Return the kinds of the sources of a statement in words: `projektets egna ord och finansiären`."""
        kinds = {self.sources[key].kind for key in keys}
        return listed([kind.label for kind in SourceKind if kind in kinds])

    def listed(self) -> tuple[tuple[int, str, Source], ...]:
        """Return the number, id and source of each cited source, in the order of the numbers."""
        return tuple((number, key, self.sources[key]) for key, number in self._numbers.items())
