"""The pages that there is one of each of: start, glossary, evidence, gaps, about, contribute."""

from __future__ import annotations

from collections.abc import Iterator

from scripts import figures
from scripts.evidence import Level
from scripts.figures.sweden import in_order
from scripts.library import TopicEntry
from scripts.model import Outcome, SourceKind
from scripts.pages.cases import counts
from scripts.pages.page import GLOSSARY, Page, Site
from scripts.records import TOPIC_KINDS
from scripts.swedish import sort_key

MOST_SHARED = 5
"""How many lessons the start page shows."""


def start(site: Site) -> Page:
    """The front page."""
    library = site.library
    lessons = sorted(library.topics["lessons"], key=lambda entry: (-entry.evidence.sluices, -entry.evidence.level))
    return Page(
        path="index.md",
        title="Tolv kommunala idéslussar. Vad höll, och vad lärde de sig?",
        description="Erfarenheter av tolv kommunala idéslussar 2016–2020, med källa till varje påstående.",
        template="start.md.jinja",
        kind="Start",
        context={
            "counts": counts(library),
            "lessons": lessons[:MOST_SHARED],
            "map": figures.sweden(library),
            "on_map": in_order(library),
            "outcomes": figures.outcomes(library),
            "key_figures": tuple(
                claim for section in library.guidance.programme for claim in section.claims if claim.figure
            ),
            "funding": sum(entry.case.funding_sek or 0 for entry in library.cases),
            "alive": sum(entry.case.aftermath.outcome is Outcome.CONTINUED for entry in library.cases),
        },
    )


def glossary(site: Site) -> Iterator[Page]:
    """The words, sorted in the Swedish way."""
    terms = sorted(site.library.guidance.glossary, key=lambda term: sort_key(term.name))
    if terms:
        topics = site.library.topic_by_id
        yield Page(
            path=GLOSSARY,
            title="Ordlista",
            description="Ord som används om innovation i kommuner, och vem som menar vad med dem.",
            template="glossary.md.jinja",
            kind="Översikt",
            section="ordlista",
            edit=site.settings.edit_address("cases/catalogue/glossary.yml"),
            context={"terms": tuple((term, tuple(topics[key] for key in term.related)) for term in terms)},
        )


def evidence(site: Site) -> Page:
    """How the evidence is weighed, and how much of it there is."""
    entries = [entry for kind in TOPIC_KINDS for entry in site.library.topics[kind]]
    return Page(
        path="underlag/index.md",
        title="Så bedömer vi underlaget",
        description="Vad nivåerna betyder, hur de räknas fram och hur säker du kan vara.",
        template="evidence.md.jinja",
        kind="Om",
        section="underlag",
        context={
            "levels": tuple((level, _at(level, entries)) for level in Level),
            "kinds": tuple(SourceKind),
            "contradicted": tuple(entry for entry in entries if entry.contradicting),
        },
    )


def _at(level: Level, entries: list[TopicEntry]) -> int:
    return sum(entry.evidence.level is level for entry in entries)


def gaps(site: Site) -> Page:
    """Everything that is not known, with a way to the file where it can be filled in."""
    entries = tuple(entry for entry in site.library.cases if entry.case.gaps)
    return Page(
        path="luckor/index.md",
        title="Luckor: det vi inte vet",
        description="Det som inte framgår av källorna om idéslussarna, och hur du fyller i det du vet.",
        template="gaps.md.jinja",
        kind="Översikt",
        section="luckor",
        context={
            "entries": tuple((entry, site.settings.edit_address(f"cases/{entry.id}.yml")) for entry in entries),
            "total": sum(len(entry.case.gaps) for entry in entries),
        },
    )


def about(site: Site) -> Page:
    """What the site is, and where it comes from."""
    return Page(
        path="om/index.md",
        title="Om webbplatsen",
        description="Vad webbplatsen är, var uppgifterna kommer ifrån och hur du får använda dem.",
        template="about.md.jinja",
        kind="Om",
        section="om",
        context={"counts": counts(site.library)},
    )


def contribute() -> Page:
    """How to add a case or mend something."""
    return Page(
        path="bidra/index.md",
        title="Bidra",
        description="Så lägger du till er idésluss, rättar något eller fyller en lucka.",
        template="contribute.md.jinja",
        kind="Om",
        section="bidra",
    )
