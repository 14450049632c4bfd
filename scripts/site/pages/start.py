"""The front page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from scripts import figures
from scripts.figures.sweden import MOST_NUMBERED, in_order
from scripts.library.context import FOLDERS, Site
from scripts.library.kinds import OF_TOPICS, Kind
from scripts.library.library import Library
from scripts.library.queries import counts
from scripts.library.similarity import counties_of
from scripts.model.enums import Outcome
from scripts.site.page import Page
from scripts.text.swedish import ascii_slug, counted, sort_key

MOST_SHARED = 5
"""How many lessons the start page shows."""


def start(site: Site) -> Page:
    """The front page."""
    library = site.library
    number = counted(len(library.cases), "en kommunal idésluss", "kommunala idéslussar")
    lessons = sorted(library.topics["lessons"], key=lambda entry: (-entry.evidence.sluices, -entry.evidence.level))
    return Page(
        path="index.md",
        title=f"{number.capitalize()}. Vad höll, och vad lärde de sig?",
        description=f"Erfarenheter av {number} 2016–2020, med källa till varje påstående.",
        template="start.md.jinja",
        kind=Kind.START,
        context={
            "counts": counts(library),
            "ways": tuple(_ways(library)),
            "lessons": lessons[:MOST_SHARED],
            "map": figures.sweden(library),
            "on_map": in_order(library) if len(library.cases) <= MOST_NUMBERED else (),
            "counties": tuple(_by_county(library)),
            "outcomes": figures.outcomes(library),
            "key_figures": tuple(
                claim for section in library.guidance.programme for claim in section.claims if claim.figure
            ),
            "funding": sum(entry.case.funding_sek or 0 for entry in library.cases),
            "unknown": sum(entry.case.aftermath.outcome is Outcome.UNKNOWN for entry in library.cases),
            "alive": sum(entry.case.aftermath.outcome is Outcome.CONTINUED for entry in library.cases),
        },
    )


def _by_county(library: Library) -> Iterator[tuple[str, str, int]]:
    """Each county with its id among the filters, and how many sluices were there."""
    found = Counter(county for entry in library.cases for county in counties_of(entry, library))
    yield from ((ascii_slug(county), county, found[county]) for county in sorted(found, key=sort_key))


def _ways(library: Library) -> Iterator[tuple[Kind, str, int]]:
    """The ways in besides the leading questions: the kind, its page, and how many there are."""
    yield Kind.CASE, f"{FOLDERS['cases']}/index.md", len(library.cases)
    for kind, page in OF_TOPICS.items():
        yield page, f"{FOLDERS[kind]}/index.md", len(library.topics[kind])
    if library.guidance.questions:
        yield Kind.QUESTION, f"{FOLDERS['questions']}/index.md", len(library.guidance.questions)
    if library.guidance.steps:
        yield Kind.GUIDE, f"{FOLDERS['guide']}/index.md", 0
