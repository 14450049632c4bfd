"""The list of sluices, and the page of each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from itertools import groupby
from typing import ClassVar

from scripts import figures
from scripts.figures import Figure
from scripts.library.backlinks import advice_on, sheets_on, stories_of
from scripts.library.case_content import CaseContent, case_content
from scripts.library.context import FOLDERS, Site
from scripts.library.facets import of_case
from scripts.library.kinds import KINDS, Kind
from scripts.library.library import CaseEntry
from scripts.library.pagination import ListSlice
from scripts.library.queries import by_outcome, outcome_of
from scripts.model.advice import Advice
from scripts.model.case import Case
from scripts.model.decisions import DecisionSheet
from scripts.model.enums import Outcome
from scripts.model.stories import Story
from scripts.site.page import Context, Page
from scripts.site.pagination import paged

FOLDER = FOLDERS["cases"]

PER_PAGE = 60
"""Sluices per page of a list."""


@dataclass(frozen=True)
class OutcomeGroup:
    """The sluices that had the same outcome."""

    outcome: Outcome
    cases: tuple[CaseEntry, ...]


@dataclass(frozen=True)
class CaseListPage(Context):
    """The list of sluices.

    Attributes:
        figure: Figure of the number of sluices by outcome; None when it is not shown.
        groups: The sluices of the page by outcome.
        list_slice: The sluices of the page.
    """

    template: ClassVar[str] = "cases.md.jinja"

    figure: Figure | None
    groups: tuple[OutcomeGroup, ...]
    list_slice: ListSlice[CaseEntry]


@dataclass(frozen=True)
class CasePage(Context):
    """The page of a sluice.

    Attributes:
        content: The content of the page, in order.
        case: The content of the case file.
        flow: Figure of the number of ideas at each stage; None when it is not known.
        others: Kind of topic → an introduction to the names of other sluices that have done or learned the same.
        advice: The advice that it is an example of.
        sheets: The decision sheets that rest on it.
        stories: Its stories.
    """

    template: ClassVar[str] = "case.md.jinja"

    content: CaseContent
    case: Case
    flow: Figure | None
    others: Mapping[str, str]
    advice: tuple[Advice, ...]
    sheets: tuple[DecisionSheet, ...]
    stories: tuple[Story, ...]


def pages(site: Site) -> Iterator[Page]:
    """Yield the list, and a page for each sluice."""
    yield from paged(by_outcome(site.library), PER_PAGE, f"{FOLDER}/index.md", partial(_list, site))
    for entry in site.library.cases:
        yield page_of_case(entry, site)


def _list(site: Site, list_slice: ListSlice[CaseEntry]) -> Page:
    return Page(
        path=list_slice.first,
        title="Slussar",
        description="Idéslussarna: var de fanns, hur de var upplagda och vad som hände efter projektet.",
        kind=Kind.OVERVIEW,
        section=FOLDER,
        context=CaseListPage(
            figure=figures.outcomes(site.library) if list_slice.is_first else None,
            groups=tuple(
                OutcomeGroup(outcome, tuple(cases)) for outcome, cases in groupby(list_slice.items, key=outcome_of)
            ),
            list_slice=list_slice,
        ),
    )


def page_of_case(entry: CaseEntry, site: Site) -> Page:
    """Return the page of a sluice."""
    content = case_content(entry, site.library)
    return Page(
        path=site.path_of(entry),
        title=content.case.title,
        description=content.case.summary,
        kind=Kind.CASE,
        section=FOLDER,
        aliases=content.aliases,
        edit=site.settings.edit_address(f"cases/{entry.id}.yml"),
        facets=of_case(entry, site.library),
        context=CasePage(
            content=content,
            case=content.case,
            flow=figures.flow(content.case.flow) if content.case.flow else None,
            others={words.id: words.others for words in KINDS},
            advice=advice_on(entry, site.library),
            sheets=sheets_on(entry, site.library),
            stories=stories_of(entry, site.library),
        ),
    )
