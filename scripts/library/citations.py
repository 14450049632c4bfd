"""Sources as they are cited: their numbers on a page, and the words about each."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from scripts.model.claims import Source
from scripts.model.enums import Language, SourceKind
from scripts.text.swedish import listed, partial_date


def read_note(source: Source) -> str:
    """Return when and in which language a source was read, in words, and whether it is a plan.

    Returns:
        For example "Läst november 2026 på engelska, maskinöversatt. En plan, skriven före arbetet."
    """
    language = f" på {source.language.label}" if source.language is not Language.SWEDISH else ""
    translated = ", maskinöversatt" if source.machine_translated else ""
    plan = " En plan, skriven före arbetet." if source.plan else ""
    return f"Läst {partial_date(source.read)}{language}{translated}.{plan}"


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
