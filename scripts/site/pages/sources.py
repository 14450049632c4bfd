"""The register of cited sources, with links to the pages that cite them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from scripts.library.context import Site
from scripts.library.kinds import Kind
from scripts.library.pagination import ListSlice
from scripts.library.source_register import PATH, PER_PAGE, CitedSource, register
from scripts.model.enums import SourceKind
from scripts.site.page import Context, Page
from scripts.site.pagination import paged


@dataclass(frozen=True)
class SourceGroup:
    """The cited sources of a kind, by publisher and title."""

    kind: SourceKind
    sources: tuple[CitedSource, ...]


@dataclass(frozen=True)
class SourcesPage(Context):
    """The register of sources.

    Attributes:
        groups: The sources of the page by kind. A group may be empty.
        list_slice: The sources of the page.
    """

    template: ClassVar[str] = "sources.md.jinja"

    groups: tuple[SourceGroup, ...]
    list_slice: ListSlice[CitedSource]


def sources(site: Site) -> Iterator[Page]:
    """Yield the pages of the register of sources."""
    yield from paged(register(site), PER_PAGE, PATH, _sources)


def _sources(list_slice: ListSlice[CitedSource]) -> Page:
    return Page(
        path=list_slice.first,
        title="Källor",
        description="Alla källor som webbplatsen vilar på, vem som talar i dem och var de används.",
        kind=Kind.OVERVIEW,
        section="kallor",
        context=SourcesPage(
            groups=tuple(
                SourceGroup(kind, tuple(cited for cited in list_slice.items if cited.source.kind is kind))
                for kind in SourceKind
            ),
            list_slice=list_slice,
        ),
    )
