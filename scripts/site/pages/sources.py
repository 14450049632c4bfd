"""Every source that is cited, with links back to where."""

from __future__ import annotations

from collections.abc import Iterator

from scripts.library.context import Site
from scripts.library.kinds import Kind
from scripts.library.pagination import ListSlice
from scripts.library.source_register import PATH, PER_PAGE, CitedSource, register
from scripts.model.enums import SourceKind
from scripts.site.page import Page
from scripts.site.pagination import paged


def sources(site: Site) -> Iterator[Page]:
    """The register of sources, by who is speaking."""
    yield from paged(register(site), PER_PAGE, PATH, _listed)


def _listed(list_slice: ListSlice[CitedSource]) -> Page:
    return Page(
        path=PATH,
        title="Källor",
        description="Alla källor som webbplatsen vilar på, vem som talar i dem och var de används.",
        template="sources.md.jinja",
        kind=Kind.OVERVIEW,
        section="kallor",
        context={
            "groups": tuple((kind, tuple(s for s in list_slice.items if s.source.kind is kind)) for kind in SourceKind)
        },
    )
