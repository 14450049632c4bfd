"""The numbers of the sources on a page, in the order that a reader meets them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from scripts.model.claims import Source
from scripts.model.enums import SourceKind
from scripts.text.swedish import listed


@dataclass
class Citations:
    """Hands out numbers while a page is written, and knows the list at its end."""

    sources: Mapping[str, Source]
    _numbers: dict[str, int] = field(default_factory=dict)

    def number(self, key: str) -> int:
        """The number of a source: that of its first mention."""
        return self._numbers.setdefault(key, len(self._numbers) + 1)

    def source(self, key: str) -> Source:
        """The source of an id."""
        return self.sources[key]

    def kinds(self, keys: Iterable[str]) -> str:
        """Who is speaking in the sources of a statement: `projektets egna ord och finansiären`."""
        kinds = {self.sources[key].kind for key in keys}
        return listed([kind.label for kind in SourceKind if kind in kinds])

    def listed(self) -> tuple[tuple[int, str, Source], ...]:
        """Number, id and source of all that have been cited."""
        return tuple((number, key, self.sources[key]) for key, number in self._numbers.items())
