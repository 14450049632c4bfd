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
class Spot:
    """A line of a file."""

    file: str
    line: int


@dataclass(frozen=True, slots=True)
class CitedAddress:
    """The address of a source.

    Attributes:
        address: The address, as it stands in the file.
        source: The id of the source.
        spot: Where the address is written.
        used: The statements that cite the source.
    """

    address: str
    source: str
    spot: Spot
    used: tuple[Spot, ...]


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


Uses = Mapping[str, Sequence[Spot]]


def _uses(document: Document[Any]) -> Uses:
    """Return the lines that cite each source: the items of lists named `sources`."""
    lines: dict[str, list[Spot]] = {}
    for path, node in document.scalars():
        if path[-2:-1] == ("sources",) and isinstance(path[-1], int):
            lines.setdefault(as_written(node), []).append(Spot(document.file, node.place.line))
    return lines


def _cited(
    document: Document[Any], key: str, source: Source, path: tuple[str | int, ...], uses: Iterable[Uses]
) -> CitedAddress:
    spots = sorted({spot for within in uses for spot in within.get(key, ())})
    return CitedAddress(source.url, key, Spot(document.file, document.line((*path, "url"))), tuple(spots))
