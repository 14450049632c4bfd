"""The web addresses that the data cites, and where each is cited."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from scripts.loading.dataset import Dataset, Document
from scripts.loading.yaml_tree import as_written
from scripts.model.catalogue import SharedSource
from scripts.model.claims import Source


@dataclass(frozen=True, order=True, slots=True)
class Location:
    """A line of a file."""

    file: str
    line: int


@dataclass(frozen=True, slots=True)
class CitedAddress:
    """The address of a source.

    Attributes:
        address: The address, as written in the file.
        source: The id of the source.
        location: The line of the address.
        citations: The lines that cite the source.
    """

    address: str
    source: str
    location: Location
    citations: tuple[Location, ...]


def cited_addresses(dataset: Dataset) -> tuple[CitedAddress, ...]:
    """Return the addresses of all sources.

    Args:
        dataset: The data. Files with problems are left out, since their citations are uncertain.

    Returns:
        One item per source, in the order of the files.
    """
    uses = {document.file: _uses(document) for document in dataset.documents()}
    catalogue = dataset.catalogue["sources"]
    addresses = [
        _cited(catalogue, source.id, source, (position,), uses.values())
        for position, source in enumerate(catalogue.content or ())
        if isinstance(source, SharedSource)
    ]
    for document in dataset.cases:
        own = document.content.sources if document.content else {}
        addresses += [_cited(document, key, own[key], ("sources", key), [uses[document.file]]) for key in own]
    return tuple(addresses)


def as_list(cited: Iterable[CitedAddress]) -> str:
    """Write each address once, one per line, for a link checker."""
    return "".join(f"{address}\n" for address in sorted({source.address for source in cited}))


Uses = Mapping[str, Sequence[Location]]


def _uses(document: Document[Any]) -> Uses:
    """Return the lines that cite each source: the items of lists named `sources`."""
    lines: dict[str, list[Location]] = {}
    for path, node in document.scalars:
        if path[-2:-1] == ("sources",) and isinstance(path[-1], int):
            lines.setdefault(as_written(node), []).append(Location(document.file, node.place.line))
    return lines


def _cited(
    document: Document[Any], key: str, source: Source, path: tuple[str | int, ...], uses: Iterable[Uses]
) -> CitedAddress:
    locations = sorted({location for within in uses for location in within.get(key, ())})
    return CitedAddress(source.url, key, Location(document.file, document.line((*path, "url"))), tuple(locations))
