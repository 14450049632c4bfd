"""Everything that is not known, case by case."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial

from scripts.library.context import Site
from scripts.library.kinds import Kind
from scripts.library.library import CaseEntry
from scripts.library.pagination import ListSlice
from scripts.site.page import Page
from scripts.site.pages.cases import A_PAGE
from scripts.site.pagination import paged


def gaps(site: Site) -> Iterator[Page]:
    """Everything that is not known, with a way to the file where it can be filled in."""
    entries = tuple(entry for entry in site.library.cases if entry.case.gaps)
    yield from paged(entries, A_PAGE, "luckor/index.md", partial(_gaps, site, entries))


def _gaps(site: Site, entries: Iterable[CaseEntry], list_slice: ListSlice[CaseEntry]) -> Page:
    return Page(
        path=list_slice.first,
        title="Luckor: det vi inte vet",
        description="Det som inte framgår av det vi läst om idéslussarna, och hur du fyller i det du vet.",
        template="gaps.md.jinja",
        kind=Kind.OVERVIEW,
        section="luckor",
        context={
            "entries": tuple(
                (entry, site.settings.edit_address(f"cases/{entry.id}.yml")) for entry in list_slice.items
            ),
            "total": sum(len(entry.case.gaps) for entry in entries),
        },
    )
