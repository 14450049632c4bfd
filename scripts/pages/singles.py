"""The pages that there is one of each of: start, sources, about, contribute."""

from __future__ import annotations

from dataclasses import dataclass

from scripts.evidence import Level
from scripts.library import CaseEntry, Library, TopicEntry
from scripts.model import Claim, Outcome, Source, SourceKind
from scripts.pages.cases import counts
from scripts.pages.page import Page, Site
from scripts.swedish import sort_key

MOST_SHARED = 6
"""How many lessons the start page shows."""


@dataclass(frozen=True)
class CitedSource:
    """A source, and everything that cites it."""

    id: str
    source: Source
    cases: tuple[CaseEntry, ...]
    topics: tuple[TopicEntry, ...]


def start(site: Site) -> Page:
    """The front page."""
    library = site.library
    lessons = sorted(library.topics["lessons"], key=lambda entry: (-entry.evidence.level, -entry.evidence.sluices))
    return Page(
        path="index.md",
        title="Tolv kommunala idéslussar. Vad höll, och vad lärde de sig?",
        description="Erfarenheter av tolv kommunala idéslussar 2016–2020, med källa till varje påstående.",
        template="start.md.jinja",
        kind="Start",
        context={
            "counts": counts(library),
            "lessons": lessons[:MOST_SHARED],
            "by_outcome": tuple(
                (outcome, tuple(entry for entry in library.cases if entry.case.aftermath.outcome is outcome))
                for outcome in Outcome
            ),
        },
    )


def sources(site: Site) -> Page:
    """Every source that is cited, with links back to where."""
    cited = cited_sources(site.library)
    return Page(
        path="kallor/index.md",
        title="Källor",
        description="Alla källor som webbplatsen vilar på, vem som talar i dem och var de används.",
        template="sources.md.jinja",
        kind="Översikt",
        section="kallor",
        context={"groups": tuple((kind, tuple(s for s in cited if s.source.kind is kind)) for kind in SourceKind)},
    )


def cited_sources(library: Library) -> tuple[CitedSource, ...]:
    """The sources that are cited, sorted by publisher and title, with what cites them."""
    by_case = {entry.id: frozenset(entry.cited()) for entry in library.cases}
    by_topic = {entry.id: _cited_by(entry) for entry in library.topic_by_id.values()}
    areas = frozenset(key for area in library.areas if area.origin for key in area.origin.sources)
    found = (
        CitedSource(
            key,
            source,
            tuple(entry for entry in library.cases if key in by_case[entry.id]),
            tuple(entry for entry in library.topic_by_id.values() if key in by_topic[entry.id]),
        )
        for key, source in library.sources.items()
    )
    return tuple(
        sorted(
            (cited for cited in found if cited.cases or cited.topics or cited.id in areas),
            key=lambda cited: (sort_key(cited.source.publisher), sort_key(cited.source.title)),
        )
    )


def _cited_by(entry: TopicEntry) -> frozenset[str]:
    statements: tuple[Claim, ...] = (*entry.record.description, *entry.record.studies)
    return frozenset(key for claim in statements for key in claim.sources)


def about(site: Site) -> Page:
    """What the site is, whose, and how the evidence is weighed."""
    return Page(
        path="om/index.md",
        title="Om webbplatsen",
        description="Vad webbplatsen är, var uppgifterna kommer ifrån och hur vi bedömer underlaget.",
        template="about.md.jinja",
        kind="Om",
        section="om",
        context={
            "levels": tuple(level for level in Level if level is not Level.NONE),
            "kinds": tuple(SourceKind),
            "counts": counts(site.library),
        },
    )


def contribute(site: Site) -> Page:
    """How to add a case or mend something."""
    return Page(
        path="bidra/index.md",
        title="Bidra",
        description="Så lägger du till er idésluss, rättar något eller fyller en lucka.",
        template="contribute.md.jinja",
        kind="Om",
        section="bidra",
        context={"gaps": tuple((entry, entry.case.gaps) for entry in site.library.cases if entry.case.gaps)},
    )
