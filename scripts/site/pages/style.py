"""The style guide: every component in all its states, rendered with the macros that the pages use."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from scripts import figures
from scripts.figures import Figure
from scripts.library.context import Site
from scripts.library.evidence import Standing
from scripts.library.kinds import Kind
from scripts.library.library import CaseEntry, TagEntry, TopicEntry
from scripts.model.enums import ExampleOutcome, Outcome, SourceKind, Stage
from scripts.site.page import Context, Page


@dataclass(frozen=True)
class Colour:
    """A colour: its custom property in the style sheet, without the hyphens, and its purpose."""

    name: str
    purpose: str


COLOURS = (
    Colour("ink", "Text"),
    Colour("ink-soft", "Dämpad text"),
    Colour("paper", "Bakgrund"),
    Colour("card", "Kort"),
    Colour("line", "Linje"),
    Colour("edge", "Kant"),
    Colour("water", "Accent: det som flödar, länkar"),
    Colour("water-mid", "Accent, mellan"),
    Colour("water-pale", "Accent, blek"),
    Colour("idea", "Grind: beslut och oenighet"),
    Colour("idea-pale", "Grind, blek"),
)
"""The colours of the style sheet."""


@dataclass(frozen=True)
class StylePage(Context):
    """The style guide.

    Attributes:
        colours: The colours.
        kinds: The kinds of pages.
        stages: The stages of statements.
        standings: The standings that have a mark in the matrices.
        topics: A topic of each mark.
        outcomes: The outcomes of sluices.
        example_outcomes: The outcomes of ideas.
        source_kinds: The kinds of sources.
        sample: A sluice to show as a card; None when there are no sluices.
        tags: A few tags.
        figure: A figure; None when there is no data for it.
    """

    template: ClassVar[str] = "style.md.jinja"

    colours: tuple[Colour, ...]
    kinds: tuple[Kind, ...]
    stages: tuple[Stage, ...]
    standings: tuple[Standing, ...]
    topics: tuple[TopicEntry, ...]
    outcomes: tuple[Outcome, ...]
    example_outcomes: tuple[ExampleOutcome, ...]
    source_kinds: tuple[SourceKind, ...]
    sample: CaseEntry | None
    tags: tuple[TagEntry, ...]
    figure: Figure | None


def style(site: Site) -> Page:
    """Return the style guide."""
    library = site.library
    by_mark = {  # Whether it was done, and whether it was planned → a topic.
        (topic.is_from_sluices, topic.evidence.planned > 0): topic
        for topics in library.topics.values()
        for topic in topics
    }
    return Page(
        path="om/stil/index.md",
        title="Stil",
        description="Webbplatsens delar i alla lägen, för den som bygger vidare på den.",
        kind=Kind.ABOUT,
        section="om",
        searched=False,
        context=StylePage(
            colours=COLOURS,
            kinds=tuple(Kind),
            stages=tuple(Stage),
            standings=tuple(standing for standing in Standing if standing is not Standing.MENTIONED),
            topics=tuple(by_mark.values()),
            outcomes=tuple(Outcome),
            example_outcomes=tuple(ExampleOutcome),
            source_kinds=tuple(SourceKind),
            sample=library.cases[0] if library.cases else None,
            tags=tuple(entry for entry in library.tags if entry.size)[:4],
            figure=figures.outcomes(library),
        ),
    )
