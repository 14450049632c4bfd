"""The list of gaps: what is not known, case by case."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from typing import ClassVar

from scripts.library.context import Site
from scripts.library.kinds import Kind
from scripts.library.library import CaseEntry
from scripts.library.pagination import ListSlice
from scripts.site.page import Context, Page
from scripts.site.pages.cases import PER_PAGE
from scripts.site.pagination import paged


@dataclass(frozen=True)
class CaseGaps:
    """A sluice with gaps, and the address where its file is edited; empty when the repository is not known."""

    entry: CaseEntry
    edit: str


@dataclass(frozen=True)
class GapsPage(Context):
    """The list of gaps.

    Attributes:
        cases: The sluices of the page.
        total: Number of gaps on all pages.
        list_slice: The sluices of the page.
    """

    template: ClassVar[str] = "gaps.md.jinja"

    cases: tuple[CaseGaps, ...]
    total: int
    list_slice: ListSlice[CaseEntry]


def gaps(site: Site) -> Iterator[Page]:
    """Yield the pages of the list of gaps."""
    cases = tuple(entry for entry in site.library.cases if entry.case.gaps)
    total = sum(len(entry.case.gaps) for entry in cases)
    yield from paged(cases, PER_PAGE, "luckor/index.md", partial(_gaps, site, total))


def _gaps(site: Site, total: int, list_slice: ListSlice[CaseEntry]) -> Page:
    edit = site.settings.edit_address
    return Page(
        path=list_slice.first,
        title="Luckor: det vi inte vet",
        description="Det som inte framgår av det vi läst om idéslussarna, och hur du fyller i det du vet.",
        kind=Kind.OVERVIEW,
        section="luckor",
        context=GapsPage(
            cases=tuple(CaseGaps(entry, edit(f"cases/{entry.id}.yml")) for entry in list_slice.items),
            total=total,
            list_slice=list_slice,
        ),
    )
