"""Advice: the list, and a page for each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from scripts.library.context import FOLDERS, Site
from scripts.library.kinds import Kind
from scripts.library.library import CaseEntry, TopicEntry
from scripts.model.advice import Advice, AdviceExample
from scripts.model.catalogue import Phase
from scripts.model.decisions import DecisionSheet
from scripts.site.page import Context, Page

FOLDER = FOLDERS["advice"]


@dataclass(frozen=True)
class ExampleOfAdvice:
    """An example, with the sluice that it is about; None for other places."""

    example: AdviceExample
    entry: CaseEntry | None


@dataclass(frozen=True)
class AdviceListPage(Context):
    """The list of advice. Its data comes from the library."""

    template: ClassVar[str] = "advice_list.md.jinja"


@dataclass(frozen=True)
class AdvicePage(Context):
    """The page of a piece of advice.

    Attributes:
        advice: The advice.
        examples: How it went, sluice by sluice.
        topics: The methods, success factors and lessons that it gathers.
        phases: The steps of the guide that it belongs to.
        sheets: The decision sheets that lead to it.
    """

    template: ClassVar[str] = "advice.md.jinja"

    advice: Advice
    examples: tuple[ExampleOfAdvice, ...]
    topics: tuple[TopicEntry, ...]
    phases: tuple[Phase, ...]
    sheets: tuple[DecisionSheet, ...]


def pages(site: Site) -> Iterator[Page]:
    """Yield the list and a page for each piece of advice."""
    yield Page(
        path=f"{FOLDER}/index.md",
        title="Råd",
        description="Vad ni kan göra, med hur det gick för dem som gjorde det och vad som talar emot.",
        kind=Kind.OVERVIEW,
        section=FOLDER,
        edit=site.settings.edit_address("cases/catalogue/advice.yml"),
        context=AdviceListPage(),
    )
    for advice in site.library.guidance.advice:
        yield _advice(advice, site)


def _advice(advice: Advice, site: Site) -> Page:
    library = site.library
    steps = {step.id for step in library.guidance.steps if advice.id in step.advice}
    return Page(
        path=site.path_of(advice),
        title=advice.name,
        description=advice.lead,
        kind=Kind.ADVICE,
        section=FOLDER,
        aliases=(*advice.aliases, advice.name_en),
        edit=site.settings.edit_address("cases/catalogue/advice.yml"),
        script="tools.js",
        context=AdvicePage(
            advice=advice,
            examples=tuple(
                ExampleOfAdvice(example, library.case_by_id[example.case] if example.case else None)
                for example in advice.examples
            ),
            topics=tuple(library.topic_by_id[key] for key in advice.topics),
            phases=tuple(phase for phase in library.phases if phase.id in steps),
            sheets=tuple(sheet for sheet in library.guidance.decisions if advice.id in sheet.advice),
        ),
    )
