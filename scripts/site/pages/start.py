"""The front page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from scripts import figures
from scripts.figures import Figure
from scripts.figures.sweden import MOST_NUMBERED, in_order
from scripts.library.context import FOLDERS, Site
from scripts.library.kinds import Kind
from scripts.library.library import CaseEntry, Library
from scripts.library.similarity import counties_of
from scripts.model.editorial import ProgrammeClaim
from scripts.model.enums import Outcome
from scripts.model.stories import Story
from scripts.site.page import Context, Page
from scripts.site.pages import ideas, key_figures, similar_municipalities, tools
from scripts.text.swedish import ascii_slug, counted, sort_key

TOOLS = (
    ("Er verksamhet", f"{FOLDERS['activities']}/index.md"),
    ("Idéer och hur det gick", ideas.PATH),
    ("Vem liknar oss?", similar_municipalities.PATH),
    ("Checklista", tools.CHECKLIST),
    ("Mallar", f"{tools.FOLDER}/index.md"),
)
"""The text and path of links to pages to work with."""


@dataclass(frozen=True)
class WayIn:
    """A link to a list.

    Attributes:
        kind: The kind of page, which gives the icon.
        label: The text of the link.
        path: Path of the Markdown file.
        count: Number of items in a list; 0 when it is not shown.
    """

    kind: Kind
    label: str
    path: str
    count: int = 0


@dataclass(frozen=True)
class CountyCount:
    """A county: its id among the filters, its name, and its number of sluices."""

    id: str
    name: str
    cases: int


@dataclass(frozen=True)
class StartPage(Context):
    """The front page.

    Attributes:
        tools: The text and path of links to pages to work with.
        ways_in: Links to lists.
        story: A story from a field of activity; None when there is none.
        map_figure: The map; None when no location is known.
        on_map: The sluices in the order of their numbers on the map; none when they are too many to number.
        counties: The counties, shown when the sluices are too many to number.
        key_figures: The statements on the programme that have a figure.
        funding_sek: Sum of the known grants, in kronor.
        continued: Number of sluices that continued.
        unknown: Number of sluices whose outcome is not known.
    """

    template: ClassVar[str] = "start.md.jinja"

    tools: tuple[tuple[str, str], ...]
    ways_in: tuple[WayIn, ...]
    story: Story | None
    map_figure: Figure | None
    on_map: tuple[CaseEntry, ...]
    counties: tuple[CountyCount, ...]
    key_figures: tuple[ProgrammeClaim, ...]
    funding_sek: int
    continued: int
    unknown: int


def start(site: Site) -> Page:
    """Return the front page."""
    library = site.library
    number = counted(len(library.cases), "en kommunal idésluss", "kommunala idéslussar")
    statements = (claim for section in library.guidance.programme for claim in section.claims)
    outcomes = Counter(entry.case.aftermath.outcome for entry in library.cases)
    return Page(
        path="index.md",
        title=f"{number.capitalize()}. Vad höll, och vad lärde de sig?",
        description=f"Erfarenheter av {number} 2016–2020, med källa till varje påstående.",
        kind=Kind.START,
        context=StartPage(
            tools=TOOLS,
            ways_in=tuple(_ways_in(library)),
            story=next(iter(library.guidance.stories), None),
            map_figure=figures.sweden(library),
            on_map=in_order(library) if len(library.cases) <= MOST_NUMBERED else (),
            counties=tuple(_counties(library)),
            key_figures=tuple(claim for claim in statements if claim.figure),
            funding_sek=sum(entry.case.funding_sek or 0 for entry in library.cases),
            continued=outcomes[Outcome.CONTINUED],
            unknown=outcomes[Outcome.UNKNOWN],
        ),
    )


def _counties(library: Library) -> Iterator[CountyCount]:
    """Yield the counties, in Swedish order."""
    cases = Counter(county for entry in library.cases for county in counties_of(entry, library))
    for county in sorted(cases, key=sort_key):
        yield CountyCount(ascii_slug(county), county, cases[county])


def _ways_in(library: Library) -> Iterator[WayIn]:
    yield WayIn(Kind.CASE, Kind.CASE.plural, f"{FOLDERS['cases']}/index.md", len(library.cases))
    if library.guidance.questions:
        questions = len(library.guidance.questions)
        yield WayIn(Kind.QUESTION, Kind.QUESTION.plural, f"{FOLDERS['questions']}/index.md", questions)
    if library.guidance.steps:
        yield WayIn(Kind.GUIDE, Kind.GUIDE.plural, f"{FOLDERS['guide']}/index.md")
    yield WayIn(Kind.OVERVIEW, "Siffror", key_figures.PATH)
