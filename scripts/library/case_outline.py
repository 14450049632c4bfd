"""The order in which a case is shown: its facts, its sections, and the statements in each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from scripts.library.library import CaseEntry, use_id
from scripts.model.case import Case
from scripts.model.claims import TaggedClaim
from scripts.model.registry import TOPIC_KINDS

FACT_FIELDS = (
    "official_title", "coordinator", "participants", "period", "status", "funding_sek", "form", "employees", "staffing",
    "staff", "way_in", "diary_number",
)  # fmt: skip
"""The fields of the fact box, in order."""


@dataclass(frozen=True)
class SectionSpec:
    """A section of a case.

    Attributes:
        field: The field of a case that it shows, or `similar`.
        id: Its anchor on the page.
        heading: Its heading.
        lead: An introduction below the heading; empty for most sections.
        prefix: The prefix of the anchors of its topics; empty when the section is not grouped by topic.
    """

    field: str
    id: str
    heading: str
    lead: str = ""
    prefix: str = ""


SECTIONS = (
    SectionSpec("minute", "pa-en-minut", "På en minut"),
    SectionSpec("flow", "flode", "Idéernas väg i siffror"),
    SectionSpec("methods", "sa-arbetade-de", "Så arbetade de", prefix="metod"),
    SectionSpec("goals", "mal", "Mål"),
    SectionSpec("results", "resultat", "Resultat"),
    SectionSpec("goal_outcomes", "mal-och-utfall", "Mål och utfall"),
    SectionSpec("milestones", "manad-for-manad", "Månad för månad"),
    SectionSpec(
        "success_factors",
        "framgangsfaktorer",
        "Framgångsfaktorer",
        lead="Det som källorna säger hjälpte. Ingen av dem har mätt vad som orsakade vad.",
        prefix="faktor",
    ),
    SectionSpec("lessons", "lardomar", "Lärdomar och hinder", prefix="lardom"),
    SectionSpec("examples", "exempel", "Exempel på idéer"),
    SectionSpec("aftermath", "sedan", "Vad hände sedan"),
    SectionSpec("disagreements", "oense", "Där källorna går isär"),
    SectionSpec("gaps", "luckor", "Det vi inte vet"),
    SectionSpec("background", "bakgrund", "Bakgrund"),
    SectionSpec("similar", "liknande", "Liknande slussar"),
)
"""The sections in the order of the page. Empty sections are not shown."""


STATEMENT_NAMES = {
    "minute.did": "Vad de gjorde",
    "minute.gave": "Vad det gav",
    "minute.after": "Vad som hände sedan",
    "flow": "Idéernas väg i siffror",
    "methods": "Metod",
    "goals": "Mål",
    "results": "Resultat",
    "goal_outcomes": "Mål och utfall",
    "milestones": "Månad för månad",
    "success_factors": "Framgångsfaktor",
    "lessons": "Lärdom",
    "examples": "Exempel",
    "aftermath": "Vad som hände sedan",
    "aftermath.details": "Mer om tiden efter",
    "disagreements": "Där källorna går isär",
    "background": "Bakgrund",
}
"""Field → name of a single statement in that field, for instance in a row of a table."""


def claims(case: Case, sections: tuple[SectionSpec, ...] = SECTIONS) -> Iterator[TaggedClaim]:
    """Yield the sourced statements of some sections of a case, by default all, in the order of its page."""
    for spec in sections:
        yield from (claim for _, claim in section_claims(case, spec))


def cited(entry: CaseEntry) -> tuple[str, ...]:
    """Return the ids of the sources that a case cites, in the order of its page and without duplicates."""
    case = entry.case
    shown_first = ("summary", *FACT_FIELDS)
    fields = (*shown_first, *(name for name in type(case.basis).model_fields if name not in shown_first))
    summary, *facts = (basis.sources if (basis := getattr(case.basis, name)) else () for name in fields)
    minute = (claim.sources for claim in claims(case, SECTIONS[:1]))
    key_figures = (result.sources for result in case.results if result.figure)
    in_claims = (claim.sources for claim in claims(case))
    return tuple(dict.fromkeys(chain.from_iterable(chain((summary,), minute, facts, key_figures, in_claims))))


def section_claims(case: Case, spec: SectionSpec) -> Iterator[tuple[str, TaggedClaim]]:
    """Yield the statements of a section, each after the field that contains it, such as `aftermath.details`."""
    match spec.field:
        case "gaps" | "similar":
            return
        case "flow":
            yield from ((spec.field, flow) for flow in (case.flow,) if flow)
        case "minute":
            if case.minute:
                yield from ((f"minute.{part}", getattr(case.minute, part)) for part in type(case.minute).model_fields)
        case "aftermath":
            yield spec.field, case.aftermath
            yield from ((f"{spec.field}.details", claim) for claim in case.aftermath.details)
        case kind if kind in TOPIC_KINDS:
            uses = getattr(case, kind)
            order = {topic: position for position, topic in enumerate(dict.fromkeys(map(use_id, uses)))}
            yield from ((kind, use) for use in sorted(uses, key=lambda use: order[use_id(use)]))
        case field:
            yield from ((field, claim) for claim in getattr(case, field))
